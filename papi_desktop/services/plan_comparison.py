"""Sets a plan from a file beside what is saved of it, task by task and field by field."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from papi_desktop.domain.bodies import part_of
from papi_desktop.domain.body_roles import read_responsible
from papi_desktop.domain.calendar import written
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import Deadline, DeadlineKind
from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.plans import Plan, PlanProposal, TaskProposal
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.domain.text import fold, squeeze
from papi_desktop.services.plan_matching import match
from papi_desktop.services.work import Work

HEAD: Final = "head"


class Change(StrEnum):
    """What a file says of one task, compared with what is saved."""

    NEW = "Thêm mới"
    UNCHANGED = "Không đổi"
    CHANGED = "Có thay đổi"
    GONE = "Không còn trong tệp"


@dataclass(frozen=True)
class Difference:
    """One field that the file has otherwise: its name, its label, and both values as text."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class RowChange:
    """One row of the comparison; `key` is what `save` accepts it by."""

    key: str
    change: Change
    row: TaskProposal | None = None
    task: Task | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """A proposal beside the saved plan it belongs to; `plan` is None for a plan not yet saved."""

    plan: Plan | None
    rows: tuple[RowChange, ...]
    head: tuple[Difference, ...] = ()
    """What the file says otherwise of the plan itself; `save` accepts it by HEAD."""

    def of(self, change: Change) -> tuple[RowChange, ...]:
        """Return the rows with one kind of change."""
        return tuple(row for row in self.rows if row.change is change)

    @property
    def nothing_new(self) -> bool:
        """Tell whether everything in the file is already saved as it stands."""
        return not self.head and all(row.change is Change.UNCHANGED for row in self.rows)


_HEAD: Final = (
    ("number", "Số, ký hiệu"),
    ("issued_on", "Ngày ban hành"),
    ("issuer", "Cơ quan ban hành"),
    ("year", "Năm"),
    ("title", "Tên kế hoạch"),
)
_TEXTS: Final = (
    ("code", "Mã trong kế hoạch"),
    ("text", "Nhiệm vụ"),
    ("lead_text", "Chủ trì"),
    ("coordinating_text", "Phối hợp"),
)


def compare(work: Work, proposal: PlanProposal) -> Comparison:
    """Set a proposal beside what is saved of the same plan."""
    plan = _saved_plan(work, proposal)
    tasks = work.tasks.of_plan(plan.id) if plan else []
    pairs = match(tasks, proposal.tasks)
    paired = {task.id for task in pairs.values()}
    rows = [
        _row_change(position, row, pairs.get(position), proposal.plan.year)
        for position, row in enumerate(proposal.tasks)
    ]
    gone = [RowChange(f"gone.{task.id}", Change.GONE, task=task) for task in tasks if task.id not in paired]
    return Comparison(plan, (*rows, *gone), tuple(_head_differences(plan, proposal.plan)) if plan else ())


def has_own_head(saved: Plan, plan: Plan) -> bool:
    """Tell whether a saved plan has a document's head already; one begun without a document takes the new one's."""
    return bool(saved.number or saved.source_sha256 or not plan.number)


def _head_differences(saved: Plan, plan: Plan) -> Iterator[Difference]:
    """Compare what stands over the table; what a file does not say is no difference."""
    if not has_own_head(saved, plan):
        return
    for field, label in _HEAD:
        before, after = _head_text(saved, field), _head_text(plan, field)
        if field == "title" and not fold(after).startswith("ke hoach"):
            continue  # an annex alone has a heading of its own, which is not the plan's
        if after and squeeze(before) != squeeze(after):
            yield Difference(field, label, before, after)


def _head_text(plan: Plan, field: str) -> str:
    value = getattr(plan, field)
    return written(value) if isinstance(value, date) else str(value or "")


def _saved_plan(work: Work, proposal: PlanProposal) -> Plan | None:
    """Return the saved plan that is the same document: the same file, number or tasks; or its year as it was begun."""
    plans = work.plans.all()
    same = next((saved for saved in plans if _same_document(saved, proposal.plan)), None)
    same = same or next((saved for saved in plans if _same_tasks(work, saved, proposal)), None)
    begun = [saved for saved in plans if _begun_from_last_year(work, saved, proposal.plan)]
    return same or max(begun, key=lambda saved: _in_common(work, saved, proposal), default=None)


def _begun_from_last_year(work: Work, saved: Plan, plan: Plan) -> bool:
    """Tell whether a saved plan only holds tasks that went on from the year before, until their new plan came."""
    if saved.year != plan.year or saved.number or saved.issuer or saved.source_sha256:
        return False
    tasks = work.tasks.of_plan(saved.id)
    return bool(tasks) and all(task.carried_from for task in tasks)


def _in_common(work: Work, saved: Plan, proposal: PlanProposal) -> int:
    """Count the rows of a file whose words a saved plan has too."""
    known = {fold(task.text) for task in work.tasks.of_plan(saved.id)}
    return sum(fold(row.text) in known for row in proposal.tasks)


def _same_tasks(work: Work, saved: Plan, proposal: PlanProposal) -> bool:
    """Tell whether a file that does not name its plan, as an annex alone, holds mostly the saved plan's tasks."""
    if saved.year != proposal.plan.year or (saved.number and proposal.plan.number):
        return False
    return 2 * _in_common(work, saved, proposal) > len(proposal.tasks)


def _same_document(one: Plan, other: Plan) -> bool:
    if one.source_sha256 and one.source_sha256 == other.source_sha256:
        return True
    if one.year != other.year or fold(one.number) != fold(other.number):
        return False
    if not one.number:
        return fold(one.title) == fold(other.title)
    return not (one.issuer and other.issuer) or fold(one.issuer) == fold(other.issuer)


def _row_change(position: int, row: TaskProposal, task: Task | None, year: int) -> RowChange:
    key = f"{position + 1}"
    if task is None:
        return RowChange(key, Change.NEW, row)
    differences = tuple(_differences(task, row, year))
    return RowChange(key, Change.CHANGED if differences else Change.UNCHANGED, row, task, differences)


def _differences(task: Task, row: TaskProposal, year: int) -> Iterator[Difference]:
    """Compare the document's own words; a reading counts only where it is not what the saved words would give."""
    if task.dimension != row.dimension:
        names = [dimension(number).name for number in (task.dimension, row.dimension)]
        yield Difference("dimension", "Nội dung PAPI", *names)
    for field, label in _TEXTS:
        before, after = getattr(task, field), getattr(row, field)
        if squeeze(before) != squeeze(after):
            yield Difference(field, label, before, after)
    if _reads_anew(task.deadline, row.deadline, year):
        yield Difference("deadline", "Thời hạn", _written(task.deadline), _written(row.deadline))
    if row.part not in (task.part, _part_by_words(task)):
        yield Difference("part", "Phần việc của xã", task.part, row.part)


def _reads_anew(saved: Deadline, read: Deadline, year: int) -> bool:
    """Tell whether a file says another deadline than the saved one, or one that could not be read before."""
    before, now = _on_one_line(saved), _on_one_line(read)
    if before.kind is DeadlineKind.UNREAD and before.due is None:
        return now != before
    return now not in (before, _on_one_line(read_deadline(saved.text, year)))


def _on_one_line(deadline: Deadline) -> Deadline:
    return replace(deadline, text=squeeze(deadline.text))


def _written(deadline: Deadline) -> str:
    return f"{deadline.text} ({deadline.meaning})"


def _part_by_words(task: Task) -> Part:
    responsible = read_responsible(task.lead_text, task.coordinating_text)
    return part_of(responsible.lead.names, responsible.coordinating.names)
