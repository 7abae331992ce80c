"""Who leads and who coordinates, also where a plan has one column for both."""

import pytest

from papi_desktop import catalog
from papi_desktop.domain.bodies import part_of
from papi_desktop.domain.body_roles import read_responsible
from papi_desktop.domain.tasks import Part

LED, COORDINATED = ("UBND cấp xã",), ("Sở Nội vụ",)


@pytest.mark.parametrize(
    "cell",
    [
        "Chủ trì: UBND cấp xã; Phối hợp: Sở Nội vụ",
        "Chủ trì: UBND cấp xã\nPhối hợp: Sở Nội vụ",
        "CHỦ TRÌ: UBND cấp xã. PHỐI HỢP: Sở Nội vụ.",
        "- Cơ quan chủ trì: UBND cấp xã.\n- Cơ quan phối hợp: Sở Nội vụ",
        "Đơn vị chủ trì thực hiện: UBND cấp xã, đơn vị phối hợp: Sở Nội vụ",
        "Phối hợp: Sở Nội vụ; Chủ trì: UBND cấp xã",
        "UBND cấp xã chủ trì, phối hợp với Sở Nội vụ",
        "UBND cấp xã chủ trì; Sở Nội vụ phối hợp",
        "UBND cấp xã (chủ trì); Sở Nội vụ (phối hợp)",
    ],
)
def test_one_cell_for_both_roles_is_told_apart(cell: str) -> None:
    responsible = read_responsible(cell, "")
    assert (responsible.lead.names, responsible.coordinating.names) == (LED, COORDINATED)
    assert responsible.lead.doubts + responsible.coordinating.doubts == ()


def test_the_commune_does_not_lead_where_the_cell_says_that_it_coordinates() -> None:
    responsible = read_responsible("Chủ trì: Sở Nội vụ; Phối hợp: UBND cấp xã", "")
    assert part_of(responsible.lead.names, responsible.coordinating.names) is Part.COORDINATE


@pytest.mark.parametrize("cell", ["UBND cấp xã phối hợp với Sở Nội vụ", "UBND cấp xã; phối hợp: Sở Nội vụ"])
def test_a_body_whose_role_is_not_said_keeps_its_column_with_a_doubt(cell: str) -> None:
    responsible = read_responsible(cell, "")
    assert (responsible.lead.names, responsible.coordinating.names) == (LED, COORDINATED)
    (doubt,) = responsible.lead.doubts
    assert "“UBND cấp xã” chủ trì hay phối hợp" in doubt


@pytest.mark.parametrize("cell", ["Phối hợp: Sở Nội vụ", "Phối hợp với Sở Nội vụ", "Sở Nội vụ phối hợp"])
def test_the_word_of_its_own_column_is_no_part_of_a_name(cell: str) -> None:
    responsible = read_responsible("UBND cấp xã", cell)
    assert (responsible.lead.names, responsible.coordinating.names) == (LED, COORDINATED)


def test_all_bodies_of_the_coordinating_column_coordinate() -> None:
    responsible = read_responsible("Sở Nội vụ", "UBND cấp xã phối hợp với Trưởng thôn")
    assert responsible.coordinating.names == ("UBND cấp xã", "Trưởng thôn")
    assert responsible.lead.names == ("Sở Nội vụ",)


@pytest.mark.parametrize("name", ["Các cơ quan phối hợp", "Các cơ quan, đơn vị phối hợp"])
def test_nobody_in_particular_stays_as_written(name: str) -> None:
    assert read_responsible("Sở Nội vụ", name).coordinating.names == (name,)


def test_commas_between_known_bodies_need_no_confirmation() -> None:
    known = catalog.body_names().knows
    assert read_responsible("UBND cấp xã", "Tổ trưởng TDP, Trưởng thôn", known).coordinating.doubts == ()
    assert read_responsible("Sở Tài chính, UBND xã, thị trấn", "", known).lead.doubts == ()
    assert len(read_responsible("Ban Chỉ đạo, Trưởng thôn", "", known).lead.doubts) == 1
    assert len(read_responsible("Trưởng thôn: UBND cấp xã", "", known).lead.doubts) == 1


def test_the_cells_of_the_annex_say_the_same_as_their_columns() -> None:
    for row in catalog.rows("plan_laocai_2022"):
        responsible = read_responsible(row["lead"], row["coordinating"])
        assert responsible.lead.doubts == read_responsible(row["lead"], "").lead.doubts
        assert not any("chủ trì hay phối hợp" in doubt for doubt in responsible.coordinating.doubts)
