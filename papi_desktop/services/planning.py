"""Takes a checked plan into the database: shows what a file changes, and never overwrites what was not accepted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from papi_desktop import catalog
from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.plans import Plan, PlanProposal, TaskProposal
from papi_desktop.domain.tasks import Task
from papi_desktop.importers.plan import propose_tasks
from papi_desktop.importers.plan_rows import Heading, TaskRow
from papi_desktop.services.plan_comparison import HEAD, Change, Comparison, Difference, RowChange, compare, has_own_head
from papi_desktop.services.work import Work

__all__ = [
    "HEAD",
    "Change",
    "Comparison",
    "Difference",
    "RowChange",
    "SaveOutcome",
    "bundled_plan",
    "compare",
    "proposal_json",
    "save",
]


@dataclass(frozen=True)
class SaveOutcome:
    """What a save did, in numbers of tasks; `kept` are differences that were not accepted."""

    plan: Plan
    saved: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0
    unchanged: int = 0
    head: bool = False
    """Whether what stands over the table was taken over too."""

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
        parts = [text.format(number) for number, text in counted if number]
        if self.head:
            parts.insert(0, "sửa thông tin chung của kế hoạch")
        return f"Đã nạp kế hoạch: {'; '.join(parts)}."


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


def save(work: Work, proposal: PlanProposal, accept: Collection[str] = ()) -> SaveOutcome:
    """Save new tasks, and of the changed and gone ones those whose keys are in `accept`; officers and progress stay.

    The head of a saved plan is changed only with HEAD in `accept`.
    """
    comparison = compare(work, proposal)
    plan = _kept_plan(work, comparison, proposal.plan, HEAD in accept)
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


def proposal_json(proposal: PlanProposal, saved: int, comparison: Comparison | None = None) -> dict[str, Any]:
    """Return what was understood, row by row, and what differs from the saved plan, with keys that never change."""
    return {
        "plan": _plan_json(proposal.plan),
        "tasks": [_task_json(task) for task in proposal.tasks],
        "saved": saved,
        "differences": list(_differences_json(comparison)) if comparison else [],
        "remarks": list(proposal.remarks),
    }


def _differences_json(comparison: Comparison) -> Iterator[dict[str, str]]:
    changed = [("", each) for each in comparison.head]
    changed += [(row.task.own_code, each) for row in comparison.rows if row.task for each in row.differences]
    for code, each in changed:
        yield {"code": code, "field": each.field, "label": each.label, "before": each.before, "after": each.after}
    for row in comparison.of(Change.GONE):
        if row.task:
            yield {"code": row.task.own_code, "field": "", "label": Change.GONE, "before": row.task.text, "after": ""}


def _bundled_lines(name: str) -> Iterator[Heading | TaskRow]:
    number = ""
    for row in catalog.rows(name):
        if row["dimension"] != number:
            number = row["dimension"]
            yield Heading(dimension(int(number)).name)
        yield TaskRow(row["code"], row["task"], row["lead"], row["coordinating"], row["deadline"])


def _kept_plan(work: Work, comparison: Comparison, plan: Plan, accepts_head: bool) -> Plan:
    """Return the plan the tasks belong to; one begun without a document takes the document's head."""
    saved = comparison.plan
    if saved and has_own_head(saved, plan):
        if not (accepts_head and comparison.head):
            return saved
        changes: dict[str, Any] = {each.field: getattr(plan, each.field) for each in comparison.head}
        return work.plans.put(replace(saved, **changes)).after
    return work.plans.put(replace(plan, id=saved.id, uuid=saved.uuid) if saved else plan).after


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
        head=bool(comparison.head) and HEAD in accept,
    )


def _plan_json(plan: Plan) -> dict[str, Any]:
    return {
        "year": plan.year,
        "number": plan.number,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "issuer": plan.issuer,
        "title": plan.title,
    }


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
            "report_due": deadline.report_due.isoformat() if deadline.report_due else None,
        },
        "doubts": [doubt.sentence for doubt in task.doubts],
    }
