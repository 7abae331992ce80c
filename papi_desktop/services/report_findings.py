"""What a report has to say, found once: the text and the annexes both read it, so that they cannot disagree."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.periods import Period, Window
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.publications import PublicationCheck
from papi_desktop.domain.reports import Gap, Indicator, Report
from papi_desktop.domain.tasks import State
from papi_desktop.services.budget_report import budget_sentence
from papi_desktop.services.dialogue_days import ResultDay, known_on, result_day
from papi_desktop.services.dialogue_list import DialogueLine, by_dialogue, dialogue_line, tally
from papi_desktop.services.opinion_list import OpinionLine, lines_on
from papi_desktop.services.report_book import (
    Book,
    Facts,
    cumulative_span,
    facts,
    has_cumulative,
    read_book,
    span_of,
)
from papi_desktop.services.report_direction import documents, sessions
from papi_desktop.services.report_figures import ContentCounts, by_key, content_counts, indicators
from papi_desktop.services.report_gaps import gaps
from papi_desktop.services.task_list import TaskLine, task_line
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class Findings:
    """Everything that a report of one period prints, and what is still missing in it."""

    commune: Commune
    plans: tuple[Plan, ...]
    period: Period
    window: Window
    day: date
    """The day up to which things were counted."""
    report: Report
    tasks: tuple[TaskLine, ...]
    year_states: tuple[tuple[int, State], ...]
    """How each task stands over the year so far, by its id."""
    checks: tuple[PublicationCheck, ...]
    dialogues: tuple[DialogueLine, ...]
    results: tuple[ResultDay, ...]
    """When the result of each of those dialogues was due and announced."""
    opinions: tuple[OpinionLine, ...]
    """Those carried over and those raised, by the day of the dialogue."""
    contents: tuple[ContentCounts, ...]
    indicators: tuple[Indicator, ...]
    gaps: tuple[Gap, ...]
    officers: int
    """How many people answer for the tasks."""
    assigned: int
    with_evidence: int
    months_written: int
    """In how many months of the period there are figures of the month itself."""
    documents: tuple[str, ...]
    """The papers made public in the period."""
    sessions: tuple[tuple[str, int], ...]
    """How many sessions each task held to inform the people, by its code."""
    budget: str = ""
    """The sentence on the budget that was made public, or nothing."""

    @property
    def has_cumulative(self) -> bool:
        """Tell whether the year so far is printed beside the period."""
        return has_cumulative(self.period)

    @property
    def has_previous(self) -> bool:
        """Tell whether there is a report before this one to compare with."""
        return any(each.previous is not None for each in self.indicators)

    @property
    def has_last_year(self) -> bool:
        """Tell whether there is the same period of last year to compare with."""
        return any(each.last_year is not None for each in self.indicators)

    def is_carried(self, line: OpinionLine) -> bool:
        """Tell whether an opinion was raised before the period and still unanswered when it began."""
        return line.held_on < self.window.first

    def figure(self, key: str) -> Indicator:
        """Return one figure by its key."""
        return by_key(self.indicators)[key]

    def now(self, key: str) -> int:
        """Return one figure of the period itself."""
        return self.figure(key).now


def gather(work: Work, period: Period, today: date) -> Findings:
    """Find what the report of `period` has to say on `today`, or on the earlier day it is dated.

    Raises KnownError before the commune is set up.
    """
    book = read_book(work, period)
    report = report_of(work, period, book.commune)
    today = counted_on(report, today)
    now = facts(book, span_of(book, period, today), today)
    year = facts(book, cumulative_span(book, period, today), today)
    previous = facts(book, span_of(book, period.previous, today), today)
    last_year = facts(book, span_of(book, period.same_last_year, today), today)
    found = _findings(book, report, now, indicators(now, year, previous, last_year), year)
    return replace(found, budget=budget_sentence(work, period, today))


def counted_on(report: Report, today: date) -> date:
    """Return the day on which a report counts: the one it is dated, or today."""
    return min(today, report.dated or today)


def report_of(work: Work, period: Period, commune: Commune) -> Report:
    """Return what is kept of a period's report, or a new draft signed by the chairman."""
    return work.reports.find(period.code) or Report(period.code, signer=commune.chairman)


def _findings(book: Book, report: Report, now: Facts, figures: tuple[Indicator, ...], year: Facts) -> Findings:
    tasks = tuple(_tasks(book, now))
    return Findings(
        commune=book.commune,
        plans=book.plans,
        period=now.span.period,
        window=now.span.window,
        day=now.span.day,
        report=report,
        tasks=tasks,
        year_states=tuple((each.task.id, each.state) for each in year.standings),
        checks=now.checks,
        dialogues=_dialogues(now),
        results=tuple(result_day(each, now.terms, now.span.day) for each in now.dialogues),
        opinions=_opinions(book, now),
        contents=content_counts(now),
        indicators=figures,
        gaps=gaps(book, now, report),
        officers=len({line.officer_id for line in tasks if line.officer}),
        assigned=sum(bool(line.officer) for line in tasks),
        with_evidence=sum(line.evidence > 0 for line in tasks),
        months_written=_months_written(book, now.span.period),
        documents=documents(book, now),
        sessions=sessions(now),
    )


def _tasks(book: Book, now: Facts) -> Iterator[TaskLine]:
    """Return the tasks; those whose number stands in several plans say in which."""
    plans = {plan.id: plan for plan in book.plans}
    lines = [task_line(each, plans, book.officers, book.evidence) for each in now.standings]
    times = Counter(code for code, _plan in {(line.code, line.plan_id) for line in lines})
    for line in lines:
        plan = plans.get(line.plan_id)
        if plan and times[line.code] > 1:
            line = replace(line, of_plan=f"Kế hoạch số {plan.number}" if plan.number else plan.short_name)
        yield line


def _dialogues(now: Facts) -> tuple[DialogueLine, ...]:
    opinions = by_dialogue(now.raised)
    day = now.span.day
    return tuple(dialogue_line(known_on(each, day), tally(opinions.get(each.id, ()), day), 0) for each in now.dialogues)


def _opinions(book: Book, now: Facts) -> tuple[OpinionLine, ...]:
    lines = lines_on(now.opinions, book.dialogues, now.span.day)
    return tuple(sorted(lines, key=lambda line: (line.held_on, line.dialogue_id, line.ordinal, line.id)))


def _months_written(book: Book, period: Period) -> int:
    written = Counter(entry.period for entry in book.progress if entry.has_figures)
    return sum(month.code in written for month in period.months)
