"""Two lists over one year: how many households each village has, and how the list differs from the year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from papi_desktop.domain.households import Change, Movement
from papi_desktop.services.household_list import YearBook, change_counts, year_book, year_changes
from papi_desktop.services.registers import ColumnKind, RegisterColumn
from papi_desktop.services.work import Work
from ui.theme import SPACE, theme
from ui.widgets.cards import EmptyState
from ui.widgets.table_model import Index, TableModel
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import Action, label

_NUMBER: Final = ColumnKind.NUMBER
_WHOLE: Final = 1
"""The id of the line that counts the whole commune."""
_TOTALS: Final = (
    RegisterColumn("village", "Thôn, tổ dân phố", width=24),
    RegisterColumn("poor", "Hộ nghèo", _NUMBER, 10),
    RegisterColumn("near_poor", "Hộ cận nghèo", _NUMBER, 10),
    RegisterColumn("left", "Thoát nghèo, thoát cận nghèo", _NUMBER, 14),
    RegisterColumn("persons", "Số khẩu nghèo, cận nghèo", _NUMBER, 14),
)
_CHANGES: Final = (
    RegisterColumn("head", "Họ và tên chủ hộ", width=24),
    RegisterColumn("village", "Thôn, tổ dân phố", width=18),
    RegisterColumn("before", "Năm trước", width=18),
    RegisterColumn("after", "Năm nay", width=18),
)
_HEADINGS: Final = {
    Movement.NEW: "Mới vào danh sách",
    Movement.AGAIN: "Tái nghèo, tái cận nghèo",
    Movement.LEFT: "Thoát, không còn trong danh sách",
    Movement.MOVED: "Chuyển giữa hộ nghèo và hộ cận nghèo",
}
NONE_BEFORE: Final = (
    "Chưa có danh sách của năm trước để so sánh. Nạp rồi, trang này cho biết hộ mới, hộ thoát, hộ chuyển loại."
)


@dataclass(frozen=True)
class TotalLine:
    """One village, or all of them, counted."""

    id: int
    village: str
    poor: int
    near_poor: int
    left: int
    persons: int


@dataclass(frozen=True)
class ChangeLine:
    """One household that came, went or moved."""

    id: int
    movement: Movement
    head: str
    village: str
    before: str
    after: str


class _TotalsModel(TableModel):
    """Sets the sum of all villages in stronger letters."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and the letters of the sum."""
        if role == Qt.ItemDataRole.FontRole and index.isValid() and index.row() < self.rowCount():
            line = self.line(index.row())
            return theme.font(semibold=True) if line and line.id == _WHOLE else None
        return super().data(index, role)


class Totals(QWidget):
    """The counts by village, all of them together first."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RegisterTable(_TotalsModel(_TOTALS))
        self.table.setObjectName("households.totals")
        self.table.setAccessibleName("Tổng hợp theo thôn, tổ dân phố")
        _under_each_other(self, self.table)

    def show_year(self, book: YearBook) -> None:
        """Show the counts of a year."""
        self.table.show_lines(total_lines(book))


class Changes(QStackedWidget):
    """What changed against the list before, movement by movement; those that stayed are only counted."""

    def __init__(self, load: Action, others: Sequence[Action]) -> None:
        super().__init__()
        self.table = RegisterTable(TableModel(_CHANGES, lambda line: _HEADINGS[line.movement]))
        self.table.setObjectName("households.changes")
        self.table.setAccessibleName("Biến động so với năm trước")
        self.words = label("", "strong")
        self._filled = QWidget()
        _under_each_other(self._filled, self.words, self.table)
        self.nothing = EmptyState(NONE_BEFORE, load, "people", others=others)
        self.addWidget(self._filled)
        self.addWidget(self.nothing)

    def show_year(self, found: "ChangesRead") -> None:
        """Show what changed in a year."""
        self.words.setText(found.sentence)
        self.table.show_lines(found.lines)
        self.setCurrentWidget(self._filled if found.has_before else self.nothing)


@dataclass(frozen=True)
class ChangesRead:
    """What changed, as it is shown."""

    sentence: str
    lines: tuple[ChangeLine, ...]
    has_before: bool


def read_totals(work: Work, year: int) -> YearBook:
    """Return the list whose households are counted."""
    return year_book(work, year)


def read_changes(work: Work, year: int) -> ChangesRead:
    """Return what changed against the list before."""
    book, found = year_book(work, year), year_changes(work, year)
    before = max((each.year for each in work.household_lists.all() if each.year < year), default=0)
    counts = change_counts(found)
    parts = [f"{counts[movement]} {words}" for movement, words in _COUNTED.items()]
    sentence = f"Năm {year} so với năm {before}: {', '.join(parts)}."
    return ChangesRead(sentence, tuple(_lines(found, book)), bool(before))


def total_lines(book: YearBook) -> list[TotalLine]:
    """Return the counts with their sum at the head."""
    found = book.totals
    lines = [
        TotalLine(number, book.village_name(each.village_id), each.poor, each.near_poor, each.left, each.persons)
        for number, each in enumerate(found, start=2)
    ]
    sums = [sum(getattr(line, key) for line in lines) for key in ("poor", "near_poor", "left", "persons")]
    return [TotalLine(_WHOLE, "Toàn xã", *sums), *lines]


_COUNTED: Final = {
    Movement.NEW: "hộ mới",
    Movement.AGAIN: "hộ tái",
    Movement.LEFT: "hộ thoát",
    Movement.MOVED: "hộ chuyển loại",
    Movement.SAME: "hộ giữ nguyên",
}


def _lines(found: Sequence[Change], book: YearBook) -> list[ChangeLine]:
    ordered = sorted((each for each in found if each.movement in _HEADINGS), key=lambda each: _place(each.movement))
    return [_line(number, each, book) for number, each in enumerate(ordered, start=1)]


def _place(movement: Movement) -> int:
    return list(_HEADINGS).index(movement)


def _line(number: int, each: Change, book: YearBook) -> ChangeLine:
    shown = each.after or each.before
    return ChangeLine(
        id=number,
        movement=each.movement,
        head=shown.head if shown else "",
        village=book.village_name(shown.village_id) if shown else "",
        before=each.before.label if each.before else "",
        after=each.after.label if each.after else "",
    )


def _under_each_other(holder: QWidget, *parts: QWidget) -> None:
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * SPACE)
    for part in parts:
        layout.addWidget(part, 1 if part is parts[-1] else 0)
