"""The report as the PDF that will be handed over, made in the background."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from papi_desktop.domain.errors import Cancelled
from papi_desktop.services.report_export import preview
from papi_desktop.services.report_findings import Findings
from ui.operations import IsCancelled, Operations, Progress
from ui.reports.pages_view import PagesView
from ui.widgets.cards import EmptyState
from ui.widgets.texts import Action


class Preview(QWidget):
    """Made anew only when the report has changed."""

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._wanted: Findings | None = None
        self._shown: Findings | None = None
        self._is_busy = False
        self.pages = PagesView(operations)
        self._waiting = EmptyState("Đang dựng bản xem trước…", None, "print")
        again = Action("Dựng lại bản xem trước", self._make, "print", "reports.preview.again")
        self._stopped = EmptyState("Đã dừng. Bản xem trước chưa dựng xong.", again, "print")
        self._stack = QStackedWidget()
        for face in (self._waiting, self._stopped, self.pages):
            self._stack.addWidget(face)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_findings(self, findings: Findings) -> None:
        """Show the pages of a report."""
        self._wanted = findings
        if findings != self._shown and not self._is_busy:
            self._make()

    def _make(self) -> None:
        findings = self._wanted
        if findings is None:
            return
        self._is_busy = True
        if self._shown is None or self._shown.period != findings.period:
            self._stack.setCurrentWidget(self._waiting)

        def action(progress: Progress, is_cancelled: IsCancelled) -> tuple[Findings, bytes | None]:
            def step(done: int, total: int) -> None:
                if is_cancelled():
                    raise Cancelled
                progress(done, total)

            try:
                return findings, preview(findings, step)
            except Cancelled:
                return findings, None

        self._operations.run("Đang dựng bản xem trước", action, self._show, self._fail)

    def _show(self, made: tuple[Findings, bytes | None]) -> None:
        findings, pdf = made
        self._is_busy = False
        if pdf is None:
            self._stack.setCurrentWidget(self._stopped)
            return
        self._shown = findings
        self.pages.show_pdf(pdf)
        self._stack.setCurrentWidget(self.pages)
        if self._wanted != findings:
            self._make()

    def _fail(self, sentence: str) -> None:
        self._is_busy = False
        self._stack.setCurrentWidget(self._stopped)
        self._operations.failed.emit(sentence)
