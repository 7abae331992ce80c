"""What a plan's deadline text means; the text itself is always kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from papi_desktop.domain.calendar import written


class DeadlineKind(StrEnum):
    """The readings of a deadline text."""

    BEFORE = "before"
    BY = "by"
    WINDOW = "window"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    BY_LAW = "by_law"
    UNREAD = "unread"


class Every(StrEnum):
    """How often a recurring duty comes back."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Deadline:
    """A deadline text with its reading; `due` is the last day on which the work is in time, end of day."""

    text: str
    kind: DeadlineKind
    due: date | None = None
    starts: date | None = None
    every: Every | None = None
    day: int | None = None
    """The day of the (last) month on which a recurring duty is due, where the text names one."""
    report_to: str | None = None
    """The body that a report on the result goes to, where the text demands one."""

    @property
    def meaning(self) -> str:
        """Return the reading in plain Vietnamese, to set beside the text."""
        if self.due and self.kind in (DeadlineKind.BEFORE, DeadlineKind.BY):
            return f"Chậm nhất {written(self.due)}"
        if self.kind is DeadlineKind.WINDOW:
            return f"Từ {written(self.starts)} đến {written(self.due)}"
        if self.kind is DeadlineKind.RECURRING and self.every:
            on = f", chậm nhất ngày {self.day}" if self.day else ""
            return {Every.MONTH: "Hằng tháng", Every.QUARTER: "Hằng quý", Every.YEAR: "Hằng năm"}[self.every] + on
        return {
            DeadlineKind.CONTINUOUS: "Thường xuyên, mỗi kỳ có số liệu",
            DeadlineKind.BY_LAW: "Theo quy định",
        }.get(self.kind, "Chưa hiểu được, giữ nguyên văn")
