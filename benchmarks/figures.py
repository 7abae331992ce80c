"""What was measured, and the table that is printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Figure:
    """One thing that was measured, in milliseconds, beside its floor; `goal` is the most it may take."""

    name: str
    ours: float
    floor: float
    goal: float | None = None

    @property
    def verdict(self) -> str:
        """Return whether the goal is met, in a word."""
        if self.goal is None:
            return ""
        return "met" if self.ours <= self.goal else "MISSED"


def percentile(times: Sequence[float], share: float) -> float:
    """Return the value that `share` of the times do not exceed."""
    ordered = sorted(times)
    return ordered[max(ceil(share * len(ordered)) - 1, 0)]


def printed(figures: Iterable[Figure]) -> str:
    """Return the figures as a table."""
    lines = [f"{'what':<58}{'ours':>10}{'floor':>10}{'times':>8}{'goal':>9}"]
    for each in figures:
        times = f"{each.ours / each.floor:.1f}" if each.floor else "–"
        goal = f"{each.goal:.0f} ms" if each.goal is not None else "–"
        lines.append(f"{each.name:<58}{each.ours:>7.1f} ms{each.floor:>7.1f} ms{times:>8}{goal:>9}  {each.verdict}")
    return "\n".join(lines)
