"""What is known of a paper before it is printed: its places, number, day and forms, and what to look at first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from papi_desktop.catalog import law
from papi_desktop.services.budget_decision import BudgetDecision, budget_decision
from papi_desktop.services.household_list import unplaced_sentence, year_book
from papi_desktop.services.notice_templates import NoticeKind, known_placeholders
from papi_desktop.services.notice_values import LAWS
from papi_desktop.services.notices import PaperOptions, Subject, values_of
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class PaperFacts:
    """What the data says of a paper."""

    values: Mapping[str, str]
    """The places of the wording in force, in its order."""
    number: str = ""
    dated: date | None = None
    forms: tuple[str, ...] = ()
    """The budget forms that go with a decision."""
    remarks: tuple[str, ...] = ()
    """Sentences to read before the paper is signed."""


def paper_facts(
    work: Work, kind: NoticeKind, subject: Subject, today: date, options: PaperOptions | None = None
) -> PaperFacts:
    """Return the facts of a paper, by the number and day of `options` when they are given."""
    decision = budget_decision(work, subject, today) if kind is NoticeKind.BUDGET_DECISION else None
    options = options or (deciding(decision) if decision else PaperOptions())
    day, names = options.dated or today, known_placeholders(work, kind)
    return PaperFacts(
        values_of(work, kind, subject, day),
        options.number,
        options.dated,
        tuple(form.form for form in decision.forms) if decision else (),
        tuple(
            filter(None, (decision.remark if decision else "", _unplaced(work, kind, subject), *_doubtful(names, day)))
        ),
    )


def deciding(decision: BudgetDecision) -> PaperOptions:
    """Return the number and the day of the decision that the forms name."""
    return PaperOptions(decision.number, decision.dated)


def prepared(
    work: Work,
    kind: NoticeKind,
    subject: Subject,
    today: date,
    options: PaperOptions,
    number: str | None,
    dated: date | None,
) -> tuple[PaperOptions, tuple[str, ...]]:
    """Return the options of a paper with its number and day, and what to read before it is signed.

    Those typed count; without a number, those of the deciding document. An empty number leaves both to the clerk.
    """
    if number is None:
        facts = paper_facts(work, kind, subject, today)
        number, dated = facts.number, dated or facts.dated
    options = replace(options, number=number, dated=dated)
    return options, paper_facts(work, kind, subject, today, options).remarks


def _unplaced(work: Work, kind: NoticeKind, subject: Subject) -> str:
    """Return how many households of a list for the wall stand under no village, or nothing."""
    if kind is not NoticeKind.HOUSEHOLDS or not isinstance(subject, int):
        return ""
    sentence = unplaced_sentence(year_book(work, subject).unplaced)
    return f"Danh sách có {sentence}" if sentence else ""


def _doubtful(names: tuple[str, ...], day: date) -> Iterator[str]:
    """Yield the sentence about the laws of `day` that the wording cites and that were not read in a source."""
    cited = (law(LAWS[name], day) for name in names if name in LAWS)
    doubtful = [each.text for each in cited if not each.is_verified]
    if doubtful:
        yield f"Căn cứ chưa kiểm chứng, hãy đối chiếu văn bản đang có hiệu lực trước khi ký: {'; '.join(doubtful)}."
