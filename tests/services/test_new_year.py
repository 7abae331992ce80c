"""A new year starts from the last one, and the province's plan that comes later finds the tasks that went on."""

from dataclasses import replace
from datetime import date

import pytest

from db.database import Database
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import DeadlineKind
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.plans import PlanProposal
from papi_desktop.domain.tasks import Part
from papi_desktop.services.new_year import NewYear, Why, moved_deadline, propose_new_year, save_new_year
from papi_desktop.services.own_plan import OwnTask, add_task, own_plan
from papi_desktop.services.planning import Change, bundled_plan, compare, save
from papi_desktop.services.work import Work


def started(work: Work) -> NewYear:
    proposal = propose_new_year(work, 2023)
    save_new_year(work, proposal, proposal.proposed)
    return proposal


def next_plan() -> PlanProposal:
    """Return the province's plan of the next year, with the same tasks."""
    plan = bundled_plan()
    return replace(plan, plan=replace(plan.plan, year=2023, number="101/KH-UBND", issued_on=date(2023, 3, 1)))


def test_continuous_and_recurring_tasks_go_on_and_finished_ones_do_not(sample_work: Work) -> None:
    proposal = propose_new_year(sample_work, 2023)
    proposed = {row.why for row in proposal.rows if row.is_proposed}
    assert proposed == {Why.CONTINUOUS, Why.RECURRING, Why.BY_LAW}
    kept = {row.why for row in proposal.rows if not row.is_proposed}
    assert {Why.FINISHED, Why.UNFINISHED} <= kept
    assert all(row.task.part is not Part.INFORM for row in proposal.rows)


def test_nothing_is_written_before_it_is_accepted(sample_work: Work) -> None:
    before = sample_work.tasks.all()
    propose_new_year(sample_work, 2023)
    assert sample_work.tasks.all() == before
    assert [plan.year for plan in sample_work.plans.all()] == [2022]


def test_tasks_go_on_with_officer_leader_area_villages_and_steps(sample_work: Work) -> None:
    task = next(row.task for row in propose_new_year(sample_work, 2023).rows if row.is_proposed)
    village = sample_work.villages.all()[0].id
    planned = {"planned_from": date(2022, 1, 5), "planned_to": date(2022, 12, 10)}
    full = sample_work.tasks.put(replace(task, area="Tư pháp", village_ids=(village,), steps="1. Họp", **planned)).after
    started(sample_work)
    new = next(each for each in sample_work.tasks.all() if each.carried_from == full.uuid)
    assert (new.officer_id, new.leader_id, new.area) == (full.officer_id, full.leader_id, "Tư pháp")
    assert (new.village_ids, new.steps, new.text) == ((village,), "1. Họp", full.text)
    assert (new.planned_from, new.planned_to) == (date(2023, 1, 5), date(2023, 12, 10))


def test_a_new_year_is_one_change_and_can_be_taken_back_whole(sample: Database) -> None:
    with sample.work() as work:
        started(work)
    change = sample.undo()
    assert change is not None
    assert change.label == "Lập kế hoạch năm 2023"
    with sample.work() as work:
        assert [plan.year for plan in work.plans.all()] == [2022]
        assert not any(task.carried_from for task in work.tasks.all())


def test_a_deadline_that_names_its_year_keeps_its_words_and_is_read_a_year_later_with_a_doubt() -> None:
    deadline, doubt = moved_deadline(read_deadline("Trước ngày 5/7/2022", 2022), 2022, 2023)
    assert (deadline.text, deadline.due) == ("Trước ngày 5/7/2022", date(2023, 7, 4))
    assert "tạm hiểu là 04/07/2023" in doubt


def test_a_deadline_without_a_year_is_simply_read_in_the_new_one() -> None:
    deadline, doubt = moved_deadline(read_deadline("Trước ngày 5/7", 2022), 2022, 2023)
    assert (deadline.due, doubt) == (date(2023, 7, 4), "")


def test_the_day_of_the_report_moves_with_the_year_too() -> None:
    named, doubt = moved_deadline(read_deadline("Thường xuyên; báo cáo trước ngày 15/12/2022", 2022), 2022, 2023)
    assert (named.kind, named.report_due) == (DeadlineKind.CONTINUOUS, date(2023, 12, 14))
    assert "tạm hiểu là báo cáo chậm nhất 14/12/2023" in doubt
    unnamed, doubt = moved_deadline(read_deadline("Quý III, báo cáo trước ngày 10/10", 2022), 2022, 2023)
    assert (unnamed.due, unnamed.report_due, doubt) == (date(2023, 9, 30), date(2023, 10, 9), "")


