"""What is known for part I of the report: the documents issued, and the sessions held to inform the people."""

import re
from datetime import date
from typing import Final

from papi_desktop.domain.calendar import typed
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.text import fold
from papi_desktop.services.report_book import Facts

_DAY: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
DIRECTION = "direction"
"""The key of part I among the report's texts."""


def documents(facts: Facts) -> tuple[str, ...]:
    """Return the papers issued in the span, or on a day they do not name, by its publications: the oldest first."""
    known = {each.publication.document.strip(): _day_of(each.publication.document) for each in facts.checks}
    issued = [document for document, day in known.items() if document and (day is None or day in facts.span.window)]
    return tuple(sorted(issued, key=lambda document: known[document] or date.max))


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
