"""How wide the columns of a printed table are: their shares, widened until no word or number breaks."""

from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.documents import CellKind, Column, Row, RowKind, Table
from papi_desktop.exporters.balance import PADDING, shortened
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.plain import clean, shown
from papi_desktop.exporters.wrap import longest_word, width

_SMALLEST: Final = 7.5
_SAMPLE: Final = 60
_SQUEEZED: Final = 0.75
"""A column that gets less than this part of its share has too little room to read: one word a line."""
_SHORT: Final = 4
"""A text of so many words at most, as a field or a standing, is read at a glance: it is not set one word a line."""
_UNBROKEN: Final = frozenset(set(CellKind) - {CellKind.TEXT, CellKind.CENTRED})


@dataclass(frozen=True)
class Columns:
    """The widths of a table's columns in pt, and the size of type they are made for."""

    widths: tuple[float, ...]
    size: float

    @property
    def room(self) -> float:
        """Return the width of the whole table."""
        return sum(self.widths)


def type_size(columns: int, room: float) -> float:
    """Return the size in pt that reads well in a table of so many columns on `room` pt of paper."""
    each = room / max(columns, 1)
    return 12.0 if each > 85 else 11.0 if each > 66 else 10.0 if each > 48 else 9.0


def fitted(table: Table, room: float, scale: float = 1.0) -> Columns:
    """Return widths that fill `room` pt, and the largest comfortable type (times `scale`) in which nothing breaks.

    Where columns would be squeezed, addresses break, and type larger than usual becomes smaller. In usual type short
    texts take two lines at most where there is room; in larger type that would break the names beside them.
    """
    usual = type_size(len(table.columns), room)
    size = round(2 * scale * usual) / 2
    texts, shares = _texts(table), [column.width for column in table.columns]
    tidy = _tidy(table.columns, texts, size, shares, room) if size <= usual else []
    least = tidy or _least(table.columns, texts, size, shares, room)
    while size > _SMALLEST and (sum(least) > room or (size > usual and _is_squeezed(shares, least, room))):
        size -= 0.5
        least = _least(table.columns, texts, size, shares, room)
    widths = _shared(shares, least, room)
    return Columns(tuple(shortened(widths, least, _lengths(table, size))), size)


def _is_squeezed(shares: list[float], least: list[float], room: float) -> bool:
    whole = sum(shares)
    pairs = zip(_shared(shares, least, room), shares, strict=True)
    return any(wide < _SQUEEZED * room * share / whole for wide, share in pairs)


def _lengths(table: Table, size: float) -> list[list[float]]:
    """Return how long the texts of some rows, taken evenly from the whole table, are in one line."""
    plain = [row for row in table.rows if row.kind is not RowKind.BAND]
    every = len(plain) // _SAMPLE + 1
    return [_line_lengths(row, table.columns, size) for row in plain[::every]]


def _line_lengths(row: Row, columns: tuple[Column, ...], size: float) -> list[float]:
    texts = (shown(value, column.kind) for value, column in zip(row.cells, columns, strict=True))
    face = Face.BOLD if row.kind.is_bold else Face.REGULAR
    return [width(text, face, size) for text in texts]


def _texts(table: Table) -> list[set[str]]:
    texts: list[set[str]] = [set() for _ in table.columns]
    for row in table.rows:
        if row.kind is not RowKind.BAND:
            for seen, column, value in zip(texts, table.columns, row.cells, strict=False):
                text = shown(value, column.kind)
                is_name = column.of_names and row.kind is RowKind.PLAIN
                seen.update((text,) if is_name or not column.of_names else text.split())
    return texts


def _tidy(
    columns: tuple[Column, ...], texts: list[set[str]], size: float, shares: list[float], room: float
) -> list[float]:
    """Return the least widths in which also short texts take two lines; nothing where there is no room for that."""
    least = [_least_of(column, seen, size, halved=True) for column, seen in zip(columns, texts, strict=True)]
    return [] if sum(least) > room or _is_squeezed(shares, least, room) else least


def _least(
    columns: tuple[Column, ...], texts: list[set[str]], size: float, shares: list[float], room: float
) -> list[float]:
    """Return the least widths, with addresses whole where that squeezes no other column."""
    least = [_least_of(column, seen, size) for column, seen in zip(columns, texts, strict=True)]
    if not _is_squeezed(shares, least, room):
        return least
    return [_least_of(column, seen, size, broken=True) for column, seen in zip(columns, texts, strict=True)]


def _least_of(column: Column, texts: set[str], size: float, halved: bool = False, broken: bool = False) -> float:
    mark = width(clean(column.mark), Face.ITALIC, size)
    heading = max(longest_word(clean(column.heading), Face.BOLD, size), mark)
    if column.of_names:
        widest = max((_halved(text, size) for text in texts), default=0.0)
    elif column.kind in _UNBROKEN:
        widest = max((width(text, Face.BOLD, size) for text in texts), default=0.0)
    else:
        short = [text for text in texts if halved and len(text.split()) <= _SHORT]
        widest = max((longest_word(text, Face.BOLD, size, broken) for text in texts), default=0.0)
        widest = max(widest, *(_halved(text, size) for text in short), 0.0)
    return min(max(heading, widest), 12 * size) + 2 * PADDING + 0.5


def _halved(text: str, size: float) -> float:
    """Return the width in which a text takes two lines."""
    words = text.split()
    halves = ((" ".join(words[:half]), " ".join(words[half:])) for half in range(1, len(words) + 1))
    return min((max(width(each, Face.BOLD, size) for each in pair) for pair in halves), default=0.0)


def _shared(shares: list[float], least: list[float], room: float) -> list[float]:
    if sum(least) >= room:
        return [part * room / sum(least) for part in least]
    fixed: dict[int, float] = {}
    while True:
        free = room - sum(fixed.values())
        whole = sum(share for index, share in enumerate(shares) if index not in fixed)
        widths = [fixed.get(index, share * free / whole if whole else 0.0) for index, share in enumerate(shares)]
        narrow = {index: least[index] for index, wide in enumerate(widths) if wide < least[index] - 1e-6}
        if not narrow:
            return widths
        fixed |= narrow
