"""The chairman's month, the commune's plan and the blank plan from a terminal."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.test_commands import done, program, rows_of, text_of


@pytest.fixture
def demo(data_dir: Path) -> Path:
    done(data_dir, "init", "--demo")
    return data_dir


def test_the_chairman_s_month_is_written_as_a_page_and_a_workbook(demo: Path, tmp_path: Path) -> None:
    said = done(demo, "review", "--month", "2022-07", "--out", str(tmp_path / "USB"))
    assert said.count("Đã ghi") == 2
    text = text_of(tmp_path / "USB" / "PhieuThang_2022-07_XaAnBinh.pdf")
    assert "PHIẾU ĐÁNH GIÁ KẾ HOẠCH PAPI THÁNG 7 NĂM 2022" in text
    assert openpyxl.load_workbook(tmp_path / "USB" / "PhieuThang_2022-07_XaAnBinh.xlsx").sheetnames[0] == "Tháng 7-2022"


def test_the_report_of_a_month_brings_the_chairman_s_sheet_with_it(demo: Path, tmp_path: Path) -> None:
    done(demo, "report", "--period", "2022-07", "--out", str(tmp_path / "ra"), "--pdf")
    assert {path.name for path in (tmp_path / "ra").iterdir()} == {
        "BaoCao_PAPI_2022-07_XaAnBinh.pdf",
        "PhieuThang_2022-07_XaAnBinh.pdf",
        "PhieuThang_2022-07_XaAnBinh.xlsx",
    }


def test_the_commune_s_plan_is_written_with_who_does_what(demo: Path, tmp_path: Path) -> None:
    said = done(demo, "assignment", "--year", "2022", "--out", str(tmp_path))
    assert "PhanCong_2022_XaAnBinh.xlsx" in said
    assert "BẢNG PHÂN CÔNG NHIỆM VỤ" in text_of(tmp_path / "PhanCong_2022_XaAnBinh.pdf")


def test_a_blank_plan_is_written_and_read_back_without_any_data(data_dir: Path, tmp_path: Path) -> None:
    done(data_dir, "plan-template", "--year", "2026", "--out", str(tmp_path))
    said = done(data_dir, "import-plan", str(tmp_path / "MauKeHoach_PAPI.xlsx"), "--dry-run")
    assert "Đã đọc 1 nhiệm vụ" in said


def test_the_results_are_listed(demo: Path) -> None:
    assert [(row["year"], row["total"]) for row in rows_of(demo, "results")] == [(2021, 40.151), (2020, 42.95)]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("review", "--month", "2022-Q3"), "lập theo tháng"),
        (("review", "--month", "2022-13"), "Không hiểu kỳ báo cáo"),
        (("assignment", "--year", "2030"), "Chưa có kế hoạch năm 2030"),
    ],
)
def test_a_wrong_month_or_year_is_refused_in_one_sentence(
    demo: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = program(demo, *arguments, "--out", str(tmp_path))
    assert (result.returncode, result.stdout) == (1, "")
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("report", "--period", "0001-Q1"), "Không hiểu kỳ báo cáo “0001-Q1”."),
        (("review", "--month", "9999-12"), "Không hiểu kỳ báo cáo “9999-12”."),
        (("assignment", "--year", "99999999999999999999"), "“99999999999999999999” không phải là năm"),
        (("households", "--year", "99999"), "“99999” không phải là năm"),
        (("notice", "posting", "99999999999999999999"), "“99999999999999999999” không phải là số của một mục."),
    ],
)
def test_years_and_numbers_that_cannot_be_are_refused_in_one_sentence(
    demo: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = program(demo, *arguments, "--out", str(tmp_path))
    assert (result.returncode, result.stderr.count("\n"), result.stdout) == (1, 1, "")
    assert result.stderr.startswith(sentence)
