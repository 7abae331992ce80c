"""How every task stands in a period on a day: the one reading that the list, the today view and the report share."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from papi_desktop.domain.deadlines import Every
from papi_desktop.domain.month_work import Outcome, WorkItem
from papi_desktop.domain.occurrences import Occurrence, OccurrenceKind, is_met, occurrences
from papi_desktop.domain.periods import Period, Window, read_period
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.rules import RuleBook
from papi_desktop.domain.tasks import Progress, State, Task, asked_in, due_in, reported_on, standing, state_of
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class Standing:
    """One task with what holds for it in a period, its state on a day, and whether an entry is there or missing.

    Work that is due several times in the period stands with the first day that is still open.
    """

    task: Task
    entry: Progress | None
    state: State
    due: date | None
    is_missing: bool
    has_figures: bool
    """Whether something was written of it in the period; work not asked for yet is neither missing nor written."""
    report_due: date | None = None
    """The last day for the report that the deadline asks for beside the work, where it asks for one."""
    reported_on: date | None = None

    @property
    def owes_report(self) -> bool:
        """Tell whether a report on the result is asked for and was not given yet."""
        return self.report_due is not None and self.reported_on is None


@dataclass(frozen=True)
class Duty:
    """One time that work or a report on it is due, and whether it was met."""

    task: Task
    occurrence: Occurrence
    is_met: bool


def plans_for(plans: Iterable[Plan], period: Period) -> list[Plan]:
    """Return the plans that `period` reports on, in the order they were issued.

    They are those of its year, or of the last year before it that has any, or of the first year there is.
    """
    known = list(plans)
    in_time = [plan.year for plan in known if plan.year <= period.year]
    year = max(in_time) if in_time else min((plan.year for plan in known), default=0)
    return sorted((plan for plan in known if plan.year == year), key=lambda plan: (plan.issued_on or date.max, plan.id))


def tasks_for(work: Work, period: Period) -> list[Task]:
    """Return the tasks of all the plans that `period` reports on, by content."""
    return work.tasks.of_plans([plan.id for plan in plans_for(work.plans.all(), period)])


def entries_for(work: Work, period: Period) -> list[Progress]:
    """Return what was written, in any period, of the tasks of all the plans that `period` reports on."""
    return work.progress.of_plans([plan.id for plan in plans_for(work.plans.all(), period)])


def last_day(period: Period, today: date) -> date:
    """Return the day on which `period` is judged: today, or its last day when it is over."""
    return min(today, period.calendar_window.last)


def soon_days_on(book: RuleBook, day: date) -> int:
    """Return how many days before its end work counts as due soon."""
    return book.number("work.soon_days", day)


def standings(
    tasks: Iterable[Task], progress: Iterable[Progress], period: Period, day: date, soon_days: int
) -> list[Standing]:
    """Return how each task stands in `period` on `day`; it is due soon in the last `soon_days`."""
    entries: dict[int, list[Progress]] = defaultdict(list)
    for entry in progress:
        entries[entry.task_id].append(entry)
    return [_standing(task, entries[task.id], period, day, soon_days) for task in tasks]


def month_standings(
    items: Iterable[WorkItem], progress: Iterable[Progress], month: Period, day: date, soon_days: int
) -> list[Standing]:
    """Return how each piece of work of a month stands on `day`, so that its report says what its sheet counts."""
    entries: dict[int, list[Progress]] = defaultdict(list)
    for entry in progress:
        entries[entry.task_id].append(entry)
    return [_month_standing(item, entries[item.task.id], month, day, soon_days) for item in items]


def _month_standing(item: WorkItem, entries: Iterable[Progress], month: Period, day: date, soon_days: int) -> Standing:
    state = _STATES[item.outcome]
    if state is State.ON_TRACK and item.due and item.due <= day + timedelta(days=soon_days):
        state = State.SOON
    is_told = item.entry is not None and item.entry.has_figures
    owed = item.due if item.task.deadline.report_to else None
    entry = _told_by(item.entry, month, day) if item.entry else None
    has_figures = is_told and entry is item.entry
    told_on = reported_on(item.task, entries, month)
    return Standing(item.task, entry, state, item.due, not is_told, has_figures, owed, told_on)


def _told_by(entry: Progress, month: Period, day: date) -> Progress:
    """Return an entry, without the words and figures of a period that goes on after the month and is not done yet."""
    is_over = read_period(entry.period).order[:2] <= month.order[:2]
    if is_over or (entry.done_on and entry.done_on <= day):
        return entry
    return replace(entry, figures=(), result="")


_STATES: Final = {
    Outcome.IN_TIME: State.DONE,
    Outcome.DONE_LATE: State.DONE,
    Outcome.UNDATED: State.DONE,
    Outcome.OVERDUE: State.LATE,
    Outcome.DOING: State.ON_TRACK,
    Outcome.NO_FIGURES: State.NO_FIGURES,
}


def duties(tasks: Iterable[Task], progress: Iterable[Progress], days: Window) -> list[Duty]:
    """Return everything that falls due within `days`, each work and each report on it once, by day."""
    entries: dict[int, list[Progress]] = defaultdict(list)
    for entry in progress:
        entries[entry.task_id].append(entry)
    years = range(days.first.year, days.last.year + 2)
    found = [
        Duty(task, occurrence, is_met(task, occurrence, entries[task.id]))
        for task in tasks
        for year in years
        for occurrence in occurrences(task, year)
        if occurrence.due in days
    ]
    return sorted(found, key=lambda duty: duty.occurrence.order)


def _standing(task: Task, entries: list[Progress], period: Period, day: date, soon_days: int) -> Standing:
    entry = standing(task, entries, period)
    told = read_period(entry.period) if entry is not None and entry.has_figures else None
    is_missing = asked_in(task, entries, period) and told != period
    due = _open_due(task, entries, period)
    state = state_of(task, entry, period, day, soon_days, due)
    has_figures = not is_missing and told is not None and told.calendar_window.first in period.calendar_window
    owed = (task.deadline.report_due or due) if task.deadline.asks_report and task.concerns_us else None
    return Standing(task, entry, state, due, is_missing, has_figures, owed, reported_on(task, entries, period))


def _open_due(task: Task, entries: list[Progress], period: Period) -> date | None:
    """Return the day that counts in `period`: of work due every month the first one open, once for the others."""
    if task.deadline.every is not Every.MONTH or period.month:
        return due_in(task, period)
    months = [month.code for month in period.months[-3:]]
    asked = [each for each in occurrences(task, period.year) if each.when in months]
    still = [each.due for each in asked if each.kind is OccurrenceKind.WORK and not _is_told(task, each, entries)]
    return still[0] if still else due_in(task, period)


def _is_told(task: Task, occurrence: Occurrence, entries: list[Progress]) -> bool:
    """Tell whether a month's work was finished, or the report that takes in the month says something of it."""
    told = any(entry.has_figures and not read_period(entry.period).month for entry in entries)
    return is_met(task, occurrence, entries) or told
