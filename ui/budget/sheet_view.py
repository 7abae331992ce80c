"""The table in which a budget form is typed, pasted and read: `SheetView`."""

from collections import Counter
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from papi_desktop.domain.budget import Cell
from ui.budget.frozen import FrozenColumns
from ui.budget.sheet_header import SheetHeader
from ui.budget.sheet_model import FIXED, SheetModel
from ui.theme import theme
from ui.widgets.grid_view import GridView

_LABEL: Final = 1
_LEAST_LABEL, _GOOD_LABEL, _LEAST_FIGURE, _GOOD_FIGURE, _PADDING = 150, 300, 50, 130, 6
_ENSURE: Final = QAbstractItemView.ScrollHint.EnsureVisible


class SheetView(GridView):
    """`pasted(cells)` with the figures of rows copied in Excel, set down from the cell where the cursor stands.

    Where not all columns have room, whole ones are shown, a group at a time: a figure cut at the edge reads as another.
    """

    pasted = Signal(object)
    cleared = Signal(tuple)
    _shown, _at_once = 0, 1
    """How many figures are in sight where not all are, and how many the bar moves by; Qt asks before they are known."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.sheet = model
        self.setObjectName("budget.sheet")
        self.setAccessibleName("Số liệu của biểu")
        self.setWordWrap(True)
        self.setStyleSheet("QTableView::item { padding: 0 2px; }")
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self._is_laying_out = False
        self._header = SheetHeader(model, self)
        self.setHorizontalHeader(self._header)
        self._frozen = FrozenColumns(model, self)
        model.modelReset.connect(self.lay_out)
        model.dataChanged.connect(lambda *_: self.lay_out())
        theme.changed.connect(self.lay_out)
        self.horizontalScrollBar().valueChanged.connect(self._stand_whole)
        self.lay_out()

    def lay_out(self) -> None:
        """Give the figures the room they need, and the names what is left; those stay in sight where it is narrow."""
        if self._is_laying_out or self._frozen.is_behind():
            return
        self._is_laying_out = True
        for _ in range(2):  # the second time for the room that a scroll bar took or gave
            room = self.viewport().width()
            self._set_sizes()
            self.updateGeometries()
            if room == self.viewport().width():
                break
        self._frozen.follow()
        self._is_laying_out = False

    def _set_sizes(self) -> None:
        widths = self._widths()
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        label = widths[_LABEL] - 2 * _PADDING
        for row in range(self.sheet.rowCount()):
            self.setRowHeight(row, self._height(row, label))

    def _widths(self) -> dict[int, int]:
        """Return how wide each column is, and remember how many figures are shown and moved by at once."""
        metrics, room = QFontMetrics(theme.font()), self.viewport().width()
        least, number = theme.pixels(_LEAST_FIGURE), metrics.horizontalAdvance("STT") + 4 * _PADDING
        figures = {
            column: max(least, self._header.least_width(column), self._figures(column, metrics))
            for column in range(FIXED, self.sheet.columnCount())
        }
        names = theme.pixels(_LEAST_LABEL)
        if sum(figures.values()) <= room - number - names:
            self._shown, self._at_once = len(figures), 1
            figures = _spread(figures, room - number - theme.pixels(_GOOD_LABEL))
            return {0: number, _LABEL: room - number - sum(figures.values()), **figures}
        width = max(figures.values(), default=1)
        most = max((room - number - names) // width, 1)
        group = self._group()
        self._at_once = group if group <= most else 1
        self._shown = most // self._at_once * self._at_once
        width = max(width, (room - number - theme.pixels(_GOOD_LABEL)) // self._shown)
        label = max(names, room - number - self._shown * width)
        return {0: number, _LABEL: label, **dict.fromkeys(figures, width)}

    def _group(self) -> int:
        """Return how many columns stand under each band, or 1 where that differs or there is none."""
        bands = [self.sheet.headings(column)[0] for column in range(FIXED, self.sheet.columnCount())]
        sizes = set(Counter(bands).values())
        return sizes.pop() if len(sizes) == 1 and all(bands) else 1

    def updateGeometries(self) -> None:
        """Let the arrows of the bar move whole columns."""
        super().updateGeometries()
        self.horizontalScrollBar().setSingleStep(self._step())

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = _ENSURE
    ) -> None:
        """Bring a cell into sight, beside the names that stay and not under them."""
        if not self._frozen.isVisible():
            super().scrollTo(index, hint)
            return
        bar, width, place = self.horizontalScrollBar(), self.columnWidth(FIXED), index.column() - FIXED
        first = bar.value() // width
        if 0 <= place < first:
            first = place // self._at_once * self._at_once
        elif place >= first + self._shown:
            first = -(-(place - self._shown + 1) // self._at_once) * self._at_once
        bar.setValue(first * width)
        super().scrollTo(self.sheet.index(index.row(), FIXED + bar.value() // width), hint)

    def _stand_whole(self, value: int) -> None:
        """Move on to where whole columns are shown."""
        if self._frozen.isVisible():
            step = self._step()
            self.horizontalScrollBar().setValue(round(value / step) * step)

    def _step(self) -> int:
        return max(self.columnWidth(FIXED) * self._at_once, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.lay_out()

    def clear_chosen(self) -> None:
        """Empty the figure where the cursor stands."""
        cell = self.sheet.cell(self.currentIndex().row(), self.currentIndex().column())
        if cell:
            self.cleared.emit(cell)

    def paste(self) -> None:
        """Set the copied figures down from the cell where the cursor stands."""
        found: dict[Cell, int] = {}
        unread = ""
        for (row, column), text in self.copied(FIXED).items():
            cell = self.sheet.cell(row, column)
            value = self.sheet.read(cell, text) if cell else None
            if cell and value is not None:
                found[cell] = value
            elif text:
                unread = unread or text
        if unread:
            self.sheet.unreadable.emit(f"Có ô không dán được, ô đầu tiên là “{unread}”. Hãy kiểm tra vị trí dán.")
        if found:
            self.pasted.emit(found)

    def _height(self, row: int, width: int) -> int:
        metrics = QFontMetrics(theme.font(semibold=True))
        texts = [str(self.sheet.index(row, column).data() or "") for column in range(FIXED, self.sheet.columnCount())]
        lines = max(text.count("\n") for text in texts) + 1
        wrapped = metrics.boundingRect(
            0, 0, width, 1000, Qt.TextFlag.TextWordWrap, str(self.sheet.index(row, _LABEL).data() or "")
        )
        return max(lines * metrics.height(), wrapped.height()) + 12

    def _figures(self, column: int, metrics: QFontMetrics) -> int:
        bold = QFontMetrics(theme.font(semibold=True))
        texts = [str(self.sheet.index(row, column).data() or "") for row in range(self.sheet.rowCount())]
        widest = max((bold.horizontalAdvance(line) for text in texts for line in text.split("\n")), default=0)
        return max(widest, metrics.horizontalAdvance("00")) + 2 * _PADDING


def _spread(figures: dict[int, int], room: int) -> dict[int, int]:
    """Return the widths of the figures, the narrow ones with what is to spare in `room`."""
    spare = max(0, room - sum(figures.values())) // max(len(figures), 1)
    return {key: max(width, min(theme.pixels(_GOOD_FIGURE), width + spare)) for key, width in figures.items()}
