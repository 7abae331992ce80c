"""Budget disclosure: the forms as templates, their figures cell by cell, what does not add up, and the list of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final

from papi_desktop.catalog import resource
from papi_desktop.domain.budget import (
    BudgetForm,
    Cell,
    FormColumn,
    FormRow,
    FormTemplate,
    Mismatch,
    filled,
    kept,
    mismatches,
    period_words,
)
from papi_desktop.domain.budget_reading import FormReading
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.domain.stores import Saved
from papi_desktop.domain.text import has_words, thousands
from papi_desktop.services.registers import ColumnKind, Filter, Query, Register, RegisterColumn
from papi_desktop.services.work import Work

NUMBERS: Final = tuple(str(number) for number in range(103, 121))
EXECUTION: Final = ("113", "114", "115")


@dataclass(frozen=True)
class BudgetLine:
    """One form of one period as the list shows it."""

    id: int
    form: str
    title: str
    group: str
    period: str
    period_label: str
    decision_number: str
    decided_on: date | None
    income: int | None
    spending: int | None
    mismatches: int
    is_verified: bool


@cache
def template(number: str) -> FormTemplate:
    """Return one form of Thông tư 343/2016/TT-BTC. Raises KnownError for a number that is none."""
    if number not in NUMBERS:
        raise KnownError(f"Không có biểu số {number}. Hãy chọn một biểu từ {NUMBERS[0]} đến {NUMBERS[-1]}.")
    values = _values(number)
    layout = _values(values["like"]) if "like" in values else values
    return FormTemplate(
        number=number,
        title=values["title"],
        columns=tuple(FormColumn(**_frozen(column)) for column in layout["columns"]),
        rows=tuple(FormRow(**_frozen(row)) for row in layout["rows"]),
        group=values["group"],
        kind=values["kind"],
        basis=values["basis"],
        confidence=values["confidence"],
    )


def templates() -> tuple[FormTemplate, ...]:
    """Return every form, by number."""
    return tuple(map(template, NUMBERS))


def form_for(work: Work, number: str, period: Period) -> BudgetForm:
    """Return one form of one period; an empty one that is not saved yet when there is none."""
    template(number)
    return work.budget_forms.of(number, period.code) or BudgetForm(number, period.code)


def with_cell(form: BudgetForm, cell: Cell, value: int | None) -> BudgetForm:
    """Return a form with one figure typed, or with none in that cell."""
    amounts = {known: amount for known, amount in form.amounts.items() if known != cell}
    return replace(form, cells=kept(amounts if value is None else {**amounts, cell: value}))


def with_reading(form: BudgetForm, reading: FormReading, source_name: str) -> BudgetForm:
    """Return a form with the figures read from a sheet in the place of those it had."""
    return replace(form, cells=kept(reading.amounts), source_name=source_name)


def save_reading(work: Work, form: BudgetForm, reading: FormReading, source_name: str) -> Saved[BudgetForm]:
    """Save the figures that a person has checked, as one change."""
    work.label(f"Nạp biểu {form.form}")
    return work.budget_forms.put(with_reading(form, reading, source_name))


def figures(form: BudgetForm) -> Mapping[Cell, int]:
    """Return every cell of a form that has a figure, given or computed."""
    return filled(template(form.form), form.amounts)


def problems(form: BudgetForm) -> list[Mismatch]:
    """Return the cells of a form that do not add up."""
    return mismatches(template(form.form), form.amounts)


def problem_sentence(problem: Mismatch) -> str:
    """Return in one sentence which cell does not add up, by how much."""
    show = percent_text if problem.column.percent else thousands
    heading = f"{problem.column.group} {problem.column.heading}".replace("{period}", "").strip()
    return (
        f"“{problem.row.label}”, cột {problem.column.mark.partition('=')[0]} ({' '.join(heading.split()).lower()}): "
        f"ghi {show(problem.given)}, cộng lại được {show(problem.computed)}, "
        f"lệch {show(abs(problem.given - problem.computed))}."
    )


def exact_columns(form: BudgetForm) -> frozenset[str]:
    """Return the columns of percentages that are shown with two decimal places: those where some row has any."""
    columns = template(form.form).column_of
    return frozenset(key for (_, key), value in figures(form).items() if columns[key].percent and value % 100)


def percent_text(hundredths: int, is_exact: bool = False) -> str:
    """Return hundredths of a percent as 67,94; when `is_exact` with both places, 75 as 75,00."""
    whole, rest = divmod(abs(hundredths), 100)
    digits = f",{rest:02d}" if is_exact else f",{rest:02d}".rstrip("0").rstrip(",")
    return f"{'-' if hundredths < 0 else ''}{whole}{digits}"


def with_period(text: str, form: BudgetForm) -> str:
    """Return a title or heading of a form with its period, in capitals: "CÂN ĐỐI NGÂN SÁCH XÃ 9 THÁNG NĂM 2022"."""
    return text.replace("{period}", period_words(read_period(form.period)).upper())


def form_title(form: BudgetForm) -> str:
    """Return the title of a form as it prints."""
    return with_period(template(form.form).title, form)


def not_filled_in(number: str, period: Period) -> KnownError:
    """Return the refusal of a form that has no figures yet."""
    return KnownError(f"Chưa có số liệu biểu {number} của {period_words(period)}. Hãy nhập hoặc nạp số liệu trước.")


def total(form: BudgetForm, is_income: bool) -> int | None:
    """Return the total income or spending that a form reports, in đồng; None where it has none."""
    cells = figures(form)
    rows = {"113": ("income", "spending"), "114": ("total", ""), "115": ("", "total")}.get(form.form, ("", ""))
    return cells.get((rows[0] if is_income else rows[1], "actual"))


def budget_lines(work: Work, query: Query) -> list[BudgetLine]:
    """Return the forms that were filled in, the newest period first."""
    lines = [_line(form) for form in work.budget_forms.all()]
    return [
        line
        for line in lines
        if query.filter("form") in ("", line.form) and has_words(query.words, line.form, line.title, line.period_label)
    ]


def _line(form: BudgetForm) -> BudgetLine:
    own, words = template(form.form), period_words(read_period(form.period))
    return BudgetLine(
        id=form.id,
        form=form.form,
        title=own.title.replace("{period}", "").replace("  ", " ").strip().capitalize(),
        group=own.group,
        period=form.period,
        period_label=words[:1].upper() + words[1:],
        decision_number=form.decision_number,
        decided_on=form.decided_on,
        income=total(form, is_income=True),
        spending=total(form, is_income=False),
        mismatches=len(problems(form)),
        is_verified=own.is_verified,
    )


def _values(number: str) -> dict[str, Any]:
    return tomllib.loads(resource("templates", "budget", f"{number}.toml").read_text(encoding="utf-8"))


def _frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}


BUDGET_FORMS = Register(
    name="budget_forms",
    title="Công khai ngân sách",
    columns=(
        RegisterColumn("form", "Biểu", width=6),
        RegisterColumn("title", "Tên biểu", ColumnKind.LONG, 34),
        RegisterColumn("period_label", "Kỳ", width=24),
        RegisterColumn("decision_number", "Quyết định công bố", width=14),
        RegisterColumn("decided_on", "Ngày", ColumnKind.DATE, 10),
        RegisterColumn("income", "Tổng thu (đồng)", ColumnKind.NUMBER, 13),
        RegisterColumn("spending", "Tổng chi (đồng)", ColumnKind.NUMBER, 13),
        RegisterColumn("mismatches", "Ô chưa khớp", ColumnKind.NUMBER, 8),
    ),
    lines=budget_lines,
    filters=(Filter("form", "Mọi biểu", tuple((number, f"Biểu {number}") for number in NUMBERS)),),
)
