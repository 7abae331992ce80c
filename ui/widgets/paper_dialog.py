"""A printed paper seen as it will print before it is written to a stick or a folder: `PaperDialog`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from papi_desktop.services.papers import Papers
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.papers_dialog import PapersDialog
from ui.widgets.pdf_preview import PdfPreview, Wanted
from ui.widgets.reading_order import Dialog
from ui.widgets.texts import Action, button, label, row


@dataclass(frozen=True)
class Variant:
    """One way in which the paper can be printed."""

    name: str
    words: str
    read: Callable[[Work], Papers]
    hint: str = ""


class PaperDialog(Dialog):
    """Shows the first variant at once; the buttons are named `<page>.paper.<variant>` and `<page>.paper.export`."""

    def __init__(self, parent: QWidget, desk: Desk, page: str, title: str, variants: Sequence[Variant]) -> None:
        super().__init__(parent)
        self._desk, self._page, self._title = desk, f"{page}.paper", title
        self.variants = tuple(variants)
        self.shown = self.variants[0]
        self.setWindowTitle(title)
        self.setObjectName(f"{self._page}.dialog")
        self.message = MessagePanel(self)
        self.preview = PdfPreview(desk.operations, self._page)
        self._hint = label("", "note")
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out(title)
        self.choose(self.shown)

    def choose(self, variant: Variant) -> None:
        """Show another variant."""
        self.shown = variant
        self._mark()
        self.message.hide()
        self._desk.operations.read(variant.read, partial(self._show, variant), self.message.say)

    def export(self) -> None:
        """Ask where the shown variant is written to."""
        PapersDialog(self, self._desk, f"{self._page}.files", self._title, self.shown.read, self.shown.hint).open()

    def print_it(self) -> None:
        """Choose a printer and send the shown pages to it."""
        from ui.widgets.printing import NO_PRINTER, ask_printer, has_printer, print_pages

        if not has_printer():
            self.message.say(NO_PRINTER)
            return
        printer, operations, read = ask_printer(self, self._title), self._desk.operations, self.shown.read
        if printer is None:
            return

        def pdf() -> bytes:
            with operations.storage.work() as work:
                papers = read(work)
            return _pdf(papers)

        def action(progress: Progress, is_cancelled: IsCancelled) -> int:
            return print_pages(printer, pdf, progress, is_cancelled)

        operations.run("Đang in", action, self._tell_printed, self.message.say)

    def _tell_printed(self, pages: int) -> None:
        self.message.say(f"Đã gửi {pages} trang tới máy in.", "good")

    def _show(self, variant: Variant, papers: Papers) -> None:
        if variant is self.shown:
            self.preview.show_paper(Wanted(papers, variant.name, partial(_pdf, papers)))

    def _mark(self) -> None:
        self._hint.setText(self.shown.hint)
        self._hint.setVisible(bool(self.shown.hint))
        for name, each in self._buttons.items():
            each.setChecked(name == self.shown.name)

    def _lay_out(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(3 * SPACE)
        head = row(label(title, "title", wrap=False), 1, gap=2)
        if len(self.variants) > 1:
            head.addLayout(self._choices())
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self.message)
        layout.addWidget(self.preview, 1)
        leave = button(Action("Đóng", self.reject, name=f"{self._page}.leave"))
        write = button(Action("Xuất PDF và Excel…", self.export, "export", f"{self._page}.export"))
        send = button(Action("In…", self.print_it, "print", f"{self._page}.print"), "main")
        layout.addLayout(row(leave, 1, write, send))
        room = self.screen().availableSize()
        self.resize(min(theme.pixels(1060), room.width() - 48), min(theme.pixels(720), room.height() - 64))

    def _choices(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        for variant in self.variants:
            name = f"{self._page}.{variant.name}"
            choice = button(Action(variant.words, partial(self.choose, variant), name=name), "choice")
            choice.setCheckable(True)
            group.addButton(choice)
            self._buttons[variant.name] = choice
        return row(*self._buttons.values(), gap=1)


def _pdf(papers: Papers, progress: Progress | None = None) -> bytes:
    from papi_desktop.exporters.pdf import letter_pdf

    return letter_pdf(papers.letter, progress)
