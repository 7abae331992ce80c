"""A table that is typed into like a sheet of Excel: Enter goes down, Tab goes on, cells are pasted and cleared."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QTableView, QWidget


class GridView(QTableView):
    """`entered({(row, column): text})` with what was pasted from the cursor on, or with empty texts for Delete."""

    entered = Signal(object)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with Ctrl+V, clear with Delete, and go down with Enter."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after something was typed, as in Excel."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def paste(self) -> None:
        """Set copied cells down from where the cursor stands."""
        found = self.copied()
        if found:
            self.entered.emit(found)

    def copied(self, least_column: int = 0) -> dict[tuple[int, int], str]:
        """Return the texts of the cells on the clipboard by where they go: from the cursor, or `least_column`, on."""
        here = self.currentIndex()
        if not here.isValid():
            return {}
        first = max(here.column(), least_column)
        lines = QGuiApplication.clipboard().text().rstrip("\r\n").split("\n")
        return {
            (here.row() + down, first + right): text.strip()
            for down, line in enumerate(lines)
            for right, text in enumerate(line.rstrip("\r").split("\t"))
        }

    def clear_chosen(self) -> None:
        """Empty the selected cells."""
        chosen = {(each.row(), each.column()): "" for each in self.selectedIndexes()}
        if chosen:
            self.entered.emit(chosen)

    def _go_down(self) -> None:
        here = self.currentIndex()
        below = self.model().index(here.row() + 1, here.column())
        if below.isValid():
            self.setCurrentIndex(below)
