"""The page "Hôm nay"."""

from datetime import date

import pytest

from db.database import Database
from papi_desktop.domain.periods import read_period
from papi_desktop.services.lists import register
from papi_desktop.services.registers import Query
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
        (6, WeekKind.TAKE_DOWN),
        (9, WeekKind.ANSWER),
        (10, WeekKind.REPORT),
        (12, WeekKind.PUT_UP),
        (12, WeekKind.ANSWER),
    ]


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
