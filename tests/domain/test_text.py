"""Vietnamese text is stored in one form, found without accents and ordered as in a dictionary."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain import text


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Hộ nghèo", "ho ngheo"), ("HỘ NGHÈO", "ho ngheo"), ("Đối thoại", "doi thoai"), ("Uỷ ban", "uy ban")],
)
def test_folding_lets_words_be_found_without_accents(written: str, typed: str) -> None:
    assert text.fold(written) == typed


def test_folding_is_the_same_for_both_normal_forms() -> None:
    assert text.fold(unicodedata.normalize("NFD", "Đường sắt")) == text.fold("Đường sắt") == "duong sat"


@given(st.text())
def test_folding_twice_changes_nothing(words: str) -> None:
    assert text.fold(text.fold(words)) == text.fold(words)


def test_the_alphabet_puts_marked_letters_after_plain_ones() -> None:
    words = ["Đa", "Ca", "Âu", "An", "Ăn", "Ô", "Ơ", "O", "Ư", "U", "Ê", "E"]
    assert sorted(words, key=text.sort_key) == ["An", "Ăn", "Âu", "Ca", "Đa", "E", "Ê", "O", "Ô", "Ơ", "U", "Ư"]


def test_tones_decide_only_between_words_of_the_same_letters() -> None:
    assert sorted(["hạ", "há", "hã", "hả", "hà", "ha"], key=text.sort_key) == ["ha", "hà", "hả", "hã", "há", "hạ"]
    assert sorted(["hạn", "hao"], key=text.sort_key) == ["hạn", "hao"]


def test_people_are_ordered_by_given_name() -> None:
    people = ["Vũ Thị Ân", "Lò Văn Ban", "Đặng Thị An", "Bùi Văn An"]
    assert sorted(people, key=text.name_sort_key) == ["Bùi Văn An", "Đặng Thị An", "Vũ Thị Ân", "Lò Văn Ban"]


def test_squeezing_leaves_one_line_in_normal_form() -> None:
    assert text.squeeze("  Hộ\u00a0 nghèo\n năm\t2022 ") == "Hộ nghèo năm 2022"


def test_small_counts_are_written_with_two_digits_and_large_ones_with_dots() -> None:
    assert [text.count(n) for n in (0, 5, 10, 1234567)] == ["0", "05", "10", "1.234.567"]


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(19, 28, "67,9%"), (28, 28, "100%"), (0, 0, "0%"), (1, 8, "12,5%")]
)
def test_percentages_have_a_comma_and_no_empty_decimals(part: int, whole: int, shown: str) -> None:
    assert text.percent(part, whole) == shown


def test_words_are_found_without_accents_and_in_any_order() -> None:
    assert text.has_words("thon moi", "Bản Mới", "Trưởng thôn Lý A Pao")
    assert not text.has_words("thon cu", "Bản Mới", "Trưởng thôn")
    assert text.has_words("  ", "")


@pytest.mark.parametrize(
    ("number", "shown"),
    [("40.151", "40,151"), ("-0.5", "-0,5"), ("1234567", "1.234.567"), ("42.950", "42,95"), ("-2", "-2"), ("0", "0")],
)
def test_figures_keep_their_places_and_their_sign(number: str, shown: str) -> None:
    assert text.figure_words(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("ho ngheo", True),
        ("Hộ NGH", True),
        ("ngheo 2.3", True),
        ("2.3", True),
        ("3.2", False),
        ("o ngheo", False),
        ("ho giau", False),
        (" – ", True),
    ],
)
def test_what_is_typed_is_looked_for_as_words_of_which_the_last_may_be_a_beginning(words: str, is_found: bool) -> None:
    known = text.searchable("2.3", "Niêm yết danh sách hộ nghèo, hộ cận nghèo")
    assert all(part in known for part in text.sought(words)) is is_found
