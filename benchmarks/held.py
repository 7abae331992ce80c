"""Run in a process of its own: the longest stretches in which the window could not have answered."""

import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QTimer

_TICK = 2
"""Milliseconds between two looks at the clock; what lies between them beyond this, the window was held."""


class Watch(QObject):
    """Notes the longest time between two turns of the window's event loop."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self._longest = perf_counter(), 0.0
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def longest(self) -> float:
        """Return the longest stretch in milliseconds since the last call."""
        longest, self._longest = self._longest, 0.0
        return longest

    def _look(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, (now - self._last) * 1000 - _TICK)
        self._last = now


def live(seconds: float) -> None:
    """Let the program work."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def tour(folder: str) -> None:
    """Open the window as its entry point does, then every page, every page again, and print each longest stretch."""
    from db.database import Database
    from papi_desktop.paths import DataFolder
    from ui.app import Program, application
    from ui.pages import PAGES

    app = application()
    watch = Watch()
    live(1)
    print("floor", watch.longest(), flush=True)
    program = Program(app, DataFolder(Path(folder)), Database)
    program.begin(demo=False)
    live(8)
    print("open", watch.longest(), flush=True)
    window = program.window
    assert window is not None
    shown = [each.name for each in PAGES if not each.hidden]
    for moment in ("first", "again"):
        longest = 0.0
        for name in shown:
            window.open_page(name)
            live(1)
            longest = max(longest, watch.longest())
        print(moment, longest, flush=True)
    program.close_window()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    tour(sys.argv[1])
