"""The tables of a file with what their columns were taken for, and the columns as a person corrected them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from papi_desktop.domain.bodies import is_body, split_bodies
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import DeadlineKind
from papi_desktop.domain.text import fold, squeeze
from papi_desktop.importers.grid import Grid, SourceDocument
from papi_desktop.importers.plan_columns import Column, Header, header_at, holds_code, unused

ColumnChoice = Mapping[Column, int]
"""The position of each column that is read; a table in which no column holds the tasks is left out."""
Choices = Mapping[str, ColumnChoice]
"""What persons corrected, by the source key of the table."""

_SAMPLES: Final = 3
_ROWS_OF_KIND: Final = 20
_YEAR: Final = re.compile(r"\s*\(?\b(?:nam )?20\d\d\b\)?")
_ANY_YEAR: Final = 2000
_KINDS: Final[tuple[tuple[str, Callable[[str], bool]], ...]] = (
    ("mã", lambda text: holds_code((text,))),
    ("cơ quan", lambda text: all(map(is_body, split_bodies(text).names))),
    ("thời hạn", lambda text: read_deadline(text, _ANY_YEAR).kind is not DeadlineKind.UNREAD),
)
"""What a column may hold, as the columns of a table without headings are told apart."""
_LEAST_CELLS: Final = 3
"""A row with so many filled cells may head a table."""


@dataclass(frozen=True)
class FoundColumn:
    """One column of a table: its heading, its first cells, and what it is taken for."""

    heading: str
    samples: tuple[str, ...]
    meaning: Column | None = None


@dataclass(frozen=True)
class FoundTable:
    """One table of a file; `name` is the sheet's, empty for a table of a document."""

    source_key: str
    name: str
    rows: int
    columns: tuple[FoundColumn, ...] = field(default_factory=tuple)

    @property
    def is_read(self) -> bool:
        """Tell whether tasks are taken from it."""
        return any(column.meaning is Column.TASK for column in self.columns)


def find_header(grid: Grid, row: int, choices: Choices) -> Header | None:
    """Return the header that starts in `row`: one that a person knows, otherwise one that is guessed."""
    return _chosen_at(grid, row, choices) or header_at(grid, row)


def headless(grid: Grid, choices: Choices) -> Header | None:
    """Return what a person said of a table that begins with its first task."""
    if not choices or not grid.rows or not holds_code(grid.rows[0]):
        return None
    columns = choices.get(_headless_key(grid))
    if columns is None:
        return None
    return Header(columns, 0, grid.width, is_chosen=True)


def tables_of(document: SourceDocument, choices: Choices) -> tuple[FoundTable, ...]:
    """Return the tables of a document, those with the same headings once, the ones that are read first."""
    found: dict[str, FoundTable] = {}
    for block in document.blocks:
        if isinstance(block, Grid):
            for table in _tables(block, choices):
                found.setdefault(table.source_key, table)
    return tuple(sorted(found.values(), key=lambda table: not table.is_read))


def _source_key(headings: tuple[str, ...]) -> str:
    """Return what the tables of one source have in common: their headings, without case, accents, signs and years."""
    return without_years("|".join(fold(heading).strip(" .:*") for heading in headings))


def without_years(source_key: str) -> str:
    """Return the key of a source for every year: a province heads next year's column with next year."""
    return _YEAR.sub("", source_key)


def _headless_key(grid: Grid) -> str:
    """Return what tables without headings have in common: what kind of text stands in each column."""
    rows = [row for row in grid.rows if sum(map(bool, row)) >= _LEAST_CELLS][:_ROWS_OF_KIND]
    return "|".join(_kind_of([row[column] for row in rows]) for column in range(grid.width))


def _kind_of(texts: Sequence[str]) -> str:
    """Return the kind of text that most cells of a column hold."""
    kinds = Counter(next((kind for kind, holds in _KINDS if holds(text)), "văn bản") for text in texts if text)
    return kinds.most_common(1)[0][0] if kinds else "trống"


def _numbered(width: int) -> tuple[str, ...]:
    return tuple(f"Cột {number}" for number in range(1, width + 1))


def _chosen_at(grid: Grid, row: int, choices: Choices) -> Header | None:
    for height in (2, 1):
        if choices and row + height <= len(grid.rows):
            headings = tuple(grid.headings(row, height))
            columns = choices.get(_source_key(headings))
            if columns is not None:
                return Header(columns, height, len(headings), unused(headings, columns), headings, is_chosen=True)
    return None


def _tables(grid: Grid, choices: Choices) -> Iterator[FoundTable]:
    """Return the tables of one grid: one for each header, or the one that its first full row may head."""
    headers = _headers(grid, choices)
    first = next((number for number, row in enumerate(grid.rows) if sum(map(bool, row)) >= _LEAST_CELLS), None)
    if not headers and first is not None:
        headers = [(first, headless(grid, choices) or _possible_header(grid, first))]
    return (_table(grid, row, header) for row, header in headers)


def _headers(grid: Grid, choices: Choices) -> list[tuple[int, Header]]:
    """Return the headers of a grid with their rows; of two that follow each other at once the second holds."""
    found: list[tuple[int, Header]] = []
    free_from = 0
    for row in range(len(grid.rows)):
        header = find_header(grid, row, choices) if row >= free_from else None
        if header:
            if found and free_from == row:
                found.pop()
            found.append((row, header))
            free_from = row + header.height
    return found


def _possible_header(grid: Grid, row: int) -> Header:
    if holds_code(grid.rows[row]):
        return Header({}, 0, grid.width)
    height = 2 if any((row + 1, column) in grid.below for column in range(grid.width)) else 1
    return Header({}, height, grid.width, headings=tuple(grid.headings(row, height)))


def _table(grid: Grid, row: int, header: Header) -> FoundTable:
    meanings = {position: column for column, position in header.columns.items()}
    below = grid.rows[row + header.height :]
    headings = header.headings or _numbered(grid.width)
    columns = tuple(
        FoundColumn(heading, tuple(_samples(below, position)), meanings.get(position))
        for position, heading in enumerate(headings)
    )
    key = _source_key(header.headings) if header.headings else _headless_key(grid)
    return FoundTable(key, grid.name, len(below), columns)


def _samples(rows: tuple[tuple[str, ...], ...], position: int) -> list[str]:
    texts = dict.fromkeys(squeeze(row[position]) for row in rows if position < len(row))
    return [text for text in texts if text][:_SAMPLES]
