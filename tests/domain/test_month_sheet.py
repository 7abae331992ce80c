"""The chairman's month counts each piece of work where it belongs, beside last month, and the year by officer."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain.commune import Officer
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.month_sheet import DEPARTED, UNASSIGNED, Counts, counts_of, month_sheet, officer_years
from papi_desktop.domain.month_work import Outcome, WorkItem, month_items, year_items
from papi_desktop.domain.periods import Window, month_period, read_period, reports_of
from papi_desktop.domain.tasks import Figure, Part, Progress, Status, Task

JULY, AUGUST, SEPTEMBER = (month_period(2022, month) for month in (7, 8, 9))
LATER = date(2022, 12, 31)
OFFICERS = (Officer("Nguyễn Văn Bình", id=1), Officer("Trần Thị An", id=2))


def task(text: str, id: int = 1, officer: int = 1, dimension: int = 2, part: Part = Part.LEAD) -> Task:
    deadline = read_deadline(text, 2022)
    return Task(1, dimension, id, "", "", "Việc", "UBND cấp xã", "", part, deadline, officer_id=officer, id=id)


def done(period: str, on: date | None = None, id: int = 1) -> Progress:
    return Progress(id, period, Status.DONE, 100, done_on=on)


def doing(period: str, id: int = 1) -> Progress:
    return Progress(id, period, Status.DOING, 40, (Figure("thôn"),))


def outcomes(text: str, month: str, *entries: Progress, today: date = LATER) -> list[Outcome]:
    return [item.outcome for item in month_items([task(text)], entries, read_period(month), today)]


def test_work_done_on_its_last_day_is_in_time() -> None:
    assert outcomes("Trước ngày 15/7/2022", "2022-07", done("2022-Q3", date(2022, 7, 14))) == [Outcome.IN_TIME]


def test_work_done_on_the_day_that_it_had_to_be_done_before_is_late() -> None:
    assert outcomes("Trước ngày 15/7/2022", "2022-07", done("2022-Q3", date(2022, 7, 15))) == [Outcome.DONE_LATE]


def test_work_done_without_a_day_is_neither_in_time_nor_late() -> None:
    counts = counts_of(month_items([task("Trước ngày 15/9/2022")], [done("2022-Q3")], SEPTEMBER, LATER))
    assert (counts.done, counts.in_time, counts.done_late, counts.undated) == (1, 0, 0, 1)


def test_work_finished_early_counts_in_the_month_in_which_it_was_due() -> None:
    entry = done("2022-H1", date(2022, 6, 20))
    assert outcomes("Trước ngày 15/7/2022", "2022-06", entry) == []
    assert outcomes("Trước ngày 15/7/2022", "2022-07", entry) == [Outcome.IN_TIME]


def test_open_work_is_carried_over_until_it_is_done() -> None:
    entry = done("2022-Q3", date(2022, 9, 2))
    found = {
        month: outcomes("Trước ngày 15/7/2022", month, entry) for month in ("2022-07", "2022-08", "2022-09", "2022-10")
    }
    assert found == {
        "2022-07": [Outcome.OVERDUE],
        "2022-08": [Outcome.OVERDUE],
        "2022-09": [Outcome.DONE_LATE],
        "2022-10": [],
    }


def test_open_work_is_carried_over_into_the_next_year() -> None:
    assert outcomes("Quý IV/2022", "2023-01", today=date(2023, 1, 10)) == [Outcome.OVERDUE]


def test_work_is_not_late_on_its_last_day() -> None:
    assert outcomes("Tháng 7/2022", "2022-07", today=date(2022, 7, 31)) == [Outcome.NO_FIGURES]
    assert outcomes("Tháng 7/2022", "2022-07", today=date(2022, 8, 1)) == [Outcome.OVERDUE]


def test_work_begun_but_not_yet_due_is_being_done() -> None:
    assert outcomes("Tháng 7/2022", "2022-07", doing("2022-Q3"), today=date(2022, 7, 20)) == [Outcome.DOING]


def test_a_month_is_judged_by_what_was_done_by_its_end() -> None:
    entries = (doing("2022-H1"), done("2022-Q3", date(2022, 9, 2)))
    assert outcomes("Trước ngày 30/6/2022", "2022-06", *entries) == [Outcome.OVERDUE]


def test_quarterly_work_counts_in_the_last_month_of_the_report_period() -> None:
    entry = done("2022-Q3", date(2022, 9, 10))
    found = [outcomes("Định kỳ hàng quý", month.code, entry) for month in (JULY, AUGUST, SEPTEMBER)]
    assert found == [[], [], [Outcome.IN_TIME]]


def test_monthly_work_has_its_own_entry_each_month() -> None:
    entry = done("2022-07", date(2022, 7, 31))
    found = [outcomes("Hằng tháng", month.code, entry) for month in (JULY, AUGUST)]
    assert found == [[Outcome.IN_TIME], [Outcome.OVERDUE]]


def test_continuous_work_is_in_every_month_with_the_entry_of_its_report_period() -> None:
    found = [outcomes("Thường xuyên", f"2022-{month:02d}", doing("2022-Q3")) for month in (6, 7, 9, 10)]
    assert found == [[Outcome.NO_FIGURES], [Outcome.DOING], [Outcome.DOING], [Outcome.NO_FIGURES]]


def test_an_entry_of_the_month_itself_speaks_for_continuous_work() -> None:
    assert outcomes("Thường xuyên", "2022-07", done("2022-07")) == [Outcome.IN_TIME]


def test_work_that_comes_back_every_year_is_not_finished_by_last_year() -> None:
    yearly = replace(task(""), deadline=Deadline("", DeadlineKind.BY, due=date(2021, 7, 20), every=Every.YEAR))
    items = month_items([yearly], [done("2021-Q3", date(2021, 7, 1))], JULY, LATER)
    assert [(item.due, item.outcome) for item in items] == [(date(2022, 7, 20), Outcome.OVERDUE)]


def test_a_month_that_ends_on_the_14th_leaves_later_work_to_the_next() -> None:
    tasks, days = [task("Trước ngày 21/7/2022")], (JULY.window(14), AUGUST.window(14))
    found = [month_items(tasks, [], month, LATER, window) for month, window in zip((JULY, AUGUST), days, strict=True)]
    assert [len(items) for items in found] == [0, 1]


def test_the_sheet_says_which_days_it_shows() -> None:
    assert month_sheet([], [], [], JULY, LATER).window == Window(date(2022, 7, 1), date(2022, 7, 31))
    assert month_sheet([], [], [], JULY, LATER, 14).window == Window(date(2022, 6, 15), date(2022, 7, 14))


def test_a_task_for_information_is_in_no_month() -> None:
    assert month_items([task("Thường xuyên", part=Part.INFORM)], [], JULY, LATER) == ()


def test_a_report_on_the_work_is_not_counted_as_work() -> None:
    assert len(outcomes("Báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022", "2022-07")) == 1


def test_last_month_stands_beside_this_one() -> None:
    tasks = (task("Trước ngày 15/7/2022", 1), task("Trước ngày 20/8/2022", 2, officer=2))
    entries = (done("2022-Q3", date(2022, 8, 5), 1), done("2022-Q3", date(2022, 8, 6), 2))
    sheet = month_sheet(tasks, entries, OFFICERS, AUGUST, LATER)
    assert (sheet.total.now, sheet.total.before) == (Counts(in_time=1, done_late=1), Counts(overdue=1))
    assert [(line.name, line.now.planned, line.before.planned) for line in sheet.by_officer] == [
        ("Trần Thị An", 1, 0),
        ("Nguyễn Văn Bình", 1, 1),
    ]


def test_all_eight_contents_have_a_line() -> None:
    sheet = month_sheet([task("Thường xuyên", dimension=3)], [], OFFICERS, JULY, LATER)
    assert [line.now.planned for line in sheet.by_content] == [0, 0, 1, 0, 0, 0, 0, 0]
    assert sheet.by_content[2].name == "3. Trách nhiệm giải trình với người dân"


def test_work_given_to_nobody_or_to_someone_who_left_has_its_own_line_at_the_end() -> None:
    tasks = (task("Thường xuyên", 1, officer=0), task("Thường xuyên", 2, officer=9), task("Thường xuyên", 3, officer=1))
    sheet = month_sheet(tasks, [], OFFICERS, JULY, LATER)
    assert [line.name for line in sheet.by_officer] == ["Nguyễn Văn Bình", DEPARTED, UNASSIGNED]


def test_the_longest_overdue_comes_first() -> None:
    tasks = (task("Trước ngày 30/7/2022", 1), task("Trước ngày 5/7/2022", 2), task("Tháng 9/2022", 3))
    sheet = month_sheet(tasks, [], OFFICERS, JULY, LATER)
    assert [item.task.id for item in sheet.overdue] == [2, 1]


def test_a_sheet_of_the_running_month_counts_up_to_today() -> None:
    assert month_sheet([], [], [], JULY, date(2022, 7, 20)).day == date(2022, 7, 20)
    assert month_sheet([], [], [], JULY, LATER).day == date(2022, 7, 31)


def test_an_officers_year_counts_each_piece_of_work_once() -> None:
    tasks = (task("Trước ngày 15/7/2022", 1), task("Định kỳ hàng quý", 2), task("Thường xuyên", 3), task("Năm 2023", 4))
    entries = (
        done("2022-Q3", date(2022, 9, 2), 1),
        done("2022-Q1", date(2022, 3, 10), 2),
        done("2022-H1", date(2022, 7, 2), 2),
        doing("2022-Q3", 3),
    )
    years = officer_years(tasks, entries, OFFICERS, 2022, LATER)
    counts = Counts(in_time=1, done_late=2, overdue=1, doing=1, no_figures=4)
    assert [(year.name, year.counts) for year in years] == [("Nguyễn Văn Bình", counts)]


def test_a_year_still_running_counts_only_what_was_asked_so_far() -> None:
    tasks = (task("Quý IV/2022", 1), task("Thường xuyên", 2))
    items = year_items(tasks, [], 2022, date(2022, 5, 20))
    assert [item.when for item in items] == ["2022-Q1", "2022-H1"]


def test_the_year_holds_all_that_the_running_month_asks_for() -> None:
    tasks, today = [task("Định kỳ hàng quý")], date(2022, 12, 6)
    month, year = month_items(tasks, [], month_period(2022, 12), today), year_items(tasks, [], 2022, today)
    assert [item.when for item in month] == [year[-1].when] == ["2022-Y"]


def test_work_done_ahead_is_in_the_running_year() -> None:
    entry = done("2022-H1", date(2022, 5, 1))
    items = year_items([task("Quý IV/2022")], [entry], 2022, date(2022, 5, 20))
    assert [item.outcome for item in items] == [Outcome.IN_TIME]


@pytest.mark.parametrize("month", [1, 2, 3])
def test_a_month_of_an_entry_speaks_for_continuous_work_of_its_quarter_in_the_year(month: int) -> None:
    items = year_items([task("Thường xuyên")], [doing(f"2022-{month:02d}")], 2022, LATER)
    assert [item.outcome for item in items] == [Outcome.DOING, *[Outcome.NO_FIGURES] * 3]


TEXTS = st.sampled_from(
    [
        "Thường xuyên",
        "Định kỳ hàng quý",
        "Hằng tháng",
        "Hằng năm",
        "Trước ngày 15/7/2022",
        "Quý III/2022",
        "Theo quy định",
    ]
)
TASKS = st.lists(st.tuples(TEXTS, st.integers(0, 3), st.integers(1, 8)), max_size=6).map(
    lambda rows: [task(text, id, officer, content) for id, (text, officer, content) in enumerate(rows, start=1)]
)
CODES = [period.code for period in reports_of(2022)] + [f"2022-{month:02d}" for month in range(1, 13)]
ENTRIES = st.lists(
    st.builds(
        Progress,
        st.integers(1, 6),
        st.sampled_from(CODES),
        st.sampled_from(Status),
        done_on=st.none() | st.dates(date(2022, 1, 1), date(2022, 12, 31)),
    ),
    max_size=12,
    unique_by=lambda entry: (entry.task_id, entry.period),
)
DAYS = st.dates(date(2022, 1, 1), date(2023, 3, 31))


@given(TASKS, ENTRIES, st.integers(1, 12), DAYS)
def test_the_lines_add_up_to_the_total_both_ways(
    tasks: list[Task], entries: list[Progress], month: int, day: date
) -> None:
    sheet = month_sheet(tasks, entries, OFFICERS, month_period(2022, month), day)
    for lines in (sheet.by_officer, sheet.by_content):
        assert sum(line.now.planned for line in lines) == sheet.total.now.planned == len(sheet.items)
        assert sum(line.before.done for line in lines) == sheet.total.before.done
        assert sum(line.now.overdue for line in lines) == sheet.total.now.overdue


@given(TASKS, ENTRIES, st.integers(2, 12), DAYS)
def test_last_months_column_is_last_months_own_sheet(
    tasks: list[Task], entries: list[Progress], month: int, day: date
) -> None:
    now = month_sheet(tasks, entries, OFFICERS, month_period(2022, month), day)
    before = month_sheet(tasks, entries, OFFICERS, month_period(2022, month - 1), day)
    assert now.total.before == before.total.now


@given(TASKS, ENTRIES, DAYS)
def test_a_year_never_counts_a_piece_of_work_twice(tasks: list[Task], entries: list[Progress], day: date) -> None:
    items = year_items(tasks, entries, 2022, day)
    assert len({(item.task.id, item.when) for item in items}) == len(items)


@given(TASKS, ENTRIES, st.integers(1, 12), DAYS)
def test_only_work_past_its_day_is_overdue(tasks: list[Task], entries: list[Progress], month: int, day: date) -> None:
    items: tuple[WorkItem, ...] = month_items(tasks, entries, month_period(2022, month), day)
    assert all(item.due is not None and item.due < day for item in items if item.outcome is Outcome.OVERDUE)
