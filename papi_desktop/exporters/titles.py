"""Where titles and dates break: in lines of nearly equal length, between phrases, and never inside a compound."""

import re
from itertools import accumulate, pairwise
from typing import Final

from papi_desktop.exporters.fonts import Face, unit_width
from papi_desktop.exporters.plain import NO_BREAK
from papi_desktop.exporters.wrap import dots_to_margin, wrap

_OPENERS: Final = frozenset(("của", "về", "và", "theo", "tại", "trên", "cho", "từ", "đến", "trong", "để", "với", "do"))
"""Words that begin a phrase: a line may well begin with them."""
_COMPOUND_WORDS: Final = """thực hiện, quản trị, hành chính, chính công, công khai, ngân sách, kế hoạch, kết quả
niêm yết, nhân dân, ủy ban, ban nhân, hiệu quả, nhiệm vụ, tình hình, đối thoại, tiếp công, công dân, cán bộ, công chức
danh sách, danh bạ, cung ứng, dịch vụ, thủ tục, minh bạch, tham gia, trách nhiệm, giải trình, kiểm soát, tham nhũng
môi trường, điện tử, nâng cao, chỉ số, báo cáo, biên bản, phân công, tổng hợp, hộ nghèo, cận nghèo, hộ cận
nội bộ, bản nội, quyết định, định kỳ, so sánh, kiến nghị, dự toán, quyết toán, cân đối, đóng góp, tự nguyện, thoát nghèo
thoát cận, hộ thoát, phản ánh, số papi, việc niêm, việc công, kết thúc, cơ sở, người dân, kèm theo
cùng kỳ, tổ dân, dân phố"""
_COMPOUNDS: Final = frozenset(
    {tuple(pair.split()) for pair in _COMPOUND_WORDS.replace("\n", ", ").split(", ")} | {("thu,", "chi")}
)
"""Pairs that are one word, and such as only make sense together."""
_PLACES: Final = frozenset(("xã", "phường", "huyện", "tỉnh", "thôn", "tổ", "quận", "phố"))
_NUMBERED: Final = re.compile(
    r"(?i)(?<!\w)(?:ngày|tháng|năm|quý|điều|khoản|số|biểu|phụ lục) (?=\d{1,4}(?![\d/])|[IVX]+\b)"
)
"""Numbers that are long themselves, as 29/9/2022 or 86/BC-UBND, may begin a line: holes would be worse."""
_SHORT_WORD: Final = 7
_MOST_WORDS: Final = 80
_INSIDE_PHRASE: Final = 0.05
"""What a break costs; a line that is shorter or longer than the others by a share of the room costs its square."""
_INSIDE_COMPOUND: Final = 0.4


def bound(text: str) -> str:
    """Return `text` with a number tied to the word it counts ("tháng 9"), and the last word to the one before.

    So no word stands alone in the last line.
    """
    tied = _numbered(text)
    begin, _, last = tied.rpartition(" ")
    return f"{begin}{NO_BREAK}{last}" if " " in begin and len(last) <= _SHORT_WORD else tied


def wrap_bound(text: str, face: Face, size: float, room: float, first_indent: float = 0.0) -> list[str]:
    """Return the lines of `text` like `wrap`, with no number parted from the word it counts."""
    lines = wrap(bound(text), face, size, room, first_indent)
    return [_loosened(line) for line in dots_to_margin(lines, text, face, size, room, first_indent)]


def wrap_balanced(text: str, face: Face, size: float, room: float) -> list[str]:
    """Return as few lines as `wrap`, but of nearly equal length and broken between phrases, for centred titles."""
    return _balanced(bound(text), face, size, room)


def wrap_heading(text: str, face: Face, size: float, room: float) -> list[str]:
    """Return the lines of a column's heading like `wrap_balanced`; in a narrow column a number may stand alone."""
    tied = _numbered(text)
    has_room = all(unit_width(word, face) * size <= room for word in tied.split(" "))
    return _balanced(tied if has_room else text, face, size, room)


def _numbered(text: str) -> str:
    return _NUMBERED.sub(lambda found: found[0].replace(" ", NO_BREAK), text)


def _balanced(text: str, face: Face, size: float, room: float) -> list[str]:
    lines = wrap(text, face, size, room)
    words = text.split(" ")
    if len(lines) < 2 or "\n" in text or len(words) > _MOST_WORDS:
        return [_loosened(line) for line in lines]
    ends = _best_ends(words, [unit_width(word, face) for word in words], unit_width(" ", face), room / size, len(lines))
    if not ends:
        return [_loosened(line) for line in lines]
    return [_loosened(" ".join(words[begin:end])) for begin, end in pairwise((0, *ends))]


def _best_ends(words: list[str], widths: list[float], space: float, room: float, lines: int) -> tuple[int, ...]:
    """Return after how many words each of so many lines ends, at the least cost; nothing when they cannot fit."""
    upto = [0.0, *accumulate(wide + space for wide in widths)]
    mean = (upto[-1] - space * lines) / lines
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _line in range(lines):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (spent, ends) in best.items():
            for end in range(begin + 1, len(words) + 1):
                wide = upto[end] - upto[begin] - space
                if wide > room + 1e-6:
                    break
                cost = spent + ((wide - mean) / room) ** 2 + _break_cost(words, end)
                if end not in longer or cost < longer[end][0]:
                    longer[end] = (cost, (*ends, end))
        best = longer
    return best.get(len(words), (0.0, ()))[1]


def _break_cost(words: list[str], end: int) -> float:
    """Return what it costs to begin a line with the word number `end`."""
    if end == len(words):
        return 0.0
    before, after = words[end - 1], words[end]
    pair = before.lower(), after.lower().rstrip(",.;:)")
    if pair in _COMPOUNDS or _is_name(before, after) or _is_date(before, after) or _is_span(before, after):
        return _INSIDE_COMPOUND
    return 0.0 if pair[1] in _OPENERS or before.endswith((",", ";", ":")) else _INSIDE_PHRASE


def _is_name(before: str, after: str) -> bool:
    """Tell whether two words are parts of a name: "An Bình", "xã An"."""
    return after.istitle() and (before.istitle() or before.lower() in _PLACES)


def _is_date(before: str, after: str) -> bool:
    """Tell whether two bound words are parts of a date: "ngày 09" and "tháng 9", "tháng 9" and "năm 2026"."""
    return NO_BREAK in before and NO_BREAK in after and after.startswith(("tháng", "năm"))


def _is_span(before: str, after: str) -> bool:
    """Tell whether two words are a number of months: "9 tháng"."""
    return before.isdigit() and after.lower() == "tháng"


def _loosened(line: str) -> str:
    return line.replace(NO_BREAK, " ")
