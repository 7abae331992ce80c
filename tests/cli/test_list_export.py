"""A list from a terminal as an Excel file."""

import json
from pathlib import Path

import openpyxl

from tests.cli.test_commands import done, program


def test_a_list_of_a_period_is_written_to_excel_with_the_lines_that_are_printed(data_dir: Path, tmp_path: Path) -> None:
    done(data_dir, "init", "--demo")
    target = tmp_path / "USB của xã" / "nhiệm vụ.xlsx"
    target.parent.mkdir()
    rows = json.loads(done(data_dir, "list", "tasks", "--period", "2022-Q3", "--json"))["rows"]
    said = done(data_dir, "list", "tasks", "--period", "2022-Q3", "--xlsx", str(target))
    assert said == f"Đã ghi {len(rows)} dòng vào {target}\n"
    sheet = openpyxl.load_workbook(target).worksheets[0]
    codes = [row[0].value for row in sheet.iter_rows()]
    assert [code for code in codes if code in {row["code"] for row in rows}] == [row["code"] for row in rows]
    missing = program(data_dir, "list", "tasks", "--xlsx", str(tmp_path / "không có" / "a.xlsx"))
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "Không thấy" in missing.stderr
