"""Dates are read as they are typed and written as offices write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain import calendar
from papi_desktop.domain.errors import KnownError


@pytest.mark.parametrize("typed", ["5/9/2022", "05/09/2022", "5-9-2022", "5.9.22", " 05 / 9 / 2022 "])
def test_a_typed_date_may_have_one_or_two_digits(typed: str) -> None:
    assert calendar.typed(typed) == date(2022, 9, 5)


def test_nothing_typed_is_no_date() -> None:
    assert calendar.typed("  ") is None


@pytest.mark.parametrize(
    "typed", ["31/2/2022", "mai", "2022", "0/1/2022", "12/13/2022", "1/1/0000", "05/09/0222", "1/1/9999"]
)
def test_a_date_that_does_not_exist_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(KnownError, match="không có trong lịch.*05/09/2022"):
        calendar.typed(typed)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_written_date_reads_back(day: date) -> None:
    assert calendar.typed(calendar.written(day)) == day


def test_a_document_date_has_a_zero_only_before_small_days_and_the_months_one_and_two() -> None:
    assert calendar.dated(date(2026, 9, 5)) == "ngày 05 tháng 9 năm 2026"
    assert calendar.dated(date(2026, 2, 15)) == "ngày 15 tháng 02 năm 2026"


def test_a_document_without_a_date_leaves_room_for_the_clerk() -> None:
    assert calendar.dated(None).split() == ["ngày", "tháng", "năm"]


def test_working_days_leave_out_weekends_and_holidays() -> None:
    friday, tuesday = date(2022, 9, 2), date(2022, 9, 6)
    assert calendar.working_days(friday, tuesday) == 3
    assert calendar.working_days(friday, tuesday, calendar.OfficeDays({friday: False})) == 2
    assert calendar.working_days(tuesday, friday) == 0


def test_adding_working_days_lands_on_a_working_day() -> None:
    assert calendar.add_working_days(date(2022, 9, 2), 1) == date(2022, 9, 5)
    assert calendar.add_working_days(date(2022, 9, 2), 5, calendar.OfficeDays({date(2022, 9, 5): False})) == date(
        2022, 9, 12
    )


@pytest.mark.parametrize("text", ["2022-10-10", " 10/10/2022 ", "10.10.2022"])
def test_a_date_is_read_as_it_is_typed_or_as_programs_write_it(text: str) -> None:
    assert calendar.typed(text) == date(2022, 10, 10)


def test_a_date_that_does_not_exist_is_refused_however_it_is_written() -> None:
    with pytest.raises(KnownError, match="không có trong lịch"):
        calendar.typed("2022-02-30")
