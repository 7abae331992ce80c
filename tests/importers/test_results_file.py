"""Published results are found in tables of many shapes, and anything else is refused in one sentence."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.scores import Group, YearScore
from papi_desktop.importers.grid import Grid, SourceDocument
from papi_desktop.importers.results_file import ResultsProposal, read_results
from papi_desktop.importers.results_table import ResultRow, result_rows

NAMES = tuple(each.name for each in DIMENSIONS)
POINTS = (4.9, 5.1, 4.2, 6.5, 7.2, 7.8, 3.4, 2.9)
TOTAL = 42.0


def book(path: Path, rows: Sequence[Sequence[object]], title: str = "") -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    if title:
        sheet.title = title
    for row in rows:
        sheet.append(list(row))
    workbook.save(path)
    return path


def read(path: Path, province: str = "Lào Cai") -> ResultsProposal:
    return read_results(path, province)


def only(proposal: ResultsProposal) -> YearScore:
    (row,) = proposal.rows
    assert row.doubts == ()
    return row.score


def found(*rows: Sequence[str], name: str = "", beside: frozenset[tuple[int, int]] = frozenset()) -> list[ResultRow]:
    return result_rows(SourceDocument((Grid(tuple(map(tuple, rows)), name, beside=beside),)))


def test_points_alone_are_the_total(tmp_path: Path) -> None:
    score = only(read(book(tmp_path / "a.xlsx", [("Năm", "Điểm", "Hạng"), (2021, "40,151", "49/60")])))
    assert (score.year, score.total, score.rank, score.of) == (2021, Decimal("40.151"), 49, 60)


def test_a_table_with_a_row_for_each_year_is_read_whole(tmp_path: Path) -> None:
    headings = ("Năm", "Tổng điểm", *(f"{n}. {name}" for n, name in enumerate(NAMES, 1)), "Nhóm", "Xếp hạng")
    rows = [headings, (2022, TOTAL, *POINTS, "Trung bình thấp", "40/61"), (2021, 40.151, *[None] * 8, "Thấp", 49)]
    proposal = read(book(tmp_path / "kết quả.xlsx", rows))
    last, before = proposal.rows[1].score, proposal.rows[0].score
    assert (last.year, last.total, last.group) == (2022, Decimal(42), Group.LOWER)
    assert last.by_dimension == tuple(Decimal(str(each)) for each in POINTS)
    assert (last.rank, last.of) == (40, 61)
    assert (before.year, before.total, before.rank, before.group) == (2021, Decimal("40.151"), 49, Group.LOWEST)
    assert [row.doubts for row in proposal.rows] == [(), ()]


def test_only_our_province_is_taken_from_a_table_of_all_provinces(tmp_path: Path) -> None:
    rows = [
        ("KẾT QUẢ CHỈ SỐ PAPI NĂM 2022",),
        ("TT", "Tỉnh, thành phố", *NAMES, "Điểm tổng hợp"),
        (1, "Lai Châu", *POINTS, TOTAL),
        (2, "Tỉnh Lào Cai", *POINTS[::-1], TOTAL),
    ]
    score = only(read(book(tmp_path / "cả nước.xlsx", rows)))
    assert (score.province, score.year) == ("Lào Cai", 2022)
    assert score.by_dimension[0] == Decimal("2.9")


def test_a_table_with_a_row_for_each_content_and_a_column_for_each_year_is_read(tmp_path: Path) -> None:
    rows = [
        ("Nội dung", "2021", "2022"),
        *((name, points, points) for name, points in zip(NAMES, POINTS, strict=True)),
        ("Tổng điểm", TOTAL, TOTAL),
    ]
    proposal = read(book(tmp_path / "theo nội dung.xlsx", rows))
    assert [row.score.year for row in proposal.rows] == [2021, 2022]
    assert proposal.rows[0].score.by_dimension[4] == Decimal("7.2")
    assert proposal.rows[0].score.total == Decimal(42)


def test_a_header_of_two_rows_with_numbered_contents_is_joined() -> None:
    top = ("Năm", "Tổng điểm", "Điểm các nội dung", "", "")
    merged = frozenset({(0, 3), (0, 4)})
    (row,) = found(top, ("", "", "1", "2", "3"), ("2023", "43", "4", "5", "6"), beside=merged)
    assert (row.texts[1], row.texts[2], row.texts[3]) == ("4", "5", "6")


def test_the_year_may_stand_in_the_sheet_s_name() -> None:
    (row,) = found(("Tỉnh", "Tổng điểm"), ("Lào Cai", "41,2"), name="PAPI 2023")
    assert row.year == "2023"


def test_english_headings_are_understood() -> None:
    headings = ("Province", "Participation at Local Levels", "Vertical Accountability", "E-Governance", "Rank")
    (row,) = found(headings, ("Lào Cai", "4", "5", "3", "12"), name="2020")
    assert (row.texts[1], row.texts[3], row.texts[8]) == ("4", "5", "3")


def test_a_word_table_is_read_too(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Kết quả Chỉ số PAPI tỉnh Lào Cai năm 2021")
    table = document.add_table(2, 3)
    for position, text in enumerate(("Địa phương", "Tổng điểm", "Thứ hạng")):
        table.cell(0, position).text = text
    for position, text in enumerate(("Lào Cai", "40,151", "49/60")):
        table.cell(1, position).text = text
    document.save(str(tmp_path / "kết quả.docx"))
    score = only(read(tmp_path / "kết quả.docx"))
    assert (score.year, score.total, score.rank, score.of) == (2021, Decimal("40.151"), 49, 60)


def test_what_cannot_be_right_is_left_out_or_marked_and_said(tmp_path: Path) -> None:
    rows = [("Năm", "Tổng điểm", "Nội dung 1", "Nhóm"), (2021, "không rõ", 11, "hạng A")]
    (row,) = read(book(tmp_path / "sai.xlsx", rows)).rows
    assert row.score.total is None
    assert row.score.group is None
    said = " ".join(row.doubts)
    for words in ("“không rõ” không phải là điểm số", "Không có nhóm “hạng A”", "phải từ 1 đến 10"):
        assert words in said


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("STT", "Họ tên"), (1, "Lò Thị Mẩy")], "Không tìm thấy bảng kết quả PAPI"),
        ([("Tỉnh", "Tổng điểm"), ("Long An", 42.67)], "không có Lào Cai"),
        ([("Tỉnh", "Tổng điểm"), ("Lào Cai", 42.67)], "không ghi năm"),
    ],
)
def test_a_file_without_our_results_is_refused(tmp_path: Path, rows: list[tuple[object, ...]], sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence):
        read(book(tmp_path / "khác.xlsx", rows))


STRANGE = (b"", b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"PK\x03\x04 hong", b"\x00" * 400, b"<html>")


@pytest.mark.parametrize("content", STRANGE)
def test_a_damaged_or_foreign_file_is_refused_in_one_sentence_about_results(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lạ.xlsx"
    path.write_bytes(content)
    with pytest.raises(KnownError) as refusal:
        read(path)
    assert "nhiệm vụ" not in str(refusal.value)
    assert "\n" not in str(refusal.value)
