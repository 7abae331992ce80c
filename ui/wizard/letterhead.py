"""A small picture of the report's first page with the names as they will print."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from papi_desktop.catalog import resource
from papi_desktop.domain.commune import Commune
from ui.theme import theme

_INK: Final = "#1B2733"
_GREY: Final = "#D5DCE3"
_PAPER: Final = QSize(340, 430)
_LEAST_HEIGHT: Final = 240
_NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"


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
            self._paint_names(painter, self._commune)
        painter.end()

    def _paint_names(self, painter: QPainter, commune: Commune) -> None:
        left, right = QRectF(16, 26, 122, 14), QRectF(138, 26, 190, 14)
        self._centred(painter, left, "ỦY BAN NHÂN DÂN", 6.4)
        self._centred(painter, left.translated(0, 13), commune.full_name.upper(), 6.4, bold=True)
        self._centred(painter, right, _NATION, 6.4, bold=True)
        self._centred(painter, right.translated(0, 13), _MOTTO, 6.8, bold=True)
        painter.drawLine(QPointF(59, 55), QPointF(95, 55))
        painter.drawLine(QPointF(180, 55), QPointF(286, 55))
        self._centred(painter, left.translated(0, 34), "Số:       /BC-UBND", 6.6)
        place = f"{commune.seat or commune.name}, ngày      tháng      năm"
        self._centred(painter, right.translated(0, 34), place, 6.6, italic=True)
        self._centred(painter, QRectF(22, 98, 300, 16), "BÁO CÁO", 8.6, bold=True)
        self._centred(painter, QRectF(22, 113, 300, 16), "Kết quả thực hiện Kế hoạch PAPI", 7.6, bold=True)
        self._centred(painter, QRectF(22, 142, 300, 16), f"Kính gửi: {commune.recipient}", 7.6)
        _paint_lines(painter)
        self._centred(painter, QRectF(165, 326, 150, 14), "TM. ỦY BAN NHÂN DÂN", 7, bold=True)
        self._centred(painter, QRectF(165, 339, 150, 14), "CHỦ TỊCH", 7, bold=True)
        self._centred(painter, QRectF(165, 388, 150, 14), commune.chairman, 7.4, bold=True)

    def _centred(
        self, painter: QPainter, where: QRectF, words: str, size: float, bold: bool = False, italic: bool = False
    ) -> None:
        font = QFont(self._family)
        font.setBold(bold)
        font.setItalic(italic)
        font.setPixelSize(10)
        needed = QFontMetricsF(font).horizontalAdvance(words) or 1.0
        painter.save()
        painter.setFont(font)
        scale = min(size / 7.2, where.width() / needed)
        painter.translate(where.center())
        painter.scale(scale, scale)
        painter.drawText(QRectF(-400, -20, 800, 40), Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


def paper_family() -> str:
    """Return the typeface of paper: Times New Roman, or the bundled one with the same widths."""
    if "Times New Roman" in QFontDatabase.families():
        return "Times New Roman"
    for style in ("Regular", "Bold", "Italic"):
        if "Tinos" not in QFontDatabase.families() or style != "Regular":
            QFontDatabase.addApplicationFont(str(resource("fonts", f"Tinos-{style}.ttf")))
    return "Tinos"


def _paint_lines(painter: QPainter) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_GREY))
    for number, long in enumerate((288, 300, 296, 190, 0, 300, 292, 300, 240, 0, 300, 150)):
        indent = 12 if number in (0, 5, 10) else 0
        if long:
            painter.drawRoundedRect(QRectF(22 + indent, 172 + number * 12, long - indent, 3), 1.5, 1.5)
    painter.restore()