@pytest.mark.parametrize("text", ["Trước ngày 15/7/2022", "Trước ngày 15/7"])
def test_a_deadline_that_a_person_corrected_moves_as_corrected_with_a_doubt(text: str) -> None:
    corrected = replace(read_deadline(text, 2022), due=date(2022, 8, 20))
    deadline, doubt = moved_deadline(corrected, 2022, 2023)
    assert (deadline.text, deadline.due) == (text, date(2023, 8, 20))
    assert "tạm hiểu là 20/08/2023" in doubt


def test_a_window_that_a_person_corrected_moves_as_corrected_with_a_doubt() -> None:
    read = read_deadline("Quý III/2022", 2022)
    corrected = replace(read, starts=date(2022, 8, 1), due=date(2022, 10, 31))
    deadline, doubt = moved_deadline(corrected, 2022, 2023)
    assert (deadline.starts, deadline.due) == (date(2023, 8, 1), date(2023, 10, 31))
    assert "tạm hiểu là từ 01/08/2023 đến 31/10/2023" in doubt


def test_a_deadline_that_went_on_once_goes_on_again_from_where_it_stands() -> None:
    once, _doubt = moved_deadline(read_deadline("Trước ngày 15/7/2022", 2022), 2022, 2023)
    twice, doubt = moved_deadline(once, 2023, 2024)
    assert twice.due == date(2024, 7, 14)
    assert "tạm hiểu là 14/07/2024" in doubt


def test_the_last_of_february_stays_the_last_of_february() -> None:
    deadline, _doubt = moved_deadline(read_deadline("Trước ngày 01/3/2024", 2024), 2024, 2025)
    assert deadline.due == date(2025, 2, 28)


def test_work_without_a_date_reads_as_before() -> None:
    continuous = read_deadline("Thường xuyên", 2022)
    assert moved_deadline(continuous, 2022, 2023) == (continuous, "")
    assert continuous.kind is DeadlineKind.CONTINUOUS


def test_the_new_year_started_twice_offers_only_what_is_left(sample_work: Work) -> None:
    first = started(sample_work)
    again = propose_new_year(sample_work, 2023)
    assert again.proposed == ()
    assert len(again.rows) == len(first.rows) - len(first.proposed)


def test_the_province_s_plan_that_comes_later_finds_the_carried_tasks(sample_work: Work) -> None:
    proposal = started(sample_work)
    found = compare(sample_work, next_plan())
    known = [row for row in found.rows if row.task and row.row]
    assert len(known) == len(proposal.proposed)
    assert not found.of(Change.GONE)
    outcome = save(sample_work, next_plan())
    assert outcome.saved == 39 - len(proposal.proposed)
    tasks = sample_work.tasks.of_plan(outcome.plan.id)
    assert len(tasks) == len({task.text for task in tasks}) == 39
    assert outcome.plan.number == "101/KH-UBND"


def test_a_plan_that_was_read_first_takes_over_who_does_its_tasks(sample_work: Work) -> None:
    new = save(sample_work, next_plan()).plan
    proposal = propose_new_year(sample_work, 2023)
    assert save_new_year(sample_work, proposal, proposal.proposed).id == new.id
    tasks = [task for task in sample_work.tasks.of_plan(new.id) if task.concerns_us]
    assert len(sample_work.tasks.of_plan(new.id)) == 39
    assert all(task.officer_id and task.carried_from for task in tasks)


def test_what_the_commune_set_itself_goes_on_in_its_own_plan(sample_work: Work) -> None:
    task = add_task(sample_work, OwnTask(text="Lập tổ công tác.", deadline_text="Thường xuyên"), read_period("2022-Y"))
    proposal = started(sample_work)
    assert task.id in proposal.proposed
    own = own_plan(sample_work, 2023)
    assert [each.carried_from for each in sample_work.tasks.of_plan(own.id)] == [task.uuid]
    later = propose_new_year(sample_work, 2023)
    assert save_new_year(sample_work, later, [row.id for row in later.rows]).id != own.id
    assert len(sample_work.tasks.of_plan(own.id)) == 1


def test_without_an_earlier_plan_there_is_nothing_to_start_from(empty: Database) -> None:
    with empty.work() as work, pytest.raises(KnownError, match="Chưa có kế hoạch nào trước năm 2023"):
        propose_new_year(work, 2023)
