"""Everything a report is made from, read once and counted for any span of days."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.calendar import OfficeDays
from papi_desktop.domain.commune import Commune, Officer
from papi_desktop.domain.dialogues import Dialogue, Opinion, OpinionState
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.month_work import month_items
from papi_desktop.domain.periods import REPORT_KINDS, Period, PeriodKind, Window, read_period
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.publications import Place, Posting, Publication, PublicationCheck
from papi_desktop.domain.rules import RuleBook
from papi_desktop.domain.tasks import Progress, Task
from papi_desktop.services.dialogue_list import state_on
from papi_desktop.services.publication_list import belongs_to, checks_of
from papi_desktop.services.rule_book import Terms, office_days, rule_book
from papi_desktop.services.spans import window_of, year_to_date
from papi_desktop.services.standing import Standing, month_standings, plans_for, soon_days_on, standings
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class Book:
    """The stored values that reports are counted from."""

    commune: Commune
    plans: tuple[Plan, ...]
    tasks: tuple[Task, ...]
    """The tasks of the plans that concern the commune; of a month also those of the year before, to carry over."""
    progress: tuple[Progress, ...]
    officers: Mapping[int, Officer]
    places: tuple[Place, ...]
    publications: tuple[Publication, ...]
    postings: tuple[Posting, ...]
    dialogues: Mapping[int, Dialogue]
    opinions: tuple[Opinion, ...]
    evidence: Mapping[int, int]
    """How many files prove each progress entry, by its id."""
    rules: RuleBook = field(compare=False)
    """The time limits in force, with those the commune changed."""
    days: OfficeDays = field(compare=False)
    """The days on which offices are open, by which working days are counted."""


@dataclass(frozen=True)
class Span:
    """What is counted: a period, the days of it, the day it is judged on, and whether the whole year so far."""

    period: Period
    window: Window
    day: date
    is_cumulative: bool = False


@dataclass(frozen=True)
class Facts:
    """What falls into a span: how each task stands, and its publications, postings, dialogues and opinions."""

    span: Span
    standings: tuple[Standing, ...]
    checks: tuple[PublicationCheck, ...]
    postings: tuple[Posting, ...]
    dialogues: tuple[Dialogue, ...]
    raised: tuple[Opinion, ...]
    """The opinions of those dialogues."""
    carried: tuple[Opinion, ...]
    """The opinions of earlier dialogues that were not answered when the span began."""
    held: Mapping[int, date]
    """The day of every dialogue by its id."""
    terms: Terms = field(compare=False)

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """Return all opinions that had to be answered in the span."""
        return self.carried + self.raised

    @property
    def is_known(self) -> bool:
        """Tell whether anything at all was recorded."""
        return any(each.entry for each in self.standings) or bool(self.postings or self.dialogues)


def read_book(work: Work, period: Period) -> Book:
    """Read everything with a fixed number of questions. Raises KnownError before the commune is set up."""
    commune = read_commune(work)
    known = work.plans.all()
    plans = plans_for(known, period)
    asked = [plan.id for plan in (*_plans_before(known, period), *plans)]
    tasks = work.tasks.of_plans(asked)
    return Book(
        commune=commune,
        plans=tuple(plans),
        tasks=tuple(task for task in tasks if task.concerns_us),
        progress=tuple(work.progress.of_plans(asked)),
        officers={officer.id: officer for officer in work.officers.all()},
        places=tuple(work.places.all()),
        publications=tuple(work.publications.all()),
        postings=tuple(work.postings.all()),
        dialogues={dialogue.id: dialogue for dialogue in work.dialogues.all()},
        opinions=tuple(work.opinions.all()),
        evidence=work.attachments.counts(Owner.PROGRESS),
        rules=rule_book(work),
        days=office_days(work),
    )


def _plans_before(plans: Iterable[Plan], period: Period) -> list[Plan]:
    """Return the plans of the year before a month, whose open work is carried over into it."""
    before = plans_for(plans, period.same_last_year) if period.month else []
    return [plan for plan in before if plan.year < period.year]


def read_commune(work: Work) -> Commune:
    """Return the commune's profile. Raises KnownError before it is set up."""
    commune = work.commune.get()
    if commune is None:
        raise KnownError("Chưa khai báo thông tin xã. Hãy mở chương trình và nhập thông tin xã trước.")
    return commune


def span_of(book: Book, period: Period, today: date) -> Span:
    """Return the span of a period as far as it has come by `today`."""
    window = window_of(period, book.rules)
    day = min(today, window.last)
    return Span(period, Window(window.first, day), day)


def cumulative_span(book: Book, period: Period, today: date) -> Span:
    """Return the span from the start of the year to the end of `period`."""
    window = year_to_date(period, book.rules)
    day = min(today, window.last)
    return Span(period, Window(window.first, day), day, is_cumulative=True)


def has_cumulative(period: Period) -> bool:
    """Tell whether the year so far is more than the period itself, so that both are printed."""
    return period.kind is PeriodKind.QUARTER_3


def facts(book: Book, span: Span, today: date) -> Facts:
    """Count out what falls into `span`."""
    checks = checks_of(book.publications, book.places, book.postings, span.day, book.days)
    held = {each.id: each.held_on for each in book.dialogues.values()}
    dialogues = [each for each in book.dialogues.values() if each.held_on in span.window]
    return Facts(
        span=span,
        standings=tuple(_standings(book, span, today)),
        checks=tuple(check for check in checks if belongs_to(check, span.window, today)),
        postings=tuple(posting for posting in book.postings if posting.since in span.window),
        dialogues=tuple(sorted(dialogues, key=lambda each: (each.held_on, each.id))),
        raised=tuple(each for each in book.opinions if held.get(each.dialogue_id) in span.window),
        carried=tuple(_carried(book.opinions, held, span.window.first)),
        held=held,
        terms=Terms(book.rules, book.days),
    )


def _standings(book: Book, span: Span, today: date) -> list[Standing]:
    soon_days = soon_days_on(book.rules, span.day)
    if span.period.month:
        items = month_items(book.tasks, book.progress, span.period, today, window_of(span.period, book.rules))
        return month_standings(items, book.progress, span.period, span.day, soon_days)
    progress = cumulative_entries(book, span.period) if span.is_cumulative else book.progress
    return standings(book.tasks, progress, span.period, span.day, soon_days)


def _carried(opinions: Iterable[Opinion], held: Mapping[int, date], first: date) -> Iterator[Opinion]:
    eve = first - timedelta(days=1)
    for opinion in opinions:
        day = held.get(opinion.dialogue_id)
        if day and day < first and state_on(opinion, eve) is not OpinionState.ANSWERED:
            yield opinion


def cumulative_entries(book: Book, period: Period) -> list[Progress]:
    """Return the entries of the year so far, the latest of each task put in the place of the period's own."""
    latest: dict[int, Progress] = {}
    for entry in sorted(book.progress, key=lambda each: read_period(each.period).order):
        written = read_period(entry.period)
        is_report = written.kind in REPORT_KINDS
        if is_report and written.year == period.year and written.order <= period.order and entry.has_figures:
            latest[entry.task_id] = replace(entry, period=period.code)
    own = {entry.task_id for entry in latest.values()}
    return list(latest.values()) + [entry for entry in book.progress if entry.task_id not in own]
