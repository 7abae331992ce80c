"""One row of the plan beside the list: why it should be looked at, how it was read, and what the plan itself says."""

from dataclasses import replace
from typing import Any, Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from papi_desktop.domain.plans import TaskProposal
from papi_desktop.domain.tasks import Part
from papi_desktop.services.plan_checking import Checking, CheckLine, Review
from papi_desktop.services.task_reading import corrected
from ui.theme import SPACE
from ui.widgets.deadline_fields import DEADLINE_FIELDS, PARTS, deadline_values, fit_deadline
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, box, button, column, label, row

_FIELDS: Final = (
    Field("part", "Phần việc của xã", FieldKind.CHOICE, PARTS, half=True),
    Field("own_code", "Mã dùng trong chương trình", half=True),
    Field("text", "Nội dung nhiệm vụ", FieldKind.LONG, lines=4),
    *DEADLINE_FIELDS,
)
_OF_DEADLINE: Final = frozenset(field.key for field in DEADLINE_FIELDS)
_SAID: Final = (
    Field("code", "Mã in trong kế hoạch", FieldKind.SHOWN),
    Field("lead", "Cơ quan chủ trì", FieldKind.SHOWN),
    Field("coordinating", "Cơ quan phối hợp", FieldKind.SHOWN),
    Field("deadline", "Thời hạn", FieldKind.SHOWN),
)


class RowDetail(Detail):
    """`changed(checking)` after every change."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.checking: Checking | None = None
        self._id = 0
        self._why = label("", selectable=True)
        self._confirm = button(Action("Đã xem, đọc đúng rồi", self.confirm, "check", "plans.confirm"))
        self._doubts = box(
            column(label("Hãy xem lại dòng này", "strong"), self._why, row(self._confirm, 1), margin=3), "hint"
        )
        self.form = Form("plans", _FIELDS)
        self._said = Form("plans.said", _SAID)
        self.form.edited.connect(self._edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(self._doubts)
        layout.addWidget(self.form)
        layout.addWidget(label("Kế hoạch của tỉnh ghi", "section"))
        layout.addWidget(self._said)
        layout.addStretch(1)

    def heading(self, line: CheckLine) -> str:
        """Return the row's code and content."""
        return f"Nhiệm vụ {line.own_code or line.code}".strip()

    def show_line(self, line: CheckLine) -> None:
        """Show a row."""
        if self.checking is None:
            return
        self._id = line.id
        read = self.checking.row(line.id)
        deadline = read.deadline
        self._doubts.setVisible(line.review is not Review.CLEAR)
        self._why.setText("\n".join(line.doubts))
        self._confirm.setVisible(line.review is Review.NEEDED)
        self._said.show_value(line)
        known = {"part": line.part, "own_code": line.own_code, "text": read.text}
        self.form.show_value(known | deadline_values(deadline))
        fit_deadline(self.form)

    def confirm(self) -> None:
        """Take the reading as it is."""
        if self.checking:
            self.changed.emit(self.checking.confirmed(self._id))

    def _edit(self, key: str, value: object) -> None:
        if self.checking:
            row = _edited(self.checking.row(self._id), key, value)
            self.changed.emit(self.checking.with_row(self._id, row))


def _edited(row: TaskProposal, key: str, value: Any) -> TaskProposal:
    if key in _OF_DEADLINE:
        return replace(row, deadline=corrected(row.deadline, {key: value}))
    if key == "part":
        return replace(row, part=Part(value))
    return replace(row, proposed_code=value) if key == "own_code" else replace(row, text=cast(str, value))
