"""Waiting for what a person sees: the moment when a list has painted its lines."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

_PATIENCE = 30.0


def press(control: QWidget, letter: str) -> None:
    """Type one letter, also one that no ASCII key has."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(control, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


class Painted(QObject):
    """Notes when a view's viewport was first and last painted with at least `least` rows."""

    def __init__(self, view: QTableView, least: int = 0) -> None:
        super().__init__()
        self._view, self._least = view, least
        self.first = self.when = 0.0
        view.viewport().installEventFilter(self)

    def stop(self) -> None:
        """Look no longer."""
        self._view.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the view paint, then note the time."""
        model = self._view.model()
        if event.type() is QEvent.Type.Paint and model is not None and model.rowCount() >= self._least:
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.when = perf_counter()
            self.first = self.first or self.when
            return True
        return False


def wait_until(is_done: Callable[[], bool]) -> None:
    """Let the program work until something is so; sleep between events, as the program itself does."""
    until = perf_counter() + _PATIENCE
    tick = QTimer(interval=500)
    tick.start()
    while not is_done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if perf_counter() > until:
            raise SystemExit("What is measured did not happen.")
