"""Lists of households are read from Excel files and from pasted rows, with a doubt where a person should look."""

from pathlib import Path

import openpyxl
import pytest

from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.domain.household_reading import HouseholdProposal, HouseholdSheet, with_repeats
from papi_desktop.domain.households import Arrival, HouseholdClass, Sex
from papi_desktop.importers.household_file import read_households, read_pasted
from papi_desktop.importers.household_rows import entered_row, read_standing
from tests.importers.household_sheets import HEADINGS, MAI, PAO, workbook


def pasted(*rows: str) -> list[HouseholdProposal]:
    return list(read_pasted("\n".join(rows), 2022).proposals)


def doubts(sheet: HouseholdSheet) -> list[str]:
    return [doubt.sentence for row in sheet.proposals for doubt in row.doubts]


def repeats(sheet: HouseholdSheet) -> list[str]:
    return doubts(HouseholdSheet(with_repeats(sheet.proposals)))


def test_every_column_of_a_list_is_read(tmp_path: Path) -> None:
    pao, mai = read_households(workbook(tmp_path / "ds.xlsx", PAO, MAI), 2022).proposals
    assert (pao.head, pao.village, pao.standing, pao.persons) == (
        "Vàng Seo Páo",
        "Thôn An Hòa",
        HouseholdClass.POOR,
        5,
    )
    assert (pao.birth_year, pao.sex, pao.ethnicity, pao.identity) == (1975, Sex.MALE, "Mông", "010000000123")
    assert (pao.income_points, pao.lack_points, pao.deprivations, pao.note) == (120, 30, "Nhà ở", "đau yếu")
    assert (mai.standing, mai.arrival) == (HouseholdClass.NEAR_POOR, Arrival.NEW)


def test_rows_of_totals_and_column_numbers_are_no_households(tmp_path: Path) -> None:
    numbers, total = tuple(range(1, 14)), ("", "Tổng cộng", "", "", "", "", "", 8)
    assert len(read_households(workbook(tmp_path / "ds.xlsx", numbers, PAO, total), 2022).proposals) == 1


def test_a_village_over_its_households_is_theirs(tmp_path: Path) -> None:
    headings = ("TT", "Họ và tên chủ hộ", "Số khẩu")
    rows = (("I", "Thôn Nà Mạ"), (1, "Cư A Sình", 4), ("II", "Tổ dân phố 3"), (1, "Má Thị Dở", 2))
    sheet = read_households(workbook(tmp_path / "ds.xlsx", *rows, headings=headings), 2022)
    assert [row.village for row in sheet.proposals] == ["Thôn Nà Mạ", "Tổ dân phố 3"]


def test_a_list_named_after_one_class_gives_it_to_all(tmp_path: Path) -> None:
    headings = ("TT", "Họ và tên chủ hộ", "Số khẩu")
    path = workbook(tmp_path / "ds.xlsx", (1, "Cư A Sình", 4), headings=headings, title="DANH SÁCH HỘ CẬN NGHÈO")
    assert read_households(path, 2022).proposals[0].standing is HouseholdClass.NEAR_POOR


def test_a_list_of_both_classes_without_a_column_for_them_is_doubtful(tmp_path: Path) -> None:
    path = workbook(tmp_path / "ds.xlsx", (1, "Cư A Sình", 4), headings=("TT", "Họ và tên chủ hộ", "Số khẩu"))
    sheet = read_households(path, 2022)
    assert sheet.proposals[0].standing is None
    assert doubts(sheet) == ["Chưa rõ là hộ nghèo hay hộ cận nghèo. Hãy chọn phân loại."]


def test_years_of_birth_under_men_and_women_tell_the_sex(tmp_path: Path) -> None:
    headings = ("TT", "Họ và tên chủ hộ", "Năm sinh nam", "Năm sinh nữ", "Phân loại")
    rows = ((1, "Cư A Sình", 1970, None, "Hộ nghèo"), (2, "Má Thị Dở", None, 1982, "Hộ nghèo"))
    found = read_households(workbook(tmp_path / "ds.xlsx", *rows, headings=headings), 2022).proposals
    assert [(row.birth_year, row.sex) for row in found] == [(1970, Sex.MALE), (1982, Sex.FEMALE)]


def test_of_a_birth_date_only_the_year_is_taken() -> None:
    (row,) = pasted("Họ và tên chủ hộ\tNgày sinh\tPhân loại", "Cư A Sình\t05/03/1970\tHộ nghèo")
    assert row.birth_year == 1970
    assert "05/03" not in repr(row)


