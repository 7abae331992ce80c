"""Labels, buttons and layouts in the few shapes the program uses: `label`, `button`, `menu_button`, `row`, `column`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.theme import SPACE, theme

_ICON, _ICON_GAP = 18, 4
LayoutT = TypeVar("LayoutT", bound=QBoxLayout)


@dataclass(frozen=True)
class Action:
    """Something a button or a menu line does: its verb, what happens, its icon and its objectName in English."""

    words: str
    do: Callable[[], object]
    icon: str = ""
    name: str = ""
    hint: str = ""


class _Words(QLabel):
    """A label that measures itself once for each width: layouts inside layouts ask it hundreds of times."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._heights: dict[int, int] = {}

    def setText(self, text: str) -> None:
        """Show other words."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again with another font or style."""
        self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need when they are broken to a width."""
        if width not in self._heights:
            height = super().heightForWidth(width)  # may polish, which changes the font and forgets
            self._heights[width] = height
        return self._heights[width]


def label(text: str = "", role: str = "body", wrap: bool = True, selectable: bool = False) -> QLabel:
    """Return a plain-text label; roles: title, section, strong, body, note, number, saved, wrong."""
    result = _Words(text)
    result.setProperty("role", role)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if selectable:
        result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result


def button(action: Action, role: str = "") -> QPushButton:
    """Return a button for an action; roles: main (the one filled), quiet (a link), icon, or none."""
    result = QPushButton("" if role == "icon" else action.words)
    result.setProperty("role", role)
    result.setAccessibleName(action.words)
    result.setObjectName(action.name)
    if action.hint or role == "icon":
        result.setToolTip(action.hint or action.words)
    if action.icon:
        set_icon(result, action.icon)
    result.setAutoDefault(False)
    result.clicked.connect(lambda *_: action.do())
    return result


def set_icon(control: QPushButton, name: str) -> None:
    """Set the icon of a button, at a distance from its word, in the colour of its role."""
    gap = _ICON_GAP if control.text() else 0
    control.setProperty("icon_name", name)
    control.setIcon(icon(name, _ink(str(control.property("role"))), gap, theme.tokens.secondary))
    control.setIconSize(QSize(theme.pixels(_ICON + gap), theme.pixels(_ICON)))


def retint() -> None:
    """Draw every icon again after the look changed."""
    for widget in QApplication.allWidgets():
        name = widget.property("icon_name")
        if name and isinstance(widget, QPushButton):
            set_icon(widget, name)
        if isinstance(widget, QLineEdit):
            for action in widget.actions():
                if action.data():
                    action.setIcon(icon(action.data()))


def menu_button(words: str, actions: Sequence[Action], icon_name: str = "", name: str = "") -> QPushButton:
    """Return a button that opens a menu of actions."""
    result = QPushButton(words)
    result.setProperty("menu", True)
    result.setObjectName(name)
    result.setAccessibleName(words)
    result.setAutoDefault(False)
    if icon_name:
        set_icon(result, icon_name)
    menu = QMenu(result)
    for action in actions:
        menu.addAction(menu_line(action, menu))
    result.setMenu(menu)
    return result


def menu_line(action: Action, parent: QWidget) -> QAction:
    """Return an action as a line of a menu."""
    line = QAction(action.words, parent)
    line.setObjectName(action.name)
    if action.icon:
        line.setIcon(icon(action.icon))
    line.triggered.connect(lambda *_: action.do())
    return line


def row(*parts: QWidget | QLayout | int, gap: int = 2, margin: int = 0) -> QHBoxLayout:
    """Return the parts beside each other; a number is a stretch; gap and margin are in steps of 4 pixels."""
    return _filled(QHBoxLayout(), parts, gap, margin)


def column(*parts: QWidget | QLayout | int, gap: int = 2, margin: int = 0) -> QVBoxLayout:
    """Return the parts under each other; a number is a stretch; gap and margin are in steps of 4 pixels."""
    return _filled(QVBoxLayout(), parts, gap, margin)


def name_part(field: QLineEdit, action: QAction, name: str, words: str) -> None:
    """Name the button that shows an action inside a field: `<field>.<name>`, and in words for the screen reader."""
    for part in field.findChildren(QToolButton):
        if part.defaultAction() is action:
            part.setAccessibleName(words)
            part.setToolTip(words)
            part.setObjectName(f"{field.objectName()}.{name}")
            field.objectNameChanged.connect(lambda own, part=part: part.setObjectName(f"{own}.{name}"))


def rule() -> QFrame:
    """Return a light line between two parts."""
    result = QFrame()
    result.setProperty("role", "rule")
    return result


def box(layout: QLayout, role: str = "") -> QFrame:
    """Return a frame around a layout; roles: card, panel, message, good, hint, or none."""
    result = QFrame()
    result.setProperty("role", role)
    result.setLayout(layout)
    result.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return result


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _ink(role: str) -> str:
    return {"main": theme.tokens.on_accent, "quiet": theme.tokens.accent}.get(role, theme.tokens.secondary)


def _filled(layout: LayoutT, parts: Sequence[QWidget | QLayout | int], gap: int, margin: int) -> LayoutT:
    layout.setSpacing(gap * SPACE)
    layout.setContentsMargins(*(margin * SPACE,) * 4)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout
