"""How a task of a plan was understood, its deadline and the commune's part in it, as a person corrects it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.services.work import Work

_PARTS_OF: Final[Mapping[DeadlineKind, tuple[str, ...]]] = {
    DeadlineKind.BEFORE: ("due",),
    DeadlineKind.BY: ("due",),
    DeadlineKind.WINDOW: ("starts", "due"),
    DeadlineKind.RECURRING: ("every",),
}
_REPORT: Final = ("report_to", "report_due")
"""A report on the work may be asked for whatever its deadline is."""


def parts_of(kind: DeadlineKind) -> tuple[str, ...]:
    """Return which fields of a deadline a person gives for its kind."""
    return (*_PARTS_OF.get(kind, ()), *_REPORT)


def read_as(deadline: Deadline, kind: DeadlineKind) -> Deadline:
    """Return the deadline's words read as another kind, with whatever dates still make sense."""
    if kind is DeadlineKind.RECURRING:
        return replace(deadline, kind=kind, due=None, starts=None, every=deadline.every or Every.QUARTER)
    if "due" in parts_of(kind):
        starts = deadline.starts if kind is DeadlineKind.WINDOW else None
        return replace(deadline, kind=kind, starts=starts, every=None, day=None)
    return Deadline(deadline.text, kind, report_to=deadline.report_to, report_due=deadline.report_due)


def corrected(deadline: Deadline, values: Mapping[str, Any]) -> Deadline:
    """Return the deadline's words as a person understands them: its kind, and the fields that go with that kind."""
    kind = DeadlineKind(values.get("kind", deadline.kind))
    read = deadline if kind is deadline.kind else read_as(deadline, kind)
    given: dict[str, Any] = {key: values[key] or None for key in parts_of(kind) if key in values}
    return replace(read, **given)


def problem(deadline: Deadline) -> str:
    """Return what a reading still lacks, as the end of a sentence that names the task; nothing when it is whole."""
    if "due" in parts_of(deadline.kind) and deadline.due is None:
        return "chưa có ngày hạn cuối. Hãy nhập ngày, hoặc chọn cách hiểu khác."
    if deadline.starts and deadline.due and deadline.starts > deadline.due:
        return "có ngày bắt đầu sau ngày hạn cuối. Hãy sửa một trong hai ngày."
    return ""


def reread_task(work: Work, id: int, part: Part, values: Mapping[str, Any]) -> Task:
    """Correct how a saved task was understood; its words stay. Raises KnownError when the reading is not whole."""
    task = work.tasks.get(id)
    deadline = corrected(task.deadline, values)
    if lacks := problem(deadline):
        raise KnownError(f"Nhiệm vụ {task.own_code or task.code} {lacks}")
    work.label(f"Sửa phần việc, thời hạn của nhiệm vụ {task.own_code or task.code}")
    return work.tasks.put(replace(task, part=part, deadline=deadline)).after
