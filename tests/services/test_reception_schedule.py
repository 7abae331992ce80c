"""Schedules of reception: drafted, written, posted, and changed with a reason."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.reception import Pattern, Reception, ReceptionSchedule
from papi_desktop.services.publishing import post
from papi_desktop.services.reception_schedule import (
    SCHEDULE_KIND,
    change,
    draft,
    history,
    publish,
    reception_lines,
    save,
    span_of,
)
from papi_desktop.services.recurring_publications import begin_next_turns
from papi_desktop.services.registers import Query
from papi_desktop.services.spans import IN_PERIOD
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
    assert again.title == "Thay đổi lịch tiếp công dân tháng 8 năm 2026"
    assert (again.note, again.latest_on) == ("Lý do: Chủ tịch dự họp tỉnh", date(2026, 8, 14))
    assert ("20/08/2026" in kept.before, "21/08/2026" in kept.after) == (True, True)


def test_a_change_needs_a_reason_and_a_working_day(sample_work: Work) -> None:
    session = sample_work.reception_sessions.of_schedule(written(sample_work).id)[0]
    with pytest.raises(KnownError, match="Chưa ghi lý do"):
        change(sample_work, replace(session, on=date(2026, 8, 6)), " ", TODAY)
    with pytest.raises(KnownError, match="ngày nghỉ"):
        change(sample_work, replace(session, on=date(2026, 8, 31)), "bận", TODAY)


def test_the_list_shows_the_sessions_of_a_period(sample_work: Work) -> None:
    written(sample_work)
    query = Query(read_period("2026-08"), TODAY, filters=(("when", IN_PERIOD),))
    assert [each.on for each in reception_lines(sample_work, query)] == [date(2026, 8, 5)]
    assert len(reception_lines(sample_work, Query(read_period("2026-08"), TODAY))) > 10
