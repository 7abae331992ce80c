"""How a day of the calendar is painted: its number, its items with their shapes, and how many more there are."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from papi_desktop.services.month_calendar import Day, DayItem
from papi_desktop.services.today_week import WeekKind
from ui.theme import SPACE, theme
from ui.widgets.cells import few_lines
from ui.widgets.chips import paint_shape, shape_of

DAY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_MARGIN: Final = SPACE + 1
_SHORT: Final = {
    WeekKind.TAKE_DOWN: "Gỡ",
    WeekKind.ANSWER: "Trả lời",
    WeekKind.RESULT: "Thông báo kết quả",
    WeekKind.REPORT: "Gửi",
}
"""Kinds in a word where the whole is long for a cell."""


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
        places = _places(option.rect, len(day.items))
        for place, item in zip(places.items, day.items, strict=False):
            _paint_item(painter, place, item, faded=not day.in_month)
        if places.more:
            painter.setPen(QColor(theme.tokens.accent))
            painter.setFont(theme.font("note"))
            words = f"+{len(day.items) - len(places.items)} việc nữa" if places.items else f"{len(day.items)} việc"
            painter.drawText(places.more, places.align | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def item_at(cell: QRect, items: int, point: QPoint) -> int | None:
    """Return the number of the item under a point, `items` for "more", or None."""
    places = _places(cell, items)
    found = next((number for number, place in enumerate(places.items) if place.contains(point)), None)
    if found is None and places.more and places.more.contains(point):
        return items
    return found


def least_height() -> int:
    """Return the height in which the number has room, and beside it how many items there are, in pixels."""
    return _head()


def _step() -> int:
    return QFontMetrics(theme.font("note")).height() + 2


def _head() -> int:
    return QFontMetrics(theme.font("note", semibold=True)).height() + 2 * _MARGIN


def _line(cell: QRect, number: int) -> QRect:
    return QRect(cell.x() + _MARGIN, cell.y() + _head() + number * _step(), cell.width() - 2 * _MARGIN, _step())


@dataclass(frozen=True)
class _Places:
    """Where the items of a day stand, and where it says how many more there are."""

    items: tuple[QRect, ...]
    more: QRect | None = None
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


def _places(cell: QRect, items: int) -> _Places:
    """Share a cell: two lines for an item that is alone, one for each of several, the number only in a low one."""
    room = (cell.height() - _head() - 1) // _step()
    if not items:
        return _Places(())
    if room < 1:
        beside = QRect(cell.x() + _MARGIN, cell.y(), cell.width() - 2 * _MARGIN, _head())
        return _Places((), beside, Qt.AlignmentFlag.AlignRight)
    if items == 1 and room > 1:
        return _Places((_line(cell, 0) | _line(cell, 1),))
    shown = items if items <= room else room - 1
    return _Places(tuple(_line(cell, number) for number in range(shown)), _line(cell, shown) if shown < items else None)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, day: Day) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    ground = theme.tokens.tint if chosen else theme.tokens.card if day.in_month else theme.tokens.background
    painter.fillRect(option.rect, QColor(ground))
    painter.setPen(QColor(theme.tokens.line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    painter.drawLine(option.rect.topRight(), option.rect.bottomRight())


def _paint_number(painter: QPainter, cell: QRect, day: Day) -> None:
    painter.setFont(theme.font("note", semibold=day.in_month))
    words = "Hôm nay " if day.is_today and cell.height() > _head() + _step() else ""
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
    mark = _step() * 0.46
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, QRectF(room.x() + 1, room.y() + (_step() - mark) / 2, mark, mark), shape_of(item.state))
    words = room.adjusted(round(mark) + SPACE + 1, 0, 0, 0)
    painter.setPen(QColor(theme.tokens.secondary if faded else theme.tokens.text))
    text = item.text if item.register == "tasks" else f"{_SHORT.get(item.kind, item.kind)}: {item.text}"
    if room.height() >= 2 * _step():
        lines = few_lines(text, words.width(), painter.font().toString())
    else:
        lines = (painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width()),)
    for number, line in enumerate(lines):
        place = QRect(words.x(), words.y() + number * _step(), words.width(), _step())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
