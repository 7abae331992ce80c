"""Writes a date of a workbook with no more than its cell shows: a month stays a month, quoted words are kept."""

import re
from datetime import date
from typing import Final

from papi_desktop.domain.calendar import written

_PART: Final = re.compile(r'"(?P<words>[^"]*)"|\\.|\[[^\]]*\]|(?P<letters>[dmyDMY]+)|.', re.DOTALL)


def shown_date(day: date, number_format: str) -> str:
    """Return a date in the words and to the precision of its cell's format."""
    before, after, letters = "", "", ""
    for part in _PART.finditer(number_format.partition(";")[0]):
        letters += (part["letters"] or "").lower()
        if part["words"]:
            after = part["words"]
            before = before if letters else before + after
        elif part["letters"]:
            after = ""
    after = after if letters else ""
    return f"{before}{_precise(day, letters, before)}{after}".strip()


def _precise(day: date, letters: str, before: str) -> str:
    if "d" in letters or not letters:
        return written(day)
    if "m" not in letters:
        return str(day.year) if before else f"Năm {day.year}"
    number = f"{day.month}/{day.year}" if "y" in letters else str(day.month)
    if before.rstrip().lower().endswith("tháng"):
        return number
    return f"tháng {number}" if before else f"Tháng {number}"
