"""The columns of a plan as a person corrects them, and the tables that can be pointed out."""

from pathlib import Path

import pytest

from papi_desktop.importers.excel_tables import read_workbook
from papi_desktop.importers.plan import NO_TABLE, NoPlanTable, propose
from papi_desktop.importers.plan_choices import Choices, FoundTable, tables_of
from papi_desktop.importers.plan_columns import Column
from papi_desktop.importers.plan_file import read_plan, read_tables
from papi_desktop.importers.word_tables import read_document
from tests.importers.annex import HEADINGS, TODAY, annex, assert_is_the_annex, document, saved, sheet

STRANGE = ("Mục", "Việc phải làm", "Bên giao", "Bên nhận", "Xong lúc")
STRANGE_COLUMNS = {
    Column.CODE: 0,
    Column.TASK: 1,
    Column.LEAD: 2,
    Column.COORDINATING: 3,
    Column.DEADLINE: 4,
}


def tables(content: bytes, choices: Choices | None = None) -> tuple[FoundTable, ...]:
    return tables_of(read_workbook(content), choices or {})


def meanings(table: FoundTable) -> list[Column | None]:
    return [column.meaning for column in table.columns]


def test_a_found_table_shows_its_headings_its_meanings_and_three_cells_of_each_column() -> None:
    (table,) = tables(saved(sheet(annex())))
    assert [column.heading for column in table.columns] == list(HEADINGS)
    assert meanings(table) == [Column.CODE, Column.TASK, Column.LEAD, Column.COORDINATING, Column.DEADLINE]
    assert table.columns[0].samples == ("1.1", "1.2", "1.3")
    assert all(1 <= len(column.samples) <= 3 for column in table.columns)
    assert table.is_read


def test_a_table_that_is_not_found_can_be_pointed_out() -> None:
    content = saved(sheet(annex(), headings=STRANGE))
    with pytest.raises(NoPlanTable):
        propose(read_workbook(content), TODAY, "ke-hoach.xlsx", "")
    (table,) = tables(content)
    assert [column.heading for column in table.columns] == list(STRANGE)
    assert not table.is_read
    choices = {table.source_key: STRANGE_COLUMNS}
    assert_is_the_annex(propose(read_workbook(content), TODAY, "ke-hoach.xlsx", "", choices))
    assert tables(content, choices)[0].is_read


def test_a_table_pointed_out_in_word_goes_on_in_the_next_piece() -> None:
    rows = annex()
    content = saved(document([STRANGE, *rows[:20]], rows[20:]))
    table = next(table for table in tables_of(read_document(content), {}) if table.columns[0].heading == "Mục")
    choices = {table.source_key: STRANGE_COLUMNS}
    assert_is_the_annex(propose(read_document(content), TODAY, "ke-hoach.docx", "", choices))


def test_swapped_columns_are_read_as_corrected() -> None:
    content = saved(sheet(annex()))
    (table,) = tables(content)
    swapped = {**STRANGE_COLUMNS, Column.LEAD: 3, Column.COORDINATING: 2}
    first = propose(read_workbook(content), TODAY, "", "", {table.source_key: swapped}).tasks[1]
    assert (first.lead_text, first.coordinating_text) == (annex()[1][3], annex()[1][2])


def test_a_column_that_is_not_wanted_is_left_out_with_a_remark() -> None:
    content = saved(sheet(annex()))
    (table,) = tables(content)
    columns = {column: place for column, place in STRANGE_COLUMNS.items() if column is not Column.COORDINATING}
    proposal = propose(read_workbook(content), TODAY, "", "", {table.source_key: columns})
    assert {task.coordinating_text for task in proposal.tasks} == {""}
    assert "Bảng không có cột phối hợp." in proposal.remarks
    assert f"Cột “{HEADINGS[3]}” không thuộc bảng nhiệm vụ nên không nạp." in proposal.remarks


def test_a_table_that_is_not_wanted_is_left_out() -> None:
    other = [("STT", "Nhiệm vụ của năm sau", "Chủ trì", "Hạn"), ("1", "Lập kế hoạch", "UBND cấp xã", "Quý I/2023")]
    content = saved(document([HEADINGS, *annex()], other))
    found = tables_of(read_document(content), {})
    later = next(table for table in found if len(table.columns) == 4)
    assert_is_the_annex(propose(read_document(content), TODAY, "", "", {later.source_key: {}}))


def test_headings_in_other_letters_are_the_same_source() -> None:
    louder = [heading.upper() + ":" for heading in HEADINGS]
    assert tables(saved(sheet(annex())))[0].source_key == tables(saved(sheet(annex(), headings=louder)))[0].source_key


def test_the_year_in_a_heading_makes_no_other_source() -> None:
    keys = {
        tables(saved(sheet(annex(), headings=(*HEADINGS[:4], f"Thời gian thực hiện{year}"))))[0].source_key
        for year in ("", " năm 2024", " năm 2025", " (2026)")
    }
    assert len(keys) == 1


def test_a_table_without_headings_is_another_source_when_its_columns_stand_otherwise() -> None:
    turned = [[row[0], row[1], row[4], row[3], row[2]] for row in annex()]
    (first,), (second,) = (tables_of(read_document(saved(document(rows))), {}) for rows in (annex(), turned))
    assert first.source_key != second.source_key
    with pytest.raises(NoPlanTable):
        propose(read_document(saved(document(turned))), TODAY, "", "", {first.source_key: STRANGE_COLUMNS})


def test_a_table_without_any_header_can_be_pointed_out() -> None:
    content = saved(document(annex()))
    (table,) = tables_of(read_document(content), {})
    assert [column.heading for column in table.columns] == [f"Cột {number}" for number in range(1, 6)]
    choices = {table.source_key: STRANGE_COLUMNS}
    assert_is_the_annex(propose(read_document(content), TODAY, "", "", choices))


def test_a_header_of_two_rows_can_be_corrected() -> None:
    top = ("TT", "Nhiệm vụ", "Tổ chức, cá nhân thực hiện", "", "Thời gian hoàn thành")
    bottom = ("", "", "Chủ trì", "Phối hợp", "")
    paper = document([top, bottom, *annex()])
    grid = paper.tables[0]
    for column in (0, 1, 4):
        grid.cell(0, column).merge(grid.cell(1, column))
    grid.cell(0, 2).merge(grid.cell(0, 3))
    content = saved(paper)
    (table,) = tables_of(read_document(content), {})
    assert_is_the_annex(propose(read_document(content), TODAY, "", "", {table.source_key: STRANGE_COLUMNS}))


def test_a_file_without_a_plan_is_told_apart_from_other_refusals(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.xlsx"
    path.write_bytes(saved(sheet(annex(), headings=STRANGE)))
    with pytest.raises(NoPlanTable) as refusal:
        read_plan(path, TODAY)
    assert str(refusal.value) == NO_TABLE
    (table,) = read_tables(path)
    assert_is_the_annex(read_plan(path, TODAY, choices={table.source_key: STRANGE_COLUMNS}))
