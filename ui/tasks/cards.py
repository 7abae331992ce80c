"""How a card of the board is painted: code and day at the top, three lines of text, who answers for it below."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from papi_desktop.domain.calendar import written
from papi_desktop.services.task_list import TaskLine
from ui.theme import SPACE, theme
from ui.widgets.cells import few_lines

CARD_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_MARGIN: Final = 2 * SPACE
LINES: Final = 3
"""Tasks of one kind often begin with the same words; what tells them apart stands after those."""


class CardDelegate(QStyledItemDelegate):
    """Paints one task as a card, as wide as the list or of the `width` that is set."""

    width = 0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the card's ground, then its words."""
        line = index.data(CARD_ROLE)
        if not isinstance(line, TaskLine):
            return
        painter.save()
        _paint_ground(painter, option)
        _paint_words(painter, option.rect.adjusted(_MARGIN, _MARGIN - 2, -_MARGIN, -_MARGIN + 2), line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a card."""
        return QSize(self.width or option.rect.width(), card_height())


def card_height() -> int:
    """Return the height of a card in pixels: one line of notes above and below the lines of text."""
    notes = QFontMetrics(theme.font("note", semibold=True)).height()
    return 2 * notes + LINES * QFontMetrics(theme.font()).height() + 2 * _MARGIN


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    ground = theme.tokens.tint if chosen else theme.tokens.hover if over else theme.tokens.background
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(theme.tokens.accent if chosen or focused else theme.tokens.line), 1))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_words(painter: QPainter, room: QRect, line: TaskLine) -> None:
    note, body = theme.font("note"), theme.font()
    painter.setFont(theme.font("note", semibold=True))
    painter.setPen(QColor(theme.tokens.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line.code)
    painter.setFont(note)
    painter.setPen(QColor(theme.tokens.secondary))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, written(line.due))
    who = painter.fontMetrics().elidedText(line.officer or "Chưa giao", Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, who)
    painter.setFont(body)
    painter.setPen(QColor(theme.tokens.text))
    metrics = painter.fontMetrics()
    top = room.top() + QFontMetrics(note).height() + 1
    for number, words in enumerate(few_lines(line.text, room.width(), body.toString(), LINES)):
        painter.drawText(room.left(), top + number * metrics.height() + metrics.ascent(), words)
