"""A box for words to search: `searched(words)` comes after a short pause (0 for none) or at Enter."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from papi_desktop.domain.text import nfc
from ui.icons import icon
from ui.widgets.texts import name_part

PAUSE = 250


class SearchBox(QLineEdit):
    """Needs no accents; Esc or the cross empties it."""

    searched = Signal(str)

    def __init__(self, hint: str, name: str, pause: int = PAUSE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QAction, "_q_qlineeditclearaction"):  # Qt's own name; its icon is black
            clear.setIcon(icon("close"))
            clear.setData("close")
            name_part(self, clear, "clear", "Xóa chữ tìm")
        look = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        look.setData("search")
        name_part(self, look, "icon", hint)
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)
        self.returnPressed.connect(self._tell)

    def words(self) -> str:
        """Return the words in one normal form."""
        return nfc(self.text()).strip()

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.words())
