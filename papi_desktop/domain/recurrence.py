"""The turns of what must be published every month, quarter or year, and the day on which each begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from papi_desktop.domain.calendar import last_of_month

_QUARTERS: Final = ("quý I", "quý II", "quý III", "quý IV")
_SO_FAR: Final = ("quý I", "6 tháng đầu", "9 tháng", "")
"""What figures that add up through the year reach to at the end of each quarter."""


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
    """One turn: its code, and the day from which it has to be published."""

    code: str
    trigger_on: date
    first_on: date
    """The first day of the period."""


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


def turn_code(recurs: Recurrence, year: int, month: int) -> str:
    """Return the code of the turn in which a month lies: 2022-07, 2022-Q3, 2022."""
    if recurs is Recurrence.MONTH:
        return f"{year}-{month:02d}"
    return f"{year}-Q{(month - 1) // 3 + 1}" if recurs is Recurrence.QUARTER else str(year)


def turn_words(code: str, about_year: int = 0) -> str:
    """Return a turn's name in a title, so many years later: "quý III năm 2022", "tháng 7 năm 2022", "năm 2022"."""
    year, _, part = code.partition("-")
    quarter = _QUARTERS[int(part[1:]) - 1] if part.startswith("Q") else f"tháng {int(part)}" if part else ""
    return f"{quarter} năm {int(year) + about_year}".strip()


def so_far_words(code: str) -> str:
    """Return the months from the beginning of the year to the end of a quarter: "9 tháng năm 2022", "năm 2022"."""
    year, _, part = code.partition("-Q")
    return f"{_SO_FAR[int(part) - 1]} năm {year}".strip() if part else turn_words(code)


def _periods(recurs: Recurrence, first_year: int, last_year: int) -> Iterator[tuple[int, int]]:
    for year in range(first_year, last_year + 1):
        for month in range(1, 13, recurs.months):
            yield year, month


def _occurrence(recurs: Recurrence, usual: str, year: int, month: int) -> Occurrence:
    code, trigger = turn_code(recurs, year, month), _trigger(recurs, usual, year, month)
    return Occurrence(code, trigger, date(year, month, 1))


def _trigger(recurs: Recurrence, usual: str, year: int, month: int) -> date:
    if usual.startswith("start"):
        return date(year, month, 1) - timedelta(days=int(usual.partition("-")[2] or 0))
    if recurs is Recurrence.YEAR and usual != "end":
        usual_month, usual_day = map(int, usual.split("-"))
        return date(year, usual_month, usual_day)
    return last_of_month(year, month + recurs.months - 1)
