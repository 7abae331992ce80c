"""Recurring publications begin by themselves, never twice, and count as missed when nobody posts them."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.periods import read_period
from papi_desktop.domain.publications import PlaceKind, Publication
from papi_desktop.services.posting_states import place_sentence, place_state, read_standing
from papi_desktop.services.posting_warnings import WarningKind, posting_warnings
from papi_desktop.services.publication_kinds import kind, kinds
from papi_desktop.services.publication_list import publication_lines
from papi_desktop.services.publishing import new_publication, post, take_down
from papi_desktop.services.recurring_publications import begin_next_turns, missed_turns
from papi_desktop.services.registers import Query
from papi_desktop.services.work import Work

BUDGET = "budget_quarter"


def only_budget(work: Work, trigger: date = date(2026, 3, 31)) -> Publication:
    for each in work.publications.all():
        work.publications.remove(each.id)
    made = new_publication(BUDGET, trigger, trigger, work.places.all())
    hung = tuple(each.id for each in work.places.all() if each.kind in (PlaceKind.OFFICE, PlaceKind.VILLAGE_HOUSE))
    return work.publications.put(replace(made, place_ids=hung)).after


def test_there_are_at_least_twenty_kinds_with_everything_filled_in() -> None:
    assert len(kinds()) >= 20
    for each in kinds():
        assert each.basis
        assert each.trigger
        assert each.places
        assert each.publish_within_rule
        assert each.recurs


def test_the_next_quarter_begins_when_it_is_due_and_only_once(sample_work: Work) -> None:
    only_budget(sample_work)
    assert begin_next_turns(sample_work, date(2026, 6, 20)) == []
    (begun,) = begin_next_turns(sample_work, date(2026, 6, 25))
    assert (begun.occurrence, begun.trigger_on, begun.latest_on) == ("2026-Q2", date(2026, 6, 30), date(2026, 7, 15))
    assert begun.title == "Tình hình thực hiện ngân sách xã 6 tháng đầu năm 2026"
    assert begin_next_turns(sample_work, date(2026, 6, 25)) == []
    assert begin_next_turns(sample_work, date(2026, 7, 30)) == []


@pytest.mark.parametrize(
    ("key", "code", "title"),
    [
        ("budget_approved", "2022", "Dự toán ngân sách xã năm 2023 đã được Hội đồng nhân dân quyết định"),
        ("budget_draft", "2022", "Dự toán ngân sách xã năm 2023 trình Hội đồng nhân dân"),
        ("budget_final", "2022", "Quyết toán ngân sách xã năm 2021 đã được phê chuẩn"),
        ("budget_quarter", "2022-Q4", "Tình hình thực hiện ngân sách xã năm 2022"),
        ("land_plan", "2022", "Quy hoạch, kế hoạch sử dụng đất (năm 2023)"),
        ("social_plan", "2022", "Kế hoạch và kết quả phát triển kinh tế - xã hội của xã (năm 2023)"),
        ("ratings", "2022", "Kết quả đánh giá, xếp hạng, phân loại chính quyền cơ sở (năm 2021)"),
        ("works", "2022-Q2", "Dự án, công trình đầu tư trên địa bàn và tiến độ (quý II năm 2022)"),
        ("late_files", "2022-07", "Hồ sơ trễ hẹn và văn bản xin lỗi trong tháng (tháng 7 năm 2022)"),
    ],
)
def test_the_title_of_a_turn_names_the_year_that_it_is_about(key: str, code: str, title: str) -> None:
    known = kind(key)
    assert known is not None
    assert known.turn_title(code) == title


def test_turns_of_weeks_away_from_the_program_are_caught_up(sample_work: Work) -> None:
    only_budget(sample_work)
    begun = begin_next_turns(sample_work, date(2026, 12, 31))
    assert [each.occurrence for each in begun] == ["2026-Q2", "2026-Q3", "2026-Q4"]


def test_a_turn_in_the_recycle_bin_is_not_begun_again(sample_work: Work) -> None:
    only_budget(sample_work)
    (begun,) = begin_next_turns(sample_work, date(2026, 6, 30))
    sample_work.publications.remove(begun.id)
    assert begin_next_turns(sample_work, date(2026, 7, 1)) == []


def test_a_turn_whose_day_was_changed_is_still_known(sample_work: Work) -> None:
    only_budget(sample_work)
    (begun,) = begin_next_turns(sample_work, date(2026, 6, 30))
    sample_work.publications.put(replace(begun, trigger_on=date(2026, 8, 20)))
    assert begin_next_turns(sample_work, date(2026, 9, 1)) == []


def test_a_kind_that_was_never_published_does_not_begin(sample_work: Work) -> None:
    only_budget(sample_work)
    assert {each.kind for each in begin_next_turns(sample_work, date(2026, 12, 31))} == {BUDGET}


def test_one_published_but_past_its_recurrence_is_missed(sample_work: Work) -> None:
    first = only_budget(sample_work)
    post(sample_work, first, first.place_ids, date(2026, 4, 2))
    assert missed_turns(sample_work, date(2026, 7, 15)) == []
    (missed,) = missed_turns(sample_work, date(2026, 7, 16))
    assert (missed.occurrence, missed.last_posted_on) == ("6 tháng đầu năm 2026", date(2026, 4, 2))
    warnings = posting_warnings(sample_work, date(2026, 7, 16))
    assert warnings[0].kind is WarningKind.MISSED
    assert "lần gần nhất niêm yết ngày 02/04/2026" in warnings[0].sentence


def test_a_posting_of_the_new_turn_ends_the_warning(sample_work: Work) -> None:
    first = only_budget(sample_work)
    post(sample_work, first, first.place_ids, date(2026, 4, 2))
    (second,) = begin_next_turns(sample_work, date(2026, 6, 30))
    post(sample_work, second, second.place_ids, date(2026, 7, 3))
    assert missed_turns(sample_work, date(2026, 7, 16)) == []


def test_a_turn_that_was_begun_and_is_late_is_named_once(sample_work: Work) -> None:
    first = only_budget(sample_work)
    post(sample_work, first, first.place_ids, date(2026, 4, 2))
    (second,) = begin_next_turns(sample_work, date(2026, 6, 30))
    warnings = posting_warnings(sample_work, date(2026, 7, 16))
    own = [each for each in warnings if each.kind is not WarningKind.MAY_COME_DOWN]
    assert [(each.kind, each.publication_id) for each in own] == [(WarningKind.OVERDUE, second.id)]


def only_procedures(work: Work) -> Publication:
    for each in work.publications.all():
        work.publications.remove(each.id)
    first = new_publication("procedures", date(2026, 3, 2), date(2026, 3, 2), work.places.all())
    saved = work.publications.put(first).after
    post(work, saved, saved.place_ids, date(2026, 3, 3))
    return saved


def test_what_holds_until_it_changes_is_never_told_to_come_down_without_a_successor(sample_work: Work) -> None:
    first = only_procedures(sample_work)
    assert posting_warnings(sample_work, date(2026, 9, 1)) == []
    second = sample_work.publications.put(replace(first, id=0, uuid="")).after
    post(sample_work, second, second.place_ids, date(2026, 9, 1))
    found = posting_warnings(sample_work, date(2026, 9, 1))
    assert {(each.kind, each.publication_id) for each in found} == {(WarningKind.MAY_COME_DOWN, first.id)}


def test_what_holds_until_it_changes_is_missing_once_it_came_down(sample_work: Work) -> None:
    first = only_procedures(sample_work)
    take_down(sample_work, first, first.place_ids, date(2026, 5, 31))
    (gone,) = posting_warnings(sample_work, date(2026, 6, 1))
    assert gone.kind is WarningKind.MISSED
    assert "đã gỡ ngày 31/05/2026, chưa có bản thay thế" in gone.sentence


def test_one_place_where_it_came_down_without_a_successor_is_named_and_it_is_not_done(sample_work: Work) -> None:
    first = only_procedures(sample_work)
    office = next(each for each in sample_work.places.all() if each.id == first.place_ids[0])
    take_down(sample_work, first, first.place_ids[:1], date(2026, 5, 31))
    (gone,) = posting_warnings(sample_work, date(2026, 6, 1))
    assert f"đã gỡ ngày 31/05/2026 tại {office.name}, chưa có bản thay thế" in gone.sentence
    standing = read_standing(sample_work, first.id, date(2026, 6, 1))
    (place,) = [each for each in standing.check.places if each.place == office]
    assert (standing.check.state, place_state(first, place, date(2026, 6, 1))) == ("Thiếu nơi niêm yết", "Gỡ sớm")
    assert place_sentence(first, place, date(2026, 6, 1)) == (
        "Đã gỡ ngày 31/05/2026 khi chưa có bản thay thế. Cần niêm yết lại và giữ cho đến khi có bản mới."
    )


def test_two_places_of_one_name_are_told_apart_where_one_came_down(sample_work: Work) -> None:
    first = only_procedures(sample_work)
    office, other = (each for each in sample_work.places.all() if each.id in first.place_ids[:2])
    sample_work.places.put(replace(other, name=office.name))
    take_down(sample_work, first, [office.id], date(2026, 5, 31))
    (gone,) = posting_warnings(sample_work, date(2026, 6, 1))
    assert f"đã gỡ ngày 31/05/2026 tại {office.name}, chưa có bản thay thế" in gone.sentence


def test_one_that_was_replaced_is_judged_by_its_days_alone_also_when_the_list_shows_only_it(sample_work: Work) -> None:
    first = only_procedures(sample_work)
    second = sample_work.publications.put(replace(first, id=0, uuid="", title="Danh mục mới")).after
    post(sample_work, second, second.place_ids, date(2026, 6, 1))
    take_down(sample_work, first, first.place_ids, date(2026, 6, 2))
    assert read_standing(sample_work, first.id, date(2026, 7, 1)).check.state == "Đạt"
    asked = Query(read_period("2026-Q3"), date(2026, 7, 1), words=first.title)
    assert [line.state for line in publication_lines(sample_work, asked)] == ["Đạt"]


def kinds_on(work: Work, day: date) -> list[WarningKind]:
    return [each.kind for each in posting_warnings(work, day) if each.kind is not WarningKind.MISSED]


def test_the_latest_day_is_warned_of_before_and_after(sample_work: Work) -> None:
    only_budget(sample_work)
    assert kinds_on(sample_work, date(2026, 4, 7)) == []
    assert kinds_on(sample_work, date(2026, 4, 8)) == [WarningKind.SOON]
    assert kinds_on(sample_work, date(2026, 4, 15)) == [WarningKind.SOON]
    assert kinds_on(sample_work, date(2026, 4, 16)) == [WarningKind.OVERDUE]


def test_a_posting_may_come_down_the_day_after_its_minimum(sample_work: Work) -> None:
    first = only_budget(sample_work)
    post(sample_work, first, first.place_ids, date(2026, 4, 1))
    assert kinds_on(sample_work, date(2026, 4, 30)) == []
    assert set(kinds_on(sample_work, date(2026, 5, 1))) == {WarningKind.MAY_COME_DOWN}


def test_one_taken_down_before_its_minimum_is_warned_of(sample_work: Work) -> None:
    first = only_budget(sample_work)
    post(sample_work, first, first.place_ids, date(2026, 4, 1))
    (down,) = take_down(sample_work, first, first.place_ids[:1], date(2026, 4, 20), condition="Rách", by="Lò Văn Sơn")
    assert (down.condition, down.taken_by) == ("Rách", "Lò Văn Sơn")
    assert kinds_on(sample_work, date(2026, 4, 21)) == [WarningKind.EARLY]
