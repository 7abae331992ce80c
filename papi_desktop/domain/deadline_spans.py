"""Finds the days, months, quarters and years named in a deadline text, each as a span of days."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from papi_desktop.domain.calendar import last_of_month
from papi_desktop.domain.text import fold, nfc

MARK: Final = "[\ue000-\uf8ff]"
"""Matches the one character that stands in a sentence for one span."""
_FIRST_MARK: Final = 0xE000
_MARKS: Final = re.compile(MARK)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORDS: Final = {"ba": 3, "sau": 6, "chin": 9}


@dataclass(frozen=True)
class Span:
    """Days named by a text, both ends included: one day, a month, a quarter, a year."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, other: "Span") -> bool:
        """Tell whether every day of `other` is one of its own."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True)
class Sentence:
    """A folded text in which one mark stands for each span."""

    folded: str
    spans: tuple[Span, ...]
    years: int = 0
    """How many years are written in it."""

    def without(self, *mentions: re.Pattern[str]) -> "Sentence":
        """Return the sentence without the marks that end a mention: of a paper with its day, of an occasion."""
        folded = self.folded
        for mention in mentions:
            folded = mention.sub(lambda match: match[0][:-1], folded)
        return replace(self, folded=folded)

    @property
    def named(self) -> list[Span]:
        """Return the spans whose marks stand in the text."""
        return [self.span(mark.start()) for mark in _MARKS.finditer(self.folded)]

    def span(self, position: int) -> Span:
        """Return the span whose mark stands at `position`."""
        return self.spans[ord(self.folded[position]) - _FIRST_MARK]


def read_sentence(text: str, year: int) -> Sentence:
    """Put a mark for each span in `text`; `year` is for those that name none. Raises ValueError for impossible ones."""
    folded, spans = _NEXT_YEAR.sub(f"nam {year + 1}", _evened(text)), list[Span]()
    if _ODD_YEAR.search(folded):
        raise Unclear
    years = len(_FULL_YEAR.findall(folded))
    for pattern, build in _PATTERNS:
        while match := pattern.search(folded):
            spans.append(build(match, year))
            folded = f"{folded[: match.start()]}{chr(_FIRST_MARK + len(spans) - 1)}{folded[match.end() :]}"
    return Sentence(folded, tuple(spans), years)


def _evened(text: str) -> str:
    """Fold a text, and write what has two spellings in one; "sau" is not the number "sáu", nor "quỹ" the quarter."""
    text = fold(_FUND.sub("von", _SIX.sub("6", nfc(text))))
    folded = re.sub(r"\bqui\b", "quy", _MARKS.sub(" ", text).replace("–", "-"))
    folded = _MONTH_IN_WORDS.sub(lambda match: f"thang {_MONTH_WORDS[match[1]]}", folded)
    return _MONTH_OF_EXCEL.sub(_plain_month, folded)


def _plain_month(match: re.Match[str]) -> str:
    """Write "30-Sep-24" and "Sep-24", which Excel puts on the clipboard, as anybody writes them."""
    number = match["number"] or str(_ENGLISH.index(match["month"]) + 1)
    return f"{match['day']}/{number}/{match['year']}" if match["day"] else f"thang {number}/{match['year']}"


def _year(text: str | None, year: int) -> int:
    number = int(text) if text else year
    return number + 2000 if number < 100 else number


def _months(first: int, last: int, year: int) -> Span:
    return Span(date(year, first, 1), last_of_month(year, last)) if last <= 12 else _impossible()


def _impossible() -> Span:
    raise ValueError


class Unclear(ValueError):
    """Months or quarters listed together that do not follow each other, or of a year that no plan has."""


def _day(match: re.Match[str], year: int) -> Span:
    day = date(_year(match["year"], year), int(match["month"]), int(match["day"]))
    return Span(day, day)


def _days(match: re.Match[str], year: int) -> Span:
    last = _day(match, year).last
    return Span(last.replace(day=int(match["from"])), last)


def _serial(match: re.Match[str], _year: int) -> Span:
    """Read the number that a workbook keeps for a day."""
    day = date(1899, 12, 30) + timedelta(days=int(match[1]))
    return Span(day, day)


def _month(match: re.Match[str], year: int) -> Span:
    numbers = [int(match[1]), *map(int, re.findall(r"\d+", match[2]))]
    if len(numbers) == 2 and 12 >= numbers[0] > numbers[1] and re.search("-|den", match[2]):
        last_year = _year(match[3], year + 1)
        return Span(date(last_year - 1, numbers[0], 1), last_of_month(last_year, numbers[1]))
    first, last = _ends(numbers, match[2])
    return _months(first, last, _year(match[3], year))


def _quarter(match: re.Match[str], year: int) -> Span:
    first, last = _ends([_number(match[1]), *map(_number, re.findall(r"\b(?:iv|i{1,3}|[1-4])\b", match[2]))], match[2])
    return _months(3 * first - 2, 3 * last, _year(match[3], year))


def _number(text: str) -> int:
    return _ROMAN.get(text) or _WORDS.get(text) or int(text)


def _ends(numbers: list[int], joined: str) -> tuple[int, int]:
    """Return the ends of "7, 8, 9" or "7-9"; raises ValueError when they leave a gap."""
    follow = all(later == earlier + 1 for earlier, later in pairwise(numbers))
    if not follow and not (len(numbers) == 2 and re.search("-|den", joined) and numbers[0] < numbers[1]):
        raise Unclear
    return numbers[0], numbers[-1]


def _part_of_year(match: re.Match[str], year: int) -> Span:
    number = _number(match[1])
    first, last = (1, number) if match[2] == "dau" else (13 - number, 12)
    return _months(first, last, _year(match[3], year))


def _third_of_month(match: re.Match[str], year: int) -> Span:
    month = _months(int(match[2]), int(match[2]), _year(match[3], year))
    first, last = {"thuong": (1, 10), "trung": (11, 20), "ha": (21, month.last.day)}[match[1]]
    return Span(month.first.replace(day=first), month.first.replace(day=last))


def _years(match: re.Match[str], _year: int) -> Span:
    first, last = int(match[1]), int(match[2])
    return Span(date(first, 1, 1), date(last, 12, 31)) if first < last else _impossible()


def _whole_year(match: re.Match[str], year: int) -> Span:
    return _months(1, 12, _year(match[1], year))


_SIX: Final = re.compile(r"\bsáu\b", re.IGNORECASE)
_FUND: Final = re.compile(r"(?i)\bquỹ\b(?!\s*(?:[ivx]+|[1-4])\b)")
_MONTH_WORDS: Final = {"ba": 3, "tu": 4, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12}
_MONTH_IN_WORDS: Final = re.compile(rf"\bthang ({'|'.join(sorted(_MONTH_WORDS, reverse=True))})\b(?! lan)")
_ENGLISH: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_OF_EXCEL: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})[- ])?(?:(?P<month>{'|'.join(_ENGLISH)})|thg ?(?P<number>\d{{1,2}}))"
    r"[- ](?P<year>\d\d(?:\d\d)?)\b"
)
_NEXT_YEAR: Final = re.compile(r"(?<!nhung )(?<!cac )\bnam (?:sau|toi|ke tiep|tiep theo|lien ke|lien sau)\b")
_FULL_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ODD_YEAR: Final = re.compile(
    r"\b(?:q(?:uy)?|thang)[\s.]*(?:[ivx]{1,4}|\d{1,2}|dau|cuoi)"
    r"(?:\s*[/.]\s*|-|\s+-\s*(?=\d{4}\s*(?:[;,.)]|$))|\s*,?\s*(?:cua )?nam\s*)(?!20\d\d)\d{4}(?!\d)"
)
_YEAR: Final = r"(20\d\d|\d\d)(?!\d)"
_OF_YEAR: Final = rf"(?:\s*(?:/|-|\.|,?\s*nam)\s*{_YEAR})?"
_AND: Final = r"\s*(?:,|-|;|\+|va|den het|den)\s*"
_NOT_EARLY: Final = r"(?<!dau )(?<!giua )\b"
_NOT_IN_A_NUMBER: Final = r"(?<![\d/.\-])(?<!thang )(?<!thang)(?<!quy )(?<!quy)(?<!q\.)(?<!q)(?<!so )"
_DAY: Final = r"(?P<day>\d{1,2})"
_MONTH_OF_DATE: Final = r"(?P<month>\d{1,2})(?:\s*(?:[/.\-]|,? nam )\s*(?P<year>20\d\d|\d\d))?(?![\d/])"
_SLASHED: Final = rf"{_NOT_IN_A_NUMBER}{_DAY}(?:\s*[/-]\s*|\.\s*(?=\d{{1,2}}\s*\.\s*\d\d)){_MONTH_OF_DATE}"
_FIRST_DAY: Final = rf"(?:\btu (?:ngay )?)?{_NOT_IN_A_NUMBER}(?P<from>\d{{1,2}})\s*(?:-|den ngay|den)\s*"
_NAMED_YEAR: Final = r"(?:\s*(?:/|-|,?\s*nam)\s*(?P<year>20\d\d|\d\d)(?!\d))?"
_MONTH: Final = r"\d{1,2}(?!\d)(?!\s*/\s*\d{1,2}(?!\d))"
_QUARTER: Final = r"(?:iv|i{1,3}|[1-4])(?!\w)"
_AFTER_WORD: Final = "(?<=ngay )|(?<=truoc )|(?<=den )|(?<=het )|(?<=nhat )"
_ALONE: Final = (
    "(?:^|(?<=[-(,;:])|(?<=[-(,;:] )|"
    + "|".join(f"(?<={word} )" for word in ("trong", "truoc", "den", "het", "tu", "vao", "va", "thanh", "xong", "nhat"))
    + ")"
)
"""Where "9/2024" is a month, not the ninth turn or quarter of something."""
_TO: Final = r"[\w/ ]{1,10}?(?:-|den)"
_NOT_BOTH: Final = r"\b(?! nam(?: va|,)(?: ca| tong ket| bao cao)* nam\b)"
_THIS_YEAR: Final = r"(?:(?<=\bca )|(?<=\btrong )|(?<=\bhet )|(?<=\bcuoi ))nam(?: nay)?\b(?! hoc| \d)()"

_PATTERNS: Final = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?: 00:00:00)?", _day),
        (r"\b(?:(?:trong )?giai doan|(?:cac |trong )?nam)\s*(20\d\d)\s*(?:-|den)\s*(20\d\d)(?![\d/-])", _years),
        (r"\bt\.? ?(\d{1,2})()\s*[/.-]\s*(20\d\d|2\d)(?![\d/-])", _month),
        (r"^(3[6-9]\d{3}|[4-6]\d{4})(?:\.0)?$", _serial),
        (rf"{_FIRST_DAY}{_DAY}\s*/\s*{_MONTH_OF_DATE}", _days),
        (_SLASHED, _day),
        (rf"(?:{_AFTER_WORD}){_DAY}\.(?P<month>\d{{1,2}})(?P<year>)(?![\d./])", _day),
        (
            rf"(?<![\d/.])(?<!trong )(?<!tuan )(?<!tuan thu ){_DAY}\s*thang\s*(?P<month>\d{{1,2}})(?!\d){_NAMED_YEAR}",
            _day,
        ),
        (rf"\b(thuong|trung|ha) tuan thang\s*(\d{{1,2}})(?!\d){_OF_YEAR}", _third_of_month),
        (
            rf"(?<!ngay )\b(0?\d|1[01]|ba|sau|chin) thang (dau|cuoi){_NOT_BOTH}(?: (?:cua )?nam)?(?:\s*/?\s*{_YEAR})?",
            _part_of_year,
        ),
        (
            rf"{_NOT_EARLY}(?:tu (?=thang {_TO}))?thang\s*(\d{{1,2}})(?!\d| lan)"
            rf"((?:{_AND}(?:thang )?{_MONTH})*){_OF_YEAR}",
            _month,
        ),
        (
            rf"{_NOT_EARLY}(?:tu (?=quy {_TO}))?q(?:uy)?[\s.]*({_QUARTER})(?! lan)"
            rf"((?:{_AND}(?:quy )?{_QUARTER})*){_OF_YEAR}",
            _quarter,
        ),
        (rf"{_ALONE}(\d{{1,2}})()\s*/\s*(20\d\d)(?![\d/-])", _month),
        (
            rf"{_NOT_EARLY}(?<!dau nam )(?<!giua nam )(?<!hoc )(?<!- )(?<!-)(?<!/)(?:nam )?(20\d\d)(?!\s*[-\d/])",
            _whole_year,
        ),
        (_THIS_YEAR, _whole_year),
    )
)
