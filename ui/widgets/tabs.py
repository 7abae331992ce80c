"""Choices above a stack of panes, or in a list at its left, one of them shown: `Tabs`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from ui.theme import SPACE, theme
from ui.widgets.flow import FlowLayout
from ui.widgets.texts import Action, button, column, restyle

_ROOM_FOR_LIST, _LIST = 980, 148
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
    """The buttons are named `<page>.tab.<name>`; with `listed` they stand at the left where that leaves room enough."""

    def __init__(self, page: str, tabs: Sequence[Tab], listed: bool = False) -> None:
        super().__init__()
        self._page, self._tabs = page, {tab.name: tab for tab in tabs}
        self._panes: dict[str, QWidget] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._distances: list[QWidget] = []
        self._stack, self._group = QStackedWidget(), QButtonGroup(self)
        self._may_list, self._is_list = listed, False
        choices, line = QWidget(), FlowLayout(SPACE)
        for tab in tabs:
            if tab.begins_group:
                self._distances.append(QWidget())
                line.addWidget(self._distances[-1])
            line.addWidget(self._button(tab))
        choices.setLayout(line)
        self._layout = column(choices, self._stack, gap=4)
        self._layout.setStretch(1, 1)
        self.setLayout(self._layout)
        self._arrange()
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices where there is room for them."""
        super().resizeEvent(event)
        if self._has_room() != self._is_list:
            self._arrange()

    def _has_room(self) -> bool:
        return self._may_list and self.width() >= theme.pixels(_ROOM_FOR_LIST)

    def _arrange(self) -> None:
        """Put the choices in one line above the pane, or under each other at its left."""
        is_list, width = self._has_room(), theme.pixels(_LIST)
        self._is_list = is_list
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if is_list else direction.TopToBottom)
        for each in self._distances:
            each.setFixedSize(*((width, 2 * SPACE) if is_list else (2 * SPACE, 1)))
        for choice in self._buttons.values():
            choice.setMinimumWidth(width if is_list else 0)
            choice.setProperty("role", "nav" if is_list else "choice")
            choice.setProperty("low", is_list)
            restyle(choice)

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
