"""Publications from the catalogue, and posting at many places at once."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.commune import Commune, Unit, Village
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.publications import DayKind, PlaceKind, PublicationState
from papi_desktop.services.publication_kinds import kinds
from papi_desktop.services.publication_list import checks_of
from papi_desktop.services.publishing import (
    add_missing_places,
    default_places,
    house_name,
    new_publication,
    post,
    take_down,
)
from papi_desktop.services.work import Work

MARCH = date(2024, 3, 1)
COMMUNE = Commune(Unit.COMMUNE, "An Bình", "Lào Cai", "", "")


def test_every_kind_takes_its_numbers_from_the_rules() -> None:
    assert len(kinds()) >= 12
    for each in kinds():
        assert each.min_days(MARCH) > 0
        assert each.rules(MARCH)
        assert each.name
        assert each.trigger
        assert each.places


def test_a_budget_hangs_for_thirty_days_and_is_due_fifteen_days_after_the_quarter(sample_work: Work) -> None:
    draft = new_publication("budget_quarter", date(2024, 3, 31), MARCH, sample_work.places.all())
    assert (draft.min_days, draft.day_kind, draft.latest_on) == (30, DayKind.CONSECUTIVE, date(2024, 4, 15))


def test_the_result_of_a_review_of_the_poor_is_counted_in_working_days(sample_work: Work) -> None:
    draft = new_publication("poor_review", date(2024, 3, 1), MARCH, sample_work.places.all())
    assert (draft.min_days, draft.day_kind, draft.latest_on) == (3, DayKind.WORKING, date(2024, 3, 8))
    assert len(draft.place_ids) == 13


@pytest.mark.parametrize("key", ["poor_households", "poor_removed"])
def test_a_recognised_list_of_the_poor_hangs_as_long_as_all_that_is_public(sample_work: Work, key: str) -> None:
    draft = new_publication(key, date(2024, 3, 1), MARCH, sample_work.places.all())
    assert (draft.min_days, draft.day_kind) == (20, DayKind.CONSECUTIVE)


def test_the_usual_places_are_the_office_each_village_the_loudspeaker_and_the_web_page() -> None:
    places = default_places(COMMUNE, [Village("Thôn Đông"), Village("Đoài")])
    assert [place.kind for place in places] == [
        PlaceKind.OFFICE,
        PlaceKind.VILLAGE_HOUSE,
        PlaceKind.VILLAGE_HOUSE,
        PlaceKind.LOUDSPEAKER,
        PlaceKind.WEBSITE,
        PlaceKind.VILLAGE_HEADS,
        PlaceKind.MEETING,
    ]


@pytest.mark.parametrize(
    ("unit", "village", "name"),
    [
        (Unit.COMMUNE, "Thôn Đông", "Nhà văn hóa thôn Đông"),
        (Unit.COMMUNE, "Đoài", "Nhà văn hóa thôn Đoài"),
        (Unit.WARD, "Tổ 5", "Nhà sinh hoạt cộng đồng tổ 5"),
    ],
)
def test_a_village_house_is_named_naturally(unit: Unit, village: str, name: str) -> None:
    assert house_name(Commune(unit, "A", "B", "", ""), Village(village)) == name


def test_adding_the_usual_places_twice_adds_nothing(sample_work: Work) -> None:
    assert add_missing_places(sample_work) == []


def test_a_publication_is_done_only_when_every_place_has_lasted(sample_work: Work) -> None:
    places = sample_work.places.all()
    saved = sample_work.publications.put(new_publication("works", MARCH, MARCH, places)).after
    post(sample_work, saved, saved.place_ids, date(2024, 3, 4))

    def state(day: date) -> PublicationState:
        return checks_of([saved], places, sample_work.postings.all(), day)[0].state

    assert state(date(2024, 3, 3)) is PublicationState.NOT_POSTED
    assert state(date(2024, 3, 22)) is PublicationState.POSTED
    assert state(date(2024, 3, 23)) is PublicationState.DONE


def test_a_notice_taken_down_too_early_has_failed(sample_work: Work) -> None:
    places = sample_work.places.all()
    saved = sample_work.publications.put(new_publication("works", MARCH, MARCH, places)).after
    post(sample_work, saved, saved.place_ids, date(2024, 3, 4))
    gone = take_down(sample_work, saved, saved.place_ids[:1], date(2024, 3, 10))
    check = checks_of([saved], places, sample_work.postings.all(), date(2024, 4, 30))[0]
    assert len(gone) == 1
    assert check.state is PublicationState.FAILED


def test_a_notice_cannot_come_down_before_it_went_up(sample_work: Work) -> None:
    places = sample_work.places.all()
    saved = sample_work.publications.put(new_publication("works", MARCH, MARCH, places)).after
    post(sample_work, saved, saved.place_ids, date(2024, 3, 4))
    with pytest.raises(KnownError, match="sớm hơn ngày niêm yết 04/03/2024"):
        take_down(sample_work, saved, saved.place_ids, date(2024, 3, 1))


def test_a_channel_of_one_day_is_over_on_the_day_it_was_used(sample_work: Work) -> None:
    places = sample_work.places.all()
    saved = sample_work.publications.put(new_publication("poor_households", MARCH, MARCH, places)).after
    kind_of = {place.id: place.kind for place in places}
    for each in post(sample_work, saved, saved.place_ids, date(2024, 3, 4)):
        assert each.until == (each.since if kind_of[each.place_id].is_event else None)


def test_every_kind_with_a_figure_for_the_loudspeaker_asks_for_it_where_there_is_one(sample_work: Work) -> None:
    loudspeaker = next(each for each in sample_work.places.all() if each.kind is PlaceKind.LOUDSPEAKER)
    for known in kinds():
        draft = new_publication(known.key, MARCH, MARCH, sample_work.places.all())
        assert (loudspeaker.id in draft.place_ids) == (PlaceKind.LOUDSPEAKER in known.places)
        assert not known.loudspeaker_rule or PlaceKind.LOUDSPEAKER in known.places
    silent = [each for each in sample_work.places.all() if each.kind is not PlaceKind.LOUDSPEAKER]
    assert loudspeaker.id not in new_publication("inspection", MARCH, MARCH, silent).place_ids


def test_a_budget_is_done_only_when_one_of_the_other_ways_was_used_too(sample_work: Work) -> None:
    places, quarter = sample_work.places.all(), date(2024, 3, 31)
    saved = sample_work.publications.put(new_publication("budget_quarter", quarter, quarter, places)).after
    hung = [each.id for each in places if each.kind in (PlaceKind.OFFICE, PlaceKind.VILLAGE_HOUSE)]
    heads = next(each.id for each in places if each.kind is PlaceKind.VILLAGE_HEADS)
    post(sample_work, saved, hung, date(2024, 4, 2))

    def verdict() -> PublicationState:
        return checks_of([saved], places, sample_work.postings.all(), date(2024, 6, 1))[0].state

    assert verdict() is PublicationState.LATE
    post(sample_work, saved, [heads], date(2024, 4, 3))
    assert verdict() is PublicationState.DONE


def test_a_budget_begun_before_the_other_ways_were_known_is_judged_as_before(sample_work: Work) -> None:
    places, quarter = sample_work.places.all(), date(2024, 3, 31)
    hung = tuple(each.id for each in places if each.kind in (PlaceKind.OFFICE, PlaceKind.VILLAGE_HOUSE))
    draft = replace(new_publication("budget_quarter", quarter, quarter, places), place_ids=hung)
    saved = sample_work.publications.put(draft).after
    post(sample_work, saved, hung, date(2024, 4, 2))
    check = checks_of([saved], places, sample_work.postings.all(), date(2024, 6, 1))[0]
    assert check.state is PublicationState.DONE
