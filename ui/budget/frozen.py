"""The number and the name of each row, which stay in sight while the figures are moved sideways: `FrozenColumns`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTableView

from ui.budget.sheet_header import SheetHeader
from ui.budget.sheet_model import FIXED, SheetModel


class FrozenColumns(QTableView):
    """Lies over the left of a table and follows it up and down; nothing in it can be chosen."""

    def __init__(self, model: SheetModel, over: QTableView) -> None:
        super().__init__(over)
        self._over = over
        self.setModel(model)
        self.setHorizontalHeader(SheetHeader(model, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView { border: none; border-radius: 0; } QTableView::item { padding: 0 2px; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(over.verticalScrollMode())
        self.verticalHeader().hide()
        over.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.hide()

    def is_behind(self) -> bool:
        """Tell whether it has not yet heard that another form is shown."""
        shown = self.horizontalHeader().count(), self.verticalHeader().count()
        return shown != (self.model().columnCount(), self.model().rowCount())

    def follow(self) -> None:
        """Take over the sizes of the table below."""
        over = self._over
        for column in range(over.model().columnCount()):
            self.setColumnHidden(column, column >= FIXED)
        for column in range(FIXED):
            self.setColumnWidth(column, over.columnWidth(column))
        for row in range(over.model().rowCount()):
            self.setRowHeight(row, over.rowHeight(row))
        head, frame = over.horizontalHeader().height(), over.frameWidth()
        self.horizontalHeader().setFixedHeight(head)
        width = sum(over.columnWidth(column) for column in range(FIXED))
        self.setGeometry(frame, frame, width, over.viewport().height() + head)
        self.verticalScrollBar().setValue(over.verticalScrollBar().value())
        self.setVisible(over.horizontalScrollBar().maximum() > 0)
