"""The column at the left: the commune's name, one button with icon and word for each page, and F1's help line."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from papi_desktop.domain.commune import Commune
from ui.icons import icon
from ui.pages import Feature
from ui.theme import SPACE, theme
from ui.widgets.texts import label


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
        layout.setContentsMargins(3 * SPACE, 4 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._head())
        layout.addSpacing(3 * SPACE)
        for each in features:
            if each.name == "settings":
                layout.addStretch(1)
            layout.addWidget(self._buttons[each.name])
        if "settings" not in self._buttons:
            layout.addStretch(1)
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

    def _head(self) -> QWidget:
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(3 * SPACE, SPACE, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._name)
        layout.addWidget(self._place)
        return head

    def _button(self, feature: Feature, number: int) -> QPushButton:
        result = QPushButton(feature.title)
        result.setObjectName(f"nav.{feature.name}")
        result.setProperty("role", "nav")
        result.setAccessibleName(feature.title)
        result.setToolTip(f"{feature.title} (Alt+{number})")
        result.setShortcut(f"Alt+{number}")
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
