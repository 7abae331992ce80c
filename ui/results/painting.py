"""What the two charts share: inks, texts on a clear ground, and bars that differ without colour."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from ui.theme import theme

CENTRED: Final = Qt.AlignmentFlag.AlignCenter
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def write(painter: QPainter, where: QRectF, text: str, font: QFont, ink: str, align: Qt.AlignmentFlag = LEFT) -> None:
    """Write one line of text, cut with … where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, round(where.width()) + 1)
    painter.drawText(where, align, fitting)


def write_clear(painter: QPainter, middle: QPointF, text: str, font: QFont, ink: str) -> None:
    """Write a short text around a point, on the card's own ground so that no line runs through it."""
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(text) + 8, metrics.height()
    where = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    painter.fillRect(where, QColor(theme.tokens.card))
    write(painter, where, text, font, ink, CENTRED)


def paint_full(painter: QPainter, where: QRectF) -> None:
    """Paint the bar of the chosen year: filled."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.accent))
    painter.drawRoundedRect(where, 2, 2)


def paint_hatched(painter: QPainter, where: QRectF) -> None:
    """Paint the bar of the year before: an outline with strokes, so that it differs on a grey copy too."""
    painter.setPen(QPen(QColor(theme.tokens.secondary), 1))
    painter.setBrush(QBrush(QColor(theme.tokens.secondary), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(where.adjusted(0.5, 0.5, -0.5, -0.5))
