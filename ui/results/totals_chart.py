"""The total score over the years as a line with its values written on it."""

from collections.abc import Sequence
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from papi_desktop.domain.scores import YearScore
from papi_desktop.services.results import score_words
from ui.results.painting import CENTRED, write, write_clear
from ui.theme import theme

_DOT: Final = 5.0
_MOST_LINES: Final = 6


class TotalsChart(QWidget):
    """Years without a total keep their place; figures worked out from others stand in brackets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scores: tuple[YearScore, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_scores(self, scores: Sequence[YearScore]) -> None:
        """Show these years, oldest first."""
        self.scores = tuple(scores)
        said = "; ".join(f"năm {each.year}: {score_words(each) or 'chưa có'}" for each in self.scores)
        self.setAccessibleName(f"Tổng điểm qua các năm: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a modest size."""
        return QSize(theme.pixels(360), theme.pixels(230))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(theme.pixels(260), theme.pixels(230))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the grid, the line, and what is written on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.pixels(22)
        plot = QRectF(theme.pixels(34), line, self.width() - theme.pixels(40), self.height() - 3.4 * line)
        low, high = span(self.scores)
        self._paint_grid(painter, plot, low, high)
        self._paint_line(painter, plot, low, high)
        self._write_years(painter, plot)
        painter.end()

    def _paint_grid(self, painter: QPainter, plot: QRectF, low: int, high: int) -> None:
        step = ceil((high - low) / _MOST_LINES)
        for value in range(low, high + 1, step):
            y = _height(plot, value, low, high)
            painter.setPen(QPen(QColor(theme.tokens.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            where = QRectF(0, y - 10, plot.left() - 8, 20)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            write(painter, where, str(value), theme.font("note"), theme.tokens.secondary, align)

    def _paint_line(self, painter: QPainter, plot: QRectF, low: int, high: int) -> None:
        points = [(each, self._point(plot, number, low, high)) for number, each in enumerate(self.scores)]
        known = [(each, point) for each, point in points if point is not None]
        for (before, start), (after, end) in zip(known, known[1:], strict=False):
            is_sure = not (before.is_inferred or after.is_inferred) and after.year - before.year == 1
            style = Qt.PenStyle.SolidLine if is_sure else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(theme.tokens.accent), 2, style))
            painter.drawLine(start, end)
        for each, point in known:
            painter.setPen(QPen(QColor(theme.tokens.accent), 2))
            painter.setBrush(QColor(theme.tokens.card if each.is_inferred else theme.tokens.accent))
            painter.drawEllipse(point, _DOT, _DOT)
        for each, point in known:
            away = theme.pixels(20) * (1 if self._is_valley(each) else -1)
            middle = QPointF(point.x(), point.y() + away)
            write_clear(painter, middle, score_words(each), theme.font(semibold=True), theme.tokens.text)

    def _is_valley(self, here: YearScore) -> bool:
        """Tell whether the line goes up on every side of a year, so that its value is written under it."""
        known = [each for each in self.scores if each.score is not None]
        place = known.index(here)
        beside = [each.score for each in (*known[max(place - 1, 0) : place], *known[place + 1 : place + 2])]
        return bool(beside) and all(here.score is not None and score > here.score for score in beside if score)

    def _point(self, plot: QRectF, number: int, low: int, high: int) -> QPointF | None:
        score = self.scores[number].score
        if score is None:
            return None
        return QPointF(_middle(plot, number, len(self.scores)), _height(plot, float(score), low, high))

    def _write_years(self, painter: QPainter, plot: QRectF) -> None:
        width, line = plot.width() / max(len(self.scores), 1), theme.pixels(22)
        metrics = QFontMetrics(theme.font("note"))
        has_room = all(metrics.horizontalAdvance(each.group or "") < width - 4 for each in self.scores)
        for number, each in enumerate(self.scores):
            left = _middle(plot, number, len(self.scores)) - width / 2
            year = QRectF(left, plot.bottom() + 0.3 * line, width, line)
            write(painter, year, str(each.year), theme.font(semibold=True), theme.tokens.text, CENTRED)
            below = year.translated(0, line * 0.9)
            write(
                painter,
                below,
                (each.group or "") if has_room else "",
                theme.font("note"),
                theme.tokens.secondary,
                CENTRED,
            )


def span(scores: Sequence[YearScore]) -> tuple[int, int]:
    """Return the lowest and the highest score of the grid, with room over the highest figure for its text."""
    known = [score.score for score in scores if score.score is not None]
    if not known:
        return 38, 46
    return max(floor(min(known)) - 1, 0), ceil(max(known)) + 1


def _height(plot: QRectF, value: float, low: int, high: int) -> float:
    return plot.bottom() - plot.height() * (value - low) / (high - low)


def _middle(plot: QRectF, number: int, years: int) -> float:
    return plot.left() + plot.width() * (number + 0.5) / years
