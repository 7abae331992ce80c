"""A task of the commune's own, worded by hand: the dialog that adds one and words it anew."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QLineEdit, QWidget

from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.periods import Period
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.services.own_plan import OwnTask, Wording, add_task, reword_task
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.tasks.fields import NOBODY
from ui.widgets.fields import Field, FieldKind
from ui.widgets.questions import FormDialog

_CONTENTS: Final = tuple((each.number, f"{each.number}. {each.name}") for each in DIMENSIONS)
_PARTS: Final = ((Part.LEAD, "Chủ trì"), (Part.COORDINATE, "Phối hợp"))
_HINT: Final = "Nhiệm vụ được ghi vào kế hoạch riêng của xã, bên cạnh các kế hoạch đã nạp, và được báo cáo cùng."
_READING: Final = "reading"


class OwnTaskDialog(FormDialog):
    """Shows under the deadline's words, as they are typed, what they are understood to mean."""

    def __init__(self, parent: QWidget, desk: Desk, wording: Wording, id: int, done: Callable[[Task], object]) -> None:
        self._desk, self._id, self._done = desk, id, done
        year = desk.period.year
        worded = wording.task
        super().__init__(
            parent,
            "Sửa nhiệm vụ của xã" if id else "Thêm nhiệm vụ của xã",
            "tasks.own",
            tuple(_fields(wording)),
            asdict(worded) | {_READING: _meaning(worded.deadline_text, year)},
            self._write,
            "" if id else _HINT,
        )
        deadline = self.form.control("deadline_text")
        assert isinstance(deadline, QLineEdit)
        deadline.textChanged.connect(lambda text: self.form.editor(_READING).show_value(_meaning(text, year)))

    def _write(self, values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        def after(task: Task) -> None:
            done()
            self._done(task)

        self._desk.operations.write(partial(_put, self._id, values, self._desk.period), after, failed)


def _put(id: int, values: Mapping[str, Any], period: Period, work: Work) -> Task:
    worded = OwnTask(**values)
    return reword_task(work, id, worded, period) if id else add_task(work, worded, period)


def _fields(wording: Wording) -> list[Field]:
    officers = tuple((each.id, each.name) for each in wording.officers)
    leaders = tuple((each.id, each.name) for each in wording.officers if each.is_leader)
    plans = tuple((each.id, each.name) for each in wording.plans)
    fields = [
        Field("dimension", "Nội dung PAPI", FieldKind.CHOICE, _CONTENTS),
        Field("text", "Nhiệm vụ", FieldKind.LONG, required=True, lines=3),
        Field("part", "Phần việc của xã", FieldKind.CHOICE, _PARTS, half=True),
        Field("lead_text", "Cơ quan chủ trì", half=True),
        Field("coordinating_text", "Cơ quan phối hợp", hint="Cách nhau bằng dấu chấm phẩy", half=True),
        Field("deadline_text", "Thời hạn", hint="Ví dụ: Trước ngày 30/9", half=True),
        Field(_READING, "Thời hạn được hiểu là", FieldKind.SHOWN),
        Field("officer_id", "Người phụ trách", FieldKind.CHOICE, (NOBODY, *officers), half=True),
        Field("leader_id", "Lãnh đạo chỉ đạo", FieldKind.CHOICE, (NOBODY, *leaders), half=True),
    ]
    return [*fields, Field("plan_id", "Ghi vào kế hoạch", FieldKind.CHOICE, plans)] if len(plans) > 1 else fields


def _meaning(text: str, year: int) -> str:
    return read_deadline(text, year).meaning if text.strip() else "Chưa ghi thời hạn, kỳ nào cũng cần số liệu"
