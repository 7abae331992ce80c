"""Writing one printed paper and its workbook to a stick or a folder, the same way from every page: `PapersDialog`."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.services.papers import Papers, write_papers
from papi_desktop.services.work import Work
from papi_desktop.settings import read_settings, write_settings
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.theme import SPACE
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.target import Target, TargetChooser, WrittenFiles
from ui.widgets.texts import Action, button, column, label, row


class PapersDialog(Dialog):
    """`read(work)` makes the paper from what is stored; it is written, read back, and its files are named."""

    def __init__(
        self, parent: QWidget, desk: Desk, page: str, title: str, read: Callable[[Work], Papers], hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName(f"{page}.dialog")
        self._desk, self._read, self._title = desk, read, title
        self.where = TargetChooser(page)
        self.where.searched.connect(self._search_drives)
        self.written = WrittenFiles(page)
        self.export = button(Action("Xuất PDF và Excel", self.write, "export", f"{page}.export"), "main")
        self._lay_out(title, hint, page)
        last = read_settings(desk.folder).export_folder
        if last and Path(last).is_dir():
            self.where.choose(Path(last))
        self._search_drives()

    def write(self) -> None:
        """Write both files into the chosen place."""
        target, operations, read = self.where.target(), self._desk.operations, self._read
        self.export.setEnabled(False)
        self.written.forget()

        def action(_progress: Progress, _is_cancelled: IsCancelled) -> list[Path]:
            with operations.storage.work() as work:
                papers = read(work)
            return write_papers(papers, target.folder)

        operations.run(f"Đang ghi {self._title}", action, partial(self._finish, target), self._fail)

    def _finish(self, target: Target, files: list[Path]) -> None:
        self.export.setEnabled(True)
        self.written.show_written(files, target.is_drive)
        if not target.is_drive:
            data = self._desk.folder
            kept = replace(read_settings(data), export_folder=str(target.folder))
            self._desk.operations.compute(partial(write_settings, data, kept))

    def _fail(self, sentence: str) -> None:
        self.export.setEnabled(True)
        self.written.show_failure(sentence)

    def _search_drives(self) -> None:
        from papi_desktop.drives import removable_drives

        self._desk.operations.compute(removable_drives, self.where.show_drives)

    def _lay_out(self, title: str, hint: str, page: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(label(title, "title"))
        if hint:
            layout.addWidget(label(hint, "note"))
        inside = QWidget()
        inside.setLayout(column(self.where, self.written, 1, gap=4))
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(row(1, button(Action("Đóng", self.reject, name=f"{page}.leave")), self.export))
        self.fit(600, 620)
