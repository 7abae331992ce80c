"""What the report says of the commune's budget: the totals of the newest balance that was made public."""

from datetime import date

from papi_desktop.domain.budget import BudgetForm, period_words
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.domain.text import thousands
from papi_desktop.services.budget_forms import figures, percent_text
from papi_desktop.services.report_words import in_prose
from papi_desktop.services.work import Work

_BALANCE = "113"


def budget_sentence(work: Work, period: Period, day: date) -> str:
    """Return the income and spending of the newest form 113 of the year known on `day`, or nothing."""
    form = _newest(work.budget_forms.all(), period, day)
    if form is None:
        return ""
    parts = [_part(form, "income", "thu"), _part(form, "spending", "chi")]
    if not all(parts):
        return ""
    basis = f"Biểu số {_BALANCE}/CK TC-NSNN"
    if form.decision_number:
        dated = f" ngày {in_prose(form.decided_on)}" if form.decided_on else ""
        basis += f" kèm theo Quyết định số {form.decision_number}{dated}"
    return f"Ngân sách xã {period_words(read_period(form.period))}: {'; '.join(parts)} ({basis})."


def _newest(forms: list[BudgetForm], period: Period, day: date) -> BudgetForm | None:
    known = [
        form
        for form in forms
        if form.form == _BALANCE and _is_of(read_period(form.period), period) and (form.decided_on or day) <= day
    ]
    return max(known, key=lambda form: read_period(form.period).order, default=None)


def _is_of(own: Period, period: Period) -> bool:
    return own.year == period.year and own.order <= period.order


def _part(form: BudgetForm, row: str, what: str) -> str:
    cells = figures(form)
    actual, share = cells.get((row, "actual")), cells.get((row, "ratio"))
    if actual is None:
        return ""
    return f"{what} {thousands(actual)} đồng" + ("" if share is None else f", bằng {percent_text(share)}% dự toán năm")
