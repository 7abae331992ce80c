"""Choosing a kind of publication, and what the choice fills in."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.publications import Place, PlaceKind
from papi_desktop.services.publication_choice import Ground, draft, facts, kind_lines, place_words
from papi_desktop.services.publication_kinds import kinds, title_of
from papi_desktop.services.rule_book import bundled_terms

OFFICE = Place(PlaceKind.OFFICE, "Trụ sở UBND xã An Bình", id=1)
HOUSES = [Place(PlaceKind.VILLAGE_HOUSE, f"Nhà văn hóa thôn {number}", id=number) for number in (2, 3)]
LOUDSPEAKER = Place(PlaceKind.LOUDSPEAKER, "Đài truyền thanh xã An Bình", id=4)
GROUND = Ground((OFFICE, *HOUSES, LOUDSPEAKER), bundled_terms())
DAY = date(2023, 10, 2)


def test_every_kind_can_be_chosen_and_ones_own_comes_last() -> None:
    lines = kind_lines()
    assert {line.key for line in lines} == {each.key for each in kinds()} | {""}
    assert lines[-1].name == "Nội dung khác (tự đặt tên)"


def test_kinds_stand_together_by_content() -> None:
    groups = [line.group for line in kind_lines()]
    assert len(list(dict.fromkeys(groups))) == sum(a != b for a, b in zip(groups, groups[1:], strict=False)) + 1


def test_ones_own_kind_is_offered_whatever_is_searched() -> None:
    assert [line.key for line in kind_lines("không có gì như thế")] == [""]


def test_a_choice_fills_in_basis_days_and_places() -> None:
    publication = draft("poor_review", DAY, DAY, GROUND)
    words = {fact.label: fact.words for fact in facts(publication, GROUND)}
    assert words["Phải công khai"] == "Chậm nhất ngày 09/10/2023"
    assert words["Thời gian niêm yết"] == "Ít nhất 3 ngày làm việc"
    assert words["Phát trên truyền thanh"] == "Ít nhất 3 ngày liên tục"
    assert words["Nơi công khai"].startswith("Trụ sở UBND xã An Bình; 2 nhà văn hóa thôn")


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(2022, 10, 2), "Tình hình thực hiện ngân sách xã 9 tháng năm 2022"),
        (date(2022, 6, 30), "Tình hình thực hiện ngân sách xã 6 tháng đầu năm 2022"),
    ],
)
def test_the_title_of_a_turn_follows_from_its_day(day: date, title: str) -> None:
    assert draft("budget_quarter", day, day, GROUND).title == title


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        (
            "Tình hình thực hiện ngân sách xã quý, 6 tháng, năm (quý IV năm 2022)",
            "Tình hình thực hiện ngân sách xã năm 2022",
        ),
        (
            "Tình hình thực hiện ngân sách xã quý, 6 tháng, năm",
            "Tình hình thực hiện ngân sách xã năm 2022",
        ),
        ("Ngân sách năm 2022 của xã", "Ngân sách năm 2022 của xã"),
    ],
)
def test_papers_print_the_turn_of_a_publication_that_was_titled_by_its_kind_alone(title: str, printed: str) -> None:
    made = replace(draft("budget_quarter", date(2022, 12, 31), DAY, GROUND), title=title)
    assert title_of(made) == printed


def test_only_the_figures_that_nobody_read_in_a_source_are_unsure() -> None:
    publication = draft("budget_quarter", DAY, DAY, GROUND)
    unsure = [fact.label for fact in facts(publication, GROUND) if not fact.is_verified]
    assert unsure == ["Thời gian niêm yết"]


def test_ones_own_kind_has_no_figure_to_doubt() -> None:
    publication = draft("", DAY, DAY, GROUND)
    assert all(fact.is_verified for fact in facts(publication, GROUND))


def test_no_place_is_said_in_words() -> None:
    assert place_words(draft("land_prices", DAY, DAY, Ground(tuple(HOUSES), bundled_terms())), HOUSES) == "chưa chọn"
