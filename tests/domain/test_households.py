"""What the wall may show of a household, how names repeat, and how two yearly lists differ."""

from dataclasses import replace

import pytest

from papi_desktop.domain.households import (
    Arrival,
    Household,
    HouseholdClass,
    Movement,
    changes,
    masked,
    public,
    public_name,
    totals,
    without_numbers,
)

PAO = Household(1, "Vàng Seo Páo", 1, birth_year=1975, identity="010000000123", persons=5)
MAI = Household(1, "Lù Thị Mai", 2, HouseholdClass.NEAR_POOR, birth_year=1980, identity="010000000456", persons=3)


def moved(before: list[Household], after: list[Household], earlier: list[Household] | None = None) -> list[Movement]:
    return [each.movement for each in changes(before, after, earlier or [])]


def test_only_the_last_three_digits_of_an_identity_number_are_shown() -> None:
    assert masked("010000000123") == "•••••••••123"


def test_a_number_too_short_to_hide_is_hidden_wholly() -> None:
    assert masked("12345") == "•••••"


@pytest.mark.parametrize(
    "name",
    [
        "Vàng Seo Páo (Mông)",
        "Vàng Seo Páo, sinh 05/03/1975",
        "Vàng Seo Páo 0912 345 678",
        "  Vàng  Seo Páo - 19001234",
        "Vàng Seo Páo: tổ 3",
        "Vàng Seo Páo dân tộc Mông",
        "Vàng Seo Páo - Mông",
        "Vàng Seo Páo – Dao đỏ",
        "Vàng Seo Páo— Mông",
        "Vàng Seo Páo người Mông",
        "Vàng Seo Páo DT Mông",
    ],
)
def test_what_stands_after_a_name_does_not_reach_the_wall(name: str) -> None:
    assert public_name(name) == "Vàng Seo Páo"


@pytest.mark.parametrize("name", ["Vàng Seo Páo Mông", "Vàng Seo Páo MÔNG.", "Vàng Seo Páo -Mông", "Vàng Seo Páo"])
def test_the_own_ethnicity_after_a_name_does_not_reach_the_wall(name: str) -> None:
    assert public([replace(PAO, head=name, ethnicity="Mông")])[0].head == "Vàng Seo Páo"


@pytest.mark.parametrize(
    ("name", "ethnicity"),
    [("Lò Văn Kinh", "Kinh"), ("Trần Thị Kim Hoa", "Hoa"), ("Lò Minh Thái", "Thái"), ("Y-Bhăm Niê", "Ê-đê")],
)
def test_a_given_name_that_is_like_an_ethnicity_stays(name: str, ethnicity: str) -> None:
    assert public([replace(PAO, head=name, ethnicity=ethnicity)])[0].head == name


def test_two_heads_whose_names_are_one_on_the_wall_have_their_years_of_birth() -> None:
    other = replace(PAO, head="Vàng Seo Páo Mông", ethnicity="Mông", birth_year=1990)
    assert [each.birth_year for each in public([PAO, other])] == [1975, 1990]


def test_the_year_of_birth_is_shown_only_of_heads_with_the_same_name() -> None:
    shown = public([PAO, MAI, replace(PAO, village_id=3, birth_year=1990)])
    assert [each.birth_year for each in shown] == [1975, None, 1990]


def test_names_that_differ_by_an_accent_are_two_names() -> None:
    assert [each.birth_year for each in public([PAO, replace(PAO, head="Vàng Seo Pao")])] == [None, None]


def test_a_household_that_was_not_on_the_list_is_new() -> None:
    assert moved([PAO], [PAO, MAI]) == [Movement.SAME, Movement.NEW]


def test_a_household_that_was_on_an_older_list_is_there_again() -> None:
    assert moved([PAO], [PAO, MAI], [MAI]) == [Movement.SAME, Movement.AGAIN]


def test_a_household_marked_as_poor_again_is_there_again_without_older_lists() -> None:
    assert moved([PAO], [PAO, replace(MAI, arrival=Arrival.AGAIN)]) == [Movement.SAME, Movement.AGAIN]


def test_a_household_that_is_no_longer_listed_has_left() -> None:
    assert moved([PAO, MAI], [PAO]) == [Movement.SAME, Movement.LEFT]


