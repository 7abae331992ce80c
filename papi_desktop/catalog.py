"""The bundled resources: rules by date, kinds of publication, the Lào Cai plan, fonts, icons and help."""

import csv
import sys
from datetime import date
from functools import lru_cache
from pathlib import Path

from papi_desktop.domain.body_names import BodyNames, body_alias
from papi_desktop.domain.rules import Law, Rule, RuleBook


def resource(*parts: str) -> Path:
    """Return the path of a bundled file, also inside a frozen program."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
    return root.joinpath("resources", *parts)


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one table of the catalogue, by its file name without ending."""
    with resource("catalog", f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@lru_cache(maxsize=1)
def rule_book() -> RuleBook:
    """Return the bundled rules."""
    return RuleBook(
        Rule(
            row["key"],
            row["value"],
            row["unit"],
            _day(row["from"]),
            _day(row["to"]),
            row["basis"],
            row["confidence"],
            row["name"],
        )
        for row in rows("rules")
    )


@lru_cache(maxsize=1)
def body_names() -> BodyNames:
    """Return the bodies with their spellings, and who holds their duties since when."""
    return BodyNames(map(body_alias, rows("body_aliases")))


@lru_cache(maxsize=1)
def laws() -> tuple[Law, ...]:
    """Return the laws that papers cite, each with the days on which it is in force."""
    return _laws("laws")


@lru_cache(maxsize=1)
def citations() -> tuple[Law, ...]:
    """Return the documents that kinds of publication cite in short, each as a paper cites it, with its days."""
    return _laws("citations")


def law(key: str, day: date) -> Law:
    """Return the law on one subject that is in force on `day`."""
    found = next((each for each in laws() if each.key == key and each.holds_on(day)), None)
    if found is None:
        raise KeyError(key)
    return found


def cited(key: str, day: date) -> str | None:
    """Return how a paper cites a document on `day`; empty when it is not in force, None when the table has none."""
    own = [each for each in citations() if each.key == key]
    return next((each.text for each in own if each.holds_on(day)), "" if own else None)


def _laws(table: str) -> tuple[Law, ...]:
    return tuple(
        Law(row["key"], row["text"], _day(row["from"]), _day(row["to"]), row["confidence"]) for row in rows(table)
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
