"""One budget form of one period, opened: its figures, what does not add up, import, print and disclosure."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from papi_desktop.domain.budget import BudgetForm, Cell
from papi_desktop.domain.budget_reading import FormReading
from papi_desktop.domain.periods import Period
from papi_desktop.services.budget_decision import BudgetTurn
from papi_desktop.services.budget_forms import form_for, form_title, problem_sentence, problems, template, with_cell
from papi_desktop.services.disclosure import Disclosed, publish_budget
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.work import Work
from ui.budget.reading import FILES, ReadingDialog
from ui.budget.sheet_model import SheetModel
from ui.budget.sheet_view import SheetView
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.chips import StatusChip
from ui.widgets.print_dialog import PrintDialog
from ui.widgets.texts import Action, button, label, row

UNSURE: Final = "Mẫu biểu chưa kiểm chứng: hãy đối chiếu với biểu in từ chương trình kế toán trước khi niêm yết."
_NO_ROOM_FOR_NOTES: Final = 420
"""Below so many pixels the notes are left to the tips of the mouse, so that the figures keep the room."""
_SUM_NOTE: Final = "Đơn vị: đồng. Ô nền xám tự tính; số nhập vào được giữ nguyên và đối chiếu, không tự sửa."
_EMPTY, _RIGHT, _WRONG = "Chưa có số liệu", "Khớp", "Chưa khớp"


class FormSheet(QWidget):
    """`left` when the user goes back to the list."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.number, self.period = "113", desk.period
        self.model = SheetModel()
        self.view = SheetView(self.model, self)
        self.message = MessagePanel(self)
        self._title = label("", "section")
        self._unsure, self._note = label(UNSURE, "unsure"), label("", "note")
        self.status, self.problem = StatusChip(), label("", selectable=True)
        self._lay_out()
        self.model.typed.connect(lambda cell, value: self._save({cell: value}))
        self.model.unreadable.connect(self.message.say)
        self.view.pasted.connect(self._save)
        self.view.cleared.connect(lambda cell: self._save({cell: None}))

    def open_form(self, number: str, period: Period) -> None:
        """Show a form, an empty one where there is none yet."""
        self.number, self.period = number, period
        self.message.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read the figures again."""
        number, period = self.number, self.period
        self._desk.operations.read(lambda work: form_for(work, number, period), self._show)

    def load(self) -> None:
        """Ask for a file, and read the form from it."""
        name, _kind = QFileDialog.getOpenFileName(self, f"Chọn tệp có biểu {self.number}", "", FILES)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read the form from a file, and show what was read."""
        number, period = self.number, self.period

        def action(_progress: Progress, is_cancelled: IsCancelled) -> FormReading:
            from papi_desktop.importers.budget_file import read_form

            return read_form(path, template(number), period, is_cancelled)

        then = partial(self._check, path.name)
        self.message.hide()
        self._desk.operations.run(f"Đang đọc tệp “{path.name}”", action, then, self.message.say)

    def show_papers(self) -> None:
        """Show the decision that makes the form public, with all forms of the same kind and period or with this one."""
        turn = BudgetTurn(template(self.number).kind, self.period)
        PrintDialog(self, self._desk, NoticeKind.BUDGET_DECISION, turn).open()

    def publish(self) -> None:
        """Begin the publication to which this form belongs, and go there."""
        number, period, today = self.number, self.period, self._desk.today
        self._desk.operations.write(
            lambda work: publish_budget(work, number, period, today), self._go_to_publication, self.message.say
        )

    def _go_to_publication(self, found: Disclosed) -> None:
        self._desk.note("Đã thêm mục công khai." if found.is_new else "Kỳ này đã có mục công khai.")
        self._desk.go("publications", found.publication.id)

    def _check(self, name: str, reading: FormReading) -> None:
        ReadingDialog(self, self._desk, self.model.form, reading, name).open()

    def _show(self, form: BudgetForm) -> None:
        if (form.form, form.period) != (self.number, self.period.code):
            return
        self.model.show(form)
        self._title.setText(f"Biểu {form.form}. {form_title(form)}")
        self._show_status(form)
        for each in self._needs_figures:
            each.setEnabled(bool(form.cells))

    def _show_status(self, form: BudgetForm) -> None:
        """Say in one line whether the figures add up: the first that do not, and how many more."""
        sentences = [problem_sentence(each) for each in problems(form)]
        self.status.show_word(_WRONG if sentences else _RIGHT if form.cells else _EMPTY)
        more = f" Còn {len(sentences) - 1} ô khác tô đỏ." if len(sentences) > 1 else ""
        self.problem.setText(f"{sentences[0]}{more}" if sentences else "")
        self.problem.setToolTip("\n".join(sentences))
        self.problem.setVisible(bool(sentences))
        self._note.setVisible(not sentences)
        self._fit_notes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the notes out of a low window."""
        super().resizeEvent(event)
        self._fit_notes()

    def _fit_notes(self) -> None:
        has_room, is_sure = self.height() >= theme.pixels(_NO_ROOM_FOR_NOTES), template(self.number).is_verified
        self._unsure.setVisible(not is_sure and has_room)
        self._note.setText("Đơn vị: đồng. Mẫu biểu chưa kiểm chứng." if not is_sure and not has_room else _SUM_NOTE)
        self._note.setToolTip(_SUM_NOTE if is_sure else f"{_SUM_NOTE}\n{UNSURE}")

    def _save(self, values: dict[Cell, int | None]) -> None:
        number, period = self.number, self.period
        self.message.hide()
        self._desk.operations.write(lambda work: _put_cells(work, number, period, values), self._show, self.message.say)

    def _lay_out(self) -> None:
        back = button(Action("Các biểu", self.left.emit, "back", "budget.back"), "quiet")
        load = button(Action("Nạp từ Excel…", self.load, "import", "budget.import"))
        paste = button(
            Action("Dán", self.view.paste, "file", "budget.paste", "Dán các ô chép từ Excel vào ô đang chọn")
        )
        show = button(Action("Xem và in…", self.show_papers, "print", "budget.print"))
        publish = button(Action("Niêm yết", self.publish, "publications", "budget.publish"), "main")
        self._needs_figures = (show, publish)
        state = row(self.status, self._note, self.problem, gap=3)
        state.setStretch(1, 1)
        state.setStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 2 * SPACE, 6 * SPACE, 3 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(row(back, 1, load, paste, show, publish))
        layout.addWidget(self._title)
        layout.addWidget(self._unsure)
        layout.addLayout(state)
        layout.addWidget(self.message)
        layout.addWidget(self.view, 1)


def _put_cells(work: Work, number: str, period: Period, values: dict[Cell, int | None]) -> BudgetForm:
    form = form_for(work, number, period)
    for cell, value in values.items():
        form = with_cell(form, cell, value)
    work.label(f"Nhập biểu {number}")
    return work.budget_forms.put(form).after
