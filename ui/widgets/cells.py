"""How the cells of a list are painted: two-line texts, status chips, group headings with their bars."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from papi_desktop.services.registers import ColumnKind, RegisterColumn
from ui.theme import theme
from ui.widgets.cards import paint_bar
from ui.widgets.chips import chip_size, paint_chip
from ui.widgets.table_model import GROUP_ROLE, Group, is_number

MARGIN = 10
_BAR = 88


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of a register."""

    def __init__(self, columns: tuple[RegisterColumn, ...], counts_done: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._counts_done = columns, counts_done
        self.two_lines = any(column.kind is ColumnKind.LONG for column in columns)
        """Whether texts go over two lines."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground, then the cell's own content."""
        painter.save()
        group = index.data(GROUP_ROLE)
        if isinstance(group, Group):
            self._paint_group(painter, option.rect, group)
        else:
            _paint_ground(painter, option, first=index.column() == 0)
            painter.setFont(index.data(Qt.ItemDataRole.FontRole) or theme.font())
            self._paint_cell(painter, option.rect, self._columns[index.column()], str(index.data() or ""))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of one line of the list."""
        return QSize(60, row_height(self.two_lines))

    def _paint_cell(self, painter: QPainter, where: QRect, column: RegisterColumn, text: str) -> None:
        room = where.adjusted(MARGIN, 0, -MARGIN, 0)
        if column.kind is ColumnKind.STATE:
            if text:
                paint_chip(painter, QRectF(room), text, theme.font("note", semibold=True))
            return
        painter.setPen(QColor(theme.tokens.text))
        if column.kind is ColumnKind.LONG or (self.two_lines and column.kind is ColumnKind.TEXT):
            _paint_long(painter, room, text)
            return
        flag = Qt.AlignmentFlag.AlignRight if is_number(column) else Qt.AlignmentFlag.AlignLeft
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flag | Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_group(self, painter: QPainter, where: QRect, group: Group) -> None:
        painter.fillRect(where, QColor(theme.tokens.background))
        painter.setPen(QColor(theme.tokens.line))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        room = where.adjusted(MARGIN, 0, -MARGIN - 6, 0)
        if self._counts_done and group.total:
            room = _paint_count(painter, room, group)
        painter.setPen(QColor(theme.tokens.text))
        painter.setFont(theme.font(semibold=True))
        elided = painter.fontMetrics().elidedText(group.heading, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


class ChipDelegate(QStyledItemDelegate):
    """Paints the state words of one column of a sheet as chips."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the chip."""
        if text := str(index.data() or ""):
            painter.save()
            paint_chip(painter, QRectF(option.rect.adjusted(4, 0, -4, 0)), text, theme.font("note", semibold=True))
            painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of the chip."""
        return chip_size(str(index.data() or ""), theme.font("note", semibold=True)) + QSize(12, 0)


def row_height(two_lines: bool, low: bool = False) -> int:
    """Return the height of a row in pixels, for one or two lines of text; two stand closer in a low window."""
    line = QFontMetrics(theme.font()).height()
    if not two_lines:
        return max(line + 14, 34)
    return 2 * line + 8 if low else max(2 * line + 14, 50)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, first: bool) -> None:
    where, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    ground = theme.tokens.tint if chosen else theme.tokens.hover if over else theme.tokens.card
    painter.fillRect(where, QColor(ground))
    if chosen and first:
        painter.fillRect(QRect(where.left(), where.top(), 3, where.height()), QColor(theme.tokens.accent))
    painter.setPen(QColor(theme.tokens.line))
    painter.drawLine(where.bottomLeft(), where.bottomRight())


def _paint_count(painter: QPainter, room: QRect, group: Group) -> QRect:
    bar = QRectF(room.right() - _BAR, room.center().y() - 3, _BAR, 7)
    paint_bar(painter, bar, group.done, group.total)
    words = f"{group.done}/{group.total}"
    painter.setFont(theme.font("note"))
    painter.setPen(QColor(theme.tokens.secondary))
    width = painter.fontMetrics().horizontalAdvance("00/00") + 10
    numbers = QRect(round(bar.left()) - width, room.top(), width - 10, room.height())
    painter.drawText(numbers, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    return room.adjusted(0, 0, -_BAR - width - MARGIN, 0)


def _paint_long(painter: QPainter, room: QRect, text: str) -> None:
    metrics = painter.fontMetrics()
    lines = few_lines(text, room.width(), painter.font().toString())
    top = room.center().y() - len(lines) * metrics.height() / 2
    for number, line in enumerate(lines):
        painter.drawText(QPointF(room.left(), top + number * metrics.height() + metrics.ascent()), line)


@lru_cache(maxsize=4096)
def few_lines(text: str, width: int, font_key: str, most: int = 2) -> tuple[str, ...]:
    """Break a text into at most so many lines of `width` pixels; the last ends in … where more follows.

    A text with a break of its own keeps it: what stands after it is seen however long the first part is.
    """
    font, room = QFont(), max(width, 40)
    font.fromString(font_key)
    if "\u2028" in text:
        return tuple(_elided(part, room, font) for part in text.split("\u2028", 1))
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    end = 0
    while len(lines) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        lines.append(text[end : end + line.textLength()].rstrip())
        end += line.textLength()
    layout.endLayout()
    rest = text[end:].strip()
    return (*lines, _elided(rest, room, font)) if rest or not lines else tuple(lines)


def _elided(text: str, width: int, font: QFont) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
