"""The eighteen forms as data, their entry cell by cell, their print, and what the report says of them."""

from datetime import date
from decimal import Decimal

import pytest

from papi_desktop.domain.budget import BudgetForm, FormTemplate, cells
from papi_desktop.domain.budget_reading import FormReading
from papi_desktop.domain.documents import CellKind, Letter, RowKind, Signature
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.exporters.plain import shown
from papi_desktop.services.budget_forms import (
    NUMBERS,
    figures,
    form_for,
    percent_text,
    problem_sentence,
    problems,
    save_reading,
    template,
    templates,
    with_cell,
)
from papi_desktop.services.budget_print import form_annexes, form_table
from papi_desktop.services.budget_report import budget_sentence
from papi_desktop.services.report_findings import gather
from papi_desktop.services.report_text import sections
from papi_desktop.services.work import Work
from tests.exporters.reading import text

QUARTER = read_period("2022-Q3")


@pytest.mark.parametrize("form", templates(), ids=lambda form: form.number)
def test_the_sums_and_percentages_of_a_form_name_rows_and_columns_that_it_has(form: FormTemplate) -> None:
    rows = [key.removeprefix("-") for row in form.rows for key in row.sum]
    columns = [key.removeprefix("-") for column in form.columns for key in (*column.sum, *column.percent)]
    assert set(rows) <= set(form.row_of)
    assert set(columns) <= set(form.column_of)
    assert len(form.row_of) == len(form.rows)
    assert len(form.column_of) == len(form.columns)


@pytest.mark.parametrize("form", templates(), ids=lambda form: form.number)
def test_every_cell_of_a_form_can_be_filled_in_and_printed(form: FormTemplate) -> None:
    filled_in = BudgetForm(form.number, "2022-Y")
    for row, column in cells(form):
        if not form.is_computed(form.row_of[row], form.column_of[column]):
            filled_in = with_cell(filled_in, (row, column), 1_000)
    assert not problems(filled_in)
    assert len(figures(filled_in)) == len(list(cells(form)))
    assert len(form_table(filled_in).rows) == len(form.rows)


def test_no_form_claims_more_than_was_read_in_a_source() -> None:
    assert not [form.number for form in templates() if form.is_verified]


def test_a_number_that_is_no_form_is_refused() -> None:
    with pytest.raises(KnownError, match="Không có biểu số 121"):
        template("121")


def test_the_forms_of_the_sample_quarter_agree_with_one_another(sample_work: Work) -> None:
    balance, income, spending = (form_for(sample_work, number, QUARTER) for number in ("113", "114", "115"))
    assert not [*problems(balance), *problems(income), *problems(spending)]
    assert figures(balance)["income", "actual"] == figures(income)["total", "actual"]
    assert figures(balance)["spending", "actual"] == figures(spending)["total", "actual"]


def test_a_typed_total_that_does_not_add_up_is_told_and_kept(sample_work: Work) -> None:
    form = with_cell(form_for(sample_work, "113", QUARTER), ("income", "actual"), 4_901_975_501)
    (problem,) = problems(form)
    assert problem_sentence(problem) == (
        "“TỔNG SỐ THU”, cột 2 (ước thực hiện): ghi 4.901.975.501, cộng lại được 4.901.975.500, lệch 1."
    )
    assert figures(form)["income", "actual"] == 4_901_975_501


def test_a_cell_is_emptied_again(sample_work: Work) -> None:
    form = with_cell(form_for(sample_work, "113", QUARTER), ("own", "actual"), None)
    assert ("own", "actual") not in figures(form)


def test_a_form_is_kept_once_for_a_period(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Biểu này của kỳ đã chọn đã có"):
        sample_work.budget_forms.put(BudgetForm("113", "2022-Q3"))


def test_what_was_read_takes_the_place_of_what_was_there(sample_work: Work) -> None:
    form = form_for(sample_work, "113", QUARTER)
    saved = save_reading(sample_work, form, FormReading({("own", "estimate"): 5}), "113.xlsx").after
    assert (saved.id, saved.amounts, saved.source_name) == (form.id, {("own", "estimate"): 5}, "113.xlsx")


@pytest.mark.parametrize(("hundredths", "shown"), [(6794, "67,94"), (7340, "73,4"), (10000, "100"), (-50, "-0,5")])
def test_percentages_are_shown_without_useless_zeros(hundredths: int, shown: str) -> None:
    assert percent_text(hundredths) == shown


def test_percentages_have_two_places_in_a_column_where_any_has_some(sample_work: Work) -> None:
    form = form_for(sample_work, "113", QUARTER)
    column = [row.cells[4] for row in form_table(form).rows]
    assert form_table(form).columns[4].kind is CellKind.RATE
    assert [shown(value, CellKind.RATE) for value in column][:4] == ["74,21", "79,48", "77,88", "73,40"]
    pages = text(letter_pdf(Letter((), "", "", "", "", "", (), Signature((), ""), (), annexes=form_annexes([form]))))
    assert {"75,00", "73,40", "100,00"} <= set(pages.split())
    whole = with_cell(with_cell(BudgetForm("113", "2022-Q3"), ("own", "estimate"), 4), ("own", "actual"), 3)
    assert form_table(whole).columns[4].kind is CellKind.NUMBER


def test_a_form_prints_its_marks_its_groups_and_exact_percentages(sample_work: Work) -> None:
    table = form_table(form_for(sample_work, "114", QUARTER))
    assert [column.mark for column in table.columns] == ["A", "B", "1", "2", "3", "4", "5=3/1", "6=4/2"]
    assert [column.group for column in table.columns][-2:] == ["SO SÁNH (%)"] * 2
    assert table.rows[0].kind is RowKind.LEAD
    assert table.rows[0].cells[-1] == Decimal("74.21")


def test_the_report_names_the_totals_and_where_they_stand(sample_work: Work) -> None:
    assert budget_sentence(sample_work, read_period("2022-Y"), date(2022, 12, 6)) == (
        "Ngân sách xã 9 tháng năm 2022: thu 4.901.975.500 đồng, bằng 74,21% dự toán năm; "
        "chi 4.512.990.400 đồng, bằng 68,32% dự toán năm "
        "(Biểu số 113/CK TC-NSNN kèm theo Quyết định số 86/QĐ-UBND ngày 10/10/2022)."
    )


def test_the_report_does_not_know_a_form_decided_after_its_day(sample_work: Work) -> None:
    assert not budget_sentence(sample_work, QUARTER, date(2022, 9, 14))


def test_the_sentence_stands_under_the_second_content(sample_work: Work) -> None:
    findings = gather(sample_work, read_period("2022-Y"), date(2022, 12, 6))
    found = [section.key for section in sections(findings) if "4.901.975.500" in section.draft]
    assert found == ["content.2"]


def test_there_are_eighteen_forms() -> None:
    assert [form.number for form in templates()] == list(NUMBERS)
