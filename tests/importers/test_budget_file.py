"""Budget forms are read from the accounting program's Excel file, and whatever is not sure is said."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.importers.budget_file import read_form
from papi_desktop.services.budget_forms import template

HEADER = ("STT", "NỘI DUNG", "DỰ TOÁN NĂM", "ƯỚC THỰC HIỆN QUÝ III", "SO SÁNH (%)", "CÙNG KỲ NĂM TRƯỚC")
MARKS = ("A", "B", "1", "2", "3=2/1", "4")
ROWS = (
    ("", "TỔNG SỐ THU", 600, 450, 75, 400),
    ("I", "Các khoản thu xã hưởng 100%", 100, 50, 50, 40),
    ("II", "Các khoản thu phân chia theo tỷ lệ (%)", 200, 150, 75, 160),
    ("III", "Thu bổ sung", 300, 250, 83.3, 200),
    ("-", "Thu bổ sung cân đối từ ngân sách cấp trên", 300, 250, 83.3, 200),
)


def saved(path: Path, *rows: Sequence[object]) -> Path:
    """Write rows as a workbook and return its path."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def test_rows_are_found_by_name_and_columns_by_their_marks(tmp_path: Path) -> None:
    path = saved(tmp_path / "113.xlsx", ("Đơn vị: đồng",), HEADER, MARKS, *ROWS)
    reading = read_form(path, template("113"))
    assert reading.amounts["own", "estimate"] == 100
    assert reading.amounts["shared", "last_year"] == 160
    assert reading.amounts["income", "actual"] == 450
    assert reading.amounts["extra", "ratio"] == 8330


def test_columns_are_found_by_their_headings_without_marks(tmp_path: Path) -> None:
    reading = read_form(saved(tmp_path / "113.xlsx", HEADER, *ROWS), template("113"))
    assert (reading.amounts["own", "estimate"], reading.amounts["own", "actual"]) == (100, 50)


def test_columns_in_another_order_are_found_by_their_headings(tmp_path: Path) -> None:
    header = (HEADER[0], HEADER[1], HEADER[3], HEADER[2])
    reading = read_form(
        saved(tmp_path / "113.xlsx", header, ("I", "Các khoản thu xã hưởng 100%", 50, 100)), template("113")
    )
    assert (reading.amounts["own", "estimate"], reading.amounts["own", "actual"]) == (100, 50)


def test_millions_become_dong(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "113.xlsx", ("Đơn vị tính: triệu đồng",), HEADER, MARKS, ("I", "Chi thường xuyên", 4968.25, 3726)
    )
    reading = read_form(path, template("113"))
    assert (reading.unit, reading.amounts["regular", "estimate"]) == (1_000_000, 4_968_250_000)


def test_a_row_with_nearly_the_same_name_is_taken_with_a_doubt(tmp_path: Path) -> None:
    reading = read_form(
        saved(tmp_path / "113.xlsx", HEADER, MARKS, ("II", "Chi thường xuyen khác", 7, 5)), template("113")
    )
    assert reading.amounts["regular", "estimate"] == 7
    assert "được hiểu là “Chi thường xuyên”" in reading.doubts[0].sentence


def test_a_row_that_the_form_does_not_have_is_told_and_not_taken(tmp_path: Path) -> None:
    rows = (ROWS[1], ("V", "Chi nộp ngân sách cấp trên", 9, 8))
    reading = read_form(saved(tmp_path / "113.xlsx", HEADER, MARKS, *rows), template("113"))
    assert [doubt.sentence for doubt in reading.doubts] == [
        "Dòng “Chi nộp ngân sách cấp trên” (9; 8) không có trong biểu, chưa nạp."
    ]


def test_a_figure_that_is_none_is_told_by_its_cell(tmp_path: Path) -> None:
    path = saved(tmp_path / "113.xlsx", HEADER, MARKS, ROWS[1], ("II", "Chi thường xuyên", "chưa có", 5))
    (doubt,) = read_form(path, template("113")).doubts
    assert doubt.field == "regular/estimate"
    assert "không hiểu “chưa có”" in doubt.sentence


def test_a_percentage_kept_as_a_part_of_one_is_a_percentage(tmp_path: Path) -> None:
    row = ("I", "Các khoản thu xã hưởng 100%", 1000, 679, 0.679)
    assert read_form(saved(tmp_path / "113.xlsx", HEADER, MARKS, row), template("113")).amounts["own", "ratio"] == 6790


def test_long_sums_keep_every_dong(tmp_path: Path) -> None:
    row = ("I", "Chi thường xuyên", 12_345_678_901, 98_765_432_109.0)
    reading = read_form(saved(tmp_path / "113.xlsx", HEADER, MARKS, row), template("113"))
    assert reading.amounts["regular", "actual"] == 98_765_432_109


def test_long_fractions_keep_every_dong_whatever_their_cells_show(tmp_path: Path) -> None:
    path = saved(tmp_path / "113.xlsx", ("Đơn vị: triệu đồng",), HEADER, MARKS)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append(["I", "Chi thường xuyên", 12345.678901, 1.5])
    book.worksheets[0]["C4"].number_format = "0.0"
    book.save(path)
    assert read_form(path, template("113")).amounts["regular", "estimate"] == 12_345_678_901


