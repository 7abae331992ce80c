"""What the program is, its version, and the licences of what it is made with."""

from typing import Final

from PySide6.QtWidgets import QWidget

from papi_desktop import VERSION
from papi_desktop.catalog import resource
from ui.theme import theme
from ui.widgets.cards import Card
from ui.widgets.scroll import scrolled
from ui.widgets.texts import column, label

_FONT_LICENCES: Final = (
    f"Toàn văn giấy phép của phông chữ nằm trong thư mục “{resource('fonts').name}” của chương trình."
)
MADE_WITH: Final = (
    ("Qt và PySide6", "LGPL-3.0"),
    ("SQLCipher, sqlcipher3", "BSD, zlib"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("openpyxl, python-docx", "MIT"),
    ("ReportLab", "BSD"),
    ("pypdfium2, PDFium", "Apache-2.0, BSD"),
    ("Phông chữ Tinos, Noto Sans", "SIL OFL 1.1"),
)


class AboutPane(QWidget):
    """Two cards to read."""

    def __init__(self) -> None:
        super().__init__()
        about = Card("PAPI Desktop", f"Phiên bản {VERSION}")
        about.inside.addWidget(
            label(
                "Giúp cán bộ cấp xã thực hiện kế hoạch nâng cao Chỉ số PAPI: nhiệm vụ, công khai, đối thoại, báo cáo. "
                "Chương trình chạy trên máy này, không cần mạng và không gửi dữ liệu đi đâu."
            )
        )
        parts = Card("Thành phần và giấy phép", _FONT_LICENCES)
        for name, licence in MADE_WITH:
            parts.inside.addWidget(label(f"{name}: {licence}"))
        inside = QWidget()
        inside.setLayout(column(about, parts, 1, gap=4))
        inside.setMaximumWidth(theme.pixels(800))
        pane = scrolled(inside, reading="Giới thiệu và giấy phép")
        pane.setObjectName("settings.about")
        self.setLayout(column(pane))
