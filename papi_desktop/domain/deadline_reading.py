"""Reads the deadline texts of plans: a table of patterns over a sentence in which each date is one mark."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from papi_desktop.domain import deadline_wording as wording
from papi_desktop.domain.calendar import in_year, last_of_month
from papi_desktop.domain.deadline_reports import clauses, report_to
from papi_desktop.domain.deadline_spans import Sentence, Span, Unclear, read_sentence
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.text import nfc


def read_deadline(text: str, year: int) -> Deadline:
    """Read a plan's deadline text; `year` is the plan's, for dates that name none. What is not understood is UNREAD."""
    text = nfc(text)
    parted = (_parted(_read(work, year), _read(report, year)) for work, report in clauses(text))
    found = next((found for found in parted if found), None) or _read(text, year)
    return replace(found, text=text, report_to=report_to(text))


def _read(text: str, year: int) -> Deadline:
    """Read a text as one deadline."""
    try:
        sentence = read_sentence(text, year).without(wording.CITED, wording.OCCASION)
        found = next((found for rule in _RULES if (found := rule(sentence))), _UNREAD)
    except (ValueError, OverflowError):
        return _UNREAD
    return _yearly(found, sentence, year)


def _parted(work: Deadline, report: Deadline) -> Deadline | None:
    """Return the deadline of the work with the day of the report on it, where each has its own."""
    if work.kind is DeadlineKind.UNREAD or report.kind is DeadlineKind.UNREAD:
        return None
    if report.kind is DeadlineKind.RECURRING:
        return _UNREAD if work.due and work.due != report.due else None
    if report.due is None or work.due == report.due or (work.every is Every.YEAR and not work.due):
        return None
    due = _after_work(report.due, work)
    return replace(work, report_due=due) if due and work.every is not Every.YEAR else _UNREAD


def _after_work(due: date, work: Deadline) -> date | None:
    """Return the day of a report on work: at the turn of the year it may be in the next one, never before the work."""
    begins = work.starts or work.due
    if begins is None or begins <= due:
        return due
    return in_year(due, due.year + 1) if due.year == begins.year and due.month <= 3 and begins.month >= 9 else None


def names_no_day(text: str, year: int) -> bool:
    """Tell whether a deadline text names a day or month that no calendar has, such as 31/2."""
    try:
        read_sentence(text, year)
    except (ValueError, OverflowError) as error:
        return not isinstance(error, Unclear)
    return False


def _recurring(sentence: Sentence) -> Deadline | None:
    every = next((every for every, pattern in wording.EVERY if pattern.search(sentence.folded)), None)
    if every and wording.NEXT_TURN.search(sentence.folded):
        return _UNREAD
    return Deadline("", DeadlineKind.RECURRING, every=every, day=_day_of_month(sentence)) if every else None


def _day_of_month(sentence: Sentence) -> int | None:
    match = wording.DAY_OF_MONTH.search(sentence.folded)
    if match:
        day = int(match["day"]) - bool(match["before"])
        return date(2000, 1, day).day if day else 0
    if wording.LAST_DAY_OF_MONTH.search(sentence.folded):
        return 31
    days = {span.last.day for span in sentence.named if span.days == 1}
    return min(days) - bool(wording.BEFORE.search(sentence.folded)) if len(days) == 1 else None


def _between(sentence: Sentence) -> Deadline | None:
    match = wording.BETWEEN.search(sentence.folded)
    if not match:
        return None
    first, last = sentence.span(match.start()).first, sentence.span(match.end() - 1).last
    if first > last and sentence.years > 1:
        return _UNREAD
    if first > last and sentence.years:
        first = first.replace(year=last.year - 1)
    elif first > last:
        last = last_of_month(last.year + 1, last.month) if _ends_month(last) else last.replace(year=last.year + 1)
    return Deadline("", DeadlineKind.WINDOW, starts=first, due=last)


def _marked(
    pattern: re.Pattern[str], due: Callable[[Span], date], kind: DeadlineKind
) -> Callable[[Sentence], Deadline | None]:
    def rule(sentence: Sentence) -> Deadline | None:
        matches = list(pattern.finditer(sentence.folded))
        days = {due(sentence.span(match.end() - 1)) for match in matches}
        if not matches:
            return None
        several = len(days) > 1 or wording.AND_ANOTHER.match(sentence.folded, matches[0].end())
        return _UNREAD if several else Deadline("", kind, due=days.pop())

    return rule


def _bare(sentence: Sentence) -> Deadline | None:
    """Read spans that stand alone: one day is a last day, anything longer a window."""
    spans = sorted(set(sentence.named), key=lambda span: span.days)
    if (
        not spans
        or wording.FROM_ON.search(sentence.folded)
        or spans[0].days > 200
        and wording.CONTINUOUS.search(sentence.folded)
    ):
        return None
    if not all(span.holds(spans[0]) for span in spans):
        return _UNREAD
    if spans[0].days == 1:
        return Deadline("", DeadlineKind.BY, due=spans[0].last)
    return Deadline("", DeadlineKind.WINDOW, starts=spans[0].first, due=spans[0].last)


def _worded(
    pattern: re.Pattern[str], deadline: Deadline, at_start: bool = False
) -> Callable[[Sentence], Deadline | None]:
    find = pattern.match if at_start else pattern.search
    return lambda sentence: deadline if find(sentence.folded) else None


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _yearly(found: Deadline, sentence: Sentence, year: int) -> Deadline:
    """Return a dated deadline that comes back every year as a recurring one, with the day of this year."""
    dated = found.kind in (DeadlineKind.BEFORE, DeadlineKind.BY, DeadlineKind.WINDOW)
    if not dated or found.due is None or not wording.EVERY_YEAR.search(sentence.folded):
        return found
    if found.starts and (found.due - found.starts).days > 366:
        return Deadline("", DeadlineKind.RECURRING, every=Every.YEAR)
    due = in_year(found.due, max(year, found.due.year))
    return replace(found, kind=DeadlineKind.RECURRING, due=due, every=Every.YEAR, day=due.day)


_UNREAD: Final = Deadline("", DeadlineKind.UNREAD)
_RULES: Final[tuple[Callable[[Sentence], Deadline | None], ...]] = (
    _worded(wording.WEEK_OF_MONTH, _UNREAD),
    _recurring,
    _between,
    _marked(wording.BEFORE_AN_HOUR, lambda span: span.last, DeadlineKind.BY),
    _marked(wording.BEFORE, lambda span: span.first - timedelta(days=1), DeadlineKind.BEFORE),
    _marked(wording.BY, lambda span: span.last, DeadlineKind.BY),
    _worded(wording.BY_LAW, Deadline("", DeadlineKind.BY_LAW), at_start=True),
    _bare,
    _worded(wording.CONTINUOUS, Deadline("", DeadlineKind.CONTINUOUS)),
    _worded(wording.EVERY_YEAR, Deadline("", DeadlineKind.RECURRING, every=Every.YEAR)),
    _worded(wording.BY_LAW, Deadline("", DeadlineKind.BY_LAW)),
)
