"""The figures of one budget form as a table: rows and columns of its template, sums computed, mismatches marked."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from papi_desktop.domain.budget import BudgetForm, Cell, FormColumn, FormRow, FormTemplate, Mismatch
from papi_desktop.domain.budget_reading import read_amount, read_percent
from papi_desktop.domain.plans import Doubt
from papi_desktop.domain.text import thousands
from papi_desktop.services.budget_forms import (
    exact_columns,
    figures,
    percent_text,
    problem_sentence,
    problems,
    template,
    with_period,
)
from ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
FIXED: Final = 2
"""The first columns, which hold a row's number and name."""
_NOWHERE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class SheetModel(QAbstractTableModel):
    """`typed(cell, value)` when a figure was typed, `unreadable(sentence)` when it is none."""

    typed = Signal(tuple, object)
    unreadable = Signal(str)

    def __init__(self, is_open: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_open = is_open
        self.form = BudgetForm("113", "2000-Y")
        self._figures: Mapping[Cell, int] = {}
        self._exact: frozenset[str] = frozenset()
        self._wrong: dict[Cell, Mismatch] = {}
        self._doubts: dict[str, str] = {}

    @property
    def template(self) -> FormTemplate:
        """Return the template of the form that is shown."""
        return template(self.form.form)

    def show(self, form: BudgetForm, doubts: Iterable[Doubt] = ()) -> None:
        """Show the figures of a form; the cursor stays where it is in the same form."""
        is_same = (form.form, form.period) == (self.form.form, self.form.period)
        if not is_same:
            self.beginResetModel()
        self.form, self._figures, self._exact = form, figures(form), exact_columns(form)
        self._wrong = {(each.row.key, each.column.key): each for each in problems(form)}
        self._doubts = {doubt.field: doubt.sentence for doubt in doubts}
        if is_same:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows of the form."""
        return 0 if parent.isValid() else len(self.template.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns with those of the number and the name."""
        return 0 if parent.isValid() else FIXED + len(self.template.columns)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell of the form, or None where the form has no figure."""
        if not (0 <= row < self.rowCount() and FIXED <= column < self.columnCount()):
            return None
        own_row, own_column = self.template.rows[row], self.template.columns[column - FIXED]
        return (own_row.key, own_column.key) if self.template.is_used(own_row, own_column) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the cells be typed into that have a figure; a percentage is computed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        is_figure = self.cell(index.row(), index.column()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_open and is_figure else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row = self.template.rows[index.row()]
        if index.column() < FIXED:
            return _head_data(row, index.column(), role)
        return self._figure_data(row, self.template.columns[index.column() - FIXED], role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a figure that was typed; an empty cell has none."""
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or cell is None:
            return False
        text = str(value).strip()
        number = self.read(cell, text)
        if text and number is None:
            self.unreadable.emit(f"“{text}” không phải là số. Hãy nhập số, ví dụ 1.250.000.")
            return False
        if number != self.form.amounts.get(cell) and text != self._words(cell):
            self.typed.emit(cell, number)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column with the one above it and its mark."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(filter(None, self.headings(section)))
        return _MIDDLE if role == Qt.ItemDataRole.TextAlignmentRole else None

    def read(self, cell: Cell, text: str) -> int | None:
        """Return the figure that a text stands for in a cell."""
        if not text.strip():
            return None
        return read_percent(text) if self.template.column_of[cell[1]].percent else read_amount(text)

    def headings(self, section: int) -> tuple[str, str]:
        """Return what stands over a column and those beside it, and its own heading with its mark."""
        if section < FIXED:
            return "", ("STT", "NỘI DUNG")[section]
        column = self.template.columns[section - FIXED]
        heading = with_period(column.heading, self.form)
        return with_period(column.group, self.form), f"{heading}\n({column.mark})" if column.mark else heading

    def _words(self, cell: Cell) -> str:
        value = self._figures.get(cell)
        return "" if value is None else self._text(cell[1], value)

    def _text(self, column: str, value: int) -> str:
        is_percent = self.template.column_of[column].percent
        return percent_text(value, column in self._exact) if is_percent else thousands(value)

    def _figure_data(self, row: FormRow, column: FormColumn, role: int) -> Any:
        cell = (row.key, column.key)
        if not self.template.is_used(row, column):
            return QColor(theme.tokens.background) if role == Qt.ItemDataRole.BackgroundRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._shown(cell)
        if role == Qt.ItemDataRole.EditRole:
            return self._words(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._why(cell)
        return self._look(row, column, role)

    def _look(self, row: FormRow, column: FormColumn, role: int) -> Any:
        cell, tokens = (row.key, column.key), theme.tokens
        tone = tokens.late if cell in self._wrong else tokens.soon if "/".join(cell) in self._doubts else None
        if role == Qt.ItemDataRole.BackgroundRole:
            computed = self.template.is_computed(row, column)
            return QColor(tone.tint if tone else tokens.background if computed else tokens.card)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(tone.ink if tone else tokens.text)
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(semibold=row.bold)
        return None

    def _shown(self, cell: Cell) -> str:
        wrong = self._wrong.get(cell)
        if wrong is None:
            return self._words(cell)
        given, computed = (self._text(cell[1], value) for value in (wrong.given, wrong.computed))
        return f"Ghi {given}\nCộng {computed}"

    def _why(self, cell: Cell) -> str:
        wrong = self._wrong.get(cell)
        return problem_sentence(wrong) if wrong else self._doubts.get("/".join(cell), "")


def _head_data(row: FormRow, column: int, role: int) -> Any:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return row.number if column == 0 else row.label
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _MIDDLE if column == 0 else _LEFT
    if role == Qt.ItemDataRole.FontRole:
        return theme.font(semibold=row.bold)
    return QColor(theme.tokens.card) if role == Qt.ItemDataRole.BackgroundRole else None
