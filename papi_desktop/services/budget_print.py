"""Budget forms on paper: each as an annex of the decision in its own layout, and as the sheet of a workbook."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from papi_desktop.domain.budget import Amounts, BudgetForm, FormColumn, FormRow, period_words
from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import (
    Annex,
    CellKind,
    Column,
    Row,
    RowKind,
    Sheet,
    Table,
    Value,
    Workbook,
)
from papi_desktop.domain.periods import read_period
from papi_desktop.services.budget_forms import (
    exact_columns,
    figures,
    form_title,
    template,
    with_period,
)
from papi_desktop.services.papers import sample_mark
from papi_desktop.services.report_words import in_prose

UNIT = "Đơn vị: đồng"


def form_annexes(forms: Iterable[BudgetForm]) -> tuple[Annex, ...]:
    """Return forms as landscape annexes, to go with whatever decision makes them public."""
    return tuple(_annex(form) for form in forms)


def form_table(form: BudgetForm) -> Table:
    """Return a form's rows and columns with every figure, given or computed."""
    own, cells, exact = template(form.form), figures(form), exact_columns(form)
    columns = (
        Column("STT", 4, CellKind.CENTRED, mark="A"),
        Column("NỘI DUNG", 30, mark="B"),
        *(_column(form, column, column.key in exact) for column in own.columns),
    )
    rows = (Row((row.number, row.label, *_values(row, own.columns, cells)), _kind(row)) for row in own.rows)
    return Table(columns, tuple(rows))


def workbook(commune: Commune, forms: Sequence[BudgetForm]) -> Workbook:
    """Return the forms, at least one, as sheets."""
    title = f"Công khai ngân sách {period_words(read_period(forms[0].period))}"
    sheets = tuple(_sheet(commune, form) for form in forms)
    return Workbook(title, commune.committee, sheets, f"{title} - {commune.committee}")


def _sheet(commune: Commune, form: BudgetForm) -> Sheet:
    about = f"{template(form.form).symbol}. {_attached(commune, form)}. {UNIT}"
    titles = (*filter(None, [sample_mark(commune)]), form_title(form), about)
    return Sheet(f"Biểu {form.form}", titles, form_table(form), tuple(filter(None, [form.explanation])))


def _annex(form: BudgetForm) -> Annex:
    label = template(form.form).symbol
    return Annex(
        "", form_title(form), form_table(form), f"Biểu {form.form}", note=form.explanation, label=label, unit=UNIT
    )


def _attached(commune: Commune, form: BudgetForm) -> str:
    number = form.decision_number.strip() or "…/QĐ-UBND"
    number = number if "/" in number else f"{number}/QĐ-UBND"
    day = in_prose(form.decided_on) if form.decided_on else "…"
    return f"Kèm theo Quyết định số {number} ngày {day} của Chủ tịch {commune.committee}"


def _column(form: BudgetForm, column: FormColumn, is_exact: bool) -> Column:
    heading, group = with_period(column.heading, form), with_period(column.group, form)
    share = CellKind.RATE if is_exact else CellKind.NUMBER
    kind, width = (share, 10) if column.percent else (CellKind.MONEY, 13)
    return Column(heading, width, kind, group, column.mark)


def _values(row: FormRow, columns: Sequence[FormColumn], cells: Amounts) -> list[Value]:
    return [_value(column, cells.get((row.key, column.key))) for column in columns]


def _value(column: FormColumn, value: int | None) -> Value:
    return Decimal(value) / 100 if column.percent and value is not None else value


def _kind(row: FormRow) -> RowKind:
    return RowKind.LEAD if row.bold else RowKind.PLAIN
