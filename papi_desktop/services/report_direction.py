"""What is known for part I of the report: the documents issued, and the sessions held to inform the people."""

import re
from datetime import date
from typing import Final

from papi_desktop.domain.calendar import typed
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.text import fold
from papi_desktop.services.report_book import Book, Facts

_DAY: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
DIRECTION = "direction"
"""The key of part I among the report's texts."""


def documents(book: Book, now: Facts) -> tuple[str, ...]:
    """Return the papers issued in the span, those that name no day by their publications in it: the oldest first."""
    days = {each.document.strip(): _day_of(each.document) for each in book.publications}
    at_work = {each.publication.document.strip() for each in now.checks}
    issued = [paper for paper, day in days.items() if paper and (day in now.span.window if day else paper in at_work)]
    return tuple(sorted(issued, key=lambda paper: days[paper] or date.max))


def _day_of(document: str) -> date | None:
    """Return the day that a paper's words name, as in "Quyết định số 86/QĐ-UBND ngày 10/10/2022"."""
    named = _DAY.search(document)
    try:
        return typed(named.group()) if named else None
    except KnownError:  # words are free, also to name a day that is none
        return None


def sessions(facts: Facts) -> tuple[tuple[str, int], ...]:
    """Return how many sessions each task held to inform the people, by its code, as its figures say."""
    counted = (
        (standing.task.own_code or standing.task.code, int(figure.value))
        for standing in facts.standings
        for figure in (standing.entry.figures if standing.entry else ())
        if figure.value and figure.unit == "buổi" and "tuyen truyen" in fold(figure.label)
    )
    return tuple(counted)
