"""The table in which a budget form is typed, pasted and read: `SheetView`."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QTableView, QWidget

from papi_desktop.domain.budget import Cell
from ui.budget.sheet_model import FIXED, SheetModel
from ui.theme import theme

_LABEL: Final = 1
_LEAST_LABEL, _LEAST_FIGURE, _PADDING = 180, 60, 12


class SheetView(QTableView):
    """`pasted(cells)` with the figures of rows copied in Excel, set down from the cell where the cursor stands."""

    pasted = Signal(object)
    cleared = Signal(tuple)

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self.setModel(model)
        self.setObjectName("budget.sheet")
        self.setAccessibleName("Số liệu của biểu")
        self.setWordWrap(True)
        self.setStyleSheet("QTableView::item { padding: 0 8px; } QHeaderView::section { padding: 6px 4px; }")
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        model.modelReset.connect(self.lay_out)
        model.dataChanged.connect(lambda *_: self.lay_out())
        theme.changed.connect(self.lay_out)
        self.lay_out()

    def lay_out(self) -> None:
        """Give the figures the room they need, and the names what is left."""
        metrics = QFontMetrics(theme.font())
        room = self.viewport().width()
        widths = {0: metrics.horizontalAdvance("STT") + 24}
        for column in range(FIXED, self.sheet.columnCount()):
            widths[column] = max(theme.pixels(_LEAST_FIGURE), self._figures(column, metrics), self._heading(column))
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(_LABEL, max(theme.pixels(_LEAST_LABEL), room - sum(widths.values())))
        label = self.columnWidth(_LABEL) - 2 * _PADDING
        for row in range(self.sheet.rowCount()):
            self.setRowHeight(row, self._height(row, label))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with Ctrl+V, clear with Delete, and go down with Enter."""
        here = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            cell = self.sheet.cell(here.row(), here.column())
            if cell:
                self.cleared.emit(cell)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after a figure was typed, as in Excel."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def paste(self) -> None:
        """Set the copied figures down from the cell where the cursor stands."""
        here = self.currentIndex()
        found: dict[Cell, int] = {}
        unread = ""
        for down, line in enumerate(QGuiApplication.clipboard().text().rstrip("\n").split("\n")):
            for right, text in enumerate(line.rstrip("\r").split("\t")):
                cell = self.sheet.cell(here.row() + down, max(here.column(), FIXED) + right)
                value = self.sheet.read(cell, text) if cell else None
                if cell and value is not None:
                    found[cell] = value
                elif text.strip():
                    unread = unread or text.strip()
        if unread:
            self.sheet.unreadable.emit(f"Có ô không dán được, ô đầu tiên là “{unread}”. Hãy kiểm tra vị trí dán.")
        if found:
            self.pasted.emit(found)

    def _go_down(self) -> None:
        here = self.currentIndex()
        below = self.sheet.index(here.row() + 1, here.column())
        if below.isValid():
            self.setCurrentIndex(below)

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

    def _heading(self, column: int) -> int:
        metrics = QFontMetrics(theme.font("note", semibold=True))
        text = str(self.sheet.headerData(column, Qt.Orientation.Horizontal))
        return max(metrics.horizontalAdvance(line) for line in text.split("\n")) + 12
