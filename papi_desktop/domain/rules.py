"""Figures that the law or the province sets, each with the dates between which it holds; data, never code."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from papi_desktop.domain.calendar import YEARS
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.stores import Store

_DAYS: Final = ("day", "working_day", "day_consecutive")
_MOST: Final = dict.fromkeys(_DAYS, 1_000) | {
    "day_per_week": 7,
    "day_per_month": 31,
    "day_of_month": 31,
    "day_of_last_month": 31,
    "percent_voters": 100,
    "percent_attendees": 100,
    "conference": 100,
    "time": 100,
    "year": YEARS[-1],
    "dong_per_month": 999_999_999,
}
"""The largest figure of each unit that can be meant: a larger one is a slip of the hand, and leaves the calendar."""
_ALIKE: Final = (frozenset(_DAYS), frozenset(("day_per_week", "day_per_month")))
"""The units by which a law may count instead of another."""


@dataclass(frozen=True)
class Rule:
    """One figure: its key, value and unit, from when to when it holds, its basis, how sure we are of it, its name."""

    key: str
    value: str
    unit: str
    starts: date | None
    ends: date | None
    basis: str
    confidence: str
    name: str = ""
    """What it is, in words for the screen."""
    note: str = ""
    """Why it differs from the bundled figure; empty for a bundled one."""

    @property
    def is_verified(self) -> bool:
        """Tell whether the figure was read in a source; otherwise the screen says "chưa kiểm chứng"."""
        return self.confidence.startswith(("found", "seed"))

    def is_over(self, day: date) -> bool:
        """Tell whether the rule has ended before `day`; a figure without a successor is used on, marked so."""
        return self.ends is not None and self.ends < day

    def holds_on(self, day: date) -> bool:
        """Tell whether the rule is in force on `day`."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Law:
    """A law, decree or circular as a paper cites it, and the days between which it is in force."""

    key: str
    text: str
    starts: date | None
    ends: date | None
    confidence: str

    @property
    def is_verified(self) -> bool:
        """Tell whether it was read in a source; otherwise the print window says "chưa kiểm chứng"."""
        return self.confidence.startswith("found")

    def holds_on(self, day: date) -> bool:
        """Tell whether it is in force on `day`."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class RuleChange:
    """A rule that this commune changed or that an update brought; it goes before the bundled one of the same start."""

    key: str
    value: str
    unit: str
    starts: date | None
    ends: date | None
    basis: str
    name: str
    note: str
    """Why the officer changed it, or which update it came with."""
    is_own: bool = True
    """True for the officer's own figure, False for one of an update; one's own goes before an update."""
    confidence: str = "found"
    id: int = 0
    uuid: str = ""

    @property
    def rule(self) -> Rule:
        """Return it as a rule."""
        return Rule(
            self.key, self.value, self.unit, self.starts, self.ends, self.basis, self.confidence, self.name, self.note
        )


class RuleBook:
    """All the rules; ask it for a key on a day."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)

    def with_changes(self, changes: Iterable[RuleChange]) -> "RuleBook":
        """Return a book in which each change stands for the rule of its key and first day, or beside the others."""
        found = {(rule.key, rule.starts): rule for rule in self.rules}
        for change in sorted(changes, key=lambda each: each.is_own):
            found[change.key, change.starts] = change.rule
        return RuleBook(sorted(found.values(), key=lambda rule: (rule.key, rule.starts or date.min)))

    def rule(self, key: str, day: date) -> Rule:
        """Return the rule in force on `day`; KnownError for an unknown key.

        When all that began have ended, the last one that began; for a day before any, the earliest.
        """
        known = sorted((rule for rule in self.rules if rule.key == key), key=lambda rule: rule.starts or date.min)
        if not known:
            raise KnownError(
                f"Bảng quy định không có mục “{key}”. Hãy cài lại chương trình để khôi phục bảng quy định gốc."
            )
        begun = [rule for rule in known if rule.starts is None or rule.starts <= day]
        in_force = [rule for rule in begun if rule.holds_on(day)]
        return (in_force or begun or known[:1])[-1]

    def number(self, key: str, day: date) -> int:
        """Return the figure in force on `day` as a whole number."""
        return int(self.rule(key, day).value)


def is_figure(value: int, unit: str) -> bool:
    """Tell whether a figure can be meant in its unit."""
    if unit != "month_day":
        return 0 < value <= _MOST.get(unit, value)
    month, day = divmod(value, 100)
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]


def may_replace(unit: str, known: str) -> bool:
    """Tell whether a rule that was counted in the unit `known` may be counted in `unit` instead."""
    return unit == known or any(unit in units and known in units for units in _ALIKE)


class RuleChangeStore(Store[RuleChange], Protocol):
    """The changed rules, by key and first day."""
