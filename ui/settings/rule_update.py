"""What an update of the rules would change, to agree to or to leave: `UpdateDialog`."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from papi_desktop.services.rule_update import RuleUpdate
from ui.theme import theme
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row


class UpdateDialog(Dialog):
    """One sentence for each figure; `agreed` when they are to be written."""

    agreed = Signal()

    def __init__(self, parent: QWidget, update: RuleUpdate) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cập nhật quy định")
        self.setObjectName("rules.update.dialog")
        inside = QWidget()
        inside.setLayout(column(*(label(each.sentence) for each in update.differences), 1, gap=3))
        title = label(f"Tệp “{update.source}” thay đổi {len(update.differences)} quy định", "title")
        note = label("Chưa có gì được ghi. Mức do xã tự sửa vẫn được giữ và dùng trước.", "note")
        leave = button(Action("Không cập nhật", self.reject, name="rules.update.leave"))
        take = button(Action("Cập nhật", self._agree, name="rules.update.take"), "main")
        layout = column(title, note, scrolled(inside), row(1, leave, take), gap=4, margin=6)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.resize(theme.pixels(620), theme.pixels(420))

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
