"""Reporting periods: Quý I, 6 tháng, Quý III, năm, and the chairman's months."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from papi_desktop.domain.calendar import YEARS, last_of_month
from papi_desktop.domain.errors import KnownError


class PeriodKind(StrEnum):
    """The four reports of a year (plan 239/KH-UBND, III.2) and the month."""

    QUARTER_1 = "Q1"
    HALF = "H1"
    QUARTER_3 = "Q3"
    YEAR = "Y"
    MONTH = "M"


_MONTHS: Final = {
    PeriodKind.QUARTER_1: (1, 3),
    PeriodKind.HALF: (1, 6),
    PeriodKind.QUARTER_3: (7, 9),
    PeriodKind.YEAR: (1, 12),
}
_CODE: Final = re.compile(r"^([0-9]{4})-(Q1|H1|Q3|Y|0[1-9]|1[0-2])$")
REPORT_KINDS: Final = (PeriodKind.QUARTER_1, PeriodKind.HALF, PeriodKind.QUARTER_3, PeriodKind.YEAR)


@dataclass(frozen=True)
class Window:
    """The days whose figures belong to a period, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True)
class Period:
    """One reporting period of one year; `month` is set only for a month."""

    year: int
    kind: PeriodKind
    month: int = 0

    @property
    def code(self) -> str:
        """Return the code used in files and on the command line: 2022-Q1, 2022-H1, 2022-Q3, 2022-Y or 2022-07."""
        return f"{self.year}-{self.month:02d}" if self.month else f"{self.year}-{self.kind}"

    @property
    def label(self) -> str:
        """Return the name on the screen: "Quý III/2022"."""
        return {
            PeriodKind.QUARTER_1: f"Quý I/{self.year}",
            PeriodKind.HALF: f"6 tháng đầu năm {self.year}",
            PeriodKind.QUARTER_3: f"Quý III/{self.year}",
            PeriodKind.YEAR: f"Năm {self.year}",
            PeriodKind.MONTH: f"Tháng {self.month}/{self.year}",
        }[self.kind]

    @property
    def words(self) -> str:
        """Return the name inside a sentence: "quý III/2022"."""
        return self.label[:1].lower() + self.label[1:]

    @property
    def title(self) -> str:
        """Return the name in the report's subject: Quý III is printed with its nine months."""
        return {
            PeriodKind.QUARTER_1: f"Quý I năm {self.year}",
            PeriodKind.HALF: f"6 tháng đầu năm {self.year}",
            PeriodKind.QUARTER_3: f"Quý III và 9 tháng năm {self.year}",
            PeriodKind.YEAR: f"năm {self.year}",
            PeriodKind.MONTH: f"tháng {self.month} năm {self.year}",
        }[self.kind]

    @property
    def first_month(self) -> int:
        """Return the number of its first month."""
        return self.month or _MONTHS[self.kind][0]

    @property
    def last_month(self) -> int:
        """Return the number of its last month, in which the report is due."""
        return self.month or _MONTHS[self.kind][1]

    @property
    def order(self) -> tuple[int, int, int]:
        """Return a key that puts periods in the order in which they end, the longer one last."""
        return self.year, self.last_month, self.last_month - self.first_month

    @property
    def months(self) -> tuple["Period", ...]:
        """Return its months, each as a period."""
        return tuple(month_period(self.year, number) for number in range(self.first_month, self.last_month + 1))

    @property
    def calendar_window(self) -> Window:
        """Return its days by the calendar."""
        return Window(date(self.year, self.first_month, 1), last_of_month(self.year, self.last_month))

    def window(self, cutoff_day: int) -> Window:
        """Return the days it reports on, closed on `cutoff_day` of its last month, at the latest on its last day.

        A cutoff on the 31st gives the days by the calendar, one on the 14th those of NĐ 09/2019/NĐ-CP Điều 12.
        """
        return Window(
            _cutoff_before(self.year, self.first_month, cutoff_day), _day_of(self.year, self.last_month, cutoff_day)
        )

    def year_to_date(self, cutoff_day: int) -> Window:
        """Return the days from the start of the reporting year to the end of this period."""
        first = Period(self.year, PeriodKind.YEAR).window(cutoff_day).first
        return Window(first, self.window(cutoff_day).last)

    def due(self, day_of_month: int) -> date:
        """Return the day its report must be handed over, the `day_of_month` of its last month."""
        return _day_of(self.year, self.last_month, day_of_month)

    @property
    def previous(self) -> "Period":
        """Return the report before this one."""
        if self.month:
            return month_period(self.year, self.month - 1) if self.month > 1 else month_period(self.year - 1, 12)
        position = REPORT_KINDS.index(self.kind)
        return Period(self.year, REPORT_KINDS[position - 1]) if position else Period(self.year - 1, PeriodKind.YEAR)

    @property
    def following(self) -> "Period":
        """Return the report after this one."""
        if self.month:
            return month_period(self.year, self.month + 1) if self.month < 12 else month_period(self.year + 1, 1)
        position = REPORT_KINDS.index(self.kind)
        return Period(self.year, REPORT_KINDS[position + 1]) if position < 3 else Period(self.year + 1, REPORT_KINDS[0])

    @property
    def same_last_year(self) -> "Period":
        """Return the same period one year earlier."""
        return Period(self.year - 1, self.kind, self.month)


def month_period(year: int, month: int) -> Period:
    """Return one month as a period."""
    return Period(year, PeriodKind.MONTH, month)


def read_period(code: str) -> Period:
    """Read a period's code. Raises KnownError when it is none."""
    match = _CODE.match(code.strip().upper())
    if not match or int(match[1]) not in YEARS:
        raise KnownError(
            f"Không hiểu kỳ báo cáo “{code}”. Hãy dùng một trong các dạng 2022-Q1, 2022-H1, 2022-Q3, 2022-Y, 2022-07."
        )
    year, kind = int(match[1]), match[2]
    return month_period(year, int(kind)) if kind.isdigit() else Period(year, PeriodKind(kind))


def reports_of(year: int) -> tuple[Period, ...]:
    """Return the four reports of a year, in order."""
    return tuple(Period(year, kind) for kind in REPORT_KINDS)


def current_report(today: date) -> Period:
    """Return the report being prepared on `today`: the first of the year whose last month is not over."""
    return next(period for period in reports_of(today.year) if today.month <= period.last_month)


def _cutoff_before(year: int, month: int, cutoff_day: int) -> date:
    earlier = date(year, month, 1) - timedelta(days=1)
    return _day_of(earlier.year, earlier.month, cutoff_day) + timedelta(days=1)


def _day_of(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, last_of_month(year, month).day))
