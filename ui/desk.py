"""What every page works with: operations, the chosen period, the day, the data folder, the way to other pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.periods import Period, current_report
from papi_desktop.paths import DataFolder
from papi_desktop.services.registers import Query
from papi_desktop.services.work import Work
from ui.operations import Operations


@dataclass(frozen=True)
class Jump:
    """Where to go: a page, perhaps one line of it, perhaps with filters set."""

    page: str
    id: int = 0
    filters: tuple[tuple[str, str], ...] = ()


class Desk(QObject):
    """One for each window; pages read it and never each other."""

    period_changed = Signal()
    jumped = Signal(Jump)
    noted = Signal(str)
    """A short calm sentence for the status line, such as "Đã ghi"."""

    def __init__(self, operations: Operations, folder: DataFolder, today: date) -> None:
        super().__init__()
        self.operations = operations
        self.folder = folder
        self.today = today
        self.commune: Commune | None = None
        self.period: Period = current_report(today)

    def welcome(self, commune: Commune | None) -> None:
        """Take the profile that was read; sample data brings its own day."""
        self.commune = commune
        if commune and commune.sample_day and commune.sample_day != self.today:
            self.today = commune.sample_day
            self.choose_period(current_report(self.today))

    def begin_day(self, then: Callable[[], None] = lambda: None) -> None:
        """Begin the publications that come again by the calendar, in one change that can be taken back.

        `then` is called when that is done, and also when it could not be done, which is told.
        """

        def failed(sentence: str) -> None:
            self.operations.failed.emit(sentence)
            then()

        self.operations.write(partial(_begin_turns, self.today), lambda _begun: then(), failed)

    def turn_to(self, today: date) -> None:
        """Go over to another day, after midnight; sample data stays on its own."""
        if self.commune and not self.commune.sample_day and today != self.today:
            self.today = today
            self.begin_day()

    def choose_period(self, period: Period) -> None:
        """Change the period of every page."""
        if period != self.period:
            self.period = period
            self.period_changed.emit()

    def query(self, words: str = "", filters: tuple[tuple[str, str], ...] = ()) -> Query:
        """Return what a list is asked for now."""
        return Query(self.period, self.today, words, filters)

    def go(self, page: str, id: int = 0, **filters: str) -> None:
        """Open a page, perhaps at one line and with filters set."""
        self.jumped.emit(Jump(page, id, tuple(filters.items())))

    def note(self, sentence: str) -> None:
        """Show a short sentence in the status line for a while."""
        self.noted.emit(sentence)


def _begin_turns(today: date, work: Work) -> None:
    from papi_desktop.services.recurring_publications import begin_next_turns  # not before the first frame

    work.label("Lập các mục công khai định kỳ đến kỳ")
    begin_next_turns(work, today)
