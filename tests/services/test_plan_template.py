"""The blank plan is filled in and read back like the province's own."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.tasks import Part
from papi_desktop.importers.plan_file import read_plan
from papi_desktop.services.plan_template import template_bytes

TODAY = date(2026, 3, 2)


def filled(path: Path) -> Path:
    """Write two tasks under each content, as a person would, over the empty rows."""
    book = openpyxl.load_workbook(BytesIO(template_bytes(2026)))
    sheet = book["Kế hoạch"]
    for row in range(1, sheet.max_row + 1):
        text = str(sheet.cell(row, 1).value or "")
        number = next((each.number for each in DIMENSIONS if text == f"{each.number}. {each.full_name}"), 0)
        for position in (1, 2) if number else ():
            line = row + position
            words = (
                f"{number}.{position}",
                f"Việc {number}.{position} của xã",
                "UBND cấp xã",
                "",
                "Trước ngày 5/7/2026",
            )
            for column, value in enumerate(words, start=1):
                sheet.cell(line, column).value = value or None
    book.save(path)
    return path


def test_a_filled_template_is_read_task_by_task_under_its_contents(tmp_path: Path) -> None:
    proposal = read_plan(filled(tmp_path / "Kế hoạch xã.xlsx"), TODAY)
    assert proposal.plan.year == 2026
    assert [(task.dimension, task.code) for task in proposal.tasks] == [
        (number, f"{number}.{position}") for number in range(1, 9) for position in (1, 2)
    ]
    assert {task.part for task in proposal.tasks} == {Part.LEAD}
    assert {task.deadline.due for task in proposal.tasks} == {date(2026, 7, 4)}


def test_the_blank_template_holds_an_example_and_a_guide(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.xlsx"
    path.write_bytes(template_bytes(2026))
    assert openpyxl.load_workbook(path).sheetnames == ["Kế hoạch", "Hướng dẫn"]
    (example,) = read_plan(path, TODAY).tasks
    assert example.text.startswith("Ví dụ:")
    assert example.deadline.due == date(2026, 7, 14)


@pytest.mark.parametrize("year", [2022, 2030])
def test_the_template_names_its_year(year: int) -> None:
    sheet = openpyxl.load_workbook(BytesIO(template_bytes(year)))["Kế hoạch"]
    assert str(year) in str(sheet.cell(1, 1).value)
