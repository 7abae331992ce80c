"""Tables on PDF pages: a header on each page, rows that are never split, type that never breaks a number."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.documents import CellKind, Row, RowKind, Table
from papi_desktop.exporters.balance import PADDING
from papi_desktop.exporters.columns import Columns, fitted
from papi_desktop.exporters.flow import Slab
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.plain import shown
from papi_desktop.exporters.styles import BAND_GREY, CELL_ALIGN, Align
from papi_desktop.exporters.table_header import header_slab
from papi_desktop.exporters.wrap import width, wrap

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_AIR: Final = 3.0
"""White space above and below the text of a cell, in pt; less in a table that is set close."""
_RULE: Final = 0.5
_HANDFUL: Final = 5
"""So many plain rows at least stand on the last page of a table, with what comes after them."""


@dataclass(frozen=True)
class Cell:
    """The wrapped text of one cell, and where it stands."""

    left: float
    room: float
    lines: list[str]
    align: Align


@dataclass(frozen=True)
class Strip:
    """One row ready to draw."""

    cells: list[Cell]
    face: Face
    size: float
    grey: float = 1.0
    middle: bool = False
    air: float = _AIR

    @property
    def leading(self) -> float:
        """Return the height of a line of text."""
        return self.size * 1.18

    @property
    def depth(self) -> int:
        """Return the number of lines of the tallest cell."""
        return max((len(cell.lines) for cell in self.cells), default=1)

    @property
    def height(self) -> float:
        """Return the height of the row."""
        return self.depth * self.leading + 2 * self.air

    def paint(self, canvas: "Canvas", left: float, top: float) -> None:
        """Draw the row's ground, its text and its rules."""
        if self.grey < 1:
            canvas.setFillGray(self.grey)
            canvas.rect(left, top - self.height, sum(cell.room for cell in self.cells), self.height, stroke=0, fill=1)
            canvas.setFillGray(0)
        self._write(canvas, left, top)
        self._rule(canvas, left, top)

    def _write(self, canvas: "Canvas", left: float, top: float) -> None:
        text = canvas.beginText()
        text.setFont(self.face.value, self.size)
        for cell in self.cells:
            y = top - self.air - self.leading / 2 - self.size * 0.34
            if self.middle:
                y -= (self.depth - len(cell.lines)) * self.leading / 2
            for line in cell.lines:
                text.setTextOrigin(left + cell.left + self._shift(cell, line), y)
                text.textOut(line)
                y -= self.leading
        canvas.drawText(text)

    def _shift(self, cell: Cell, line: str) -> float:
        if cell.align is Align.LEFT:
            return PADDING
        spare = cell.room - 2 * PADDING - width(line, self.face, self.size)
        return PADDING + spare * (0.5 if cell.align is Align.CENTRE else 1.0)

    def _rule(self, canvas: "Canvas", left: float, top: float) -> None:
        right, bottom = left + sum(cell.room for cell in self.cells), top - self.height
        edges = [left + cell.left for cell in self.cells] + [right]
        canvas.setLineWidth(_RULE)
        canvas.lines([(x, top, x, bottom) for x in edges] + [(left, y, right, y) for y in (top, bottom)])


def joined(table: Table, columns: Columns, depth: float) -> list[bool]:
    """Tell of each row whether it stays on one page, of `depth` pt, with the next.

    The first does, what stands over the rows below it, what stands before a total, and the rows at the end.
    """
    ending, kinds = _ending(table, columns, depth), [row.kind for row in table.rows]
    kept = [
        index == 0 or index >= ending or _is_tied(kind, below) for index, (kind, below) in enumerate(pairwise(kinds))
    ]
    return [*kept, *([False] if kinds else [])]


def _is_tied(kind: RowKind, below: RowKind) -> bool:
    """Tell whether a row belongs to the one below it; a sum over another sum of its rank has no rows of its own."""
    leads = kind is RowKind.LEAD and below is not RowKind.LEAD
    return kind is RowKind.BAND or leads or below is RowKind.TOTAL


def _ending(table: Table, columns: Columns, depth: float) -> int:
    """Return from which row on a table stays on one page: a handful of plain rows, or fewer when they are tall."""
    height, plain, last = 0.0, 0, len(table.rows) - 1
    for index in range(last, -1, -1):
        height += _strip(table.rows[index], table, columns).height
        plain += table.rows[index].kind is RowKind.PLAIN
        if plain > _HANDFUL or height > depth / 3:
            return min(index + 1, last - 1)
    return 0


def is_short(slabs: Iterable[Slab], depth: float) -> bool:
    """Tell whether a table stays on one page: one of more than a quarter page would leave too much of one white."""
    return sum(slab.height for slab in slabs) < depth / 4


def short_table_slabs(
    table: Table, room: float, depth: float, step: Callable[[], None], scale: float = 1.0
) -> Iterator[Slab]:
    """Yield a table like `table_slabs`, all of it on one page when it takes little of one."""
    slabs = list(table_slabs(table, room, depth, step, scale))
    together = is_short(slabs, depth)
    for index, slab in enumerate(slabs):
        yield replace(slab, stays=slab.stays or (together and index < len(slabs) - 1))


def table_slabs(
    table: Table, room: float, depth: float, step: Callable[[], None], scale: float = 1.0, air: float = _AIR
) -> Iterator[Slab]:
    """Yield a table's header and rows for pages of `room` by `depth` pt; `step` is called once a row.

    Its type is `scale` times the usual, or as large as fits; `air` pt are left free above and below it in each cell.
    """
    columns = fitted(table, room, scale)
    header = header_slab(table, columns)
    yield header
    for row, is_joined in zip(table.rows, joined(table, columns, depth), strict=True):
        strip = replace(_strip(row, table, columns), air=air)
        stays = row.kind is RowKind.BAND or (is_joined and strip.height < depth / 3)
        for part in _parts(strip, depth - header.height):
            yield Slab(part.height, part.paint, stays=stays, header=header)
        step()


def _strip(row: Row, table: Table, columns: Columns) -> Strip:
    if row.kind is RowKind.BAND:
        text = shown(row.cells[0], CellKind.TEXT)
        lines = wrap(text, Face.BOLD, columns.size, columns.room - 2 * PADDING)
        return Strip([Cell(0.0, columns.room, lines, Align.LEFT)], Face.BOLD, columns.size, BAND_GREY)
    face = Face.BOLD if row.kind.is_bold else Face.REGULAR
    texts = [shown(value, column.kind) for value, column in zip(row.cells, table.columns, strict=True)]
    cells = _cells(texts, [CELL_ALIGN[column.kind] for column in table.columns], columns, face)
    return Strip(cells, face, columns.size)


def _cells(texts: list[str], aligns: list[Align], columns: Columns, face: Face) -> list[Cell]:
    cells: list[Cell] = []
    left = 0.0
    for text, align, wide in zip(texts, aligns, columns.widths, strict=True):
        lines = wrap(text, face, columns.size, wide - 2 * PADDING) if text else []
        cells.append(Cell(left, wide, lines, align))
        left += wide
    return cells


def _parts(strip: Strip, depth: float) -> Iterator[Strip]:
    most = max(int((depth - 2 * strip.air) // strip.leading), 1)
    if strip.depth <= most:
        yield strip
        return
    for start in range(0, strip.depth, most):
        cells = [replace(cell, lines=cell.lines[start : start + most]) for cell in strip.cells]
        yield replace(strip, cells=cells)
