"""Cells of responsible bodies: which bodies they name, and what the commune has to do."""

import pytest

from papi_desktop import catalog
from papi_desktop.domain.bodies import Bodies, names_commune, part_doubts, part_of, split_bodies
from papi_desktop.domain.tasks import Part


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND cấp huyện; UBND cấp xã", ("UBND cấp huyện", "UBND cấp xã")),
        ("UBND cấp huyện;UBND cấp xã;", ("UBND cấp huyện", "UBND cấp xã")),
        ("Sở Nội vụ\nUBND cấp xã", ("Sở Nội vụ", "UBND cấp xã")),
        ("- Sở Nội vụ\n- UBND cấp xã.", ("Sở Nội vụ", "UBND cấp xã")),
        ("UBND cấp\nxã", ("UBND cấp xã",)),
        ("Công an tỉnh; các cơ quan liên quan.", ("Công an tỉnh", "các cơ quan liên quan")),
        ("Các sở, ban, ngành; UBND cấp huyện", ("Các sở, ban, ngành", "UBND cấp huyện")),
        ("Các Sở, Ban, Ngành tỉnh", ("Các Sở, Ban, Ngành tỉnh",)),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", ("Phòng Kinh tế, Hạ tầng và Đô thị",)),
        ("Văn phòng HĐND và UBND xã", ("Văn phòng HĐND và UBND xã",)),
        ("Văn phòng Đoàn ĐBQH, HĐND tỉnh", ("Văn phòng Đoàn ĐBQH, HĐND tỉnh",)),
        ("UBND các xã, phường, thị trấn", ("UBND các xã, phường, thị trấn",)),
        ("", ()),
        ("|", ()),
    ],
)
def test_bodies_that_are_told_apart_surely_need_no_confirmation(text: str, names: tuple[str, ...]) -> None:
    assert split_bodies(text) == Bodies(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thanh tra tỉnh; UBND cấp huyện, UBND cấp xã", ("Thanh tra tỉnh", "UBND cấp huyện", "UBND cấp xã")),
        ("Đài Truyền thanh - Truyền hình: UBND cấp huyện", ("Đài Truyền thanh - Truyền hình", "UBND cấp huyện")),
        ("Sở Tài chính, UBND cấp huyện", ("Sở Tài chính", "UBND cấp huyện")),
        ("Tổ trưởng TDP, Trưởng thôn", ("Tổ trưởng TDP", "Trưởng thôn")),
        ("Các sở, ban, ngành, UBND cấp xã", ("Các sở, ban, ngành", "UBND cấp xã")),
        ("Sở Nội vụ và UBND cấp xã", ("Sở Nội vụ", "UBND cấp xã")),
    ],
)
def test_a_comma_or_colon_before_a_new_body_splits_with_a_doubt(text: str, names: tuple[str, ...]) -> None:
    bodies = split_bodies(text)
    assert bodies.names == names
    assert len(bodies.doubts) == 1
    assert "hãy xem tách như vậy có đúng không" in bodies.doubts[0]


@pytest.mark.parametrize(
    "name",
    [
        "UBND cấp xã",
        "UBND xã",
        "UBND phường Duyên Hải",
        "UBND thị trấn Như Quỳnh",
        "UBND đặc khu",
        "UBND xã/phường",
        "UBND các xã, phường, thị trấn",
        "Ủy ban nhân dân các xã, phường",
        "Uỷ ban nhân dân xã",
        "UBND huyện, xã",
        "UBND cấp huyện, cấp xã",
        "UBND các huyện, thị xã, thành phố, xã, phường",
        "Chủ tịch UBND cấp xã",
        "Chính quyền cấp xã",
        "Cấp xã",
        "Các xã, phường, thị trấn",
    ],
)
def test_the_commune_is_recognised_however_it_is_named(name: str) -> None:
    assert names_commune([name])


@pytest.mark.parametrize(
    "name",
    [
        "UBND cấp huyện",
        "UBND thị xã Sa Pa",
        "UBND các huyện, thị xã, thành phố",
        "Đoàn thể cấp xã",
        "Công an cấp xã",
        "Phòng Văn hóa - Xã hội",
        "Sở Lao động - Thương binh và Xã hội",
        "Bảo hiểm xã hội tỉnh",
        "Các địa phương",
        "",
    ],
)
def test_other_bodies_are_not_taken_for_the_commune(name: str) -> None:
    assert not names_commune([name])


def test_a_commune_named_on_both_sides_leads() -> None:
    assert part_of(["UBND cấp xã"], ["Sở Y tế", "UBND cấp xã"]) is Part.LEAD


def test_the_annex_gives_the_commune_its_15_and_13_tasks() -> None:
    codes: dict[Part, list[str]] = {part: [] for part in Part}
    for row in catalog.rows("plan_laocai_2022"):
        part = part_of(split_bodies(row["lead"]).names, split_bodies(row["coordinating"]).names)
        codes[part].append(f"{row['dimension']}.{row['code'].partition('.')[2]}")
    assert codes[Part.LEAD] == [
        "1.2",
        "1.3",
        "2.2",
        "2.3",
        "2.4",
        "2.5",
        "3.1",
        "3.2",
        "4.1",
        "4.4",
        "4.6",
        "5.1",
        "5.2",
        "5.3",
        "6.7",
    ]
    assert codes[Part.COORDINATE] == [
        "2.1",
        "2.6",
        "3.3",
        "4.5",
        "6.1",
        "6.5",
        "6.6",
        "6.8",
        "7.1",
        "7.2",
        "8.1",
        "8.2",
        "8.3",
    ]
    assert codes[Part.INFORM] == ["1.1", "3.4", "3.5", "4.2", "4.3", "6.2", "6.3", "6.4", "7.3", "8.4", "8.5"]


@pytest.mark.parametrize("name", ["Các đơn vị, địa phương liên quan", "Công an cấp xã", "UBND các cấp", "Trưởng thôn"])
def test_a_task_that_may_concern_the_commune_is_doubtful(name: str) -> None:
    (doubt,) = part_doubts(["Sở Y tế"], [name])
    assert doubt.field == "part"
    assert f"“{name}”" in doubt.sentence


def test_a_task_that_names_the_commune_is_not_doubtful() -> None:
    assert part_doubts(["Sở Y tế"], ["Các cơ quan liên quan", "UBND cấp xã"]) == ()
    assert part_doubts(["Sở Y tế"], ["UBND cấp huyện"]) == ()
