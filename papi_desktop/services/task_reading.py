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
}
_REPORT: Final = ("report_to", "report_due")
"""A report on the work may be asked for whatever its deadline is."""
_LAST_DAY: Final = 31


def parts_of(kind: DeadlineKind, every: Every | None) -> tuple[str, ...]:
    """Return which fields of a deadline a person gives; a yearly duty has a date, a more frequent one a day."""
    if kind is DeadlineKind.RECURRING:
        return ("every", "due" if every is Every.YEAR else "day", *_REPORT)
    return (*_PARTS_OF.get(kind, ()), *_REPORT)


def read_as(deadline: Deadline, kind: DeadlineKind) -> Deadline:
    """Return the deadline's words read as another kind, with whatever dates still make sense."""
    if kind is DeadlineKind.RECURRING:
        return replace(deadline, kind=kind, due=None, starts=None, every=deadline.every or Every.QUARTER)
    if kind in _PARTS_OF:
        starts = deadline.starts if kind is DeadlineKind.WINDOW else None
        return replace(deadline, kind=kind, starts=starts, every=None, day=None)
    return Deadline(deadline.text, kind, report_to=deadline.report_to, report_due=deadline.report_due)


def corrected(deadline: Deadline, values: Mapping[str, Any]) -> Deadline:
    """Return the deadline's words as a person understands them: its kind, and the fields that go with that kind."""
    kind = DeadlineKind(values.get("kind", deadline.kind))
    read = deadline if kind is deadline.kind else read_as(deadline, kind)
    if kind is DeadlineKind.RECURRING:
        read = _with_turn(read, values.get("every") or read.every)
    wanted = (key for key in parts_of(kind, read.every) if key in values and key != "every")
    given: dict[str, Any] = {key: None if values[key] == "" else values[key] for key in wanted}
    if read.every is Every.YEAR and "due" in given:
        given["day"] = given["due"].day if given["due"] else None
    return replace(read, **given)


def _with_turn(deadline: Deadline, every: Every | None) -> Deadline:
    """Return a duty that comes back in another turn; the day of a quarter says nothing of one in a month."""
    return deadline if every is deadline.every else replace(deadline, every=every, day=None, due=None)


def problem(deadline: Deadline) -> str:
    """Return what a reading still lacks, as the end of a sentence that names the task; nothing when it is whole."""
    if deadline.kind in _PARTS_OF and deadline.due is None:
        return "chưa có ngày hạn cuối. Hãy nhập ngày, hoặc chọn cách hiểu khác."
    if deadline.kind is DeadlineKind.WINDOW and deadline.starts is None:
        return "chưa có ngày bắt đầu. Hãy nhập ngày, hoặc chọn cách hiểu khác."
    if deadline.day is not None and deadline.day > _LAST_DAY:
        return "có ngày trong tháng lớn hơn 31. Hãy sửa ngày, hoặc để trống."
    if deadline.starts and deadline.due and deadline.starts > deadline.due:
        return "có ngày bắt đầu sau ngày hạn cuối. Hãy sửa một trong hai ngày."
    return ""


def correction(task: Task) -> str:
    """Name what a person does who corrects how a task was understood."""
    return f"Sửa phần việc, thời hạn của nhiệm vụ {task.own_code or task.code}"


def reread_task(work: Work, id: int, part: Part, values: Mapping[str, Any]) -> Task:
    """Correct how a saved task was understood; its words stay. Raises KnownError when the reading is not whole."""
    task = work.tasks.get(id)
    deadline = corrected(task.deadline, values)
    if lacks := problem(deadline):
        raise KnownError(f"Nhiệm vụ {task.own_code or task.code} {lacks}")
    work.label(correction(task))
    return work.tasks.put(replace(task, part=part, deadline=deadline)).after
