"""The pages of a PDF as they will print: a list of small pages, the pages themselves, and their size."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from papi_desktop.exporters.pages import PageImage, page_image, page_images
from ui.operations import Operations
from ui.theme import SPACE, theme
from ui.widgets.cards import drop_all
from ui.widgets.texts import Action, button, label, row

_SMALL: Final = 18.0
"""Dots an inch of the small pages; the size of every page is known from them."""
_ZOOMS: Final = (50, 67, 80, 100, 125, 150, 200)
_SCREEN: Final = 96.0
_ROOM_FOR_LIST: Final = 700
_ROUNDING: Final = 8


class PagesView(QWidget):
    """Draws only what is seen, off the UI thread; its parts are named `<page>.pages`, `.preview`, `.zoom.…`."""

    def __init__(self, operations: Operations, page: str) -> None:
        super().__init__()
        self._operations, self._page = operations, page
        self._pdf = b""
        self._zoom = 0
        self._sheets: list[_Sheet] = []
        self.list = QListWidget()
        self.list.setObjectName(f"{page}.pages")
        self.list.setAccessibleName("Danh sách trang")
        self.list.setIconSize(QSize(theme.pixels(84), theme.pixels(110)))
        self.list.setFixedWidth(theme.pixels(176))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.currentRowChanged.connect(self._go_to)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName(f"{page}.preview")
        self._scroll.setAccessibleName("Bản xem trước")
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._later = QTimer(self, singleShot=True, interval=30)
        self._later.timeout.connect(self._draw_what_is_seen)
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._later.start())
        self._lay_out()

    def show_pdf(self, pdf: bytes) -> None:
        """Show another PDF; the page that was looked at stays."""
        self._pdf = pdf
        self._operations.compute(lambda: page_images(pdf, _SMALL), partial(self._show_pages, pdf))

    @property
    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._sheets)

    def go_to(self, index: int) -> None:
        """Bring one page, counted from 0, to the top."""
        self.list.setCurrentRow(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self.list.setVisible(self.width() >= theme.pixels(_ROOM_FOR_LIST))
        QTimer.singleShot(0, self, self._resize)

    def _show_pages(self, pdf: bytes, small: list[PageImage]) -> None:
        if pdf is not self._pdf:
            return
        kept = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        drop_all(self._pages)
        self._sheets = [_Sheet(each) for each in small]
        for number, each in enumerate(small, start=1):
            self.list.addItem(QListWidgetItem(_icon(each), f"Trang {number}"))
            self._pages.addWidget(self._sheets[number - 1], alignment=Qt.AlignmentFlag.AlignHCenter)
        self.list.setCurrentRow(min(kept, len(small) - 1))
        self.list.blockSignals(False)
        self._resize()
        QTimer.singleShot(0, self, lambda: self._go_to(self.list.currentRow()))

    def _percent(self, sheet: "_Sheet") -> int:
        """Return the size of a page: the chosen one, or what fits the width, and no more than on paper."""
        if self._zoom:
            return self._zoom
        room = self._scroll.viewport().width() - 6 * SPACE
        return max(min(int(100 * room / (sheet.small.width() * _SCREEN / _SMALL)), 100), 30)

    def _resize(self) -> None:
        for sheet in self._sheets:
            sheet.scale(_SCREEN * self._percent(sheet) / 100 / _SMALL)
        self._tell_zoom()
        self._later.start()

    def _tell_zoom(self) -> None:
        if self._sheets:
            self._zoom_words.setText(f"{self._percent(self._sheets[self._first_seen()])}%")

    def _scrolled(self, _value: int) -> None:
        self._later.start()
        row = self._first_seen()
        self.list.blockSignals(True)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._where.setText(f"Trang {row + 1}/{len(self._sheets)}")
        self._tell_zoom()

    def _first_seen(self) -> int:
        line = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height() // 3
        return next((row for row, sheet in enumerate(self._sheets) if sheet.geometry().bottom() >= line), 0)

    def _go_to(self, index: int) -> None:
        if 0 <= index < len(self._sheets):
            self._scroll.verticalScrollBar().setValue(self._sheets[index].y() - 2 * SPACE)
            self._where.setText(f"Trang {index + 1}/{len(self._sheets)}")
            self._later.start()

    def _draw_what_is_seen(self) -> None:
        top = self._scroll.verticalScrollBar().value()
        bottom = top + self._scroll.viewport().height()
        ratio = self.devicePixelRatioF()
        for index, sheet in enumerate(self._sheets):
            seen = sheet.geometry().bottom() >= top - 200 and sheet.y() <= bottom + 200
            dpi = _SCREEN * self._percent(sheet) / 100 * ratio
            if seen and sheet.wants(dpi):
                draw = partial(page_image, self._pdf, index, dpi)
                self._operations.compute(draw, partial(_put, sheet, self._pdf, self, ratio))

    def is_showing(self, pdf: bytes) -> bool:
        """Tell whether these are still the pages that are shown."""
        return pdf is self._pdf

    def _change_zoom(self, step: int) -> None:
        now = self._percent(self._sheets[self._first_seen()]) if self._sheets else 100
        larger = [zoom for zoom in _ZOOMS if zoom > now] or [_ZOOMS[-1]]
        smaller = [zoom for zoom in _ZOOMS if zoom < now] or [_ZOOMS[0]]
        self._zoom = larger[0] if step > 0 else smaller[-1]
        self._keep_place()

    def _fit(self) -> None:
        self._zoom = 0
        self._keep_place()

    def _keep_place(self) -> None:
        row = self._first_seen()
        self._resize()
        QTimer.singleShot(0, self, lambda: self._go_to(row))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        self._pages = QVBoxLayout(inside)
        self._pages.setContentsMargins(*(2 * SPACE,) * 4)
        self._pages.setSpacing(4 * SPACE)
        self._scroll.setWidget(inside)
        self._where, self._zoom_words = label("", "note", wrap=False), label("", "note", wrap=False)
        smaller = button(Action("Thu nhỏ", lambda: self._change_zoom(-1), name=f"{self._page}.zoom.out"))
        larger = button(Action("Phóng to", lambda: self._change_zoom(1), name=f"{self._page}.zoom.in"))
        fit = button(Action("Vừa khung", self._fit, name=f"{self._page}.zoom.fit"))
        right = QVBoxLayout()
        right.setSpacing(2 * SPACE)
        right.addLayout(row(self._where, 1, smaller, self._zoom_words, larger, fit))
        right.addWidget(self._scroll, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)


class _Sheet(QWidget):
    """One page: its small picture until the sharp one is there."""

    def __init__(self, small: PageImage) -> None:
        super().__init__()
        self.small = _pixmap(small)
        self._sharp: QPixmap | None = None
        self._dpi = 0.0

    def scale(self, factor: float) -> None:
        """Take another size."""
        self.setFixedSize(round(self.small.width() * factor), round(self.small.height() * factor))
        self.update()

    def wants(self, dpi: float) -> bool:
        """Tell whether a picture of this sharpness is still to be asked for; it is asked for only once."""
        is_new = abs(self._dpi - dpi) > 0.5
        self._dpi = dpi
        return is_new

    def show_sharp(self, image: PageImage, ratio: float) -> None:
        """Show the sharp picture."""
        self._sharp = _pixmap(image)
        self._sharp.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page with a thin edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._sharp and self._fits(self._sharp):
            painter.drawPixmap(0, 0, self._sharp)
        else:
            painter.drawPixmap(self.rect(), self._sharp or self.small)
        painter.setPen(QColor(theme.tokens.field_line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _fits(self, picture: QPixmap) -> bool:
        """Tell whether a picture is as large as the page but for rounding, so that it is painted as it was drawn."""
        return abs(picture.deviceIndependentSize().width() - self.width()) <= _ROUNDING


def _put(sheet: _Sheet, pdf: bytes, view: PagesView, ratio: float, image: PageImage) -> None:
    if view.is_showing(pdf):
        sheet.show_sharp(image, ratio)


def _icon(image: PageImage) -> QIcon:
    small = _pixmap(image)
    painter = QPainter(small)
    painter.setPen(QColor(theme.tokens.field_line))
    painter.drawRect(small.rect().adjusted(0, 0, -1, -1))
    painter.end()
    result = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        result.addPixmap(small, mode)
    return result


def _pixmap(image: PageImage) -> QPixmap:
    drawn = QImage(image.rgb, image.width, image.height, image.stride, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(drawn)
