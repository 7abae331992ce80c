"""How a day of the calendar is painted: its number, its items with their shapes, and how many more there are."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from papi_desktop.services.month_calendar import Day, DayItem
from ui.theme import SPACE, theme
from ui.widgets.chips import paint_shape, shape_of

DAY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_MARGIN: Final = SPACE + 1


class DayDelegate(QStyledItemDelegate):
    """Paints one day."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the day's ground, its number and what falls on it."""
        day = index.data(DAY_ROLE)
        if not isinstance(day, Day):
            return
        painter.save()
        _paint_ground(painter, option, day)
        _paint_number(painter, option.rect, day)
        shown, more = _shown(option.rect, len(day.items))
        for number, item in enumerate(day.items[:shown]):
            _paint_item(painter, _line(option.rect, number), item, faded=not day.in_month)
        if more:
            painter.setPen(QColor(theme.tokens.accent))
            painter.drawText(_line(option.rect, shown), Qt.AlignmentFlag.AlignVCenter, f"+{more} việc nữa")
        painter.restore()


def item_at(cell: QRect, items: int, point: QPoint) -> int | None:
    """Return the number of the item under a point, `items` for "more", or None."""
    shown, more = _shown(cell, items)
    for number in range(shown + bool(more)):
        if _line(cell, number).contains(point):
            return number if number < shown else items
    return None


def least_height() -> int:
    """Return the height in which the number and two lines have room, in pixels."""
    return _head() + 2 * _step() + _MARGIN


def _step() -> int:
    return QFontMetrics(theme.font("note")).height() + 2


def _head() -> int:
    return QFontMetrics(theme.font("note", semibold=True)).height() + 2 * _MARGIN


def _line(cell: QRect, number: int) -> QRect:
    return QRect(cell.x() + _MARGIN, cell.y() + _head() + number * _step(), cell.width() - 2 * _MARGIN, _step())


def _shown(cell: QRect, items: int) -> tuple[int, int]:
    """Return how many items have room in a cell, and how many are left over."""
    room = max((cell.height() - _head() - SPACE // 2) // _step(), 1)
    return (items, 0) if items <= room else (room - 1, items - room + 1)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, day: Day) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    ground = theme.tokens.tint if chosen else theme.tokens.card if day.in_month else theme.tokens.background
    painter.fillRect(option.rect, QColor(ground))
    painter.setPen(QColor(theme.tokens.line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    painter.drawLine(option.rect.topRight(), option.rect.bottomRight())


def _paint_number(painter: QPainter, cell: QRect, day: Day) -> None:
    painter.setFont(theme.font("note", semibold=day.in_month))
    words = "Hôm nay " if day.is_today else ""
    words += f"{day.day.day}" if day.in_month else f"{day.day:%d/%m}"
    width = painter.fontMetrics().horizontalAdvance(words) + 2 * SPACE
    room = QRect(cell.x() + _MARGIN - 1, cell.y() + 3, width, painter.fontMetrics().height() + 2)
    if day.is_today:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.accent))
        painter.drawRoundedRect(QRectF(room), 6, 6)
    ink = theme.tokens.on_accent if day.is_today else theme.tokens.text if day.in_month else theme.tokens.secondary
    painter.setPen(QColor(ink))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def _paint_item(painter: QPainter, room: QRect, item: DayItem, faded: bool) -> None:
    painter.setFont(theme.font("note"))
    mark = room.height() * 0.46
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, QRectF(room.x() + 1, room.center().y() - mark / 2 + 0.5, mark, mark), shape_of(item.state))
    words = room.adjusted(round(mark) + SPACE + 1, 0, 0, 0)
    painter.setPen(QColor(theme.tokens.secondary if faded else theme.tokens.text))
    text = item.text if item.register == "tasks" else f"{item.kind}: {item.text}"
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
