"""Two or more ways to look at the same page, as buttons that stand together: `ViewSwitch`."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.widgets.texts import Action, button, row


@dataclass(frozen=True)
class View:
    """One way to look: its name, its words and its icon."""

    name: str
    words: str
    icon: str = ""


class ViewSwitch(QWidget):
    """The buttons are named `<page>.view.<name>`; `chosen(name)` when the user takes another view."""

    chosen = Signal(str)

    def __init__(self, page: str, views: Sequence[View], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for view in views:
            choice = button(self._action(page, view), "choice")
            choice.setCheckable(True)
            group.addButton(choice)
            self._buttons[view.name] = choice
        self.show_view(views[0].name)
        self.setLayout(row(*self._buttons.values(), gap=1))

    def show_view(self, name: str) -> None:
        """Mark the view that is shown."""
        self._buttons[name].setChecked(True)

    def _action(self, page: str, view: View) -> Action:
        return Action(view.words, lambda: self.chosen.emit(view.name), view.icon, f"{page}.view.{view.name}")
