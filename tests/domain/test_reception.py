"""Schedules of reception: never on a closed day, the chairman's minimum, posted in time, no delegation."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papi_desktop import catalog
from papi_desktop.domain.calendar import OfficeDays
from papi_desktop.domain.periods import Window
from papi_desktop.domain.reception import (
    Pattern,
    Reception,
    is_chairmans_position,
    latest_posting_day,
    sessions_of,
    warnings,
)
from papi_desktop.services.rule_book import public_days

BOOK = catalog.rule_book()
DAYS = OfficeDays(public=public_days)
CHAIRMAN = Reception("Lý Văn Thịnh")
MONTHS = st.dates(date(2020, 1, 1), date(2030, 12, 1)).map(lambda day: day.replace(day=1))


def month_of(first: date, months: int = 1) -> Window:
    last = first
    for _ in range(months):
        last = (last + timedelta(days=31)).replace(day=1)
    return Window(first, last - timedelta(days=1))


@settings(deadline=None)
@given(MONTHS, st.sets(st.integers(0, 6), min_size=1), st.sampled_from([1, 3, 12]))
def test_no_session_falls_on_a_closed_day_and_none_is_there_twice(first: date, weekdays: set[int], months: int) -> None:
    sessions = sessions_of(Pattern(CHAIRMAN, tuple(weekdays)), month_of(first, months), DAYS)
    assert all(DAYS.is_open(each.on) for each in sessions)
    assert len({each.on for each in sessions}) == len(sessions)
    assert list(sessions) == sorted(sessions, key=lambda each: each.on)


@settings(deadline=None)
@given(MONTHS, st.integers(0, 4), st.sampled_from([1, 3, 12]))
def test_one_weekday_each_week_reaches_the_chairmans_minimum(first: date, weekday: int, months: int) -> None:
    window = month_of(first, months)
    sessions = sessions_of(Pattern(CHAIRMAN, (weekday,)), window, DAYS)
    assert warnings(sessions, window, BOOK, DAYS) == ()


@settings(deadline=None)
@given(MONTHS, st.sets(st.integers(0, 6)))
def test_the_same_pattern_gives_the_same_schedule(first: date, weekdays: set[int]) -> None:
    pattern, window = Pattern(CHAIRMAN, tuple(weekdays), (5, 20)), month_of(first)
    assert sessions_of(pattern, window, DAYS) == sessions_of(pattern, window, DAYS)


def test_a_session_on_a_holiday_moves_to_the_next_working_day_and_says_so() -> None:
    (session,) = sessions_of(Pattern(CHAIRMAN, dates=(date(2026, 4, 30),)), month_of(date(2026, 4, 1)), DAYS)
    assert (session.on, session.planned_on) == (date(2026, 5, 4), date(2026, 4, 30))


def test_day_31_is_the_last_day_of_a_short_month() -> None:
    (session,) = sessions_of(Pattern(CHAIRMAN, month_days=(31,)), month_of(date(2026, 9, 1)), DAYS)
    assert session.on == date(2026, 9, 30)


def test_until_june_2026_the_chairman_receives_every_week() -> None:
    window = month_of(date(2026, 6, 1))
    found = warnings(sessions_of(Pattern(CHAIRMAN, month_days=(3, 17)), window, DAYS), window, BOOK, DAYS)
    assert [each.split(":")[0] for each in found] == [
        "Tuần từ 08/06/2026 đến 14/06/2026",
        "Tuần từ 22/06/2026 đến 28/06/2026",
    ]
    assert "0/1" in found[0]


def test_from_july_2026_two_days_a_month_are_enough() -> None:
    window = month_of(date(2026, 7, 1))
    enough = sessions_of(Pattern(CHAIRMAN, month_days=(3, 17)), window, DAYS)
    assert warnings(enough, window, BOOK, DAYS) == ()
    (found,) = warnings(enough[:1], window, BOOK, DAYS)
    assert found.startswith("Tháng 7/2026: Chủ tịch mới có 1/2 ngày")


def test_a_deputys_sessions_do_not_count_for_the_chairman() -> None:
    window = month_of(date(2026, 7, 1))
    deputy = Reception("Hoàng Thị Minh", "Phó Chủ tịch UBND", is_chairman=False)
    assert "0/2" in warnings(sessions_of(Pattern(deputy, (3,)), window, DAYS), window, BOOK, DAYS)[0]


def test_a_schedule_is_posted_five_working_days_ahead() -> None:
    (session,) = sessions_of(Pattern(CHAIRMAN, dates=(date(2026, 11, 26),)), month_of(date(2026, 11, 1)), DAYS)
    assert latest_posting_day(session, BOOK, DAYS) == date(2026, 11, 18)  # 24/11 is a holiday
    window = Window(session.on, session.on)
    assert warnings((session,), window, BOOK, DAYS, date(2026, 11, 18)) == ()
    (late,) = warnings((session,), window, BOOK, DAYS, date(2026, 11, 19))
    assert "chậm nhất ngày 18/11/2026" in late


def test_a_schedule_posted_after_its_session_is_late() -> None:
    (session,) = sessions_of(Pattern(CHAIRMAN, dates=(date(2026, 11, 26),)), month_of(date(2026, 11, 1)), DAYS)
    (late,) = warnings((session,), Window(session.on, session.on), BOOK, DAYS, date(2026, 12, 1))
    assert late.startswith("Niêm yết ngày 01/12/2026 thì buổi Thứ Năm, 26/11/2026 chưa được báo trước")


def test_a_session_moved_after_posting_is_judged_by_the_day_it_is_posted_again() -> None:
    (session,) = sessions_of(Pattern(CHAIRMAN, dates=(date(2026, 11, 26),)), month_of(date(2026, 11, 1)), DAYS)
    moved, window = replace(session, id=7), Window(session.on, session.on)
    assert warnings((moved,), window, BOOK, DAYS, date(2026, 10, 1), again_on={7: date(2026, 11, 18)}) == ()
    (late,) = warnings((moved,), window, BOOK, DAYS, date(2026, 10, 1), again_on={7: date(2026, 11, 25)})
    assert late.startswith("Niêm yết ngày 25/11/2026")


def test_two_sessions_on_one_day_are_one_day_of_the_chairman() -> None:
    window = month_of(date(2026, 7, 1))
    (morning,) = sessions_of(Pattern(CHAIRMAN, month_days=(3,)), window, DAYS)
    afternoon = replace(morning, hours="13h30 - 17h00")
    (found,) = warnings((morning, afternoon), window, BOOK, DAYS)
    assert found.startswith("Tháng 7/2026: Chủ tịch mới có 1/2 ngày")


def test_a_deputys_session_ticked_as_the_chairmans_does_not_count_and_is_told() -> None:
    window = month_of(date(2026, 7, 1))
    deputy = Reception("Hoàng Thị Minh", "Phó Chủ tịch UBND", is_chairman=True)
    few, ticked = warnings(sessions_of(Pattern(deputy, (3,)), window, DAYS), window, BOOK, DAYS)
    assert "0/2" in few
    assert "do Phó Chủ tịch tiếp" in ticked


@pytest.mark.parametrize(
    ("position", "is_chairman"),
    [("Chủ tịch UBND xã", True), ("CHỦ TỊCH", True), ("Phó Chủ tịch UBND xã", False), ("Công chức Văn phòng", False)],
)
def test_the_position_tells_whether_it_is_the_chairman(position: str, is_chairman: bool) -> None:
    assert is_chairmans_position(position) is is_chairman


@pytest.mark.parametrize("words", ["Ủy quyền cho Phó Chủ tịch", "TUQ. Chủ tịch", "cử người thay khi bận"])
def test_delegation_is_warned_of(words: str) -> None:
    window = Window(date(2026, 11, 26), date(2026, 11, 26))
    (session,) = sessions_of(Pattern(Reception("Lý Văn Thịnh", content=words), (3,)), window, DAYS)
    assert "ủy quyền" in warnings((session,), window, BOOK, DAYS)[0]
