"""The arithmetic of budget forms: sums, percentages, and what does not add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain.budget import (
    BudgetForm,
    FormColumn,
    FormRow,
    FormTemplate,
    filled,
    kept,
    mismatches,
    percentage,
)
from papi_desktop.domain.budget_reading import read_amount, read_percent, unit_of

FORM = FormTemplate(
    "113",
    "CÂN ĐỐI {period}",
    (
        FormColumn("plan", "DỰ TOÁN", mark="1"),
        FormColumn("done", "THỰC HIỆN", mark="2"),
        FormColumn("ratio", "SO SÁNH", mark="3=2/1", percent=("done", "plan")),
    ),
    (
        FormRow("total", "TỔNG", sum=("own", "extra"), bold=True),
        FormRow("own", "Thu 100%"),
        FormRow("extra", "Thu bổ sung", sum=("balance", "target")),
        FormRow("balance", "Cân đối"),
        FormRow("target", "Mục tiêu"),
    ),
)
PARTS = {("own", "plan"): 100, ("balance", "plan"): 300, ("target", "plan"): 200, ("own", "done"): 68}


def test_sums_of_sums_are_computed() -> None:
    assert filled(FORM, PARTS)["total", "plan"] == 600


def test_a_percentage_is_kept_in_hundredths_of_a_percent() -> None:
    assert filled(FORM, PARTS)["own", "ratio"] == 6800


def test_a_percentage_of_nothing_is_empty() -> None:
    assert ("balance", "ratio") not in filled(FORM, PARTS)
    assert percentage(5, 0) is None


def test_a_given_total_that_differs_is_kept_and_told() -> None:
    given_total = {**PARTS, ("total", "plan"): 601}
    assert filled(FORM, given_total)["total", "plan"] == 601
    (found,) = mismatches(FORM, given_total)
    assert (found.row.key, found.column.key, found.given, found.computed) == ("total", "plan", 601, 600)


def test_a_wrong_part_of_a_sum_is_told_where_it_stands_and_not_above_it() -> None:
    wrong = {**PARTS, ("extra", "plan"): 510, ("total", "plan"): 610}
    assert [found.row.key for found in mismatches(FORM, wrong)] == ["extra"]


def test_a_percentage_rounded_to_one_decimal_agrees() -> None:
    amounts = {("own", "plan"): 3, ("own", "done"): 2, ("own", "ratio"): 6670}
    assert not mismatches(FORM, amounts)
    assert mismatches(FORM, {**amounts, ("own", "ratio"): 6600})


def test_columns_may_be_taken_off_one_another() -> None:
    columns = (FormColumn("in", "THU"), FormColumn("out", "CHI"), FormColumn("left", "CÒN", sum=("in", "-out")))
    form = FormTemplate("107", "", columns, (FormRow("fund", "Quỹ"),))
    assert filled(form, {("fund", "in"): 10, ("fund", "out"): 14})["fund", "left"] == -4


def test_figures_come_back_from_how_a_form_keeps_them() -> None:
    assert BudgetForm("113", "2022-Q3", kept(PARTS)).amounts == PARTS


@given(st.lists(st.integers(-(10**13), 10**13), min_size=3, max_size=3))
def test_a_form_whose_totals_are_the_sums_has_nothing_to_tell(parts: list[int]) -> None:
    amounts = dict(zip([("own", "plan"), ("balance", "plan"), ("target", "plan")], parts, strict=True))
    assert not mismatches(FORM, {**amounts, ("total", "plan"): sum(parts)})


@given(st.lists(st.integers(0, 10**13), min_size=3, max_size=3), st.integers(1, 10**6))
def test_every_false_total_is_told(parts: list[int], error: int) -> None:
    amounts = dict(zip([("own", "plan"), ("balance", "plan"), ("target", "plan")], parts, strict=True))
    assert mismatches(FORM, {**amounts, ("total", "plan"): sum(parts) + error})


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("1.234.567", 1, 1_234_567),
        ("1,234,567", 1, 1_234_567),
        ("12345678901", 1, 12_345_678_901),
        ("4.968", 1, 4_968),
        ("4.968", 1_000_000, 4_968_000),
        ("1.234,5", 1_000_000, 1_234_500_000),
        ("4968,25", 1_000_000, 4_968_250_000),
        ("186.5", 1_000_000, 186_500_000),
        ("(1.500)", 1, -1_500),
        ("-20", 1_000, -20_000),
        ("1.000-", 1, -1_000),
        ("−1.000", 1, -1_000),
        ("1.000 VNĐ", 1, 1_000),
        ("--5", 1, None),
        ("999.999.999.999.999", 1, 999_999_999_999_999),
        ("9" * 400, 1, None),
        ("1.000.000.000", 1_000_000, None),
        ("(1.000", 1, None),
        ("1 234 567 đồng", 1, 1_234_567),
        ("không", 1, None),
        ("12a", 1, None),
    ],
)
def test_amounts_are_read_in_whole_dong(text: str, unit: int, amount: int | None) -> None:
    assert read_amount(text, unit) == amount


@pytest.mark.parametrize(
    ("text", "hundredths"), [("67,9", 6790), ("67.94%", 6794), ("105", 10500), ("0,679", 68), ("x", None)]
)
def test_percentages_are_read_in_hundredths(text: str, hundredths: int | None) -> None:
    assert read_percent(text) == hundredths


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Đơn vị: đồng", 1),
        ("Đơn vị tính: triệu đồng", 1_000_000),
        ("ĐVT - Đơn vị tính: 1.000 đồng", 1_000),
        ("(Đơn vị: nghìn đồng)", 1_000),
        ("Đơn vị: UBND xã An Bình", None),
        ("NỘI DUNG", None),
    ],
)
def test_the_unit_of_a_sheet_is_read(text: str, unit: int | None) -> None:
    assert unit_of(text) == unit
