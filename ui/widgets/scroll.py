"""A pane that scrolls when the window is too low for it: `ScrollPane`, and `scrolled`, which returns one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollPane(QScrollArea):
    """Scrolls up and down only; the bar brings its own distance to what it scrolls, unless it is `flush`.

    The cursor goes to the parts inside. Where there is something to read and nothing to enter, `reading` says what,
    and the keyboard can scroll the pane itself.
    """

    def __init__(self, inside: QWidget, flush: bool = False, reading: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reading else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(reading)
        if not flush:
            self.verticalScrollBar().setProperty("role", "distant")
        if not inside.property("role"):
            inside.setProperty("role", "page")
        self.setWidget(inside)


def scrolled(inside: QWidget, flush: bool = False, reading: str = "") -> ScrollPane:
    """Return `inside` in a pane that scrolls up and down only."""
    return ScrollPane(inside, flush, reading)
