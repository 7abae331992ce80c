"""Which pieces of work belong to a month or a year of the plan, and how each of them stood at its end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from papi_desktop.domain.calendar import last_of_month
from papi_desktop.domain.deadlines import Every
from papi_desktop.domain.occurrences import Occurrence, OccurrenceKind, occurrences
from papi_desktop.domain.periods import Period, PeriodKind, Window, current_report, read_period
from papi_desktop.domain.tasks import Progress, Status, Task


class Outcome(StrEnum):
    """How one piece of work stands."""

    IN_TIME = "Hoàn thành đúng hạn"
    DONE_LATE = "Hoàn thành quá hạn"
    UNDATED = "Hoàn thành, chưa ghi ngày"
    OVERDUE = "Quá hạn, chưa xong"
    DOING = "Đang thực hiện"
    NO_FIGURES = "Chưa có số liệu"


DONE = (Outcome.IN_TIME, Outcome.DONE_LATE, Outcome.UNDATED)


@dataclass(frozen=True)
class WorkItem:
    """One piece of work of a month or a year: its task, the period or date it is for, and how it stands."""

    task: Task
    when: str
    due: date | None
    outcome: Outcome
    entry: Progress | None = None
    """What speaks for it."""


def judged_on(window: Window, today: date) -> date:
    """Return the day up to which the days of `window` are judged: today, or the last one when they are over."""
    return min(today, window.last)


def month_items(
    tasks: Iterable[Task], progress: Iterable[Progress], month: Period, today: date, window: Window | None = None
) -> tuple[WorkItem, ...]:
    """Return the work of `month` as it stood at its end: what fell due, continuous work, and what was carried over.

    Carried over is work due once, earlier, and still open when the month began. The month's days are `window`, or
    those of the calendar.
    """
    window = window or month.calendar_window
    judge = _Judge(progress, month, window, today)
    return tuple(
        judge.item(task, occurrence, (month,))
        for task in tasks
        for occurrence in _work(task, month.year)
        if _is_of_month(occurrence, window) or judge.is_carried_over(task, occurrence)
    )


def year_items(tasks: Iterable[Task], progress: Iterable[Progress], year: int, today: date) -> tuple[WorkItem, ...]:
    """Return the work of `year` asked for by the end of the month of `today`, each piece once, as it stands now."""
    period = Period(year, PeriodKind.YEAR)
    judge = _Judge(progress, period, period.calendar_window, today)
    items = (
        judge.item(task, occurrence, _months_of(occurrence))
        for task in tasks
        for occurrence in _work(task, year)
        if occurrence.due is None or occurrence.due.year == year
    )
    return tuple(item for item in items if item.outcome in DONE or _is_asked(item, judge.day))


class _Judge:
    """What was known of each task at the end of a period."""

    def __init__(self, progress: Iterable[Progress], period: Period, window: Window, today: date) -> None:
        self._year = period.year
        self._window = window
        self._today = today
        self.day = judged_on(window, today)
        self._entries: dict[int, list[Progress]] = defaultdict(list)
        for entry in progress:
            self._entries[entry.task_id].append(entry)

    def item(self, task: Task, occurrence: Occurrence, months: tuple[Period, ...]) -> WorkItem:
        """Return the piece of work with its outcome; `months` are those whose own entries may speak for it."""
        is_yearly = task.deadline.every is Every.YEAR
        entry = self._once(task) if occurrence.is_once or is_yearly else self._again(task, occurrence, months)
        return WorkItem(task, occurrence.when, occurrence.due, self._outcome(entry, occurrence.due), entry)

    def is_carried_over(self, task: Task, occurrence: Occurrence) -> bool:
        """Tell whether work due once before the period was still open when it began."""
        first = self._window.first
        if not occurrence.is_once or occurrence.due is None or occurrence.due >= first:
            return False
        entry = self._once(task)
        return entry is None or entry.status is not Status.DONE or self._finished(entry) >= first

    def _once(self, task: Task) -> Progress | None:
        """Return the last entry known for work with one date; work that comes back yearly has its own year's only."""
        last = current_report(self.day).order
        known = [entry for entry in self._known(task) if read_period(entry.period).order <= last]
        if task.deadline.every is Every.YEAR:
            known = [entry for entry in known if read_period(entry.period).year == self._year]
        return max(known, key=lambda entry: read_period(entry.period).order, default=None)

    def _again(self, task: Task, occurrence: Occurrence, months: tuple[Period, ...]) -> Progress | None:
        """Return the entry of a period that comes back, or of one of `months`; a finished one speaks first."""
        codes = {occurrence.when, *(month.code for month in months)}
        entries = self._known(task) if occurrence.due else self._entries[task.id]
        own = [entry for entry in entries if entry.period in codes]
        return max(own, key=lambda entry: (entry.status is Status.DONE, entry.has_figures), default=None)

    def _known(self, task: Task) -> Iterator[Progress]:
        """Return the entries of a task without what was finished only after the day of judging."""
        return (
            entry
            for entry in self._entries[task.id]
            if entry.status is not Status.DONE or self._finished(entry) <= self.day
        )

    def _finished(self, entry: Progress) -> date:
        """Return the day of finishing; without one, the end of the entry's period, or today while that is running."""
        return entry.done_on or judged_on(read_period(entry.period).calendar_window, self._today)

    def _outcome(self, entry: Progress | None, due: date | None) -> Outcome:
        if entry and entry.status is Status.DONE:
            return _finished_outcome(entry, due)
        morning_after = min(self._today, self._window.last + timedelta(days=1))
        if due and due < morning_after:
            return Outcome.OVERDUE
        return Outcome.DOING if entry and entry.has_figures else Outcome.NO_FIGURES


def _finished_outcome(entry: Progress, due: date | None) -> Outcome:
    """Return how finished work stands; what no date binds is in time."""
    if due is None:
        return Outcome.IN_TIME
    if entry.done_on is None:
        return Outcome.UNDATED
    return Outcome.IN_TIME if entry.done_on <= due else Outcome.DONE_LATE


def _work(task: Task, year: int) -> Iterator[Occurrence]:
    """Return the work of a task in `year`; work due once keeps its own year, so that it can be carried over."""
    deadline = task.deadline
    own = deadline.due.year if deadline.due and deadline.every is None else year
    return (each for each in occurrences(task, own) if each.kind is OccurrenceKind.WORK)


def _is_of_month(occurrence: Occurrence, window: Window) -> bool:
    if occurrence.due is None:
        return occurrence.when == current_report(window.last).code
    return occurrence.due in window


def _months_of(occurrence: Occurrence) -> tuple[Period, ...]:
    """Return the months whose entries may speak for a period: the last one, or all three where no date binds."""
    if occurrence.is_once:
        return ()
    months = read_period(occurrence.when).months
    return months[-1:] if occurrence.due else months[-3:]


def _is_asked(item: WorkItem, day: date) -> bool:
    """Tell whether work had to be done by the end of the month of `day`, or is asked for in the report of that day."""
    if item.due is None:
        return read_period(item.when).order <= current_report(day).order
    return item.due <= last_of_month(day.year, day.month)
