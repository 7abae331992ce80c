"""The list of a register: shares its width among the columns and keeps selection, scroll and widths on refresh."""

from collections.abc import Sequence, Set
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from papi_desktop.services.registers import ColumnKind, RegisterColumn, is_worth_showing
from ui.theme import theme
from ui.widgets.cells import MARGIN, CellDelegate, row_height
from ui.widgets.chips import chip_size
from ui.widgets.room import is_low
from ui.widgets.table_model import TableModel, id_of, is_number, shown
from ui.widgets.texts import restyle

_MEASURED = 200
_FRONT: Final = 3
"""Only so many columns at the left may be the one that the others add to."""
_UNBROKEN: Final = 92
"""Pixels at 100 % within which a text, such as a telephone number, is not broken over two lines."""
_MAIN: Final = 300
"""The least width, in pixels at 100 %, of the column that the others only add to."""
_NARROWEST: Final = 180
"""The same beside a state's chip in a narrow panel."""
_CHARACTER_OF_TWO_LINES: Final = 6
"""Pixels that a character of a text's usual length is given at least where texts go over two lines; otherwise 9."""


_CLOSE: Final = 4
"""Pixels before a heading that is broken, instead of the margin."""


class _Breaks(NamedTuple):
    """What goes over several lines in a list that shows all its columns."""

    headings: int = 1
    """The most lines of a heading over numbers."""
    texts: bool = False


_WHOLE: Final = _Breaks()
_BREAKS: Final = (_WHOLE, _Breaks(2), _Breaks(3), _Breaks(2, texts=True), _Breaks(3, texts=True))
"""From the widest way to the narrowest."""


