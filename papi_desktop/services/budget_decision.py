"""The decision that makes budget forms public: the forms that go with it, and what its wording may use."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from papi_desktop.catalog import body_names
from papi_desktop.domain.budget import BudgetForm, period_words
from papi_desktop.domain.commune import Commune
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.domain.publications import Publication
from papi_desktop.services.budget_forms import not_filled_in, template
from papi_desktop.services.disclosure import BUDGET_KINDS, forms_of, publication_of
from papi_desktop.services.notice_values import publication_values
from papi_desktop.services.papers import papers_stem
from papi_desktop.services.publication_kinds import kind, turn_of
from papi_desktop.services.report_words import lower_first
from papi_desktop.services.work import Work

_CLERK, _ACCOUNTANT = "Công chức Văn phòng - Thống kê", "Công chức Tài chính - Kế toán"


@dataclass(frozen=True)
class BudgetTurn:
    """The forms of one kind and period, which one decision makes public."""

    kind: str
    period: Period


@dataclass(frozen=True)
class BudgetDecision:
    """A decision: its forms by number, and the publication that it belongs to, a draft while none was begun."""

    publication: Publication
    forms: tuple[BudgetForm, ...]

    @property
    def number(self) -> str:
        """Return the number of the decision that the forms name, or nothing."""
        return next((form.decision_number.strip() for form in self.forms if form.decision_number.strip()), "")

    @property
    def dated(self) -> date | None:
        """Return the day of that decision."""
        return next((form.decided_on for form in self.forms if form.decided_on), None)

    @property
    def remark(self) -> str:
        """Return what to tell of a decision that no form goes with, or nothing."""
        if self.forms:
            return ""
        known = kind(self.publication.kind)
        turn = known.turn(turn_of(self.publication)) if known and turn_of(self.publication) else "kỳ này"
        return f"Chưa có số liệu biểu nào của {turn}, quyết định in không kèm biểu."

    def only(self, numbers: Sequence[str]) -> "BudgetDecision":
        """Return the decision with the asked forms, all when none is asked. Raises KnownError for a wrong one."""
        own = {form.form: form for form in self.forms}
        for number in numbers:
            if number not in own:
                raise KnownError(
                    f"Biểu {number} không thuộc lần công khai này. Hãy chọn trong các biểu {', '.join(own)}."
                )
        return replace(self, forms=tuple(own[number] for number in dict.fromkeys(numbers))) if numbers else self


def budget_turn(work: Work, numbers: Sequence[str], period: Period) -> BudgetTurn:
    """Return the turn to which forms belong. Raises KnownError for one that is not filled in, or for two kinds."""
    for number in numbers:
        template(number)
        form = work.budget_forms.of(number, period.code)
        if form is None or not form.cells:
            raise not_filled_in(number, period)
    kinds = {template(number).kind for number in numbers}
    if len(kinds) != 1:
        raise KnownError(
            f"Các biểu {', '.join(numbers)} thuộc những lần công khai khác nhau, mỗi lần một quyết định. "
            "Hãy in riêng từng loại."
        )
    return BudgetTurn(kinds.pop(), period)


def budget_decision(work: Work, subject: int | BudgetTurn, today: date) -> BudgetDecision:
    """Return the decision of a publication, or of a turn. Raises KnownError for what is not about the budget."""
    if isinstance(subject, BudgetTurn):
        own = _forms(work, subject)
        return BudgetDecision(publication_of(work, own[0], today), own)
    publication = work.publications.get(subject)
    if publication.kind not in BUDGET_KINDS:
        raise KnownError(
            f"Mục “{publication.title}” không phải công khai ngân sách nên không có quyết định công bố. "
            "Hãy chọn một mục công khai ngân sách."
        )
    return BudgetDecision(publication, tuple(forms_of(work, publication)))


def decision_values(work: Work, decision: BudgetDecision, commune: Commune, day: date) -> dict[str, str]:
    """Return what the wording of the decision may use on `day`."""
    values = publication_values(work, decision.publication, day)
    named = ", ".join(form.form for form in decision.forms)
    accountant = _office(_ACCOUNTANT, commune, day)
    return values | {
        "văn bản": "" if "QĐ-UBND" in values["văn bản"] else values["văn bản"],
        "các nơi": lower_first(values["các nơi"]),
        "các biểu": f"biểu {named}/CK TC-NSNN" if named else "các biểu",
        "văn phòng": _office(_CLERK, commune, day),
        "bộ phận tài chính": lower_first(accountant) if accountant == _ACCOUNTANT else accountant,
    }


def decision_stem(decision: BudgetDecision, commune: Commune) -> str:
    """Return the name of the files of a decision with its forms, without ending."""
    numbers, period = "-".join(form.form for form in decision.forms), decision.forms[0].period
    return papers_stem(f"CongKhaiNganSach_Bieu{numbers}", period, commune)


def _forms(work: Work, turn: BudgetTurn) -> tuple[BudgetForm, ...]:
    filled_in = (each for each in work.budget_forms.all() if each.cells and read_period(each.period) == turn.period)
    own = sorted((each for each in filled_in if template(each.form).kind == turn.kind), key=lambda form: form.form)
    if not own:
        raise KnownError(f"Chưa có số liệu biểu nào của {period_words(turn.period)}. Hãy nhập hoặc nạp số liệu trước.")
    return tuple(own)


def _office(name: str, commune: Commune, day: date) -> str:
    """Return who holds the duties of an office of the commune on `day`."""
    return ", ".join(body_names().today_body(name, day, commune.unit).names)
