"""Checking a plan before it is saved: counts, doubts, changes, and what keeps it from being saved."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.tasks import Part
from papi_desktop.services.plan_checking import Checking, Review, Wanted
from papi_desktop.services.planning import bundled_plan


@pytest.fixture
def checking() -> Checking:
    return Checking(bundled_plan())


def first_doubtful(checking: Checking) -> int:
    return next(line.id for line in checking.lines() if line.doubts)


def test_the_bundled_plan_is_counted_in_one_sentence(checking: Checking) -> None:
    assert checking.sentence.startswith("39 nhiệm vụ: 15 chủ trì, 13 phối hợp, 11 để biết; ")
    assert checking.sentence.endswith(f"{checking.open_doubts} chỗ cần xem lại")


def test_the_rows_that_concern_the_commune_are_28(checking: Checking) -> None:
    assert len(checking.lines(Wanted.OURS)) == 28


def test_a_confirmed_row_needs_no_look_any_more_but_stays_among_the_doubtful(checking: Checking) -> None:
    id, before = first_doubtful(checking), len(checking.lines(Wanted.DOUBTFUL))
    after = checking.confirmed(id)
    assert after.line(id).review is Review.SEEN
    assert after.open_doubts == checking.open_doubts - 1
    assert len(after.lines(Wanted.DOUBTFUL)) == before


def test_a_changed_row_counts_as_looked_at(checking: Checking) -> None:
    id = first_doubtful(checking)
    after = checking.with_row(id, replace(checking.row(id), part=Part.COORDINATE))
    assert after.line(id).review is Review.SEEN
    assert after.line(id).part is Part.COORDINATE


def in_year(checking: Checking, year: int) -> Checking:
    plan = checking.proposal.plan
    return checking.with_plan(plan.number, plan.issued_on, plan.issuer, year, plan.title)


def without_year() -> Checking:
    """Return a plan whose first two deadlines name no year."""
    plan = bundled_plan()
    rows = list(plan.tasks)
    for place in (0, 1):
        rows[place] = replace(rows[place], deadline=read_deadline("Trước ngày 5/7", 2022))
    return Checking(replace(plan, tasks=tuple(rows)))


def test_another_year_moves_the_deadlines_that_name_none() -> None:
    checking = in_year(without_year(), 2024)
    assert checking.row(1).deadline.due == date(2024, 7, 4)
    named = [row for row in without_year().proposal.tasks if "2022" in row.deadline.text]
    assert [row.deadline for row in checking.proposal.tasks if "2022" in row.deadline.text] == [
        row.deadline for row in named
    ]


def test_a_deadline_that_a_person_changed_stays_under_another_year() -> None:
    checking = without_year()
    row = checking.row(1)
    chosen = replace(row.deadline, due=date(2022, 8, 1))
    checking = in_year(checking.with_row(1, replace(row, deadline=chosen)), 2024)
    assert checking.row(1).deadline == chosen
    assert checking.row(2).deadline.due == date(2024, 7, 4)


def test_a_year_that_is_only_half_typed_changes_no_deadline_and_the_next_one_does() -> None:
    half = in_year(without_year(), 20)
    assert half.row(1).deadline.due == date(2022, 7, 4)
    assert in_year(half, 2023).row(1).deadline.due == date(2023, 7, 4)


def test_a_deadline_of_another_year_than_the_plan_s_becomes_doubtful(checking: Checking) -> None:
    id = next(id for id, row in enumerate(checking.proposal.tasks, 1) if row.deadline.due and not row.doubts)
    assert any(doubt.field == "deadline" for doubt in in_year(checking, 2025).row(id).doubts)


def test_when_nothing_is_doubtful_the_sentence_does_not_speak_of_it(checking: Checking) -> None:
    for line in checking.lines(Wanted.DOUBTFUL):
        checking = checking.confirmed(line.id)
    assert checking.sentence == "39 nhiệm vụ: 15 chủ trì, 13 phối hợp, 11 để biết"


def test_a_deadline_without_its_date_keeps_the_plan_from_being_saved(checking: Checking) -> None:
    row = checking.row(1)
    broken = checking.with_row(1, replace(row, deadline=replace(row.deadline, due=None)))
    assert [id for id, _sentence in broken.problems()] == [1]


def test_a_task_without_words_keeps_the_plan_from_being_saved(checking: Checking) -> None:
    broken = checking.with_row(2, replace(checking.row(2), text=" "))
    assert list(broken.problems()) == [(2, "Nhiệm vụ 1.2 chưa có nội dung. Hãy nhập nội dung.")]


def test_a_year_without_four_digits_keeps_the_plan_from_being_saved(checking: Checking) -> None:
    broken = checking.with_plan("239/KH-UBND", date(2022, 6, 30), "UBND tỉnh Lào Cai", 22, "Kế hoạch")
    assert [id for id, _sentence in broken.problems()] == [0]


def test_the_bundled_plan_has_no_problem(checking: Checking) -> None:
    assert not list(checking.problems())
