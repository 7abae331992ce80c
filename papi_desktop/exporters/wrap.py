"""Breaking text into lines by the real widths of the letters."""

from collections.abc import Iterator
from typing import Final

from papi_desktop.exporters.fonts import Face, unit_width

_AFTER: Final = "@"
"""A word that is wider than its line may break behind this letter: an address reads on in the next line."""


def width(text: str, face: Face, size: float) -> float:
    """Return the width of one line of text in pt."""
    words = text.split(" ")
    return size * (sum(unit_width(word, face) for word in words) + unit_width(" ", face) * (len(words) - 1))


def wrap(text: str, face: Face, size: float, room: float, first_indent: float = 0.0) -> list[str]:
    """Return the lines of `text` that fit in `room` pt; line feeds break too, words too long for a line are cut."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _wrap_part(part, face, room / size, first_indent / size)
        first_indent = 0.0
    return lines


def longest_word(text: str, face: Face, size: float, broken: bool = False) -> float:
    """Return the width of the widest single word in pt; with `broken` of its parts, where it may break."""
    words = (text.replace(_AFTER, f"{_AFTER} ") if broken else text).split()
    return size * max((unit_width(word, face) for word in words), default=0.0)


def _wrap_part(text: str, face: Face, room: float, indent: float) -> list[str]:
    space = unit_width(" ", face)
    lines: list[str] = []
    words: list[str] = []
    used = indent
    for word, wide in _pieces(text, face, room):
        if words and used + space + wide > room + 1e-6:
            lines.append(" ".join(words))
            words, used = [], 0.0
        used += wide + (space if words else 0.0)
        words.append(word)
    return [*lines, " ".join(words)]


def _pieces(text: str, face: Face, room: float) -> Iterator[tuple[str, float]]:
    for word in text.split(" "):
        wide = unit_width(word, face)
        while wide > room and len(word) > 1:
            head = _head_that_fits(word, face, room)
            yield head, unit_width(head, face)
            word = word[len(head) :]
            wide = unit_width(word, face)
        if word:
            yield word, wide


def _head_that_fits(word: str, face: Face, room: float) -> str:
    used = 0.0
    for index, letter in enumerate(word):
        used += unit_width(letter, face)
        if used > room:
            return word[: word.rfind(_AFTER, 0, index) + 1 or max(index, 1)]
    return word


def dotted(face: Face, size: float, room: float) -> str:
    """Return a row of dots that fills `room` pt, to write on by hand."""
    return "." * int(room / width(".", face, size))
