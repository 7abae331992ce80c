"""A year's result as a form: field by field, with what cannot be right."""

from decimal import Decimal

import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.scores import Group, YearScore
from papi_desktop.services.result_form import form_values, new_score, read_year, warning, with_value
from papi_desktop.services.results import history
from papi_desktop.services.work import Work


def test_a_form_filled_in_becomes_the_result_of_the_commune_s_province(sample_work: Work) -> None:
    values = form_values(YearScore("", 0)) | {"year": "2022", "total": Decimal("41.5"), "d3": Decimal("4.1")}
    score = new_score(sample_work, values | {"g3": Group.LOWER, "rank": 40, "of": 61})
    assert (score.province, score.year, score.total, score.rank, score.of) == ("Lào Cai", 2022, Decimal("41.5"), 40, 61)
    assert score.by_dimension[2] == Decimal("4.1")
    assert score.groups[2] is Group.LOWER


def test_one_field_changes_only_itself(sample_work: Work) -> None:
    known = history(sample_work).scores[1]
    again = form_values(with_value(known, "g7", Group.UPPER))
    different = {key for key, value in form_values(known).items() if again[key] != value}
    assert different == {"g7"}


def test_a_figure_that_was_typed_is_neither_sample_nor_inferred(sample_work: Work) -> None:
    inferred = history(sample_work).scores[0]
    typed = with_value(inferred, "total", Decimal("42.9"))
    assert (inferred.is_inferred, inferred.is_sample) == (True, True)
    assert (typed.is_inferred, typed.is_sample) == (False, False)


@pytest.mark.parametrize("text", ["", "hai nghìn", "2008", "22"])
def test_a_year_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(KnownError, match="không phải là năm"):
        read_year(text)


def test_what_cannot_be_right_is_said_and_what_is_missing_is_not() -> None:
    empty = form_values(YearScore("", 0))
    assert warning(empty) == ""
    assert "điểm mỗi nội dung phải từ 1 đến 10" in warning(empty | {"year": "2022", "d2": Decimal(11)})
    assert "hãy xem lại thứ hạng" in warning(empty | {"year": "2022", "rank": 64, "of": 63})
