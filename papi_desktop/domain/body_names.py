"""One body spelt in several ways is one body, and whoever took over its duties is known by date."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Unit
from papi_desktop.domain.text import fold, squeeze


@dataclass(frozen=True)
class BodyAlias:
    """One spelling of a body, when the body bears it, and what became of the body; a row of the alias table."""

    alias: str
    canonical: str
    starts: date | None = None
    ends: date | None = None
    successors: tuple[str, ...] = ()
    successor_from: date | None = None
    units: tuple[Unit, ...] = ()
    """The kinds of commune that have this office; empty for all, and for bodies above the commune."""
    basis: str = ""
    confidence: str = ""

    @property
    def is_verified(self) -> bool:
        """Tell whether the row was read in a source; otherwise the screen says "chưa kiểm chứng"."""
        return self.confidence.startswith(("found", "seed"))

    def holds_on(self, day: date) -> bool:
        """Tell whether the body bears this name on `day`."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Holder:
    """Who holds a body's duties on a day; `since` is None while the body itself still does."""

    names: tuple[str, ...]
    since: date | None = None
    basis: str = ""
    is_verified: bool = True

    @property
    def sentence(self) -> str:
        """Return what to show beside the plan's own wording, or nothing when the body has not changed."""
        if self.since is None:
            return ""
        doubt = "" if self.is_verified else " (chưa kiểm chứng)"
        return f"Từ ngày {written(self.since)}: {'; '.join(self.names)}{doubt}."


def body_alias(row: Mapping[str, str]) -> BodyAlias:
    """Read one row of the alias table."""
    return BodyAlias(
        squeeze(row["alias"]),
        squeeze(row["canonical"]),
        _day(row["from"]),
        _day(row["to"]),
        tuple(squeeze(name) for name in row["successor"].split(";") if name.strip()),
        _day(row["successor_from"]),
        tuple(Unit(unit) for unit in row["unit"].split("|") if unit),
        row["basis"],
        row["confidence"],
    )


def body_key(name: str) -> str:
    """Return what two spellings of one body share: no accents, punctuation, "và" or usual abbreviations.

    The province or district named after a department ("Sở Nội vụ tỉnh Lào Cai") does not make another body.
    """
    words = _SIGNS.sub(" ", fold(name)).split()
    plain = " ".join(_ABBREVIATIONS.get(word, word) for word in words if word != "va")
    plain = _OF_PLACE.sub(r"\1", plain)
    for units, level in _LEVELS:
        plain = units.sub(rf"\1 {level}", plain)
    return plain


class BodyNames:
    """The alias table; ask it whose name a spelling is, and who holds the duties on a day."""

    def __init__(self, aliases: Iterable[BodyAlias]) -> None:
        self._by_key: dict[str, list[BodyAlias]] = defaultdict(list)
        self._bodies: dict[str, BodyAlias] = {}
        for alias in aliases:
            self._by_key[body_key(alias.alias)].append(alias)
            if alias.alias == alias.canonical:
                self._bodies[alias.canonical] = alias

    def knows(self, name: str) -> bool:
        """Tell whether `name` is a spelling in the table."""
        return body_key(name) in self._by_key

    def same(self, name: str, on: date | None = None) -> str:
        """Return the one name of the body meant by `name`, on a day if one is given; an unknown name as it is.

        A name that has ended still means its body; one that had not begun on the day means another, unknown body.
        """
        rows = [row for row in self._by_key.get(body_key(name), []) if on is None or not row.starts or row.starts <= on]
        found = next((row for row in rows if on is None or row.holds_on(on)), next(iter(rows), None))
        return found.canonical if found else squeeze(name).strip(" .,;:")

    def today_body(self, name: str, on: date, unit: Unit | None = None) -> Holder:
        """Return who holds the duties of the body called `name` on the day `on`, in a commune of this kind."""
        names, changes = self._followed(self.same(name), on, unit)
        return Holder(
            tuple(dict.fromkeys(names)),
            max((row.successor_from for row in changes if row.successor_from), default=None),
            "; ".join(dict.fromkeys(row.basis for row in changes)),
            all(row.is_verified for row in changes),
        )

    def _followed(self, name: str, on: date, unit: Unit | None) -> tuple[list[str], list[BodyAlias]]:
        """Return where the duties of `name` are on a day, and the changes that brought them there."""
        row = self._ended(name, on)
        if row is None:
            return [name], []
        further = [self._followed(successor, on, unit) for successor in self._open_to(row.successors, unit)]
        return [name for names, _ in further for name in names], [row, *(row for _, rows in further for row in rows)]

    def _ended(self, name: str, on: date) -> BodyAlias | None:
        row = self._bodies.get(name)
        return row if row and row.successors and row.successor_from and row.successor_from <= on else None

    def _open_to(self, names: tuple[str, ...], unit: Unit | None) -> tuple[str, ...]:
        """Return the bodies that a commune of this kind has; all of them when the kind is not known."""
        rows = {name: self._bodies.get(name) for name in names}
        return tuple(
            name for name, row in rows.items() if unit is None or not row or not row.units or unit in row.units
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


_SIGNS: Final = re.compile(r"[^\w]+|_")
_OF_PLACE: Final = re.compile(r"^((?:so|phong) .+?) (?:tinh|thanh pho|tp|huyen|thi xa)\b.*$")
_HEADS: Final = (
    r"^((?:chu tich )?uy ban nhan dan|hoi dong nhan dan|cong an|thanh tra|toa an nhan dan|dang uy"
    r"|(?:uy ban )?mat tran to quoc(?: viet nam)?)"
)
_COMMUNES: Final = "(?:xa(?! hoi)|phuong|thi tran|dac khu)"
_DISTRICTS: Final = "(?:huyen|thi xa|thanh pho|quan)"
_LEVELS: Final = (
    (re.compile(rf"{_HEADS} (?:cac )?(?:cap )?{_COMMUNES}(?: (?:cac |cap )?{_COMMUNES})*$"), "cap xa"),
    (
        re.compile(rf"{_HEADS} (?:cac )?(?:cap )?(?!thanh pho$){_DISTRICTS}(?: (?:cac |cap )?{_DISTRICTS})*$"),
        "cap huyen",
    ),
)
"""The communes or districts listed in any order are all of them."""
_ABBREVIATIONS: Final = {
    "bhxh": "bao hiem xa hoi",
    "gddt": "giao duc dao tao",
    "gtvt": "giao thong van tai",
    "hcc": "hanh chinh cong",
    "hdnd": "hoi dong nhan dan",
    "khcn": "khoa hoc cong nghe",
    "khdt": "ke hoach dau tu",
    "ld": "lao dong",
    "ldtbxh": "lao dong thuong binh xa hoi",
    "mttq": "mat tran to quoc",
    "nnptnt": "nong nghiep phat trien nong thon",
    "ptnt": "phat trien nong thon",
    "pvhcc": "phuc vu hanh chinh cong",
    "tb": "thuong binh",
    "tbxh": "thuong binh xa hoi",
    "tdp": "to dan pho",
    "tnmt": "tai nguyen moi truong",
    "tttt": "thong tin truyen thong",
    "tthc": "thu tuc hanh chinh",
    "ubmttq": "uy ban mat tran to quoc",
    "ubnd": "uy ban nhan dan",
    "vhttdl": "van hoa the thao du lich",
    "vp": "van phong",
    "xh": "xa hoi",
}
"""Abbreviations, folded, that have one meaning in the name of a body; "tt" or "kt" alone do not."""
