"""How every task stands in a period on a day: the one reading that the list, the today view and the report share."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from papi_desktop.catalog import rule_book
from papi_desktop.domain.periods import Period
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.tasks import Progress, State, Task, asked_in, due_in, standing, state_of


@dataclass(frozen=True)
class Standing:
    """One task with what holds for it in a period, its state on a day, and whether an entry is still missing."""

    task: Task
    entry: Progress | None
    state: State
    due: date | None
    is_missing: bool


def plan_for(plans: Iterable[Plan], period: Period) -> Plan | None:
    """Return the plan that `period` reports on: of its year, or the last one before it, or the first there is."""
    known = sorted(plans, key=lambda plan: (plan.year, plan.id))
    in_time = [plan for plan in known if plan.year <= period.year]
    return in_time[-1] if in_time else next(iter(known), None)


def last_day(period: Period, today: date) -> date:
    """Return the day on which `period` is judged: today, or its last day when it is over."""
    return min(today, period.calendar_window.last)


def standings(tasks: Iterable[Task], progress: Iterable[Progress], period: Period, day: date) -> list[Standing]:
    """Return how each task stands in `period` on `day`."""
    entries: dict[int, list[Progress]] = defaultdict(list)
    for entry in progress:
        entries[entry.task_id].append(entry)
    return [_standing(task, entries[task.id], period, day) for task in tasks]


def _standing(task: Task, entries: list[Progress], period: Period, day: date) -> Standing:
    entry = standing(task, entries, period)
    is_written = entry is not None and entry.has_figures and entry.period == period.code
    state = state_of(task, entry, period, day, rule_book().number("work.soon_days", day))
    return Standing(task, entry, state, due_in(task, period), asked_in(task, entries, period) and not is_written)
