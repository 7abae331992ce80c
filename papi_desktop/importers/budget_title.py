"""What a budget sheet says of itself above its table, compared with the form and the period that were chosen."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from papi_desktop.domain.budget import FormTemplate, period_words
from papi_desktop.domain.periods import Period, PeriodKind
from papi_desktop.domain.text import fold

_NUMBER: Final = re.compile(r"\bbieu(?: so| mau| mau so)?\s*:?\s*(1[01]\d|120)\b|\b(1[01]\d|120)\s*/\s*ck")
_DAY: Final = re.compile(r"\bngay\b.*?\bnam\s*(?:20\d\d)?|\b\d{1,2}/\d{1,2}/20\d\d|\d+/20\d\d/[a-z-]+")
_PERIOD: Final = re.compile(
    r"(?:\b(quy\s*(?:iv|i{1,3}|[1-4])|0?6 thang(?: dau nam)?|0?9 thang(?: dau nam)?)[\s,/-]*)?(?:\bnam\s*)?\b(20\d\d)\b"
)
_MARK: Final = re.compile(r"\d{1,2}(?:=\d{1,2}/\d{1,2})?")
_KINDS: Final = (
    (r"quy\s*(?:i|1)$", PeriodKind.QUARTER_1),
    (r"quy\s*(?:ii|2)$|0?6 thang", PeriodKind.HALF),
    (r"quy\s*(?:iii|3)$|0?9 thang", PeriodKind.QUARTER_3),
)


def warnings(lines: Iterable[str], marks: Sequence[str], template: FormTemplate, period: Period | None) -> list[str]:
    """Return what speaks against the chosen form and period: in the lines above the table, and in its marks."""
    said = [fold(line) for line in lines]
    return [*_other_form(said, template), *_other_columns(marks, template), *_other_period(said, period)]


def _other_form(said: Sequence[str], template: FormTemplate) -> Iterator[str]:
    numbers = [found[1] or found[2] for line in said for found in _NUMBER.finditer(line)]
    if numbers and template.number not in numbers:
        yield (
            f"Tệp ghi là biểu số {numbers[0]}, không phải biểu {template.number} đã chọn. "
            "Hãy kiểm tra lại tệp và biểu trước khi ghi."
        )


def _other_columns(marks: Sequence[str], template: FormTemplate) -> Iterator[str]:
    own = {column.mark for column in template.columns} | {column.mark.partition("=")[0] for column in template.columns}
    foreign = [mark for mark in marks if _MARK.fullmatch(mark) and mark not in own]
    if foreign:
        yield (
            f"Bảng trong tệp có cột {', '.join(foreign)} mà biểu {template.number} không có, có thể là biểu khác. "
            "Hãy kiểm tra lại tệp và biểu trước khi ghi."
        )


def _other_period(said: Sequence[str], period: Period | None) -> Iterator[str]:
    stated = [each for line in said for each in _periods(line)]
    if period and stated and period not in stated:
        first = next((each for each in stated if each.kind is not PeriodKind.YEAR), stated[0])
        yield (
            f"Tệp ghi là số liệu {period_words(first)}, không phải {period_words(period)} đã chọn. "
            "Hãy kiểm tra lại tệp và kỳ trước khi ghi."
        )


def _periods(line: str) -> Iterator[Period]:
    for found in _PERIOD.finditer(_DAY.sub(" ", line)):
        part = found[1] or ""
        kind = next((kind for words, kind in _KINDS if re.match(words, part)), PeriodKind.YEAR)
        yield Period(int(found[2]), kind)
