"""The reports: their edited texts, their figures as printed, and the files handed over."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.schema import Base, Choice, Row, one_live, period_order
from db.stores import RowStore
from papi_desktop.domain.reports import ExportedFile, Report, ReportStatus


class LineKind(StrEnum):
    """What a line of a report is."""

    TEXT = "text"
    FIGURE = "figure"
    FILE = "file"


class ReportLineRow(Base):
    """One edited text, one printed figure, or one file handed over with its SHA-256."""

    __tablename__ = "report_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    kind: Mapped[LineKind] = mapped_column(Choice(LineKind))
    ordinal: Mapped[int]
    key: Mapped[str]
    content: Mapped[str]


class ReportRow(Row):
    """The report of one period."""

    __tablename__ = "report"
    __table_args__ = (one_live("ux_report_period", "period"),)
    taken = "Kỳ này đã có báo cáo. Hãy mở báo cáo đã có để sửa."

    period: Mapped[str]
    period_order: Mapped[int]
    status: Mapped[ReportStatus] = mapped_column(Choice(ReportStatus))
    number: Mapped[str]
    dated: Mapped[date | None]
    signer: Mapped[str]
    signer_title: Mapped[str]
    exported_on: Mapped[date | None]
    sent_on: Mapped[date | None]
    lines: Mapped[list[ReportLineRow]] = relationship(
        lazy="selectin", order_by=ReportLineRow.ordinal, cascade="all, delete-orphan"
    )

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return the sections the officer has changed, by key."""
        return tuple(self._pairs(LineKind.TEXT))

    @texts.setter
    def texts(self, texts: Iterable[tuple[str, str]]) -> None:
        self._replace(LineKind.TEXT, texts)

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """Return the figures as printed, by key."""
        return tuple(self._pairs(LineKind.FIGURE))

    @figures.setter
    def figures(self, figures: Iterable[tuple[str, str]]) -> None:
        self._replace(LineKind.FIGURE, figures)

    @property
    def files(self) -> tuple[ExportedFile, ...]:
        """Return the files handed over."""
        return tuple(ExportedFile(name, sha256) for name, sha256 in self._pairs(LineKind.FILE))

    @files.setter
    def files(self, files: Iterable[ExportedFile]) -> None:
        self._replace(LineKind.FILE, ((file.name, file.sha256) for file in files))

    def settle(self) -> None:
        """Set the key that puts periods in the order in which they end."""
        self.period_order = period_order(self.period)

    def _pairs(self, kind: LineKind) -> Iterator[tuple[str, str]]:
        return ((line.key, line.content) for line in self.lines if line.kind is kind)

    def _replace(self, kind: LineKind, pairs: Iterable[tuple[str, str]]) -> None:
        lines = [
            ReportLineRow(kind=kind, ordinal=number, key=key, content=content)
            for number, (key, content) in enumerate(pairs)
        ]
        self.lines = [*(line for line in self.lines if line.kind is not kind), *lines]


class Reports(RowStore[ReportRow, Report]):
    """The reports, newest period first."""

    row = ReportRow
    value = Report
    noun = "báo cáo"
    order: ClassVar = (ReportRow.period_order.desc(), ReportRow.id.desc())

    def find(self, period: str) -> Report | None:
        """Return the report of one period, if one was begun."""
        return next(iter(self._where(ReportRow.period == period)), None)
