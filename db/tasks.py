"""The tasks of the plans."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from db.schema import Base, Choice, Row, link, one_live, owner
from db.stores import Links, RowStore
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.tasks import Part, Task


class TaskVillageRow(Base):
    """One village in which one task is done."""

    __tablename__ = "task_village"

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    ordinal: Mapped[int]


class TaskRow(Row):
    """One task; its key is plan, content and ordinal."""

    __tablename__ = "task"
    __table_args__ = (one_live("ux_task_key", "plan_id", "dimension", "ordinal"),)
    source = "tasks"
    taken = (
        "Trong kế hoạch này, nội dung đã chọn đã có một nhiệm vụ mang số thứ tự đó. "
        "Hãy chọn số thứ tự khác hoặc sửa nhiệm vụ đã có."
    )

    plan_id: Mapped[int] = owner("plan.id")
    dimension: Mapped[int]
    ordinal: Mapped[int]
    code: Mapped[str]
    own_code: Mapped[str]
    text: Mapped[str]
    lead_text: Mapped[str]
    coordinating_text: Mapped[str]
    part: Mapped[Part] = mapped_column(Choice(Part))
    deadline: Mapped[Deadline] = composite(
        mapped_column("deadline_text"),
        mapped_column("deadline_kind", Choice(DeadlineKind)),
        mapped_column("deadline_due"),
        mapped_column("deadline_starts"),
        mapped_column("deadline_every", Choice(Every)),
        mapped_column("deadline_day"),
        mapped_column("deadline_report_to"),
        mapped_column("deadline_report_due"),
    )
    officer_id: Mapped[int] = link("officer.id")
    leader_id: Mapped[int] = link("officer.id")
    note: Mapped[str]
    area: Mapped[str]
    steps: Mapped[str]
    planned_from: Mapped[date | None]
    planned_to: Mapped[date | None]
    sub_dimension: Mapped[str]
    carried_from: Mapped[str]
    villages: Mapped[list[TaskVillageRow]] = relationship(
        lazy="selectin", order_by=TaskVillageRow.ordinal, cascade="all, delete-orphan"
    )

    @property
    def village_ids(self) -> tuple[int, ...]:
        """Return the villages in which it is done, in order."""
        return tuple(row.village_id for row in self.villages)

    @village_ids.setter
    def village_ids(self, ids: tuple[int, ...]) -> None:
        self.villages = [TaskVillageRow(village_id=id, ordinal=number) for number, id in enumerate(dict.fromkeys(ids))]

    def searched(self) -> tuple[str, ...]:
        """Return the texts that a search looks through."""
        texts = (self.code, self.own_code, self.text, self.lead_text, self.coordinating_text)
        return *texts, self.deadline.text, self.note, self.area, self.steps


class Tasks(RowStore[TaskRow, Task]):
    """The tasks, by content, plan and ordinal."""

    row = TaskRow
    value = Task
    noun = "nhiệm vụ"
    order: ClassVar = (TaskRow.dimension, TaskRow.plan_id, TaskRow.ordinal, TaskRow.id)
    links: ClassVar = {"village_ids": Links(TaskVillageRow.task_id, TaskVillageRow.village_id, TaskVillageRow.ordinal)}

    def of_plan(self, plan_id: int) -> list[Task]:
        """Return the tasks of one plan, by content and ordinal."""
        return self.of_plans([plan_id])

    def of_plans(self, plan_ids: Sequence[int]) -> list[Task]:
        """Return the tasks of several plans, by content, plan and ordinal."""
        return self._where(TaskRow.plan_id.in_(plan_ids))

    def lead_texts(self) -> list[str]:
        """Return every wording of the leading bodies in all plans, each once."""
        return list(self._session.scalars(select(TaskRow.lead_text).where(TaskRow.deleted_at.is_(None)).distinct()))
