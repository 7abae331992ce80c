"""The calendar of a month, and the board of tasks by state."""

from dataclasses import replace
from datetime import date

from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.tasks import State
from papi_desktop.services.board import COLUMNS, board
from papi_desktop.services.month_calendar import DayState, MonthCalendar, filtered_tasks, month_calendar
from papi_desktop.services.registers import Query
from papi_desktop.services.task_list import task_lines
from papi_desktop.services.today_week import WeekKind
from papi_desktop.services.work import Work

JULY = read_period("2022-07")
TODAY = date(2022, 12, 6)


def kinds(calendar: MonthCalendar, day: date) -> list[WeekKind]:
    return [item.kind for each in calendar.days for item in each.items if each.day == day]


def test_the_weeks_begin_on_monday_and_hold_every_day_of_the_month(sample_work: Work) -> None:
    calendar = month_calendar(sample_work, JULY, TODAY)
    assert all(len(week) == 7 and week[0].day.weekday() == 0 for week in calendar.weeks)
    assert [day.day.day for day in calendar.days] == list(range(1, 32))
    assert not calendar.weeks[0][0].in_month


def test_a_task_stands_on_its_last_day_with_how_it_went(sample_work: Work) -> None:
    calendar = month_calendar(sample_work, JULY, TODAY)
    (item,) = (item for day in calendar.days for item in day.items if item.text.startswith("1.2 "))
    assert (item.day, item.kind, item.state) == (date(2022, 7, 14), WeekKind.TASK, DayState.DONE)


def test_dialogues_postings_and_the_report_stand_on_their_days(sample_work: Work) -> None:
    for month in ("2022-07", "2022-08", "2022-12"):
        calendar = month_calendar(sample_work, read_period(month), TODAY)
        found = {item.kind for day in calendar.days for item in day.items}
        assert WeekKind.TASK in found
        if month == "2022-12":
            assert WeekKind.REPORT in found
    held = next(each for each in sample_work.dialogues.all() if each.held_on.month == 7)
    assert WeekKind.DIALOGUE in kinds(month_calendar(sample_work, JULY, TODAY), held.held_on)


def test_the_report_of_a_task_stands_beside_its_work(sample_work: Work) -> None:
    calendar = month_calendar(sample_work, JULY, TODAY)
    found = [item for day in calendar.days for item in day.items if item.text.startswith("3.1 ")]
    assert {item.kind for item in found} == {WeekKind.TASK, WeekKind.REPORT}


def test_continuous_work_stands_apart_from_the_days(sample_work: Work) -> None:
    september = month_calendar(sample_work, read_period("2022-09"), TODAY)
    assert any("1.3 " in item.text for item in september.undated)


def test_a_monthly_task_comes_back_in_each_month(sample_work: Work) -> None:
    task = next(task for task in sample_work.tasks.all() if task.concerns_us)
    sample_work.tasks.put(replace(task, deadline=read_deadline("Trước ngày 10 hằng tháng", 2022)))
    for month in (2, 5, 11):
        calendar = month_calendar(sample_work, read_period(f"2022-{month:02d}"), TODAY)
        assert [item.day.day for day in calendar.days for item in day.items if item.id == task.id][0] == 9


def test_the_calendar_follows_the_filters_of_the_list(sample_work: Work) -> None:
    wanted = filtered_tasks(sample_work, Query(JULY, TODAY, filters=(("dimension", "2"),)))
    calendar = month_calendar(sample_work, JULY, TODAY, wanted)
    assert {item.id for day in calendar.days for item in day.items if item.register == "tasks"} <= wanted


def test_an_empty_month_is_all_days_without_items(sample_work: Work) -> None:
    calendar = month_calendar(sample_work, read_period("2019-02"), TODAY, frozenset())
    assert len(calendar.days) == 28
    assert not any(day.items for day in calendar.days)


def test_every_task_is_in_one_column_of_the_board(sample_work: Work) -> None:
    query = Query(read_period("2022-Y"), TODAY)
    columns = board(sample_work, query)
    assert [column.state for column in columns] == list(COLUMNS)
    assert set(COLUMNS) == set(State)
    found = [line.id for column in columns for line in column.lines]
    assert sorted(found) == sorted(line.id for line in task_lines(sample_work, query))
    assert columns[0].heading == f"Quá hạn ({len(columns[0].lines)})"


def test_the_earliest_deadline_stands_first_on_the_board(sample_work: Work) -> None:
    for column in board(sample_work, Query(read_period("2022-Y"), TODAY)):
        dues = [line.due for line in column.lines if line.due]
        assert dues == sorted(dues)


def test_a_report_on_a_result_is_done_once_it_was_given(sample_work: Work) -> None:
    def states() -> list[DayState]:
        days = month_calendar(sample_work, JULY, TODAY).days
        return [item.state for day in days for item in day.items if item.text.startswith("3.1 Báo cáo Sở Nội vụ")]

    assert states() == [DayState.DONE]
    task = next(task for task in sample_work.tasks.all() if (task.dimension, task.ordinal) == (3, 1))
    for entry in sample_work.progress.of_task(task.id):
        sample_work.progress.put(replace(entry, reported_on=None))
    assert states() == [DayState.LATE]
