"""The column at the left: the commune's name, one button with icon and word for each page, and F1's help line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from papi_desktop.domain.commune import Commune
from ui.icons import icon
from ui.pages import Feature
from ui.theme import SPACE, theme
from ui.widgets.room import is_low
from ui.widgets.scroll import scrolled
from ui.widgets.texts import label, restyle, row

_KEYS: Final = 9
"""As many pages have a key from Alt+1 on; the settings have Alt+0."""


class Navigation(QFrame):
    """`chosen(name)` when a page is asked for; the last feature stands apart at the bottom."""

    chosen = Signal(str)

    def __init__(self, features: Sequence[Feature], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._name = label("PAPI Desktop", "section")
        self._place = label("", "note")
        self._group = QButtonGroup(self)
        self._buttons = {each.name: self._button(each, number) for number, each in enumerate(features, 1)}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 4 * SPACE, 0, 3 * SPACE)  # the pages' scroll bar stands in the margin
        layout.setSpacing(SPACE)
        layout.addWidget(self._head())
        layout.addSpacing(3 * SPACE)
        layout.addWidget(self._pages(features), 1)
        if "settings" in self._buttons:
            settings = row(self._buttons["settings"])
            settings.setContentsMargins(0, 0, 3 * SPACE, 0)
            layout.addLayout(settings)
        self._dress()
        theme.changed.connect(self._dress)

    def show_commune(self, commune: Commune) -> None:
        """Show whose data this is."""
        self._name.setText(commune.full_name[:1].upper() + commune.full_name[1:])
        self._place.setText(", ".join(part for part in (commune.district, commune.province) if part))

    def mark(self, name: str) -> None:
        """Mark the page that is open; none for a page that has no button."""
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == name)
        self._group.setExclusive(True)

    def _dress(self) -> None:
        self.setFixedWidth(theme.pixels(224))
        for name, button in self._buttons.items():
            button.setIcon(_two_coloured(name))
            button.setIconSize(QSize(theme.pixels(26), theme.pixels(20)))

    def _pages(self, features: Sequence[Feature]) -> QWidget:
        """Return the buttons of the pages, which scroll where the window is low; registers stand under a heading."""
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 3 * SPACE, 0)
        self._list.setSpacing(SPACE)
        heading = label("Sổ và biểu", "note")
        heading.setContentsMargins(3 * SPACE, 2 * SPACE, 0, 0)
        main = [each for each in features if not each.is_register and each.name != "settings"]
        registers = [each for each in features if each.is_register]
        for each in main:
            self._list.addWidget(self._buttons[each.name])
        if registers:
            self._list.addWidget(heading)
        for each in registers:
            self._list.addWidget(self._buttons[each.name])
        self._list.addStretch(1)
        return scrolled(inside, within=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons closer where the window is low."""
        super().resizeEvent(event)
        low = is_low(self)
        self._list.setSpacing(0 if low else SPACE)
        for each in self._buttons.values():
            if bool(each.property("low")) != low:
                each.setProperty("low", low)
                restyle(each)

    def _head(self) -> QWidget:
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 0)
        layout.setSpacing(0)
        layout.addWidget(self._name)
        layout.addWidget(self._place)
        return head

    def _button(self, feature: Feature, number: int) -> QPushButton:
        result = QPushButton(feature.title)
        result.setObjectName(f"nav.{feature.name}")
        result.setProperty("role", "nav")
        result.setAccessibleName(feature.title)
        key = "Alt+0" if feature.name == "settings" else f"Alt+{number}" if number <= _KEYS else ""
        result.setToolTip(f"{feature.title} ({key})" if key else feature.title)
        result.setShortcut(key)
        result.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        result.setCheckable(True)
        result.setCursor(Qt.CursorShape.PointingHandCursor)
        result.clicked.connect(lambda: self.chosen.emit(feature.name))
        self._group.addButton(result)
        return result


def _two_coloured(name: str) -> QIcon:
    result = QIcon()
    for state, colour in ((QIcon.State.Off, theme.tokens.secondary), (QIcon.State.On, theme.tokens.accent)):
        drawn = icon(name, colour, gap=6)
        for size in drawn.availableSizes():
            result.addPixmap(drawn.pixmap(size), QIcon.Mode.Normal, state)
    return result
