"""Reading a plan's file in the background, with the columns as persons corrected them, and asking for them."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from papi_desktop.domain.plans import PlanProposal
from papi_desktop.importers.plan_choices import Choices, FoundTable
from papi_desktop.services.kept_columns import keep_choices, kept_choices
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.planning.columns import ColumnsDialog

Tables = tuple[FoundTable, ...]


class Reading(QObject):
    """`proposed(plan)` when a file was read, `failed(sentence)` when it could not be."""

    proposed = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self.path: Path | None = None

    def read(self, path: Path) -> None:
        """Read a file; where no table of tasks is found, its tables are shown to be pointed out."""
        from papi_desktop.importers.plan import NoPlanTable
        from papi_desktop.importers.plan_file import read_plan, read_tables

        self.path = path
        today = self._desk.today

        def action(_progress: Progress, is_cancelled: IsCancelled) -> PlanProposal | Tables:
            try:
                return read_plan(path, today, is_cancelled, self._choices())
            except NoPlanTable:
                return read_tables(path, is_cancelled)

        self._desk.operations.run(f"Đang đọc tệp “{path.name}”", action, self._take, self.failed.emit)

    def ask_columns(self) -> None:
        """Show what the columns of the file were taken for, to be corrected."""
        from papi_desktop.importers.plan_file import read_tables

        path = self.path
        if path is None:
            return

        def action(_progress: Progress, is_cancelled: IsCancelled) -> Tables:
            return read_tables(path, is_cancelled, self._choices())

        self._desk.operations.run("Đang tìm các bảng trong tệp", action, self._show_tables, self.failed.emit)

    def correct(self, choices: Choices) -> None:
        """Keep what was said of the columns, and read the file again."""
        path = self.path
        if path:
            self._desk.operations.write(
                lambda work: keep_choices(work, choices), lambda _none: self.read(path), self.failed.emit
            )

    def _choices(self) -> Choices:
        with self._desk.operations.storage.work() as work:
            return kept_choices(work)

    def _take(self, found: PlanProposal | Tables) -> None:
        if isinstance(found, PlanProposal):
            self.proposed.emit(found)
            return
        from papi_desktop.importers.plan import NO_TABLE

        self.failed.emit(NO_TABLE)
        self._show_tables(found)

    def _show_tables(self, tables: Tables) -> None:
        if tables:
            dialog = ColumnsDialog(self._window, tables)
            dialog.chosen.connect(self.correct)
            dialog.open()
