"""A publication is done only when every required place had it long enough, in time."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.publication_checks import check_publication, is_coming, is_short, last_day_needed
from papi_desktop.domain.publications import (
    DayKind,
    Place,
    PlaceKind,
    Posting,
    Publication,
    PublicationCheck,
    PublicationState,
)

OFFICE = Place(PlaceKind.OFFICE, "Trụ sở UBND xã", id=1)
HOUSE = Place(PlaceKind.VILLAGE_HOUSE, "Nhà văn hóa thôn Bản Mới", id=2)
RADIO = Place(PlaceKind.LOUDSPEAKER, "Đài truyền thanh xã", id=3)
HEADS = Place(PlaceKind.VILLAGE_HEADS, "Thông báo đến trưởng thôn, đoàn thể", id=4)
ONE_OF = (PlaceKind.LOUDSPEAKER, PlaceKind.VILLAGE_HEADS)
LIST = Publication("Danh sách hộ nghèo", latest_on=date(2022, 3, 5), min_days=20, place_ids=(1, 2), id=1)


def posted(place: Place, since: date, until: date | None = None) -> Posting:
    return Posting(1, place.id, since, until)


def judged(publication: Publication, *postings: Posting, today: date = date(2022, 6, 1)) -> PublicationCheck:
    return check_publication(publication, (OFFICE, HOUSE, RADIO, HEADS), postings, today)


def either(*postings: Posting, today: date = date(2022, 6, 1)) -> PublicationCheck:
    """Judge one of which the loudspeaker or a notice to the heads of villages is enough beside the office."""
    wanted = replace(LIST, place_ids=(1, 3, 4))
    return check_publication(wanted, (OFFICE, RADIO, HEADS), postings, today, one_of=ONE_OF)


def test_it_is_done_when_each_place_had_it_for_twenty_days() -> None:
    check = judged(LIST, *(posted(place, date(2022, 3, 1), date(2022, 3, 20)) for place in (OFFICE, HOUSE)))
    assert (check.state, check.reasons) == (PublicationState.DONE, ())


def test_one_day_short_at_one_place_is_not_done_and_says_so() -> None:
    check = judged(
        LIST, posted(OFFICE, date(2022, 3, 1), date(2022, 3, 20)), posted(HOUSE, date(2022, 3, 1), date(2022, 3, 19))
    )
    assert check.state is PublicationState.FAILED
    assert check.reasons == ("Nhà văn hóa thôn Bản Mới: mới được 19 ngày liên tục (cần 20).",)


def test_a_missing_place_is_named() -> None:
    check = judged(LIST, posted(OFFICE, date(2022, 3, 1), date(2022, 3, 20)), today=date(2022, 3, 4))
    assert check.state is PublicationState.PARTLY
    assert "Chưa niêm yết tại Nhà văn hóa thôn Bản Mới." in check.reasons


def test_what_still_hangs_counts_up_to_today() -> None:
    check = judged(LIST, *(posted(place, date(2022, 3, 1)) for place in (OFFICE, HOUSE)), today=date(2022, 3, 10))
    assert check.state is PublicationState.POSTED
    assert [place.days for place in check.places] == [10, 10]


def test_put_up_after_the_latest_day_it_is_not_done() -> None:
    check = judged(LIST, *(posted(place, date(2022, 3, 6), date(2022, 5, 1)) for place in (OFFICE, HOUSE)))
    assert check.state is PublicationState.TARDY
    assert check.reasons == ("Niêm yết muộn, sau ngày 05/03/2022: Trụ sở UBND xã, Nhà văn hóa thôn Bản Mới.",)


def test_nothing_posted_turns_late_on_the_day_after_the_latest() -> None:
    assert judged(LIST, today=date(2022, 3, 5)).state is PublicationState.NOT_POSTED
    assert judged(LIST, today=date(2022, 3, 6)).state is PublicationState.LATE


def test_it_fell_short_only_after_its_latest_day() -> None:
    before, after = date(2022, 3, 5), date(2022, 3, 6)
    assert (is_coming(judged(LIST, today=before), before), is_short(judged(LIST, today=before), before)) == (
        True,
        False,
    )
    assert (is_coming(judged(LIST, today=after), after), is_short(judged(LIST, today=after), after)) == (False, True)


def test_without_a_latest_day_what_is_missing_fell_short() -> None:
    day = date(2022, 3, 5)
    assert is_short(judged(replace(LIST, latest_on=None), today=day), day)


def test_what_hangs_neither_fell_short_nor_has_still_to_go_up() -> None:
    day = date(2022, 3, 2)
    check = judged(LIST, *(posted(place, date(2022, 3, 1)) for place in (OFFICE, HOUSE)), today=day)
    assert not is_short(check, day)
    assert not is_coming(check, day)


def test_the_loudspeaker_needs_its_own_number_of_days() -> None:
    radio_only = replace(LIST, place_ids=(3,), loudspeaker_days=3)
    assert judged(radio_only, posted(RADIO, date(2022, 3, 1), date(2022, 3, 3))).state is PublicationState.DONE


def test_working_days_leave_out_the_weekend() -> None:
    review = replace(LIST, min_days=3, day_kind=DayKind.WORKING, place_ids=(1,))
    friday, tuesday = date(2022, 3, 4), date(2022, 3, 8)
    assert judged(review, posted(OFFICE, friday, date(2022, 3, 7))).state is PublicationState.FAILED
    assert judged(review, posted(OFFICE, friday, tuesday)).state is PublicationState.DONE
    assert last_day_needed(review, OFFICE, friday) == tuesday


def test_a_publication_without_places_is_never_done() -> None:
    check = judged(replace(LIST, place_ids=()))
    assert check.state is not PublicationState.DONE
    assert "Chưa chọn nơi phải niêm yết." in check.reasons


def test_putting_it_up_again_counts_the_newest_posting() -> None:
    torn, again = (
        posted(OFFICE, date(2022, 3, 1), date(2022, 3, 2)),
        posted(OFFICE, date(2022, 3, 3), date(2022, 3, 22)),
    )
    check = judged(replace(LIST, place_ids=(1,)), torn, again)
    assert check.state is PublicationState.DONE


@pytest.mark.parametrize("days", [1, 20, 30])
def test_the_last_day_needed_is_the_first_on_which_the_minimum_is_reached(days: int) -> None:
    publication = replace(LIST, min_days=days, place_ids=(1,))
    last = last_day_needed(publication, OFFICE, date(2022, 3, 1))
    assert judged(publication, posted(OFFICE, date(2022, 3, 1), last)).state is PublicationState.DONE


def test_putting_it_up_again_later_takes_nothing_from_one_that_was_done() -> None:
    whole, again = posted(OFFICE, date(2022, 3, 1), date(2022, 4, 5)), posted(OFFICE, date(2022, 5, 4))
    check = judged(replace(LIST, place_ids=(1,)), whole, again, today=date(2022, 5, 10))
    assert (check.state, check.reasons) == (PublicationState.DONE, ())
    assert (check.places[0].posting, check.places[0].newest) == (whole, again)


def test_taken_down_early_and_put_up_again_it_is_done_when_the_days_are_full() -> None:
    early, again = posted(OFFICE, date(2022, 3, 3), date(2022, 3, 10)), posted(OFFICE, date(2022, 3, 12))
    one = replace(LIST, place_ids=(1,))
    assert judged(one, early, today=date(2022, 3, 11)).state is PublicationState.FAILED
    assert judged(one, early, again, today=date(2022, 3, 30)).state is PublicationState.POSTED
    assert judged(one, early, again, today=date(2022, 3, 31)).state is PublicationState.DONE


def test_a_place_left_out_turns_late_after_the_latest_day() -> None:
    office = posted(OFFICE, date(2022, 3, 1))
    assert judged(LIST, office, today=date(2022, 3, 5)).state is PublicationState.PARTLY
    assert judged(LIST, office, today=date(2022, 3, 6)).state is PublicationState.LATE


def test_one_put_up_late_is_late_also_while_it_hangs() -> None:
    late = [posted(place, date(2022, 3, 6)) for place in (OFFICE, HOUSE)]
    assert judged(LIST, *late, today=date(2022, 3, 10)).state is PublicationState.TARDY


def test_what_still_has_time_did_not_fall_short() -> None:
    day = date(2022, 3, 5)
    assert not is_short(judged(LIST, posted(OFFICE, date(2022, 3, 1)), today=day), day)
    assert is_short(judged(LIST, today=date(2022, 3, 6)), date(2022, 3, 6))
    both = [posted(place, date(2022, 3, 1)) for place in (OFFICE, HOUSE)]
    assert not is_short(judged(LIST, *both, today=date(2022, 3, 10)), date(2022, 3, 10))


def test_a_notice_to_the_heads_of_villages_is_done_on_one_day() -> None:
    told = replace(LIST, place_ids=(4,))
    assert judged(told, today=date(2022, 3, 1)).reasons == ("Chưa thực hiện: Thông báo đến trưởng thôn, đoàn thể.",)
    check = judged(told, posted(HEADS, date(2022, 3, 2)), today=date(2022, 3, 2))
    assert (check.state, check.places[0].hangs) == (PublicationState.DONE, False)


def test_of_the_ways_of_which_one_is_enough_one_is_enough() -> None:
    office = posted(OFFICE, date(2022, 3, 1), date(2022, 3, 20))
    check = either(office, posted(HEADS, date(2022, 3, 2)))
    assert check.state is PublicationState.DONE
    assert [[each.place.id for each in group] for group in (check.places, check.spared)] == [[1, 4], [3]]


def test_none_of_the_ways_of_which_one_is_enough_is_named_once() -> None:
    check = either(posted(OFFICE, date(2022, 3, 1), date(2022, 3, 20)), today=date(2022, 3, 4))
    assert check.state is PublicationState.PARTLY
    assert check.reasons[1:] == (
        "Chưa công khai bằng hình thức nào trong số: Đài truyền thanh xã; Thông báo đến trưởng thôn, đoàn thể.",
    )


def test_one_way_put_up_in_time_stands_before_one_that_is_late() -> None:
    office, late = posted(OFFICE, date(2022, 3, 1), date(2022, 3, 20)), posted(RADIO, date(2022, 4, 1))
    assert either(office, posted(HEADS, date(2022, 3, 2)), late).state is PublicationState.DONE


def fees(*postings: Posting, today: date = date(2022, 6, 1)) -> PublicationCheck:
    """Judge what must hang at two places, and be read out once, until it is replaced."""
    wanted = replace(LIST, place_ids=(1, 2, 3))
    return check_publication(wanted, (OFFICE, HOUSE, RADIO), postings, today, stays=True)


def test_what_stays_until_it_is_replaced_and_came_down_at_one_place_is_not_done_and_names_it() -> None:
    read_out = posted(RADIO, date(2022, 3, 1), date(2022, 3, 3))
    up, down = posted(OFFICE, date(2022, 3, 1)), posted(HOUSE, date(2022, 3, 1), date(2022, 5, 20))
    check = fees(up, down, read_out)
    assert (check.state, check.done_places) == (PublicationState.PARTLY, 2)
    assert check.reasons == (
        "Nhà văn hóa thôn Bản Mới: đã gỡ ngày 20/05/2022, phải niêm yết cho đến khi có bản thay thế.",
    )
    assert is_short(check, date(2022, 6, 1))
    assert fees(up, down, read_out, today=date(2022, 5, 20)).state is PublicationState.DONE


def test_what_stays_and_was_put_up_again_is_done() -> None:
    read_out = posted(RADIO, date(2022, 3, 1), date(2022, 3, 3))
    first, again = posted(HOUSE, date(2022, 3, 1), date(2022, 5, 20)), posted(HOUSE, date(2022, 5, 30))
    check = fees(posted(OFFICE, date(2022, 3, 1)), first, again, read_out)
    assert (check.state, check.reasons) == (PublicationState.DONE, ())
