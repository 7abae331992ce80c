"""The line above every page: its title, the search through everything, and the one chooser of the period."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.desk import Desk
from ui.theme import SPACE, theme
from ui.widgets.period_chooser import PeriodChooser
from ui.widgets.search_box import SearchBox
from ui.widgets.texts import label


class Header(QFrame):
    """`searched(words)` when something is looked for in all registers."""

    searched = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._title = label("", "title", wrap=False)
        self.search = SearchBox("Tìm trong tất cả", "search")
        self.search.setMinimumWidth(theme.pixels(180))
        self.search.setMaximumWidth(theme.pixels(320))
        self.search.searched.connect(self.searched)
        self.period = PeriodChooser(desk)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 3 * SPACE, 6 * SPACE, 3 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self._title, 1)
        layout.addWidget(self.search, 1)
        layout.addWidget(self.period)

    def show_title(self, title: str) -> None:
        """Show which page is open."""
        self._title.setText(title)
