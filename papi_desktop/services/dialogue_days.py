"""Whether a dialogue was announced early enough and its result soon enough (Luật 72/2025/QH15 Điều 43)."""

from dataclasses import dataclass, replace
from datetime import date

from papi_desktop.domain.dialogues import Dialogue
from papi_desktop.services.rule_book import Terms


@dataclass(frozen=True)
class ResultDay:
    """When the result of a dialogue was due and when it was announced, as known on a day."""

    held_on: date
    due: date
    told_on: date | None
    """The day it was announced; None while it was not."""
    is_late: bool

    @property
    def in_time(self) -> bool:
        """Tell whether the result was announced, and soon enough."""
        return self.told_on is not None and not self.is_late


def notice_due(dialogue: Dialogue, now: Terms) -> date:
    """Return the last day on which a dialogue can be announced early enough."""
    return now.before("dialogue.notice_before", dialogue.held_on)


def announced_in_time(dialogue: Dialogue, now: Terms) -> bool:
    """Tell whether a dialogue was announced early enough."""
    return dialogue.announced_on is not None and dialogue.announced_on <= notice_due(dialogue, now)


def result_due(dialogue: Dialogue, now: Terms) -> date:
    """Return the last day on which the result of a dialogue can be announced soon enough."""
    return now.after("dialogue.result_within", dialogue.held_on)


def result_day(dialogue: Dialogue, now: Terms, day: date) -> ResultDay:
    """Return how the result of a dialogue stood on `day`: one announced later does not count."""
    due, told_on = result_due(dialogue, now), known_on(dialogue, day).result_on
    return ResultDay(dialogue.held_on, due, told_on, is_late=due < (told_on or day))


def known_on(dialogue: Dialogue, day: date) -> Dialogue:
    """Return a dialogue without a result that was announced after `day`, or is dated before the dialogue itself."""
    told_on = dialogue.result_on
    return dialogue if told_on is None or dialogue.held_on <= told_on <= day else replace(dialogue, result_on=None)
