"""Figures of a budget form as they stand in a sheet: amounts in words of any unit, and percentages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.budget import Amounts
from papi_desktop.domain.plans import Doubt
from papi_desktop.domain.text import fold

_UNITS: Final = ((r"trieu", 1_000_000), (r"ty dong", 1_000_000_000), (r"nghin|ngan|1[.,]000", 1_000))
_UNIT_LINE: Final = re.compile(r"don vi(?: tinh)?\s*:?\s*\(?([^)]*)")
_GROUPED: Final = (re.compile(r"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$"), re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$"))
_DECIMAL: Final = re.compile(r"^(\d+)(?:[.,](\d+))?$")
_SIGNED: Final = re.compile(r"[-+]?(?P<open>\(?)-?(?P<figure>[^-()+]*)-?(?P<shut>\)?)")
_DASH: Final = re.compile("[−–—‒]")
_CURRENCY: Final = re.compile(r"\s|đồng|vnđ|vnd|đ$")
_LONGEST: Final = 40
_MOST: Final = 10**15
"""More than any budget: a workbook keeps the digits of whole numbers below it."""
_AMBIGUOUS: Final = re.compile(r"^\d{1,3}[.,]\d{3}$")


@dataclass(frozen=True)
class FormReading:
    """The figures understood from a sheet, what a person should look at by cell, and what was passed over."""

    amounts: Amounts
    doubts: tuple[Doubt, ...] = ()
    """The field of each is "row/column", or empty where it belongs to no cell of the form."""
    remarks: tuple[str, ...] = ()
    unit: int = 1
    """How many đồng the sheet's unit is."""
    warnings: tuple[str, ...] = ()
    """What speaks against the sheet being the chosen form of the chosen period."""


def unit_of(text: str) -> int | None:
    """Return how many đồng a line such as "Đơn vị tính: triệu đồng" counts in, or None for another line."""
    found = _UNIT_LINE.search(fold(text))
    if not found:
        return None
    known = (size for words, size in _UNITS if re.search(words, found[1]))
    return next(known, 1 if "dong" in found[1] or "vnd" in found[1] else None)


def grouping_of(texts: Iterable[str]) -> str:
    """Return the sign between thousands in figures that one program wrote, or nothing where none of them tells."""
    signs = {sign for text in texts for sign in _told(_unsigned(text)[0])}
    return signs.pop() if len(signs) == 1 else ""


def read_amount(text: str, unit: int = 1, grouping: str = "") -> int | None:
    """Return an amount in whole đồng, or None for what is none: 1.234.567 · 1,234,567 · 1234,5 · (1.000).

    12.345 of a larger unit is twelve and a bit unless `grouping` says that the dot stands between thousands.
    """
    bare, sign = _unsigned(text)
    if is_ambiguous(bare) and (grouping in bare if grouping else unit == 1):
        return sign * int(re.sub(r"[.,]", "", bare)) * unit
    if not is_ambiguous(bare):
        for pattern, thousands, point in zip(_GROUPED, ".,", ",.", strict=True):
            if pattern.match(bare):
                bare = bare.replace(thousands, "").replace(point, ".")
                break
    return _read(bare, sign, unit)


def _told(bare: str) -> Iterator[str]:
    """Yield the sign between thousands that a figure shows beyond doubt: 1.234.567 · 1.234,5 · 12,5."""
    for sign, other in (".,", ",."):
        if re.fullmatch(rf"\d{{1,3}}(?:\{sign}\d{{3}})+(?:\{sign}\d{{3}}|\{other}\d+)", bare) or re.fullmatch(
            rf"\d+\{other}(?:\d{{1,2}}|\d{{4,}})", bare
        ):
            yield sign


def is_ambiguous(text: str) -> bool:
    """Tell whether 12.345 may be twelve thousand or twelve and a bit."""
    return bool(_AMBIGUOUS.match(text.strip()))


def read_percent(text: str) -> int | None:
    """Return a percentage in hundredths of a percent, or None for what is none: 67,9 · 67.94% · 105."""
    bare, sign = _unsigned(text.replace("%", ""))
    return _read(bare, sign, 100)


def _unsigned(text: str) -> tuple[str, int]:
    """Return a figure without its sign, and the sign: -1.000 · (1.000) · 1.000- are below nothing."""
    bare = _DASH.sub("-", _CURRENCY.sub("", text.strip().lower()))
    match = _SIGNED.fullmatch(bare)
    if not match or bare.count("-") > 1 or (match["open"] == "") != (match["shut"] == ""):
        return bare, 1
    return match["figure"], -1 if match["open"] or "-" in bare else 1


def _read(bare: str, sign: int, unit: int) -> int | None:
    """Return a decimal number in `unit`; None for what is none, or has more digits than a workbook keeps."""
    match = _DECIMAL.match(bare)
    if not match or len(bare) > _LONGEST:
        return None
    value = _scaled(match[1], match[2] or "", unit)
    return sign * value if value < _MOST else None


def _scaled(whole: str, rest: str, unit: int) -> int:
    """Return a decimal number times `unit`, rounded half up, without ever leaving whole numbers."""
    power: int = 10 ** len(rest)
    return (2 * int(whole + rest) * unit + power) // (2 * power)
