"""Making a list of households or a budget form public: the publication of the right kind, begun only once."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from papi_desktop.domain.budget import BudgetForm
from papi_desktop.domain.calendar import last_of_month, written
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.households import HouseholdList
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.domain.publications import Publication
from papi_desktop.domain.recurrence import turn_code
from papi_desktop.services.budget_forms import not_filled_in, template
from papi_desktop.services.household_list import year_book
from papi_desktop.services.publication_kinds import PublicationKind, kind, turn_of
from papi_desktop.services.publishing import new_publication
from papi_desktop.services.rule_book import terms
from papi_desktop.services.work import Work

_RECOGNISED, _REVIEWED = "poor_households", "poor_review"
BUDGET_KINDS: Final = frozenset({"budget_draft", "budget_approved", "budget_quarter", "budget_final"})
_EXECUTION: Final = "budget_quarter"
"""What is made public after a quarter; everything else follows the deciding document."""


@dataclass(frozen=True)
class Disclosed:
    """The publication that makes something public, and whether it was begun just now."""

    publication: Publication
    is_new: bool


def publish_households(work: Work, year: int, today: date) -> Disclosed:
    """Begin the publication of one year's list, or return the one that was begun. Raises KnownError without a list.

    A list that no decision recognises is posted as the result of a review, by the rule of its own.
    """
    book = year_book(work, year)
    if not book.households:
        raise KnownError(f"Danh sách năm {year} chưa có hộ nào. Hãy nhập hoặc nạp danh sách trước.")
    record = book.record
    found = publication_of_list(work, record)
    if found:
        return Disclosed(found, is_new=False)
    draft = new_publication(_kind_of(record), record.decided_on or today, today, work.places.all(), terms(work))
    document = _decision(record.decision_number, record.decided_on)
    return _begin(work, replace(draft, title=record.title, document=document))


def publication_of_list(work: Work, record: HouseholdList) -> Publication | None:
    """Return the publication that makes a list of households public, if it was begun; the newest of several."""
    own = (each for each in work.publications.all() if each.kind == _kind_of(record))
    found = [each for each in own if each.title == record.title or _is_of_list(each, record)]
    return max(found, key=lambda each: (each.trigger_on or date.min, each.id), default=None)


def _kind_of(record: HouseholdList) -> str:
    return _RECOGNISED if record.is_recognised else _REVIEWED


def _is_of_list(each: Publication, record: HouseholdList) -> bool:
    """Tell whether a publication is the turn of a list, or of the review in the year before it."""
    if record.is_recognised:
        return turn_of(each) == str(record.year)
    return each.trigger_on is not None and each.trigger_on.year == record.year - 1


def publish_budget(work: Work, number: str, period: Period, today: date) -> Disclosed:
    """Begin the publication to which a form belongs, or return the one that was begun for the same turn."""
    form = work.budget_forms.of(number, period.code)
    if form is None or not form.cells:
        raise not_filled_in(number, period)
    found = publication_of(work, form, today)
    return Disclosed(found, is_new=False) if found.id else _begin(work, found)


def publication_of(work: Work, form: BudgetForm, today: date) -> Publication:
    """Return the publication of the turn to which a form belongs; a draft while none was begun."""
    known, turn = _turn(form)
    found = next((each for each in work.publications.all() if _is_turn(each, known, turn)), None)
    if found:
        return found
    draft = new_publication(known.key, _trigger(form, today), today, work.places.all(), terms(work))
    document = _decision(form.decision_number, form.decided_on)
    return replace(draft, title=known.turn_title(turn), occurrence=turn, document=document)


def forms_of(work: Work, publication: Publication) -> list[BudgetForm]:
    """Return the filled-in forms that a publication makes public, by number."""
    filled_in = (form for form in work.budget_forms.all() if form.cells)
    own = (form for form in filled_in if _is_turn(publication, *_turn(form)))
    return sorted(own, key=lambda form: form.form)


def deciding_document(work: Work, publication: Publication) -> str:
    """Return the decision that the forms of a publication name, or nothing."""
    named = (_decision(form.decision_number, form.decided_on) for form in forms_of(work, publication))
    return next(filter(None, named), "")


def _begin(work: Work, publication: Publication) -> Disclosed:
    work.label(f"Thêm mục công khai: {publication.title}")
    return Disclosed(work.publications.put(publication).after, is_new=True)


def _trigger(form: BudgetForm, today: date) -> date:
    if template(form.form).kind == _EXECUTION:
        period = read_period(form.period)
        return last_of_month(period.year, period.last_month)
    return form.decided_on or today


def _turn(form: BudgetForm) -> tuple[PublicationKind, str]:
    """Return the kind that makes a form public, and the code of its turn by the form's period."""
    known, period = kind(template(form.form).kind), read_period(form.period)
    if known is None:
        raise KeyError(form.form)
    return known, turn_code(known.recurs, period.year - known.about_year, period.last_month)


def _is_turn(publication: Publication, known: PublicationKind, turn: str) -> bool:
    return publication.kind == known.key and turn_of(publication) == turn


def _decision(number: str, day: date | None) -> str:
    bare = number.strip()
    if not bare:
        return ""
    named = f"Quyết định số {bare if '/' in bare else f'{bare}/QĐ-UBND'}"
    return f"{named} ngày {written(day)}" if day else named
