"""The eight contents of one year as bars beside those of the year before, the weak ones marked."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from papi_desktop.domain.dimensions import DIMENSIONS, Dimension
from papi_desktop.domain.scores import HIGHEST, Group, YearScore, written_score
from ui.results.painting import LEFT, paint_full, paint_hatched, write
from ui.theme import theme
from ui.widgets.chips import chip_size, paint_chip

WEAK: Final = "Nội dung yếu"
_QUARTERS: Final = {Group.LOWEST: 1, Group.LOWER: 2, Group.UPPER: 3, Group.HIGHEST: 4}


class ContentsChart(QWidget):
    """A content without a score is drawn by its group, a quarter of the width for each of the four groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score: YearScore | None = None
        self.before: YearScore | None = None
        self.marked: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_year(self, score: YearScore, before: YearScore | None, marked: tuple[int, ...]) -> None:
        """Show one year beside the year before, or alone."""
        self.score, self.before, self.marked = score, before, marked
        said = "; ".join(f"{each.name}: {figure_words(score, each.number) or 'chưa có'}" for each in DIMENSIONS)
        self.setAccessibleName(f"Tám nội dung năm {score.year}: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a modest size."""
        return QSize(theme.pixels(520), theme.pixels(304))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(theme.pixels(330), theme.pixels(304))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one line for each content."""
        if self.score is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height() / len(DIMENSIONS)
        for number, each in enumerate(DIMENSIONS):
            self._paint_content(painter, QRectF(0, number * height, self.width(), height), each)
        painter.end()

    def _paint_content(self, painter: QPainter, where: QRectF, content: Dimension) -> None:
        score, is_weak = self.score, content.number in self.marked
        if score is None:
            return
        line = QFontMetrics(theme.font()).height()
        top = where.top() + (where.height() - line - 20) / 2
        self._write_name(painter, QRectF(where.left(), top, where.width(), line), content, is_weak)
        room = where.width() - self._figure_width()
        share = part(score, content.number)
        bars = top + line + 2
        if share:
            paint_full(painter, QRectF(where.left(), bars, room * share, 9))
        if self.before and (old := part(self.before, content.number)):
            paint_hatched(painter, QRectF(where.left(), bars + 10, room * old, 7))
        middle = bars + (8.5 if self.before and part(self.before, content.number) else 4.5)
        self._write_figures(painter, QRectF(where.left() + room + 10, middle - 12, where.width() - room, 24), content)

    def _write_name(self, painter: QPainter, where: QRectF, content: Dimension, is_weak: bool) -> None:
        name, font = f"{content.number}. {content.name}", theme.font(semibold=is_weak)
        chip = chip_size(WEAK, theme.font("note", semibold=True))
        room = where.width() - (chip.width() + 12 if is_weak else 0)
        width = min(QFontMetrics(font).horizontalAdvance(name) + 4.0, room)
        write(painter, QRectF(where.left(), where.top(), width, where.height()), name, font, theme.tokens.text)
        if is_weak:
            place = QRectF(where.left() + width + 10, where.top(), chip.width(), where.height())
            paint_chip(painter, place, WEAK, theme.font("note", semibold=True))

    def _write_figures(self, painter: QPainter, where: QRectF, content: Dimension) -> None:
        score, before = self.score, self.before
        now = figure_words(score, content.number) if score else ""
        font = theme.font("body" if score and score.by_dimension[content.number - 1] else "note", semibold=True)
        write(painter, where, now, font, theme.tokens.text)
        old = written_score(before.by_dimension[content.number - 1]) if before else ""
        if old and now:
            used = QFontMetrics(font).horizontalAdvance(now) + 8
            write(painter, where.adjusted(used, 0, 0, 0), f"({old})", theme.font("note"), theme.tokens.secondary, LEFT)

    def _figure_width(self) -> int:
        return QFontMetrics(theme.font("note", semibold=True)).horizontalAdvance("trung bình thấp") + 18


class Legend(QWidget):
    """Which bar is which year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_years(self, year: int, before: int) -> None:
        """Name the filled bar, and the hatched one where there is one (not 0)."""
        self._years = (year, before)
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(theme.pixels(216), QFontMetrics(theme.font("note")).height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the samples of the bars and their years."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        year, before = self._years
        left = self._entry(painter, 0, year, full=True) if year else 0
        if before:
            self._entry(painter, left, before, full=False)
        painter.end()

    def _entry(self, painter: QPainter, left: float, year: int, full: bool) -> float:
        middle = self.height() / 2
        (paint_full if full else paint_hatched)(painter, QRectF(left, middle - 4, 24, 8))
        where = QRectF(left + 30, 0, theme.pixels(70), self.height())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        write(painter, where, f"Năm {year}", theme.font("note"), theme.tokens.secondary, align)
        return where.right() + 8


def part(score: YearScore, number: int) -> float:
    """Return the length of a content's bar as a part of the whole width."""
    points, group = score.by_dimension[number - 1], score.groups[number - 1]
    if points is not None:
        return float(min(max(points, Decimal(0)), HIGHEST) / HIGHEST)
    return _QUARTERS[group] / 4 if group else 0.0


def figure_words(score: YearScore, number: int) -> str:
    """Return a content's score, or else its group."""
    return written_score(score.by_dimension[number - 1]) or (score.groups[number - 1] or "")
