"""Making a list of households or a budget form public: the publication of the right kind, begun only once."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from papi_desktop.domain.budget import BudgetForm
from papi_desktop.domain.calendar import last_of_month, written
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.domain.publications import Publication
from papi_desktop.domain.recurrence import nearest
from papi_desktop.services.budget_forms import template
from papi_desktop.services.household_list import year_book
from papi_desktop.services.publication_kinds import kind
from papi_desktop.services.publishing import new_publication
from papi_desktop.services.rule_book import terms
from papi_desktop.services.work import Work

_POOR: Final = "poor_households"
_BUDGET: Final = {
    "dự toán trình": "budget_draft",
    "dự toán": "budget_approved",
    "thực hiện": "budget_quarter",
    "quyết toán": "budget_final",
}


@dataclass(frozen=True)
class Disclosed:
    """The publication that makes something public, and whether it was begun just now."""

    publication: Publication
    is_new: bool


def publish_households(work: Work, year: int, today: date) -> Disclosed:
    """Begin the publication of one year's list, or return the one that was begun. Raises KnownError without a list."""
    book = year_book(work, year)
    if not book.households:
        raise KnownError(f"Danh sách năm {year} chưa có hộ nào. Hãy nhập hoặc nạp danh sách trước.")
    title = f"Danh sách hộ nghèo, hộ cận nghèo năm {year}"
    own = (each for each in work.publications.all() if each.kind == _POOR)
    found = next((each for each in own if title == each.title or each.occurrence == str(year)), None)
    if found:
        return Disclosed(found, is_new=False)
    record = book.record
    draft = new_publication(_POOR, record.decided_on or today, today, work.places.all(), terms(work))
    document = _decision(record.decision_number, record.decided_on)
    return _begin(work, replace(draft, title=title, document=document))


def publish_budget(work: Work, number: str, period: Period, today: date) -> Disclosed:
    """Begin the publication to which a form belongs, or return the one that was begun for the same turn."""
    form = work.budget_forms.of(number, period.code)
    if form is None or not form.cells:
        raise KnownError(f"Chưa có số liệu biểu {number} của {period.label}. Hãy nhập hoặc nạp số liệu trước.")
    key, trigger = _BUDGET[template(number).group], _trigger(form, period, today)
    found = next((each for each in work.publications.all() if _is_turn(each, key, trigger, period)), None)
    if found:
        return Disclosed(found, is_new=False)
    draft = new_publication(key, trigger, today, work.places.all(), terms(work))
    document = _decision(form.decision_number, form.decided_on)
    return _begin(work, replace(draft, title=f"{draft.title} ({period.label})", document=document))


def forms_of(work: Work, publication: Publication) -> list[BudgetForm]:
    """Return the filled-in forms that a publication makes public, by number."""
    found = []
    for form in work.budget_forms.all():
        period, key = read_period(form.period), _BUDGET.get(template(form.form).group, "")
        day = publication.trigger_on or form.decided_on or last_of_month(period.year, period.last_month)
        if form.cells and _is_turn(publication, key, _trigger(form, period, day), period):
            found.append(form)
    return sorted(found, key=lambda form: form.form)


def _begin(work: Work, publication: Publication) -> Disclosed:
    work.label(f"Thêm mục công khai: {publication.title}")
    return Disclosed(work.publications.put(publication).after, is_new=True)


def _trigger(form: BudgetForm, period: Period, today: date) -> date:
    if template(form.form).group == "thực hiện":
        return last_of_month(period.year, period.last_month)
    return form.decided_on or today


def _is_turn(each: Publication, key: str, trigger: date, period: Period) -> bool:
    known = kind(key)
    if each.kind != key or known is None:
        return False
    if not known.recurs.months or each.trigger_on is None:
        return each.title.endswith(f"({period.label})")
    own = each.occurrence or nearest(known.recurs, known.usual, each.trigger_on).code
    return own == nearest(known.recurs, known.usual, trigger).code


def _decision(number: str, day: date | None) -> str:
    bare = number.strip()
    if not bare:
        return ""
    named = f"Quyết định số {bare if '/' in bare else f'{bare}/QĐ-UBND'}"
    return f"{named} ngày {written(day)}" if day else named
