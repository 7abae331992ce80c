"""Workbooks: real numbers and dates, no formula from data, ready to print, and every line visible in LibreOffice."""

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from papi_desktop.domain.documents import CellKind, Column, Row, RowKind, Sheet, Table, Value, Workbook
from papi_desktop.domain.errors import Cancelled
from papi_desktop.exporters.plain import clean, shown
from papi_desktop.exporters.xlsx import sheet_names, workbook_xlsx
from tests.exporters.reading import flat, libre_office, page_texts, pages
from tests.exporters.samples import EVERY_LETTER, workbook

KINDS = (CellKind.TEXT, CellKind.NUMBER, CellKind.PERCENT, CellKind.MONEY, CellKind.DATE, CellKind.CENTRED)

LOOKS_LIKE_MORE = ("=1+1", "+84 912", "-5", "@ai", "=HYPERLINK(1)", "#N/A", "'nháy", "1e5", "TRUE")


def one_sheet(*rows: Row, kinds: tuple[CellKind, ...] = KINDS, notes: tuple[str, ...] = ()) -> Workbook:
    table = Table(tuple(Column(f"Cột {kind.value}", 1, kind) for kind in kinds), rows)
    return Workbook("Sổ", "Ủy ban nhân dân xã An Bình", (Sheet("Bảng", ("SỔ",), table, notes),), "mã & số 7f3a")


def opened(book: Workbook) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(workbook_xlsx(book)))


def first_sheet(book: Workbook) -> Worksheet:
    return opened(book).worksheets[0]


def written(*texts: str) -> list[str]:
    """Return what a reader finds in the cells that hold `texts`."""
    sheet = first_sheet(one_sheet(*(Row((text,)) for text in texts), kinds=(CellKind.TEXT,)))
    cells = [sheet.cell(4 + index, 1) for index in range(len(texts))]
    assert [cell.data_type for cell in cells if cell.value is not None] == ["s"] * sum(map(bool, map(clean, texts)))
    return [as_excel_reads(str(cell.value or "")) for cell in cells]


