"""A task of the plan, the commune's part in it, and how far it has come in each reporting period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, Protocol

from papi_desktop.domain.calendar import in_year, last_of_month
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.domain.stores import Saved, Store

MONTHS_OF_CYCLE: Final = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}


class Part(StrEnum):
    """What the commune has to do with a task."""

    LEAD = "chủ trì"
    COORDINATE = "phối hợp"
    INFORM = "để biết"


class Status(StrEnum):
    """What the officer says of a task in one period."""

    NOT_STARTED = "Chưa thực hiện"
    DOING = "Đang thực hiện"
    DONE = "Hoàn thành"


class State(StrEnum):
    """What the program says of a task on a day: always a word, a shape and a colour."""

    LATE = "Quá hạn"
    SOON = "Sắp đến hạn"
    ON_TRACK = "Đúng tiến độ"
    DONE = "Hoàn thành"
    NO_FIGURES = "Chưa có số liệu"


@dataclass(frozen=True)
class Task:
    """One task of a plan; its key is plan, content and ordinal, never the printed code."""

    plan_id: int
    dimension: int
    ordinal: int
    code: str
    own_code: str
    text: str
    lead_text: str
    coordinating_text: str
    part: Part
    deadline: Deadline
    officer_id: int = 0
    leader_id: int = 0
    note: str = ""
    area: str = ""
    """The field of work ("lĩnh vực") it belongs to in the commune's own plan."""
    village_ids: tuple[int, ...] = ()
    """The villages in which it is done; empty for the whole commune."""
    steps: str = ""
    """How it is done, step by step, one a line."""
    planned_from: date | None = None
    planned_to: date | None = None
    sub_dimension: str = ""
    carried_from: str = ""
    """The exchange key of the task of last year's plan that this one goes on with."""
    id: int = 0
    uuid: str = ""

    @property
    def is_one_off(self) -> bool:
        """Tell whether it is finished once for all, by one deadline."""
        dated = (DeadlineKind.BEFORE, DeadlineKind.BY, DeadlineKind.WINDOW)
        return self.deadline.kind in dated and self.deadline.every is None

    @property
    def concerns_us(self) -> bool:
        """Tell whether the commune has to do anything in it."""
        return self.part is not Part.INFORM


@dataclass(frozen=True)
class Figure:
    """One number of a result, with what it counts: 9 "thôn đã lập sổ"."""

    label: str
    value: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True)
class Progress:
    """What was done on one task in one reporting period (by the period's code)."""

    task_id: int
    period: str
    status: Status = Status.NOT_STARTED
    percent: int = 0
    figures: tuple[Figure, ...] = field(default_factory=tuple)
    result: str = ""
    cause: str = ""
    done_on: date | None = None
    reported_on: date | None = None
    """When the result was reported to the body that the deadline names, where it demands that."""
    id: int = 0
    uuid: str = ""

    @property
    def has_figures(self) -> bool:
        """Tell whether the officer has said anything for this period."""
        return bool(self.status is not Status.NOT_STARTED or self.result or self.figures or self.percent)


class TaskStore(Store[Task], Protocol):
    """The tasks, by content, plan and ordinal."""

    def of_plan(self, plan_id: int) -> list[Task]:
        """Return the tasks of one plan, by content and ordinal."""
        ...

    def of_plans(self, plan_ids: Sequence[int]) -> list[Task]:
        """Return the tasks of several plans, by content, plan and ordinal."""
        ...

    def lead_texts(self) -> list[str]:
        """Return every wording of the leading bodies in all plans, each once."""
        ...


class ProgressStore(Store[Progress], Protocol):
    """What was done, one value for each task and period."""

    def of_plans(self, plan_ids: Sequence[int]) -> list[Progress]:
        """Return what was done on the tasks of these plans, by task and period."""
        ...

    def of_task(self, task_id: int) -> list[Progress]:
        """Return what was done on one task, oldest period first."""
        ...

    def find(self, task_id: int, period: str) -> Progress | None:
        """Return what was done on one task in one period, if anything was written."""
        ...

    def put(self, value: Progress) -> Saved[Progress]:
        """Insert or replace; raises KnownError when another value holds the same task and period."""
        ...


