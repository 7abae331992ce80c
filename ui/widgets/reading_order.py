"""The Tab key goes through a window as the eye does, whenever its parts were made: `follow_reading_order`, `Dialog`."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.theme import SPACE, theme

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""Controls whose own parts are none of the user's business."""


class Dialog(QDialog):
    """The dialog that all others are made from."""

    def fit(self, width: int, height: int) -> None:
        """Take a size, in pixels at 100 %, or what the screen leaves of it beside the frame."""
        room = self.screen().availableSize()
        self.resize(
            min(theme.pixels(width), room.width() - 12 * SPACE), min(theme.pixels(height), room.height() - 14 * SPACE)
        )

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab, or back with Shift+Tab, in reading order."""
        follow_reading_order(self)
        return super().focusNextPrevChild(forward)


def follow_reading_order(window: QWidget) -> None:
    """Let Tab follow the layout; Qt alone puts every part that is made later at the end."""
    for before, after in pairwise(stops(window)):
        QWidget.setTabOrder(before, after)


def stops(root: QWidget) -> Iterator[QWidget]:
    """Return the visible parts in which Tab stops, in the order in which they are read."""
    for part in _parts(root):
        if part.isHidden() or part.isWindow():
            continue
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
            yield part
        if not isinstance(part, _WHOLE):
            yield from stops(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Return the parts of a widget as they are laid out, then those that stand free."""
    layout = widget.layout()
    placed = list(_laid_out(layout)) if layout else []
    free = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    yield from placed
    yield from (each for each in free if each not in placed)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
