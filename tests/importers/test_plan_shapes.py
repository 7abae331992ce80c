"""The annex in every shape that offices give it: each gives the same 39 tasks."""

import unicodedata
from datetime import date, datetime

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION

from papi_desktop.domain.deadlines import DeadlineKind
from papi_desktop.domain.dimensions import DIMENSIONS
from tests.importers.annex import (
    HEADINGS,
    TITLE,
    Cells,
    active,
    annex,
    assert_has_the_parts,
    assert_is_the_annex,
    by_content,
    document,
    read_docx,
    read_xlsx,
    sheet,
    tracked,
    with_headings,
)
from tests.importers.heading_rows import BLANK, HEADING_ROWS, ROMAN


@pytest.mark.parametrize("kind", HEADING_ROWS)
def test_any_heading_rows_in_excel_give_the_annex(kind: str) -> None:
    assert_is_the_annex(read_xlsx(sheet(with_headings(HEADING_ROWS[kind]))))


@pytest.mark.parametrize("kind", HEADING_ROWS)
def test_any_heading_rows_in_word_give_the_annex(kind: str) -> None:
    assert_is_the_annex(read_docx(document([HEADINGS, *with_headings(HEADING_ROWS[kind])])))


def test_rows_without_headings_give_the_annex() -> None:
    assert_is_the_annex(read_xlsx(sheet(annex())))


def test_a_header_on_the_first_row_gives_the_annex() -> None:
    workbook = sheet(annex(), title=())
    active(workbook).delete_rows(1)
    assert_is_the_annex(read_xlsx(workbook))


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (0, 4, 1, 3, 2), (1, 2, 3, 4, 0), (2, 0, 1, 4, 3)])
def test_columns_in_any_order_give_the_annex(order: tuple[int, ...]) -> None:
    def turned(row: Cells) -> list[str]:
        return [row[place] for place in order]

    assert_is_the_annex(read_xlsx(sheet([turned(row) for row in annex()], headings=turned(HEADINGS))))
    assert_is_the_annex(read_docx(document([turned(HEADINGS), *map(turned, annex())])))


