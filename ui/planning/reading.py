"""Reading a file or a copied table in the background, its columns as persons corrected them, and asking for them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from papi_desktop.domain.plans import PlanProposal
from papi_desktop.importers.plan_choices import Choices, FoundTable
from papi_desktop.services.kept_columns import keep_choices, kept_choices
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.planning.columns import ColumnsDialog

Tables = tuple[FoundTable, ...]


class Source(Protocol):
    """Where a plan is read from."""

    @property
    def doing(self) -> str:
        """Return what is being done while it is read."""
        ...

    def plan(self, today: date, is_cancelled: IsCancelled, choices: Choices) -> PlanProposal:
        """Read the plan. Raises NoPlanTable, or KnownError with what to do."""
        ...

    def tables(self, is_cancelled: IsCancelled, choices: Choices) -> Tables:
        """Return its tables with what their columns are taken for."""
        ...


@dataclass(frozen=True)
class File:
    """A file that was chosen."""

    path: Path

    @property
    def doing(self) -> str:
        """Return what is being done while it is read."""
        return f"Đang đọc tệp “{self.path.name}”"

    def plan(self, today: date, is_cancelled: IsCancelled, choices: Choices) -> PlanProposal:
        """Read the plan in it."""
        from papi_desktop.importers.plan_file import read_plan

        return read_plan(self.path, today, is_cancelled, choices)

    def tables(self, is_cancelled: IsCancelled, choices: Choices) -> Tables:
        """Return its tables."""
        from papi_desktop.importers.plan_file import read_tables

        return read_tables(self.path, is_cancelled, choices)


@dataclass(frozen=True)
class Copied:
    """What was copied in Word or Excel, as text and as a page."""

    text: str
    html: str

    @property
    def doing(self) -> str:
        """Return what is being done while it is read."""
        return "Đang đọc bảng đã sao chép"

    def plan(self, today: date, _is_cancelled: IsCancelled, choices: Choices) -> PlanProposal:
        """Read the plan in it."""
        from papi_desktop.importers.clipboard import paste_plan

        return paste_plan(self.text, self.html, today, choices)

    def tables(self, _is_cancelled: IsCancelled, choices: Choices) -> Tables:
        """Return its tables."""
        from papi_desktop.importers.clipboard import read_clipboard
        from papi_desktop.importers.plan_choices import tables_of

        return tables_of(read_clipboard(self.text, self.html), choices)


@dataclass(frozen=True)
class _NoPlan:
    """No table of tasks was found: why, and the tables that there are."""

    sentence: str
    tables: Tables


class Reading(QObject):
    """`proposed(plan)` when a source was read, `failed(sentence)` when it could not be."""

    proposed = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self.source: Source | None = None

    def read(self, source: Source) -> None:
        """Read a source; where no table of tasks is found, its tables are shown to be pointed out."""
        from papi_desktop.importers.plan import NoPlanTable

        self.source = source
        today = self._desk.today

        def action(_progress: Progress, is_cancelled: IsCancelled) -> PlanProposal | _NoPlan:
            choices = self._choices()
            try:
                return source.plan(today, is_cancelled, choices)
            except NoPlanTable as refusal:
                return _NoPlan(str(refusal), source.tables(is_cancelled, choices))

        self._desk.operations.run(source.doing, action, self._take, self.failed.emit)

    def ask_columns(self) -> None:
        """Show what the columns of the source were taken for, to be corrected."""
        source = self.source
        if source is None:
            return

        def action(_progress: Progress, is_cancelled: IsCancelled) -> Tables:
            return source.tables(is_cancelled, self._choices())

        self._desk.operations.run("Đang tìm các bảng", action, self._show_tables, self.failed.emit)

    def correct(self, choices: Choices) -> None:
        """Keep what was said of the columns, and read the source again."""
        source = self.source
        if source:
            self._desk.operations.write(
                lambda work: keep_choices(work, choices), lambda _none: self.read(source), self.failed.emit
            )

    def _choices(self) -> Choices:
        with self._desk.operations.storage.work() as work:
            return kept_choices(work)

    def _take(self, found: PlanProposal | _NoPlan) -> None:
        if isinstance(found, PlanProposal):
            self.proposed.emit(found)
        else:
            self.failed.emit(found.sentence)
            self._show_tables(found.tables)

    def _show_tables(self, tables: Tables) -> None:
        if tables:
            dialog = ColumnsDialog(self._window, tables)
            dialog.chosen.connect(self.correct)
            dialog.open()
