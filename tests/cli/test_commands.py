"""The program as a person starts it from a terminal, each time in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest

from papi_desktop.catalog import rows
from papi_desktop.domain.dimensions import dimension

ROOT = Path(__file__).resolve().parents[2]
PROFILE = """
unit = "xã"
name = "Bản Thử"
district = ""
province = "Lào Cai"
chairman = "Nguyễn Văn Thử"
recipient = "Sở Nội vụ tỉnh Lào Cai"
villages = ["Thôn Một", "Thôn Hai"]
"""


def program(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run(
        [sys.executable, "-m", "papi_desktop", "--data", str(folder), *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment,
        timeout=100,
        check=False,
    )


def done(folder: Path, *arguments: str) -> str:
    result = program(folder, *arguments)
    assert (result.returncode, result.stderr) == (0, ""), result.stderr
    return result.stdout


def rows_of(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done(folder, "list", *arguments, "--json"))["rows"]
    return found


@pytest.fixture
def commune(data_dir: Path) -> Path:
    profile = data_dir / "hồ sơ.toml"
    profile.write_text(PROFILE, encoding="utf-8")
    assert "Đã tạo dữ liệu của xã Bản Thử với 2 thôn" in done(data_dir, "init", "--profile", str(profile))
    return data_dir


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write the bundled plan as a province's workbook: a title above, bands for the contents."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["PHỤ LỤC: Phân công nhiệm vụ nâng cao Chỉ số PAPI năm 2022"])
    sheet.append(["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"])
    last = ""
    for row in rows(rows("plans")[0]["name"]):
        if row["dimension"] != last:
            last = row["dimension"]
            sheet.append([None, dimension(int(last)).name])
        sheet.append([row["code"], row["task"], row["lead"], row["coordinating"], row["deadline"]])
    path = tmp_path / "Kế hoạch 239.xlsx"
    book.save(path)
    return path


def test_the_whole_way_from_an_empty_folder_to_the_report(commune: Path, plan: Path, tmp_path: Path) -> None:
    read = json.loads(done(commune, "import-plan", str(plan), "--json"))
    assert (len(read["tasks"]), read["saved"]) == (39, 39)
    assert json.loads(done(commune, "import-plan", str(plan), "--json"))["saved"] == 0
    assert len(rows_of(commune, "tasks")) == 28
    out = tmp_path / "USB"
    said = done(commune, "report", "--period", "2022-Q3", "--out", str(out))
    assert "Chưa có số liệu kỳ này: 1.2" in said
    pdf, xlsx = out / "BaoCao_PAPI_2022-Q3_XaBanThu.pdf", out / "BaoCao_PAPI_2022-Q3_XaBanThu.xlsx"
    assert "Kính gửi: Sở Nội vụ tỉnh Lào Cai" in text_of(pdf)
    assert "Tổng số 28 nhiệm vụ; chưa có nhiệm vụ hoàn thành; quá hạn 03 nhiệm vụ" in text_of(pdf)
    book = openpyxl.load_workbook(xlsx)
    assert book.sheetnames[:2] == ["Tổng hợp", "PL I Nhiệm vụ"]


def test_a_changed_plan_shows_the_difference_and_overwrites_nothing(commune: Path, plan: Path) -> None:
    done(commune, "import-plan", str(plan))
    book = openpyxl.load_workbook(plan)
    sheet = book.active
    assert sheet is not None
    row = next(row for row in sheet.iter_rows(min_row=3) if str(row[0].value) == "2.3")
    row[4].value = "Trước ngày 20/12/2022"
    book.save(plan.with_name("Kế hoạch sửa.xlsx"))
    changed = str(plan.with_name("Kế hoạch sửa.xlsx"))
    before = done(commune, "import-plan", changed, "--dry-run")
    assert "trong tệp “Trước ngày 20/12/2022" in before
    assert before.endswith("chưa ghi.\n")
    read = json.loads(done(commune, "import-plan", changed, "--dry-run", "--json"))
    found = [
        (each["code"], each["before"], each["after"]) for each in read["differences"] if each["label"] == "Thời hạn"
    ]
    assert found == [("2.3", "Định kỳ hàng quý (Hằng quý)", "Trước ngày 20/12/2022 (Chậm nhất 19/12/2022)")]
    assert ["7.1–7.5" in remark for remark in read["remarks"]] == [True]
    said = done(commune, "import-plan", changed)
    assert "đã ghi “Định kỳ hàng quý" in said
    assert "trong tệp “Trước ngày 20/12/2022" in said
    saved = next(line for line in rows_of(commune, "tasks") if line["code"] == "2.3")
    assert saved["deadline"] == "Định kỳ hàng quý"


def test_a_dry_run_reads_without_a_database_and_writes_nothing(data_dir: Path, plan: Path) -> None:
    read = json.loads(done(data_dir, "import-plan", str(plan), "--dry-run", "--json"))
    parts = [task["part"] for task in read["tasks"]]
    assert (parts.count("chủ trì"), parts.count("phối hợp"), parts.count("để biết")) == (15, 13, 11)
    assert read["saved"] == 0
    assert not (data_dir / "papi.db").exists()


def test_the_sample_commune_is_made_listed_reported_checked_and_backed_up(data_dir: Path, tmp_path: Path) -> None:
    done(data_dir, "init", "--demo")
    assert len(rows_of(data_dir, "tasks")) == 28
    assert len(rows_of(data_dir, "publications")) == 12
    assert len(rows_of(data_dir, "opinions")) >= 60
    assert [row["held_on"] for row in rows_of(data_dir, "dialogues", "--period", "2022-Q1")] == ["2022-03-04"]
    said = done(data_dir, "report", "--period", "2022-Y", "--out", str(tmp_path / "ra"), "--pdf", "--docx")
    assert sorted(path.suffix for path in (tmp_path / "ra").iterdir()) == [".docx", ".pdf"]
    assert "Đã ghi" in said
    text = text_of(tmp_path / "ra" / "BaoCao_PAPI_2022-Y_XaAnBinh.pdf")
    assert "Tổ chức 06 cuộc đối thoại với 578 lượt người dự" in text
    assert done(data_dir, "check") == "Dữ liệu nguyên vẹn.\n"
    done(data_dir, "backup", "--out", str(tmp_path / "bản sao.db"))
    assert (tmp_path / "bản sao.db").stat().st_size > 100_000


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("list", "tasks"), "Chưa có dữ liệu trong"),
        (("report", "--period", "2022-Q5", "--out", "."), "Không hiểu kỳ báo cáo “2022-Q5”"),
        (("list", "abc"), "Không có danh sách “abc”"),
        (("init", "--profile", "không-có.toml"), "Không đọc được tệp hồ sơ"),
        (("import-plan", "không-có.xlsx", "--dry-run"), "Không tìm thấy tệp"),
    ],
)
def test_a_refusal_is_one_sentence_and_code_one(data_dir: Path, arguments: tuple[str, ...], sentence: str) -> None:
    result = program(data_dir, *arguments)
    assert (result.returncode, result.stdout) == (1, "")
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


def test_a_reader_that_stops_early_ends_the_command_silently(commune: Path) -> None:
    reading = subprocess.Popen(
        [sys.executable, "-m", "papi_desktop", "--data", str(commune), "list", "rules"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=commune,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert reading.stdout
    assert reading.stderr
    reading.stdout.close()
    said = reading.stderr.read()
    reading.stderr.close()
    assert (reading.wait(100), said) == (0, b"")


def test_a_commune_is_not_made_twice(commune: Path) -> None:
    result = program(commune, "init", "--profile", str(commune / "hồ sơ.toml"))
    assert result.returncode == 1
    assert "đã có thông tin xã" in result.stderr


def test_wrong_usage_is_code_two_in_vietnamese(data_dir: Path) -> None:
    result = program(data_dir, "report")
    assert result.returncode == 2
    assert result.stderr.startswith("Lệnh chưa đúng.\nCách dùng: papi_desktop report")


def test_vietnamese_comes_out_whole_on_a_console_of_another_code_page(commune: Path) -> None:
    result = program(commune, "list", "villages", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert "Thôn Một" in result.stdout


def test_a_damaged_evidence_file_is_found_by_the_check(data_dir: Path) -> None:
    done(data_dir, "init", "--demo")
    kept = next(path for path in (data_dir / "minh-chung").rglob("*") if path.is_file())
    kept.write_bytes(b"?")
    result = program(data_dir, "check")
    assert result.returncode == 1
    assert "đã bị sửa hoặc hỏng" in result.stderr


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [document[index].get_textpage().get_text_bounded() for index in range(len(document))]
    return " ".join(" ".join(pages).split())
