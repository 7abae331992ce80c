"""A pane that scrolls when the window is too low for it: `ScrollPane`, and `scrolled`, which returns one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollPane(QScrollArea):
    """Scrolls up and down only, and lets nothing inside be wider than itself.

    The bar, while there is one, stands beside what it scrolls, or `within` the right margin of that. The cursor goes
    to the parts inside; where there is something to read and nothing to enter, `reading` says what, and the keyboard
    can scroll the pane itself.
    """

    def __init__(self, inside: QWidget, within: bool = False, reading: str = "") -> None:
        super().__init__()
        self._inside, self._taken = inside, 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reading else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(reading)
        if not inside.property("role"):
            inside.setProperty("role", "page")
        self.setWidget(inside)
        if within:
            self.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._share_margin(most > 0))
        else:
            self.verticalScrollBar().setProperty("role", "distant")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold what is inside within the new width."""
        self._inside.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)

    def _share_margin(self, has_bar: bool) -> None:
        layout = self._inside.layout()
        if layout:
            margins = layout.contentsMargins()
            own = margins.right() + self._taken
            taken = min(self.verticalScrollBar().sizeHint().width(), own) if has_bar else 0
            margins.setRight(own - taken)
            self._taken = taken
            layout.setContentsMargins(margins)


def scrolled(inside: QWidget, within: bool = False, reading: str = "") -> ScrollPane:
    """Return `inside` in a pane that scrolls up and down only."""
    return ScrollPane(inside, within, reading)
