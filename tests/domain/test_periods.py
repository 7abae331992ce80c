"""Reporting periods follow the plan's four reports and the law's cut-off days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import (
    Period,
    PeriodKind,
    Window,
    current_report,
    month_period,
    read_period,
    reports_of,
)

YEARS = st.integers(2000, 2100)
PERIODS = st.one_of(
    st.builds(Period, YEARS, st.sampled_from([kind for kind in PeriodKind if kind is not PeriodKind.MONTH])),
    st.builds(month_period, YEARS, st.integers(1, 12)),
)


@given(PERIODS)
def test_a_code_reads_back(period: Period) -> None:
    assert read_period(period.code) == period


@given(PERIODS)
def test_going_forward_and_back_returns_to_the_same_period(period: Period) -> None:
    assert period.following.previous == period == period.previous.following


@given(PERIODS)
def test_a_later_period_comes_later_in_order(period: Period) -> None:
    assert period.previous.order < period.order < period.following.order


@given(YEARS, st.integers(1, 12))
def test_the_windows_of_months_follow_one_another_without_a_gap(year: int, month: int) -> None:
    period = month_period(year, month)
    assert (period.following.window(14).first - period.window(14).last).days == 1


@given(YEARS, st.integers(1, 12))
def test_a_month_closed_on_the_31st_is_the_month_of_the_calendar(year: int, month: int) -> None:
    period = month_period(year, month)
    assert period.window(31) == period.calendar_window


@pytest.mark.parametrize(
    "code", ["2022", "2022-Q2", "2022-13", "Q1-2022", "2022-Q4", "", "22-Q1", "1899-Y", "2101-Q1", "٢٠٢٢-Y"]
)
def test_a_code_that_is_no_period_is_refused_with_examples(code: str) -> None:
    with pytest.raises(KnownError, match="2022-Q1, 2022-H1, 2022-Q3, 2022-Y, 2022-07"):
        read_period(code)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2022-Q1", date(2021, 12, 15), date(2022, 3, 14)),
        ("2022-H1", date(2021, 12, 15), date(2022, 6, 14)),
        ("2022-Q3", date(2022, 6, 15), date(2022, 9, 14)),
        ("2022-Y", date(2021, 12, 15), date(2022, 12, 14)),
        ("2022-07", date(2022, 6, 15), date(2022, 7, 14)),
    ],
)
def test_figures_are_closed_on_the_fourteenth(code: str, first: date, last: date) -> None:
    assert read_period(code).window(14) == Window(first, last)


def test_closed_on_the_31st_a_period_is_its_calendar_months() -> None:
    assert read_period("2022-Q3").window(31) == Window(date(2022, 7, 1), date(2022, 9, 30))


def test_quarter_three_counts_nine_months_to_date() -> None:
    assert read_period("2022-Q3").year_to_date(14) == Window(date(2021, 12, 15), date(2022, 9, 14))


def test_no_day_is_in_no_window() -> None:
    assert None not in read_period("2022-Y").window(14)


def test_the_commune_report_is_due_on_the_tenth_of_the_last_month() -> None:
    assert [period.due(10) for period in reports_of(2022)] == [date(2022, month, 10) for month in (3, 6, 9, 12)]


@pytest.mark.parametrize(
    ("today", "code"), [(date(2022, 1, 1), "2022-Q1"), (date(2022, 4, 1), "2022-H1"), (date(2022, 12, 6), "2022-Y")]
)
def test_the_report_being_prepared_is_the_one_whose_last_month_is_not_over(today: date, code: str) -> None:
    assert current_report(today).code == code


def test_titles_are_those_of_the_report() -> None:
    assert read_period("2022-Q3").title == "Quý III và 9 tháng năm 2022"
    assert read_period("2022-07").label == "Tháng 7/2022"


@pytest.mark.parametrize(
    ("code", "words"), [("2022-Q3", "quý III/2022"), ("2022-H1", "6 tháng đầu năm 2022"), ("2022-Y", "năm 2022")]
)
def test_a_period_inside_a_sentence_begins_with_a_small_letter(code: str, words: str) -> None:
    assert read_period(code).words == words
