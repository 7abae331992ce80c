"""Names of communes, and the usual receivers of their reports."""

import pytest

from papi_desktop.domain.commune import bare_name, recipient_presets


@pytest.mark.parametrize(
    ("typed", "bare"),
    [("Xã An Bình", "An Bình"), ("xã An Bình", "An Bình"), ("An Bình", "An Bình"), ("Xã", "Xã"), ("Xãng", "Xãng")],
)
def test_a_name_is_kept_without_the_kind_that_was_typed_before_it(typed: str, bare: str) -> None:
    assert bare_name(typed, "xã") == bare


@pytest.mark.parametrize(
    ("district", "province", "first"),
    [
        ("Bát Xát", "Lào Cai", "UBND huyện Bát Xát (qua Phòng Nội vụ)"),
        ("Huyện Bát Xát", "Lào Cai", "UBND huyện Bát Xát (qua Phòng Nội vụ)"),
        ("thị xã Sa Pa", "Lào Cai", "UBND thị xã Sa Pa (qua Phòng Nội vụ)"),
        ("", "Lào Cai", "Sở Nội vụ tỉnh Lào Cai"),
        ("", "Thành phố Hà Nội", "Sở Nội vụ thành phố Hà Nội"),
    ],
)
def test_the_first_receiver_offered_is_the_one_directly_above(district: str, province: str, first: str) -> None:
    assert recipient_presets(district, province)[0] == first
