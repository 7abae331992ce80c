"""How the board of places is painted: a cell with its shape, word and days, and the titles at its left."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from papi_desktop.services.posting_states import PlaceState
from ui.theme import theme
from ui.widgets.cells import two_lines
from ui.widgets.chips import Shape, paint_shape, shape_of, tone_of

CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
NOT_NEEDED: Final = "–"
SHORT_WORDS: Final = {
    PlaceState.MISSING: "Chưa có",
    PlaceState.HANGING: "Đang có",
    PlaceState.LATE: "Muộn",
}
"""What a cell says where the whole word has no room; the tip and the screen reader say all."""
_MARGIN, _MARK = 8, 10


@dataclass(frozen=True)
class BoardCell:
    """What one cell shows: its state, from when to when, and the days counted of those needed."""

    state: PlaceState
    days: str
    counted: str


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
    """The titles of the publications, each in two lines with how many places are done."""

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
        lines = two_lines(title, room.width(), theme.font().toString())
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


def cell_size() -> QSize:
    """Return the room that the longest word and three lines of a title need."""
    small, body = QFontMetrics(theme.font("note", semibold=True)), QFontMetrics(theme.font())
    words = [SHORT_WORDS.get(state, state.value) for state in PlaceState] + ["28/10–28/11"]
    widest = max(small.horizontalAdvance(each) for each in words)
    height = 2 * body.height() + QFontMetrics(theme.font("note")).height() + 14
    return QSize(widest + _MARGIN + _MARK + 10, height)


def _paint_cell(painter: QPainter, option: QStyleOptionViewItem, cell: BoardCell) -> None:
    where = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -3.5)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    tone, shape = tone_of(cell.state), shape_of(cell.state)
    calm = shape in (Shape.TICK, Shape.RING)
    painter.setPen(QColor(theme.tokens.accent) if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.hover if over else theme.tokens.card if calm else tone.tint))
    painter.drawRoundedRect(where, 5, 5)
    room = option.rect.adjusted(_MARGIN, 0, -_MARGIN // 2, 0)
    font, small = theme.font("note", semibold=True), theme.font("note")
    height = QFontMetrics(font).height()
    lines = [each for each in (cell.days, cell.counted) if each]
    top = room.center().y() - (1 + len(lines)) * height // 2
    paint_shape(painter, QRectF(room.left(), top + (height - _MARK) / 2, _MARK, _MARK), shape)
    painter.setFont(font)
    painter.setPen(QColor(tone.ink))
    painter.drawText(
        room.left() + _MARK + 5, top + QFontMetrics(font).ascent(), SHORT_WORDS.get(cell.state, cell.state)
    )
    painter.setFont(small)
    painter.setPen(QColor(theme.tokens.secondary))
    for number, words in enumerate(lines, 1):
        painter.drawText(room.left() + _MARK + 5, top + number * height + QFontMetrics(small).ascent(), words)
