"""Starts a new plan year from the last one: which tasks go on, who does them where and how, and when they fall."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from papi_desktop.domain.calendar import last_of_month, written
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import Deadline, DeadlineKind
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period, PeriodKind
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.tasks import Progress, Status, Task, standing
from papi_desktop.domain.text import fold
from papi_desktop.services.own_plan import is_own, own_plan
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.standing import plans_for
from papi_desktop.services.work import Work


class Why(StrEnum):
    """Why a task goes on, or does not, in the new year."""

    CONTINUOUS = "Thường xuyên"
    RECURRING = "Định kỳ"
    BY_LAW = "Theo quy định"
    UNREAD = "Chưa rõ thời hạn"
    UNFINISHED = "Chưa hoàn thành trong năm trước"
    FINISHED = "Đã hoàn thành"


GOES_ON = (Why.CONTINUOUS, Why.RECURRING, Why.BY_LAW)
"""Tasks that are proposed; the others are only offered."""


@dataclass(frozen=True)
class CarriedTask:
    """A task of the old plan, whether it is proposed for the new one, and how its deadline would be read there."""

    task: Task
    why: Why
    deadline: Deadline
    doubt: str = ""
    there: Task | None = None
    """The task of a new plan that was read already, which takes over officer, leader, area, villages and steps."""

    @property
    def id(self) -> int:
        """Return the old task's id, by which it is accepted."""
        return self.task.id

    @property
    def is_proposed(self) -> bool:
        """Tell whether it goes on unless a person says otherwise."""
        return self.why in GOES_ON or self.there is not None


@dataclass(frozen=True)
class NewYear:
    """The new year as proposed, from the plans of the last year that has any."""

    year: int
    sources: tuple[Plan, ...]
    homes: tuple[tuple[int, int], ...]
    """The plans of the new year in which tasks of a source stand already: pairs of their ids, the source's first."""
    rows: tuple[CarriedTask, ...]

    @property
    def old_year(self) -> int:
        """Return the year that the tasks come from."""
        return self.sources[0].year

    @property
    def proposed(self) -> tuple[int, ...]:
        """Return the ids of the tasks that go on unless a person says otherwise."""
        return tuple(row.id for row in self.rows if row.is_proposed)

    @property
    def sentence(self) -> str:
        """Return what is proposed, in one sentence."""
        doubts = sum(bool(row.doubt) and row.is_proposed for row in self.rows)
        looked = f"; {doubts} thời hạn cần xem lại" if doubts else ""
        return f"Từ kế hoạch năm {self.old_year}: chuyển {len(self.proposed)}/{len(self.rows)} nhiệm vụ{looked}."


def propose_new_year(work: Work, year: int) -> NewYear:
    """Propose the plan of `year` from the last one before it; nothing is written. Raises KnownError without one."""
    plans = work.plans.all()
    sources = plans_for((plan for plan in plans if plan.year < year), Period(year, PeriodKind.YEAR))
    if not sources:
        raise KnownError(f"Chưa có kế hoạch nào trước năm {year} để chuyển sang. Hãy nạp kế hoạch của tỉnh.")
    known = work.tasks.of_plans([plan.id for plan in plans if plan.year == year])
    carried = {task.carried_from: task for task in known if task.carried_from}
    by_words = {(task.dimension, fold(task.text)): task for task in known}
    progress, old = work.progress.all(), sources[0].year
    asked = [task for task in work.tasks.of_plans([plan.id for plan in sources]) if task.concerns_us]
    there = {task.id: by_words.get((task.dimension, fold(task.text))) for task in asked}
    homes = {task.plan_id: home.plan_id for task in asked if (home := carried.get(task.uuid) or there[task.id])}
    rows = tuple(_row(task, progress, old, year, there[task.id]) for task in asked if task.uuid not in carried)
    return NewYear(year, tuple(sources), tuple(homes.items()), rows)


def save_new_year(work: Work, proposal: NewYear, accept: Collection[int]) -> Plan:
    """Write the accepted tasks in one change; officers, places and rules stay as they are.

    The tasks of each plan go on in one of their own, so that its successor finds them. Return the first plan's.
    """
    work.label(f"Lập kế hoạch năm {proposal.year}")
    targets = {source.id: _target(work, proposal, source) for source in proposal.sources}
    taken = {
        (task.plan_id, task.dimension, task.ordinal)
        for task in work.tasks.of_plans([plan.id for plan in targets.values()])
    }
    for row in proposal.rows:
        if row.id in accept and row.there:
            work.tasks.put(_taken_over(row.there, row.task))
        elif row.id in accept:
            plan = targets[row.task.plan_id]
            work.tasks.put(_carried(row, plan, _free(row.task, plan, taken), proposal.year - proposal.old_year))
    return targets[proposal.sources[0].id]


