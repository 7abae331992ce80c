"""Thùng rác: what was removed from all lists, when and by whom, and the way back for one or for several."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from papi_desktop.services.recycle import RECYCLE, RemovedLine, restore_many
from ui.desk import Desk
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.texts import Action, label

_EMPTY = "Thùng rác trống. Những gì đã xóa sẽ nằm ở đây và lấy lại được."
_HINT = "Chọn một hoặc nhiều dòng (Ctrl, Shift) rồi bấm “Lấy lại”. Những gì đã xóa được giữ ở đây, không mất."


class RecyclePane(RegisterPage):
    """A list of everything that was removed."""

    def __init__(self, desk: Desk) -> None:
        back = Action("Lấy lại", self.restore, "undo", "recycle.restore")
        offers = Offers(_EMPTY, more=(back,), many=True, summary=_summary)
        super().__init__(desk, RECYCLE, offers)
        self._hint = label(_HINT, "note")
        layout = self.layout()
        if layout:
            layout.setContentsMargins(0, 0, 0, 0)  # it stands inside a page that has margins already
            layout.addWidget(self._hint)
        self._allow(())
        self.table.picked.connect(self._allow)

    def show_answer(self, lines: Sequence[RemovedLine]) -> None:
        """Show the lines, and how to choose among them where there are any."""
        super().show_answer(lines)
        self._hint.setVisible(bool(lines))
        self._allow(self.table.chosen_lines())

    def restore(self) -> None:
        """Take the selected things back."""
        lines = self.table.chosen_lines()
        if not lines:
            self.desk.note("Hãy chọn dòng cần lấy lại trước.")
            return
        self.desk.operations.write(lambda work: restore_many(work, lines), self._tell)

    def _allow(self, chosen: Sequence[RemovedLine]) -> None:
        back = self.findChild(QPushButton, "recycle.restore")
        if back:
            back.setEnabled(bool(chosen))

    def _tell(self, number: int) -> None:
        self.desk.note(f"Đã lấy lại {number} mục.")


def _summary(lines: Sequence[RemovedLine]) -> str:
    return f"{len(lines)} mục trong thùng rác"
