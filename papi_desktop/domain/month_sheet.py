"""The chairman's month as figures: what was planned, done and late, by officer and by content, beside last month."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Final

from papi_desktop.domain.commune import Officer
from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.month_work import Outcome, WorkItem, judged_on, month_items, year_items
from papi_desktop.domain.periods import Period, Window
from papi_desktop.domain.tasks import Progress, Task
from papi_desktop.domain.text import name_sort_key

UNASSIGNED: Final = "Chưa giao người phụ trách"
DEPARTED: Final = "Người không còn trong danh sách"


@dataclass(frozen=True)
class Counts:
    """How many pieces of work came to each outcome."""

    in_time: int = 0
    done_late: int = 0
    undated: int = 0
    """Done, but without the day, so that nobody can tell whether it was in time."""
    overdue: int = 0
    doing: int = 0
    no_figures: int = 0

    @property
    def planned(self) -> int:
        """Return how many pieces of work there were."""
        return self.done + self.overdue + self.doing + self.no_figures

    @property
    def done(self) -> int:
        """Return how many are finished, in time or not."""
        return self.in_time + self.done_late + self.undated


@dataclass(frozen=True)
class Line:
    """One officer (id, 0 for nobody) or one content (number): this month's figures with last month's beside them."""

    key: int
    name: str
    now: Counts
    before: Counts


@dataclass(frozen=True)
class MonthSheet:
    """The sheet that the chairman signs."""

    month: Period
    window: Window
    """The days whose work it shows, up to the day on which it counts."""
    by_officer: tuple[Line, ...]
    by_content: tuple[Line, ...]
    total: Line
    items: tuple[WorkItem, ...]

    @property
    def day(self) -> date:
        """Return the day up to which it counts."""
        return self.window.last

    @property
    def overdue(self) -> tuple[WorkItem, ...]:
        """Return what is overdue and not done, the longest overdue first."""
        found = (item for item in self.items if item.outcome is Outcome.OVERDUE)
        return tuple(sorted(found, key=lambda item: (item.due or date.max, item.task.dimension, item.task.ordinal)))


@dataclass(frozen=True)
class OfficerYear:
    """One officer's figures of a year, for the assessment at its end; id 0 is work given to nobody."""

    key: int
    name: str
    counts: Counts


def month_sheet(
    tasks: Iterable[Task],
    progress: Iterable[Progress],
    officers: Iterable[Officer],
    month: Period,
    today: date,
    cutoff_day: int = 31,
) -> MonthSheet:
    """Return the sheet of `month` as known on `today`, with last month as it stood at its end.

    All eight contents have a line; of the officers, those who have work in either month, by given name. A month ends
    on `cutoff_day`, at the latest on its last day.
    """
    tasks, progress, window = tuple(tasks), tuple(progress), month.window(cutoff_day)
    now = month_items(tasks, progress, month, today, window)
    before = month_items(tasks, progress, month.previous, today, month.previous.window(cutoff_day))
    names = _officer_names((*now, *before), officers)
    return MonthSheet(
        month,
        Window(window.first, judged_on(window, today)),
        _lines(names, now, before, _officer_of),
        _lines(_CONTENT_NAMES, now, before, lambda item: item.task.dimension),
        Line(0, "Tổng số", counts_of(now), counts_of(before)),
        now,
    )


def with_officer_lines(sheet: MonthSheet, most: int) -> MonthSheet:
    """Return the sheet with at most `most` lines for officers: those with least to answer for share the last one."""
    lines = sheet.by_officer
    if len(lines) <= most:
        return sheet
    grave = sorted(lines, key=lambda line: (line.now.overdue, line.now.no_figures, line.now.planned), reverse=True)
    named, others = grave[: most - 1], grave[most - 1 :]
    rest = Line(
        -1,
        f"Những người khác ({len(others)} người)",
        _sum(line.now for line in others),
        _sum(line.before for line in others),
    )
    return replace(sheet, by_officer=(*(line for line in lines if line in named), rest))


def officer_years(
    tasks: Iterable[Task], progress: Iterable[Progress], officers: Iterable[Officer], year: int, today: date
) -> tuple[OfficerYear, ...]:
    """Return the figures of each officer for the work of `year` asked for by `today`, each piece counted once."""
    items = year_items(tasks, progress, year, today)
    own = _grouped(items, _officer_of)
    names = _officer_names(items, officers)
    return tuple(OfficerYear(key, name, counts_of(own[key])) for key, name in names.items())


def counts_of(items: Iterable[WorkItem]) -> Counts:
    """Count the outcomes of `items`."""
    found = Counter(item.outcome for item in items)
    return Counts(*(found[outcome] for outcome in Outcome))


def _sum(counts: Iterable[Counts]) -> Counts:
    return Counts(*map(sum, zip(*map(astuple, counts), strict=True)))


def _lines(
    names: Mapping[int, str], now: Iterable[WorkItem], before: Iterable[WorkItem], key_of: Callable[[WorkItem], int]
) -> tuple[Line, ...]:
    of_now, of_before = _grouped(now, key_of), _grouped(before, key_of)
    return tuple(Line(key, name, counts_of(of_now[key]), counts_of(of_before[key])) for key, name in names.items())


def _grouped(items: Iterable[WorkItem], key_of: Callable[[WorkItem], int]) -> defaultdict[int, list[WorkItem]]:
    groups: defaultdict[int, list[WorkItem]] = defaultdict(list)
    for item in items:
        groups[key_of(item)].append(item)
    return groups


def _officer_names(items: Iterable[WorkItem], officers: Iterable[Officer]) -> dict[int, str]:
    """Return the names of those who have work, by given name; who left and work given to nobody come last."""
    known = {officer.id: officer.name for officer in officers}
    wanted = {_officer_of(item) for item in items}
    present = sorted(wanted & known.keys(), key=lambda key: (name_sort_key(known[key]), key))
    departed = sorted(wanted - known.keys() - {0})
    nobody = {0: UNASSIGNED} if 0 in wanted else {}
    return {key: known[key] for key in present} | dict.fromkeys(departed, DEPARTED) | nobody


def _officer_of(item: WorkItem) -> int:
    return item.task.officer_id


_CONTENT_NAMES: Final = {content.number: f"{content.number}. {content.name}" for content in DIMENSIONS}
