"""Values as plain printable text: clean characters, Vietnamese numbers and dates."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from papi_desktop.domain.documents import CellKind, Value
from papi_desktop.domain.text import nfc, thousands

NO_BREAK: Final = "\u00a0"
"""A space at which no line breaks."""
ROOM: Final = NO_BREAK * 6
"""Room for handwriting, about 7 mm at 13 pt."""
_LINE_ENDS: Final = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_UNPRINTABLE: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Return `text` in NFC without control and invisible characters; lines end in a line feed."""
    return nfc(_UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", " "))


def shown(value: Value, kind: CellKind) -> str:
    """Return a cell's value as it prints: 1.234.567 · 67,9% · 05/09/2026."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, date):
        return short_date(value)
    if kind is CellKind.RATE:
        return decimal(value, 2)
    if kind is CellKind.CHANGE:
        return f"{'+' if value > 0 else ''}{decimal(value)}".replace("-", "−")
    return decimal(value) + ("%" if kind is CellKind.PERCENT else "")


def decimal(value: int | Decimal, places: int = 0) -> str:
    """Return a number with dots between thousands and a decimal comma, of at least so many places."""
    whole, _, rest = f"{abs(value):f}".partition(".")
    rest = rest.rstrip("0").ljust(places, "0")
    sign = "-" if value < 0 and (int(whole) or rest.strip("0")) else ""
    return sign + thousands(int(whole)) + (f",{rest}" if rest else "")


def short_date(day: date) -> str:
    """Return a date as dd/mm/yyyy."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def long_date(day: date | None) -> str:
    """Return "ngày 05 tháng 9 năm 2026" (zero before days under ten and months 1, 2), or room to write it in."""
    if day is None:
        return f"ngày{ROOM}{NO_BREAK}tháng{ROOM}{NO_BREAK}năm{NO_BREAK}20{ROOM[:3]}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
