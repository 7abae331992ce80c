"""A list with a detail panel: beside the list in a wide window, over it from the right in a narrow one."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import SPACE, theme
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, label, restyle, row

WIDE: Final = 1200
"""From this width of the window on (at 100 %), the detail stands beside the list."""


class Detail(QWidget):
    """What a register shows of the selected line; a feature overrides `show_line`."""

    def show_line(self, line: Any) -> None:
        """Show a line; called again with the same line after every change of data."""

    def heading(self, line: Any) -> str:
        """Return the words at the head of the panel."""
        return str(getattr(line, "title", ""))


class SidePanel(QWidget):
    """Holds the list and the detail; in a narrow window the detail covers the right of `cover`, the whole page.

    The detail is made when it is first opened, so that the page itself opens at once.
    """

    closed = Signal()
    """The user put the detail away."""

    def __init__(self, left: QWidget, make_detail: Callable[[], Detail], cover: QWidget | None = None) -> None:
        super().__init__(cover)
        self._left, self._make_detail, self._cover = left, make_detail, cover or self
        self.always_covers = False
        """Whether the detail covers the left also in a wide window, because that needs its whole width."""
        left.setParent(self)
        self._is_made = False

    @cached_property
    def detail(self) -> Detail:
        """Return what is shown of the selected line."""
        return self._make_detail()

    @cached_property
    def panel(self) -> QFrame:
        """Return the panel in which the detail stands."""
        panel = self._make_panel()
        panel.hide()
        self._is_made = True
        return panel

    @property
    def is_open(self) -> bool:
        """Tell whether the detail is shown."""
        return self._is_made and self.panel.isVisibleTo(self._cover)

    def open_line(self, line: Any) -> None:
        """Show the detail of a line."""
        is_open, panel = self.is_open, self.panel
        self._heading.setText(self.detail.heading(line))
        self.detail.show_line(line)
        if not is_open:
            panel.show()
            self._lay_out()

    def close_panel(self) -> None:
        """Put the detail away, as the user does."""
        if self.is_open:
            self.hide_panel()
            self.closed.emit()

    def hide_panel(self) -> None:
        """Put the detail away without a word, where there is nothing to show."""
        if self._is_made:
            self.panel.hide()
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Take all the room there is."""
        return QSize(900, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self._lay_out()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the detail along."""
        super().moveEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the detail away with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _make_panel(self) -> QFrame:
        panel = QFrame(self._cover)
        self._heading = label("", "strong")
        close = button(Action("Đóng phần chi tiết", self.close_panel, "close", "detail.close"), "icon")
        head = row(self._heading, close, gap=2)
        head.setStretch(0, 1)
        head.setContentsMargins(4 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(scrolled(self.detail, within=True), 1)
        return panel

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        if not self.is_open:
            self._left.setGeometry(0, 0, width, height)
            return
        room = min(max(theme.pixels(430), width * 2 // 5), theme.pixels(560), width)
        if self.window().width() >= theme.pixels(WIDE) and not self.always_covers:
            self._left.setGeometry(0, 0, width - room - 4 * SPACE, height)
            self.panel.setGeometry(QRect(self.mapTo(self._cover, QPoint(width - room, 0)), QSize(room, height)))
            self._dress("card")
        else:
            self._left.setGeometry(0, 0, width, height)
            page = self._cover.rect()
            self.panel.setGeometry(page.adjusted(page.width() - room - 2 * SPACE, 0, 0, 0))
            self._dress("panel")
        self.panel.raise_()

    def _dress(self, role: str) -> None:
        """Draw a card beside the list, and over it a drawer that reaches the edges of the page."""
        if self.panel.property("role") != role:
            self.panel.setProperty("role", role)
            restyle(self.panel)
