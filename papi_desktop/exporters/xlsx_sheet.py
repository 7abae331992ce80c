"""One sheet of a workbook: titles, the table with rows high enough for all of their text, and notes."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.documents import CellKind, Row, RowKind, Sheet
from papi_desktop.exporters.columns import Columns, fitted
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.pdf_table import joined
from papi_desktop.exporters.plain import clean, shown
from papi_desktop.exporters.table_header import HeaderCell, header_plan, row_heights
from papi_desktop.exporters.wrap import wrap
from papi_desktop.exporters.xlsx_cells import BAND, HEADER, NOTE, SIZE, SUBTITLE, TITLE, put, put_text, row_style

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MARGINS_CM: Final = {"left": 2.0, "right": 1.5, "top": 2.0, "bottom": 2.0}
_UNIT: Final = 6.0
"""A column's width is counted in digits of the workbook's type: 8 pixels at 96 dpi, so 6 pt."""
_LINE: Final = 15.75
"""The height of a line of Times New Roman 12 in pt, as spreadsheet programs set it."""
_AIR: Final = 4.0
_INSET: Final = 4.5
"""What a spreadsheet program keeps free at the sides of a cell, in pt."""
_HIGHEST: Final = 409.0
"""Excel knows no higher row."""
_SAFETY: Final = 0.97
"""Spreadsheet programs round the widths of letters, so lines hold a little less than measured."""
_CM: Final = 72 / 2.54


def fill(page: "Worksheet", sheet: Sheet) -> Iterator[None]:
    """Write a sheet's titles, table and notes, yielding after each row of the table."""
    columns = fitted(sheet.table, _paper_room(sheet))
    for index, wide in enumerate(columns.widths, start=1):
        page.column_dimensions[_letter(index)].width = round(wide * SIZE / columns.size / _UNIT, 2)
    line = _titles(page, sheet, columns)
    first = line
    line = _header(page, sheet, columns, line)
    starts = [line]
    for row in sheet.table.rows:
        line = _row(page, sheet, row, columns, line)
        starts.append(line)
        yield
    _break_pages(page, sheet, columns, first, starts)
    for text in sheet.notes:
        if text.strip():
            line = _across(page, clean(text), NOTE, columns, line + 1, Face.ITALIC, SIZE)


def _break_pages(page: "Worksheet", sheet: Sheet, columns: Columns, header: int, starts: list[int]) -> None:
    """Begin a page before what stays together, where a page would end inside it; all other pages end by themselves."""
    from openpyxl.worksheet.pagebreak import Break

    paper = ((21.0 if sheet.landscape else 29.7) - MARGINS_CM["top"] - MARGINS_CM["bottom"]) * _CM
    depth = paper * SIZE / columns.size
    repeated = _high(page, header, starts[0])
    used, begin = _high(page, 1, starts[0]), 0
    for index, is_joined in enumerate(joined(sheet.table, columns, paper)):
        if is_joined:
            continue
        own = [_high(page, *rows) for rows in pairwise(starts[begin : index + 2])]
        together = len(own) > 1 and begin and repeated + sum(own) <= depth
        if together and used + own[0] <= depth < used + sum(own) + _LINE:
            page.row_breaks.append(Break(id=starts[begin] - 1))
            used = repeated
        for height in own:
            used = height + (used if used + height <= depth else repeated)
        begin = index + 1


def _high(page: "Worksheet", first: int, end: int) -> float:
    return sum(page.row_dimensions[line].height or _LINE for line in range(first, end))


def _paper_room(sheet: Sheet) -> float:
    return ((29.7 if sheet.landscape else 21.0) - MARGINS_CM["left"] - MARGINS_CM["right"]) * _CM


def _titles(page: "Worksheet", sheet: Sheet, columns: Columns) -> int:
    line = 1
    for index, text in enumerate(sheet.titles):
        capitals = index == 0 or clean(text).isupper()
        style, face, size = (TITLE, Face.BOLD, 14) if capitals else (SUBTITLE, Face.ITALIC, 13)
        line = _across(page, clean(text), style, columns, line, face, size)
    return line + 1 if sheet.titles else line


def _across(page: "Worksheet", text: str, style: str, columns: Columns, line: int, face: Face, size: float) -> int:
    cell = page.cell(line, 1)
    cell.style = style
    put_text(cell, text)
    _merge(page, line, line, 1, len(columns.widths))
    lines = wrap(text, face, size * columns.size / SIZE, columns.room * _SAFETY)
    page.row_dimensions[line].height = len(lines) * _LINE * size / SIZE + _AIR
    return line + 1


def _header(page: "Worksheet", sheet: Sheet, columns: Columns, line: int) -> int:
    plan = header_plan(sheet.table.columns)
    for cell in plan.cells:
        first, last = cell.rows
        for row in range(line + first, line + last + 1):
            for index in range(cell.columns[0] + 1, cell.columns[1] + 2):
                page.cell(row, index).style = HEADER
        put_text(page.cell(line + first, cell.columns[0] + 1), cell.text)
        _merge(page, line + first, line + last, cell.columns[0] + 1, cell.columns[1] + 1)
    for index, height in enumerate(row_heights(plan, [_cell_height(cell, columns) for cell in plan.cells])):
        page.row_dimensions[line + index].height = height + (_AIR if index == 0 else 0)
    below = line + plan.rows
    page.freeze_panes = f"A{below}"
    page.print_title_rows = f"{line}:{below - 1}"
    return below


def _cell_height(cell: HeaderCell, columns: Columns) -> float:
    wide = sum(columns.widths[cell.columns[0] : cell.columns[1] + 1]) * SIZE / columns.size
    return len(wrap(cell.text, Face.BOLD, SIZE, (wide - _INSET) * _SAFETY)) * _LINE + _AIR


def _row(page: "Worksheet", sheet: Sheet, row: Row, columns: Columns, line: int) -> int:
    if row.kind is RowKind.BAND:
        return _band(page, row, columns, line)
    texts = [shown(value, column.kind) for value, column in zip(row.cells, sheet.table.columns, strict=True)]
    height = _height(texts, columns, Face.BOLD if row.kind.is_bold else Face.REGULAR)
    parts = ceil(height / _HIGHEST)
    for index, (value, column) in enumerate(zip(row.cells, sheet.table.columns, strict=True), start=1):
        style = row_style(column.kind, row.kind)
        put(page.cell(line, index), value, column.kind, style)
        for more in range(1, parts):
            page.cell(line + more, index).style = style
        _merge(page, line, line + parts - 1, index, index)
    for part in range(parts):
        page.row_dimensions[line + part].height = height / parts
    return line + parts


def _band(page: "Worksheet", row: Row, columns: Columns, line: int) -> int:
    for index in range(1, len(columns.widths) + 1):
        page.cell(line, index).style = BAND
    return _across(page, shown(row.cells[0], CellKind.TEXT), BAND, columns, line, Face.BOLD, SIZE)


def _height(texts: list[str], columns: Columns, face: Face) -> float:
    depths = (
        len(wrap(text, face, SIZE, (wide * SIZE / columns.size - _INSET) * _SAFETY))
        for text, wide in zip(texts, columns.widths, strict=True)
    )
    return max(depths, default=1) * _LINE + _AIR


def _merge(page: "Worksheet", top: int, bottom: int, left: int, right: int) -> None:
    if (top, left) != (bottom, right):
        page.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)


def _letter(index: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(index)
