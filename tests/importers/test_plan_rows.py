"""Rows, paragraphs and headers that stand oddly: no task is lost, none lands in another content without a doubt."""

from datetime import date

import docx
import openpyxl
import pytest
from docx.document import Document

from papi_desktop.domain.plans import PlanProposal
from tests.importers.annex import HEADINGS, Cells, active, document, read_docx, read_xlsx, sheet

EMPTY_TASK = "Ô nhiệm vụ để trống, hoặc là công thức chưa có giá trị; hãy bổ sung."
BEFORE = ["1.1", "Lập kế hoạch", "UBND cấp xã", "Sở Nội vụ", "Quý I/2022"]
NO_TEXT = ["1.2", "", "UBND cấp xã", "Sở Tư pháp", "Quý II/2022"]
NO_CODE = ["", "", "UBND cấp xã", "Sở Tư pháp", "Quý II/2022"]


@pytest.mark.parametrize("row", [NO_TEXT, NO_CODE])
def test_a_row_whose_task_is_empty_stays_a_task_with_a_doubt(row: Cells) -> None:
    for proposal in (read_xlsx(sheet([BEFORE, row])), read_docx(document([HEADINGS, BEFORE, row]))):
        first, second = proposal.tasks
        assert (first.text, first.lead_text) == ("Lập kế hoạch", "UBND cấp xã")
        assert (second.code, second.text, second.coordinating_text) == (row[0], "", "Sở Tư pháp")
        assert (second.deadline.text, second.proposed_code) == ("Quý II/2022", "1.2")
        assert [doubt.sentence for doubt in second.doubts if doubt.field == "text"] == [EMPTY_TASK]


def test_a_formula_without_its_value_is_named_with_its_cell() -> None:
    workbook = sheet([BEFORE, NO_TEXT])
    active(workbook)["B7"] = '=CONCATENATE("Niêm yết ","danh sách")'
    proposal = read_xlsx(workbook)
    assert [doubt.sentence for doubt in proposal.tasks[1].doubts if doubt.field == "text"] == [EMPTY_TASK]
    assert any("“Sheet”: ô B7 là công thức chưa có giá trị" in remark for remark in proposal.remarks)


def test_bodies_on_a_row_of_their_own_still_belong_to_the_task_above() -> None:
    (task,) = read_xlsx(sheet([BEFORE, ["", "", "", "Sở Tư pháp", ""]])).tasks
    assert task.coordinating == ("Sở Nội vụ", "Sở Tư pháp")


def test_a_paragraph_above_a_table_names_the_content_of_its_tasks() -> None:
    paper = docx.Document()
    paper.add_paragraph("KẾ HOẠCH CÔNG KHAI, MINH BẠCH VÀ CẢI THIỆN CHỈ SỐ PAPI NĂM 2022")
    for number, name in ((2, "Công khai, minh bạch"), (5, "Thủ tục hành chính công"), (8, "Quản trị điện tử")):
        paper.add_paragraph(f"{number - 1}. Nội dung “{name}”")
        _table(paper, [HEADINGS, *(_numbered(count) for count in ("1", "2"))])
    assert _contents(read_docx(paper)) == [2, 2, 5, 5, 8, 8]
    assert not any(doubt.field == "dimension" for task in read_docx(paper).tasks for doubt in task.doubts)


def test_the_title_of_a_plan_is_no_heading_of_its_table() -> None:
    rows = [HEADINGS, ["1.1", *BEFORE[1:]], ["2.1", *BEFORE[1:]]]
    title = ("KẾ HOẠCH THỰC HIỆN CÔNG KHAI, MINH BẠCH NĂM 2022",)
    assert _contents(read_docx(document(rows, title=title))) == [1, 2]


def test_a_paragraph_over_the_signatures_is_no_heading_of_the_annex() -> None:
    paper = docx.Document()
    paper.add_paragraph("8. Về quản trị điện tử: giao Sở Nội vụ theo dõi.")
    signatures = paper.add_table(rows=1, cols=2)
    signatures.cell(0, 0).text, signatures.cell(0, 1).text = "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"
    _table(paper, [HEADINGS, ["1.1", *BEFORE[1:]], ["2.1", *BEFORE[1:]]])
    assert _contents(read_docx(paper)) == [1, 2]


def test_numbers_that_begin_again_are_doubtful() -> None:
    tasks = read_xlsx(sheet([_numbered(count) for count in ("1", "2", "1", "2")])).tasks
    assert [task.dimension for task in tasks] == [1, 1, 2, 2]
    assert all([doubt.field for doubt in task.doubts] == ["dimension"] for task in tasks)


