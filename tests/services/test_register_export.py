"""Every list as a workbook: what the screen shows, in its order, read back with openpyxl and LibreOffice."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from papi_desktop.domain.documents import Workbook
from papi_desktop.domain.errors import Cancelled
from papi_desktop.domain.periods import read_period
from papi_desktop.exporters.xlsx import workbook_xlsx
from papi_desktop.services.lists import REGISTERS, register
from papi_desktop.services.register_export import read_workbook, write_workbook
from papi_desktop.services.registers import Query, is_worth_showing
from papi_desktop.services.sample import SAMPLE_DAY
from papi_desktop.services.work import Work
from tests.exporters.reading import flat, libre_office

PERIOD = read_period("2022-Y")


def made(work: Work, name: str, words: str = "", **filters: str) -> tuple[Workbook, list[Any]]:
    asked = register(name)
    query = Query(PERIOD, SAMPLE_DAY, words, tuple(filters.items()))
    lines = list(asked.lines(work, query))
    return read_workbook(work, asked, query, lines), lines


def sheet(book: Workbook) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(workbook_xlsx(book))).worksheets[0]


def row_with(page: Worksheet, text: str) -> list[Any]:
    return next([cell.value for cell in row] for row in page.iter_rows() if text in [cell.value for cell in row])


@pytest.mark.parametrize("name", [each.name for each in REGISTERS])
def test_every_list_has_its_columns_and_all_its_lines(sample_work: Work, name: str) -> None:
    book, lines = made(sample_work, name)
    headings = [column.heading for column in register(name).columns if is_worth_showing(column, lines)]
    page = sheet(book)
    assert row_with(page, headings[0])[: len(headings)] == headings
    assert len([row for row in book.sheets[0].table.rows if len(row.cells) == len(headings) > 1]) == len(lines)


def test_tasks_keep_the_groups_of_the_screen_with_real_dates_and_shares(sample_work: Work) -> None:
    page = sheet(made(sample_work, "tasks")[0])
    texts = [str(page.cell(number, 1).value) for number in range(1, page.max_row + 1)]
    assert [text for text in texts if text[1:3] == ". "][:2] == [
        "1. Tham gia của người dân ở cấp cơ sở",
        "2. Công khai, minh bạch",
    ]
    task = row_with(page, "1.2")
    assert isinstance(task[4], datetime)
    assert isinstance(task[6], int | float)
    assert task[8] in ("Hoàn thành", "Đúng tiến độ", "Quá hạn", "Sắp đến hạn", "Chưa có số liệu")


def test_the_heading_tells_which_lines_were_asked_for(sample_work: Work) -> None:
    officer = sample_work.officers.all()[0]
    book, lines = made(sample_work, "tasks", "công khai", officer=str(officer.id), dimension="2")
    titles = " ".join(book.sheets[0].titles)
    assert "Kỳ: Năm 2022; lập ngày 06/12/2022" in titles
    assert f"{officer.name}; có “công khai”" in titles
    assert "2. Công khai, minh bạch" in titles
    assert book.sheets[0].notes == ((f"Danh sách có {len(lines)} dòng." if lines else "Danh sách không có dòng nào."),)


def test_lines_come_in_the_order_given(sample_work: Work) -> None:
    asked = register("officers")
    query = Query(PERIOD, SAMPLE_DAY)
    lines = list(reversed(asked.lines(sample_work, query)))
    book = read_workbook(sample_work, asked, query, lines)
    assert [row.cells[0] for row in book.sheets[0].table.rows] == [line.name for line in lines]


def test_the_sheet_prints_with_every_task_in_libre_office(sample_work: Work, tmp_path: Path) -> None:
    book, lines = made(sample_work, "tasks")
    target = write_workbook(book, tmp_path / f"{book.footer}.xlsx")
    assert target.name == "NhiemVu_20221206_XaAnBinh.xlsx"
    printed = flat(libre_office(target, tmp_path))
    assert all(" ".join(line.text.split()[:4]) in printed for line in lines)
    assert "NHIỆM VỤ" in printed
    assert "DỮ LIỆU MẪU" in printed


def test_a_write_that_is_stopped_leaves_the_file_as_it_was(sample_work: Work, tmp_path: Path) -> None:
    target = tmp_path / "USB" / "danh sách.xlsx"
    target.parent.mkdir()
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_workbook(made(sample_work, "plans")[0], target, cancelled=lambda: True)
    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["danh sách.xlsx"]