def due_in(task: Task, period: Period) -> date | None:
    """Return the last day on which `task` is in time within `period`, or None where no date binds.

    A recurring duty is due with the last month of its own cycle: a yearly one in December, also in Quý I.
    """
    deadline = task.deadline
    if deadline.due and deadline.every in (None, Every.YEAR):
        return in_year(deadline.due, max(period.year, deadline.due.year)) if deadline.every else deadline.due
    if deadline.kind is not DeadlineKind.RECURRING or deadline.every is None:
        return None
    last = last_of_month(period.year, _last_month(deadline.every, period))
    if deadline.day is None:
        return last
    return last.replace(day=min(deadline.day, last.day)) if deadline.day else last.replace(day=1) - timedelta(days=1)


def standing(task: Task, entries: Iterable[Progress], period: Period) -> Progress | None:
    """Return the entry that speaks for `task` in `period`: the last one written at or before it.

    Work with one deadline that was finished in Quý III is still finished in the year's report; of work that comes
    back only the entries of the same cycle speak, and of continuous work only the period's own. An entry that says
    nothing of the work, as one made to hold evidence, does not take the word from an earlier one.
    """
    own = {entry.period: entry for entry in entries if entry.task_id == task.id}
    here = own.get(period.code)
    if (here and here.has_figures) or not (task.is_one_off or task.deadline.every):
        return here
    known = (read_period(code) for code, entry in own.items() if entry.has_figures)
    earlier = [each for each in known if each.order <= period.order and same_cycle(task, each, period)]
    return own[max(earlier, key=lambda each: each.order).code] if earlier else here


def asked_in(task: Task, entries: Iterable[Progress], period: Period) -> bool:
    """Tell whether `period` must have an entry for `task`: from when its work begins until it is finished.

    Continuous work is asked for in every period, work that comes back when it falls due by the period's end.
    """
    if not task.concerns_us:
        return False
    if not (task.is_one_off or task.deadline.every):
        return True
    last, due = period.calendar_window.last, due_in(task, period)
    begins = due if task.deadline.every else task.deadline.starts
    if begins and begins > last:
        return False
    before = standing(task, (entry for entry in entries if entry.period != period.code), period)
    return before is None or before.status is not Status.DONE


def reported_on(task: Task, entries: Iterable[Progress], period: Period) -> date | None:
    """Return when the result of `task` was reported: in `period` or earlier in the same cycle, or once for all."""
    once = task.deadline.report_due is not None
    days = (
        entry.reported_on
        for entry in entries
        if entry.task_id == task.id
        and entry.reported_on
        and (once or same_cycle(task, read_period(entry.period), period))
    )
    return min(days, default=None)


def _last_month(every: Every, period: Period) -> int:
    """Return the last month of the cycle in which `period` ends."""
    months = MONTHS_OF_CYCLE[every]
    return -(-period.last_month // months) * months


def same_cycle(task: Task, one: Period, other: Period) -> bool:
    """Tell whether work that comes back is asked for once in both periods; work with one deadline always is."""
    every = task.deadline.every
    if every is None:
        return True
    return one.year == other.year and _last_month(every, one) == _last_month(every, other)


def state_of(
    task: Task, progress: Progress | None, period: Period, today: date, soon_days: int = 7, due: date | None = None
) -> State:
    """Return the state of `task` in `period` on `today`; `progress` is what stands for it then.

    `due` is the day that counts where the work is due several times in the period.
    """
    if progress and progress.status is Status.DONE:
        return State.DONE
    due = due or due_in(task, period)
    if due and due < today:
        return State.LATE
    if due and due <= today + timedelta(days=soon_days):
        return State.SOON
    return State.ON_TRACK if progress and progress.has_figures else State.NO_FIGURES
