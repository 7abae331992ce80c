"""Budget forms on paper: the decision that makes them public, with each form as an annex in its own layout."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from papi_desktop.domain.budget import Amounts, BudgetForm, FormColumn, FormRow
from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import (
    Annex,
    CellKind,
    Column,
    Heading,
    Letter,
    Paragraph,
    Row,
    RowKind,
    Sheet,
    Signature,
    Table,
    Value,
    Workbook,
)
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.services.budget_forms import (
    exact_columns,
    figures,
    form_title,
    not_filled_in,
    period_words,
    template,
    with_period,
)
from papi_desktop.services.papers import Papers, issuer, papers_stem, sample_mark
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.report_words import in_prose
from papi_desktop.services.work import Work

UNIT = "Đơn vị: đồng"
_BASES = (
    "Căn cứ Luật Ngân sách nhà nước",
    "Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ",
    "Căn cứ Thông tư số 343/2016/TT-BTC ngày 30 tháng 12 năm 2016 của Bộ Tài chính hướng dẫn thực hiện công khai "
    "ngân sách nhà nước đối với các cấp ngân sách",
)


def budget_papers(work: Work, period: Period, numbers: Sequence[str]) -> Papers:
    """Return the decision with the asked forms of one period. Raises KnownError for a form that is not filled in."""
    commune = read_commune(work)
    forms = [_filled_in(work, number, period) for number in numbers]
    stem = papers_stem(f"CongKhaiNganSach_Bieu{'-'.join(numbers)}", period.code, commune)
    return Papers(stem, decision(commune, forms, stem), workbook(commune, forms))


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


def decision(commune: Commune, forms: Sequence[BudgetForm], stem: str) -> Letter:
    """Return the chairman's decision, with the number and date that the first form names, or room for them."""
    first = forms[0]
    number, _, symbol = first.decision_number.strip().partition("/")
    what = _what(forms)
    return Letter(
        issuer=issuer(commune),
        symbol=symbol or "QĐ-UBND",
        place=commune.seat or commune.name,
        kind="QUYẾT ĐỊNH",
        subject=f"Về việc công bố công khai {what}",
        addressee="",
        blocks=(Heading("QUYẾT ĐỊNH:", 0), *map(Paragraph, _articles(commune, what, forms))),
        signature=Signature(("CHỦ TỊCH",), commune.chairman),
        recipients=("Như Điều 3", f"Đảng ủy, HĐND {commune.full_name}", "Các thôn, tổ dân phố", "Lưu: VT"),
        number=number,
        dated=first.decided_on,
        bases=_BASES,
        annexes=form_annexes(forms),
        file_mark=stem,
        draft_mark=sample_mark(commune),
        authority=f"CHỦ TỊCH ỦY BAN NHÂN DÂN {commune.full_name.upper()}",
    )


def workbook(commune: Commune, forms: Sequence[BudgetForm]) -> Workbook:
    """Return the forms as sheets."""
    sheets = tuple(
        Sheet(
            f"Biểu {form.form}",
            (form_title(form), f"{template(form.form).symbol}. {_attached(commune, form)}. {UNIT}"),
            form_table(form),
            tuple(filter(None, [form.explanation])),
        )
        for form in forms
    )
    title = f"Công khai {_what(forms)}"
    return Workbook(title, commune.committee, sheets, f"{title} - {commune.committee}")


def _filled_in(work: Work, number: str, period: Period) -> BudgetForm:
    template(number)
    form = work.budget_forms.of(number, period.code)
    if form is None or not form.cells:
        raise not_filled_in(number, period)
    return form


def _articles(commune: Commune, what: str, forms: Sequence[BudgetForm]) -> list[str]:
    named = ", ".join(form.form for form in forms)
    return [
        f"Điều 1. Công bố công khai {what} của {commune.full_name} (theo biểu {named}/CK TC-NSNN kèm theo).",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        f"Điều 3. Văn phòng HĐND và UBND, công chức Tài chính - Kế toán {commune.unit} và các đơn vị, cá nhân có liên "
        "quan chịu trách nhiệm thi hành Quyết định này./.",
    ]


def _what(forms: Sequence[BudgetForm]) -> str:
    groups = {"thực hiện": "tình hình thực hiện ngân sách", "quyết toán": "quyết toán ngân sách"}
    words = groups.get(template(forms[0].form).group, "dự toán ngân sách")
    period = period_words(read_period(forms[0].period))
    return f"{words} {period}"


def _annex(form: BudgetForm) -> Annex:
    label = template(form.form).symbol
    return Annex(
        "", form_title(form), form_table(form), f"Biểu {form.form}", note=form.explanation, label=label, unit=UNIT
    )


def _attached(commune: Commune, form: BudgetForm) -> str:
    number = form.decision_number.strip() or "…/QĐ-UBND"
    number = number if "/" in number else f"{number}/QĐ-UBND"
    day = in_prose(form.decided_on) if form.decided_on else "…"
    return f"Kèm theo Quyết định số {number} ngày {day} của {commune.committee}"


def _column(form: BudgetForm, column: FormColumn, is_exact: bool) -> Column:
    heading, group = with_period(column.heading, form), with_period(column.group, form)
    share = CellKind.RATE if is_exact else CellKind.NUMBER
    kind, width = (share, 8) if column.percent else (CellKind.MONEY, 13)
    return Column(heading, width, kind, group, column.mark)


def _values(row: FormRow, columns: Sequence[FormColumn], cells: Amounts) -> list[Value]:
    return [_value(column, cells.get((row.key, column.key))) for column in columns]


def _value(column: FormColumn, value: int | None) -> Value:
    return Decimal(value) / 100 if column.percent and value is not None else value


def _kind(row: FormRow) -> RowKind:
    return RowKind.TOTAL if row.bold else RowKind.PLAIN