def moved_deadline(deadline: Deadline, old: int, new: int) -> tuple[Deadline, str]:
    """Return a deadline as it reads in another year, and why a person should look at it; the words stay the plan's."""
    is_dated = deadline.kind in (DeadlineKind.BEFORE, DeadlineKind.BY, DeadlineKind.WINDOW)
    days = _days(deadline) if is_dated or deadline.report_due else []
    if not any(days):
        return deadline, ""
    again = read_deadline(deadline.text, new)
    if deadline == read_deadline(deadline.text, old) and _is_same_later(deadline, again):
        return again, ""
    due, starts, report_due = (_moved(day, new - old) for day in days)
    moved = replace(deadline, due=due, starts=starts, report_due=report_due)
    return moved, f"Thời hạn “{deadline.text}” là của năm {old}; tạm hiểu là {_in_words(moved)}, hãy xem lại."


_NO_DAYS: Final[dict[str, Any]] = {"due": None, "starts": None, "report_due": None}


def _days(deadline: Deadline) -> list[date | None]:
    return [deadline.due, deadline.starts, deadline.report_due]


def _is_same_later(deadline: Deadline, again: Deadline) -> bool:
    """Tell whether only days differ, and all of them: words that name a year read as before, and nothing follows."""
    alike = replace(again, **_NO_DAYS) == replace(deadline, **_NO_DAYS)
    return alike and all(map(_follows, _days(deadline), _days(again)))


def _follows(day: date | None, again: date | None) -> bool:
    """Tell whether a day, where there is one, was read anew for the new year."""
    return (day is None) == (again is None) and (day is None or day != again)


def _row(task: Task, progress: list[Progress], old: int, new: int, there: Task | None) -> CarriedTask:
    deadline, doubt = moved_deadline(task.deadline, old, new)
    return CarriedTask(task, _why(task, progress, old), deadline, "" if there else doubt, there)


def _why(task: Task, progress: list[Progress], year: int) -> Why:
    kind = task.deadline.kind
    if task.deadline.every or kind is DeadlineKind.RECURRING:
        return Why.RECURRING
    known = {DeadlineKind.CONTINUOUS: Why.CONTINUOUS, DeadlineKind.BY_LAW: Why.BY_LAW, DeadlineKind.UNREAD: Why.UNREAD}
    if kind in known:
        return known[kind]
    entry = standing(task, progress, Period(year, PeriodKind.YEAR))
    return Why.FINISHED if entry and entry.status is Status.DONE else Why.UNFINISHED


def _target(work: Work, proposal: NewYear, source: Plan) -> Plan:
    """Return the plan of the new year in which the tasks of a plan go on; it is begun where there is none."""
    if source.id in dict(proposal.homes):
        return work.plans.get(dict(proposal.homes)[source.id])
    commune = read_commune(work)
    if is_own(source, commune):
        return own_plan(work, proposal.year)
    there = [plan for plan in work.plans.all() if plan.year == proposal.year and not is_own(plan, commune)]
    if there and len(proposal.sources) == 1:
        return there[0]
    of = f"năm {proposal.old_year}" if len(proposal.sources) == 1 else f"{source.name} năm {proposal.old_year}"
    title = f"Kế hoạch thực hiện nhiệm vụ PAPI năm {proposal.year} (chuyển từ {of})"
    return work.plans.put(Plan(proposal.year, title, source_name=f"Chuyển từ kế hoạch {of}")).after


def _carried(row: CarriedTask, plan: Plan, ordinal: int, years: int) -> Task:
    task = row.task
    return replace(
        task,
        id=0,
        uuid="",
        plan_id=plan.id,
        ordinal=ordinal,
        deadline=row.deadline,
        planned_from=_moved(task.planned_from, years),
        planned_to=_moved(task.planned_to, years),
        carried_from=task.uuid,
    )


def _taken_over(there: Task, old: Task) -> Task:
    """Return the new plan's task with what the old one says where the new one says nothing."""
    return replace(
        there,
        officer_id=there.officer_id or old.officer_id,
        leader_id=there.leader_id or old.leader_id,
        area=there.area or old.area,
        village_ids=there.village_ids or old.village_ids,
        steps=there.steps or old.steps,
        sub_dimension=there.sub_dimension or old.sub_dimension,
        carried_from=old.uuid,
    )


def _free(task: Task, plan: Plan, taken: set[tuple[int, int, int]]) -> int:
    ordinal = task.ordinal
    if (plan.id, task.dimension, ordinal) in taken:
        ordinal = 1 + max(number for *place, number in taken if place == [plan.id, task.dimension])
    taken.add((plan.id, task.dimension, ordinal))
    return ordinal


def _moved(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    last = last_of_month(day.year + years, day.month)
    return last.replace(day=min(day.day, last.day))


def _in_words(deadline: Deadline) -> str:
    work = (f"từ {written(deadline.starts)} đến " if deadline.starts else "") + written(deadline.due)
    report = f"báo cáo chậm nhất {written(deadline.report_due)}" if deadline.report_due else ""
    return "; ".join(filter(None, (work, report)))
