"""What a plan's deadline text means; the text itself is always kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

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
    HALF_YEAR = "half_year"
    YEAR = "year"


EVERY_WORDS: Final = {
    Every.MONTH: "Hằng tháng",
    Every.QUARTER: "Hằng quý",
    Every.HALF_YEAR: "6 tháng một lần",
    Every.YEAR: "Hằng năm",
}


@dataclass(frozen=True)
class Deadline:
    """A deadline text with its reading; `due` is the last day on which the work is in time, end of day.

    A duty that comes back every year on a day ("Trước ngày 15/12 hằng năm") has the `due` of the plan's year.
    """

    text: str
    kind: DeadlineKind
    due: date | None = None
    starts: date | None = None
    every: Every | None = None
    day: int | None = None
    """The day of the (last) month on which a recurring duty is due; 0 is the last day of the month before."""
    report_to: str | None = None
    """The body that a report on the result goes to, where the text demands one."""
    report_due: date | None = None
    """The last day for that report, where the text gives it a day of its own."""

    @property
    def asks_report(self) -> bool:
        """Tell whether a report on the result is asked for beside the work."""
        return bool(self.report_to or self.report_due)

    @property
    def receiver(self) -> str:
        """Return who a report on the result goes to, in words; the plan may leave that open."""
        return self.report_to or "cơ quan cấp trên"

    @property
    def meaning(self) -> str:
        """Return the reading in plain Vietnamese, to set beside the text, with the report's own day."""
        report = f"; báo cáo chậm nhất {written(self.report_due)}" if self.report_due else ""
        return f"{self._work_meaning}{report}"

    @property
    def _work_meaning(self) -> str:
        if self.due and self.kind in (DeadlineKind.BEFORE, DeadlineKind.BY):
            return f"Chậm nhất {written(self.due)}"
        if self.kind is DeadlineKind.WINDOW:
            return f"Từ {self._begins} đến {written(self.due)}"
        if self.kind is DeadlineKind.RECURRING and self.every:
            return EVERY_WORDS[self.every] + self._latest
        return {
            DeadlineKind.CONTINUOUS: "Thường xuyên, mỗi kỳ có số liệu",
            DeadlineKind.BY_LAW: "Theo quy định",
        }.get(self.kind, "Chưa rõ, giữ nguyên văn")

    @property
    def _begins(self) -> str:
        """Return the first day of a window, its year only where it is not that of the last day."""
        same_year = self.starts and self.due and self.starts.year == self.due.year
        return f"{self.starts:%d/%m}" if same_year else written(self.starts)

    @property
    def _latest(self) -> str:
        """Return the last day of a recurring duty in words."""
        if self.due and self.every is Every.YEAR:
            return f", chậm nhất ngày {self.due:%d/%m}"
        if self.day == 0:
            return ", chậm nhất ngày cuối tháng trước"
        return f", chậm nhất ngày {self.day}" if self.day else ""
