"""The forms on which a commune makes its budget public: what a form looks like, its sums and percentages, its checks.

Money is whole đồng; a percentage is a whole number of hundredths of a percent, so that nothing is rounded twice.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Protocol

from papi_desktop.domain.periods import Period
from papi_desktop.domain.recurrence import Recurrence, so_far_words, turn_code, turn_words
from papi_desktop.domain.stores import Store

Cell = tuple[str, str]
"""A cell by the keys of its row and of its column."""
Amounts = Mapping[Cell, int]
_CLOSE: Final = 10
"""Two percentages that differ by no more than 0,1 are the same: sheets round them to one decimal."""


@dataclass(frozen=True)
class FormColumn:
    """A column of figures: its heading, the heading above several, its mark ("3=2/1"), and how it is computed."""

    key: str
    heading: str
    group: str = ""
    mark: str = ""
    sum: tuple[str, ...] = ()
    """The columns it adds up; one after a minus sign is taken off."""
    percent: tuple[str, ...] = ()
    """Two columns: the first as a percentage of the second."""


@dataclass(frozen=True)
class FormRow:
    """A row: its number as printed, its name, the rows it adds up, and other names it goes by in sheets."""

    key: str
    label: str
    number: str = ""
    sum: tuple[str, ...] = ()
    bold: bool = False
    names: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """The columns of figures that the row has; none named means all."""


@dataclass(frozen=True)
class FormTemplate:
    """One form of Thông tư 343/2016/TT-BTC, as data."""

    number: str
    title: str
    """The title, with {period} where the period stands."""
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    group: str = ""
    """What it is about, in words: "thực hiện", "quyết toán"."""
    kind: str = ""
    """The key of the kind of publication that makes it public: "budget_quarter"."""
    basis: str = ""
    confidence: str = ""

    @property
    def symbol(self) -> str:
        """Return what stands at the head of the form: "Biểu số 113/CK TC-NSNN"."""
        return f"Biểu số {self.number}/CK TC-NSNN"

    @property
    def is_verified(self) -> bool:
        """Tell whether its rows and columns were read in a source; otherwise the screen says "chưa kiểm chứng"."""
        return self.confidence.startswith("found")

    @cached_property
    def row_of(self) -> Mapping[str, FormRow]:
        """Return the rows by key."""
        return {row.key: row for row in self.rows}

    @cached_property
    def column_of(self) -> Mapping[str, FormColumn]:
        """Return the columns by key."""
        return {column.key: column for column in self.columns}

    def is_used(self, row: FormRow, column: FormColumn) -> bool:
        """Tell whether a row has a figure in a column."""
        return not row.columns or column.key in row.columns

    def is_computed(self, row: FormRow, column: FormColumn) -> bool:
        """Tell whether a cell is a sum or a percentage, so that a figure of its own is only compared with it."""
        return bool(row.sum or column.sum or column.percent)


@dataclass(frozen=True)
class BudgetForm:
    """One form of one period as it is kept: the figures typed or imported, also those of computed cells."""

    form: str
    """The number of its template: "113"."""
    period: str
    """The code of its period: 2022-Q3, 2022-Y."""
    cells: tuple[tuple[str, str], ...] = ()
    """Figures as ("row/column", whole number); a computed cell has one only where a sheet gave it."""
    decision_number: str = ""
    decided_on: date | None = None
    explanation: str = ""
    source_name: str = ""
    id: int = 0
    uuid: str = ""

    @cached_property
    def amounts(self) -> Amounts:
        """Return the figures by cell."""
        return {_cell(key): int(value) for key, value in self.cells}


class BudgetFormStore(Store[BudgetForm], Protocol):
    """The forms, newest period first, then by number."""

    def of(self, form: str, period: str) -> BudgetForm | None:
        """Return one form of one period, or None."""
        ...


@dataclass(frozen=True)
class Mismatch:
    """A cell whose own figure is not what its parts come to."""

    row: FormRow
    column: FormColumn
    given: int
    computed: int


def period_words(period: Period) -> str:
    """Return the months over which the figures of a form add up: "quý I năm 2022", "9 tháng năm 2022"."""
    if period.month:
        return turn_words(period.code)
    return so_far_words(turn_code(Recurrence.QUARTER, period.year, period.last_month))


def kept(amounts: Amounts) -> tuple[tuple[str, str], ...]:
    """Return figures as a form keeps them."""
    return tuple((f"{row}/{column}", str(value)) for (row, column), value in amounts.items())


def filled(template: FormTemplate, amounts: Amounts) -> dict[Cell, int]:
    """Return every cell that has a figure: a given one as it is given, the others computed; nothing is corrected."""
    sheet = _Sheet(template, amounts)
    found = ((cell, sheet.value(cell)) for cell in cells(template))
    return {cell: value for cell, value in found if value is not None}


def mismatches(template: FormTemplate, amounts: Amounts) -> list[Mismatch]:
    """Return the computed cells whose given figure differs from what the figures beside and below come to."""
    sheet = _Sheet(template, amounts)
    found = []
    for row_key, column_key in cells(template):
        row, column = template.row_of[row_key], template.column_of[column_key]
        given = amounts.get((row_key, column_key))
        for computed in sheet.computed((row_key, column_key)) if given is not None else ():
            if given is not None and abs(given - computed) > (_CLOSE if column.percent else 0):
                found.append(Mismatch(row, column, given, computed))
                break
    return found


def cells(template: FormTemplate) -> Iterator[Cell]:
    """Yield the cells of a form, row by row."""
    for row in template.rows:
        for column in template.columns:
            if template.is_used(row, column):
                yield row.key, column.key


def percentage(part: int, whole: int) -> int | None:
    """Return `part` of `whole` in hundredths of a percent, rounded half up; None of nothing."""
    if not whole:
        return None
    return (2 * 10_000 * part + whole) // (2 * whole)


class _Sheet:
    """The figures of one form with their sums, each computed once."""

    def __init__(self, template: FormTemplate, amounts: Amounts) -> None:
        self._template, self._amounts = template, amounts
        self._known: dict[Cell, int | None] = {}

    def value(self, cell: Cell) -> int | None:
        """Return the figure given for a cell, or else the first that it can be computed as."""
        if cell not in self._known:
            self._known[cell] = self._amounts[cell] if cell in self._amounts else next(self.computed(cell), None)
        return self._known[cell]

    def computed(self, cell: Cell) -> Iterator[int]:
        """Yield what a cell comes to: down its rows, and across its columns."""
        row, column = self._template.row_of[cell[0]], self._template.column_of[cell[1]]
        if column.percent:
            part, whole = (self.value((row.key, key)) for key in column.percent)
            share = None if part is None or whole is None else percentage(part, whole)
            yield from () if share is None else (share,)
            return
        yield from self._sum([_part(key, lambda name: (name, column.key)) for key in row.sum])
        yield from self._sum([_part(key, lambda name: (row.key, name)) for key in column.sum])

    def _sum(self, parts: list[tuple[Cell, int]]) -> Iterator[int]:
        known = [sign * value for part, sign in parts if (value := self.value(part)) is not None]
        if known:
            yield sum(known)


def _part(key: str, cell: Callable[[str], Cell]) -> tuple[Cell, int]:
    return cell(key.removeprefix("-")), -1 if key.startswith("-") else 1


def _cell(key: str) -> Cell:
    row, _, column = key.partition("/")
    return row, column
