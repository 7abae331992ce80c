"""The board of places: publications down, places across, each cell with its state and from when to when."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from papi_desktop.domain.publications import Place, PlaceCheck, Publication, PublicationCheck
from papi_desktop.services.posting_states import from_to, place_sentence, place_state, short_name
from papi_desktop.services.publication_list import Matrix
from ui.publications.matrix_cells import (
    CELL_ROLE,
    NOT_NEEDED,
    BoardCell,
    BoardDelegate,
    PlaceHeader,
    TitleHeader,
    cell_size,
)
from ui.theme import theme
from ui.widgets.texts import column, label

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_LEAST_TITLE, _GOOD_TITLE, _GOOD_CELL = 190, 270, 104


@dataclass(frozen=True)
class Picked:
    """The cell that was opened."""

    publication: Publication
    check: PlaceCheck


class BoardModel(QAbstractTableModel):
    """Holds one cell for each place that a publication needs; the others say that it need not hang there."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.places: tuple[Place, ...] = ()
        self.checks: tuple[PublicationCheck, ...] = ()
        self._cells: dict[tuple[int, int], PlaceCheck] = {}

    def show(self, matrix: Matrix, today: date) -> None:
        """Show other publications, with the places that at least one of them needs."""
        self.beginResetModel()
        self.today, self.checks = today, matrix.checks
        needed = {each.place.id for check in matrix.checks for each in _all(check)}
        self.places = tuple(place for place in matrix.places if place.id in needed)
        columns = {place.id: number for number, place in enumerate(self.places)}
        self._cells = {
            (row, columns[each.place.id]): each for row, check in enumerate(self.checks) for each in _all(check)
        }
        self.endResetModel()

    def picked(self, index: Index) -> Picked | None:
        """Return the publication and place of a cell, or None where it need not hang."""
        check = self._cells.get((index.row(), index.column()))
        return Picked(self.checks[index.row()].publication, check) if check else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of publications."""
        return 0 if parent.isValid() else len(self.checks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of places."""
        return 0 if parent.isValid() else len(self.places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only the cells of required places be chosen."""
        if not index.isValid() or self.picked(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows and says."""
        picked = self.picked(index) if index.isValid() else None
        if picked is None:
            return self._not_needed(index, role) if index.isValid() else None
        publication, check = picked.publication, picked.check
        state = place_state(publication, check, self.today)
        if role == CELL_ROLE:
            return BoardCell(state, _lines(check))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{state} {from_to(check.posting)}".strip()
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (check.place.name, from_to(check.posting), place_sentence(publication, check, self.today))
            return "\n".join(filter(None, parts))
        return None

    def _not_needed(self, index: Index, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return NOT_NEEDED
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.places[index.column()].name}\nMục này không phải công khai tại đây."
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the places at the top and the publications at the left."""
        if orientation is Qt.Orientation.Vertical:
            return self._title(section, role)
        if not 0 <= section < len(self.places):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return short_name(self.places[section]).removeprefix("Thôn ")
        return self.places[section].name if role == Qt.ItemDataRole.ToolTipRole else None

    def _title(self, section: int, role: int) -> Any:
        if not 0 <= section < len(self.checks):
            return None
        check = self.checks[section]
        if role == CELL_ROLE:
            return f"{check.done_places}/{len(check.places)} nơi đạt"
        return check.publication.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class Board(QWidget):
    """`opened(Picked)` for a cell; `titled(id)` for the heading of a publication."""

    opened = Signal(Picked)
    titled = Signal(int)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = BoardModel(today, self)
        self.table = _BoardTable(self.lines)
        hint = label("Bấm vào một ô để ghi ngày niêm yết, ngày gỡ hoặc thêm ảnh; bấm vào tên để mở chi tiết.", "note")
        layout = column(hint, self.table, gap=2)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.table.clicked.connect(self.open)
        self.table.activated.connect(self.open)
        self.table.verticalHeader().sectionClicked.connect(self._open_title)

    def show_matrix(self, matrix: Matrix, today: date) -> None:
        """Show other publications; the board does not jump."""
        across, down = self.table.horizontalScrollBar().value(), self.table.verticalScrollBar().value()
        self.lines.show(matrix, today)
        self.table.lay_out()
        self.table.horizontalScrollBar().setValue(across)
        self.table.verticalScrollBar().setValue(down)

    def open(self, index: QModelIndex) -> None:
        """Open a cell."""
        picked = self.lines.picked(index)
        if picked:
            self.opened.emit(picked)

    def _open_title(self, row: int) -> None:
        self.titled.emit(self.lines.checks[row].publication.id)


class _BoardTable(QTableView):
    """The headings stay in sight; arrows move from cell to cell and Enter opens one."""

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self.setObjectName("publications.matrix")
        self.setAccessibleName("Bảng nơi niêm yết")
        self.setModel(model)
        self.setItemDelegate(BoardDelegate(self))
        self.setVerticalHeader(TitleHeader(self))
        self.setHorizontalHeader(PlaceHeader(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        theme.changed.connect(self.lay_out)

    def lay_out(self) -> None:
        """Show all places where they have room, else as many whole ones as there is room for beside the titles."""
        least, places = cell_size(), self.horizontalHeader().count()
        room = self.viewport().width() + self.verticalHeader().width()
        title = min(theme.pixels(_LEAST_TITLE), room // 3)
        shown = max(min((room - title) // least.width(), places), 1)
        width = min((room - title) // shown, max(least.width(), (room - theme.pixels(_GOOD_TITLE)) // shown))
        width = min(width, theme.pixels(_GOOD_CELL))
        self.horizontalHeader().setDefaultSectionSize(width)
        self.verticalHeader().setDefaultSectionSize(least.height())
        wanted = room - shown * width
        self.verticalHeader().setFixedWidth(wanted if shown < places else min(wanted, theme.pixels(_GOOD_TITLE)))
        self.updateGeometries()  # the header was set after the places were put beside it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _all(check: PublicationCheck) -> tuple[PlaceCheck, ...]:
    return (*check.places, *check.spared)


def _lines(check: PlaceCheck) -> tuple[str, ...]:
    posting = check.posting
    if posting is None:
        return ()
    if check.place.kind.is_event:
        return (f"{posting.since:%d/%m}",)
    until = (f"đến {posting.until:%d/%m}",) if posting.until else ()
    counted = f"{check.days} ngày" if check.days >= check.needed else f"{check.days}/{check.needed} ngày"
    return (f"từ {posting.since:%d/%m}", *until, counted)
