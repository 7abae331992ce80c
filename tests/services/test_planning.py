"""A plan taken into the database: nothing twice, nothing overwritten silently, what the officer did stays."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.domain.commune import Officer
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import Deadline, DeadlineKind
from papi_desktop.domain.plans import PlanProposal
from papi_desktop.domain.tasks import Part, Progress, Status, Task
from papi_desktop.paths import DataFolder
from papi_desktop.services.plan_matching import similarity
from papi_desktop.services.planning import HEAD, Change, bundled_plan, compare, proposal_json, save
from tests.importers.annex import (
    HEADINGS,
    annex,
    assert_is_the_annex,
    document,
    read_docx,
    read_xlsx,
    sheet,
)


@pytest.fixture
def database(data_dir: Path) -> Iterator[Database]:
    storage = Database(DataFolder(data_dir))
    storage.open()
    yield storage
    storage.close()


@pytest.fixture
def planned(database: Database) -> Database:
    """Give a database that holds the annex."""
    with database.work() as work:
        save(work, bundled_plan())
    return database


def saved_tasks(database: Database) -> list[Task]:
    with database.work() as work:
        return work.tasks.all()


def edited(change: Callable[[list[list[str]]], object]) -> PlanProposal:
    """Return the annex as a workbook whose rows were changed."""
    rows = annex()
    change(rows)
    return read_xlsx(sheet(rows))


def with_row(proposal: PlanProposal, position: int, **values: object) -> PlanProposal:
    rows = list(proposal.tasks)
    rows[position] = replace(rows[position], **values)  # type: ignore[arg-type]
    return replace(proposal, tasks=tuple(rows))


def set_cell(row: int, column: int, text: str) -> Callable[[list[list[str]]], object]:
    return lambda rows: rows[row].__setitem__(column, text)


def test_the_bundled_plan_is_the_annex() -> None:
    proposal = bundled_plan()
    assert_is_the_annex(proposal)
    assert (proposal.plan.number, proposal.plan.issued_on, proposal.plan.year) == (
        "239/KH-UBND",
        date(2022, 6, 30),
        2022,
    )


def test_a_new_plan_is_saved_whole(database: Database) -> None:
    with database.work() as work:
        outcome = save(work, bundled_plan())
    assert (outcome.saved, outcome.changed, outcome.kept) == (39, 0, 0)
    assert outcome.sentence == "Đã nạp kế hoạch: thêm 39 nhiệm vụ."
    tasks = saved_tasks(database)
    assert [(t.code, t.text, t.lead_text, t.coordinating_text, t.deadline.text) for t in tasks] == [
        tuple(row) for row in annex()
    ]
    assert [task.part for task in tasks] == [task.part for task in bundled_plan().tasks]
    assert [task.own_code for task in tasks[-5:]] == ["8.1", "8.2", "8.3", "8.4", "8.5"]


def test_the_same_plan_again_adds_nothing(planned: Database) -> None:
    before = saved_tasks(planned)
    for proposal in (bundled_plan(), read_xlsx(sheet(annex())), read_docx(document([HEADINGS, *annex()]))):
        with planned.work() as work:
            assert compare(work, proposal).nothing_new
            outcome = save(work, proposal)
        assert (outcome.saved, outcome.changed, outcome.kept, outcome.unchanged) == (0, 0, 0, 39)
    assert saved_tasks(planned) == before
    with planned.work() as work:
        assert len(work.plans.all()) == 1


def test_a_plan_of_another_year_or_number_is_another_plan(planned: Database) -> None:
    proposal = bundled_plan()
    for plan in (replace(proposal.plan, year=2023), replace(proposal.plan, number="12/KH-UBND")):
        with planned.work() as work:
            assert save(work, replace(proposal, plan=plan)).saved == 39


def test_the_same_number_of_another_province_is_another_plan(planned: Database) -> None:
    proposal = bundled_plan()
    with planned.work() as work:
        comparison = compare(work, replace(proposal, plan=replace(proposal.plan, issuer="UBND tỉnh Kon Tum")))
    assert comparison.plan is None


def with_head(**values: object) -> PlanProposal:
    proposal = bundled_plan()
    return replace(proposal, plan=replace(proposal.plan, **values))  # type: ignore[arg-type]


def test_a_changed_head_is_shown_with_both_texts_and_kept_until_it_is_accepted(planned: Database) -> None:
    proposal = with_head(issued_on=date(2022, 7, 1), title="Kế hoạch PAPI (bản sửa)")
    with planned.work() as work:
        comparison = compare(work, proposal)
        assert [(each.label, each.after) for each in comparison.head] == [
            ("Ngày ban hành", "01/07/2022"),
            ("Tên kế hoạch", "Kế hoạch PAPI (bản sửa)"),
        ]
        assert not comparison.nothing_new
        before = work.plans.all()
        assert not save(work, proposal).head
        assert work.plans.all() == before
        outcome = save(work, proposal, {HEAD})
        assert outcome.sentence.startswith("Đã nạp kế hoạch: sửa thông tin chung của kế hoạch; ")
        (plan,) = work.plans.all()
    assert plan == replace(before[0], issued_on=date(2022, 7, 1), title="Kế hoạch PAPI (bản sửa)")


def test_the_same_file_under_another_number_and_year_is_the_same_plan_with_a_changed_head(database: Database) -> None:
    with database.work() as work:
        save(work, with_head(source_sha256="ab" * 32))
        comparison = compare(work, with_head(source_sha256="ab" * 32, number="240/KH-UBND", year=2023))
    assert [each.field for each in comparison.head] == ["number", "year"]
    assert not comparison.of(Change.NEW)


def test_what_a_file_does_not_say_of_its_plan_is_no_difference(planned: Database) -> None:
    proposal = with_head(number="", issued_on=None, issuer="", title="Phụ lục.xlsx", source_name="Phụ lục.xlsx")
    with planned.work() as work:
        assert compare(work, proposal).nothing_new


def test_a_changed_cell_is_shown_with_both_texts(planned: Database) -> None:
    with planned.work() as work:
        comparison = compare(work, edited(set_cell(0, 4, "Trước ngày 15/7/2022")))
    (row,) = comparison.of(Change.CHANGED)
    (difference,) = row.differences
    assert difference.label == "Thời hạn"
    assert difference.before == "Trước ngày 5/7/2022 (Chậm nhất 04/07/2022)"
    assert difference.after == "Trước ngày 15/7/2022 (Chậm nhất 14/07/2022)"
    assert len(comparison.of(Change.UNCHANGED)) == 38


def test_a_changed_row_is_kept_until_it_is_accepted(planned: Database) -> None:
    proposal = edited(set_cell(1, 1, "Tổ chức thông tin, tuyên truyền về Chỉ số PAPI."))
    before = saved_tasks(planned)
    with planned.work() as work:
        assert save(work, proposal).kept == 1
    assert saved_tasks(planned) == before
    with planned.work() as work:
        (row,) = compare(work, proposal).of(Change.CHANGED)
        assert save(work, proposal, {row.key}).changed == 1
    assert saved_tasks(planned)[1].text == "Tổ chức thông tin, tuyên truyền về Chỉ số PAPI."
    with planned.work() as work:
        assert compare(work, proposal).nothing_new


def test_what_the_officer_did_stays_when_a_change_is_accepted(planned: Database) -> None:
    task = saved_tasks(planned)[1]
    with planned.work() as work:
        officer = work.officers.put(Officer("Lò Thị Mẩy")).after
        work.tasks.put(replace(task, officer_id=officer.id, note="Làm trước Tết", own_code="1.2a"))
        work.progress.put(Progress(task.id, "2022-Q3", Status.DOING, 40, result="Đã họp 9 thôn"))
    proposal = edited(set_cell(1, 4, "Trước ngày 30/7/2022"))
    with planned.work() as work:
        (row,) = compare(work, proposal).of(Change.CHANGED)
        save(work, proposal, [row.key])
        after, progress = work.tasks.get(task.id), work.progress.of_task(task.id)
    assert (after.officer_id, after.note, after.own_code) == (officer.id, "Làm trước Tết", "1.2a")
    assert after.deadline == read_deadline("Trước ngày 30/7/2022", 2022)
    assert [entry.result for entry in progress] == ["Đã họp 9 thôn"]


def test_a_part_the_officer_chose_is_not_a_difference(planned: Database) -> None:
    task = saved_tasks(planned)[0]
    with planned.work() as work:
        work.tasks.put(replace(task, part=Part.COORDINATE))
    with planned.work() as work:
        assert compare(work, bundled_plan()).nothing_new


def test_a_deadline_that_could_not_be_read_before_is_offered_once_it_can_be(planned: Database) -> None:
    with planned.work() as work:
        first = work.tasks.all()[0]
        work.tasks.put(replace(first, deadline=Deadline(first.deadline.text, DeadlineKind.UNREAD)))
        (row,) = compare(work, bundled_plan()).of(Change.CHANGED)
    assert [(each.field, each.before) for each in row.differences] == [
        ("deadline", "Trước ngày 5/7/2022 (Chưa rõ, giữ nguyên văn)")
    ]


def test_what_was_chosen_in_the_preview_is_saved(database: Database) -> None:
    proposal = bundled_plan()
    row = proposal.tasks[0]
    due = replace(row.deadline, kind=DeadlineKind.BY, due=date(2022, 7, 8))
    with database.work() as work:
        save(work, with_row(proposal, 0, part=Part.LEAD, deadline=due))
    task = saved_tasks(database)[0]
    assert (task.part, task.deadline) == (Part.LEAD, due)


def test_what_is_chosen_in_a_second_preview_is_a_difference_to_accept(planned: Database) -> None:
    proposal = with_row(bundled_plan(), 0, part=Part.LEAD)
    with planned.work() as work:
        (row,) = compare(work, proposal).of(Change.CHANGED)
        assert [difference.label for difference in row.differences] == ["Phần việc của xã"]
        save(work, proposal, [row.key])
    assert saved_tasks(planned)[0].part is Part.LEAD


def test_a_row_put_in_between_is_the_only_new_one(planned: Database) -> None:
    new = ["1.2", "Rà soát quy ước của thôn, tổ dân phố", "UBND cấp xã", "", "Quý IV/2022"]

    def insert(rows: list[list[str]]) -> None:
        rows.insert(1, new)
        rows[2][0], rows[3][0] = "1.3", "1.4"

    proposal = edited(insert)
    with planned.work() as work:
        comparison = compare(work, proposal)
        assert [row.row.text for row in comparison.of(Change.NEW) if row.row] == [new[1]]
        assert [d.field for row in comparison.of(Change.CHANGED) for d in row.differences] == ["code", "code"]
        outcome = save(work, proposal)
    assert (outcome.saved, outcome.kept) == (1, 2)
    assert [(t.ordinal, t.own_code) for t in saved_tasks(planned) if t.text == new[1]] == [(4, "1.2")]
    with planned.work() as work:
        assert not compare(work, proposal).of(Change.NEW)


def test_rows_in_another_order_are_the_same_tasks(planned: Database) -> None:
    def turn(rows: list[list[str]]) -> None:
        rows[3], rows[4] = [rows[3][0], *rows[4][1:]], [rows[4][0], *rows[3][1:]]

    with planned.work() as work:
        comparison = compare(work, edited(turn))
    assert not comparison.of(Change.NEW)
    assert not comparison.of(Change.GONE)
    assert {d.field for row in comparison.of(Change.CHANGED) for d in row.differences} == {"code"}


def test_a_row_that_left_the_file_is_removed_only_when_accepted(planned: Database) -> None:
    proposal = edited(lambda rows: rows.pop(2))
    with planned.work() as work:
        (row,) = compare(work, proposal).of(Change.GONE)
        assert save(work, proposal).removed == 0
    assert len(saved_tasks(planned)) == 39
    with planned.work() as work:
        assert save(work, proposal, [row.key]).removed == 1
    assert len(saved_tasks(planned)) == 38


def test_a_task_moved_to_another_content_takes_a_free_place_there(planned: Database) -> None:
    proposal = with_row(bundled_plan(), 0, dimension=2, ordinal=1)
    with planned.work() as work:
        (row,) = compare(work, proposal).of(Change.CHANGED)
        assert [difference.label for difference in row.differences] == ["Nội dung PAPI"]
        save(work, proposal, [row.key])
    moved = next(task for task in saved_tasks(planned) if task.text == proposal.tasks[0].text)
    assert (moved.dimension, moved.ordinal) == (2, 7)


def test_a_save_that_is_interrupted_leaves_nothing(database: Database) -> None:
    def interrupted() -> None:
        with database.work() as work:
            save(work, bundled_plan())
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    assert saved_tasks(database) == []
    with database.work() as work:
        assert work.plans.all() == []


def test_the_json_of_a_proposal_has_its_promised_keys() -> None:
    printed = json.loads(json.dumps(proposal_json(bundled_plan(), 39), ensure_ascii=False))
    assert printed["saved"] == 39
    head = {"number": "239/KH-UBND", "issued_on": "2022-06-30", "issuer": "UBND tỉnh Lào Cai", "year": 2022}
    assert printed["plan"] == {**head, "title": bundled_plan().plan.title}
    assert len(printed["tasks"]) == 39
    task = next(task for task in printed["tasks"] if task["proposed_code"] == "3.1")
    assert task == {
        "code": "3.1",
        "proposed_code": "3.1",
        "dimension": 3,
        "task": task["task"],
        "lead": ["UBND cấp huyện", "UBND cấp xã"],
        "coordinating": ["Tổ trưởng TDP", "Trưởng thôn", "Đoàn thể cấp xã"],
        "part": "chủ trì",
        "deadline_text": "Báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022",
        "deadline": {
            "kind": "before",
            "due": "2022-07-29",
            "every": None,
            "report_to": "Sở Nội vụ",
            "report_due": None,
        },
        "doubts": task["doubts"],
    }
    recurring = next(task for task in printed["tasks"] if task["proposed_code"] == "2.3")
    assert recurring["deadline"] == {
        "kind": "recurring",
        "due": None,
        "every": "quarter",
        "report_to": None,
        "report_due": None,
    }


def test_texts_are_alike_by_their_words() -> None:
    assert similarity("Công khai bảng giá đất", "công khai BẢNG GIÁ ĐẤT") == 1
    assert similarity("Công khai bảng giá đất", "Công khai bảng giá đất khi được UBND tỉnh ban hành") > 0.6
    assert similarity("Lập sổ", "") == 0


def test_the_json_names_half_years_and_the_days_of_yearly_duties() -> None:
    proposal = edited(
        lambda rows: (set_cell(0, 4, "Định kỳ 6 tháng")(rows), set_cell(1, 4, "Trước 15/12 hằng năm")(rows))
    )
    first, second = (task["deadline"] for task in proposal_json(proposal, 0)["tasks"][:2])
    assert first == {"kind": "recurring", "due": None, "every": "half_year", "report_to": None, "report_due": None}
    assert second == {"kind": "recurring", "due": "2022-12-14", "every": "year", "report_to": None, "report_due": None}
