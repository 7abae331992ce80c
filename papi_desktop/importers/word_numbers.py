"""Counts the automatic numbers of a Word document, which stand in no text, as Word prints them."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from papi_desktop.importers.word_xml import child_of, value_of, within

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NUMBERING: Final = "word/numbering.xml"
_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number is written, in what text, and where it starts."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class Numbers:
    """The lists of a document and how far each has been counted; ask for each paragraph once, in order."""

    lists: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    """The levels of each list, by the list's own id."""
    definitions: Mapping[str, str] = field(default_factory=dict)
    """The list behind each number id of a paragraph."""
    counted: dict[str, dict[int, int]] = field(default_factory=dict)

    def label_of(self, paragraph: "Element") -> str:
        """Count a paragraph and return the number that Word prints before it, or nothing."""
        properties = child_of(paragraph, "pPr", "numPr")
        definition = self.definitions.get(value_of(child_of(properties, "numId"))) if properties is not None else None
        if properties is None or definition is None:
            return ""
        level = int(value_of(child_of(properties, "ilvl")) or 0)
        return self._count(definition, level)

    def _count(self, definition: str, level: int) -> str:
        levels = self.lists.get(definition, {})
        counts = self.counted.setdefault(definition, {})
        counts[level] = counts.get(level, _level(levels, level).start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            return _written(counts.get(place, _level(levels, place).start), _level(levels, place).kind)

        return _PLACE.sub(number, _level(levels, level).text)


def read_numbers(package: zipfile.ZipFile) -> Numbers:
    """Return the lists of a document, nothing counted yet."""
    from defusedxml.ElementTree import fromstring

    if _NUMBERING not in package.namelist():
        return Numbers()
    root = fromstring(package.read(_NUMBERING))
    lists = {value_of(item, "abstractNumId"): _levels(item) for item in within(root, "abstractNum")}
    definitions = {value_of(item, "numId"): value_of(child_of(item, "abstractNumId")) for item in within(root, "num")}
    return Numbers(lists, definitions)


def _levels(definition: "Element") -> dict[int, Level]:
    return {
        int(value_of(level, "ilvl") or 0): Level(
            value_of(child_of(level, "numFmt")) or "decimal",
            value_of(child_of(level, "lvlText")),
            int(value_of(child_of(level, "start")) or 1),
        )
        for level in within(definition, "lvl")
    }


def _level(levels: Mapping[int, Level], number: int) -> Level:
    return levels.get(number, Level())


def _written(number: int, kind: str) -> str:
    if kind == "bullet":
        return ""
    text = str(number)
    if kind.endswith("Roman"):
        text = _roman(number)
    elif kind.endswith("Letter"):
        text = _LETTERS[(number - 1) % len(_LETTERS)]
    return text.upper() if kind.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text, number = text + sign * (number // value), number % value
    return text
