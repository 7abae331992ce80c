"""Splits a plan's cell of responsible bodies into names, and finds the commune's part among them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.plans import Doubt
from papi_desktop.domain.tasks import Part
from papi_desktop.domain.text import fold, nfc, squeeze


@dataclass(frozen=True)
class Bodies:
    """The bodies named in one cell, in order; `doubts` are the splits that a person should confirm, as sentences."""

    names: tuple[str, ...]
    doubts: tuple[str, ...] = ()


_HEAD: Final = (
    "(?:UBND|Ủy ban|Uỷ ban|Ủy Ban|HĐND|Sở|Phòng|Ban|Văn phòng|Thanh tra|Công an|Trung tâm|Chủ tịch|Tổ trưởng|Trưởng"
    "|Bí thư|Đài|Hội|Liên đoàn|Mặt trận|MTTQ|Tòa án|Toà án|Viện|Chi cục|Cục|Điện lực|Bảo hiểm|Ngân hàng|Kho bạc|Công ty"
    "|Trạm|Các (?:sở|cơ quan|đơn vị|phòng|ban|xã|huyện)|các (?:cơ quan|đơn vị))"
)
_BEGINS: Final = re.compile(rf"{_HEAD}\b")
_LINE: Final = re.compile(r"\s*[\r\n]\s*")
_BULLET: Final = re.compile(r"^(?:[-+•*–]|\d{1,2}[.)])\s+")
_DOUBTFUL: Final = re.compile(rf"\s*(?P<sign>[,:])\s*(?={_HEAD}\s\S)|\s+(?P<and>và)\s+(?=(?:UBND|Sở|Phòng|các Sở)\s\S)")
_ONE_BODY: Final = re.compile(
    r"(?:HĐND|ĐBQH|Hội đồng nhân dân|^[Cc]ác (?:[Ss]ở|[Pp]hòng|[Bb]an)(?:, (?:[Pp]hòng|[Bb]an))?)$"
)
_LEVEL: Final = r"(?:cac|cap|tinh|huyen|thi xa|thanh pho|tp|quan|va|hai cap)"
_OFFICE: Final = r"\b(?:ubnd|uy ban nhan dan|hdnd|chinh quyen)"
_COMMUNE: Final = re.compile(
    rf"{_OFFICE}(?:[\s,/&–-]+{_LEVEL}\b)*[\s,/&–-]+(?:xa(?! hoi)|phuong|thi tran|dac khu|co so)\b"
    r"|^(?:cap xa|(?:cac )?xa, phuong(?:, thi tran)?|cac xa)$"
)
_NEAR: Final = re.compile(r"\bcap xa\b|\bxa, phuong\b|\bthon\b|\bto dan pho\b|\btdp\b|cac cap|\bco so\b")
_RELATED: Final = re.compile(r"lien quan|dia phuong")


def nobody_known(_name: str) -> bool:
    """Know no body, so that every split is to be confirmed."""
    return False


def split_bodies(text: str, is_known: Callable[[str], bool] = nobody_known) -> Bodies:
    """Split a cell at semicolons and line breaks, and where a comma, colon or "và" opens a new body.

    Such a body is to be confirmed, unless commas part names that `is_known` tells all to be bodies.
    """
    names: list[str] = []
    doubts: list[str] = []
    for line in _lines(text):
        parts = _split_further(_BULLET.sub("", squeeze(line)))
        if len(parts) > 1 and (":" in line or not all(map(is_known, parts))):
            doubts.append(f"“{squeeze(line)}” được tách thành {_listed(parts)}; hãy xem tách như vậy có đúng không.")
        names += parts
    return Bodies(tuple(names), tuple(doubts))


def is_body(name: str) -> bool:
    """Tell whether a name begins like that of a body."""
    return bool(_BEGINS.match(nfc(name)))


def names_commune(names: Iterable[str]) -> bool:
    """Tell whether the commune's People's Committee is one of `names`; its other bodies do not count."""
    return any(_COMMUNE.search(fold(name)) for name in names)


def part_of(lead: Sequence[str], coordinating: Sequence[str]) -> Part:
    """Return the commune's part: it leads when named on both sides."""
    if names_commune(lead):
        return Part.LEAD
    return Part.COORDINATE if names_commune(coordinating) else Part.INFORM


def part_doubts(lead: Sequence[str], coordinating: Sequence[str]) -> tuple[Doubt, ...]:
    """Return why a task that does not name the commune may concern it all the same."""
    if part_of(lead, coordinating) is not Part.INFORM:
        return ()
    name = next(
        (name for pattern in (_NEAR, _RELATED) for name in (*lead, *coordinating) if pattern.search(fold(name))), ""
    )
    sentence = f"Kế hoạch nêu “{name}” mà không nêu rõ UBND cấp xã; hãy xem xã có phải thực hiện hoặc phối hợp không."
    return (Doubt("part", sentence),) if name else ()


def _lines(text: str) -> Iterator[str]:
    """Return what stands between semicolons; a line that goes on in small letters belongs to the one before."""
    for piece in text.split(";"):
        whole = ""
        for line in _LINE.split(nfc(piece)):
            if line[:1].islower() and not line.startswith("các "):
                whole += f" {line}"
                continue
            yield whole
            whole = line
        yield whole


def _split_further(line: str) -> list[str]:
    parts, start = list[str](), 0
    for match in _DOUBTFUL.finditer(line):
        if not _ONE_BODY.search(line[start : match.start()]):
            parts.append(line[start : match.start()])
            start = match.end()
    return [name for part in (*parts, line[start:]) if (name := _clean(part))]


def _clean(name: str) -> str:
    return name.strip(" ,.;:|").removesuffix(" và")


def _listed(names: Sequence[str]) -> str:
    return " và ".join(f"“{name}”" for name in names)
