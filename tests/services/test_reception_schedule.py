"""Schedules of reception: drafted, written, posted, and changed with a reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.reception import Pattern, Reception, ReceptionSchedule
from papi_desktop.services.posting_warnings import WarningKind, posting_warnings
from papi_desktop.services.publishing import new_publication, post
from papi_desktop.services.reception_schedule import (
    SCHEDULE_KIND,
    change,
    check,
    draft,
    history,
    publish,
    reception_lines,
    save,
    span_of,
)
from papi_desktop.services.recurring_publications import begin_next_turns, missed_turns
from papi_desktop.services.registers import Query
from papi_desktop.services.spans import IN_PERIOD
from papi_desktop.services.today import today_view
from papi_desktop.services.today_week import WeekKind
from papi_desktop.services.work import Work

PATTERN = Pattern(Reception("Lý Văn Thịnh", phone="0900 000 200"), month_days=(5, 20))
AUGUST = date(2026, 8, 15)
TODAY = date(2026, 7, 20)


def written(work: Work) -> ReceptionSchedule:
    return save(work, draft(work, [PATTERN], 1, AUGUST, TODAY))


@pytest.mark.parametrize(
    ("length", "name", "days"), [(1, "tháng 8 năm 2026", 31), (3, "quý III năm 2026", 92), (12, "năm 2026", 365)]
)
def test_a_schedule_is_for_a_month_a_quarter_or_a_year(length: int, name: str, days: int) -> None:
    found, window = span_of(length, AUGUST)
    assert (found, (window.last - window.first).days + 1) == (name, days)


def test_a_draft_writes_nothing_and_has_no_warning_when_it_is_right(sample_work: Work) -> None:
    before = len(sample_work.reception_sessions.all())
    made = draft(sample_work, [PATTERN], 1, AUGUST, TODAY)
    assert (len(made.sessions), made.warnings) == (2, ())
    assert len(sample_work.reception_sessions.all()) == before


def test_a_pattern_without_days_or_without_a_name_is_refused(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Chưa chọn ngày"):
        draft(sample_work, [replace(PATTERN, month_days=())], 1, AUGUST, TODAY)
    with pytest.raises(KnownError, match="Chưa có tên"):
        draft(sample_work, [replace(PATTERN, reception=Reception(" "))], 1, AUGUST, TODAY)


def test_a_schedule_is_due_five_working_days_before_its_first_session(sample_work: Work) -> None:
    schedule = written(sample_work)
    publication = publish(sample_work, schedule, TODAY)
    assert publication.latest_on == date(2026, 7, 29)
    assert publish(sample_work, sample_work.reception_schedules.get(schedule.id), TODAY) == publication


def test_the_turn_that_began_by_itself_is_used_for_the_schedule(sample_work: Work) -> None:
    begun = {each.occurrence: each for each in begin_next_turns(sample_work, date(2023, 1, 2))}
    made = draft(sample_work, [replace(PATTERN, weekdays=(3,))], 3, date(2023, 2, 1), date(2022, 12, 20))
    publication = publish(sample_work, save(sample_work, made), date(2022, 12, 20))
    assert publication.id in {each.id for each in begun.values() if each.kind == SCHEDULE_KIND}


def test_a_change_before_posting_needs_no_new_posting(sample_work: Work) -> None:
    schedule = written(sample_work)
    session = sample_work.reception_sessions.of_schedule(schedule.id)[0]
    kept = change(sample_work, replace(session, on=date(2026, 8, 6)), "Chủ tịch dự họp tỉnh", TODAY)
    assert kept.publication_id == 0
    assert history(sample_work, schedule) == [kept]


def test_a_change_after_posting_is_posted_again_with_its_reason(sample_work: Work) -> None:
    schedule = written(sample_work)
    publication = publish(sample_work, schedule, TODAY)
    post(sample_work, publication, publication.place_ids, date(2026, 7, 22))
    session = sample_work.reception_sessions.of_schedule(schedule.id)[1]
    kept = change(sample_work, replace(session, on=date(2026, 8, 21)), "Chủ tịch dự họp tỉnh", date(2026, 8, 3))
    again = sample_work.publications.get(kept.publication_id)
    assert again.title == (
        "Thay đổi lịch tiếp công dân tháng 8 năm 2026: buổi ngày 20/08/2026 chuyển sang ngày 21/08/2026"
    )
    assert (again.note, again.latest_on) == ("Lý do: Chủ tịch dự họp tỉnh", date(2026, 8, 14))
    assert ("20/08/2026" in kept.before, "21/08/2026" in kept.after) == (True, True)


def test_a_change_to_the_next_day_is_told_to_come_too_late(sample_work: Work) -> None:
    schedule = written(sample_work)
    publication = publish(sample_work, schedule, TODAY)
    post(sample_work, publication, publication.place_ids, date(2026, 7, 22))
    session = sample_work.reception_sessions.of_schedule(schedule.id)[1]
    assert check(sample_work, sample_work.reception_schedules.get(schedule.id), date(2026, 8, 3)) == ()
    change(sample_work, replace(session, on=date(2026, 8, 21)), "Chủ tịch dự họp tỉnh", date(2026, 8, 20))
    (late,) = check(sample_work, sample_work.reception_schedules.get(schedule.id), date(2026, 8, 20))
    assert late.startswith("Niêm yết ngày 20/08/2026 thì buổi Thứ Sáu, 21/08/2026 chưa được báo trước đủ")


def test_a_publication_begun_by_hand_is_due_before_the_first_session(sample_work: Work) -> None:
    made = new_publication(SCHEDULE_KIND, date(2026, 8, 5), TODAY, sample_work.places.all())
    assert made.latest_on == date(2026, 7, 29)


def test_a_change_needs_a_reason_and_a_working_day(sample_work: Work) -> None:
    session = sample_work.reception_sessions.of_schedule(written(sample_work).id)[0]
    with pytest.raises(KnownError, match="Chưa ghi lý do"):
        change(sample_work, replace(session, on=date(2026, 8, 6)), " ", TODAY)
    with pytest.raises(KnownError, match="ngày nghỉ"):
        change(sample_work, replace(session, on=date(2026, 8, 31)), "bận", TODAY)


def test_the_list_shows_the_sessions_of_a_period(sample_work: Work) -> None:
    written(sample_work)
    query = Query(read_period("2026-08"), TODAY, filters=(("when", IN_PERIOD),))
    assert [each.on for each in reception_lines(sample_work, query)] == [date(2026, 8, 5), date(2026, 8, 20)]
    assert len(reception_lines(sample_work, Query(read_period("2026-08"), TODAY))) > 10


def of_year(work: Work, year: int = 2026) -> ReceptionSchedule:
    day = date(year, 1, 10)
    pattern = replace(PATTERN, month_days=(), weekdays=(3,))
    return save(work, draft(work, [pattern], 12, day, date(year - 1, 12, 10)))


def schedules_begun(work: Work, today: date) -> list[str]:
    return [each.occurrence for each in begin_next_turns(work, today) if each.kind == SCHEDULE_KIND]


def missed_schedules(work: Work, today: date) -> list[str]:
    return [each.occurrence for each in missed_turns(work, today) if each.kind == SCHEDULE_KIND]


def test_a_schedule_of_a_whole_year_stands_for_its_four_quarters(sample_work: Work) -> None:
    publication = publish(sample_work, of_year(sample_work), date(2025, 12, 12))
    post(sample_work, publication, publication.place_ids, date(2025, 12, 15))
    for month in (3, 6, 7, 9, 12):
        assert not {"2026-Q2", "2026-Q3", "2026-Q4"} & set(schedules_begun(sample_work, date(2026, month, 10)))
        assert missed_schedules(sample_work, date(2026, month, 10)) == []
    assert schedules_begun(sample_work, date(2026, 12, 20)) == ["2027-Q1"]
    assert missed_schedules(sample_work, date(2027, 1, 10)) == ["quý I năm 2027"]


def test_a_schedule_of_a_quarter_stands_for_its_own_quarter_only(sample_work: Work) -> None:
    quarter = save(sample_work, draft(sample_work, [PATTERN], 3, AUGUST, date(2026, 6, 20)))
    publication = publish(sample_work, quarter, date(2026, 6, 20))
    post(sample_work, publication, publication.place_ids, date(2026, 6, 22))
    assert missed_schedules(sample_work, date(2026, 9, 20)) == []
    assert "2026-Q4" in schedules_begun(sample_work, date(2026, 9, 20))
    assert missed_schedules(sample_work, date(2026, 10, 5)) == ["quý IV năm 2026"]


def test_a_year_takes_over_a_quarter_that_began_by_itself(sample_work: Work) -> None:
    begin_next_turns(sample_work, date(2022, 12, 20))
    pattern = replace(PATTERN, month_days=(), weekdays=(3,))
    year = save(sample_work, draft(sample_work, [pattern], 12, date(2023, 1, 5), date(2022, 12, 20)))
    before = len(sample_work.publications.all())
    assert publish(sample_work, year, date(2022, 12, 20)).occurrence == "2023-Q1"
    assert len(sample_work.publications.all()) == before


def test_a_schedule_may_come_down_only_after_its_last_session(sample_work: Work) -> None:
    schedule = save(sample_work, draft(sample_work, [PATTERN], 3, AUGUST, date(2026, 6, 20)))
    publication = publish(sample_work, schedule, date(2026, 6, 20))
    post(sample_work, publication, publication.place_ids, date(2026, 6, 22))
    last = sample_work.reception_sessions.of_schedule(schedule.id)[-1].on

    def may_come_down(day: date) -> bool:
        found = posting_warnings(sample_work, day)
        return any((each.kind, each.publication_id) == (WarningKind.MAY_COME_DOWN, publication.id) for each in found)

    assert not may_come_down(date(2026, 7, 20)), "its minimum is over, its sessions are not"
    assert not may_come_down(last)
    assert may_come_down(last + timedelta(days=1))
    week = today_view(sample_work, read_period("2026-Q3"), last).week
    assert [each.day for each in week if (each.kind, each.id) == (WeekKind.TAKE_DOWN, publication.id)] == [
        last + timedelta(days=1)
    ]


def week_warnings(work: Work, day: date, pattern: Pattern) -> list[str]:
    found = draft(work, [pattern], 1, day, date(2026, 1, 2)).warnings
    return [each.split(":")[0] for each in found if each.startswith("Tuần")]


def test_a_week_between_two_months_is_judged_when_both_schedules_are_there(sample_work: Work) -> None:
    march, edge = date(2026, 3, 1), "Tuần từ 30/03/2026 đến 05/04/2026"
    fridays, mondays = (replace(PATTERN, month_days=(), weekdays=(day,)) for day in (4, 0))
    without_the_third = replace(fridays, weekdays=(), dates=tuple(date(2026, 4, day) for day in (10, 17, 24)))
    assert week_warnings(sample_work, march, fridays) == [], "April is not known yet"
    save(sample_work, draft(sample_work, [without_the_third], 1, date(2026, 4, 1), date(2026, 1, 2)))
    assert week_warnings(sample_work, march, fridays) == [edge]
    assert week_warnings(sample_work, march, mondays) == []


def test_the_week_in_which_the_law_changes_is_left_to_the_month(sample_work: Work) -> None:
    tuesdays = replace(PATTERN, month_days=(), weekdays=(1,))
    save(sample_work, draft(sample_work, [PATTERN], 1, date(2026, 7, 1), date(2026, 1, 2)))
    assert week_warnings(sample_work, date(2026, 6, 1), tuesdays) == []