@pytest.mark.parametrize(
    "headings",
    [
        ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"),
        ("Số TT", "NỘI DUNG CÔNG VIỆC", "ĐƠN VỊ CHỦ TRÌ", "ĐƠN VỊ PHỐI HỢP", "THỜI HẠN HOÀN THÀNH"),
        ("Số thứ tự", "Nhiệm vụ, giải pháp", "Đơn vị thực hiện", "Phối hợp", "Tiến độ"),
        ("T.T", "Nhiệm  vụ\ncụ thể", "Chủ\ntrì", "Phối\nhợp", "Thời\ngian"),
        ("Mã số", "Hoạt động", "Cơ quan, đơn vị chịu trách nhiệm", "Đơn vị phối hợp thực hiện", "Hạn hoàn thành"),
        ("", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"),
        ("STT:", "Nội dung", "Chủ trì:", "Phối hợp:", "Thời điểm hoàn thành:"),
    ],
)
def test_headings_in_other_words_give_the_annex(headings: Cells) -> None:
    assert_is_the_annex(read_xlsx(sheet(annex(), headings=headings)))
    assert_is_the_annex(read_docx(document([headings, *annex()])))


def test_text_in_decomposed_letters_is_stored_composed() -> None:
    rows = [[unicodedata.normalize("NFD", text) for text in row] for row in (HEADINGS, *annex())]
    assert_is_the_annex(read_xlsx(sheet(rows[1:], headings=rows[0])))
    assert_is_the_annex(read_docx(document(rows, title=[unicodedata.normalize("NFD", line) for line in TITLE])))


def test_a_header_repeated_on_every_page_gives_the_annex() -> None:
    rows = [row for group in by_content() for row in (HEADINGS, *group)]
    assert_is_the_annex(read_xlsx(sheet(rows[1:])))
    assert_is_the_annex(read_docx(document(rows)))


def test_a_table_broken_into_several_with_its_header_gives_the_annex() -> None:
    assert_is_the_annex(read_docx(document(*([HEADINGS, *group] for group in by_content()))))


def test_a_table_broken_into_several_without_its_header_gives_the_annex() -> None:
    first, *others = by_content()
    assert_is_the_annex(read_docx(document([HEADINGS, *first], *others)))


def test_a_table_that_goes_on_in_landscape_sections_gives_the_annex() -> None:
    first, *others = by_content()
    paper = document([HEADINGS, *first])
    for number, rows in enumerate(others):
        section = paper.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if number % 2 == 0 else WD_ORIENT.PORTRAIT
        table = paper.add_table(rows=0, cols=5)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    assert_is_the_annex(read_docx(paper))


def test_the_serial_number_of_a_day_without_its_format_is_read_as_that_day() -> None:
    workbook = sheet([["1.1", "Lập kế hoạch", "UBND cấp xã", "", ""]])
    active(workbook)["E6"] = 44747
    assert [task.deadline.due for task in read_xlsx(workbook).tasks] == [date(2022, 7, 5)]


def test_tables_for_the_letterhead_and_the_signature_are_passed_over() -> None:
    letterhead = [("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("Số: 239/KH-UBND", "")]
    signature = [("Nơi nhận:\n- Như trên;", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")]
    assert_is_the_annex(read_docx(document(letterhead, [HEADINGS, *annex()], signature)))


def test_lines_below_the_table_are_not_tasks() -> None:
    rows = [
        *annex(),
        BLANK,
        ("Nơi nhận:", "", "", "", ""),
        ("- Như trên;", "", "", "", ""),
        ("", "", "TM. UBND TỈNH", "", ""),
    ]
    assert_has_the_parts(read_xlsx(sheet(rows)))


def test_a_row_that_numbers_the_columns_is_passed_over() -> None:
    for numbers in (("(1)", "(2)", "(3)", "(4)", "(5)"), ("1", "2", "3", "4", "5"), ("A", "B", "1", "2", "3")):
        assert_is_the_annex(read_xlsx(sheet([numbers, *annex()])))


def test_a_header_of_two_merged_rows_in_excel_gives_the_annex() -> None:
    top = ("TT", "Nhiệm vụ", "Tổ chức, cá nhân thực hiện", "", "Thời gian hoàn thành")
    bottom = ("", "", "Chủ trì", "Phối hợp", "")
    workbook = sheet([bottom, *annex()], headings=top)
    page = active(workbook)
    for merged in ("A5:A6", "B5:B6", "C5:D5", "E5:E6"):
        page.merge_cells(merged)
    assert_is_the_annex(read_xlsx(workbook))


def test_a_header_of_two_merged_rows_in_word_gives_the_annex() -> None:
    top = ("TT", "Nhiệm vụ", "Tổ chức, cá nhân thực hiện", "", "Thời gian hoàn thành")
    bottom = ("", "", "Chủ trì", "Phối hợp", "")
    paper = document([top, bottom, *annex()])
    table = paper.tables[0]
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 2).merge(table.cell(0, 3))
    assert_is_the_annex(read_docx(paper))


def test_section_rows_merged_over_the_table_give_the_annex() -> None:
    rows = with_headings(lambda number: (f"{ROMAN[number - 1]}. {DIMENSIONS[number - 1].name}", "", "", "", ""))
    workbook = sheet(rows)
    page, paper = active(workbook), document([HEADINGS, *rows])
    for number, row in enumerate(rows):
        if not row[1]:
            page.merge_cells(start_row=number + 6, end_row=number + 6, start_column=1, end_column=5)
            paper.tables[0].cell(number + 1, 0).merge(paper.tables[0].cell(number + 1, 4))
    assert_is_the_annex(read_xlsx(workbook))
    assert_is_the_annex(read_docx(paper))


def test_a_body_merged_over_several_rows_belongs_to_each_of_them() -> None:
    rows = [
        ["1.1", "Lập kế hoạch", "UBND cấp xã", "Sở Nội vụ", "Quý I/2022"],
        ["1.2", "Tuyên truyền", "", "", "Quý II/2022"],
    ]
    workbook, paper = sheet(rows), document([HEADINGS, *rows])
    active(workbook).merge_cells("C6:C7")
    paper.tables[0].cell(1, 2).merge(paper.tables[0].cell(2, 2))
    for proposal in (read_xlsx(workbook), read_docx(paper)):
        assert [task.lead_text for task in proposal.tasks] == ["UBND cấp xã", "UBND cấp xã"]
        assert [task.part for task in proposal.tasks] == ["chủ trì", "chủ trì"]


def test_dates_of_excel_are_read_as_last_days() -> None:
    workbook = sheet([["1.1", "Lập kế hoạch", "UBND cấp xã", "", ""], ["1.2", "Tuyên truyền", "UBND cấp xã", "", ""]])
    active(workbook)["E6"], active(workbook)["E7"] = date(2022, 7, 5), datetime(2022, 12, 31)
    deadlines = [task.deadline for task in read_xlsx(workbook).tasks]
    assert [deadline.text for deadline in deadlines] == ["05/07/2022", "31/12/2022"]
    assert [(deadline.kind, deadline.due) for deadline in deadlines] == [
        (DeadlineKind.BY, date(2022, 7, 5)),
        (DeadlineKind.BY, date(2022, 12, 31)),
    ]


def test_text_of_a_task_that_runs_over_two_rows_is_joined() -> None:
    rows = [
        ["1.1", "Tổ chức tuyên truyền về dân chủ ở cơ sở,", "UBND cấp xã", "", "Quý I/2022"],
        ["", "bằng nhiều hình thức", "", "", ""],
        ["1.2", "Lập sổ", "UBND cấp xã", "", "Thường xuyên"],
    ]
    proposal = read_xlsx(sheet(rows))
    assert [task.text for task in proposal.tasks] == [
        "Tổ chức tuyên truyền về dân chủ ở cơ sở,\nbằng nhiều hình thức",
        "Lập sổ",
    ]


def test_a_plan_without_a_coordinating_column_is_read_with_a_remark() -> None:
    proposal = read_xlsx(sheet([[r[0], r[1], r[2], r[4]] for r in annex()], headings=[*HEADINGS[:3], HEADINGS[4]]))
    assert len(proposal.tasks) == 39
    assert sum(task.part == "chủ trì" for task in proposal.tasks) == 15
    assert "Bảng không có cột phối hợp." in proposal.remarks


def test_a_column_that_is_not_read_is_named() -> None:
    proposal = read_xlsx(sheet([[*row, "x"] for row in annex()], headings=(*HEADINGS, "Ghi chú")))
    assert_is_the_annex(proposal)
    assert "Cột “Ghi chú” không thuộc bảng nhiệm vụ nên không nạp." in proposal.remarks


def test_a_sheet_without_a_plan_is_named_and_passed_over() -> None:
    workbook = sheet(annex())
    workbook.create_sheet("Danh bạ").append(["Họ tên", "Điện thoại"])
    proposal = read_xlsx(workbook)
    assert_is_the_annex(proposal)
    assert "Trang tính “Danh bạ” không có bảng nhiệm vụ nên không đọc." in proposal.remarks


def test_a_hidden_sheet_is_passed_over() -> None:
    workbook = sheet(annex())
    old = workbook.create_sheet("Bản cũ")
    for row in (HEADINGS, *annex()):
        old.append(list(row))
    old.sheet_state = "hidden"
    proposal = read_xlsx(workbook)
    assert_is_the_annex(proposal)
    assert "Trang tính ẩn không được đọc: Bản cũ." in proposal.remarks


def test_tracked_changes_are_read_as_accepted() -> None:
    paper = docx.Document()
    paper.add_paragraph("(Kèm theo Kế hoạch số ")
    tracked(paper, "w:del", "12/KH-UBND")
    tracked(paper, "w:ins", "239/KH-UBND ngày 30/6/2022 của UBND tỉnh Lào Cai)")
    table = paper.add_table(rows=0, cols=5)
    for row in (HEADINGS, *annex()):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    assert read_docx(paper).plan.number == "239/KH-UBND"


def test_a_plan_with_its_whole_text_gives_its_own_title() -> None:
    before = (
        "CHỦ NGHĨA VIỆT NAM",
        "Số: 239/KH-UBND",
        "Lào Cai, ngày 30 tháng 6 năm 2022",
        "KẾ HOẠCH",
        "CẢI THIỆN CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG CẤP TỈNH (PAPI)",
        "CỦA TỈNH LÀO CAI NĂM 2022",
        "Năm 2021, Chỉ số PAPI của tỉnh Lào Cai đạt 40,151 điểm.",
        "TM. ỦY BAN NHÂN DÂN",
    )
    proposal = read_docx(document([HEADINGS, *annex()], title=(*before, *TITLE)))
    assert_is_the_annex(proposal)
    assert proposal.plan.title == (
        "KẾ HOẠCH CẢI THIỆN CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG CẤP TỈNH (PAPI) CỦA TỈNH LÀO CAI NĂM 2022"
    )
    assert proposal.plan.number == "239/KH-UBND"


def test_a_task_that_speaks_like_a_header_is_a_task() -> None:
    rows = [
        ["1.1", "Đẩy mạnh hoạt động tuyên truyền", "UBND cấp xã", "Các đơn vị phối hợp", "Theo tiến độ"],
        ["", "Giao nhiệm vụ cho thôn", "UBND cấp xã", "Các đơn vị phối hợp", "Theo tiến độ"],
    ]
    assert [task.text for task in read_xlsx(sheet(rows)).tasks] == [row[1] for row in rows]


def test_a_table_in_a_frame_of_one_cell_gives_the_annex() -> None:
    paper = docx.Document()
    frame = paper.add_table(rows=1, cols=1).cell(0, 0)
    frame.text = TITLE[1]
    table = frame.add_table(rows=0, cols=5)
    for row in (HEADINGS, *annex()):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    assert_is_the_annex(read_docx(paper))


def test_a_repeated_header_of_three_columns_is_no_task() -> None:
    headings = ("Nhiệm vụ", "Chủ trì", "Thời gian")
    row = ("Lập kế hoạch", "UBND cấp xã", "Quý III/2022")
    assert len(read_docx(document([headings, row, headings, row])).tasks) == 2


def test_another_table_of_the_same_width_holds_no_tasks() -> None:
    other = [("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2021", "Năm 2022"), ("1", "Tỷ lệ hộ nghèo", "%", "12", "10")]
    assert_is_the_annex(read_docx(document([HEADINGS, *annex()], other)))
    assert_is_the_annex(read_xlsx(sheet([*annex(), BLANK, *other])))