def test_a_household_listed_as_having_left_has_left_once() -> None:
    gone = replace(PAO, standing=HouseholdClass.LEFT_POOR)
    (change,) = changes([PAO], [gone])
    assert (change.movement, change.before, change.after) == (Movement.LEFT, PAO, gone)


def test_a_poor_household_that_becomes_near_poor_has_moved() -> None:
    assert moved([PAO], [replace(PAO, standing=HouseholdClass.NEAR_POOR)]) == [Movement.MOVED]


def test_people_with_one_name_and_two_numbers_are_two_households() -> None:
    assert moved([PAO], [replace(PAO, identity="010000000999")]) == [Movement.NEW, Movement.LEFT]


def test_a_household_without_a_number_is_known_by_name_year_and_village() -> None:
    assert moved([replace(PAO, identity="")], [PAO]) == [Movement.SAME]


def test_totals_follow_the_villages_and_end_with_households_of_no_village() -> None:
    counts = totals([PAO, MAI, replace(PAO, village_id=9)], (2, 1))
    assert [(each.village_id, each.poor, each.near_poor, each.persons) for each in counts] == [
        (2, 0, 1, 3),
        (1, 1, 0, 5),
        (0, 1, 0, 5),
    ]


@pytest.mark.parametrize(
    "number", ["⁰¹⁰⁰⁸⁶⁰⁰¹²³⁸", "①②③④⑤⑥⑦⑧⑨", "０１００８６００１２３７", "+84 987 654 321", "sinh năm 1980"]
)
def test_a_number_in_any_kind_of_digits_is_no_part_of_a_name(number: str) -> None:
    assert public_name(f"Vàng Seo Páo {number}") == "Vàng Seo Páo"


def test_people_are_ordered_by_their_names_and_not_by_what_was_written_after_them() -> None:
    heads = ["Vàng A Dín (CCCD 01008600)", "Lù A Ánh 0987654321", "Cư Seo Đỏ", "Cư Seo Bình, Mông"]
    ordered = sorted((Household(1, head) for head in heads), key=lambda each: each.order)
    assert [public_name(each.head) for each in ordered] == ["Lù A Ánh", "Cư Seo Bình", "Vàng A Dín", "Cư Seo Đỏ"]


def test_long_numbers_in_a_sentence_are_hidden() -> None:
    assert without_numbers("Không hiểu “0100.8600.1235”, sinh năm 1980, dòng 12…") == (
        f"Không hiểu “{'•' * 11}235”, sinh năm 1980, dòng 12…"
    )


@pytest.mark.parametrize("number", ["⁰¹⁰⁰⁸⁶⁰⁰", "①②③④⑤⑥⑦⑧⑨", "⒈⒉⒊⒋⒌⒍⒎⒏⒐", "０１００８６００１２３５"])
def test_long_numbers_in_digits_of_every_kind_are_hidden(number: str) -> None:
    shown = without_numbers(f"Vàng Seo Páo {number * 2}")
    assert shown.startswith("Vàng Seo Páo ••••")
    assert sum(each.isdigit() for each in shown) <= 3


def test_signs_beside_a_long_number_stay_as_they_are() -> None:
    assert (
        without_numbers("nhà 50m², 1½ sào, số ０１００８６００１２３５, mục ①")
        == f"nhà 50m², 1½ sào, số {'•' * 9}235, mục ①"
    )


def test_two_households_of_one_name_and_year_are_two_in_both_lists() -> None:
    first, second = Household(1, "Lù A Páo", 1, birth_year=1970), Household(1, "Lù A Páo", 1, birth_year=1970)
    other = replace(first, list_id=2)
    again = [other, replace(second, list_id=2)]
    assert moved([first, second], again) == [Movement.SAME, Movement.SAME]
    assert moved([first], again) == [Movement.SAME, Movement.NEW]
    assert moved([first, second], [other]) == [Movement.SAME, Movement.LEFT]


def test_an_identity_number_finds_its_household_before_a_name_does() -> None:
    numbered = Household(1, "Lù A Páo", 1, birth_year=1970, identity="010086001234")
    after = [replace(numbered, identity=""), replace(numbered, list_id=2)]
    assert moved([numbered], after) == [Movement.NEW, Movement.SAME]
