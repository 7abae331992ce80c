"""Figures that the law or the province sets, each with the dates between which it holds; data, never code."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from papi_desktop.domain.errors import KnownError


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

    @property
    def is_verified(self) -> bool:
        """Tell whether the figure was read in a source; otherwise the screen says "chưa kiểm chứng"."""
        return self.confidence.startswith(("found", "seed"))

    def holds_on(self, day: date) -> bool:
        """Tell whether the rule is in force on `day`."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


class RuleBook:
    """All the rules; ask it for a key on a day."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)

    def rule(self, key: str, day: date) -> Rule:
        """Return the rule in force on `day`, or the earliest for a day before any; KnownError for an unknown key."""
        known = sorted((rule for rule in self.rules if rule.key == key), key=lambda rule: rule.starts or date.min)
        if not known:
            raise KnownError(
                f"Bảng quy định không có mục “{key}”. Hãy cài lại chương trình để khôi phục bảng quy định gốc."
            )
        in_force = [rule for rule in known if rule.holds_on(day)]
        return in_force[-1] if in_force else known[0]

    def number(self, key: str, day: date) -> int:
        """Return the figure in force on `day` as a whole number."""
        return int(self.rule(key, day).value)
