"""The help of a page, opened with F1: a short text from the bundled files and the keys that work everywhere."""

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from papi_desktop.catalog import resource
from ui.theme import SPACE
from ui.widgets.reading_order import Dialog
from ui.widgets.texts import Action, button, row


class HelpDialog(Dialog):
    """Can stay open beside the window while the person works."""

    def __init__(self, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle("Trợ giúp")
        self.text = QTextBrowser()
        self.text.setAccessibleName("Trợ giúp")
        self.text.setMarkdown(help_text(page))
        self.text.document().setDocumentMargin(4 * SPACE)
        close = button(Action("Đóng", self.close, name="help.close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * SPACE,) * 4)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self.text)
        layout.addLayout(row(1, close))
        self.fit(560, 520)


def help_text(page: str) -> str:
    """Return the help of a page, with the keys that work everywhere; only the keys where a page has no help."""
    texts = [resource("help", f"{name}.md") for name in (page, "keys")]
    return "\n".join(text.read_text(encoding="utf-8") for text in texts if text.is_file())
