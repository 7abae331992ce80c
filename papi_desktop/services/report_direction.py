"""What is known for part I of the report: the documents issued, and the sessions held to inform the people."""

from datetime import date

from papi_desktop.domain.text import fold
from papi_desktop.services.report_book import Facts

DIRECTION = "direction"
"""The key of part I among the report's texts."""


def documents(facts: Facts) -> tuple[str, ...]:
    """Return the papers whose publication belongs to the span, each once, the oldest first."""
    dated = sorted((each.publication for each in facts.checks), key=lambda each: each.latest_on or date.max)
    return tuple(dict.fromkeys(filter(None, (each.document.strip() for each in dated))))


def sessions(facts: Facts) -> tuple[tuple[str, int], ...]:
    """Return how many sessions each task held to inform the people, by its code, as its figures say."""
    counted = (
        (standing.task.own_code or standing.task.code, int(figure.value))
        for standing in facts.standings
        for figure in (standing.entry.figures if standing.entry else ())
        if figure.value and figure.unit == "buổi" and "tuyen truyen" in fold(figure.label)
    )
    return tuple(counted)
