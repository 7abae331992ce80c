"""Reads the sheets of an Excel workbook as grids of text."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any, Final

from papi_desktop.domain.text import thousands
from papi_desktop.importers.excel_dates import shown_date
from papi_desktop.importers.grid import MAX_COLUMNS, MAX_ROWS, Grid, Position, SourceDocument, cell_text
from papi_desktop.importers.legacy_text import to_unicode

MAX_SHEETS: Final = 50
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_NO_VALUE: Final = re.compile(
    rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_NAMED: Final = 5
_EXACT: Final = 1e15
"""Whole numbers below this are exact in a workbook; sums of money may be long."""
_DECIMALS: Final = re.compile(r"^0\.(0+)$")


def read_workbook(content: bytes, of_amounts: bool = False) -> SourceDocument:
    """Read every visible sheet; formulas as their last values, dates as dd/mm/yyyy.

    Where sheets are `of_amounts`, no decimal point of a number can be taken for one between thousands.
    """
    import openpyxl

    workbook = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in workbook.worksheets[:MAX_SHEETS] if sheet.sheet_state == "visible"]
    with zipfile.ZipFile(BytesIO(content)) as package:
        xml = _xml_of(sheets, package)
    grids = tuple(_grid(sheet, xml[sheet.title], of_amounts) for sheet in sheets)
    remarks = (*_passed_over(workbook.worksheets, sheets), *_cut_off(grids), *_without_value(xml))
    return SourceDocument(grids, remarks)


def _xml_of(sheets: Sequence[Any], package: zipfile.ZipFile) -> dict[str, bytes]:
    return {sheet.title: package.read(sheet._worksheet_path) for sheet in sheets}


def _without_value(xml: Mapping[str, bytes]) -> Iterator[str]:
    """Name the formulas that were written by a program which never worked them out."""
    for name, content in xml.items():
        cells = [cell.decode() for cell in _NO_VALUE.findall(content)]
        if cells:
            listed = ", ".join(cells[:_NAMED]) + (f" và {len(cells) - _NAMED} ô khác" if len(cells) > _NAMED else "")
            yield (
                f"Trang tính “{name}”: ô {listed} là công thức chưa có giá trị nên để trống. "
                "Hãy mở tệp bằng Excel, ghi lại rồi nạp lại."
            )


def _cut_off(grids: Sequence[Grid]) -> Iterator[str]:
    for grid in grids:
        if len(grid.rows) == MAX_ROWS:
            yield f"Trang tính “{grid.name}” rất dài; chỉ đọc {thousands(MAX_ROWS)} dòng đầu."


def _passed_over(all_sheets: Sequence[Any], read: Sequence[Any]) -> Iterator[str]:
    hidden = [sheet.title for sheet in all_sheets[:MAX_SHEETS] if sheet not in read]
    if hidden:
        yield f"Trang tính ẩn không được đọc: {', '.join(hidden)}."
    if len(all_sheets) > MAX_SHEETS:
        yield f"Tệp có {len(all_sheets)} trang tính; chỉ đọc {MAX_SHEETS} trang đầu."


def _grid(sheet: Any, xml: bytes, of_amounts: bool) -> Grid:
    sheet.reset_dimensions()
    cells = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    rows = [[_text(cell, of_amounts) for cell in row] for row in islice(cells, MAX_ROWS)]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((column + 1 for row in rows for column, text in enumerate(row) if text), default=0)
    rows = [(row + [""] * width)[:width] for row in rows]
    below, beside = _spread(rows, width, xml)
    return Grid(tuple(map(tuple, rows)), sheet.title, below, beside)


def _spread(rows: list[list[str]], width: int, xml: bytes) -> tuple[frozenset[Position], frozenset[Position]]:
    """Repeat the text of cells merged downwards; return the positions merged with the cell above and on the left."""
    below, beside = set[Position](), set[Position]()
    for first_row, first_column, last_row, last_column in _merged_ranges(xml):
        for row in range(first_row, min(last_row + 1, len(rows))):
            if row > first_row and first_column < width:
                rows[row][first_column] = rows[first_row][first_column]
                below.add((row, first_column))
            beside.update((row, column) for column in range(first_column + 1, min(last_column + 1, width)))
    return frozenset(below), frozenset(beside)


def _merged_ranges(xml: bytes) -> Iterator[tuple[int, int, int, int]]:
    for left, top, right, bottom in _MERGED.findall(xml):
        yield int(top) - 1, _column(left), int(bottom) - 1, _column(right)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _text(cell: Any, of_amounts: bool) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return shown_date(value, cell.number_format)
    if isinstance(value, float):
        return _amount(value) if of_amounts else _number(value, cell.number_format)
    return cell_text(to_unicode(str(value), cell.font.name))


def _amount(value: float) -> str:
    """Write every digit that a workbook keeps; 123.456 as 123.4560, which nobody reads as thousands."""
    text = _number(value, "")
    return f"{text}0" if re.search(r"\.\d{3}$", text) else text


def _number(value: float, number_format: str) -> str:
    decimals = _DECIMALS.match(number_format)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    return str(int(value)) if value.is_integer() and abs(value) < _EXACT else f"{value:.15g}"
