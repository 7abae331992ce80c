"""Placeholders in the wordings of papers."""

import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.templates import DOTS, filled, placeholders

KNOWN = {"xã": "xã An Bình", "số tờ": ""}


def test_placeholders_are_filled_and_what_is_unknown_becomes_dots() -> None:
    assert filled("UBND {{xã}}, kèm {{ số tờ }} tờ", KNOWN) == f"UBND xã An Bình, kèm {DOTS} tờ"


def test_a_blank_paper_has_only_dots() -> None:
    assert filled("UBND {{xã}}", KNOWN, blank=True) == f"UBND {DOTS}"


def test_a_value_is_never_read_as_a_placeholder() -> None:
    assert filled("{{xã}}", {"xã": "{{số tờ}}"}) == "{{số tờ}}"


def test_an_unknown_placeholder_is_named() -> None:
    with pytest.raises(KnownError, match="“{{tên}}” mà chương trình không biết"):
        filled("{{tên}}", KNOWN)


@pytest.mark.parametrize("text", ["{{xã", "xã}}", "{{xã}} {{"])
def test_braces_that_do_not_match_are_refused(text: str) -> None:
    with pytest.raises(KnownError, match="chưa đóng đủ"):
        filled(text, KNOWN)


def test_placeholders_are_listed_once_in_order() -> None:
    assert placeholders("{{b}} {{a}} {{b}}") == ("b", "a")
