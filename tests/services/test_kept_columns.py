"""The columns that a person corrected are read like that in the next file of the same source."""

from pathlib import Path

from db.database import Database
from papi_desktop.importers.plan_columns import Column
from papi_desktop.importers.plan_file import read_plan, read_tables
from papi_desktop.services.kept_columns import keep_choices, kept_choices
from tests.importers.annex import TODAY, annex, assert_is_the_annex, saved, sheet

HEADINGS = ("Mục", "Việc phải làm", "Bên giao", "Bên nhận", "Xong lúc")
COLUMNS = {Column.CODE: 0, Column.TASK: 1, Column.LEAD: 2, Column.COORDINATING: 3, Column.DEADLINE: 4}


def test_the_next_file_of_a_source_is_read_with_its_kept_columns(empty: Database, tmp_path: Path) -> None:
    first, later = tmp_path / "đợt 1.xlsx", tmp_path / "đợt 2.xlsx"
    first.write_bytes(saved(sheet(annex()[:3], headings=HEADINGS)))
    later.write_bytes(saved(sheet(annex(), headings=[f"{heading.upper()}:" for heading in HEADINGS])))
    (table,) = read_tables(first)
    with empty.work() as work:
        keep_choices(work, {table.source_key: COLUMNS})
    with empty.work() as work:
        assert_is_the_annex(read_plan(later, TODAY, choices=kept_choices(work)))


def test_what_was_said_later_holds(empty: Database) -> None:
    with empty.work() as work:
        keep_choices(work, {"muc|viec": COLUMNS})
        keep_choices(work, {"muc|viec": {Column.TASK: 1}})
        assert kept_choices(work) == {"muc|viec": {Column.TASK: 1}}
        assert len(work.mappings.all()) == 1