@pytest.mark.parametrize("ends", [("Bắt đầu", "Kết thúc"), ("Từ", "Đến"), ("Bắt đầu", "Hoàn thành")])
def test_of_a_header_of_two_rows_the_column_of_the_end_is_the_deadline(ends: tuple[str, str]) -> None:
    proposal = read_xlsx(_two_times(("Cơ quan thực hiện", ""), ("Chủ trì", "Phối hợp"), ends))
    (task,) = proposal.tasks
    assert (task.lead_text, task.coordinating_text) == ("UBND cấp xã", "Sở Nội vụ")
    assert task.deadline.due == date(2022, 9, 30)
    assert f"Cột “Thời gian {ends[0]}” không thuộc bảng nhiệm vụ nên không nạp." in proposal.remarks


def test_the_second_row_of_a_header_is_no_header_of_its_own_when_only_the_times_have_one() -> None:
    (task,) = read_xlsx(_two_times(("Chủ trì", "Phối hợp"), ("", ""), ("Bắt đầu", "Kết thúc"))).tasks
    assert (task.lead_text, task.deadline.due) == ("UBND cấp xã", date(2022, 9, 30))


@pytest.mark.parametrize("heading", ["Hoàn thành", "Kết thúc", "Ngày hoàn thành", "Thời gian đến"])
def test_a_short_heading_names_the_deadline(heading: str) -> None:
    (task,) = read_xlsx(sheet([BEFORE], headings=(*HEADINGS[:4], heading))).tasks
    assert task.deadline.text == "Quý I/2022"


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("mmm\\-yy", "Tháng 9/2022"),
        ("mm/yyyy", "Tháng 9/2022"),
        ("[$-42A]mmmm\\ yyyy;@", "Tháng 9/2022"),
        ("yyyy", "Năm 2022"),
        ('"Trước ngày "dd/mm/yyyy', "Trước ngày 01/09/2022"),
        ('"Trong tháng "m/yyyy', "Trong tháng 9/2022"),
        ('"Trước "mmm\\-yy', "Trước tháng 9/2022"),
        ('"ngày "dd" tháng "mm" năm "yyyy', "ngày 01/09/2022"),
        ("[$-1010000]d/m/yyyy;@", "01/09/2022"),
    ],
)
def test_a_date_of_excel_says_no_more_than_its_cell_shows(shown: str, text: str) -> None:
    workbook = sheet([BEFORE])
    cell = active(workbook)["E6"]
    cell.value, cell.number_format = date(2022, 9, 1), shown
    (task,) = read_xlsx(workbook).tasks
    assert task.deadline.text == text


@pytest.mark.parametrize(
    "below",
    [
        [("", "Người lập biểu", "THỦ TRƯỞNG ĐƠN VỊ", "", ""), ("", "Trần Văn Mẫu", "Lê Thị Mẫu", "", "")],
        [("", "", "Xã Mẫu, ngày 5 tháng 7 năm 2022", "", ""), ("", "(Ký tên)", "(Ký, ghi rõ họ tên)", "", "")],
        [("", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "", ""), ("", "- Như trên;", "CHỦ TỊCH", "", "")],
    ],
)
def test_the_signatures_below_a_sheet_are_no_tasks(below: list[Cells]) -> None:
    (task,) = read_xlsx(sheet([BEFORE, *below])).tasks
    assert (task.text, task.lead_text) == ("Lập kế hoạch", "UBND cấp xã")


def test_a_task_without_a_code_whose_deadline_is_a_long_date_is_no_signature() -> None:
    row = ["", "Đối thoại", "UBND cấp xã", "", "Chậm nhất, ngày 15 tháng 7 năm 2022"]
    assert len(read_xlsx(sheet([BEFORE, row])).tasks) == 2


def _numbered(code: str) -> Cells:
    return [code, *BEFORE[1:]]


def _contents(proposal: PlanProposal) -> list[int]:
    return [task.dimension for task in proposal.tasks]


def _table(paper: Document, rows: list[Cells]) -> None:
    table = paper.add_table(rows=0, cols=5)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _two_times(parents: Cells, bodies: Cells, ends: Cells) -> openpyxl.Workbook:
    """Return a table whose header has two rows, the column of times in two."""
    row = ["1.1", "Lập kế hoạch", "UBND cấp xã", "Sở Nội vụ", "01/7/2022", "30/9/2022"]
    workbook = sheet([["", "", *bodies, *ends], row], headings=("TT", "Nhiệm vụ", *parents, "Thời gian", ""))
    alone = ("C5:D5",) if bodies[0] else ("C5:C6", "D5:D6")
    for merged in ("A5:A6", "B5:B6", *alone, "E5:F5"):
        active(workbook).merge_cells(merged)
    return workbook
