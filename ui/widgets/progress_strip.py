"""The strip under the header while long work runs: what it is, how far it is, and a button that stops it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ui.operations import Operations
from ui.theme import SPACE, theme
from ui.widgets.texts import Action, button, label


class ProgressStrip(QFrame):
    """Shows itself when long work begins and hides when it ends."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._operations = operations
        self._words = label("", wrap=False)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setMinimumWidth(theme.pixels(220))
        self._stop = button(Action("Dừng", self._cancel, name="progress.cancel"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 2 * SPACE, 6 * SPACE, 2 * SPACE)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._stop)
        self.hide()
        operations.began.connect(self._begin)
        operations.progressed.connect(self._advance)
        operations.ended.connect(self.hide)

    def _begin(self, words: str) -> None:
        self._words.setText(f"{words}…")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._bar.setAccessibleName(words)
        self.show()

    def _advance(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _cancel(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText("Đang dừng…")
        self._operations.cancel()
