"""The line under every page: that the data is safe, what was just done, how much there is, and the way back."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.desk import Desk
from ui.icons import pixmap
from ui.theme import SPACE, theme
from ui.widgets.room import is_low, stand_closer
from ui.widgets.side_panel import WIDE
from ui.widgets.texts import Action, button, label

_NOTE_SHOWN = 6000
_LABEL, _SHORT_LABEL = 260, 180
"""The room for the name of the last change at 100 %, in pixels, and that in a narrow window."""


class StatusLine(QFrame):
    """Listens to the desk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._safety, self._note = _Yielding("Đang mở dữ liệu…"), _Yielding()
        self._note.setObjectName("status.note")
        self._safety.setObjectName("status.safety")
        self._forget = QTimer(self, singleShot=True, interval=_NOTE_SHOWN)
        self._forget.timeout.connect(lambda: self.note(""))
        self._summary = label("", "note", wrap=False)
        self._undo = button(Action("Hoàn tác", desk.operations.undo, "undo", "undo", "Hoàn tác (Ctrl+Z)"), "quiet")
        self._undo.hide()
        self._undoable = ("", "")
        """The words of the last change, and when it was made."""
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
        theme.changed.connect(self.fit)
        desk.operations.undoable.connect(self.offer_undo)
        desk.operations.undone.connect(self._tell_undone)

    def fit(self) -> None:
        """Be no higher than a button in a low window."""
        stand_closer(self, SPACE, 0)
        self.setMinimumHeight(theme.pixels(36 if is_low(self) else 44))
        self._share()

    def say_safe(self, sentence: str) -> None:
        """Say how safe the data is."""
        self._safety.setText(sentence)

    def summarise(self, words: str) -> None:
        """Say how much the open page shows."""
        self._summary.setText(words)
        self._share()

    def offer_undo(self, words: str) -> None:
        """Offer to take back what `words` name; nothing for no words."""
        change = self._operations.last_change
        when = f" ({change.when:%H:%M})" if change else ""
        self._undoable = (words, when)
        self._undo.setVisible(bool(words))
        self._share()
        self._undo.setAccessibleName(f"Hoàn tác: {words}{when}")
        self._undo.setToolTip(f"Hoàn tác: {words}{when}, phím Ctrl+Z")

    def note(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._note.setText(sentence)
        if sentence:
            self._forget.start()
        self._share()

    def _share(self) -> None:
        """In a narrow window, let what was just done have the room of what else stands there."""
        is_narrow, (words, when) = self.window().width() < theme.pixels(WIDE), self._undoable
        is_taken = is_narrow and bool(self._note.text())
        self._safety.setVisible(not is_taken and not (is_narrow and words))
        self._summary.setVisible(bool(self._summary.text()) and not is_taken)
        room = theme.pixels(_SHORT_LABEL if is_narrow else _LABEL)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._undo.setText("Hoàn tác" if is_taken else f"Hoàn tác: {shown}{when}")

    def _tell_undone(self, words: str) -> None:
        self.note(f"Đã hoàn tác: {words}." if words else "Không còn thay đổi nào để hoàn tác.")

    def _shield(self) -> QLabel:
        result = QLabel()
        result.setPixmap(pixmap("safe", theme.tokens.done.ink, size=18, ratio=self.devicePixelRatioF()))
        return result


class _Yielding(QLabel):
    """A sentence; in a window too narrow for it what stands before its colon, or a beginning that ends in …."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setProperty("role", "note")

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def shown_in(self, room: int) -> str:
        """Return what has room in so many pixels."""
        metrics, whole = self.fontMetrics(), self.text()
        ways = (whole, whole.partition(":")[0])
        fitting = next((each for each in ways if metrics.horizontalAdvance(each) <= room), whole)
        return metrics.elidedText(fitting, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what has room."""
        where = self.contentsRect()
        shown = self.shown_in(where.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.style().drawItemText(painter, where, side, self.palette(), self.isEnabled(), shown, self.foregroundRole())
        painter.end()
