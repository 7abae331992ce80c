"""A window that only shows the pages of a PDF: `PdfWindow`."""

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.theme import theme
from ui.widgets.pages_view import PagesView
from ui.widgets.reading_order import Dialog
from ui.widgets.texts import Action, button, column, label, row


class PdfWindow(Dialog):
    """Nothing can be changed here."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, pdf: bytes) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName("pdf.dialog")
        self.pages = PagesView(desk.operations, "pdf")
        layout = column(
            label(title, "title"),
            self.pages,
            row(1, button(Action("Đóng", self.reject, name="pdf.leave"))),
            gap=4,
            margin=6,
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
        room = self.screen().availableGeometry()
        self.resize(min(theme.pixels(900), room.width() - 40), min(theme.pixels(680), room.height() - 60))
        self.pages.show_pdf(pdf)
