"""A paper as the PDF that will be printed, made in the background and only when it has changed: `PdfPreview`."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from papi_desktop.domain.errors import Cancelled
from ui.operations import IsCancelled, Operations, Progress
from ui.widgets.cards import EmptyState
from ui.widgets.pages_view import PagesView
from ui.widgets.texts import Action


@dataclass(frozen=True)
class Wanted:
    """A paper to show: what it is made from, the place it belongs to (a period), and how it is made."""

    source: object
    place: object
    make: Callable[[Progress], bytes]

    def is_same(self, other: "Wanted | None") -> bool:
        """Tell whether it would be the same paper."""
        return other is not None and self.source == other.source


class PdfPreview(QWidget):
    """Pages of the same place stay on the screen until the new ones are there."""

    def __init__(self, operations: Operations, page: str) -> None:
        super().__init__()
        self._operations = operations
        self._wanted: Wanted | None = None
        self._shown: Wanted | None = None
        self._is_busy = False
        self.pages = PagesView(operations, page)
        self._waiting = EmptyState("Đang dựng bản xem trước…", None, "print")
        again = Action("Dựng lại bản xem trước", self._make, "print", f"{page}.preview.again")
        self._stopped = EmptyState("Đã dừng. Bản xem trước chưa dựng xong.", again, "print")
        self._stack = QStackedWidget()
        for face in (self._waiting, self._stopped, self.pages):
            self._stack.addWidget(face)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_paper(self, wanted: Wanted) -> None:
        """Show the pages of a paper."""
        self._wanted = wanted
        if not wanted.is_same(self._shown) and not self._is_busy:
            self._make()

    def _make(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        self._is_busy = True
        if self._shown is None or self._shown.place != wanted.place:
            self._stack.setCurrentWidget(self._waiting)

        def action(progress: Progress, is_cancelled: IsCancelled) -> tuple[Wanted, bytes | None]:
            def step(done: int, total: int) -> None:
                if is_cancelled():
                    raise Cancelled
                progress(done, total)

            try:
                return wanted, wanted.make(step)
            except Cancelled:
                return wanted, None

        self._operations.run("Đang dựng bản xem trước", action, self._show, self._fail)

    def _show(self, made: tuple[Wanted, bytes | None]) -> None:
        wanted, pdf = made
        self._is_busy = False
        if pdf is None:
            self._stack.setCurrentWidget(self._stopped)
            return
        self._shown = wanted
        self.pages.show_pdf(pdf)
        self._stack.setCurrentWidget(self.pages)
        if not wanted.is_same(self._wanted):
            self._make()

    def _fail(self, sentence: str) -> None:
        self._is_busy = False
        self._stack.setCurrentWidget(self._stopped)
        self._operations.failed.emit(sentence)
