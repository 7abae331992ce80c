"""Lists of households and budget forms from a terminal."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.test_commands import done, program, rows_of, text_of
from tests.importers.household_sheets import MAI, PAO, workbook


@pytest.fixture
def demo(data_dir: Path) -> Path:
    done(data_dir, "init", "--demo")
    return data_dir


def test_the_households_are_listed_with_their_identity_numbers_hidden(demo: Path) -> None:
    rows = rows_of(demo, "households")
    assert len(rows) == 104
    assert all(row["identity"].startswith("•••••••••") for row in rows)
    assert not {"ethnicity", "note", "deprivations"} & set(rows[0])


def test_the_list_for_the_wall_is_the_default_and_the_full_one_is_asked_for(demo: Path, tmp_path: Path) -> None:
    done(demo, "households", "--year", "2022", "--out", str(tmp_path))
    said = done(demo, "households", "--year", "2022", "--internal", "--out", str(tmp_path))
    wall, office = (text_of(tmp_path / f"DanhSachHoNgheo_{kind}_2022_XaAnBinh.pdf") for kind in ("NiemYet", "NoiBo"))
    assert "không niêm yết" in said
    assert "010099000001" not in wall
    assert "010099000001" in office
    assert "Tổng cộng 104 hộ" in wall


def test_the_list_for_the_wall_is_written_as_it_is_to_hang(demo: Path, tmp_path: Path) -> None:
    way = ("--large", "--number", "7", "--dated", "12/01/2022")
    done(demo, "households", "--year", "2022", *way, "--out", str(tmp_path))
    assert "07/DS-UBND" in text_of(tmp_path / "DanhSachHoNgheo_NiemYet_2022_XaAnBinh_chu-lon.pdf")
    done(demo, "households", "--year", "2022", "--blank", "--out", str(tmp_path))
    assert (tmp_path / "DanhSachHoNgheo_NiemYet_2022_XaAnBinh_de-trong.pdf").exists()
    assert (
        "chỉ có một cách in"
        in program(demo, "households", "--year", "2022", "--internal", "--large", "--out", str(tmp_path)).stderr
    )


def test_budget_forms_are_written_with_their_decision(demo: Path, tmp_path: Path) -> None:
    done(demo, "budget", "--form", "113", "115", "--period", "2022-Q3", "--out", str(tmp_path))
    stem = tmp_path / "CongKhaiNganSach_Bieu113-115_2022-Q3_XaAnBinh"
    assert "Biểu số 115/CK TC-NSNN" in text_of(stem.with_suffix(".pdf"))
    sheet = openpyxl.load_workbook(stem.with_suffix(".xlsx"))["Biểu 113"]
    assert sheet.cell(1, 1).value == "DỮ LIỆU MẪU"
    assert sheet.cell(6, 2).value == "B"
    assert sheet.cell(7, 3).value == 6_605_200_000


def test_the_number_of_a_decision_is_that_of_its_forms_or_the_typed_one_or_left_open(
    demo: Path, tmp_path: Path
) -> None:
    asked = ("budget", "--form", "113", "--period", "2022-Q3", "--out", str(tmp_path))
    name = "CongKhaiNganSach_Bieu113_2022-Q3_XaAnBinh"
    done(demo, *asked)
    assert "Số: 86/QĐ-UBND" in text_of(tmp_path / f"{name}.pdf")
    said = done(demo, *asked, "--large", "--number", "90", "--dated", "10/04/2026")
    assert "Căn cứ chưa kiểm chứng" in said
    assert "Nghị định số ……" in said
    assert "Số: 90/QĐ-UBND" in text_of(tmp_path / f"{name}_chu-lon.pdf")
    done(demo, *asked, "--blank", "--number", "")
    assert "86/QĐ-UBND" not in text_of(tmp_path / f"{name}_de-trong.pdf")


def test_a_decision_of_a_publication_without_forms_says_so(demo: Path, tmp_path: Path) -> None:
    said = done(demo, "notice", "budget_decision", "4", "--out", str(tmp_path))
    assert "Chưa có số liệu biểu nào của quý I năm 2022, quyết định in không kèm biểu." in said


def test_a_list_is_taken_over_and_told_row_by_row(demo: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "ds.xlsx", PAO, (*MAI[:5], "12", *MAI[6:]))
    said = done(demo, "import-households", str(path), "--year", "2023")
    assert "dòng 5, Lù Thị Mai: Số định danh không đủ 12 chữ số" in said
    assert "Đã ghi 02 hộ vào danh sách năm 2023." in said


def test_a_dry_run_writes_nothing_and_shows_what_it_read(demo: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "ds.xlsx", PAO)
    found = json.loads(done(demo, "import-households", str(path), "--year", "2023", "--dry-run", "--json"))
    assert found["saved"] == 0
    assert found["rows"][0]["identity"] == "•••••••••123"
    assert "Chưa có danh sách" in program(demo, "households", "--year", "2023", "--out", str(tmp_path)).stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("households", "--year", "1999", "--out", "."), "Chưa có danh sách hộ nghèo, hộ cận nghèo năm 1999"),
        (("budget", "--form", "99", "--period", "2022-Q3", "--out", "."), "Không có biểu số 99"),
        (("budget", "--form", "116", "--period", "2022-Q3", "--out", "."), "Chưa có số liệu biểu 116"),
        (("notice", "budget_decision", "1", "--out", "."), "không phải công khai ngân sách"),
        (("import-households", "không có.xlsx"), "Không tìm thấy tệp"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(demo: Path, arguments: tuple[str, ...], sentence: str) -> None:
    outcome = program(demo, *arguments)
    assert outcome.returncode == 1
    assert sentence in outcome.stderr
    assert outcome.stderr.count("\n") == 1


def test_a_copy_is_kept_before_a_list_is_taken_over_and_without_it_nothing_is(demo: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "ds.xlsx", PAO)
    done(demo, "import-households", str(path), "--year", "2023", "--dry-run")
    assert not (demo / "sao-luu").exists()
    done(demo, "import-households", str(path), "--year", "2023")
    assert [each.name for each in (demo / "sao-luu").iterdir()] == ["truoc-khi-nap-0001.db"]
    (demo / "sao-luu" / "truoc-khi-nap-0001.db").unlink()
    (demo / "sao-luu").rmdir()
    (demo / "sao-luu").touch()
    assert "Chưa nạp gì" in program(demo, "import-households", str(path), "--year", "2024").stderr
    assert "Chưa có danh sách" in program(demo, "households", "--year", "2024", "--out", str(tmp_path)).stderr