def as_excel_reads(text: str) -> str:
    """Decode _xHHHH_ as Excel and LibreOffice do (ECMA-376 part 1, 22.9.2.19); openpyxl leaves it as it stands."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def test_a_change_is_a_number_that_shows_its_sign() -> None:
    sheet = first_sheet(one_sheet(*(Row((change,)) for change in (2, -5, 0)), kinds=(CellKind.CHANGE,)))
    assert [sheet.cell(line, 1).value for line in (4, 5, 6)] == [2, -5, 0]
    assert sheet.cell(4, 1).number_format == "+#,##0;−#,##0;0"
    assert [shown(change, CellKind.CHANGE) for change in (2, -5, 0)] == ["+2", "−5", "0"]


def test_numbers_and_dates_are_real() -> None:
    row = Row(("Chữ", 12, Decimal("67.9"), 186_400_000, date(2026, 9, 5), "2.3"))
    cells = [first_sheet(one_sheet(row)).cell(4, column) for column in range(1, 7)]
    values: list[Value | datetime | float] = ["Chữ", 12, pytest.approx(0.679), 186_400_000, datetime(2026, 9, 5), "2.3"]
    assert [cell.value for cell in cells] == values
    assert [cell.number_format for cell in cells] == ["General", "#,##0", "0.0%", "#,##0", "dd/mm/yyyy", "General"]


def test_nothing_stays_an_empty_cell() -> None:
    sheet = first_sheet(one_sheet(Row((None,) * 6)))
    assert [sheet.cell(4, column).value for column in range(1, 7)] == [None] * 6


def test_days_before_spreadsheets_count_right_are_text() -> None:
    row = Row(("", None, None, None, date(1899, 5, 19), ""))
    assert first_sheet(one_sheet(row)).cell(4, 5).value == "19/05/1899"


@pytest.mark.parametrize("text", LOOKS_LIKE_MORE)
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    assert written(text) == [text]


def test_text_that_looks_like_an_escaped_letter_is_written_so_that_excel_shows_it() -> None:
    with ZipFile(BytesIO(workbook_xlsx(one_sheet(Row(("_x0041_",)), kinds=(CellKind.TEXT,))))) as archive:
        assert b"_x005F_x0041_" in archive.read("xl/worksheets/sheet1.xml")


def test_text_that_could_become_a_formula_when_edited_is_quoted() -> None:
    sheet = first_sheet(one_sheet(Row(("=1+1",)), Row(("bình thường",)), kinds=(CellKind.TEXT,)))
    assert [sheet.cell(row, 1).quotePrefix for row in (4, 5)] == [True, False]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=20, max_size=20))
@example(["_x0000_", "_x005F_", "_x0041_x0042_", "a_x000a_b", "__x0041_", "_x005F_x0041_"])
def test_any_text_comes_back_equal_and_is_never_a_formula(texts: list[str]) -> None:
    assert written(*texts) == [clean(text) for text in texts]


@given(st.lists(st.text(max_size=50), max_size=8))
def test_sheet_names_are_what_excel_takes(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len(names) == len({name.casefold() for name in names})
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert all(name == name.strip(" '") for name in names)


def test_the_header_is_frozen_and_repeated_and_the_page_is_a4() -> None:
    sheet = first_sheet(one_sheet(Row(("", 1, 1, 1, None, ""))))
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$3:$3")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


def test_the_footer_has_the_mark_and_the_page_of_the_pages() -> None:
    footer = first_sheet(one_sheet()).oddFooter
    assert footer is not None
    assert (footer.left.text, footer.right.text) == ("mã && số 7f3a", "Trang &P/&N")


def test_every_cell_is_set_in_times_new_roman() -> None:
    for sheet in opened(workbook()).worksheets:
        assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {"Times New Roman"}


def test_bands_span_the_table_and_totals_are_bold() -> None:
    rows = (Row(("Nội dung 1",), RowKind.BAND), Row(("Cộng", 1, 1, 1, None, ""), RowKind.TOTAL))
    sheet = first_sheet(one_sheet(*rows))
    assert "A4:F4" in {str(area) for area in sheet.merged_cells.ranges}
    assert sheet.cell(5, 1).font.b
    assert sheet.cell(5, 4).number_format == "#,##0"


def test_a_row_higher_than_excel_allows_goes_on_in_merged_rows() -> None:
    sheet = first_sheet(one_sheet(Row(("dài " * 900, 1, 1, 1, None, ""))))
    tall = next(area for area in sheet.merged_cells.ranges if str(area).startswith("A4:A"))
    heights = [sheet.row_dimensions[row].height or 0 for row in range(4, tall.max_row + 1)]
    assert len(heights) > 1
    assert max(heights) <= 409


def test_the_properties_name_the_issuer_and_no_person() -> None:
    facts = opened(one_sheet()).properties
    assert (facts.creator, facts.lastModifiedBy) == ("Ủy ban nhân dân xã An Bình",) * 2
    assert facts.title == "Sổ"


def test_the_same_workbook_gives_the_same_bytes() -> None:
    assert workbook_xlsx(workbook()) == workbook_xlsx(workbook())


def test_there_is_no_formula_in_the_file() -> None:
    with ZipFile(BytesIO(workbook_xlsx(workbook()))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert sheets
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_a_listener_can_stop_the_work() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        workbook_xlsx(workbook(), stop)


def test_libre_office_prints_every_word_of_the_workbook(tmp_path: Path) -> None:
    book = workbook()
    hard = Row(("=1+1", 5, Decimal("12.5"), 1_234_567, date(2026, 9, 5), EVERY_LETTER))
    book = replace(book, sheets=(*book.sheets, one_sheet(hard, notes=("Ghi chú cuối",)).sheets[0]))
    source = tmp_path / "so.xlsx"
    source.write_bytes(workbook_xlsx(book))
    pdf = libre_office(source, tmp_path)
    read = flat(pdf).replace(" ", "")
    wanted = [word for sheet in book.sheets for row in sheet.table.rows for cell in row.cells for word in _words(cell)]
    assert [word for word in wanted if word not in read] == []
    printed = sum(word.text == "Niêm" for page in pages(pdf) for word in page.words)
    assert printed == wanted.count("Niêm")
    assert "=1+1" in read
    assert all("Trang" in [word.text for word in page.words[-12:]] for page in pages(pdf))
    assert {round(max(page.width, page.height)) for page in pages(pdf)} == {842}


def test_libre_office_repeats_the_header_on_every_page(tmp_path: Path) -> None:
    book = one_sheet(*(Row((f"Dòng {n}", n, n, n, date(2026, 1, 1), "")) for n in range(120)))
    source = tmp_path / "dai.xlsx"
    source.write_bytes(workbook_xlsx(book))
    found = pages(libre_office(source, tmp_path))
    assert len(found) > 3
    assert all(any(word.text == "Cột" for word in page.words[:12]) for page in found)


def _words(cell: Value) -> list[str]:
    return cell.split() if isinstance(cell, str) else []


@pytest.mark.parametrize("landscape", [True, False])
def test_no_printed_page_ends_with_a_band_or_begins_with_a_total(landscape: bool, tmp_path: Path) -> None:
    rows: list[Row] = []
    for group in range(1, 40):
        rows.append(Row((f"Thôn {group}",), RowKind.BAND))
        rows += [
            Row((f"Hộ {group}.{number} " + "khó khăn về nhà ở " * (group % 4), number)) for number in range(group % 5)
        ]
        rows.append(Row((f"Cộng {group}", group % 5), RowKind.TOTAL))
    columns = (Column("Đầu bảng", 5), Column("Số", 1, CellKind.NUMBER))
    book = Workbook("Sổ", "", (Sheet("Bảng", ("SỔ",), Table(columns, tuple(rows)), landscape=landscape),))
    (tmp_path / "so.xlsx").write_bytes(workbook_xlsx(book))
    found = [page.split("Trang")[0].split() for page in page_texts(libre_office(tmp_path / "so.xlsx", tmp_path))]
    assert len(found) > 3
    assert not [page for page in found if page[-2:-1] == ["Thôn"]]
    assert not [page for page in found if page[3] == "Cộng"]
