"""Status as word, shape and colour: `StatusChip` in forms, `paint_chip` in lists, `tone_of` for any state word."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Tone, theme


class Shape(StrEnum):
    """The drawn shapes, one for each tone; the values name the tone in the theme."""

    DISC = "late"
    DIAMOND = "soon"
    TRIANGLE = "on_track"
    TICK = "done"
    RING = "none"


_SHAPES: Final = {
    "Quá hạn": Shape.DISC,
    "Nội dung yếu": Shape.DISC,
    "Quá hạn niêm yết": Shape.DISC,
    "Chưa công khai kỳ này": Shape.DISC,
    "Sắp đến hạn niêm yết": Shape.DIAMOND,
    "Được gỡ": Shape.TICK,
    "Quá hạn trả lời": Shape.DISC,
    "Chưa đủ thời gian": Shape.DISC,
    "Gỡ sớm": Shape.DISC,
    "Sắp đến hạn": Shape.DIAMOND,
    "Thiếu nơi niêm yết": Shape.DIAMOND,
    "Niêm yết muộn": Shape.DIAMOND,
    "Cần xem lại": Shape.DIAMOND,
    "Chưa rõ": Shape.DIAMOND,
    "Trùng": Shape.DISC,
    "Vẫn ghi": Shape.TRIANGLE,
    "Mới": Shape.TRIANGLE,
    "Có thay đổi": Shape.DIAMOND,
    "Không còn trong tệp": Shape.DISC,
    "Thêm mới": Shape.TRIANGLE,
    "Đã xem": Shape.TICK,
    "Đúng tiến độ": Shape.TRIANGLE,
    "Đang thực hiện": Shape.TRIANGLE,
    "Đang niêm yết": Shape.TRIANGLE,
    "Đang giải quyết": Shape.TRIANGLE,
    "Đang soạn": Shape.TRIANGLE,
    "Hoàn thành": Shape.TICK,
    "Đạt": Shape.TICK,
    "Khớp": Shape.TICK,
    "Chưa khớp": Shape.DISC,
    "Đã trả lời": Shape.TICK,
    "Xong": Shape.TICK,
    "Đã xuất": Shape.TICK,
    "Đã gửi": Shape.TICK,
}


def shape_of(state: str) -> Shape:
    """Return the shape of a state's word; an open ring for a word that nobody named."""
    return _SHAPES.get(str(state), Shape.RING)


def tone_of(state: str) -> Tone:
    """Return the colours of a state's word."""
    tone: Tone = getattr(theme.tokens, shape_of(state).value)
    return tone


def chip_size(word: str, font: QFont) -> QSize:
    """Return the room that a chip needs."""
    metrics = QFontMetrics(font)
    return QSize(metrics.horizontalAdvance(word) + metrics.height() + 16, metrics.height() + 8)


def paint_chip(painter: QPainter, where: QRectF, word: str, font: QFont) -> None:
    """Paint a chip at the left of `where`, in the middle of its height."""
    size = chip_size(word, font)
    chip = QRectF(where.x(), where.center().y() - size.height() / 2, min(size.width(), where.width()), size.height())
    tone = tone_of(word)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.tint))
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    mark = chip.height() * 0.36
    left = chip.x() + 8
    paint_shape(painter, QRectF(left, chip.center().y() - mark / 2, mark, mark), shape_of(word))
    painter.setFont(font)
    painter.setPen(QColor(tone.ink))
    room = chip.adjusted(8 + mark + 6, 0, -6, 0)
    elided = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, round(room.width()) + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
    painter.restore()


def paint_shape(painter: QPainter, where: QRectF, shape: Shape) -> None:
    """Paint one of the five shapes in its colour."""
    ink = QColor(getattr(theme.tokens, shape.value).ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    centre = where.center()
    if shape is Shape.DISC:
        painter.drawEllipse(where)
    elif shape is Shape.DIAMOND:
        corners = [(centre.x(), where.top()), (where.right(), centre.y()), (centre.x(), where.bottom())]
        painter.drawPolygon(_polygon([*corners, (where.left(), centre.y())]))
    elif shape is Shape.TRIANGLE:
        painter.drawPolygon(
            _polygon([(centre.x(), where.top()), (where.right(), where.bottom()), (where.left(), where.bottom())])
        )
    else:
        _paint_outline(painter, where, shape, ink)


def _paint_outline(painter: QPainter, where: QRectF, shape: Shape, ink: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, max(where.width() / 5, 1.6), c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    if shape is Shape.RING:
        painter.drawEllipse(where.adjusted(0.8, 0.8, -0.8, -0.8))
        return
    low = QPointF(where.left() + where.width() * 0.36, where.bottom() - where.height() * 0.12)
    start = QPointF(where.left(), where.top() + where.height() * 0.55)
    painter.drawPolyline([start, low, QPointF(where.right(), where.top() + where.height() * 0.12)])


def _polygon(points: list[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


class StatusChip(QWidget):
    """A chip that stands alone, in a form or a card."""

    def __init__(self, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_word(word)

    def show_word(self, word: str) -> None:
        """Show another state."""
        self.word = str(word)
        self.setAccessibleName(self.word)
        if self.word and self.parentWidget() is None:
            # Shown before it has its place, it would open as a window of its own for a moment.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        else:
            self.setVisible(bool(self.word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the word needs."""
        return chip_size(self.word, theme.font("note", semibold=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self.word, theme.font("note", semibold=True))
        painter.end()
