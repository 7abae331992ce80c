"""The page "Hôm nay"."""

from dataclasses import replace
from datetime import date

import pytest

from db.database import Database
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.dialogues import Dialogue
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.tasks import Part, Progress, State, Status, Task
from papi_desktop.services.dialogue_days import result_due
from papi_desktop.services.lists import register
from papi_desktop.services.registers import Query
from papi_desktop.services.report_findings import gather
from papi_desktop.services.report_text import sections
from papi_desktop.services.rule_book import terms
from papi_desktop.services.standing import standings
from papi_desktop.services.task_list import EVERYTHING, OWED, lead_choices
from papi_desktop.services.today import TodayView, today_view
from papi_desktop.services.today_week import WeekKind
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
YEAR = read_period("2022-Y")


@pytest.fixture
def view(sample_work: Work) -> TodayView:
    return today_view(sample_work, YEAR, TODAY)


def test_each_count_leads_to_a_list_with_as_many_lines(sample_work: Work, view: TodayView) -> None:
    assert [count.number for count in view.counts] == [2, 0, 3, 7]
    for count in view.counts:
        lines = register(count.register).lines(sample_work, Query(YEAR, TODAY, filters=count.filters))
        assert len(lines) == count.number


def test_the_week_names_what_is_due_in_order(view: TodayView) -> None:
    assert [(item.day.day, item.kind) for item in view.week] == [
        (9, WeekKind.ANSWER),
        (10, WeekKind.REPORT),
        (12, WeekKind.PUT_UP),
        (12, WeekKind.ANSWER),
    ]


def unreported(work: Work) -> Task:
    """Take back that the result of task 3.1 was reported, and return the task."""
    task = next(task for task in work.tasks.all() if (task.dimension, task.ordinal) == (3, 1))
    for entry in work.progress.of_task(task.id):
        work.progress.put(replace(entry, reported_on=None))
    return task


def test_a_report_asked_for_by_a_deadline_comes_up_in_its_week(sample_work: Work) -> None:
    task = unreported(sample_work)
    view = today_view(sample_work, read_period("2022-Q3"), date(2022, 7, 25))
    found = [item for item in view.week if item.kind is WeekKind.TASK_REPORT]
    assert [(item.day, item.id) for item in found] == [(date(2022, 7, 29), task.id)]
    assert found[0].text.startswith("Gửi Sở Nội vụ: 3.1 ")


def test_a_report_that_was_not_given_stays_on_the_page_though_the_work_is_done(sample_work: Work) -> None:
    task = unreported(sample_work)
    found = [item for item in today_view(sample_work, YEAR, TODAY).week if item.kind is WeekKind.TASK_REPORT]
    assert [(item.day, item.id) for item in found] == [(TODAY, task.id)]
    assert "quá hạn từ 29/07/2022" in found[0].text


def test_the_list_says_how_each_report_stands(sample_work: Work) -> None:
    unreported(sample_work)
    lines = {line.code: line.report for line in register("tasks").lines(sample_work, Query(YEAR, TODAY))}
    assert lines["3.1"] == "Báo cáo Sở Nội vụ: chậm nhất 29/07/2022, chưa báo cáo"
    assert lines["3.3"] == "Báo cáo Sở Nội vụ: đã báo cáo ngày 26/08/2022"
    assert sum(map(bool, lines.values())) == 2
    query = Query(YEAR, TODAY, filters=(("figures", OWED),))
    assert [line.code for line in register("tasks").lines(sample_work, query)] == ["3.1"]


def test_one_filter_finds_a_leading_body_however_it_is_spelt(sample_work: Work) -> None:
    task = sample_work.tasks.all()[0]
    sample_work.tasks.put(replace(task, lead_text="Sở Tài nguyên Môi trường", part=Part.LEAD))
    choices = [name for name, _label in lead_choices(sample_work)]
    assert "Sở Tài nguyên và Môi trường" in choices
    assert "Sở Tài nguyên Môi trường" not in choices
    query = Query(YEAR, TODAY, filters=(("lead", "Sở Tài nguyên và Môi trường"), ("part", EVERYTHING)))
    found = register("tasks").lines(sample_work, query)
    assert {line.lead for line in found} >= {"Sở Tài nguyên Môi trường"}


