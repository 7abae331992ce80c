"""Dates as Vietnamese offices write and count them."""

import calendar as _months
import re
from datetime import date, timedelta
from typing import Final

from papi_desktop.domain.errors import KnownError

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_TYPED: Final = re.compile(r"^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\s*$")


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
    """Read a date typed as d/m/yyyy; nothing for an empty text. Raises KnownError for a date that does not exist."""
    if not text.strip():
        return None
    match = _TYPED.match(text)
    try:
        day, month, year = match.groups() if match else ("0", "0", "0")
        return date(int(f"20{year}" if len(year) == 2 else year), int(month), int(day))
    except ValueError:
        raise KnownError(
            f"Ngày “{text.strip()}” không có trong lịch. Hãy nhập dạng ngày/tháng/năm, ví dụ 05/09/2022."
        ) from None


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, _months.monthrange(year, month)[1])


def is_working_day(day: date, holidays: frozenset[date] = frozenset()) -> bool:
    """Tell whether offices are open on `day`: Monday to Friday and not one of `holidays`."""
    return day.weekday() < 5 and day not in holidays


def working_days(first: date, last: date, holidays: frozenset[date] = frozenset()) -> int:
    """Count working days from `first` to `last`, both included."""
    span = (last - first).days + 1
    return sum(is_working_day(first + timedelta(days=n), holidays) for n in range(max(span, 0)))


def add_working_days(day: date, number: int, holidays: frozenset[date] = frozenset()) -> date:
    """Return the working day that is `number` working days after `day`."""
    while number > 0:
        day += timedelta(days=1)
        number -= is_working_day(day, holidays)
    return day
