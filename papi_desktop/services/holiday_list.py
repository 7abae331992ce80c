"""The list of days off and worked weekends of a year, from the library and from the commune's own table."""

from dataclasses import dataclass
from datetime import date

from papi_desktop.domain.calendar import WEEKDAYS
from papi_desktop.domain.holidays import SpecialDay
from papi_desktop.domain.stores import Saved
from papi_desktop.domain.text import has_words
from papi_desktop.services.registers import ColumnKind, Query, Register, RegisterColumn
from papi_desktop.services.rule_book import public_days, public_names
from papi_desktop.services.work import Work

OFF, WORKED = "Nghỉ", "Làm việc"


@dataclass(frozen=True)
class HolidayLine:
    """One day; `id` is that of the commune's own entry, 0 for a day of the library."""

    id: int
    on: date
    weekday: str
    state: str
    name: str
    source: str


def holiday_lines(work: Work, query: Query) -> list[HolidayLine]:
    """Return the days of the asked year that differ from Monday-to-Friday, by day; one's own entries go before."""
    year = query.period.year
    names = public_names(year)
    lines = {
        on: _line(0, on, is_open, names.get(on, "Làm bù ngày nghỉ hoán đổi"), "Lịch chung")
        for on, is_open in public_days(year).items()
    }
    for each in work.special_days.all():
        if each.on.year == year:
            lines[each.on] = _line(each.id, each.on, each.is_open, each.name, "Xã tự nhập")
    return [lines[on] for on in sorted(lines) if has_words(query.words, lines[on].name, lines[on].weekday)]


def mark(work: Work, on: date, is_open: bool, name: str) -> Saved[SpecialDay]:
    """Mark one day as off or worked; a day marked before is marked anew."""
    there = next((each for each in work.special_days.all() if each.on == on), None)
    return work.special_days.put(
        SpecialDay(on, is_open, name.strip(), there.id if there else 0, there.uuid if there else "")
    )


def _line(id: int, on: date, is_open: bool, name: str, source: str) -> HolidayLine:
    return HolidayLine(id, on, WEEKDAYS[on.weekday()], WORKED if is_open else OFF, name, source)


HOLIDAYS = Register(
    name="holidays",
    title="Ngày nghỉ, ngày làm bù",
    columns=(
        RegisterColumn("on", "Ngày", ColumnKind.DATE, 12),
        RegisterColumn("weekday", "Thứ", width=10),
        RegisterColumn("name", "Lý do", width=40),
        RegisterColumn("state", "Nghỉ hay làm", width=10),
        RegisterColumn("source", "Nguồn", width=12),
    ),
    lines=holiday_lines,
)