def test_phones_and_bank_accounts_are_never_read(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Số điện thoại", "Số tài khoản")
    sheet = read_households(workbook(tmp_path / "ds.xlsx", (*PAO, "0912345678", "8800201"), headings=headings), 2022)
    assert "0912345678" not in repr(sheet.proposals)
    assert "8800201" not in repr(sheet.proposals)
    assert "“Số điện thoại”, “Số tài khoản”" in sheet.remarks[0]


def test_an_identity_number_that_lost_its_zero_gets_it_back_with_a_doubt(tmp_path: Path) -> None:
    sheet = read_households(workbook(tmp_path / "ds.xlsx", (*PAO[:5], 10000000123, *PAO[6:])), 2022)
    assert sheet.proposals[0].identity == "010000000123"
    assert "có thể mất số 0" in doubts(sheet)[0]


def test_an_identity_number_in_wide_digits_is_read_and_one_in_the_name_is_doubtful() -> None:
    row = entered_row(("Vàng Seo Páo 0987654321", "", "1970", "", "", "0100８６00１237"), "dòng 1", 2026)
    assert row.identity == "010086001237"
    assert [doubt.field for doubt in row.doubts] == ["standing", "head"]


def test_repeated_identity_numbers_are_doubtful_in_both_rows(tmp_path: Path) -> None:
    sheet = read_households(workbook(tmp_path / "ds.xlsx", PAO, (*MAI[:5], PAO[5], *MAI[6:])), 2022)
    assert [sentence.split(".")[0] for sentence in repeats(sheet)] == [
        "Trùng số định danh với dòng 5",
        "Trùng số định danh với dòng 4",
    ]


def test_heads_with_one_name_are_doubtful(tmp_path: Path) -> None:
    sheet = read_households(workbook(tmp_path / "ds.xlsx", PAO, (*PAO[:5], "010000000999", *PAO[6:])), 2022)
    assert all("Trùng họ tên" in sentence for sentence in repeats(sheet))
    assert len(repeats(sheet)) == 2


def test_a_row_without_a_name_is_told_and_not_taken(tmp_path: Path) -> None:
    sheet = read_households(workbook(tmp_path / "ds.xlsx", PAO, (2, "", *MAI[2:])), 2022)
    assert len(sheet.proposals) == 1
    assert "Có 1 dòng không có họ và tên chủ hộ nên không nạp (dòng 5)" in sheet.remarks[0]


def test_a_name_that_is_far_too_long_is_doubtful() -> None:
    (row,) = pasted("Họ và tên chủ hộ\tPhân loại", f"{'Cư A Sình ' * 9}\tHộ nghèo")
    assert row.doubts[0].field == "head"


def test_a_number_of_persons_that_is_none_is_doubtful() -> None:
    (row,) = pasted("Họ và tên chủ hộ\tSố khẩu\tPhân loại", "Cư A Sình\tnăm\tHộ nghèo")
    assert row.persons is None
    assert row.doubts[0].sentence == "Không hiểu số khẩu “năm”. Hãy nhập một số."


def test_rows_pasted_without_a_header_are_read_in_the_usual_order() -> None:
    (row,) = pasted("1\tCư A Sình\tThôn Nà Mạ\t1970\tNam\tMông\t010000000123\t5\t120\t30\tHộ nghèo")
    assert (row.head, row.village, row.birth_year, row.persons, row.standing) == (
        "Cư A Sình",
        "Thôn Nà Mạ",
        1970,
        5,
        HouseholdClass.POOR,
    )


def test_a_paste_without_any_name_is_refused() -> None:
    with pytest.raises(KnownError, match="Không có dòng nào là một hộ"):
        read_pasted("1\t2\t3", 2022)


@pytest.mark.parametrize(
    ("text", "standing", "arrival"),
    [
        ("Hộ nghèo", HouseholdClass.POOR, Arrival.KEPT),
        ("nghèo", HouseholdClass.POOR, Arrival.KEPT),
        ("Cận nghèo", HouseholdClass.NEAR_POOR, Arrival.KEPT),
        ("HCN", HouseholdClass.NEAR_POOR, Arrival.KEPT),
        ("Hộ nghèo phát sinh mới", HouseholdClass.POOR, Arrival.NEW),
        ("Tái nghèo", HouseholdClass.POOR, Arrival.AGAIN),
        ("Tái cận nghèo", HouseholdClass.NEAR_POOR, Arrival.AGAIN),
        ("Thoát nghèo", HouseholdClass.LEFT_POOR, Arrival.KEPT),
        ("Thoát cận nghèo", HouseholdClass.LEFT_NEAR_POOR, Arrival.KEPT),
        ("Trung bình", None, Arrival.KEPT),
    ],
)
def test_the_words_of_a_class_are_understood(text: str, standing: HouseholdClass | None, arrival: Arrival) -> None:
    assert read_standing(text) == (standing, arrival)


def test_a_workbook_of_something_else_ends_in_one_sentence(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Vật tư", "Số lượng"])
    book.save(tmp_path / "kho.xlsx")
    with pytest.raises(KnownError, match="Không tìm thấy danh sách hộ trong tệp"):
        read_households(tmp_path / "kho.xlsx", 2022)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9])
def test_a_hostile_file_ends_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ds.xlsx"
    path.write_bytes(content)
    with pytest.raises(KnownError) as refusal:
        read_households(path, 2022)
    assert "bảng nhiệm vụ" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_reading_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read_households(workbook(tmp_path / "ds.xlsx", PAO), 2022, lambda: True)