def test_a_monthly_duty_is_late_when_a_month_passed_without_a_word(sample_work: Work) -> None:
    task = sample_work.tasks.all()[0]
    monthly = read_deadline("Trước ngày 25 hằng tháng", 2022)
    task = sample_work.tasks.put(replace(task, part=Part.LEAD, deadline=monthly)).after
    third, day = read_period("2022-Q3"), date(2022, 8, 10)

    def stands() -> tuple[State, date | None]:
        (found,) = standings([task], sample_work.progress.of_task(task.id), third, day, 7)
        return found.state, found.due

    assert stands() == (State.LATE, date(2022, 7, 24))
    sample_work.progress.put(Progress(task.id, "2022-07", Status.DONE))
    assert stands() == (State.NO_FIGURES, date(2022, 8, 24))


def test_the_week_leads_to_the_thing_itself(sample_work: Work, view: TodayView) -> None:
    answer = next(item for item in view.week if item.kind is WeekKind.ANSWER)
    assert sample_work.opinions.get(answer.id).content == answer.text


def test_readiness_counts_every_task_of_the_commune_once(view: TodayView) -> None:
    assert sum(each.total for each in view.readiness) == 28
    assert sum(each.written for each in view.readiness) == 25


def test_the_days_left_to_the_report_are_told_in_words(sample_work: Work, view: TodayView) -> None:
    assert view.report.sentence == "Còn 4 ngày"
    assert today_view(sample_work, YEAR, date(2022, 12, 10)).report.sentence == "Hôm nay là hạn gửi"
    assert today_view(sample_work, YEAR, date(2022, 12, 13)).report.sentence == "Đã quá hạn gửi 3 ngày"


def test_a_new_commune_has_an_empty_page(empty: Database) -> None:
    with empty.work() as work:
        view = today_view(work, YEAR, TODAY)
    assert [count.number for count in view.counts] == [0, 0, 0, 0]


def test_work_that_is_not_asked_for_yet_counts_as_neither_written_nor_missing(sample_work: Work) -> None:
    first, day = read_period("2022-Q1"), date(2022, 3, 10)
    for task in [task for task in sample_work.tasks.all() if task.dimension == 8 and task.concerns_us]:
        sample_work.tasks.put(replace(task, deadline=read_deadline("Quý IV/2022", 2022)))
    lines = register("tasks").lines(sample_work, Query(first, day))
    early = [line for line in lines if not line.is_missing and not line.entry_period]
    assert early
    written = register("tasks").lines(sample_work, Query(first, day, filters=(("figures", "đã có"),)))
    assert all(line.entry_period for line in written)
    findings = gather(sample_work, first, day)
    direction = next(each.draft for each in sections(findings) if each.key == "direction")
    assert f"{len(written):02d}/28 nhiệm vụ có số liệu trong kỳ" in direction
    view = today_view(sample_work, first, day)
    assert sum(each.written for each in view.readiness) == len(written)
    assert sum(each.total for each in view.readiness) == 28 - len(early)


def test_what_is_late_is_named_with_who_answers_for_it_the_longest_first(sample_work: Work, view: TodayView) -> None:
    lines = register("tasks").lines(sample_work, Query(YEAR, TODAY, filters=(("state", State.LATE),)))
    assert {(each.id, each.code, each.officer, each.due) for each in view.late} == {
        (line.id, line.code, line.officer, line.due) for line in lines
    }
    days = [each.due or date.max for each in view.late]
    assert days == sorted(days)


def test_a_result_dated_before_its_dialogue_is_still_due_this_week(sample_work: Work) -> None:
    held = date(2022, 11, 25)
    for told_on, is_due in ((date(2022, 11, 20), True), (date(2022, 12, 5), False)):
        dialogue = sample_work.dialogues.put(Dialogue(held, "Nước sạch thôn Nậm Lúc", result_on=told_on)).after
        due = result_due(dialogue, terms(sample_work))
        week = today_view(sample_work, YEAR, due).week
        assert (("dialogues", dialogue.id) in {(item.register, item.id) for item in week}) is is_due
