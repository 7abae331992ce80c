"""Reads which plan a table belongs to from the text around it: number, day, issuer, title and year."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, takewhile
from typing import Final

from papi_desktop.domain.text import fold, squeeze


@dataclass(frozen=True)
class PlanTitle:
    """What the text says of the plan; `year` is None when no year is named anywhere."""

    title: str = ""
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    year: int | None = None


_NUMBER: Final = r"(?P<number>\d+[^\s,;()]*/[^\s,;()]+)"
_DAY: Final = (
    r"(?:(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"
    r"|(?P<day2>\d{1,2})/(?P<month2>\d{1,2})/(?P<year2>\d{4}))"
)
_ATTACHED: Final = re.compile(r"kèm theo\s+(?:kế hoạch|quyết định|công văn|văn bản|chương trình|tờ trình)[^()]*", re.I)
_NUMBERED: Final = re.compile(rf"số\s*:?\s*{_NUMBER}", re.IGNORECASE)
_DATED: Final = re.compile(rf"ngày\s+{_DAY}", re.IGNORECASE)
_ISSUED_BY: Final = re.compile(r"\bcủa\s+(?P<issuer>.+)", re.IGNORECASE)
_OWN_NUMBER: Final = re.compile(rf"\bSố\s*:\s*{_NUMBER}")
_OWN_DAY: Final = re.compile(rf",\s*ngày\s+{_DAY}")
_ISSUER: Final = re.compile(
    r"\b(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (?:tỉnh|thành phố) [^\W\d_]\w*(?: [A-ZĐÀ-Ỹ]\w*)*"
)
_YEAR_NAMED: Final = re.compile(r"năm (20\d\d)\b", re.IGNORECASE)
_YEAR_ALONE: Final = re.compile(r"(?<![\d/.–-])(?<![–-] )(20\d\d)(?!\d| ?[/–-])")
_YEAR_OF_DATE: Final = re.compile(r"[/.-](20\d\d)\b")
_ABOUT_A_PLAN: Final = re.compile(r"papi|chi so|ke hoach|nhiem vu")
_LONGEST_TITLE: Final = 4
_LETTERHEAD: Final = re.compile(
    r"cong hoa xa hoi|chu nghia viet nam|doc lap|uy ban nhan dan|^tm\.|^so:|^(?:phu luc|bieu)\b[ ivx\d]*$"
)


def read_title(around: Sequence[str], deadlines: Sequence[str]) -> PlanTitle:
    """Read the plan's title block; `deadlines` help to find the year when nothing else names it."""
    lines = [line for text in around if (line := squeeze(text))]
    whole = "\n".join(lines)
    attached = _attachment_line(whole)
    title = _title(lines)
    day = _day(_DATED.search(attached)) or _day(_OWN_DAY.search(whole))
    return PlanTitle(
        title,
        _group(_NUMBERED.search(attached), "number") or _group(_OWN_NUMBER.search(whole), "number"),
        day,
        _group(_ISSUED_BY.search(attached), "issuer") or _group(_ISSUER.search(whole), 0),
        day.year if day and not _YEAR_ALONE.search(title) else _year(title, whole, deadlines),
    )


def _attachment_line(whole: str) -> str:
    """Return "(Kèm theo Kế hoạch số … ngày … của …)", put together when it runs over several lines."""
    match = _ATTACHED.search(whole)
    if not match:
        return ""
    closed = whole[match.end() : match.end() + 1] == ")"
    return squeeze(match[0] if closed else match[0].split("\n")[0])


def _group(match: re.Match[str] | None, name: str | int) -> str:
    return squeeze(match[name] or "") if match else ""


def _day(match: re.Match[str] | None) -> date | None:
    if not match:
        return None
    parts = (match["day"] or match["day2"], match["month"] or match["month2"], match["year"] or match["year2"])
    try:
        day, month, year = (int(part) for part in parts)
        return date(year, month, day)
    except (TypeError, ValueError):
        return None


def _title(lines: list[str]) -> str:
    """Return the plan's title: "KẾ HOẠCH" with what stands under it, otherwise the first lines in capitals."""
    plan = next((number for number, line in enumerate(lines) if fold(line) == "ke hoach"), None)
    if plan is not None:
        under = list(takewhile(_is_title, lines[plan + 1 : plan + 1 + _LONGEST_TITLE])) or lines[plan + 1 : plan + 2]
        return " ".join(lines[plan : plan + 1] + list(under))
    runs = [list(run) for title, run in groupby(lines, _is_title) if title]
    named = [run for run in runs if _ABOUT_A_PLAN.search(fold(" ".join(run)))]
    return " ".join((named or runs or [[]])[0][:_LONGEST_TITLE])


def _is_title(line: str) -> bool:
    return line.isupper() and not _LETTERHEAD.search(fold(line))


def _year(title: str, whole: str, deadlines: Sequence[str]) -> int | None:
    sources = ((_YEAR_NAMED, title), (_YEAR_ALONE, title), (_YEAR_NAMED, whole), (_YEAR_OF_DATE, "\n".join(deadlines)))
    for pattern, text in sources:
        years = Counter(pattern.findall(text))
        if years:
            return int(years.most_common(1)[0][0])
    return None
