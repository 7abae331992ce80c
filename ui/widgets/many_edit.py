"""Any number of a few choices, ticked in a list that opens under a button: `ManyEdit`."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QSizePolicy, QWidget, QWidgetAction

from ui.theme import SPACE
from ui.widgets.texts import column


class ManyEdit(QPushButton):
    """Holds a tuple of values in the order of the choices; `none` is what no tick means."""

    committed = Signal()

    def __init__(self, choices: Sequence[tuple[Any, str]], none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setProperty("menu", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._none = none
        self._wanted: tuple[Any, ...] = ()
        self._kept: tuple[Any, ...] = ()
        self._ticks: dict[Any, QCheckBox] = {}
        self._menu = QMenu(self)
        self._menu.aboutToHide.connect(self._finish)
        self.setMenu(self._menu)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; what is ticked stays ticked."""
        if [(value, tick.text()) for value, tick in self._ticks.items()] == list(choices):
            return
        self._menu.clear()
        self._ticks = {value: QCheckBox(words) for value, words in choices}
        for tick in self._ticks.values():
            tick.clicked.connect(self._take)
        holder = QWidget()
        holder.setLayout(column(*self._ticks.values(), gap=2, margin=2))
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(holder)
        self._menu.addAction(action)
        self.show_value(self._wanted)

    def value(self) -> tuple[Any, ...]:
        """Return what is ticked."""
        return self._wanted

    def show_value(self, value: Any) -> None:
        """Tick exactly these."""
        self._wanted = self._kept = tuple(value or ())
        for each, tick in self._ticks.items():
            tick.setChecked(each in self._wanted)
        self._show()

    def problem(self) -> str:
        """Any choice is good."""
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many of the words as there is room for."""
        super().resizeEvent(event)
        self._show()

    def _take(self) -> None:
        self._wanted = tuple(value for value, tick in self._ticks.items() if tick.isChecked())
        self._show()

    def _finish(self) -> None:
        if self._wanted != self._kept:
            self._kept = self._wanted
            self.committed.emit()

    def _show(self) -> None:
        words = [tick.text() for value, tick in self._ticks.items() if value in self._wanted]
        whole = ", ".join(words) or self._none
        self.setToolTip(whole)
        room = max(self.width() - 10 * SPACE, 60)
        # A button with a menu ignores the padding of the style sheet at its left.
        self.setText(f"\u2002{self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)}")
