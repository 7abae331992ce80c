"""How a list is described once, for the screen, the command line and the workbook alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from papi_desktop.domain.periods import Period
from papi_desktop.services.work import Work

LineT = TypeVar("LineT")


class ColumnKind(StrEnum):
    """How a register's column is shown, sorted and exported."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    STATE = "state"
    """A StrEnum member, shown as word, shape and colour."""


@dataclass(frozen=True)
class RegisterColumn:
    """One column: the line's attribute it shows (also its key in JSON), its heading, and its share of the width."""

    key: str
    heading: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 10
    if_mixed: bool = False
    """Whether it is shown only where the lines differ in it."""
    words: str = ""
    """The line's attribute that the screen writes in its place; it is still sorted and exported by `key`."""


def is_worth_showing(column: RegisterColumn, lines: Sequence[Any]) -> bool:
    """Tell whether a column tells the lines anything: always, or where they differ in it."""
    return not column.if_mixed or len({getattr(line, column.key) for line in lines}) > 1


@dataclass(frozen=True)
class Query:
    """What a list is asked for: a period, the day that counts as today, words to search, and filters by key."""

    period: Period
    today: date
    words: str = ""
    filters: tuple[tuple[str, str], ...] = ()

    def filter(self, key: str) -> str:
        """Return the chosen value of one filter, or nothing."""
        return dict(self.filters).get(key, "")


@dataclass(frozen=True)
class Filter:
    """A choice above a list: its key, its label for "all", and the choices as (value, label).

    `from_work` reads choices that are data (officers, dialogues); they follow the fixed ones.
    """

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    from_work: Callable[[Work], Sequence[tuple[str, str]]] | None = None


@dataclass(frozen=True)
class Register(Generic[LineT]):
    """A list that a person works with; `lines` reads what it shows."""

    name: str
    title: str
    columns: tuple[RegisterColumn, ...]
    lines: Callable[[Work, Query], Sequence[LineT]]
    filters: tuple[Filter, ...] = ()
    group: Callable[[LineT], str] | None = None
    """The heading of the group that a line belongs to; lines come already sorted by it."""
    texts: Callable[[Work, Query], Mapping[int, str]] | None = None
    """The `searchable` text behind each line, by id: with it a keystroke narrows what was read and reads nothing."""
