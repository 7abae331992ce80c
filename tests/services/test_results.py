"""The province's results in the list, from a file, and as a reason to put tasks first."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from papi_desktop.domain.periods import read_period
from papi_desktop.domain.scores import Group, YearScore
from papi_desktop.importers.results_file import ResultsProposal, ScoreProposal
from papi_desktop.services.registers import Query
from papi_desktop.services.results import (
    history,
    result_lines,
    sample_scores,
)
from papi_desktop.services.results_import import Effect, compare_results, save_results
from papi_desktop.services.task_list import task_lines
from papi_desktop.services.weak_contents import weak_choice, weak_choices
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
QUERY = Query(read_period("2022-Y"), TODAY)


def proposal(*scores: YearScore) -> ResultsProposal:
    return ResultsProposal("kết quả.xlsx", tuple(map(ScoreProposal, scores)))


def test_the_sample_commune_has_its_province_s_results_newest_first(sample_work: Work) -> None:
    lines = result_lines(sample_work, QUERY)
    assert [(line.year, line.total, line.rank) for line in lines] == [
        (2021, Decimal("40.151"), "49/60"),
        (2020, Decimal("42.95"), "28"),
    ]
    assert lines[0].weakest == "3, 4, 6, 7"
    assert lines[0].change == Decimal("-2.80")
    assert lines[0].change_words == "(-2,8)"
    assert [line.total_words for line in lines] == ["40,151", "(42,95)"]
    assert [bool(line.note) for line in lines] == [False, True]


def test_the_sample_results_are_not_added_twice(sample_work: Work) -> None:
    assert sample_scores(sample_work, "Lào Cai") == 0


def test_the_chart_has_the_years_in_order_and_the_weak_contents(sample_work: Work) -> None:
    found = history(sample_work)
    assert [score.year for score in found.scores] == [2020, 2021]
    assert found.marked == (3, 4, 6, 7)


def test_a_file_adds_new_years_and_shows_what_it_changes_in_known_ones(sample_work: Work) -> None:
    known = history(sample_work).scores[1]
    new = YearScore("Lào Cai", 2022, Decimal("41.5"), group=Group.LOWER)
    found = compare_results(sample_work, proposal(replace(known, total=Decimal("40.2"), id=0, uuid=""), new))
    assert [each.effect for each in found] == [Effect.CHANGED, Effect.NEW]
    assert found[0].differences == (("Tổng điểm", "40,151", "40,2"),)


def test_only_accepted_years_are_saved_and_missing_figures_stay(sample_work: Work) -> None:
    changed, new = YearScore("Lào Cai", 2021, Decimal("40.2"), basis="tệp"), YearScore("Lào Cai", 2022, Decimal(42))
    found = compare_results(sample_work, proposal(changed, new))
    assert save_results(sample_work, found, {2021}) == 1
    scores = history(sample_work).scores
    assert [score.year for score in scores] == [2020, 2021]
    assert (scores[1].total, scores[1].rank, scores[1].group) == (Decimal("40.2"), 49, Group.LOWEST)


def test_the_same_file_again_changes_nothing(sample_work: Work) -> None:
    known = replace(history(sample_work).scores[1], id=0, uuid="")
    found = compare_results(sample_work, proposal(known))
    assert [each.effect for each in found] == [Effect.UNCHANGED]
    assert save_results(sample_work, found, {2021}) == 0


def test_the_task_list_can_put_the_weak_contents_of_a_year_first(sample_work: Work) -> None:
    asked = replace(QUERY, filters=(("dimension", weak_choice(2021)),))
    lines = task_lines(sample_work, asked)
    assert list(dict.fromkeys(line.dimension for line in lines)) == [3, 4, 6, 7, 1, 2, 5, 8]
    assert len(lines) == len(task_lines(sample_work, QUERY))


def test_only_years_with_weak_contents_can_be_chosen(sample_work: Work) -> None:
    assert weak_choices(sample_work) == [("yếu 2021", "Nội dung yếu năm 2021 xếp trước")]
