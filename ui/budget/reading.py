"""A budget form as it was read from the accounting program's file, checked before it is saved: `ReadingDialog`."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.domain.budget import BudgetForm
from papi_desktop.domain.budget_reading import FormReading
from papi_desktop.domain.stores import Saved
from papi_desktop.domain.text import thousands
from papi_desktop.services.budget_forms import problem_sentence, problems, save_reading, with_reading
from ui.budget.sheet_model import SheetModel
from ui.budget.sheet_view import SheetView
from ui.desk import Desk
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, box, button, column, label, row

FILES: Final = "Tệp Excel, Word (*.xlsx *.xls *.docx *.doc);;Mọi tệp (*)"
_WIDTH, _HEIGHT = 1100, 700
_MOST_HEIGHT: Final = 170
"""Pixels that the sentences take at most, and never more than a quarter; more of them are scrolled."""
_UNITS: Final = {1: "đồng", 1_000: "nghìn đồng", 1_000_000: "triệu đồng", 1_000_000_000: "tỷ đồng"}


class ReadingDialog(Dialog):
    """Shows every figure in the form's own layout, and in words what should be looked at."""

    def __init__(self, parent: QWidget, desk: Desk, form: BudgetForm, reading: FormReading, name: str) -> None:
        super().__init__(parent)
        self._desk, self._form, self._reading, self._name = desk, form, reading, name
        self.read_form = with_reading(form, reading, name)
        self.setObjectName("budget.import.dialog")
        self.setWindowTitle(f"Nạp biểu {form.form}")
        self.message = MessagePanel(self)
        self.model = SheetModel(is_open=False, parent=self)
        self.view = SheetView(self.model, self)
        self.view.setObjectName("budget.import.sheet")
        self.model.show(self.read_form, reading.doubts)
        self.wrong = [*reading.warnings, *(problem_sentence(each) for each in problems(self.read_form))]
        self.doubts = [*(doubt.sentence for doubt in reading.doubts), *reading.remarks]
        self.save = button(Action(f"Ghi biểu {form.form}", self.write, "tick", "budget.import.save"), "main")
        self.save.setEnabled(bool(reading.amounts))
        self._lay_out()

    def write(self) -> None:
        """Save the figures as they were read."""
        form, reading, name = self._form, self._reading, self._name
        self.save.setEnabled(False)
        backups = self._desk.folder.backups
        self._desk.operations.take_over(
            backups, lambda work: save_reading(work, form, reading, name), self._finish, self._fail
        )

    def _finish(self, saved: Saved[BudgetForm]) -> None:
        self.accept()
        self._desk.note(f"Đã ghi biểu {saved.after.form}.")

    def _fail(self, sentence: str) -> None:
        self.save.setEnabled(True)
        self.message.say(sentence)

    def _lay_out(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(theme.pixels(_WIDTH), room.width() - 48), min(theme.pixels(_HEIGHT), room.height() - 64))
        unit = _UNITS.get(self._reading.unit, "đồng")
        words = f"Đọc được {thousands(len(self._reading.amounts))} số từ tệp “{self._name}”, đơn vị trong tệp: {unit}."
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(label(f"Nạp biểu {self._form.form}", "title"))
        if self._form.cells:
            words += f" {thousands(len(self._form.cells))} số đang có sẽ được thay bằng số trong tệp."
        layout.addWidget(label(words, "strong"))
        layout.addWidget(self.message)
        layout.addWidget(self.view, 1)
        if self.wrong or self.doubts:
            layout.addWidget(self._look_again())
        leave = button(Action("Bỏ, không nạp", self.reject, name="budget.import.leave"))
        layout.addLayout(row(label("Chưa có gì được ghi.", "note", wrap=False), 1, leave, self.save))

    def _look_again(self) -> QWidget:
        """Return what speaks against the sheet in red, and below it what is only doubtful, as high as it needs."""
        parts = ((self.wrong, "Sai hoặc chưa khớp", "message"), (self.doubts, "Cần xem lại", "hint"))
        holder, inside = QWidget(), column(*(_sentences(*part) for part in parts if part[0]), 1, gap=2)
        holder.setLayout(inside)
        result = scrolled(holder)
        wanted = inside.heightForWidth(self.width() - 18 * SPACE)
        result.setFixedHeight(min(wanted, theme.pixels(_MOST_HEIGHT), self.height() // 4))
        return result


def _sentences(sentences: list[str], heading: str, role: str) -> QWidget:
    words = label("\n".join(f"• {sentence}" for sentence in sentences), selectable=True)
    return box(column(label(f"{heading} ({len(sentences)})", "strong"), words, gap=1, margin=3), role)
