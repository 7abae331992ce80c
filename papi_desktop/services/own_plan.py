"""The tasks that the commune sets itself: kept in its own plan of the year, which it alone may word anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from papi_desktop.domain.body_names import body_key
from papi_desktop.domain.commune import Commune, Officer
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.standing import plans_for
from papi_desktop.services.work import Work

_NOT_OURS: Final = (
    "Nhiệm vụ này là của kế hoạch do cơ quan khác ban hành nên giữ nguyên văn. "
    "Hãy sửa phần của xã (phần việc, cách hiểu thời hạn, người phụ trách, các bước, kết quả), "
    "hoặc nạp lại kế hoạch nếu kế hoạch đã thay đổi."
)
NO_TEXT: Final = "Hãy ghi nội dung nhiệm vụ."


@dataclass(frozen=True)
class OwnTask:
    """A task as a person words it; what its deadline means is read from the words."""

    dimension: int = 1
    text: str = ""
    part: Part = Part.LEAD
    lead_text: str = ""
    coordinating_text: str = ""
    deadline_text: str = ""
    officer_id: int = 0
    leader_id: int = 0
    plan_id: int = 0
    """The plan of the commune that it stands in; 0 for the first one, which is begun where there is none."""


@dataclass(frozen=True)
class Wording:
    """What a form for one task needs: the task as it is worded, and what can be chosen."""

    task: OwnTask
    officers: tuple[Officer, ...]
    plans: tuple[Plan, ...]


def is_own(plan: Plan, commune: Commune) -> bool:
    """Tell whether the commune itself issued a plan."""
    return body_key(plan.issuer) == body_key(commune.committee)


def own_plan(work: Work, year: int) -> Plan:
    """Return the commune's own plan of a year; it is begun where there is none."""
    commune = read_commune(work)
    known = [plan for plan in work.plans.all() if plan.year == year and is_own(plan, commune)]
    title = f"Kế hoạch nâng cao Chỉ số PAPI năm {year} của {commune.committee}"
    begun = Plan(year, title, issuer=commune.committee, source_name=f"{commune.unit.capitalize()} tự lập")
    return known[-1] if known else work.plans.put(begun).after


def blank_wording(work: Work, period: Period) -> Wording:
    """Return an empty task of the commune's own. Raises KnownError before the set-up."""
    blank = OwnTask(lead_text=read_commune(work).committee)
    wording = _wording(work, blank, plans_for(work.plans.all(), period))
    return replace(wording, task=replace(blank, plan_id=wording.plans[0].id)) if wording.plans else wording


def wording_of(work: Work, id: int) -> Wording:
    """Return a task as it is worded. Raises KnownError for one whose words are another office's."""
    task, plan = _own(work, id)
    worded = OwnTask(
        **{name: getattr(task, name) for name in _SAME},
        deadline_text=task.deadline.text,
        plan_id=plan.id,
    )
    return _wording(work, worded, [plan])


def add_task(work: Work, worded: OwnTask, period: Period) -> Task:
    """Put a new task into the commune's own plan beside the plans that `period` reports on, and return it.

    Where there is no plan of its own yet it is begun, in the year of those plans, so that none of them is passed over.
    """
    known = plans_for(work.plans.all(), period)
    plan = _chosen_plan(work, worded, known, period)
    work.label("Thêm nhiệm vụ của xã")
    task = _worded(Task(plan.id, 0, 0, "", "", "", "", "", worded.part, read_deadline("", period.year)), worded, period)
    return work.tasks.put(_placed(work, task, [each.id for each in (*known, plan)])).after


def reword_task(work: Work, id: int, worded: OwnTask, period: Period) -> Task:
    """Write a task of the commune's own in other words. Raises KnownError for a task of another office's plan."""
    before, plan = _own(work, id)
    task = _worded(before, worded, period)
    if task.dimension != before.dimension:
        year = [each.id for each in work.plans.all() if each.year == plan.year]
        task = _placed(work, task, year)
    return work.tasks.put(task).after


def remove_task(work: Work, id: int) -> Task:
    """Move a task of the commune's own to the recycle bin. Raises KnownError for a task of another office's plan."""
    _own(work, id)
    return work.tasks.remove(id)


_SAME: Final = ("dimension", "text", "part", "lead_text", "coordinating_text", "officer_id", "leader_id")


def _wording(work: Work, task: OwnTask, plans: Iterable[Plan]) -> Wording:
    commune = read_commune(work)
    own = tuple(plan for plan in plans if is_own(plan, commune))
    return Wording(task, tuple(work.officers.all()), own)


def _own(work: Work, id: int) -> tuple[Task, Plan]:
    task = work.tasks.get(id)
    plan = work.plans.get(task.plan_id)
    if not is_own(plan, read_commune(work)):
        raise KnownError(_NOT_OURS)
    return task, plan


def _chosen_plan(work: Work, worded: OwnTask, known: list[Plan], period: Period) -> Plan:
    commune = read_commune(work)
    own = [plan for plan in known if is_own(plan, commune)]
    chosen = next((plan for plan in own if plan.id == worded.plan_id), None)
    return chosen or own_plan(work, known[0].year if known else period.year)


def _worded(task: Task, worded: OwnTask, period: Period) -> Task:
    if not worded.text.strip():
        raise KnownError(NO_TEXT)
    values: Mapping[str, Any] = {name: getattr(worded, name) for name in _SAME}
    deadline = task.deadline
    if worded.deadline_text != deadline.text:
        deadline = read_deadline(worded.deadline_text, period.year)
    return replace(task, **values, deadline=deadline)


def _placed(work: Work, task: Task, plan_ids: list[int]) -> Task:
    """Return the task behind all others of its content, with a number that no other task of the year's plans has."""
    others = [each for each in work.tasks.of_plans(plan_ids) if each.dimension == task.dimension]
    numbers = [_number(each.own_code or each.code) for each in others]
    # Those in the recycle bin keep their places, so that they can come back.
    removed = [each.value for each in work.tasks.removed()]
    places = [each.ordinal for each in (*others, *removed) if _place(each) == (task.plan_id, task.dimension)]
    code = f"{task.dimension}.{1 + max(numbers, default=0)}"
    return replace(task, ordinal=1 + max(places, default=0), own_code=code)


def _place(task: Task) -> tuple[int, int]:
    return task.plan_id, task.dimension


def _number(code: str) -> int:
    last = code.rpartition(".")[2]
    return int(last) if last.isascii() and last.isdigit() else 0
