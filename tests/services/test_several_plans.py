"""A year with several plans: the province's, the district's and the commune's own stand side by side."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from db.database import Database
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.plans import Plan, PlanProposal
from papi_desktop.services.missing_evidence import missing_evidence
from papi_desktop.services.month_calendar import month_calendar
from papi_desktop.services.month_review import read_review
from papi_desktop.services.new_year import propose_new_year, save_new_year
from papi_desktop.services.own_plan import OwnTask, add_task
from papi_desktop.services.people_list import officer_lines
from papi_desktop.services.planning import Change, bundled_plan, compare, save
from papi_desktop.services.register_export import read_workbook
from papi_desktop.services.registers import Query
from papi_desktop.services.report_annexes import tasks_table
from papi_desktop.services.report_findings import gather
from papi_desktop.services.report_text import sections
from papi_desktop.services.standing import plans_for
from papi_desktop.services.task_list import TASKS, TaskLine, plan_choices, task_lines, task_texts
from papi_desktop.services.today import today_view
from papi_desktop.services.work import Work

TODAY = date(2022, 8, 1)
PERIOD = read_period("2022-Q3")


def district_plan() -> PlanProposal:
    """Return a plan of the district with two tasks of its own, led by the commune."""
    given = bundled_plan()
    plan = Plan(2022, "Kế hoạch PAPI", "77/KH-UBND", date(2022, 7, 15), "UBND huyện Bảo Thắng")
    led = next(row for row in given.tasks if row.code == "1.2")
    texts = ("Lập tổ công tác PAPI của xã.", "Họp dân về Chỉ số PAPI ở từng thôn.")
    rows = tuple(
        replace(led, code=f"1.{number}", proposed_code="", ordinal=number, text=text)
        for number, text in enumerate(texts, start=1)
    )
    return replace(given, plan=plan, tasks=rows)


@pytest.fixture
def work(sample_work: Work) -> Work:
    """Return the sample commune with the district's plan beside the province's."""
    assert save(sample_work, district_plan()).saved == 2
    return sample_work


def lines(work: Work, *filters: tuple[str, str]) -> list[TaskLine]:
    return task_lines(work, Query(PERIOD, TODAY, filters=filters))


def test_a_second_plan_adds_its_tasks_to_the_list_and_hides_none(work: Work) -> None:
    found = lines(work)
    assert len(found) == 30
    assert [line.plan for line in found if line.dimension == 1] == ["239/KH-UBND"] * 2 + ["77/KH-UBND"] * 2
    assert len(task_texts(work, Query(PERIOD, TODAY))) == 41


def test_the_list_can_be_narrowed_to_one_plan_of_a_year_with_several(work: Work) -> None:
    district = next(plan for plan in work.plans.all() if plan.number == "77/KH-UBND")
    assert (str(district.id), "77/KH-UBND (năm 2022)") in plan_choices(work)
    assert {line.plan for line in lines(work, ("plan", str(district.id)))} == {"77/KH-UBND"}


def test_with_one_plan_there_is_neither_a_column_nor_a_filter_for_it(sample_work: Work) -> None:
    query = Query(PERIOD, TODAY)
    headings = [
        column.heading
        for column in read_workbook(sample_work, TASKS, query, lines(sample_work)).sheets[0].table.columns
    ]
    assert "Kế hoạch" not in headings
    assert not plan_choices(sample_work)


def test_with_several_plans_the_workbook_names_the_plan_of_each_task(work: Work) -> None:
    book = read_workbook(work, TASKS, Query(PERIOD, TODAY), lines(work))
    assert "Kế hoạch" in [column.heading for column in book.sheets[0].table.columns]


@pytest.mark.parametrize(
    "count",
    [
        lambda work: len(today_view(work, PERIOD, TODAY).late) + 28,
        lambda work: gather(work, PERIOD, TODAY).now("tasks.total"),
    ],
    ids=["today", "report"],
)
def test_every_view_counts_the_tasks_of_all_plans(work: Work, count: Callable[[Work], int]) -> None:
    assert count(work) == 30


def test_the_calendar_shows_the_tasks_of_all_plans(work: Work) -> None:
    calendar = month_calendar(work, read_period("2022-07"), TODAY)
    shown = [item.text for item in (*calendar.undated, *(item for day in calendar.days for item in day.items))]
    for row in district_plan().tasks:
        assert any(row.text in text for text in shown)


def test_the_officers_and_the_chairman_s_month_count_them_too(sample_work: Work) -> None:
    month, officer = read_period("2022-07"), sample_work.officers.all()[0]

    def figures() -> tuple[int, int]:
        known = officer_lines(sample_work, Query(PERIOD, TODAY))
        planned = read_review(sample_work, month, TODAY).sheet.total.now.planned
        return next(each.tasks for each in known if each.id == officer.id), planned

    before = figures()
    plan = save(sample_work, district_plan()).plan
    for task in sample_work.tasks.of_plan(plan.id):
        sample_work.tasks.put(replace(task, officer_id=officer.id))
    assert figures() == (before[0] + 2, before[1] + 2)


def test_done_work_of_every_plan_is_asked_for_its_evidence(work: Work) -> None:
    known = {each.id for each in missing_evidence(work, PERIOD, TODAY) if each.register == "tasks"}
    assert known == {line.id for line in lines(work) if line.status == "Hoàn thành" and not line.evidence}


def test_the_report_cites_all_plans_and_puts_each_plan_s_tasks_under_its_name(work: Work) -> None:
    findings = gather(work, PERIOD, TODAY)
    intro = sections(findings)[0].draft
    province = "Kế hoạch số 239/KH-UBND ngày 30/6/2022 của UBND tỉnh Lào Cai"
    district = "Kế hoạch số 77/KH-UBND ngày 15/7/2022 của UBND huyện Bảo Thắng"
    assert intro.startswith(f"Thực hiện {province}; {district} về nâng cao Chỉ số")
    assert "Các kế hoạch có 30 nhiệm vụ" in next(each.draft for each in sections(findings) if each.key == "direction")
    first = [row.cells[0] for row in tasks_table(findings).rows]
    assert first[1:7] == [province, "1.2", "1.3", district, "1.1", "1.2"]


def test_a_number_that_two_plans_have_is_cited_with_its_plan(work: Work) -> None:
    findings = gather(work, PERIOD, TODAY)
    faults = next(each.draft for each in sections(findings) if each.key == "faults")
    assert "1.2 Kế hoạch số 77/KH-UBND" in faults
    assert {line.cited for line in findings.tasks if line.code == "1.3"} == {"1.3"}


def test_before_this_year_s_plan_has_come_the_last_year_s_plans_are_reported_on(work: Work) -> None:
    assert len(task_lines(work, Query(read_period("2023-Q1"), date(2023, 2, 1)))) == 30
    numbers = [plan.number for plan in plans_for(work.plans.all(), read_period("2023-Q1"))]
    assert numbers == ["239/KH-UBND", "77/KH-UBND"]
    assert [plan.number for plan in plans_for(work.plans.all(), read_period("2020-Q1"))] == numbers


def test_each_of_two_plans_is_found_again_when_its_file_is_read_again(work: Work) -> None:
    for proposal, number in ((bundled_plan(), 39), (district_plan(), 2)):
        comparison = compare(work, proposal)
        assert comparison.plan is not None
        assert comparison.plan.number == proposal.plan.number
        assert len(comparison.of(Change.UNCHANGED)) == len(comparison.rows) == number


def test_a_new_year_goes_on_with_the_tasks_of_all_plans(work: Work) -> None:
    proposal = propose_new_year(work, 2023)
    texts = {row.task.text for row in proposal.rows}
    assert {row.text for row in district_plan().tasks} <= texts
    assert len(proposal.rows) == 30
    plan = save_new_year(work, proposal, [row.id for row in proposal.rows])
    assert len(work.tasks.of_plan(plan.id)) == 28
    assert len(task_lines(work, Query(read_period("2023-Q1"), date(2023, 2, 1)))) == 30
    assert not propose_new_year(work, 2023).rows
    again = district_plan()
    comparison = compare(work, replace(again, plan=replace(again.plan, year=2023, number="8/KH-UBND")))
    assert not comparison.of(Change.NEW)
    assert not comparison.of(Change.GONE)


def test_more_plans_ask_the_database_no_more_questions(sample: Database) -> None:
    asked: list[str] = []
    event.listen(sample.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    def questions() -> int:
        asked.clear()
        with sample.work() as work:
            lines(work)
            today_view(work, PERIOD, TODAY)
            gather(work, PERIOD, TODAY)
        return len(asked)

    before = questions()
    with sample.work() as work:
        save(work, district_plan())
        add_task(work, OwnTask(text="Lập tổ công tác."), PERIOD)
    assert questions() == before
