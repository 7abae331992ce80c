"""Which content each task is put under: by codes, headings and order."""

import pytest

from papi_desktop.domain.dimensions import DIMENSIONS
from tests.importers.annex import (
    HEADINGS,
    active,
    annex,
    assert_has_the_parts,
    assert_is_the_annex,
    by_content,
    read_xlsx,
    sheet,
)
from tests.importers.heading_rows import BLANK, named, roman


def test_codes_kept_as_numbers_give_the_annex() -> None:
    workbook = sheet(annex())
    for (cell,) in active(workbook).iter_rows(min_row=6, max_col=1):
        cell.value = float(cell.value)
    assert_is_the_annex(read_xlsx(workbook))


def test_the_tenth_task_whose_number_lost_its_nought_keeps_its_place() -> None:
    rows = [[f"1.{n}", f"Nhiệm vụ thứ {n}", "UBND cấp xã", "", "Thường xuyên"] for n in range(1, 12)]
    workbook = sheet(rows)
    for (cell,) in active(workbook).iter_rows(min_row=6, max_col=1):
        cell.value = float(cell.value)
    proposal = read_xlsx(workbook)
    assert [task.proposed_code for task in proposal.tasks] == [f"1.{n}" for n in range(1, 12)]


def test_codes_counted_anew_under_each_heading_follow_the_headings() -> None:
    rows = [row for number, group in enumerate(by_content(), 1) for row in (roman(number), *_counted(group))]
    assert_has_the_parts(read_xlsx(sheet(rows)))


def test_codes_counted_anew_without_headings_start_the_next_content() -> None:
    assert_has_the_parts(read_xlsx(sheet([row for group in by_content() for row in _counted(group)])))


def test_tasks_without_codes_follow_the_headings() -> None:
    rows = [
        row
        for number, group in enumerate(by_content(), 1)
        for row in (named(number), *([*BLANK[:1], *r[1:]] for r in group))
    ]
    assert_has_the_parts(read_xlsx(sheet(rows)))


def test_a_column_of_its_own_for_the_contents_gives_the_annex() -> None:
    rows = [
        [DIMENSIONS[number].name if first == 0 else "", str(first + 1), *row[1:]]
        for number, group in enumerate(by_content())
        for first, row in enumerate(group)
    ]
    workbook = sheet(rows, headings=("Nội dung", *HEADINGS))
    assert_has_the_parts(read_xlsx(workbook))


def test_numbered_sections_that_name_no_content_are_doubtful() -> None:
    rows = [("II", "Nhiệm vụ trọng tâm", "", "", ""), ["1", "Lập kế hoạch", "UBND cấp xã", "", "Quý I/2022"]]
    (task,) = read_xlsx(sheet(rows)).tasks
    assert (task.dimension, [doubt.field for doubt in task.doubts]) == (2, ["dimension"])


def test_a_code_printed_twice_by_mistake_stays_in_its_content_with_a_doubt() -> None:
    codes = ["1.1", "2.1", "2.2", "2.2", "2.4", "3.1"]
    rows = [[code, f"Nhiệm vụ thứ {n}", "UBND cấp xã", "", "Thường xuyên"] for n, code in enumerate(codes)]
    tasks = read_xlsx(sheet(rows)).tasks
    assert [task.proposed_code for task in tasks] == ["1.1", "2.1", "2.2", "2.3", "2.4", "3.1"]
    assert [doubt.sentence for task in tasks for doubt in task.doubts] == [
        "Mã 2.2 được in hai lần trong nội dung 2; đề nghị dùng mã 2.3."
    ]


@pytest.mark.parametrize("shape", ["{}.", "{})", "NV{}", "{}"])
def test_codes_with_signs_around_them_are_not_doubtful(shape: str) -> None:
    rows = [
        [shape.format(code), f"Nhiệm vụ {code}", "UBND cấp xã", "", "Thường xuyên"] for code in ("1.1", "1.2", "2.1")
    ]
    tasks = read_xlsx(sheet(rows)).tasks
    assert [task.proposed_code for task in tasks] == ["1.1", "1.2", "2.1"]
    assert not any(task.doubts for task in tasks)


def _counted(group: list[list[str]]) -> list[list[str]]:
    return [[str(number), *row[1:]] for number, row in enumerate(group, 1)]
