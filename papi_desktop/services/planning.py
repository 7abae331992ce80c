"""Takes a checked plan into the database: shows what a file changes, and never overwrites what was not accepted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from papi_desktop import catalog
from papi_desktop.domain.bodies import part_of, split_bodies
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import Deadline
from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.plans import Plan, PlanProposal, TaskProposal
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.domain.text import fold, squeeze
from papi_desktop.importers.plan import propose_tasks
from papi_desktop.importers.plan_rows import Heading, TaskRow
from papi_desktop.services.plan_matching import match
from papi_desktop.services.work import Work


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

    def of(self, change: Change) -> tuple[RowChange, ...]:
        """Return the rows with one kind of change."""
        return tuple(row for row in self.rows if row.change is change)

    @property
    def nothing_new(self) -> bool:
        """Tell whether everything in the file is already saved as it stands."""
        return all(row.change is Change.UNCHANGED for row in self.rows)


@dataclass(frozen=True)
class SaveOutcome:
    """What a save did, in numbers of tasks; `kept` are differences that were not accepted."""

    plan: Plan
    saved: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0
    unchanged: int = 0

    @property
    def sentence(self) -> str:
        """Return the outcome as a sentence to show."""
        counted = (
            (self.saved, "thêm {} nhiệm vụ"),
            (self.changed, "sửa {} nhiệm vụ"),
            (self.removed, "bỏ {} nhiệm vụ"),
            (self.unchanged, "{} nhiệm vụ đã có, không đổi"),
            (self.kept, "giữ nguyên {} nhiệm vụ khác với tệp"),
        )
        return "Đã nạp kế hoạch: " + "; ".join(text.format(number) for number, text in counted if number) + "."


def bundled_plan() -> PlanProposal:
    """Return the bundled plan 239/KH-UBND of Lào Cai, read like any other."""
    source = catalog.rows("plans")[0]
    plan = Plan(
        year=int(source["year"]),
        title=source["title"],
        number=source["number"],
        issued_on=date.fromisoformat(source["issued_on"]),
        issuer=source["issuer"],
        source_name="Có sẵn trong chương trình",
    )
    return propose_tasks(plan, tuple(_bundled_lines(source["name"])))


def compare(work: Work, proposal: PlanProposal) -> Comparison:
    """Set a proposal beside what is saved of the same plan."""
    plan = _saved_plan(work, proposal.plan)
    tasks = work.tasks.of_plan(plan.id) if plan else []
    pairs = match(tasks, proposal.tasks)
    paired = {task.id for task in pairs.values()}
    rows = [
        _row_change(position, row, pairs.get(position), proposal.plan.year)
        for position, row in enumerate(proposal.tasks)
    ]
    gone = [RowChange(f"gone.{task.id}", Change.GONE, task=task) for task in tasks if task.id not in paired]
    return Comparison(plan, (*rows, *gone))


def save(work: Work, proposal: PlanProposal, accept: Collection[str] = ()) -> SaveOutcome:
    """Save new tasks, and of the changed and gone ones those whose keys are in `accept`; officers and progress stay."""
    comparison = compare(work, proposal)
    plan = comparison.plan or work.plans.put(proposal.plan).after
    for row in comparison.rows:
        if row.key in accept and row.task and row.change is Change.GONE:
            work.tasks.remove(row.task.id)
    taken = {(task.dimension, task.ordinal) for task in work.tasks.of_plan(plan.id)}
    for row in comparison.rows:
        if row.row and row.change is Change.NEW:
            work.tasks.put(_new_task(plan, row.row, taken))
        elif row.row and row.task and row.change is Change.CHANGED and row.key in accept:
            work.tasks.put(_changed_task(row.task, row, row.row, taken))
    return _outcome(plan, comparison, accept)


def proposal_json(proposal: PlanProposal, saved: int) -> dict[str, Any]:
    """Return what was understood, row by row, with keys that never change."""
    return {"tasks": [_task_json(task) for task in proposal.tasks], "saved": saved}


def _bundled_lines(name: str) -> Iterator[Heading | TaskRow]:
    number = ""
    for row in catalog.rows(name):
        if row["dimension"] != number:
            number = row["dimension"]
            yield Heading(dimension(int(number)).name)
        yield TaskRow(row["code"], row["task"], row["lead"], row["coordinating"], row["deadline"])


def _saved_plan(work: Work, plan: Plan) -> Plan | None:
    """Return the saved plan that is the same document: the same file, or the same number, year and issuer."""
    return next((saved for saved in work.plans.all() if _same_document(saved, plan)), None)


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
    if _on_one_line(row.deadline) not in map(_on_one_line, (task.deadline, read_deadline(task.deadline.text, year))):
        yield Difference("deadline", "Thời hạn", _written(task.deadline), _written(row.deadline))
    if row.part not in (task.part, _part_by_words(task)):
        yield Difference("part", "Phần việc của xã", task.part, row.part)


_TEXTS = (
    ("code", "Mã trong kế hoạch"),
    ("text", "Nhiệm vụ"),
    ("lead_text", "Chủ trì"),
    ("coordinating_text", "Phối hợp"),
)


def _on_one_line(deadline: Deadline) -> Deadline:
    return replace(deadline, text=squeeze(deadline.text))


def _written(deadline: Deadline) -> str:
    return f"{deadline.text} ({deadline.meaning})"


def _part_by_words(task: Task) -> Part:
    return part_of(split_bodies(task.lead_text).names, split_bodies(task.coordinating_text).names)


def _new_task(plan: Plan, row: TaskProposal, taken: set[tuple[int, int]]) -> Task:
    return Task(
        plan_id=plan.id,
        dimension=row.dimension,
        ordinal=_free_ordinal(row.dimension, row.ordinal, taken),
        code=row.code,
        own_code=row.proposed_code,
        text=row.text,
        lead_text=row.lead_text,
        coordinating_text=row.coordinating_text,
        part=row.part,
        deadline=row.deadline,
    )


def _changed_task(task: Task, change: RowChange, row: TaskProposal, taken: set[tuple[int, int]]) -> Task:
    fields = {difference.field for difference in change.differences}
    values: dict[str, Any] = {field: getattr(row, field) for field in fields}
    if "code" in fields:
        values["own_code"] = row.proposed_code
    if "dimension" in fields:
        values["ordinal"] = _free_ordinal(row.dimension, row.ordinal, taken)
    return replace(task, **values)


def _free_ordinal(number: int, wanted: int, taken: set[tuple[int, int]]) -> int:
    """Return the wanted position, or the first one after all others when it is taken; it is taken from now on."""
    if (number, wanted) in taken:
        wanted = 1 + max(ordinal for dimension, ordinal in taken if dimension == number)
    taken.add((number, wanted))
    return wanted


def _outcome(plan: Plan, comparison: Comparison, accept: Collection[str]) -> SaveOutcome:
    changed, gone = comparison.of(Change.CHANGED), comparison.of(Change.GONE)
    accepted = [sum(row.key in accept for row in rows) for rows in (changed, gone)]
    return SaveOutcome(
        plan,
        saved=len(comparison.of(Change.NEW)),
        changed=accepted[0],
        removed=accepted[1],
        kept=len(changed) + len(gone) - sum(accepted),
        unchanged=len(comparison.of(Change.UNCHANGED)),
    )


def _task_json(task: TaskProposal) -> dict[str, Any]:
    deadline = task.deadline
    return {
        "code": task.code,
        "proposed_code": task.proposed_code,
        "dimension": task.dimension,
        "task": task.text,
        "lead": list(task.lead),
        "coordinating": list(task.coordinating),
        "part": str(task.part),
        "deadline_text": deadline.text,
        "deadline": {
            "kind": str(deadline.kind),
            "due": deadline.due.isoformat() if deadline.due else None,
            "every": str(deadline.every) if deadline.every else None,
            "report_to": deadline.report_to,
        },
        "doubts": [doubt.sentence for doubt in task.doubts],
    }
