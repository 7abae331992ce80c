"""A budget form is made public by the publication of its kind and its year, begun only once."""

from datetime import date

import pytest

from papi_desktop.domain.budget import BudgetForm, period_words
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period, PeriodKind, read_period
from papi_desktop.services.budget_forms import NUMBERS
from papi_desktop.services.disclosure import forms_of, publish_budget
from papi_desktop.services.work import Work

TODAY = date(2026, 3, 2)
CELLS = (("income/estimate", "1000"),)


def kept_form(work: Work, number: str, period: Period) -> BudgetForm:
    return work.budget_forms.put(BudgetForm(number, period.code, CELLS, "12/QĐ-UBND", TODAY)).after


@pytest.mark.parametrize("number", NUMBERS)
def test_every_form_is_made_public_once_and_found_again(sample_work: Work, number: str) -> None:
    form, period = kept_form(sample_work, number, read_period("2026-Y")), read_period("2026-Y")
    first = publish_budget(sample_work, number, period, TODAY)
    assert first.is_new
    assert forms_of(sample_work, first.publication) == [form]
    assert publish_budget(sample_work, number, period, date(2027, 1, 5)).publication == first.publication


@pytest.mark.parametrize(
    ("number", "period", "title"),
    [
        ("103", "2027-Y", "Dự toán ngân sách xã năm 2027 trình Hội đồng nhân dân"),
        ("108", "2027-Y", "Dự toán ngân sách xã năm 2027 đã được Hội đồng nhân dân quyết định"),
        ("113", "2026-Q1", "Tình hình thực hiện ngân sách xã quý I năm 2026"),
        ("114", "2026-H1", "Tình hình thực hiện ngân sách xã 6 tháng đầu năm 2026"),
        ("115", "2026-Q3", "Tình hình thực hiện ngân sách xã 9 tháng năm 2026"),
        ("115", "2026-Y", "Tình hình thực hiện ngân sách xã năm 2026"),
        ("116", "2025-Y", "Quyết toán ngân sách xã năm 2025 đã được phê chuẩn"),
    ],
)
def test_the_title_names_the_kind_and_what_it_is_about(sample_work: Work, number: str, period: str, title: str) -> None:
    kept_form(sample_work, number, read_period(period))
    assert publish_budget(sample_work, number, read_period(period), TODAY).publication.title == title


def test_forms_of_two_kinds_of_one_year_are_two_publications(sample_work: Work) -> None:
    year = read_period("2026-Y")
    own = {number: kept_form(sample_work, number, year) for number in ("103", "108", "109", "113", "116")}
    found = {number: publish_budget(sample_work, number, year, TODAY).publication for number in own}
    assert found["108"] == found["109"]
    assert len({each.id for each in found.values()}) == 4
    assert [each.form for each in forms_of(sample_work, found["108"])] == ["108", "109"]


def test_a_form_without_figures_is_refused(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Chưa có số liệu biểu 108 của năm 2026"):
        publish_budget(sample_work, "108", read_period("2026-Y"), TODAY)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (PeriodKind.QUARTER_1, "quý I năm 2022"),
        (PeriodKind.HALF, "6 tháng đầu năm 2022"),
        (PeriodKind.QUARTER_3, "9 tháng năm 2022"),
        (PeriodKind.YEAR, "năm 2022"),
    ],
)
def test_the_figures_of_a_form_add_up_from_the_beginning_of_the_year(kind: PeriodKind, words: str) -> None:
    assert period_words(Period(2022, kind)) == words