class RegisterTable(QTableView):
    """Shows the lines of a `TableModel`; `chosen` carries the line that was selected, or None.

    With `many`, several lines can be selected (Ctrl, Shift, Ctrl+A); `picked` then carries all of them.
    """

    chosen = Signal(object)
    picked = Signal(object)
    opened = Signal(object)

    def __init__(
        self, model: TableModel, many: bool = False, parent: QWidget | None = None, keeps_all: bool = False
    ) -> None:
        super().__init__(parent)
        self.lines = model
        self.keeps_all = keeps_all
        """Whether it breaks headings and texts, and in the end scrolls sideways, rather than leave out a column."""
        self._many, self._breaks = many, _WHOLE
        self._quiet = False
        self._least: list[int] = []
        self._headings: list[int] = []
        """The rows that were given the height of a heading."""
        self._idle: set[int] = set()
        """The columns that tell the lines nothing."""
        self._advances: dict[str, int] = {}
        """The widths of texts that were measured already, as long as the look stays."""
        self.setModel(model)
        self._cells = CellDelegate(model.columns, model.counts_done, self)
        self.setItemDelegate(self._cells)
        self._set_habits()
        self._set_headers()
        self.selectionModel().selectionChanged.connect(self._tell)
        self.activated.connect(self._open)
        theme.changed.connect(self._measure_anew)
        self._measure()

    @property
    def _main(self) -> int:
        """Return the number of the column by which a line is known: long texts at the front, or -1 for none."""
        kinds = [column.kind for column in self.lines.columns[:_FRONT]]
        return kinds.index(ColumnKind.LONG) if ColumnKind.LONG in kinds else -1

    @property
    def _has_two_lines(self) -> bool:
        return self._breaks.texts or any(column.kind is ColumnKind.LONG for column in self.lines.columns)

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines; what was selected stays selected, and the list does not jump."""
        kept, scroll = self.current_id(), self.verticalScrollBar().value()
        others = {id_of(line) for line in self.chosen_lines()} if self._many else set()
        self._quiet = True
        self.lines.show(lines)
        self.clearSpans()
        for row in self.lines.heading_rows():
            if len(self.lines.columns) > 1:
                self.setSpan(row, 0, 1, len(self.lines.columns))
        self._measure()
        if kept:
            self.select_id(kept, scroll_to=False)
        if len(others) > 1:
            self.select_ids(others)
        self._quiet = False
        self.verticalScrollBar().setValue(scroll)
        if others:
            self.picked.emit(self.chosen_lines())

    def current_id(self) -> int:
        """Return the id of the selected line, or 0."""
        line = self.current_line()
        return id_of(line) if line is not None else 0

    def current_line(self) -> Any:
        """Return the selected line, or None; of several the one where the cursor stands."""
        chosen = self.chosen_lines()
        here = self.lines.line(self.currentIndex().row())
        return here if any(line is here for line in chosen) else next(iter(chosen), None)

    def chosen_lines(self) -> tuple[Any, ...]:
        """Return all selected lines, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(line for row in rows if (line := self.lines.line(row)) is not None)

    def select_ids(self, ids: Set[int]) -> None:
        """Select exactly the lines with these ids."""
        chosen = QItemSelection()
        for row in range(self.lines.rowCount()):
            line = self.lines.line(row)
            if line is not None and id_of(line) in ids:
                chosen.select(self.lines.index(row, 0), self.lines.index(row, self.lines.columnCount() - 1))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_id(self, id: int, scroll_to: bool = True) -> bool:
        """Select the line with an id, and tell whether it is there."""
        row = self.lines.row_of(id)
        if row < 0:
            return False
        self._take_row(row)
        if scroll_to:
            self.scrollTo(self.lines.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        if self.verticalHeader().defaultSectionSize() != self._height_of_line():
            self._set_heights()
        self._lay_out()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over the headings, which cannot be selected."""
        here = self.currentIndex()
        there = super().moveCursor(action, modifiers)
        step = 1 if not here.isValid() or there.row() >= here.row() else -1
        row = there.row()
        while 0 <= row < self.lines.rowCount() and self.lines.line(row) is None:
            row += step
        return self.lines.index(row, there.column()) if 0 <= row < self.lines.rowCount() else here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the line on Enter; Home and End, also with Ctrl, select where they go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
        if (
            event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._take_row(self.currentIndex().row())  # with Ctrl, Qt would only move the cursor among many

    def _take_row(self, row: int) -> None:
        """Select one row, whatever keys are held: Qt's own ways look at Ctrl, also when a refresh selects again."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.lines.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def _set_habits(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if self._many else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        policies = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policies.ScrollBarAsNeeded if self.keeps_all else policies.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(2 * MARGIN)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._sort)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.lines.sort(column, order)
        self.show_lines(self.lines.lines)

    def _tell(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if self._quiet:
            return
        self.chosen.emit(self.current_line())
        if self._many:
            self.picked.emit(self.chosen_lines())

    def _open(self, index: QModelIndex) -> None:
        line = self.lines.line(index.row()) if index.isValid() else None
        if line is not None:
            self.opened.emit(line)

    def _height_of_line(self) -> int:
        return row_height(self._has_two_lines, is_low(self))

    def _set_heights(self) -> None:
        usual, rows = self._height_of_line(), self.lines.rowCount()
        self.verticalHeader().setDefaultSectionSize(usual)
        for row in self._headings:
            if row < rows:  # Qt keeps the height of a row when other lines stand in its place
                self.setRowHeight(row, usual)
        self._headings = self.lines.heading_rows()
        for row in self._headings:
            self.setRowHeight(row, row_height(two_lines=False) + 4)

    def _measure_anew(self) -> None:
        self._advances.clear()
        self._measure()

    def _measure(self) -> None:
        columns = self.lines.columns
        self._set_heights()
        self._least = self._least_widths()
        lines = self.lines.lines
        self._idle = {number for number, column in enumerate(columns) if not is_worth_showing(column, lines)}
        self._lay_out()

    def _lay_out(self) -> None:
        room, least = self.viewport().width(), list(self._least)
        if self.keeps_all:
            hidden = set(self._idle)
            least = self._break_for(room, hidden)
        else:
            hidden = _hidden(self.lines.columns, self._main, least, room, self._idle)
            least[self._main] = _squeezed(least, self._main, hidden, room)
        for number in range(len(least)):
            self.setColumnHidden(number, number in hidden)
        self._share(least, [number for number in range(len(least)) if number not in hidden])

    def _break_for(self, room: int, hidden: Set[int]) -> list[int]:
        """Break the headings, then also the texts, where the columns have no room; return the least widths then."""
        least: list[int] = []
        before = self._breaks
        for self._breaks in _BREAKS:
            least = self._least_widths()
            if sum(width for number, width in enumerate(least) if number not in hidden) <= room:
                break
        if self._breaks != before:
            self.lines.break_headings(self._breaks.headings)
            self._cells.two_lines = self._has_two_lines
            self.horizontalHeader().setProperty("close", self._breaks.headings > 1)
            restyle(self.horizontalHeader())
            self._set_heights()
        return least

    def _least_widths(self) -> list[int]:
        return [self._least_width(number) for number in range(len(self.lines.columns))]

    def _share(self, least: list[int], visible: list[int]) -> None:
        columns = self.lines.columns
        spare = max(self.viewport().width() - sum(least[number] for number in visible), 0)
        growing = [
            number for number in visible if columns[number].kind in (ColumnKind.TEXT, ColumnKind.LONG)
        ] or visible
        weight = {
            number: columns[number].width * (3 if columns[number].kind is ColumnKind.LONG else 1) for number in growing
        }
        parts = sum(weight.values())
        for number in visible:
            extra = spare * weight.get(number, 0) // parts if parts else 0
            self.setColumnWidth(number, least[number] + extra)

    def _least_width(self, number: int) -> int:
        column, metrics = self.lines.columns[number], QFontMetrics(theme.font())
        heading = QFontMetrics(theme.font("note", semibold=True)).horizontalAdvance(column.heading) + 2 * MARGIN + 14
        if self._breaks.headings > 1 and is_number(column):
            words = QFontMetrics(theme.font("note", semibold=True)).size(
                0, self.lines.heading(number, self._breaks.headings)
            )
            heading = words.width() + MARGIN + _CLOSE
        return max(heading, self._least_content(column, metrics) + 2 * MARGIN + 4)

    def _least_content(self, column: RegisterColumn, metrics: QFontMetrics) -> int:
        if column.kind is ColumnKind.TEXT or (self._breaks.headings > 1 and is_number(column)):
            return self._widest_text(column, metrics)
        if column.kind is ColumnKind.STATE:
            return self._widest_chip(column)
        if column.kind is ColumnKind.LONG:
            is_main = self.lines.columns.index(column) == self._main
            return theme.pixels(_MAIN if is_main else 180)
        typical = {ColumnKind.DATE: "00/00/0000", ColumnKind.NUMBER: "1.000", ColumnKind.PERCENT: "100%"}
        return metrics.horizontalAdvance(typical[column.kind])

    def _widest_text(self, column: RegisterColumn, metrics: QFontMetrics) -> int:
        texts = {shown(getattr(line, column.key), column.kind) for line in self.lines.lines[:_MEASURED]}
        widest = max((self._advance(text, metrics) for text in texts), default=0)
        if self._has_two_lines:
            return min(widest, theme.pixels(max(_CHARACTER_OF_TWO_LINES * column.width, _UNBROKEN)))
        return min(widest, theme.pixels(9 * column.width))

    def _advance(self, text: str, metrics: QFontMetrics) -> int:
        if text not in self._advances:
            self._advances[text] = metrics.horizontalAdvance(text)
        return self._advances[text]

    def _widest_chip(self, column: RegisterColumn) -> int:
        words = {str(getattr(line, column.key)) for line in self.lines.lines}
        font = theme.font("note", semibold=True)
        return max((chip_size(word, font).width() for word in words), default=120)


def _squeezed(least: Sequence[int], main: int, hidden: Set[int], room: int) -> int:
    """Return the width of the main column where it and a state's chip alone are wider than the room."""
    over = sum(width for number, width in enumerate(least) if number not in hidden) - room
    return max(least[main] - max(over, 0), min(least[main], theme.pixels(_NARROWEST)))


def _hidden(columns: Sequence[RegisterColumn], main: int, least: Sequence[int], room: int, idle: Set[int]) -> set[int]:
    hidden = set(idle)
    can_go = [n for n, column in enumerate(columns) if n not in (0, main) and column.kind is not ColumnKind.STATE]
    for number in reversed(can_go):
        if sum(least) - sum(least[each] for each in hidden) <= room:
            break
        hidden.add(number)
    return hidden
