"""A small picture of the report's first page with the names as they will print."""

from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from papi_desktop.catalog import resource
from papi_desktop.domain.commune import Commune
from papi_desktop.exporters.plain import long_date
from papi_desktop.exporters.wording import COUNTRY, MOTTO
from papi_desktop.services.report_text import PROGRAMME
from ui.theme import theme

_INK: Final = "#1B2733"
_GREY: Final = "#D5DCE3"
_PAPER: Final = QSize(340, 430)
_LEAST_HEIGHT: Final = 240
_COLUMNS: Final = ((16, 0, 122, 14), (138, 0, 190, 14), (22, 0, 300, 16), (165, 0, 150, 14))
"""Where the issuer, the nation, what stands across the page, and who signs have their room."""

_SUBJECT_WIDTH: Final = 62
"""How many letters of the report's subject stand in its first line; the rest has the second."""


@dataclass(frozen=True)
class Line:
    """One line of the page: where it stands, its words and letters, and how much of it a rule below underlines."""

    where: QRectF
    words: str
    size: float
    bold: bool = True
    italic: bool = False
    ruled: float = 0


class Letterhead(QWidget):
    """Draws the head, the addressee and the signature; everything between is only hinted at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard.picture")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._size = _PAPER
        self._commune: Commune | None = None
        self._family = paper_family()

    def show_commune(self, commune: Commune) -> None:
        """Draw the names of a commune."""
        self._commune = commune
        self.setAccessibleName(f"Hình trang đầu báo cáo của {commune.committee}, kính gửi {commune.recipient}")
        self.update()

    def take_room(self, width: int, height: int) -> None:
        """Be as large as there is room beside the list, and no larger than is pleasant."""
        size = _PAPER * theme.percent / 100
        fitting = min(width / size.width(), max(height, _LEAST_HEIGHT) / size.height(), 1.0)
        self._size = size * fitting
        self.setMaximumSize(self._size)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the sheet as there was room for it."""
        return self._size

    def minimumSizeHint(self) -> QSize:
        """Give way to a small window; the sheet is then drawn smaller."""
        return QSize(1, min(self._size.height(), _LEAST_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, black on white whatever the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / _PAPER.width(), self.height() / _PAPER.height())
        painter.scale(scale, scale)
        painter.setPen(QPen(QColor(theme.tokens.field_line), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(QRectF(0.5, 0.5, _PAPER.width() - 1, _PAPER.height() - 1))
        painter.setPen(QColor(_INK))
        if self._commune:
            for line in lines_of(self._commune):
                _paint_line(painter, self._family, line)
            _paint_text(painter)
        painter.end()


def lines_of(commune: Commune) -> tuple[Line, ...]:
    """Return what the first page says of a commune, as Nghị định 30/2020 sets it."""
    left, right, whole, signed = (QRectF(*each) for each in _COLUMNS)
    subject, rest = wrap(f"Kết quả thực hiện Kế hoạch {PROGRAMME}", _SUBJECT_WIDTH)
    return (
        Line(left.translated(0, 26), "ỦY BAN NHÂN DÂN", 6.4),
        Line(left.translated(0, 39), commune.full_name.upper(), 6.4, ruled=0.4),
        Line(right.translated(0, 26), COUNTRY, 6.4),
        Line(right.translated(0, 39), MOTTO, 6.8, ruled=1),
        Line(left.translated(0, 61), "Số:          /BC-UBND", 6.4, bold=False),
        Line(right.translated(0, 61), f"{commune.seat or commune.name}, {long_date(None)}", 6.4, False, italic=True),
        Line(whole.translated(0, 92), "BÁO CÁO", 7.4),
        Line(whole.translated(0, 106), subject, 6.6),
        Line(whole.translated(0, 118), rest, 6.6, ruled=0.5),
        Line(whole.translated(0, 146), f"Kính gửi: {commune.recipient}", 7, bold=False),
        Line(signed.translated(0, 326), "TM. ỦY BAN NHÂN DÂN", 6.8),
        Line(signed.translated(0, 339), "CHỦ TỊCH", 6.8),
        Line(signed.translated(0, 388), commune.chairman, 7),
    )


def _paint_line(painter: QPainter, family: str, line: Line) -> None:
    """Paint words in the middle of their place, and the rule under them."""
    font = QFont(family)
    font.setBold(line.bold)
    font.setItalic(line.italic)
    font.setPixelSize(10)
    needed = QFontMetricsF(font).horizontalAdvance(line.words) or 1.0
    scale = min(line.size / 7.2, line.where.width() / needed)
    painter.save()
    painter.setFont(font)
    painter.translate(line.where.center())
    painter.scale(scale, scale)
    painter.drawText(QRectF(-400, -20, 800, 40), Qt.AlignmentFlag.AlignCenter, line.words)
    half = needed * line.ruled / 2
    if half:
        painter.setPen(QPen(QColor(_INK), 0.7))
        painter.drawLine(QPointF(-half, 8), QPointF(half, 8))
    painter.restore()


def paper_family() -> str:
    """Return the typeface of paper: Times New Roman, or the bundled one with the same widths."""
    if "Times New Roman" in QFontDatabase.families():
        return "Times New Roman"
    for style in ("Regular", "Bold", "Italic"):
        if "Tinos" not in QFontDatabase.families() or style != "Regular":
            QFontDatabase.addApplicationFont(str(resource("fonts", f"Tinos-{style}.ttf")))
    return "Tinos"


def _paint_text(painter: QPainter) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_GREY))
    for number, long in enumerate((288, 300, 296, 190, 0, 300, 292, 300, 240, 0, 300, 150)):
        indent = 12 if number in (0, 5, 10) else 0
        if long:
            painter.drawRoundedRect(QRectF(22 + indent, 172 + number * 12, long - indent, 3), 1.5, 1.5)
    painter.restore()
