"""Dates as Vietnamese offices write and count them."""

import calendar as _months
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from papi_desktop.domain.errors import KnownError

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_TYPED: Final = re.compile(r"^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\s*$")
YEARS: Final = range(1900, 2101)
"""The years that an office can mean; any other is a slip of the hand."""
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def written(day: date | None) -> str:
    """Return `day` as dd/mm/yyyy, or nothing for no date."""
    return f"{day:%d/%m/%Y}" if day else ""


def dated(day: date | None) -> str:
    """Return "ngày 05 tháng 9 năm 2026": a zero before days under 10 and months 1 and 2 (NĐ 30/2020, Phụ lục I)."""
    if day is None:
        return "ngày      tháng      năm        "
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def typed(text: str) -> date | None:
    """Read a date typed as d/m/yyyy or yyyy-mm-dd; None for an empty text. Raises KnownError for one that is none."""
    if not text.strip():
        return None
    year_first = _YEAR_FIRST.fullmatch(text.strip())
    if year_first:
        text = "/".join(reversed(year_first.groups()))
    match = _TYPED.match(text)
    try:
        day, month, year = match.groups() if match else ("0", "0", "0")
        return _sensible(date(int(f"20{year}" if len(year) == 2 else year), int(month), int(day)))
    except ValueError:
        raise KnownError(
            f"Ngày “{text.strip()}” không có trong lịch. Hãy nhập dạng ngày/tháng/năm, ví dụ 05/09/2022."
        ) from None


def _sensible(day: date) -> date:
    """Return a day. Raises ValueError for one of a year that no office means, as in 05/09/0222."""
    if day.year not in YEARS:
        raise ValueError(day)
    return day


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, _months.monthrange(year, month)[1])


def in_year(day: date, year: int) -> date:
    """Return the same day of another year; 29/2 is the last day of February where the year has none."""
    return last_of_month(year, 2) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _no_holidays(_year: int) -> Mapping[date, bool]:
    return {}


@dataclass(frozen=True)
class OfficeDays:
    """On which days offices are open: Monday to Friday, but for public holidays and swapped days."""

    swapped: Mapping[date, bool] = field(default_factory=dict)
    """The officer's own table: each day with whether offices are open; it goes before everything else."""
    public: Callable[[int], Mapping[date, bool]] = _no_holidays
    """The holidays and worked weekends of one year, asked for only when a day of that year is."""

    def is_open(self, day: date) -> bool:
        """Tell whether offices are open on `day`."""
        if day in self.swapped:
            return self.swapped[day]
        return self.public(day.year).get(day, day.weekday() < 5)

    def next_open(self, day: date) -> date:
        """Return `day`, or the first day after it on which offices are open."""
        while not self.is_open(day):
            day += timedelta(days=1)
        return day


WEEKDAYS_ONLY: Final = OfficeDays()
"""Monday to Friday without any holiday."""


def working_days(first: date, last: date, days: OfficeDays = WEEKDAYS_ONLY) -> int:
    """Count working days from `first` to `last`, both included."""
    span = (last - first).days + 1
    return sum(days.is_open(first + timedelta(days=n)) for n in range(max(span, 0)))


def add_working_days(day: date, number: int, days: OfficeDays = WEEKDAYS_ONLY) -> date:
    """Return the working day that is `number` working days after `day`, or before it for a negative number."""
    step = timedelta(days=1 if number > 0 else -1)
    left = abs(number)
    while left > 0:
        day += step
        left -= days.is_open(day)
    return day
