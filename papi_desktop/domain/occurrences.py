"""What a task's deadline asks for in one year: one occurrence for each time the work or a report on it is due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from papi_desktop.domain.deadlines import DeadlineKind, Every
from papi_desktop.domain.periods import Period, month_period, read_period, reports_of
from papi_desktop.domain.tasks import MONTHS_OF_CYCLE, Progress, Status, Task, due_in, same_cycle


class TaskKey(NamedTuple):
    """What tells one task from another for good; the printed code does not."""

    plan_id: int
    dimension: int
    ordinal: int


class OccurrenceKind(StrEnum):
    """Whether the work itself is asked for, or a report on it."""

    WORK = "work"
    REPORT = "report"


@dataclass(frozen=True)
class Occurrence:
    """One time that a task is due: in a period, or on the one date of its deadline."""

    key: TaskKey
    when: str
    """The period's code (2022-07, 2022-Q3, 2022-Y), or the date (2022-07-04) of work that is due once."""
    due: date | None
    """The last day in time; None for continuous work, which no date binds."""
    kind: OccurrenceKind = OccurrenceKind.WORK
    report_to: str | None = None
    """The body that the report goes to, in the plan's own words; None for work."""
    task_id: int = 0

    @property
    def is_once(self) -> bool:
        """Tell whether it is due once, by a date."""
        return self.due is not None and self.when == self.due.isoformat()

    @property
    def order(self) -> tuple[bool, date, TaskKey, bool]:
        """Return a key that sorts by the day due, then what no date binds by period; the report after its work."""
        day = self.due or read_period(self.when).calendar_window.last
        return self.due is None, day, self.key, self.kind is OccurrenceKind.REPORT


def key_of(task: Task) -> TaskKey:
    """Return the key of `task`."""
    return TaskKey(task.plan_id, task.dimension, task.ordinal)


def occurrences(task: Task, year: int) -> tuple[Occurrence, ...]:
    """Return what `task` asks of the commune in `year`, the earliest first; nothing for a task it only hears of.

    A deadline that names a body to report to ("Báo cáo kết quả về Sở Nội vụ trước ngày…") asks for the work and for
    the report, each on its own; a report with a day of its own is asked for once, on that day. A deadline by law or
    one that was not read asks for nothing until it has a date.
    """
    if not task.concerns_us:
        return ()
    found = [each for when, due in _times(task, year) for each in _asked(task, when, due)]
    own = task.deadline.report_due
    found += [_report(task, own.isoformat(), own)] if own and own.year == year else []
    return tuple(sorted(found, key=lambda occurrence: occurrence.order))


def is_met(task: Task, occurrence: Occurrence, entries: Iterable[Progress]) -> bool:
    """Tell whether the work was finished, or the report on it given, for one occurrence."""
    own = (entry for entry in entries if entry.task_id == task.id and _speaks_for(task, entry, occurrence))
    if occurrence.kind is OccurrenceKind.REPORT:
        return any(entry.reported_on for entry in own)
    return any(entry.status is Status.DONE for entry in own)


def _speaks_for(task: Task, entry: Progress, occurrence: Occurrence) -> bool:
    """Tell whether an entry is of the occurrence's own cycle, or of the report that takes in its month."""
    if occurrence.is_once:
        return True
    written, asked = read_period(entry.period), read_period(occurrence.when)
    if task.deadline.every and same_cycle(task, written, asked):
        return True
    last_months = [month.last_month for month in written.months[-3:]]
    return written.year == asked.year and asked.last_month in last_months


def _asked(task: Task, when: str, due: date | None) -> Iterator[Occurrence]:
    yield Occurrence(key_of(task), when, due, task_id=task.id)
    if task.deadline.report_to and not task.deadline.report_due:
        yield _report(task, when, due)


def _report(task: Task, when: str, due: date | None) -> Occurrence:
    return Occurrence(key_of(task), when, due, OccurrenceKind.REPORT, task.deadline.receiver, task.id)


def _times(task: Task, year: int) -> Iterator[tuple[str, date | None]]:
    deadline = task.deadline
    if deadline.kind is DeadlineKind.CONTINUOUS:
        yield from ((period.code, None) for period in reports_of(year))
    elif deadline.every and not (deadline.due and deadline.due.year > year):
        yield from ((period.code, due_in(task, period)) for period in _periods(deadline.every, year))
    elif due := deadline.due:
        yield from [(due.isoformat(), due)] if due.year == year else []


def _periods(every: Every, year: int) -> tuple[Period, ...]:
    """Return the periods in which a duty comes back: quarterly and half-yearly ones with the year's reports."""
    if every is Every.MONTH:
        return tuple(month_period(year, month) for month in _MONTHS)
    return tuple(period for period in reports_of(year) if period.last_month % MONTHS_OF_CYCLE[every] == 0)


_MONTHS: Final = range(1, 13)
