"""A row of choices above a stack of panes, one of them shown: `Tabs`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QStackedWidget, QWidget

from ui.theme import SPACE
from ui.widgets.flow import FlowLayout
from ui.widgets.texts import Action, button, column

_TAKES_ROOM: Final = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
_TAKES_NONE: Final = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
"""A hidden pane asks for no room, so that a short one is not followed by the emptiness of a long one."""


@dataclass(frozen=True)
class Tab:
    """One pane: its name, its words, and how it is made when it is first opened."""

    name: str
    words: str
    make: Callable[[], QWidget]
    begins_group: bool = False
    """Whether it stands at a distance from the one before, as the first of its kind."""


class Tabs(QWidget):
    """The buttons are named `<page>.tab.<name>`."""

    def __init__(self, page: str, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._tabs = page, {tab.name: tab for tab in tabs}
        self._panes: dict[str, QWidget] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._stack, self._group = QStackedWidget(), QButtonGroup(self)
        line = FlowLayout(SPACE)
        for tab in tabs:
            if tab.begins_group:
                line.addWidget(_distance())
            line.addWidget(self._button(tab))
        choices = QWidget()
        choices.setLayout(line)
        layout = column(choices, self._stack, gap=4)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def open(self, name: str) -> QWidget:
        """Show a pane, make it when it was never shown, and return it."""
        if name not in self._panes:
            self._panes[name] = self._tabs[name].make()
            self._stack.addWidget(self._panes[name])
        self._buttons[name].setChecked(True)
        for each, pane in self._panes.items():
            pane.setSizePolicy(_TAKES_ROOM if each == name else _TAKES_NONE)
        self._stack.setCurrentWidget(self._panes[name])
        return self._panes[name]

    def current(self) -> QWidget | None:
        """Return the pane that is shown."""
        return self._stack.currentWidget()

    def _button(self, tab: Tab) -> QPushButton:
        choice = button(Action(tab.words, lambda: self.open(tab.name), name=f"{self._page}.tab.{tab.name}"), "choice")
        choice.setCheckable(True)
        self._group.addButton(choice)
        self._buttons[tab.name] = choice
        return choice


def _distance() -> QWidget:
    result = QWidget()
    result.setFixedSize(2 * SPACE, 1)
    return result
