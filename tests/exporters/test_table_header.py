"""Headers with groups and marks: where each cell stands, on paper and in a workbook."""

from io import BytesIO

import openpyxl
import pytest

from papi_desktop.domain.documents import Annex, CellKind, Column, Row, Sheet, Table, Workbook
from papi_desktop.exporters.balance import PADDING
from papi_desktop.exporters.columns import Columns
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.exporters.table_header import HeaderCell, header_plan, header_slab, row_heights
from papi_desktop.exporters.titles import wrap_heading
from papi_desktop.exporters.xlsx import workbook_xlsx
from tests.exporters.reading import pages
from tests.exporters.samples import letter

COLUMNS = (
    Column("NỘI DUNG", 30, mark="B"),
    Column("THU NSNN", 10, CellKind.MONEY, "DỰ TOÁN", "1"),
    Column("THU NSX", 10, CellKind.MONEY, "DỰ TOÁN", "2"),
    Column("GHI CHÚ", 10, mark="3"),
)
TABLE = Table(COLUMNS, (Row(("Phí, lệ phí", 24_000_000, 24_000_000, "")),))


def test_a_plain_header_has_one_row() -> None:
    plain = header_plan((Column("TT", 1), Column("Tên", 1)))
    assert (plain.rows, plain.cells[1]) == (1, HeaderCell("Tên", (1, 1), (0, 0)))


def test_a_group_stands_over_its_columns_and_the_others_take_both_rows() -> None:
    plan = header_plan(COLUMNS)
    assert plan.rows == 3
    assert HeaderCell("DỰ TOÁN", (1, 2), (0, 0)) in plan.cells
    assert HeaderCell("THU NSX", (2, 2), (1, 1)) in plan.cells
    assert HeaderCell("NỘI DUNG", (0, 0), (0, 1)) in plan.cells
    assert HeaderCell("2", (2, 2), (2, 2), is_mark=True) in plan.cells


def test_a_tall_heading_beside_a_group_makes_room_for_itself() -> None:
    plan = header_plan(COLUMNS)
    needed = [50.0 if cell.text == "NỘI DUNG" else 10.0 for cell in plan.cells]
    heights = row_heights(plan, needed)
    assert heights[0] + heights[1] >= 50
    assert heights[2] == 10


def test_on_paper_the_group_is_over_its_headings_and_the_marks_below_them() -> None:
    annex = Annex("I", "Biểu", TABLE, "Biểu", label="Biểu số 114/CK TC-NSNN", belongs="", unit="Đơn vị: đồng")
    page = pages(letter_pdf(letter(annexes=(annex,))))[-1]
    group, left, right = page.line("DỰ", "TOÁN"), page.line("THU", "NSNN"), page.line("THU", "NSX")
    assert left[0].left < (group[0].left + group[-1].right) / 2 < right[-1].right
    assert group[0].top < left[0].top == right[0].top < page.line("1", "2")[0].top
    assert page.line("Biểu", "số", "114/CK", "TC-NSNN")
    assert page.line("Đơn", "vị:", "đồng")[-1].right > page.width - 50


@pytest.mark.parametrize(
    ("heading", "room", "wanted"),
    [
        ("ƯỚC THỰC HIỆN 9 THÁNG NĂM 2022", 160, ["ƯỚC THỰC HIỆN", "9 THÁNG NĂM 2022"]),
        ("Nhiệm vụ được phân công", 100, ["Nhiệm vụ được", "phân công"]),
        ("Điện thoại, thư điện tử", 110, ["Điện thoại,", "thư điện tử"]),
        ("DỰ TOÁN NĂM", 75, ["DỰ TOÁN", "NĂM"]),
        ("CÙNG KỲ NĂM TRƯỚC", 60, ["CÙNG KỲ", "NĂM", "TRƯỚC"]),
        ("Thôn, tổ dân phố", 70, ["Thôn,", "tổ dân phố"]),
        ("Quý III/2022", 45, ["Quý", "III/2022"]),
    ],
)
def test_a_heading_breaks_between_phrases_and_never_inside_a_word(heading: str, room: float, wanted: list[str]) -> None:
    table = Table((Column(heading, 1),), ())
    columns = Columns((room + 2 * PADDING,), 12.0)
    assert wrap_heading(heading, Face.BOLD, 12.0, room) == wanted
    assert header_slab(table, columns).height == pytest.approx(len(wanted) * 12 * 1.18 + 6)


def test_in_a_workbook_the_group_is_merged_and_the_whole_header_repeats() -> None:
    data = workbook_xlsx(Workbook("Biểu", "UBND xã An Bình", (Sheet("Biểu", ("BIỂU",), TABLE),)))
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    assert {"B3:C3", "A3:A4", "D3:D4"} <= {str(each) for each in sheet.merged_cells.ranges}
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A6", "$3:$5")
    assert [sheet.cell(5, column).value for column in range(1, 5)] == ["B", "1", "2", "3"]
