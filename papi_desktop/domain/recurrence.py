"""The turns of what must be published every month, quarter or year, and the day on which each begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from papi_desktop.domain.calendar import last_of_month

_ROMAN: Final = ("I", "II", "III", "IV")


class Recurrence(StrEnum):
    """How often a kind of publication comes back."""

    MONTH = "Hằng tháng"
    QUARTER = "Hằng quý"
    YEAR = "Hằng năm"
    ON_CHANGE = "Khi có thay đổi"
    ON_EVENT = "Theo từng việc"

    @property
    def months(self) -> int:
        """Return the length of one turn in months, 0 for what does not recur by the calendar."""
        return {Recurrence.MONTH: 1, Recurrence.QUARTER: 3, Recurrence.YEAR: 12}.get(self, 0)


@dataclass(frozen=True)
class Occurrence:
    """One turn: its code, its name in a title, and the day from which it has to be published."""

    code: str
    label: str
    trigger_on: date


def occurrences(recurs: Recurrence, usual: str, first: date, last: date) -> Iterator[Occurrence]:
    """Yield the turns whose trigger day is between `first` and `last`, by day.

    `usual` tells that day: "end" of the period, "start-14" for days before its beginning, or "12-14" in each year.
    """
    if not recurs.months:
        return
    found = (_occurrence(recurs, usual, year, month) for year, month in _periods(recurs, first.year - 1, last.year + 1))
    yield from (each for each in found if first <= each.trigger_on <= last)


def nearest(recurs: Recurrence, usual: str, day: date) -> Occurrence:
    """Return the turn whose trigger day is nearest to `day`, the earlier of two."""
    year = timedelta(days=400)
    return min(
        occurrences(recurs, usual, day - year, day + year),
        key=lambda each: (abs((each.trigger_on - day).days), each.trigger_on),
    )


def _periods(recurs: Recurrence, first_year: int, last_year: int) -> Iterator[tuple[int, int]]:
    for year in range(first_year, last_year + 1):
        for month in range(1, 13, recurs.months):
            yield year, month


def _occurrence(recurs: Recurrence, usual: str, year: int, month: int) -> Occurrence:
    code, label = _names(recurs, year, month)
    return Occurrence(code, label, _trigger(recurs, usual, year, month))


def _names(recurs: Recurrence, year: int, month: int) -> tuple[str, str]:
    if recurs is Recurrence.MONTH:
        return f"{year}-{month:02d}", f"tháng {month} năm {year}"
    if recurs is Recurrence.QUARTER:
        quarter = (month - 1) // 3
        return f"{year}-Q{quarter + 1}", f"quý {_ROMAN[quarter]} năm {year}"
    return str(year), f"năm {year}"


def _trigger(recurs: Recurrence, usual: str, year: int, month: int) -> date:
    if usual.startswith("start"):
        return date(year, month, 1) - timedelta(days=int(usual.partition("-")[2] or 0))
    if recurs is Recurrence.YEAR and usual != "end":
        usual_month, usual_day = map(int, usual.split("-"))
        return date(year, usual_month, usual_day)
    return last_of_month(year, month + recurs.months - 1)
