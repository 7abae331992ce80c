"""A table model that is given lines and a description of columns; grouped lines get a heading row each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from textwrap import wrap
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from papi_desktop.domain.calendar import written
from papi_desktop.domain.text import figure_words, sort_key
from papi_desktop.services.registers import ColumnKind, RegisterColumn

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
GROUP_ROLE: Final = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOWHERE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Group:
    """The heading of a group of lines, and how many of them are done."""

    heading: str
    done: int
    total: int


class TableModel(QAbstractTableModel):
    """Shows lines; columns read the attribute of their key."""

    def __init__(
        self,
        columns: Sequence[RegisterColumn],
        group: Callable[[Any], str] | None = None,
        is_done: Callable[[Any], bool] | None = None,
        parent: QObject | None = None,
        group_words: Callable[[str, Sequence[Any]], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._group_words = group_words
        self.columns = tuple(columns)
        self.lines: tuple[Any, ...] = ()
        self.counts_done = is_done is not None
        self._heading_lines = 1
        self._group, self._is_done = group, is_done
        self._rows: list[Any] = []
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, lines: Sequence[Any]) -> None:
        """Show other lines, in the order that was chosen."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self._rows = self._with_headings(self._ordered())
        self.endResetModel()

    def line(self, row: int) -> Any:
        """Return the line of a row, or None for a heading."""
        value = self._rows[row] if 0 <= row < len(self._rows) else None
        return None if isinstance(value, Group) else value

    def ordered_lines(self) -> list[Any]:
        """Return the lines in the order in which they stand."""
        return [value for value in self._rows if not isinstance(value, Group)]

    def heading(self, section: int, lines: int = 1) -> str:
        """Return the heading of a column; over numbers as narrow as so many lines allow."""
        words, is_broken = self.columns[section].heading, lines > 1 and is_number(self.columns[section])
        ways = (wrap(words, width, break_long_words=False) for width in range(1, len(words) + 1))
        return "\n".join(next((way for way in ways if len(way) <= lines), [words])) if is_broken else words

    def break_headings(self, lines: int) -> None:
        """Write each heading over numbers in so many lines at most."""
        self._heading_lines = lines
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def heading_rows(self) -> list[int]:
        """Return the rows that are headings."""
        return [row for row, value in enumerate(self._rows) if isinstance(value, Group)]

    def row_of(self, id: int) -> int:
        """Return the row of the line with an id, or -1."""
        found = (row for row, value in enumerate(self._rows) if not isinstance(value, Group) and id_of(value) == id)
        return next(found, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows with the headings."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines be chosen and headings only be read."""
        if not index.isValid() or self.line(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        value = self._rows[index.row()]
        if isinstance(value, Group):
            return _heading_data(value, index.column(), role)
        return self._cell(value, self.columns[index.column()], role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section, self._heading_lines)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if is_number(self.columns[section]) else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the lines by a column, inside their groups; -1 is the list's own order."""
        self._order = (column, order)
        self.show(self.lines)

    def _cell(self, line: Any, column: RegisterColumn, role: int) -> Any:
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(getattr(line, column.words or column.key), column.kind)
        if role == Qt.ItemDataRole.ToolTipRole and column.kind is ColumnKind.LONG:
            return shown(getattr(line, column.key), column.kind)
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number(column):
            return _RIGHT
        return None

    def _ordered(self) -> list[Any]:
        column, order = self._order
        if not 0 <= column < len(self.columns):
            return list(self.lines)
        key = self.columns[column].key
        descending = order is Qt.SortOrder.DescendingOrder
        ordered = sorted(self.lines, key=lambda line: _order_key(getattr(line, key)), reverse=descending)
        if self._group is None:
            return ordered
        places = {heading: place for place, heading in enumerate(dict.fromkeys(map(self._group, self.lines)))}
        group = self._group
        return sorted(ordered, key=lambda line: places[group(line)])

    def _with_headings(self, lines: list[Any]) -> list[Any]:
        if self._group is None:
            return lines
        groups: dict[str, list[Any]] = {}
        for line in lines:
            groups.setdefault(self._group(line), []).append(line)
        rows: list[Any] = []
        for heading, members in groups.items():
            done = sum(map(self._is_done, members)) if self._is_done else 0
            words = self._group_words(heading, members) if self._group_words else heading
            rows += [Group(words, done, len(members)), *members]
        return rows


def id_of(line: Any) -> int:
    """Return the id of a line."""
    return int(getattr(line, "id", 0))


def is_number(column: RegisterColumn) -> bool:
    """Tell whether a column holds numbers, which stand at the right."""
    return column.kind in (ColumnKind.NUMBER, ColumnKind.PERCENT)


def shown(value: Any, kind: ColumnKind = ColumnKind.TEXT) -> str:
    """Return a value as people write it: dd/mm/yyyy, 1.234.567, 40%."""
    if value is None:
        return ""
    if isinstance(value, date):
        return written(value)
    if kind is ColumnKind.PERCENT:
        return f"{value}%"
    if isinstance(value, int | Decimal) and kind is ColumnKind.NUMBER:
        return figure_words(value)
    text = str(value)
    return text[:1].upper() + text[1:] if isinstance(value, Enum) else text


def _heading_data(group: Group, column: int, role: int) -> Any:
    if role == GROUP_ROLE:
        return group
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return group.heading if column == 0 else ""
    return None


def _order_key(value: Any) -> tuple[int, Any]:
    if value is None or value == "":
        return (1, 0)
    if isinstance(value, Enum):
        return (0, list(type(value)).index(value))
    return (0, sort_key(value) if isinstance(value, str) else value)
