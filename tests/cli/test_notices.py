"""Printed papers, the beginning of a day and the lists of rules, holidays and reception from a terminal."""

from pathlib import Path

import pytest

from tests.cli.test_commands import done, program, rows_of, text_of


@pytest.fixture
def demo(data_dir: Path) -> Path:
    done(data_dir, "init", "--demo")
    return data_dir


def test_minutes_of_all_places_are_written_in_one_file(demo: Path, tmp_path: Path) -> None:
    said = done(demo, "notice", "posting_record", "1", "--out", str(tmp_path / "USB"))
    assert said.count("Đã ghi") == 2
    assert text_of(tmp_path / "USB" / "BienBanNiemYet_1.pdf").count("BIÊN BẢN") == 11


def test_a_blank_and_large_schedule_is_written_under_its_own_name(demo: Path, tmp_path: Path) -> None:
    done(demo, "notice", "reception", "1", "--out", str(tmp_path), "--blank", "--large")
    assert {each.name for each in tmp_path.glob("Lich*")} == {
        "LichTiepCongDan_1_de-trong_chu-lon.pdf",
        "LichTiepCongDan_1_de-trong_chu-lon.docx",
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("lạ", "1"), "Không có mẫu in"),
        (("posting", "999"), "Không còn nội dung công khai này"),
        (("reception", "999"), "Không còn lịch tiếp công dân này"),
        (("directory", "--dated", "31/02/2026"), "không có trong lịch"),
    ],
)
def test_a_paper_that_cannot_be_printed_is_refused_in_one_sentence(
    demo: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = program(demo, "notice", *arguments, "--out", str(tmp_path / "USB"))
    assert result.returncode == 1
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_beginning_a_day_tells_what_to_do_and_begins_nothing_twice(demo: Path) -> None:
    first, second = done(demo, "begin-day"), done(demo, "begin-day")
    assert "Quá hạn niêm yết: Tình hình thực hiện thu, chi ngân sách xã 9 tháng năm 2022" in first
    assert len({line for line in first.splitlines() if line.startswith("Được gỡ")}) <= 3, "one line a publication"
    assert second.splitlines()[-1].startswith("Ngày 06/12/2022: lập 0 mục mới")


def test_the_rules_the_holidays_and_the_sessions_are_listed(demo: Path) -> None:
    assert {row["key"] for row in rows_of(demo, "rules")} >= {"reception.chairman", "budget.posting.min_days"}
    holidays = rows_of(demo, "holidays", "--period", "2026-Y")
    assert {"on": "2026-02-17", "state": "Nghỉ"}.items() <= next(
        row for row in holidays if row["on"] == "2026-02-17"
    ).items()
    assert rows_of(demo, "reception", "--period", "2022-Y")[0]["person"] == "Lý Văn Thịnh"
