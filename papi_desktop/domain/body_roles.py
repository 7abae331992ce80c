"""Tells who leads and who coordinates, also where a plan says both in one cell: "Chủ trì: A; Phối hợp: B"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.bodies import Bodies, nobody_known, split_bodies
from papi_desktop.domain.text import nfc, squeeze


@dataclass(frozen=True)
class Responsible:
    """The bodies of both columns, each where the plan's words put it."""

    lead: Bodies
    coordinating: Bodies


_LEAD: Final = "chủ trì"
_COORDINATING: Final = "phối hợp"
_SIDES: Final = (_LEAD, _COORDINATING)
_LABEL: Final = re.compile(
    r"(?:^|(?<=[;,.\n(]))[\s\-+•*–]*(?:các\s+)?(?:(?:cơ quan|đơn vị|tổ chức)\s+)?(?P<side>chủ trì|phối hợp)"
    r"(?:\s+thực hiện)?\s*:",
    re.IGNORECASE,
)
_PIECE: Final = re.compile(r"\s*[;\n]\s*")
_BOTH: Final = re.compile(
    r"^(?P<lead>.+?)[\s,]+(?:làm )?chủ trì[\s,;]*(?:và )?(?:phối hợp (?:với|cùng)?\s*(?P<coordinating>.+))?$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(
    r"^(?P<name>.+?)\s*\((?:cơ quan |đơn vị )?(?P<side>chủ trì|phối hợp)[^()]*\)$", re.IGNORECASE
)
_WITH: Final = re.compile(r"^(?P<lead>.+?)[\s,]+phối hợp (?:với|cùng)\s+(?P<coordinating>.+)$", re.IGNORECASE)
_ONLY_WITH: Final = re.compile(r"^phối hợp (?:với|cùng)\s+(?P<coordinating>.+)$", re.IGNORECASE)
_HELPS: Final = re.compile(r"^(?P<coordinating>.+?)[\s,]+phối hợp(?: thực hiện)?$", re.IGNORECASE)
_NOBODY: Final = re.compile(r"(?:các )?(?:cơ quan|đơn vị|tổ chức)(?:, (?:cơ quan|đơn vị|tổ chức))*", re.IGNORECASE)


def read_responsible(
    lead_text: str, coordinating_text: str, is_known: Callable[[str], bool] = nobody_known
) -> Responsible:
    """Split both cells into bodies; `is_known` tells names that need no confirmation after a split."""
    found: dict[str, list[str]] = {side: [] for side in _SIDES}
    doubts: dict[str, list[str]] = {side: [] for side in _SIDES}
    for own, text in zip(_SIDES, (lead_text, coordinating_text), strict=True):
        for side, words, is_sure in _told(nfc(text), own):
            bodies = split_bodies(words, is_known)
            found[side] += bodies.names
            doubts[own] += bodies.doubts
            if not is_sure:
                doubts[own].append(
                    f"Trong “{squeeze(text)}” chưa rõ “{squeeze(words)}” chủ trì hay phối hợp; hãy xem lại."
                )
    lead, coordinating = (Bodies(tuple(found[side]), tuple(doubts[side])) for side in _SIDES)
    return Responsible(lead, coordinating)


def _told(text: str, own: str) -> Iterator[tuple[str, str, bool]]:
    """Return the parts of a cell with the side each is on, and whether the cell says so."""
    labels = list(_LABEL.finditer(text))
    if not labels:
        yield from _told_in_words(text, own)
        return
    if before := text[: labels[0].start()].strip(" ;,.\n-"):
        yield own, before, False
    for label, end in zip(labels, [*(label.start() for label in labels[1:]), len(text)], strict=True):
        yield label["side"].lower(), text[label.end() : end].strip(" ,.("), True


def _told_in_words(text: str, own: str) -> Iterator[tuple[str, str, bool]]:
    pieces = _PIECE.split(text)
    told = {number: found for number, piece in enumerate(pieces) if (found := list(_sides(squeeze(piece), own)))}
    if not told:
        yield own, text, True
        return
    for number, piece in enumerate(pieces):
        yield from told.get(number) or [(own, piece, not piece or own == _COORDINATING)]


def _sides(piece: str, own: str) -> Iterator[tuple[str, str, bool]]:
    """Return who leads and who coordinates by the words of one piece; nothing when it does not say."""
    piece = piece.strip(" .,-+•*–")
    if match := _BRACKETED.match(piece):
        yield match["side"].lower(), match["name"], True
        return
    pattern = next((pattern for pattern in (_BOTH, _ONLY_WITH, _WITH, _HELPS) if pattern.match(piece)), None)
    match = pattern.match(piece) if pattern else None
    names = {side: name for side, name in match.groupdict().items() if name} if match else {}
    if any(_NOBODY.fullmatch(name) for name in names.values()):
        return
    for group, name in names.items():
        is_open = pattern is _WITH and group == "lead"
        side = own if is_open else _LEAD if group == "lead" else _COORDINATING
        yield side, name, not is_open or own == _COORDINATING
