"""A list of households is compared with what is kept, saved in one change, and taken back as one."""

from dataclasses import replace
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.domain.documents import RowKind
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.household_reading import ENTRY_FIELDS, HouseholdProposal, HouseholdSheet
from papi_desktop.domain.households import Arrival, Household, HouseholdClass, Movement
from papi_desktop.domain.periods import read_period
from papi_desktop.importers.household_file import read_households
from papi_desktop.services.household_entry import HouseholdDraft
from papi_desktop.services.household_import import Verdict, compare, save
from papi_desktop.services.household_list import (
    change_counts,
    household_lines,
    list_for,
    year_book,
    year_changes,
)
from papi_desktop.services.household_tables import wall_table
from papi_desktop.services.notice_facts import paper_facts
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.registers import Query
from papi_desktop.services.sample import SAMPLE_DAY
from papi_desktop.services.work import Work
from tests.importers.household_sheets import MAI, PAO, workbook

POOR = HouseholdProposal("dòng 4", "Cư A Sình", "An Lạc", HouseholdClass.POOR, birth_year=1970)


def sheet(*rows: HouseholdProposal) -> HouseholdSheet:
    return HouseholdSheet(rows)


def verdicts(work: Work, *rows: HouseholdProposal, year: int = 2023) -> list[Verdict]:
    return [row.verdict for row in compare(work, sheet(*rows), year).rows]


def test_an_excel_list_becomes_the_list_of_its_year(sample: Database, tmp_path: Path) -> None:
    read = read_households(workbook(tmp_path / "ds.xlsx", PAO, MAI), 2023)
    with sample.work() as work:
        outcome = save(work, compare(work, read, 2023))
    with sample.work() as work:
        book = year_book(work, 2023)
    assert outcome.sentence == "Đã ghi 02 hộ vào danh sách năm 2023."
    assert [(each.head, book.village_name(each.village_id)) for each in book.households] == [
        ("Vàng Seo Páo", "Thôn An Hòa"),
        ("Lù Thị Mai", "Thôn An Lạc"),
    ]


def test_an_import_is_taken_back_as_one(sample: Database) -> None:
    with sample.work() as work:
        save(work, compare(work, sheet(POOR, replace(POOR, head="Má Thị Dở")), 2023))
    change = sample.undo()
    assert change is not None
    assert change.label == "Nạp danh sách hộ năm 2023"
    with sample.work() as work, pytest.raises(KnownError, match="Chưa có danh sách"):
        year_book(work, 2023)


def test_comparing_writes_nothing(sample: Database) -> None:
    before = sample.change_number()
    with sample.work() as work:
        compare(work, sheet(POOR), 2023)
    assert sample.change_number() == before


def test_a_household_that_is_kept_already_stays_as_it_is(sample_work: Work) -> None:
    kept = sample_work.households.of_list(list_for(sample_work, 2022).id)[0]
    again = replace(POOR, head="Tên khác", identity=kept.identity, persons=99)
    comparison = compare(sample_work, sheet(again), 2022)
    assert comparison.rows[0].verdict is Verdict.KNOWN
    assert save(sample_work, comparison).saved == 0
    assert sample_work.households.get(kept.id) == kept


def test_the_second_row_with_one_identity_number_is_not_saved(sample_work: Work) -> None:
    rows = (replace(POOR, identity="010000000001"), replace(POOR, head="Má Thị Dở", identity="010000000001"))
    assert verdicts(sample_work, *rows) == [Verdict.NEW, Verdict.REPEATED]


def test_a_row_without_a_class_waits_until_a_person_types_it(sample_work: Work) -> None:
    draft = HouseholdDraft(sheet(replace(POOR, standing=None)), 2023)
    assert draft.compare(sample_work).comparison.rows[0].verdict is Verdict.UNCLEAR
    draft.type({(0, ENTRY_FIELDS.index("standing")): "Hộ cận nghèo (tái)"})
    (row,) = draft.compare(sample_work).comparison.rows
    assert row.verdict is Verdict.NEW
    assert (row.proposal.standing, row.proposal.arrival) == (HouseholdClass.NEAR_POOR, Arrival.AGAIN)


def test_an_unknown_village_is_doubtful_until_a_person_types_a_known_one(sample_work: Work) -> None:
    draft = HouseholdDraft(sheet(replace(POOR, village="Thôn Xa Lạ")), 2023)
    (row,) = draft.compare(sample_work).comparison.rows
    assert "Danh sách thôn chưa có “Thôn Xa Lạ”" in row.doubts[0].sentence
    draft.type({(0, ENTRY_FIELDS.index("village")): "An Lạc"})
    assert not draft.compare(sample_work).comparison.rows[0].doubts


def test_a_list_is_typed_into_empty_rows_and_saved_as_one_change(sample: Database) -> None:
    draft = HouseholdDraft(sheet(), 2023)
    texts = ("Cư A Sình", "An Lạc", "1970", "Nam", "Mông", "010070001234", "5", "120", "30", "hộ nghèo", "Nhà ở", "")
    draft.type({(2, column): text for column, text in enumerate(texts)})
    draft.type({(3, 0): "Má Thị Dở", (3, 9): "HCN", (3, 2): "19x5"})
    with sample.work() as work:
        entered = draft.compare(work)
        save(work, entered.comparison)
    assert [each.row is None for each in entered.rows] == [True, True, False, False]
    assert "Không hiểu năm sinh “19x5”" in " ".join(each.sentence for each in entered.comparison.rows[1].doubts)
    with sample.work() as work:
        first = next(each for each in year_book(work, 2023).households if each.head == "Cư A Sình")
    assert (first.persons, first.income_points, first.ethnicity, first.deprivations) == (5, 120, "Mông", "Nhà ở")
    change = sample.undo()
    assert change is not None
    assert change.label == "Nạp danh sách hộ năm 2023"


