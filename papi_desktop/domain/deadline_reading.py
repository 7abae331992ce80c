"""Reads the deadline texts of plans: a table of patterns over a sentence in which each date is one mark."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from papi_desktop.domain.deadline_spans import MARK, Gap, Sentence, Span, read_sentence
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.text import nfc


def read_deadline(text: str, year: int) -> Deadline:
    """Read a plan's deadline text; `year` is the plan's, for dates that name none. What is not understood is UNREAD."""
    text = nfc(text)
    unread = Deadline(text, DeadlineKind.UNREAD, report_to=_report_to(text))
    try:
        sentence = read_sentence(text, year)
        found = next((found for rule in _RULES if (found := rule(sentence))), unread)
    except (ValueError, OverflowError):
        return unread
    return replace(found, text=text, report_to=unread.report_to, every=found.every or _yearly(found, sentence))


_BY_WORDS: Final = (
    r"(?:(?:khong |cham |muon )*(?:cham nhat|muon nhat|cham hon|muon hon|qua|den het|truoc het|truoc khi het"
    r"|den|toi|het|cuoi|xong|ket thuc|han)(?: la| den| vao| trong| het| cuoi|:)*)"
)
_BEFORE: Final = re.compile(rf"\btruoc(?: ngay| moc| thoi diem|:)* ?{MARK}")
_BY: Final = re.compile(rf"\b{_BY_WORDS}(?: ngay)? ?{MARK}")
_BY_HOUR: Final = re.compile(rf"\btruoc \d{{1,2}} ?(?:gio|h|g|:)[\d ]*(?:phut)?,? ?(?:cua )?(?:ngay )?{MARK}")
_RANGE: Final = re.compile(rf"{MARK} ?(?:-|–|den het|den|toi)(?: het)?(?: ngay)? ?{MARK}")
_OPEN: Final = re.compile(rf"\b(?:ke tu|sau|bat dau tu|tu)(?: khi| ngay| thoi diem)* ?{MARK}")
_MORE: Final = re.compile(rf" ?(?:,|;|va|hoac|/|\+) ?(?:truoc )?(?:ngay )?{MARK}")
_CONTINUOUS: Final = re.compile(r"thuong xuyen|lien tuc|(?:hang|moi) (?:ngay|tuan)|quanh nam|thuong ky|thuong nien")
_BY_LAW: Final = re.compile(
    r"theo (?:dung )?(?:cac )?(?:thoi (?:gian|han) )?(?:qu[yi] dinh|luat|phap luat|nghi dinh|thong tu|quyet dinh)|dung qu[yi] dinh|luat dinh"
)
_REPORT_PERIODS: Final = re.compile(
    rf"{MARK}.*6 thang.*{MARK}.*nam|(?:cuoi|moi|tung|hang) ky(?: bao cao)?|theo ky bao cao"
)
_OFTEN: Final = r"(?:hang|moi|tung|theo|cac|dinh ky)(?: dinh ky)?(?: vao)? "
_EVERY: Final = (
    (
        Every.MONTH,
        re.compile(
            rf"\b{_OFTEN}thang\b|lan ?/ ?(?:1 |01 )?thang\b|(?<!\d )thang (?:0?1|mot) lan|ngay cuoi(?: cung)? (?:cua )?thang\b"
        ),
    ),
    (
        Every.QUARTER,
        re.compile(
            rf"\b{_OFTEN}qu[yi]\b(?! dinh)|lan ?/ ?qu[yi]\b|\bqu[yi] (?:0?1|mot) lan|(?:0?3|ba) thang ?/?(?:0?1|mot) lan|thang cuoi (?:cua )?qu[yi]|cuoi (?:moi )?qu[yi]\b"
        ),
    ),
)
_EVERY_YEAR: Final = re.compile(
    rf"\b{_OFTEN}nam\b|(?:0?1|mot) lan ?/ ?(?:0?1 )?nam\b|\bnam (?:0?1|mot) lan|12 thang (?:0?1|mot) lan"
)
_DAY_OF_MONTH: Final = re.compile(r"(?P<before>truoc )?(?:ngay|mung) (?:mung )?(?P<day>\d{1,2})(?!\d)")
_LAST_DAY: Final = re.compile(r"ngay cuoi(?: cung)? (?:cua )?(?:hang |moi )?thang")


def names_no_day(text: str, year: int) -> bool:
    """Tell whether a deadline text names a day or month that no calendar has, such as 31/2."""
    try:
        read_sentence(text, year)
    except (ValueError, OverflowError) as error:
        return not isinstance(error, Gap)
    return False


def _recurring(sentence: Sentence) -> Deadline | None:
    every = next((every for every, pattern in _EVERY if pattern.search(sentence.folded)), None)
    if every is None and _REPORT_PERIODS.search(sentence.folded):
        every = Every.QUARTER
    return Deadline("", DeadlineKind.RECURRING, every=every, day=_day_of_month(sentence)) if every else None


def _day_of_month(sentence: Sentence) -> int | None:
    match = _DAY_OF_MONTH.search(sentence.folded)
    if match:
        day = int(match["day"]) - bool(match["before"])
        return date(2000, 1, day).day if day else None
    if _LAST_DAY.search(sentence.folded):
        return 31
    days = {span.last.day for span in sentence.spans if span.days == 1}
    return min(days) - bool(_BEFORE.search(sentence.folded)) or None if len(days) == 1 else None


def _between(sentence: Sentence) -> Deadline | None:
    match = _RANGE.search(sentence.folded)
    if not match:
        return None
    first, last = sentence.span(match.start()).first, sentence.span(match.end() - 1).last
    first = first.replace(year=last.year - 1) if first > last else first
    return Deadline("", DeadlineKind.WINDOW, starts=first, due=last)


def _marked(
    pattern: re.Pattern[str], due: Callable[[Span], date], kind: DeadlineKind
) -> Callable[[Sentence], Deadline | None]:
    def rule(sentence: Sentence) -> Deadline | None:
        matches = list(pattern.finditer(sentence.folded))
        days = {due(sentence.span(match.end() - 1)) for match in matches}
        if not matches:
            return None
        several = len(days) > 1 or _MORE.match(sentence.folded, matches[0].end())
        return Deadline("", DeadlineKind.UNREAD) if several else Deadline("", kind, due=days.pop())

    return rule


def _bare(sentence: Sentence) -> Deadline | None:
    """Read spans that stand alone: one day is a last day, anything longer a window."""
    spans = sorted(set(sentence.spans), key=lambda span: span.days)
    if not spans or _OPEN.search(sentence.folded) or spans[0].days > 200 and _CONTINUOUS.search(sentence.folded):
        return None
    if not all(span.holds(spans[0]) for span in spans):
        return Deadline("", DeadlineKind.UNREAD)
    if spans[0].days == 1:
        return Deadline("", DeadlineKind.BY, due=spans[0].last)
    return Deadline("", DeadlineKind.WINDOW, starts=spans[0].first, due=spans[0].last)


def _worded(
    pattern: re.Pattern[str], deadline: Deadline, at_start: bool = False
) -> Callable[[Sentence], Deadline | None]:
    find = pattern.match if at_start else pattern.search
    return lambda sentence: deadline if find(sentence.folded) else None


def _yearly(found: Deadline, sentence: Sentence) -> Every | None:
    """Tell that a dated deadline comes back every year."""
    dated = found.kind in (DeadlineKind.BEFORE, DeadlineKind.BY, DeadlineKind.WINDOW)
    return Every.YEAR if dated and _EVERY_YEAR.search(sentence.folded) else None


_RULES: Final[tuple[Callable[[Sentence], Deadline | None], ...]] = (
    _recurring,
    _between,
    _marked(_BY_HOUR, lambda span: span.last, DeadlineKind.BY),
    _marked(_BEFORE, lambda span: span.first - timedelta(days=1), DeadlineKind.BEFORE),
    _marked(_BY, lambda span: span.last, DeadlineKind.BY),
    _worded(_BY_LAW, Deadline("", DeadlineKind.BY_LAW), at_start=True),
    _bare,
    _worded(_CONTINUOUS, Deadline("", DeadlineKind.CONTINUOUS)),
    _worded(_EVERY_YEAR, Deadline("", DeadlineKind.RECURRING, every=Every.YEAR)),
    _worded(_BY_LAW, Deadline("", DeadlineKind.BY_LAW)),
)

_OFFICE: Final = (
    "UBND|Ủy ban|Uỷ ban|Ủy Ban|HĐND|Hội đồng|Sở|Phòng|Ban|Văn phòng|Chủ tịch|Thanh tra|Công an|Đảng ủy|Đảng uỷ|Huyện ủy|Huyện uỷ"
    "|Tỉnh ủy|Tỉnh uỷ|Thường trực|Bộ|Trung tâm|Chi cục|Cục|Thủ tướng|Chính phủ|Mặt trận|MTTQ"
)
_REPORT: Final = re.compile(
    rf"[Bb]áo cáo\b[^.;]*?\s(?P<body>(?:{_OFFICE})\b.*?)"
    r"(?=\s*(?:trước|chậm nhất|muộn nhất|không quá|vào|định kỳ|hằng|hàng|trong|ngày|theo|để|kết quả|về|đến|[,;.:/]|\((?!qua)|$))"
)


def _report_to(text: str) -> str | None:
    match = _REPORT.search(" ".join(text.split()))
    return match["body"].strip() if match else None
