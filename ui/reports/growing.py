"""A field for free text that is always as high as its text, so that a whole report scrolls as one page."""

from math import ceil
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextDocument, QWheelEvent

from ui.widgets.editors import LongEdit

_FRAME: Final = 14
"""Pixels of border and padding above and below the text."""


class GrowingEdit(LongEdit):
    """Grows and shrinks while one types; the wheel scrolls the page around it."""

    def __init__(self) -> None:
        super().__init__(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)

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
        measured = QTextDocument()
        measured.setDefaultFont(self.font())
        measured.setDocumentMargin(self.document().documentMargin())
        measured.setTextWidth(self.viewport().width())
        measured.setPlainText(self.toPlainText() or " ")
        height = ceil(measured.size().height()) + _FRAME
        if height != self.height():
            self.setFixedHeight(height)
