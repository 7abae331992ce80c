"""The tasks as cards by state, in columns or, where these have no room, under each other: `TaskBoard`."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QFrame, QListView, QScrollArea, QWidget

from papi_desktop.domain.calendar import written
from papi_desktop.domain.tasks import State
from papi_desktop.services.board import COLUMNS, BoardColumn
from papi_desktop.services.task_list import TaskLine
from ui.tasks.cards import CARD_ROLE, CardDelegate, card_height
from ui.theme import SPACE, theme
from ui.widgets.chips import StatusChip
from ui.widgets.texts import column, label, row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_LEAST: Final = 172
"""The least width of a column at 100 %, in pixels."""
_ANY: Final = 16_777_215
"""The width that Qt takes for "as wide as you like"."""
_LEAVING: Final = {
    False: {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1},
    True: {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1},
}
"""The arrow keys that lead to the next state: sideways from a column, up and down where the states are stacked."""


class CardModel(QAbstractListModel):
    """The cards of one state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[TaskLine, ...] = ()

    def show(self, lines: Sequence[TaskLine]) -> None:
        """Show other cards."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the task of a card, and its words for those who cannot see it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == CARD_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (line.code, line.text, line.officer or "Chưa giao", written(line.due))))
        return line.text if role == Qt.ItemDataRole.ToolTipRole else None


class TaskBoard(QScrollArea):
    """`opened(line)` for the card that was clicked, or entered by the keyboard; scrolls up and down only."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tasks.board")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.columns = {state: _Column(state) for state in COLUMNS}
        self._inside = QWidget()
        self._inside.setProperty("role", "page")
        self._row = row(*self.columns.values(), gap=2)
        self._inside.setLayout(self._row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self._row.addStretch(0)
        for each in self.columns.values():
            each.cards.entered_card.connect(self._open)
            each.cards.left.connect(self._step)
            each.cards.moved.connect(self._show)
        theme.changed.connect(self._size)
        self._size()

    def show_columns(self, columns: Sequence[BoardColumn]) -> None:
        """Show other cards; what was selected stays selected, and nothing jumps."""
        for each in columns:
            self.columns[each.state].show_column(each)
        self._size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the states where their columns have no room beside each other."""
        super().resizeEvent(event)
        self._size()

    def _open(self, line: TaskLine) -> None:
        for state, each in self.columns.items():
            if state is not line.state:
                each.cards.clearSelection()
        self.opened.emit(line)

    def _step(self, cards: QObject, by: int) -> None:
        lists = [each.cards for each in self.columns.values() if each.cards.lines.lines]
        place = lists.index(cards) + by if cards in lists else -1
        if 0 <= place < len(lists):
            there = lists[place]
            there.setFocus()
            there.take_row(min(max(there.currentIndex().row(), 0), len(there.lines.lines) - 1))
            self._show(there)

    def _show(self, cards: "CardList") -> None:
        """Bring the card where the cursor stands into what is seen of the board."""
        where = cards.viewport().mapTo(self._inside, cards.visualRect(cards.currentIndex()).center())
        self.ensureVisible(where.x(), where.y(), 0, card_height())

    def _size(self) -> None:
        columns = list(self.columns.values())
        needed = sum(each.least_width() for each in columns) + (len(columns) - 1) * self._row.spacing()
        stacked = self.width() < needed
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        for each in columns:
            each.arrange(stacked, self.viewport().width())
            self._row.setStretchFactor(each, 1 if each.cards.lines.lines and not stacked else 0)
        self._row.setStretch(len(columns), 1 if stacked else 0)


class _Column(QWidget):
    """One state: its chip with how many there are, and the cards under it."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._count, self._chip = label("0", "strong", wrap=False), StatusChip(state)
        self.cards = CardList(state)
        layout = column(row(self._chip, self._count, 1), self.cards, gap=2)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_column(self, shown: BoardColumn) -> None:
        """Show other cards."""
        self._count.setText(str(len(shown.lines)))
        self.cards.show_lines(shown.lines)
        self.cards.setAccessibleName(shown.heading)

    def least_width(self) -> int:
        """Return the least width of the column: that of the heading where there is no card."""
        heading = self._chip.sizeHint().width() + self._count.sizeHint().width() + 5 * SPACE
        return heading if not self.cards.lines.lines else theme.pixels(_LEAST)

    def arrange(self, stacked: bool, room: int) -> None:
        """Be one column beside others, or a block of cards as wide as the room."""
        is_empty = not self.cards.lines.lines
        self.setMinimumWidth(0 if stacked else self.least_width())
        self.setMaximumWidth(self.least_width() if is_empty and not stacked else _ANY)
        self.cards.setVisible(not (stacked and is_empty))
        self.cards.arrange(stacked, room)


class CardList(QListView):
    """`entered_card(line)` by a click or Enter; `left(list, ±1)` when an arrow key leaves the state."""

    entered_card = Signal(object)
    left = Signal(object, int)
    moved = Signal(object)
    """The cursor stands on another card."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.lines = CardModel(self)
        self._stacked = False
        self._cards = CardDelegate(self)
        self.setObjectName(f"tasks.board.{state.name.lower()}")
        self.setModel(self.lines)
        self.setItemDelegate(self._cards)
        self.setUniformItemSizes(True)
        self.setSpacing(SPACE // 2)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._enter)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: Sequence[TaskLine]) -> None:
        """Show other cards; the current one stays current."""
        here, scroll = self.currentIndex().row(), self.verticalScrollBar().value()
        kept = self.lines.lines[here].id if 0 <= here < len(self.lines.lines) and self._is_chosen() else 0
        self.lines.show(lines)
        row = next((number for number, line in enumerate(lines) if line.id == kept), -1)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row, 0))
        self.verticalScrollBar().setValue(scroll)

    def arrange(self, stacked: bool, room: int) -> None:
        """Show the cards under each other, or as many beside each other as there is room for, and all of them."""
        self._stacked = stacked
        self.setFlow(QListView.Flow.LeftToRight if stacked else QListView.Flow.TopToBottom)
        self.setWrapping(stacked)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if stacked else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        inside, gap = room - 2 * self.frameWidth() - 2 * SPACE, self.spacing()
        beside = max(inside // theme.pixels(_LEAST), 1)
        self._cards.width = inside // beside - 2 * gap if stacked else 0
        lines = -(-len(self.lines.lines) // beside)
        height = lines * (card_height() + 2 * gap) + 2 * self.frameWidth() + 2 * gap
        self.setMinimumHeight(height if stacked else 0)
        self.setMaximumHeight(height if stacked else _ANY)
        self.scheduleDelayedItemsLayout()

    def take_row(self, row: int) -> None:
        """Stand on a card."""
        self.setCurrentIndex(self.lines.index(row, 0))

    def sizeHint(self) -> QSize:
        """Ask for little, and take what there is."""
        return QSize(theme.pixels(_LEAST), theme.pixels(240))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the card on Enter, and go to the next state with the arrow keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
            return
        here, step = self.currentIndex(), _LEAVING[self._stacked].get(Qt.Key(event.key()))
        super().keyPressEvent(event)
        if self.currentIndex() != here:
            self.moved.emit(self)
        elif step:
            self.left.emit(self, step)

    def _enter(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entered_card.emit(self.lines.lines[index.row()])

    def _is_chosen(self) -> bool:
        return bool(self.selectionModel().selectedIndexes())
