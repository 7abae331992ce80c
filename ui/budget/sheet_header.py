"""The headings of a budget form on the screen: one band over the columns of a group, each heading, and its mark."""

from itertools import count
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.budget.sheet_model import SheetModel
from ui.theme import theme

_WRAPPED: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_MOST_LINES: Final = 4
_BESIDE, _ABOVE = 4, 5
"""Pixels left free beside and above the words."""


class SheetHeader(QHeaderView):
    """As high as its words need at the widths of the columns; nothing can be clicked or dragged."""

    def __init__(self, model: SheetModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sheet = model
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme.pixels(20))

    def least_width(self, section: int) -> int:
        """Return how wide a column must be so that no word of its heading breaks, and that it stays low."""
        heading, metrics = self._sheet.headings(section)[1], _metrics()
        width = max(metrics.horizontalAdvance(word) for word in heading.split()) + 2 * _BESIDE + 2
        most = _MOST_LINES * metrics.lineSpacing() + 2 * _ABOVE
        return next(wide for wide in count(width, 4) if _high(heading, wide) <= most)

    def sizeHint(self) -> QSize:
        """Return the height of the highest column, with the band above it."""
        sections = range(self.count())
        band = max((self._band_height(section) for section in sections), default=0)
        below = max((self._height(section, band) for section in sections), default=0)
        return QSize(super().sizeHint().width(), below)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one column's heading, and the whole band over it."""
        group, heading = self._sheet.headings(section)
        band = max(self._band_height(each) for each in range(self.count())) if group else 0
        painter.save()
        painter.setFont(theme.font("note", semibold=True))
        self._cell(painter, rect.adjusted(0, band, 0, 0), heading)
        if group:
            first, last = self._span(section)
            left = self.sectionViewportPosition(first)
            right = self.sectionViewportPosition(last) + self.sectionSize(last)
            self._cell(painter, QRect(left, rect.top(), right - left, band), group)
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRect, words: str) -> None:
        painter.fillRect(rect, QColor(theme.tokens.card))
        painter.setPen(QColor(theme.tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(theme.tokens.secondary))
        painter.drawText(rect.adjusted(_BESIDE, 0, -_BESIDE, 0), _WRAPPED, words)

    def _span(self, section: int) -> tuple[int, int]:
        """Return the first and the last shown column under the band over a column."""
        group = self._sheet.headings(section)[0]
        own = [each for each in range(self.count()) if self._sheet.headings(each)[0] == group]
        return own[0], own[-1]

    def _band_height(self, section: int) -> int:
        group = self._sheet.headings(section)[0]
        if not group:
            return 0
        first, last = self._span(section)
        return _high(group, sum(map(self.sectionSize, range(first, last + 1))))

    def _height(self, section: int, band: int) -> int:
        group, heading = self._sheet.headings(section)
        return (band if group else 0) + _high(heading, self.sectionSize(section))


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("note", semibold=True))


def _high(words: str, width: int) -> int:
    room = QRect(0, 0, max(width - 2 * _BESIDE, 1), 1000)
    return _metrics().boundingRect(room, _WRAPPED, words).height() + 2 * _ABOVE
