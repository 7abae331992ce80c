"""A list of households becomes the publication of its own kind, begun once."""

from dataclasses import replace
from datetime import date

from papi_desktop.domain.households import Household
from papi_desktop.domain.publications import DayKind
from papi_desktop.services.disclosure import publish_households
from papi_desktop.services.household_list import list_for
from papi_desktop.services.recurring_publications import begin_next_turns
from papi_desktop.services.work import Work


def filled_list(work: Work, year: int, decided_on: date | None = None) -> None:
    record = work.household_lists.put(replace(list_for(work, year), decided_on=decided_on)).after
    work.households.put(Household(record.id, "Cư A Sình"))


def test_a_list_that_is_recognised_is_posted_as_the_list_of_its_year(sample_work: Work) -> None:
    filled_list(sample_work, 2024, date(2023, 12, 14))
    found = publish_households(sample_work, 2024, date(2023, 12, 15))
    assert found.is_new
    assert (found.publication.kind, found.publication.title) == (
        "poor_households",
        "Danh sách hộ nghèo, hộ cận nghèo năm 2024",
    )
    assert (found.publication.min_days, found.publication.day_kind) == (20, DayKind.CONSECUTIVE)


def test_a_list_that_is_not_recognised_yet_is_posted_as_the_result_of_the_review(sample_work: Work) -> None:
    filled_list(sample_work, 2024)
    found = publish_households(sample_work, 2024, date(2023, 11, 10))
    assert (found.publication.kind, found.publication.title) == (
        "poor_review",
        "Danh sách hộ nghèo, hộ cận nghèo theo kết quả rà soát cuối năm 2023",
    )
    assert (found.publication.min_days, found.publication.day_kind) == (3, DayKind.WORKING)


def test_a_list_finds_the_turn_that_was_begun_for_it_at_the_end_of_the_year_before(sample_work: Work) -> None:
    begun = begin_next_turns(sample_work, date(2022, 12, 14))
    (turn,) = (each for each in begun if each.kind == "poor_households")
    assert turn.title.endswith("(năm 2023)")
    filled_list(sample_work, 2023, date(2022, 12, 14))
    found = publish_households(sample_work, 2023, date(2022, 12, 15))
    assert (found.is_new, found.publication.id) == (False, turn.id)


def test_the_list_decided_in_january_and_the_review_in_december_find_what_is_posted(sample_work: Work) -> None:
    now = publish_households(sample_work, 2022, date(2022, 12, 6))
    filled_list(sample_work, 2023)
    review = publish_households(sample_work, 2023, date(2022, 12, 6))
    assert not now.is_new
    assert now.publication.title.endswith("áp dụng cho năm 2022")
    assert not review.is_new
    assert review.publication.title.endswith("cuối năm 2022")
