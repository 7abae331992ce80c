"""A line of a card that leads somewhere by a click, Enter or the space bar: `LinkLine`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui.theme import SPACE


class LinkLine(QFrame):
    """Whoever makes one fills it with its words, which stand under the heading of the card in the colour of links."""

    clicked = Signal()

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def fill(self, inside: QLayout) -> None:
        """Take what the line says, flush with what stands above it."""
        inside.setContentsMargins(0, SPACE, SPACE, SPACE)
        self.setLayout(inside)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow Enter and space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
