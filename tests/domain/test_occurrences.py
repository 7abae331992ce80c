"""A deadline becomes one occurrence for each time that work, or a report on it, is due in a year."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain.calendar import last_of_month
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.occurrences import OccurrenceKind, TaskKey, key_of, occurrences
from papi_desktop.domain.tasks import Part, Task

YEARS = st.integers(2000, 2100)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
RECURRING = st.builds(
    Deadline,
    st.just("Định kỳ"),
    st.just(DeadlineKind.RECURRING),
    every=st.sampled_from(Every),
    day=st.none() | st.integers(1, 31),
    report_to=st.none() | st.just("Sở Nội vụ"),
    report_due=st.none() | DAYS,
)
DATED = st.builds(
    Deadline,
    st.just("Trước ngày"),
    st.sampled_from([DeadlineKind.BEFORE, DeadlineKind.BY, DeadlineKind.WINDOW, DeadlineKind.BY_LAW]),
    due=DAYS,
    every=st.none() | st.just(Every.YEAR),
    report_to=st.none() | st.just("Sở Nội vụ"),
    report_due=st.none() | DAYS,
)
UNDATED = st.builds(
    Deadline,
    st.just(""),
    st.sampled_from([DeadlineKind.CONTINUOUS, DeadlineKind.BY_LAW, DeadlineKind.UNREAD]),
    report_to=st.none() | st.just("Sở Nội vụ"),
    report_due=st.none() | DAYS,
)
DEADLINES = st.one_of(RECURRING, DATED, UNDATED)


def task(deadline: Deadline, part: Part = Part.LEAD, ordinal: int = 1) -> Task:
    return Task(1, 2, ordinal, "2.3", "2.3", "Công khai thu, chi ngân sách", "UBND cấp xã", "", part, deadline, id=7)


def dues(text: str, year: int = 2022) -> list[str]:
    return [str(occurrence.due) for occurrence in occurrences(task(read_deadline(text, 2022)), year)]


def whens(text: str, year: int = 2022) -> list[str]:
    return [occurrence.when for occurrence in occurrences(task(read_deadline(text, 2022)), year)]


def test_a_duty_before_the_fifteenth_of_the_last_month_is_due_four_times_on_the_fourteenth() -> None:
    text = "Trước ngày 15 của tháng cuối kỳ báo cáo"
    assert dues(text) == ["2022-03-14", "2022-06-14", "2022-09-14", "2022-12-14"]
    assert whens(text) == ["2022-Q1", "2022-H1", "2022-Q3", "2022-Y"]


def test_a_quarterly_duty_without_a_day_is_due_on_the_last_day_of_each_report_period() -> None:
    assert dues("Định kỳ hàng quý") == ["2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31"]


def test_a_monthly_duty_on_a_day_is_due_twelve_times() -> None:
    assert dues("Ngày 15 hằng tháng")[:3] == ["2022-01-15", "2022-02-15", "2022-03-15"]
    assert whens("Ngày 15 hằng tháng") == [f"2022-{month:02d}" for month in range(1, 13)]


def test_a_monthly_duty_on_the_thirty_first_is_due_on_the_last_day_of_short_months() -> None:
    deadline = Deadline("", DeadlineKind.RECURRING, every=Every.MONTH, day=31)
    assert [str(each.due) for each in occurrences(task(deadline), 2024)][1] == "2024-02-29"


def test_a_yearly_duty_is_due_once_in_every_year() -> None:
    assert dues("Hằng năm", 2023) == ["2023-12-31"]
    assert whens("Hằng năm", 2023) == ["2023-Y"]


def test_a_half_yearly_duty_is_due_with_the_reports_of_june_and_december() -> None:
    assert dues("Định kỳ 6 tháng") == ["2022-06-30", "2022-12-31"]
    assert whens("2 lần/năm") == ["2022-H1", "2022-Y"]


def test_a_yearly_duty_with_a_day_is_due_on_it_in_every_year_from_the_plan_on() -> None:
    text = "Trước ngày 15/12 hằng năm"
    assert [dues(text, year) for year in (2021, 2022, 2023)] == [[], ["2022-12-14"], ["2023-12-14"]]
    assert whens(text) == ["2022-Y"]


def test_a_duty_before_the_first_is_due_on_the_last_day_of_the_month_before() -> None:
    assert dues("Trước ngày 01 hằng tháng")[:3] == ["2021-12-31", "2022-01-31", "2022-02-28"]
    assert dues("Trước ngày 1 tháng cuối quý") == ["2022-02-28", "2022-05-31", "2022-08-31", "2022-11-30"]


def test_continuous_work_asks_for_an_entry_in_each_report_period_and_has_no_date() -> None:
    assert whens("Thường xuyên") == ["2022-Q1", "2022-H1", "2022-Q3", "2022-Y"]
    assert dues("Thường xuyên") == ["None"] * 4


@pytest.mark.parametrize(
    ("text", "due"),
    [("Trước ngày 5/7/2022", "2022-07-04"), ("Quý III/2022", "2022-09-30"), ("Quý IV/2022", "2022-12-31")],
)
def test_dates_and_windows_are_due_once_in_their_own_year(text: str, due: str) -> None:
    assert dues(text) == whens(text) == [due]
    assert dues(text, 2023) == []


def test_an_embedded_report_is_an_obligation_of_its_own() -> None:
    found = occurrences(task(read_deadline("Báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022", 2022)), 2022)
    assert [(each.kind, str(each.due), each.report_to) for each in found] == [
        (OccurrenceKind.WORK, "2022-07-29", None),
        (OccurrenceKind.REPORT, "2022-07-29", "Sở Nội vụ"),
    ]


def test_a_report_with_a_day_of_its_own_is_due_then_and_the_work_on_its_own_day() -> None:
    text = "Hoàn thành trước ngày 15/7/2022, báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022"
    found = occurrences(task(read_deadline(text, 2022)), 2022)
    assert [(each.kind, str(each.due), each.report_to) for each in found] == [
        (OccurrenceKind.WORK, "2022-07-14", None),
        (OccurrenceKind.REPORT, "2022-07-29", "Sở Nội vụ"),
    ]


def test_the_report_on_continuous_work_is_asked_for_once() -> None:
    found = occurrences(task(read_deadline("Thường xuyên; báo cáo trước 15/12/2022", 2022)), 2022)
    reports = [(str(each.due), each.report_to) for each in found if each.kind is OccurrenceKind.REPORT]
    assert (len(found), reports) == (5, [("2022-12-14", "cơ quan cấp trên")])


@pytest.mark.parametrize("text", ["Theo quy định", "Ngay sau khi có hướng dẫn", ""])
def test_what_has_no_date_yet_asks_for_nothing(text: str) -> None:
    assert occurrences(task(read_deadline(text, 2022)), 2022) == ()


def test_a_deadline_by_law_is_due_once_the_officer_gives_it_a_date() -> None:
    deadline = replace(read_deadline("Theo quy định", 2022), due=date(2022, 8, 1))
    assert [str(each.due) for each in occurrences(task(deadline), 2022)] == ["2022-08-01"]


def test_a_date_that_comes_back_every_year_is_due_in_later_years_too() -> None:
    deadline = Deadline("", DeadlineKind.BY, due=date(2024, 2, 29), every=Every.YEAR)
    assert [str(each.due) for year in (2023, 2024, 2025) for each in occurrences(task(deadline), year)] == [
        "2024-02-29",
        "2025-02-28",
    ]


def test_a_task_for_information_asks_for_nothing() -> None:
    assert occurrences(task(read_deadline("Thường xuyên", 2022), Part.INFORM), 2022) == ()


@given(DEADLINES, YEARS)
def test_every_date_falls_in_the_year_asked_for(deadline: Deadline, year: int) -> None:
    assert all(each.due is None or each.due.year == year for each in occurrences(task(deadline), year))


@given(RECURRING, YEARS)
def test_a_recurring_duty_is_due_on_its_day_or_the_last_of_the_month(deadline: Deadline, year: int) -> None:
    works = [each for each in occurrences(task(deadline), year) if each.kind is OccurrenceKind.WORK]
    for each in works:
        assert each.due is not None
        last = last_of_month(each.due.year, each.due.month).day
        assert each.due.day == min(deadline.day or last, last)


@given(RECURRING, YEARS)
def test_a_recurring_duty_comes_back_as_often_as_it_says(deadline: Deadline, year: int) -> None:
    assert deadline.every is not None
    works = [each for each in occurrences(task(deadline), year) if each.kind is OccurrenceKind.WORK]
    assert (
        len({each.when for each in works})
        == len(works)
        == {
            "month": 12,
            "quarter": 4,
            "half_year": 2,
            "year": 1,
        }[deadline.every]
    )


@given(DEADLINES, YEARS)
def test_a_report_is_asked_for_on_its_own_day_or_as_often_as_its_work_when_a_body_is_named(
    deadline: Deadline, year: int
) -> None:
    found = occurrences(task(deadline), year)
    times = {kind: [(each.when, each.due) for each in found if each.kind is kind] for kind in OccurrenceKind}
    if own := deadline.report_due:
        assert times[OccurrenceKind.REPORT] == ([(own.isoformat(), own)] if own.year == year else [])
    else:
        assert times[OccurrenceKind.REPORT] == (times[OccurrenceKind.WORK] if deadline.report_to else [])


def test_an_occurrence_carries_the_key_of_its_task() -> None:
    one = task(read_deadline("Hằng năm", 2022))
    assert key_of(one) == TaskKey(1, 2, 1)
    assert {(each.key, each.task_id) for each in occurrences(one, 2022)} == {(TaskKey(1, 2, 1), 7)}
