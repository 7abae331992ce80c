"""What was done on each task in each period, with its figures."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import ColumnElement, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.schema import Base, Choice, Row, one_live, owner, period_order
from db.stores import RowStore
from papi_desktop.domain.tasks import Figure, Progress, Status


class FigureRow(Base):
    """One figure of a result."""

    __tablename__ = "figure"

    id: Mapped[int] = mapped_column(primary_key=True)
    progress_id: Mapped[int] = mapped_column(ForeignKey("progress.id"), index=True)
    ordinal: Mapped[int]
    label: Mapped[str]
    value: Mapped[Decimal | None]
    unit: Mapped[str]


class ProgressRow(Row):
    """What was done on one task in one period."""

    __tablename__ = "progress"
    __table_args__ = (one_live("ux_progress_key", "task_id", "period"),)
    source = "progress"
    taken = "Nhiệm vụ này đã có kết quả của kỳ đó. Hãy mở kết quả đã có để sửa."

    task_id: Mapped[int] = owner("task.id")
    period: Mapped[str] = mapped_column(index=True)
    period_order: Mapped[int]
    status: Mapped[Status] = mapped_column(Choice(Status))
    percent: Mapped[int]
    result: Mapped[str]
    cause: Mapped[str]
    done_on: Mapped[date | None]
    reported_on: Mapped[date | None]
    figure_rows: Mapped[list[FigureRow]] = relationship(
        lazy="selectin", order_by=FigureRow.ordinal, cascade="all, delete-orphan"
    )

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures in order."""
        return tuple(Figure(row.label, row.value, row.unit) for row in self.figure_rows)

    @figures.setter
    def figures(self, figures: tuple[Figure, ...]) -> None:
        self.figure_rows = [
            FigureRow(ordinal=number, label=figure.label, value=figure.value, unit=figure.unit)
            for number, figure in enumerate(figures)
        ]

    def settle(self) -> None:
        """Set the key that puts periods in the order in which they end."""
        self.period_order = period_order(self.period)

    def searched(self) -> tuple[str, ...]:
        """Return the texts that a search looks through."""
        return self.result, self.cause, *(figure.label for figure in self.figures)

    def found_as(self) -> tuple[str, int]:
        """Answer with the task."""
        return "tasks", self.task_id


class ProgressEntries(RowStore[ProgressRow, Progress]):
    """What was done, one value for each task and period."""

    row = ProgressRow
    value = Progress
    noun = "kết quả thực hiện"
    order: ClassVar = (ProgressRow.task_id, ProgressRow.period_order, ProgressRow.id)
    lists: ClassVar = ("figures",)

    def of_plans(self, plan_ids: Sequence[int]) -> list[Progress]:
        """Return what was done on the tasks of these plans, by task and period."""
        task = Base.metadata.tables["task"]
        return self._where(ProgressRow.task_id.in_(select(task.c.id).where(task.c.plan_id.in_(plan_ids))))

    def of_task(self, task_id: int) -> list[Progress]:
        """Return what was done on one task, oldest period first."""
        return self._where(ProgressRow.task_id == task_id)

    def find(self, task_id: int, period: str) -> Progress | None:
        """Return what was done on one task in one period, if anything was written."""
        return next(iter(self._where(ProgressRow.task_id == task_id, ProgressRow.period == period)), None)

    def _linked(self, _name: str, wanted: Iterable[ColumnElement[bool]]) -> Mapping[int, tuple[Figure, ...]]:
        columns = (FigureRow.progress_id, FigureRow.label, FigureRow.value, FigureRow.unit)
        query = select(*columns).join(ProgressRow, ProgressRow.id == FigureRow.progress_id).where(*wanted)
        ordered = query.order_by(FigureRow.progress_id, FigureRow.ordinal)
        found: dict[int, tuple[Figure, ...]] = {}
        for entry, label, value, unit in self._session.execute(ordered):
            found[entry] = (*found.get(entry, ()), Figure(label, value, unit))
        return found
