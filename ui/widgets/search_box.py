"""A box for words to search: `searched(words)` comes after a short pause (0 for none) or at Enter."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from papi_desktop.domain.text import nfc
from ui.icons import icon
from ui.theme import theme
from ui.widgets.texts import name_part

PAUSE = 250
_CLEAR: Final = "_q_qlineeditclearaction"
"""Qt's name for what the cross does."""


class SearchBox(QLineEdit):
    """Needs no accents; Esc or the cross empties it."""

    searched = Signal(str)

    def __init__(self, hint: str, name: str, pause: int = PAUSE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QAction, _CLEAR):
            name_part(self, clear, "clear", "Xóa chữ tìm")
        self._dress()
        theme.changed.connect(self._dress)
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

    def _dress(self) -> None:
        """Show our own cross instead of Qt's black one; through its action it would be shown without a text, too."""
        for part in self.findChildren(QToolButton):
            if part.defaultAction().objectName() == _CLEAR:
                part.setIcon(icon("close"))

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.words())
