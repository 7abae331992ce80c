"""The same change for several tasks in one dialog and one step back: `BulkDialog`, and the bar above the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtWidgets import QFrame, QWidget

from papi_desktop.domain.commune import Officer, Village
from papi_desktop.domain.periods import Period
from papi_desktop.domain.tasks import Status
from papi_desktop.services.bulk import edit_progress, edit_tasks
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.tasks.fields import NOBODY
from ui.widgets.fields import Field, FieldKind
from ui.widgets.questions import FormDialog
from ui.widgets.texts import Action, button, label, row

KEEP: Final = "keep"
_KEPT: Final = (KEEP, "Giữ nguyên")
_WHOLE: Final = (0, "Toàn xã")
_BLANK: Final = {"officer_id": KEEP, "leader_id": KEEP, "area": "", "village_ids": (), "status": KEEP}


@dataclass(frozen=True)
class People:
    """Who and where the tasks can be given to."""

    officers: Sequence[Officer]
    villages: Sequence[Village]


def read_people(work: Work) -> People:
    """Return the officers and villages."""
    return People(work.officers.all(), work.villages.all())


class SelectionBar(QFrame):
    """Says how many lines are selected, and what can be done with all of them."""

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self.setProperty("role", "hint")
        self.setObjectName("tasks.selection")
        self._words = label("", "strong", wrap=False)
        self.setLayout(row(self._words, 1, *(button(each) for each in actions), gap=2, margin=2))
        self.hide()

    def count(self, number: int) -> None:
        """Show the bar for more than one line."""
        self._words.setText(f"{number} nhiệm vụ đang chọn")
        self.setVisible(number > 1)


class BulkDialog(FormDialog):
    """What is left as it is stays as it is in every task."""

    def __init__(self, parent: QWidget, desk: Desk, ids: Sequence[int], people: People) -> None:
        self._desk, self._ids = desk, tuple(ids)
        super().__init__(
            parent,
            f"Sửa {len(ids)} nhiệm vụ cùng lúc",
            "tasks.bulk",
            _fields(people, desk.period),
            _BLANK,
            self._write,
            "Mục để “Giữ nguyên” hoặc để trống thì không thay đổi. Bấm Hoàn tác để lấy lại tất cả.",
            "Ghi cho tất cả",
        )

    def _write(self, values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        fields, status = _task_values(values), values["status"]
        ids, period, today, desk = self._ids, self._desk.period, self._desk.today, self._desk
        if not fields and status == KEEP:
            failed("Chưa chọn thay đổi nào. Hãy chọn ít nhất một mục rồi ghi.")
            return

        def action(work: Work) -> int:
            edited = edit_tasks(work, ids, fields) if fields else 0
            written = edit_progress(work, ids, period, {"status": status}, today) if status != KEEP else 0
            if edited or written:
                work.label(f"Sửa {max(edited, written)} nhiệm vụ cùng lúc")
            return max(edited, written)

        def after(number: int) -> None:
            done()
            desk.note(f"Đã ghi cho {number} nhiệm vụ. Bấm Hoàn tác để lấy lại." if number else "Không có gì thay đổi.")

        desk.operations.write(action, after, failed)


def _fields(people: People, period: Period) -> tuple[Field, ...]:
    officers = tuple((each.id, each.name) for each in people.officers)
    leaders = tuple((each.id, each.name) for each in people.officers if each.is_leader)
    villages = (_WHOLE, *((each.id, each.name) for each in people.villages))
    statuses = tuple((each, each.value) for each in Status)
    return (
        Field("officer_id", "Người phụ trách", FieldKind.CHOICE, (_KEPT, NOBODY, *officers), half=True),
        Field("leader_id", "Lãnh đạo chỉ đạo", FieldKind.CHOICE, (_KEPT, NOBODY, *leaders), half=True),
        Field("area", "Lĩnh vực", hint="Giữ nguyên", half=True),
        Field("village_ids", "Địa bàn", FieldKind.MANY, villages, hint="Giữ nguyên", half=True),
        Field("status", f"Tình trạng {period.words}", FieldKind.CHOICE, (_KEPT, *statuses), half=True),
    )


def _task_values(values: dict[str, Any]) -> dict[str, Any]:
    wanted = {key: values[key] for key in ("officer_id", "leader_id") if values[key] != KEEP}
    if values["area"]:
        wanted["area"] = values["area"]
    if values["village_ids"]:
        ids = values["village_ids"]
        wanted["village_ids"] = () if _WHOLE[0] in ids else ids
    return wanted
