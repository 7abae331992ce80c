"""A field for free text that is always as high as its text, so that a whole report scrolls as one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QWheelEvent

from ui.theme import theme
from ui.widgets.editors import LongEdit


class GrowingEdit(LongEdit):
    """Grows and shrinks while one types; the wheel scrolls the page around it."""

    def __init__(self) -> None:
        super().__init__(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the text needs at the new width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def is_being_typed(self) -> bool:
        """Tell whether the cursor stands here with words that are not saved yet."""
        return self.hasFocus() and self.value() != self._kept

    def _fit(self) -> None:
        lines = max(round(self.document().size().height()), 2)
        height = QFontMetrics(theme.font()).lineSpacing() * lines + 22
        if height != self.height():
            self.setFixedHeight(height)
