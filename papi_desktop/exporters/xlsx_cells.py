"""Cells of a workbook: real numbers and dates with Vietnamese formats, and text that can never become a formula."""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.documents import CellKind, RowKind, Value
from papi_desktop.exporters.plain import clean, short_date

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles import NamedStyle

FONT: Final = "Times New Roman"
SIZE: Final = 12
TITLE: Final = "PAPI tiêu đề"
SUBTITLE: Final = "PAPI phụ đề"
HEADER: Final = "PAPI đầu bảng"
BAND: Final = "PAPI nhóm"
NOTE: Final = "PAPI ghi chú"
_FIRST_DAY: Final = date(1900, 3, 1)
"""Spreadsheets count days wrongly before this one."""
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "'")
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ALIGN: Final = {CellKind.TEXT: "left", CellKind.CENTRED: "center", CellKind.DATE: "center"}
_FORMATS: Final = {CellKind.RATE: "#,##0.00", CellKind.CHANGE: "+#,##0;−#,##0;0"}
_LONGEST: Final = 32_767


def add_styles(book: "Workbook") -> None:
    """Give the workbook its named styles, and Times New Roman 12 as the type of every cell."""
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    plain = Font(name=FONT, size=SIZE)
    book._named_styles["Normal"].font = plain  # type: ignore[attr-defined]
    book._fonts = IndexedList([plain])  # type: ignore[attr-defined]
    for style in _styles():
        book.add_named_style(style)


def row_style(kind: CellKind, row: RowKind) -> str:
    """Return the name of the style of a cell."""
    return f"PAPI {kind.value}" + (" cộng" if row.is_bold else "")


def put(cell: "Cell | MergedCell", value: Value, kind: CellKind, style: str) -> None:
    """Write one value into one cell; text stays text whatever it begins with."""
    cell.style = style
    if value is None:
        return
    if isinstance(value, str):
        put_text(cell, value)
    elif isinstance(value, date):
        _put_date(cell, value)
    else:
        _put_number(cell, value, kind)


def put_text(cell: "Cell | MergedCell", text: str) -> None:
    """Write text that no program takes for a formula, an error or a number."""
    text = _ESCAPE.sub("_x005F_", clean(text))[:_LONGEST]
    if not text:
        return
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True


def _put_date(cell: "Cell | MergedCell", day: date) -> None:
    if day < _FIRST_DAY:
        put_text(cell, short_date(day))
        return
    cell.value = day
    cell.number_format = "dd/mm/yyyy"


def _put_number(cell: "Cell | MergedCell", number: int | Decimal, kind: CellKind) -> None:
    if kind is CellKind.PERCENT:
        cell.value = number / Decimal(100)
        cell.number_format = "0%" if number == int(number) else "0.0%"
        return
    cell.value = number
    if kind in _FORMATS:
        cell.number_format = _FORMATS[kind]
        return
    cell.number_format = "#,##0" if number == int(number) else "#,##0.##"


def _styles() -> "list[NamedStyle]":
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    side = Side(style="thin", color="000000")
    grid = Border(left=side, right=side, top=side, bottom=side)
    bold, plain = Font(name=FONT, size=SIZE, bold=True), Font(name=FONT, size=SIZE)

    def grey(colour: str) -> PatternFill:
        return PatternFill("solid", start_color=colour, end_color=colour)

    def style(name: str, font: Font, across: str, down: str = "center", **more: object) -> NamedStyle:
        alignment = Alignment(horizontal=across, vertical=down, wrap_text=True)
        return NamedStyle(name, font=font, alignment=alignment, **more)  # type: ignore[arg-type]

    cells = [
        style(row_style(kind, row), bold if row.is_bold else plain, _ALIGN.get(kind, "right"), border=grid)
        for kind in CellKind
        for row in (RowKind.PLAIN, RowKind.TOTAL)
    ]
    return [
        *cells,
        style(TITLE, Font(name=FONT, size=14, bold=True), "center", "center"),
        style(SUBTITLE, Font(name=FONT, size=13, italic=True), "center", "center"),
        style(HEADER, bold, "center", "center", border=grid, fill=grey("DBDBDB")),
        style(BAND, bold, "left", border=grid, fill=grey("F0F0F0")),
        style(NOTE, Font(name=FONT, size=SIZE, italic=True), "left"),
    ]
