"""Sending the pages of a paper to a printer, drawn as they were shown: `ask_printer`, `print_pages`."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.exporters.pages import PageImage, page_count, page_image
from ui.operations import IsCancelled, Progress

NO_PRINTER: Final = "Máy này chưa cài máy in nào. Hãy lưu PDF rồi in ở máy khác, hoặc cài máy in và mở lại cửa sổ này."
REFUSED: Final = "Máy in không nhận bản in. Hãy kiểm tra máy in đã bật, có giấy, rồi bấm In lại."
_DOTS: Final = 300
"""Dots an inch: sharp letters of 11 pt, and one page at a time fits the memory of an old PC."""


def has_printer() -> bool:
    """Tell whether this PC knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Let the officer choose a printer and the pages, and return it; None when it was put away."""
    printer = a4_printer(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Chọn máy in")
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def a4_printer(title: str) -> QPrinter:
    """Return the usual printer, set to A4 with nothing cut off by its own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def print_pages(printer: QPrinter, pdf: Callable[[], bytes], progress: Progress, is_cancelled: IsCancelled) -> int:
    """Draw the chosen pages on a printer and return how many; may run off the UI thread.

    Raises KnownError when the printer refuses, and Cancelled between two pages.
    """
    made = pdf()
    wanted = _wanted(printer, page_count(made))
    painter = QPainter()
    for done, index in enumerate(wanted):
        if is_cancelled():
            _give_up(printer, painter)
            raise Cancelled
        _draw(printer, painter, page_image(made, index, min(printer.resolution(), _DOTS)), is_first=done == 0)
        progress(done + 1, len(wanted))
    painter.end()
    return len(wanted)


def _wanted(printer: QPrinter, pages: int) -> range:
    first, last = printer.fromPage(), printer.toPage()
    return range(first - 1, min(last, pages)) if 0 < first <= last else range(pages)


def _draw(printer: QPrinter, painter: QPainter, page: PageImage, is_first: bool) -> None:
    is_wide = page.width > page.height
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
    if not (painter.begin(printer) if is_first else printer.newPage()):
        _give_up(printer, painter)
        raise KnownError(REFUSED)
    sheet = QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect(0, 0, printer.width(), printer.height()), sheet)


def _give_up(printer: QPrinter, painter: QPainter) -> None:
    if painter.isActive():
        printer.abort()
        painter.end()
