"""The sheet in which a list of households is typed and corrected: `EntryModel`."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from papi_desktop.domain.household_reading import ENTRY_FIELDS
from papi_desktop.domain.households import masked
from papi_desktop.services.household_entry import EntryRow
from ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
FIXED: Final = 2
"""The first columns, which say where a row was read and what becomes of it."""
HEADINGS: Final = (
    "Dòng",
    "Kết quả",
    "Họ và tên chủ hộ",
    "Thôn, tổ dân phố",
    "Năm sinh",
    "Giới tính",
    "Dân tộc",
    "Số định danh",
    "Số khẩu",
    "Điểm B1",
    "Điểm B2",
    "Phân loại",
    "Thiếu hụt",
    "Ghi chú",
)
_IDENTITY: Final = ENTRY_FIELDS.index("identity")
_NOWHERE: Final = QModelIndex()


class EntryModel(QAbstractTableModel):
    """`typed({(row, field): text})`; the rows that are shown may be some of all, and empty ones follow the last."""

    typed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[EntryRow] = ()
        self._places: tuple[int, ...] = ()
        self._words: Mapping[int, str] = {}
        self._spare = 0

    def show(self, rows: Sequence[EntryRow], places: Sequence[int], words: Mapping[int, str], spare: int) -> None:
        """Show the rows at `places` with `words` on what becomes of each, and `spare` empty rows below."""
        before, after = self.rowCount(), len(places) + spare
        if after > before:
            self.beginInsertRows(_NOWHERE, before, after - 1)
        elif after < before:
            self.beginRemoveRows(_NOWHERE, after, before - 1)
        self._rows, self._places, self._words, self._spare = rows, tuple(places), words, spare
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()
        if after:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, self.columnCount() - 1))

    def place(self, row: int) -> int:
        """Return which row of the whole sheet a shown one is; an empty one below continues it."""
        return self._places[row] if row < len(self._places) else len(self._rows) + row - len(self._places)

    def entry(self, row: int) -> EntryRow | None:
        """Return a shown row, or None for an empty one below."""
        return self._rows[self._places[row]] if 0 <= row < len(self._places) else None

    def take(self, cells: Mapping[tuple[int, int], str]) -> None:
        """Tell what was typed in cells of the view; what stands in no field is passed over."""
        fields = range(len(ENTRY_FIELDS))
        found = {(self.place(row), column - FIXED): text for (row, column), text in cells.items()}
        kept = {cell: text for cell, text in found.items() if cell[1] in fields}
        if kept:
            self.typed.emit(kept)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of shown rows with the empty ones."""
        return 0 if parent.isValid() else len(self._places) + self._spare

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_heading and 0 <= section < len(HEADINGS) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every field be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= FIXED else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() < FIXED:
            return False
        if str(value).strip() != self._text(index, whole=True):
            self.take({(index.row(), index.column()): str(value)})
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; an identity number is whole only where it is typed."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.EditRole):
            return self._text(index, whole=role == Qt.ItemDataRole.EditRole)
        doubt = self._doubt(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return doubt or None
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(theme.tokens.soon.tint) if doubt else None
        return QColor(theme.tokens.soon.ink) if role == Qt.ItemDataRole.ForegroundRole and doubt else None

    def _text(self, index: Index, whole: bool) -> str:
        entry, column = self.entry(index.row()), index.column() - FIXED
        if entry is None:
            return ""
        if column < 0:
            return _head(entry, self._words.get(self.place(index.row()), ""), index.column())
        text = entry.texts[column]
        return masked(text) if column == _IDENTITY and not whole else text

    def _doubt(self, index: Index) -> str:
        entry, column = self.entry(index.row()), index.column() - FIXED
        if entry is None or entry.row is None or column < 0:
            return ""
        return " ".join(each.sentence for each in entry.row.doubts if each.field == ENTRY_FIELDS[column])


def _head(entry: EntryRow, words: str, column: int) -> str:
    if entry.row is None:
        return ""
    return entry.row.proposal.place.removeprefix("dòng ") if column == 0 else words