def test_a_number_of_the_workbook_is_never_taken_for_one_with_thousands(tmp_path: Path) -> None:
    rows = (("I", "Chi đầu tư phát triển", "1.234,5", 123.456), ("II", "Chi thường xuyên", "2.345,6", 0.5))
    reading = read_form(saved(tmp_path / "113.xlsx", ("Đơn vị: triệu đồng",), HEADER, MARKS, *rows), template("113"))
    assert reading.amounts["investment", "actual"] == 123_456_000
    assert reading.doubts == ()


def test_another_workbook_ends_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Không tìm thấy biểu số 115/CK TC-NSNN trong tệp"):
        read_form(saved(tmp_path / "kho.xlsx", ("Vật tư", "Số lượng"), ("Xi măng", 5)), template("115"))


def test_a_hostile_file_ends_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "113.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(KnownError) as refusal:
        read_form(path, template("113"))
    assert "\n" not in str(refusal.value)


def grouped(path: Path, *figures: str) -> Path:
    rows = zip(("Các khoản thu xã hưởng 100%", "Thu bổ sung", "Chi thường xuyên"), figures, strict=False)
    return saved(path, ("Đơn vị tính: nghìn đồng",), HEADER, MARKS, *(("", name, value, "") for name, value in rows))


def test_one_figure_with_two_dots_tells_how_all_of_its_sheet_are_grouped(tmp_path: Path) -> None:
    reading = read_form(grouped(tmp_path / "113.xlsx", "6.605.200", "186.500", "4.968"), template("113"))
    assert [reading.amounts[row, "estimate"] for row in ("own", "extra", "regular")] == [
        6_605_200_000,
        186_500_000,
        4_968_000,
    ]
    assert not reading.doubts


def test_the_sign_between_thousands_is_told_by_another_column(tmp_path: Path) -> None:
    rows = (("Đơn vị tính: triệu đồng",), HEADER, MARKS, ("", "Chi thường xuyên", "186.500", "1.200,5"))
    reading = read_form(saved(tmp_path / "113.xlsx", *rows), template("113"))
    assert reading.amounts["regular", "estimate"] == 186_500_000_000
    assert reading.amounts["regular", "actual"] == 1_200_500_000


def test_a_figure_that_nothing_explains_is_a_fraction_with_a_doubt(tmp_path: Path) -> None:
    reading = read_form(grouped(tmp_path / "113.xlsx", "186.500"), template("113"))
    assert reading.amounts["own", "estimate"] == 186_500
    assert "được hiểu là số lẻ" in reading.doubts[0].sentence


FORM_114 = (
    ("STT", "NỘI DUNG", "DỰ TOÁN NĂM", "", "ƯỚC THỰC HIỆN", "", "SO SÁNH (%)", ""),
    ("A", "B", "1", "2", "3", "4", "5=3/1", "6=4/2"),
    ("II", "Thu bổ sung", 10, 10, 7, 7, 70, 70),
)


@pytest.mark.parametrize(
    ("rows", "number", "period", "sentences"),
    [
        ((("Biểu số 113/CK TC-NSNN",), HEADER, MARKS, *ROWS), "113", "2022-Q3", []),
        ((("CÂN ĐỐI NGÂN SÁCH XÃ QUÝ III NĂM 2022",), HEADER, MARKS, *ROWS), "113", "2022-Q3", []),
        ((("CÂN ĐỐI NGÂN SÁCH XÃ 9 THÁNG NĂM 2022",), HEADER, MARKS, *ROWS), "113", "2022-Q3", []),
        ((("Kèm theo Quyết định số 86/QĐ-UBND ngày 10 tháng 10 năm 2026",), HEADER, *ROWS), "113", "2022-Q3", []),
        ((("Thông tư 343/2016/TT-BTC",), HEADER, *ROWS), "113", "2022-Q3", []),
        (
            (("CÂN ĐỐI NGÂN SÁCH XÃ QUÝ I NĂM 2026",), HEADER, MARKS, *ROWS),
            "113",
            "2022-Q3",
            ["Tệp ghi là số liệu quý I năm 2026, không phải 9 tháng năm 2022 đã chọn."],
        ),
        (
            (("CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2022",), HEADER, MARKS, *ROWS),
            "113",
            "2022-H1",
            ["Tệp ghi là số liệu năm 2022, không phải 6 tháng đầu năm 2022 đã chọn."],
        ),
        (
            (("Biểu số 114/CK TC-NSNN",), *FORM_114),
            "113",
            "2022-Q3",
            ["Tệp ghi là biểu số 114, không phải biểu 113 đã chọn.", "Bảng trong tệp có cột 5=3/1, 6=4/2"],
        ),
    ],
)
def test_a_sheet_of_another_form_or_period_is_told_before_it_is_saved(
    tmp_path: Path, rows: Sequence[Sequence[object]], number: str, period: str, sentences: list[str]
) -> None:
    reading = read_form(saved(tmp_path / "bieu.xlsx", *rows), template(number), read_period(period))
    assert len(reading.warnings) == len(sentences)
    for found, wanted in zip(reading.warnings, sentences, strict=True):
        assert found.startswith(wanted)
