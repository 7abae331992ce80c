"""What a low window changes, such as 1366×768 at 150 %: whatever stands around the work stands closer."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SPACE, theme

_LOW: Final = 620
"""Below this height of the window, in pixels at 100 %, it is low."""


def is_low(part: QWidget) -> bool:
    """Tell whether the window in which a part stands is low; that of a dialog is the one it was opened from."""
    window = part.window()
    while parent := window.parentWidget():
        window = parent.window()
    return window.height() < theme.pixels(_LOW)


def stand_closer(part: QWidget, usual: int, low: int) -> None:
    """Give a part `usual` pixels above and below its content, and `low` in a low window; one without any keeps none."""
    layout, room = part.layout(), low if is_low(part) else usual
    margins = layout.contentsMargins() if layout else None
    if layout and margins and margins.top() in (usual, low) and margins.top() != room:
        layout.setContentsMargins(margins.left(), room, margins.right(), room)


class PageColumn(QVBoxLayout):
    """The parts of a page under each other, with the margins that all pages have."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setContentsMargins(6 * SPACE, 4 * SPACE, 6 * SPACE, 4 * SPACE)
        self.setSpacing(3 * SPACE)

    def setGeometry(self, where: QRect) -> None:
        """Place the parts, closer in a low window."""
        stand_closer(self._page, 4 * SPACE, 2 * SPACE)
        self.setSpacing((2 if is_low(self._page) else 3) * SPACE)
        super().setGeometry(where)
