"""How a form is described: a tuple of `Field`s, each with its key, label and kind."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class FieldKind(Enum):
    """What a field holds: the value's type is in brackets."""

    LINE = auto()
    """One line of text (str)."""
    LONG = auto()
    """Free text of several lines (str)."""
    NUMBER = auto()
    """A whole number or nothing (int | None), written with dots."""
    COUNT = auto()
    """How many, 0 while nobody counted, which is shown as nothing (int)."""
    YEAR = auto()
    """A year of four digits or nothing (int | None)."""
    DECIMAL = auto()
    """A number with places or nothing (Decimal | None), written with a comma."""
    PERCENT = auto()
    """0 to 100 (int)."""
    DATE = auto()
    """A day or nothing (date | None)."""
    CHOICE = auto()
    """One of the choices (the choice's value)."""
    MANY = auto()
    """Any number of the choices (a tuple of their values); the hint is what none of them means."""
    TICK = auto()
    """Yes or no (bool)."""
    FIGURES = auto()
    """Numbers with what they count (tuple[Figure, ...])."""
    SHOWN = auto()
    """Only shown (anything)."""


@dataclass(frozen=True)
class Field:
    """One field of a form; two neighbours with `half` stand beside each other."""

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    choices: tuple[tuple[Any, str], ...] = ()
    hint: str = ""
    required: bool = False
    half: bool = False
    lines: int = 3
