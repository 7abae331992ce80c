"""Tasks that the commune sets itself stand in a plan of its own, beside those it was given."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.deadlines import DeadlineKind
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.tasks import Part
from papi_desktop.services.own_plan import (
    NO_TEXT,
    OwnTask,
    add_task,
    blank_wording,
    is_own,
    own_plan,
    remove_task,
    reword_task,
    wording_of,
)
from papi_desktop.services.planning import bundled_plan, compare, save
from papi_desktop.services.registers import Query
from papi_desktop.services.report_findings import gather
from papi_desktop.services.report_text import sections
from papi_desktop.services.task_list import task_lines
from papi_desktop.services.work import Work

TODAY = date(2022, 8, 1)
PERIOD = read_period("2022-Q3")
WORDED = OwnTask(1, "Lập tổ công tác PAPI của xã.", Part.LEAD, "UBND xã An Bình", "", "Trước ngày 30/9")


def test_a_task_of_the_commune_s_own_stands_beside_the_province_s(sample_work: Work) -> None:
    task = add_task(sample_work, WORDED, PERIOD)
    lines = task_lines(sample_work, Query(PERIOD, TODAY))
    assert len(lines) == 29
    assert next(line for line in lines if line.id == task.id).due == date(2022, 9, 29)
    assert gather(sample_work, PERIOD, TODAY).now("tasks.total") == 29
    intro = sections(gather(sample_work, PERIOD, TODAY))[0].draft
    assert "của UBND tỉnh Lào Cai; Kế hoạch của UBND xã An Bình về nâng cao Chỉ số" in intro
    commune = sample_work.commune.get()
    assert commune is not None
    assert [is_own(plan, commune) for plan in sample_work.plans.all()] == [True, False]


def test_the_second_one_stands_in_the_same_plan_with_a_number_of_its_own(sample_work: Work) -> None:
    tasks = [add_task(sample_work, WORDED, PERIOD) for _ in range(2)]
    assert [(task.own_code, task.code, task.ordinal) for task in tasks] == [("1.4", "", 1), ("1.5", "", 2)]
    assert len({task.plan_id for task in tasks}) == 1


def test_while_last_year_s_plan_is_reported_on_a_new_task_hides_none_of_it(sample_work: Work) -> None:
    period = read_period("2023-Q1")
    task = add_task(sample_work, WORDED, period)
    assert task.deadline.due == date(2023, 9, 29)
    assert len(task_lines(sample_work, Query(period, date(2023, 2, 1)))) == 29


def test_its_words_can_be_changed_and_what_was_noted_on_it_stays(sample_work: Work) -> None:
    task = add_task(sample_work, WORDED, PERIOD)
    sample_work.tasks.put(replace(task, note="Họp ngày 5"))
    assert wording_of(sample_work, task.id).task == replace(WORDED, plan_id=task.plan_id)
    changed = reword_task(sample_work, task.id, replace(WORDED, dimension=3, deadline_text="Thường xuyên"), PERIOD)
    assert (changed.own_code, changed.note, changed.deadline.kind) == ("3.6", "Họp ngày 5", DeadlineKind.CONTINUOUS)


def test_one_that_was_removed_can_come_back_after_another_was_added(sample_work: Work) -> None:
    first = add_task(sample_work, WORDED, PERIOD)
    remove_task(sample_work, first.id)
    add_task(sample_work, WORDED, PERIOD)
    assert sample_work.tasks.restore(first.id) == first


@pytest.mark.parametrize("change", [remove_task, wording_of, lambda work, id: reword_task(work, id, WORDED, PERIOD)])
def test_the_words_of_another_office_s_plan_are_not_ours_to_change(sample_work: Work, change: object) -> None:
    assert callable(change)
    with pytest.raises(KnownError, match="giữ nguyên văn"):
        change(sample_work, sample_work.tasks.all()[0].id)


def test_a_task_without_words_is_refused(sample_work: Work) -> None:
    with pytest.raises(KnownError, match=NO_TEXT):
        add_task(sample_work, replace(WORDED, text="  "), PERIOD)


def test_a_plan_that_the_commune_issued_and_that_was_read_from_a_file_is_its_own_too(sample_work: Work) -> None:
    given = bundled_plan()
    plan = replace(given.plan, number="12/KH-UBND", issuer="Ủy ban nhân dân xã An Bình", issued_on=date(2022, 7, 5))
    row = replace(given.tasks[1], text="Kiện toàn Ban chỉ đạo.")
    own = save(sample_work, replace(given, plan=plan, tasks=(row,))).plan
    assert [each.number for each in blank_wording(sample_work, PERIOD).plans] == ["12/KH-UBND"]
    assert add_task(sample_work, WORDED, PERIOD).plan_id == own.id == own_plan(sample_work, 2022).id


def test_the_province_s_file_read_again_finds_its_own_plan_beside_ours(sample_work: Work) -> None:
    add_task(sample_work, WORDED, PERIOD)
    assert compare(sample_work, bundled_plan()).nothing_new
