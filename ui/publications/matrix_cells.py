"""How the board of places is painted: a cell with its shape, word and days, and the titles at its left."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from papi_desktop.services.posting_states import PlaceState
from ui.theme import theme
from ui.widgets.cells import few_lines
from ui.widgets.chips import Shape, paint_shape, shape_of, tone_of

CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
NOT_NEEDED: Final = "–"
SHORT_WORDS: Final = {
    PlaceState.MISSING: "Chưa có",
    PlaceState.HANGING: "Đang có",
    PlaceState.LATE: "Muộn",
    PlaceState.SPARED: "Tùy ý",
}
"""What a cell says where the whole word has no room; the tip and the screen reader say all."""
_MARGIN, _MARK, _BETWEEN = 8, 10, 4
_BESIDE = 3
"""Pixels left free beside the words of a cell and of a place."""
_TITLE_LINES = 3


@dataclass(frozen=True)
class BoardCell:
    """What one cell shows: its state, and what is said of it below."""

    state: PlaceState
    lines: tuple[str, ...]
    """From when, until when, and the days counted of those needed."""


class BoardDelegate(QStyledItemDelegate):
    """Paints a cell: shape and word above, the days under them; a grey dash where it need not hang."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = index.data(CELL_ROLE)
        painter.fillRect(option.rect, QColor(theme.tokens.card))
        if isinstance(cell, BoardCell):
            _paint_cell(painter, option, cell)
        else:
            painter.setPen(QColor(theme.tokens.secondary))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, NOT_NEEDED)
        painter.setPen(QColor(theme.tokens.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


class TitleHeader(QHeaderView):
    """The titles of the publications, each with how many places are done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Nội dung công khai")

    def paintSection(self, painter: QPainter, where: QRect, number: int) -> None:
        """Paint one title."""
        model = self.model()
        title = str(model.headerData(number, Qt.Orientation.Vertical) or "")
        done = str(model.headerData(number, Qt.Orientation.Vertical, CELL_ROLE) or "")
        painter.save()
        painter.fillRect(where, QColor(theme.tokens.card))
        painter.setPen(QColor(theme.tokens.line))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        painter.drawLine(where.topRight(), where.bottomRight())
        room, metrics = where.adjusted(_MARGIN, 0, -_MARGIN, 0), QFontMetrics(theme.font())
        lines = few_lines(title, room.width(), theme.font().toString(), _TITLE_LINES)
        height, small = metrics.height(), QFontMetrics(theme.font("note")).height()
        top = room.center().y() - (len(lines) * height + small) // 2
        for line, words in enumerate((*lines, done)):
            is_done = line == len(lines)
            painter.setFont(theme.font("note") if is_done else theme.font())
            painter.setPen(QColor(theme.tokens.secondary if is_done else theme.tokens.text))
            painter.drawText(
                QRect(room.left(), top + line * height, room.width(), height), Qt.AlignmentFlag.AlignVCenter, words
            )
        painter.restore()


class PlaceHeader(QHeaderView):
    """The names of the places, in two lines where one has no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(super().sizeHint().width(), 2 * QFontMetrics(_bold()).height() + _MARGIN)

    def paintSection(self, painter: QPainter, where: QRect, number: int) -> None:
        """Paint one name."""
        painter.save()
        painter.fillRect(where, QColor(theme.tokens.card))
        painter.setPen(QColor(theme.tokens.line))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        painter.setPen(QColor(theme.tokens.secondary))
        painter.setFont(_bold())
        room = where.adjusted(_BESIDE, 0, -_BESIDE, 0)
        words = str(self.model().headerData(number, Qt.Orientation.Horizontal) or "")
        lines = "\n".join(few_lines(words, room.width(), _bold().toString()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, lines)
        painter.restore()


def cell_size() -> QSize:
    """Return the least room that the longest word, and the lines of a cell and of a title need."""
    bold, small, body = QFontMetrics(_bold()), QFontMetrics(theme.font("note")), QFontMetrics(theme.font())
    words = max(bold.horizontalAdvance(SHORT_WORDS.get(state, state.value)) for state in PlaceState)
    days = max(small.horizontalAdvance(each) for each in ("đến 28/12", "28/30 ngày"))
    height = max(_TITLE_LINES * body.height() + small.height(), 4 * small.height()) + 8
    return QSize(max(words + _MARK + _BETWEEN, days) + 2 * _BESIDE, height)


def _bold() -> QFont:
    return theme.font("note", semibold=True)


def _paint_cell(painter: QPainter, option: QStyleOptionViewItem, cell: BoardCell) -> None:
    where = QRectF(option.rect).adjusted(1.5, 2.5, -1.5, -3.5)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    tone, shape = tone_of(cell.state), shape_of(cell.state)
    calm = shape in (Shape.TICK, Shape.RING)
    painter.setPen(QColor(theme.tokens.accent) if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.hover if over else theme.tokens.card if calm else tone.tint))
    painter.drawRoundedRect(where, 5, 5)
    room = option.rect.adjusted(_BESIDE, 0, 0, 0)
    metrics = QFontMetrics(_bold())
    top = room.center().y() - (1 + len(cell.lines)) * metrics.height() // 2
    paint_shape(painter, QRectF(room.left(), top + (metrics.height() - _MARK) / 2, _MARK, _MARK), shape)
    painter.setFont(_bold())
    painter.setPen(QColor(tone.ink))
    words = SHORT_WORDS.get(cell.state, cell.state)
    painter.drawText(room.left() + _MARK + _BETWEEN, top + metrics.ascent(), words)
    painter.setFont(theme.font("note"))
    painter.setPen(QColor(theme.tokens.secondary))
    for number, line in enumerate(cell.lines, 1):
        painter.drawText(room.left(), top + number * metrics.height() + metrics.ascent(), line)
