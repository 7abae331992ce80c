"""A body is recognised however it is spelt, and its duties are followed to whoever holds them now."""

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop import catalog
from papi_desktop.domain.body_names import BodyAlias, BodyNames, body_alias, body_key
from papi_desktop.domain.commune import Unit

ALIASES = tuple(body_alias(row) for row in catalog.rows("body_aliases"))
NAMES = BodyNames(ALIASES)
PLAN_YEAR, NOW = date(2022, 6, 30), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("spelling", "body"),
    [
        ("Sở Tài nguyên Môi trường", "Sở Tài nguyên và Môi trường"),
        ("sở tài nguyên và môi trường.", "Sở Tài nguyên và Môi trường"),
        ("Sở TNMT", "Sở Tài nguyên và Môi trường"),
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường"),
        ("Sở Giáo dục Đào tạo", "Sở Giáo dục và Đào tạo"),
        ("Sở GD & ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở Lao động Thương binh XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Trung tâm Phục vụ HCC", "Trung tâm Phục vụ hành chính công"),
        ("Trung tâm PVHCC", "Trung tâm Phục vụ hành chính công"),
        ("Sở Công thương", "Sở Công Thương"),
        ("Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở Nội vụ tỉnh Lào Cai", "Sở Nội vụ"),
        ("Phòng Nội vụ huyện Văn Lâm", "Phòng Nội vụ"),
        ("Tòa án tình", "Tòa án nhân dân tỉnh"),
        ("Ủy ban nhân dân cấp xã", "UBND cấp xã"),
        ("UBND các xã, phường, thị trấn", "UBND cấp xã"),
        ("UBND huyện, thị xã, thành phố", "UBND cấp huyện"),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Văn phòng HĐND và UBND"),
        ("Tổ trưởng TDP", "Tổ trưởng tổ dân phố"),
        ("BHXH tỉnh", "Bảo hiểm xã hội tỉnh"),
        ("UBND xã", "UBND cấp xã"),
        ("UBND thị trấn", "UBND cấp xã"),
        ("UBND các xã, thị trấn", "UBND cấp xã"),
        ("UBND xã, thị trấn", "UBND cấp xã"),
        ("UBND thị trấn và các xã", "UBND cấp xã"),
        ("Uỷ ban nhân dân các phường, xã, đặc khu", "UBND cấp xã"),
        ("Chủ tịch UBND xã", "Chủ tịch UBND cấp xã"),
        ("Công an các xã, phường", "Công an cấp xã"),
        ("UBND các huyện, thành phố, thị xã", "UBND cấp huyện"),
        ("UBND huyện, thành phố", "UBND cấp huyện"),
        ("UBND thị xã", "UBND cấp huyện"),
        ("Công an các huyện, thị xã, thành phố", "Công an cấp huyện"),
        ("Sở Lao động - TBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Trung tâm Phục vụ HCC tỉnh", "Trung tâm Phục vụ hành chính công tỉnh"),
        ("Đài PT-TH tỉnh", "Đài Phát thanh - Truyền hình tỉnh"),
        ("Đài Phát thanh và Truyền hình tỉnh", "Đài Phát thanh - Truyền hình tỉnh"),
    ],
)
def test_several_spellings_are_one_body(spelling: str, body: str) -> None:
    assert NAMES.same(spelling) == body


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sở Nội vụ", "Phòng Nội vụ"),
        ("UBND cấp xã", "UBND cấp huyện"),
        ("UBND cấp xã", "Chủ tịch UBND cấp xã"),
        ("Công an cấp xã", "Công an cấp huyện"),
        ("Sở Tài nguyên và Môi trường", "Phòng Tài nguyên và Môi trường"),
        ("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("UBND xã An Bình", "UBND xã An Lạc"),
        ("UBND xã", "UBND thị xã"),
        ("UBND tỉnh", "UBND thành phố"),
        ("Trung tâm Phục vụ hành chính công", "Trung tâm Phục vụ hành chính công tỉnh"),
    ],
)
def test_different_bodies_stay_different(first: str, second: str) -> None:
    assert NAMES.same(first) != NAMES.same(second)


def test_an_unknown_body_keeps_its_own_wording() -> None:
    assert NAMES.same(" Các  nhà mạng cung cấp dịch vụ. ") == "Các nhà mạng cung cấp dịch vụ"


def test_a_name_used_again_later_is_another_body_before_its_day() -> None:
    assert NAMES.same("phòng  kinh tế", PLAN_YEAR) == "phòng kinh tế"
    assert NAMES.same("phòng  kinh tế", NOW) == "Phòng Kinh tế"


def test_a_name_that_has_ended_still_means_its_body() -> None:
    assert NAMES.same("Sở TN&MT", NOW) == "Sở Tài nguyên và Môi trường"


