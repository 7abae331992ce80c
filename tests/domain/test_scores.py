"""The province's PAPI results are checked by arithmetic and read for what changed and what is weakest."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop import catalog
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.scores import (
    Group,
    YearScore,
    change,
    checks,
    marked,
    read_group,
    read_score,
    weakest,
    written_score,
    year_score,
)

SEEDS = tuple(year_score(row) for row in catalog.rows("papi_scores"))
EXACT = st.decimals(1, 10, places=4)
EIGHT = st.tuples(*[EXACT] * 8)


def seed(province: str, year: int) -> YearScore:
    return next(score for score in SEEDS if (score.province, score.year) == (province, year))


def scored(*points: str, year: int = 2021, total: str = "") -> YearScore:
    return YearScore("Lào Cai", year, read_score(total), tuple(read_score(one) for one in points))


def test_lao_cai_2021_is_as_its_plan_prints_it() -> None:
    score = seed("Lào Cai", 2021)
    assert (score.total, score.rank, score.of, score.group) == (Decimal("40.151"), 49, 60, Group.LOWEST)
    assert not score.is_inferred


def test_the_change_of_lao_cai_is_what_its_plan_says() -> None:
    found = change([score for score in SEEDS if score.province == "Lào Cai"], 2021)
    assert found is not None
    assert found.total is not None
    assert (round(found.total, 1), found.rank) == (Decimal("-2.8"), -21)


def test_the_change_of_long_an_is_what_its_article_says() -> None:
    found = change([score for score in SEEDS if score.province == "Long An"], 2020)
    assert found is not None
    assert (found.total, found.rank) == (Decimal("0.97"), 20)


def test_figures_worked_out_from_others_are_marked() -> None:
    assert {(score.province, score.year) for score in SEEDS if score.is_inferred} == {
        ("Lào Cai", 2020),
        ("Long An", 2019),
    }


def test_every_seed_is_sample_data_and_passes_the_checks() -> None:
    assert all(score.is_sample and score.basis and not checks(score) for score in SEEDS)


def test_the_weakest_contents_of_lao_cai_are_the_four_in_the_lowest_group() -> None:
    scores = [score for score in SEEDS if score.province == "Lào Cai"]
    assert marked(scores) == (3, 4, 6, 7)
    assert weakest(scores) == (3, 4, 6, 7, 1, 5, 8, 2)


def test_within_a_group_the_lower_score_is_weaker() -> None:
    groups = (Group.LOWER, Group.LOWEST, Group.LOWEST, *[Group.UPPER] * 5)
    points = tuple(read_score(one) for one in ("3", "6,5", "4,1", "5", "6", "7", "3,5", "2,9"))
    assert weakest([YearScore("A", 2021, None, points, None, groups)]) == (3, 2, 1, 8, 7, 4, 5, 6)


def test_without_groups_the_lowest_scores_are_marked() -> None:
    assert marked([scored("5", "4", "3", "6", "7", "8", "2", "9")]) == (7, 3, 2)


def test_nothing_is_marked_where_every_content_is_in_the_highest_group() -> None:
    assert marked([YearScore("A", 2021, groups=(Group.HIGHEST,) * 8)]) == ()


def test_the_latest_year_with_contents_decides() -> None:
    scores = [scored(*"54367829", year=2020), scored(*"98765432", year=2019), YearScore("Lào Cai", 2021, Decimal(42))]
    assert weakest(scores)[0] == 7


def test_a_province_without_contents_has_no_weakest() -> None:
    assert weakest([YearScore("A", 2021, Decimal(42))]) == marked([]) == ()


def test_a_missing_year_has_no_change() -> None:
    scores = [scored(year=2019, total="41"), scored(year=2021, total="42")]
    assert [change(scores, year) for year in (2019, 2020, 2021)] == [None, None, None]


def test_a_missing_figure_has_no_change_but_the_others_do() -> None:
    before, now = scored(*"54367829", year=2020), scored("", *"5367829", year=2021)
    found = change([before, now], 2021)
    assert found is not None
    assert (found.by_dimension[:2], found.total, found.rank) == ((None, Decimal(1)), None, None)


@pytest.mark.parametrize("points", ["0,99", "10,01", "45"])
def test_a_content_outside_one_to_ten_is_wrong(points: str) -> None:
    assert "điểm mỗi nội dung phải từ 1 đến 10" in checks(scored(points, *[""] * 7))[0]


@pytest.mark.parametrize("total", ["7,9", "80,1"])
def test_a_total_outside_eight_to_eighty_is_wrong(total: str) -> None:
    assert "từ 8 đến 80" in checks(scored(*[""] * 8, total=total))[0]


def test_a_total_that_is_not_the_sum_is_wrong_and_says_both() -> None:
    assert checks(scored(*["5,1"] * 8, total="42,0")) == (
        "Tổng điểm năm 2021 là 42,0 nhưng tám nội dung cộng lại được 40,8; hãy xem lại từng điểm.",
    )


def test_a_rank_beyond_the_number_of_provinces_is_wrong() -> None:
    assert "64 trong 63" in checks(YearScore("A", 2020, rank=64, of=63))[0]


def test_a_year_with_nothing_but_its_number_is_not_wrong() -> None:
    assert checks(YearScore("Bắc Ninh", 2022)) == ()


@given(EIGHT, st.sampled_from(["0.01", "0.001", "0.0001"]), st.sampled_from(["0.1", "0.01", "0.001"]))
def test_rounding_alone_never_makes_a_sum_wrong(exact: tuple[Decimal, ...], places: str, of_total: str) -> None:
    rounded = tuple(points.quantize(Decimal(places)) for points in exact)
    assert checks(YearScore("A", 2021, sum(exact, Decimal(0)).quantize(Decimal(of_total)), rounded)) == ()


@given(EIGHT)
def test_the_score_is_the_sum_of_contents_where_no_total_is_given(exact: tuple[Decimal, ...]) -> None:
    assert YearScore("A", 2021, None, exact).score == sum(exact)


@given(EXACT)
def test_a_written_score_reads_back(points: Decimal) -> None:
    assert read_score(written_score(points)) == points


@pytest.mark.parametrize("text", ["cao", "4x", "-1", "1e5", "NaN", "42,67,1", "٤٢"])
def test_what_is_not_a_score_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(KnownError, match="không phải là điểm số"):
        read_score(text)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Cao", Group.HIGHEST),
        ("cao nhất", Group.HIGHEST),
        ("TB cao", Group.UPPER),
        ("Trung bình  thấp", Group.LOWER),
        ("Nhóm thấp nhất", Group.LOWEST),
        ("Thấp", Group.LOWEST),
        ("", None),
    ],
)
def test_a_group_is_read_as_it_is_usually_written(text: str, group: Group | None) -> None:
    assert read_group(text) is group


def test_an_unknown_group_is_refused_with_the_four_to_choose_from() -> None:
    with pytest.raises(KnownError, match="trung bình cao, trung bình thấp"):
        read_group("khá")