def test_a_row_without_a_name_waits(sample_work: Work) -> None:
    draft = HouseholdDraft(sheet(POOR), 2023)
    draft.type({(0, 0): ""})
    (row,) = draft.compare(sample_work).comparison.rows
    assert row.verdict is Verdict.UNCLEAR
    assert "Chưa có họ và tên chủ hộ" in row.doubts[-1].sentence


def test_the_same_household_twice_without_a_number_is_saved_once_unless_a_person_takes_it_in(
    sample_work: Work,
) -> None:
    comparison = compare(sample_work, sheet(POOR, replace(POOR, place="dòng 5")), 2023)
    assert [row.verdict for row in comparison.rows] == [Verdict.NEW, Verdict.REPEATED]
    assert comparison.rows[1].may_be_taken
    assert save(sample_work, comparison).saved == 1
    other = compare(sample_work, sheet(POOR, replace(POOR, place="dòng 5")), 2024)
    assert save(sample_work, other, {0, 1}).saved == 2


def test_people_of_one_name_in_two_villages_or_with_two_numbers_are_two(sample_work: Work) -> None:
    assert verdicts(sample_work, POOR, replace(POOR, village="An Hòa")) == [Verdict.NEW] * 2
    numbered = replace(POOR, identity="010000000001")
    assert verdicts(sample_work, numbered, replace(POOR, identity="010000000002")) == [Verdict.NEW] * 2


def test_a_repeated_number_is_never_saved_twice_however_it_is_chosen(sample_work: Work) -> None:
    rows = (replace(POOR, identity="010000000001"), replace(POOR, head="Má Thị Dở", identity="010000000001"))
    assert save(sample_work, compare(sample_work, sheet(*rows), 2023), {0, 1}).saved == 1


def test_only_chosen_rows_are_saved(sample_work: Work) -> None:
    comparison = compare(sample_work, sheet(POOR, replace(POOR, head="Má Thị Dở")), 2023)
    assert save(sample_work, comparison, {1}).sentence == "Đã ghi 01 hộ vào danh sách năm 2023; không ghi 01 dòng."
    assert [each.head for each in year_book(sample_work, 2023).households] == ["Má Thị Dở"]


def test_households_come_village_by_village_and_by_given_name(sample_work: Work) -> None:
    names = ("Vàng A Ơn", "Vàng A Anh", "Lý A Ánh", "Bàn A Đức", "Cư A Dế")
    save(sample_work, compare(sample_work, sheet(*(replace(POOR, head=name) for name in names)), 2023))
    found = [each.head for each in year_book(sample_work, 2023).households]
    assert found == ["Vàng A Anh", "Lý A Ánh", "Cư A Dế", "Bàn A Đức", "Vàng A Ơn"]


def test_the_changes_from_one_year_to_the_next_are_counted(sample_work: Work) -> None:
    old = sample_work.households.of_list(list_for(sample_work, 2022).id)
    target = list_for(sample_work, 2023)
    stayed = [replace(each, id=0, uuid="", list_id=target.id) for each in old[:100]]
    new = replace(stayed[0], head="Cư A Mới", identity="010000000777")
    sample_work.households.put_many([*stayed, new])
    counts = change_counts(year_changes(sample_work, 2023))
    assert (counts[Movement.SAME], counts[Movement.NEW], counts[Movement.LEFT]) == (100, 1, 4)


def test_a_household_saved_without_its_village_is_named_wherever_it_has_to_be_mended(sample_work: Work) -> None:
    outcome = save(sample_work, compare(sample_work, sheet(POOR, replace(POOR, village="Thôn Xa Lạ")), 2023))
    assert outcome.sentence == (
        "Đã ghi 02 hộ vào danh sách năm 2023. "
        "Có 01 hộ chưa rõ thôn; hãy lọc “Chưa rõ thôn” ở danh sách hộ và chọn thôn cho từng hộ."
    )
    (remark,) = (
        each
        for each in paper_facts(sample_work, NoticeKind.HOUSEHOLDS, 2023, SAMPLE_DAY).remarks
        if "chưa rõ thôn" in each
    )
    assert remark.startswith("Danh sách có 01 hộ chưa rõ thôn")
    asked = Query(read_period("2023-Q1"), SAMPLE_DAY, filters=(("year", "2023"), ("village", "0")))
    assert [line.village for line in household_lines(sample_work, asked)] == ["Chưa rõ thôn"]


def test_households_of_a_village_that_was_removed_stand_with_those_of_none(sample_work: Work) -> None:
    first, second = sample_work.villages.all()[:2]
    heads = ["Lù A Ánh", "Lù A Bình", "Lù A Chu", "Lù A Dín"]
    ids = (0, first.id, second.id, 0)
    target = list_for(sample_work, 2023)
    sample_work.households.put_many(
        Household(target.id, head, village_id=id, persons=2) for head, id in zip(heads, ids, strict=True)
    )
    for village in (first, second):
        sample_work.villages.remove(village.id)
    book = year_book(sample_work, 2023)
    assert book.unplaced == 4
    assert [each.poor for each in book.totals if not each.village_id] == [4]
    rows = wall_table(book.households, book).rows
    assert [row.kind for row in rows].count(RowKind.BAND) == 1
    asked = Query(read_period("2023-Q1"), SAMPLE_DAY, filters=(("year", "2023"), ("village", "0")))
    assert [line.head for line in household_lines(sample_work, asked)] == heads
    assert [each.movement for each in year_changes(sample_work, 2023) if each.after] == [Movement.NEW] * 4
