"""The table in which a budget form is typed, pasted and read: `SheetView`."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from papi_desktop.domain.budget import Cell
from ui.budget.frozen import FrozenColumns
from ui.budget.sheet_header import SheetHeader
from ui.budget.sheet_model import FIXED, SheetModel
from ui.theme import theme
from ui.widgets.grid_view import GridView

_LABEL: Final = 1
_LEAST_LABEL, _GOOD_LABEL, _LEAST_FIGURE, _GOOD_FIGURE, _PADDING = 170, 300, 50, 130, 8


class SheetView(GridView):
    """`pasted(cells)` with the figures of rows copied in Excel, set down from the cell where the cursor stands."""

    pasted = Signal(object)
    cleared = Signal(tuple)

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.sheet = model
        self.setObjectName("budget.sheet")
        self.setAccessibleName("Số liệu của biểu")
        self.setWordWrap(True)
        self.setStyleSheet("QTableView::item { padding: 0 4px; }")
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
        """Return how wide each column is; what is to spare goes to narrow figures first, then to the names."""
        metrics, room = QFontMetrics(theme.font()), self.viewport().width()
        least, number = theme.pixels(_LEAST_FIGURE), metrics.horizontalAdvance("STT") + 3 * _PADDING
        figures = {
            column: max(least, self._header.least_width(column), self._figures(column, metrics))
            for column in range(FIXED, self.sheet.columnCount())
        }
        spare = max(0, room - number - theme.pixels(_GOOD_LABEL) - sum(figures.values())) // max(len(figures), 1)
        widths = {key: max(width, min(theme.pixels(_GOOD_FIGURE), width + spare)) for key, width in figures.items()}
        label = max(theme.pixels(_LEAST_LABEL), room - number - sum(widths.values()))
        return {0: number, _LABEL: label, **widths}

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
