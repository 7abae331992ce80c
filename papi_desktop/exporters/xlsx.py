"""A workbook ready to print on A4: frozen and repeated headers, footers, and rows high enough for all of their text."""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.documents import Sheet, Workbook
from papi_desktop.exporters.fonts import register
from papi_desktop.exporters.plain import clean
from papi_desktop.exporters.steps import Progress, Steps
from papi_desktop.exporters.xlsx_cells import add_styles
from papi_desktop.exporters.xlsx_sheet import MARGINS_CM, fill
from papi_desktop.exporters.zipped import steady

if TYPE_CHECKING:
    import openpyxl
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.worksheet import Worksheet

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")


def workbook_xlsx(workbook: Workbook, progress: Progress | None = None) -> bytes:
    """Return the workbook as an Excel file; `progress` gets (rows done, rows in all) and may raise to stop."""
    import openpyxl

    register()
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    add_styles(book)
    _describe(book, workbook)
    step = Steps(progress, max(sum(len(sheet.table.rows) for sheet in workbook.sheets), 1))
    for sheet, name in zip(workbook.sheets, sheet_names([sheet.name for sheet in workbook.sheets]), strict=True):
        page = book.create_sheet(name)
        _set_up_page(page, sheet, clean(workbook.footer))
        for _ in fill(page, sheet):
            step()
    step.finish()
    out = BytesIO()
    book.save(out)
    return steady(out.getvalue())


def sheet_names(wanted: list[str]) -> list[str]:
    """Return names Excel accepts: not empty, ≤ 31 characters, none twice."""
    names: list[str] = []
    for index, text in enumerate(wanted, start=1):
        bare = _FORBIDDEN.sub(" ", clean(text).replace("\n", " ")).strip(" '")[:31].strip(" '") or f"Bảng {index}"
        name, again = bare, 1
        while name.casefold() in {taken.casefold() for taken in names} or name.casefold() == "history":
            again += 1
            name = f"{bare[:26].strip()} ({again})"
        names.append(name)
    return names


def _describe(book: "openpyxl.Workbook", workbook: Workbook) -> None:
    book.properties.title = clean(workbook.title)
    book.properties.creator = clean(workbook.author)
    book.properties.lastModifiedBy = clean(workbook.author)
    book.properties.language = "vi-VN"


def _set_up_page(page: "Worksheet", sheet: Sheet, footer: str) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.paperSize = 9
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.horizontalCentered = True
    for edge, centimetres in MARGINS_CM.items():
        setattr(page.page_margins, edge, centimetres / 2.54)
    page.page_margins.header = page.page_margins.footer = 0.9 / 2.54
    if page.oddFooter is not None:
        _write_footer(page.oddFooter, footer)


def _write_footer(footer: "HeaderFooterItem", text: str) -> None:
    footer.left.text = text.replace("&", "&&")[:120]
    footer.right.text = "Trang &P/&N"
    for part in (footer.left, footer.right):
        part.font, part.size = "Times New Roman,Regular", 10
