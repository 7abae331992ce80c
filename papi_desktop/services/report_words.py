"""Phrases of administrative reports: amounts, shares, comparisons and short names of tasks."""

import re
from datetime import date
from typing import Final

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.periods import Period, PeriodKind
from papi_desktop.domain.reports import Indicator
from papi_desktop.domain.text import count, percent

ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_CLAUSE: Final = re.compile(r"[(;]|\.(?=\s|$)")


def us(commune: Commune) -> str:
    """Return how the report speaks of its own office: "UBND xã"."""
    return f"UBND {commune.unit}"


def short(text: str, room: int = 140) -> str:
    """Return a task or an opinion by its first clause, cut at a word, with "…", when that is still long."""
    clause = _CLAUSE.split(text, maxsplit=1)[0].strip().rstrip(",")
    if len(clause) <= room:
        return clause
    end = clause.rfind(" ", 0, room + 1)
    return clause[: end if end > 0 else room].rstrip(" ,:") + " …"


def lower_first(text: str) -> str:
    """Return `text` with a small first letter, for the middle of a sentence; capitals like UBND stay."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Return `text` with one full stop at its end and a capital at its start."""
    bare = text.strip().rstrip(".;,").strip()
    end = "" if bare.endswith("…") else "."
    return f"{bare[:1].upper()}{bare[1:]}{end}" if bare else ""


def share(part: int, whole: int) -> str:
    """Return "đạt 67,9%"."""
    return f"đạt {percent(part, whole)}"


def change(figure: Indicator, since: str) -> str:
    """Return "tăng 05 so với Quý I", or nothing where nothing changed or there is nothing to compare with."""
    difference = figure.now - figure.previous if figure.previous is not None else 0
    if not difference:
        return ""
    return f"{'tăng' if difference > 0 else 'giảm'} {count(abs(difference))} so với {since}"


def in_prose(day: date | None) -> str:
    """Return a date as offices write it in a sentence: 05/7/2022, 14/02/2022."""
    return f"{day.day:02d}/{day.month:0{2 if day.month < 3 else 1}d}/{day.year}" if day else ""


def listed(parts: list[str]) -> str:
    """Return the parts that say something, joined by semicolons."""
    return "; ".join(part for part in parts if part)


def spoken(period: Period) -> str:
    """Return the period's name in a sentence: "quý III năm 2022"."""
    return {
        PeriodKind.QUARTER_1: f"quý I năm {period.year}",
        PeriodKind.HALF: f"6 tháng đầu năm {period.year}",
        PeriodKind.QUARTER_3: f"quý III năm {period.year}",
        PeriodKind.YEAR: f"năm {period.year}",
        PeriodKind.MONTH: f"tháng {period.month} năm {period.year}",
    }[period.kind]


def work_ahead(period: Period) -> str:
    """Return the time that comes after the period: "quý IV năm 2022"."""
    if period.month:
        return spoken(period.following)
    return {
        PeriodKind.QUARTER_1: f"quý II năm {period.year}",
        PeriodKind.HALF: f"quý III năm {period.year}",
        PeriodKind.QUARTER_3: f"quý IV năm {period.year}",
    }.get(period.kind, f"năm {period.year + 1}")


def mended_by(period: Period, day: date) -> str:
    """Return by when faults known on `day` are to be mended: in what is left of the year, or after the period."""
    if period.kind is not PeriodKind.YEAR:
        return work_ahead(period)
    ends = period.calendar_window.last
    return f"tháng 12 năm {period.year}" if day < ends else f"quý I năm {period.year + 1}"


def year_so_far(period: Period) -> str:
    """Return the name of the cumulative column: "9 tháng"."""
    return f"{period.last_month} tháng"