@pytest.mark.parametrize(
    ("name", "holders"),
    [
        ("Sở Tài nguyên Môi trường", ("Sở Nông nghiệp và Môi trường",)),
        ("Sở Nông nghiệp và PTNT", ("Sở Nông nghiệp và Môi trường",)),
        ("Sở Thông tin và Truyền thông", ("Sở Khoa học và Công nghệ",)),
        ("Sở Kế hoạch và Đầu tư", ("Sở Tài chính",)),
        ("Sở Giao thông vận tải - Xây dựng", ("Sở Xây dựng",)),
        ("Sở LĐTBXH", ("Sở Nội vụ", "Sở Y tế", "Sở Nông nghiệp và Môi trường")),
        ("Phòng Nội vụ", ("Sở Nội vụ",)),
        ("UBND huyện", ("UBND cấp xã",)),
        ("Bộ phận Một cửa", ("Trung tâm Phục vụ hành chính công",)),
        ("Công chức Tư pháp - Hộ tịch", ("Văn phòng HĐND và UBND",)),
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("Điện lực Lào Cai", ("Điện lực Lào Cai",)),
    ],
)
def test_duties_are_followed_to_the_body_that_holds_them_now(name: str, holders: tuple[str, ...]) -> None:
    assert NAMES.today_body(name, NOW).names == holders


def test_departments_change_on_the_first_of_march_2025() -> None:
    before, after = (NAMES.today_body("Sở Tài nguyên Môi trường", day) for day in (date(2025, 2, 28), date(2025, 3, 1)))
    assert before.names == ("Sở Tài nguyên và Môi trường",)
    assert before.since is None
    assert after.since == date(2025, 3, 1)


def test_districts_end_on_the_first_of_july_2025() -> None:
    assert NAMES.today_body("Phòng Nội vụ", date(2025, 6, 30)).names == ("Phòng Nội vụ",)
    assert NAMES.today_body("Phòng Nội vụ", date(2025, 7, 1)).names == ("Sở Nội vụ",)


@pytest.mark.parametrize(
    ("unit", "office"),
    [
        (Unit.COMMUNE, "Phòng Kinh tế"),
        (Unit.SPECIAL_ZONE, "Phòng Kinh tế"),
        (Unit.WARD, "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ],
)
def test_the_economic_office_depends_on_the_kind_of_commune(unit: Unit, office: str) -> None:
    assert NAMES.today_body("Công chức Tài chính - Kế toán", NOW, unit).names == (office,)


def test_a_change_from_memory_is_said_to_be_unverified() -> None:
    holder = NAMES.today_body("Sở Tài nguyên Môi trường", NOW)
    assert holder.sentence == "Từ ngày 01/03/2025: Sở Nông nghiệp và Môi trường (chưa kiểm chứng)."


def test_nothing_is_said_of_a_body_that_has_not_changed() -> None:
    assert NAMES.today_body("Sở Nội vụ", NOW).sentence == ""


def test_a_body_that_changed_twice_is_followed_to_the_end() -> None:
    first, second = date(2020, 1, 1), date(2024, 1, 1)
    names = BodyNames(
        (
            BodyAlias("Ban A", "Ban A", successors=("Ban B",), successor_from=first, basis="x", confidence="found"),
            BodyAlias("Ban B", "Ban B", successors=("Ban C",), successor_from=second, basis="y", confidence="memory"),
        )
    )
    holder = names.today_body("Ban A", second)
    assert (holder.names, holder.since, holder.basis, holder.is_verified) == (("Ban C",), second, "x; y", False)
    assert names.today_body("Ban A", date(2023, 12, 31)).names == ("Ban B",)


@given(st.sampled_from([row.alias for row in ALIASES]), st.sampled_from([" ", ", ", " và ", " - ", "  "]))
def test_spaces_punctuation_and_words_for_and_make_no_other_body(alias: str, between: str) -> None:
    assert NAMES.same(alias.upper().replace(" ", between) + ".") == NAMES.same(alias)


@given(st.sampled_from([row.alias for row in ALIASES]), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_every_body_has_a_holder_on_every_day(alias: str, day: date) -> None:
    assert NAMES.today_body(alias, day).names


def test_no_spelling_means_two_bodies() -> None:
    bodies = defaultdict(set)
    for row in ALIASES:
        bodies[body_key(row.alias)].add(row.canonical)
    assert {key: names for key, names in bodies.items() if len(names) > 1} == {}


def test_every_body_in_the_table_has_a_row_of_its_own() -> None:
    own = {row.canonical for row in ALIASES if row.alias == row.canonical}
    assert {row.canonical for row in ALIASES} | {name for row in ALIASES for name in row.successors} == own


def test_every_successor_ends_the_body_the_day_before() -> None:
    for row in ALIASES:
        if row.successors:
            assert row.successor_from is not None
            assert row.ends is not None
            assert (row.successor_from - row.ends).days == 1


def test_every_row_says_what_it_rests_on() -> None:
    known = ("found", "seed", "memory-high", "memory-medium", "inference")
    assert all(row.basis and row.confidence in known for row in ALIASES)


def test_the_plan_of_lao_cai_names_its_departments_in_one_way_only() -> None:
    spelt = ("Sở Tài nguyên Môi trường", "Sở Tài nguyên và Môi trường", "Sở Giáo dục Đào tạo", "Sở Giáo dục và Đào tạo")
    assert len({NAMES.same(name, PLAN_YEAR) for name in spelt}) == 2
