"""Breaking text into lines by the real widths of the letters."""

import re
from collections.abc import Iterator
from typing import Final

from papi_desktop.exporters.fonts import Face, unit_width

_AFTER: Final = "@"
"""An address that is wider than its line breaks behind this sign, or else behind a dot before a letter."""

_DOTTED: Final = re.compile("…{5,}")
"""Room to write on by hand: it begins in the line where it stands and goes on in the next."""
_DOTTED_END: Final = re.compile(r"(…{5,})([.;]*)$")
_FEWEST_DOTS: Final = 3
_REST: Final = 0.4
"""So large a part of the dots at the end of a text needs no line of its own."""


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


def dots_to_margin(lines: list[str], text: str, face: Face, size: float, room: float, indent: float) -> list[str]:
    """Return the lines of a text that ends in room to write on, with dots up to the margin; a short rest is left out.

    Any other text stays as it is.
    """
    found = _DOTTED_END.search(text)
    if not found:
        return lines
    dots, end = found.groups()
    if len(lines) > 1 and set(lines[-1]) <= {"…", *end} and lines[-1].count("…") <= _REST * len(dots):
        lines = lines[:-1]
    *others, last = lines
    last = last.removesuffix(end).rstrip("…")
    used = width(f"{last}{end}", face, size) + (0.0 if others else indent)
    return [*others, last + "…" * int((room - used - 1) / width("…", face, size)) + end]


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
        while used + wide + (space if words else 0.0) > room + 1e-6:
            head = _dots_that_fit(word, face, room - used - (space if words else 0.0))
            if not head and not words:
                break
            lines.append(" ".join([*words, head] if head else words))
            word, words, used = word[len(head) :], [], 0.0
            wide = unit_width(word, face)
        used += wide + (space if words else 0.0)
        words.append(word)
    return [*lines, " ".join(words)]


def _pieces(text: str, face: Face, room: float) -> Iterator[tuple[str, float]]:
    for word in text.split(" "):
        wide = unit_width(word, face)
        while wide > room and len(word) > 1 and not _DOTTED.search(word):
            head = _head_that_fits(word, face, room)
            yield head, unit_width(head, face)
            word = word[len(head) :]
            wide = unit_width(word, face)
        if word:
            yield word, wide


def _dots_that_fit(word: str, face: Face, room: float) -> str:
    """Return the beginning of room to write on that fits in what is left of a line; nothing when it is too little."""
    found = _DOTTED.search(word)
    if not found:
        return ""
    many = int((room - unit_width(word[: found.start()], face)) / unit_width("…", face))
    many = min(many, len(found[0]) - _FEWEST_DOTS)
    return word[: found.start() + many] if many >= _FEWEST_DOTS else ""


def _head_that_fits(word: str, face: Face, room: float) -> str:
    used = 0.0
    for index, letter in enumerate(word):
        used += unit_width(letter, face)
        if used > room:
            dot = word.rfind(".", 0, index) + 1
            sign = word.rfind(_AFTER, 0, index) + 1
            return word[: sign or (dot if word[dot].isalpha() else 0) or max(index, 1)]
    return word


def dotted(face: Face, size: float, room: float) -> str:
    """Return a row of dots that fills `room` pt, to write on by hand."""
    return "." * int(room / width(".", face, size))
