"""The line under every page: that the data is safe, what was just done, how much there is, and the way back."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.desk import Desk
from ui.icons import pixmap
from ui.theme import SPACE, theme
from ui.widgets.room import is_low, stand_closer
from ui.widgets.texts import Action, button, label

_NOTE_SHOWN = 6000
_LABEL = 260
"""The room for the name of the last change at 100 %, in pixels."""


class StatusLine(QFrame):
    """Listens to the desk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._safety = label("Đang mở dữ liệu…", "note", wrap=False)
        self._note = label("", "note", wrap=False)
        self._summary = label("", "note", wrap=False)
        self._undo = button(Action("Hoàn tác", desk.operations.undo, "undo", "undo", "Hoàn tác (Ctrl+Z)"), "quiet")
        self._undo.hide()
        self._operations = desk.operations
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, SPACE, 6 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._shield())
        layout.addWidget(self._safety)
        layout.addSpacing(4 * SPACE)
        layout.addWidget(self._note, 1)
        layout.addWidget(self._undo)
        layout.addWidget(self._summary)
        desk.noted.connect(self.note)
        desk.operations.undoable.connect(self.offer_undo)
        desk.operations.undone.connect(self._tell_undone)

    def fit(self) -> None:
        """Be no higher than a button in a low window."""
        stand_closer(self, SPACE, 0)
        self.setMinimumHeight(theme.pixels(36 if is_low(self) else 44))

    def say_safe(self, sentence: str) -> None:
        """Say how safe the data is."""
        self._safety.setText(sentence)

    def summarise(self, words: str) -> None:
        """Say how much the open page shows."""
        self._summary.setText(words)

    def offer_undo(self, words: str) -> None:
        """Offer to take back what `words` name; nothing for no words."""
        change = self._operations.last_change
        when = f" ({change.when:%H:%M})" if change else ""
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, theme.pixels(_LABEL))
        self._undo.setVisible(bool(words))
        self._undo.setText(f"Hoàn tác: {shown}{when}")
        self._undo.setAccessibleName(f"Hoàn tác: {words}{when}")
        self._undo.setToolTip(f"Hoàn tác: {words}{when}, phím Ctrl+Z")

    def note(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._note.setText(sentence)
        QTimer.singleShot(_NOTE_SHOWN, self._note, self._note.clear)

    def _tell_undone(self, words: str) -> None:
        self.note(f"Đã hoàn tác: {words}." if words else "Không còn thay đổi nào để hoàn tác.")

    def _shield(self) -> QLabel:
        result = QLabel()
        result.setPixmap(pixmap("safe", theme.tokens.done.ink, size=18, ratio=self.devicePixelRatioF()))
        return result
