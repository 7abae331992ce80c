"""The header of a printed table: one row of headings, or headings under those of groups, with marks below them."""

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.documents import Column, Table
from papi_desktop.exporters.balance import PADDING
from papi_desktop.exporters.columns import Columns
from papi_desktop.exporters.flow import Slab
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.plain import clean
from papi_desktop.exporters.styles import HEADER_GREY
from papi_desktop.exporters.titles import wrap_heading
from papi_desktop.exporters.wrap import width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_ABOVE: Final = 3.0
_RULE: Final = 0.5


@dataclass(frozen=True)
class HeaderCell:
    """One cell of a header of up to three rows: what it says, and the columns and rows it covers, both ends."""

    text: str
    columns: tuple[int, int]
    rows: tuple[int, int]
    is_mark: bool = False


@dataclass(frozen=True)
class HeaderPlan:
    """All cells of a header and how many rows it has."""

    cells: tuple[HeaderCell, ...]
    rows: int


def header_plan(columns: tuple[Column, ...]) -> HeaderPlan:
    """Return where each heading stands: groups over their columns, marks in a last row."""
    deep = 1 if any(column.group for column in columns) else 0
    cells: list[HeaderCell] = []
    for group, numbered in groupby(enumerate(columns), key=lambda each: each[1].group):
        own = list(numbered)
        if group:
            cells.append(HeaderCell(clean(group), (own[0][0], own[-1][0]), (0, 0)))
        first = 1 if group else 0
        cells += [HeaderCell(clean(column.heading), (index, index), (first, deep)) for index, column in own]
    if not any(column.mark for column in columns):
        return HeaderPlan(tuple(cells), deep + 1)
    marks = (
        HeaderCell(clean(column.mark), (index, index), (deep + 1, deep + 1), is_mark=True)
        for index, column in enumerate(columns)
    )
    return HeaderPlan((*cells, *marks), deep + 2)


def row_heights(plan: HeaderPlan, needed: list[float]) -> list[float]:
    """Return the height of each row of a header whose cells, in order, need so much."""
    heights = [0.0] * plan.rows
    pairs = sorted(zip(plan.cells, needed, strict=True), key=lambda each: each[0].rows[1] - each[0].rows[0])
    for cell, need in pairs:
        first, last = cell.rows
        heights[first] += max(0.0, need - sum(heights[first : last + 1]))
    return heights


def header_slab(table: Table, columns: Columns) -> Slab:
    """Return the header as a piece of a page, to be repeated on each."""
    plan, size = header_plan(table.columns), columns.size
    leading = size * 1.18
    edges = [sum(columns.widths[:index]) for index in range(len(columns.widths) + 1)]
    lines = [_lines(cell, edges, size) for cell in plan.cells]
    heights = row_heights(plan, [len(each) * leading + 2 * _ABOVE for each in lines])

    def paint(canvas: "Canvas", left: float, top: float) -> None:
        for cell, texts in zip(plan.cells, lines, strict=True):
            first, last = cell.rows
            down, high = sum(heights[:first]), sum(heights[first : last + 1])
            begin, end = edges[cell.columns[0]], edges[cell.columns[1] + 1]
            _box(canvas, left + begin, top - down - high, end - begin, high)
            face = Face.ITALIC if cell.is_mark else Face.BOLD
            y = top - down - (high - len(texts) * leading) / 2 - leading / 2 - size * 0.34
            for text in texts:
                canvas.setFont(face.value, size)
                canvas.drawString(left + begin + (end - begin - width(text, face, size)) / 2, y, text)
                y -= leading

    return Slab(sum(heights), paint, gap=6.0, stays=True)


def _lines(cell: HeaderCell, edges: list[float], size: float) -> list[str]:
    room = edges[cell.columns[1] + 1] - edges[cell.columns[0]] - 2 * PADDING
    return wrap_heading(cell.text, Face.ITALIC if cell.is_mark else Face.BOLD, size, room) if cell.text else []


def _box(canvas: "Canvas", left: float, bottom: float, wide: float, high: float) -> None:
    canvas.setLineWidth(_RULE)
    canvas.setFillGray(HEADER_GREY)
    canvas.rect(left, bottom, wide, high, stroke=1, fill=1)
    canvas.setFillGray(0)
