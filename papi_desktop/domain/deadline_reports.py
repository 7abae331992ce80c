"""Takes a deadline text apart into the work and the report on it, and finds the body that the report goes to."""

import re
from collections.abc import Iterator
from typing import Final

_OFFICE: Final = (
    "UBND|Ủy ban|Uỷ ban|Ủy Ban|HĐND|Hội đồng|Sở|Phòng|Ban|Văn phòng|Chủ tịch|Thanh tra|Công an|Đảng ủy|Đảng uỷ"
    "|Huyện ủy|Huyện uỷ|Tỉnh ủy|Tỉnh uỷ|Thường trực|Bộ|Trung tâm|Chi cục|Cục|Thủ tướng|Chính phủ|Mặt trận|MTTQ"
)
_END_OF_OFFICE: Final = (
    "trước|chậm nhất|muộn nhất|không quá|vào|định kỳ|hằng|hàng|trong|ngày|theo|để|kết quả|về|đến|xong|tổng hợp"
    "|báo cáo|kèm"
)
_VERB: Final = r"\b(?:[Bb]áo cáo|[Gg]ửi|[Nn]ộp)\b"
_REPORT: Final = re.compile(
    rf"{_VERB}[^.;]*?\s(?P<body>(?:{_OFFICE})\b.*?)(?=\s*(?:(?:{_END_OF_OFFICE})\b|[,;.:/]|\((?!qua)|$))"
)
_SAID: Final = re.compile(_VERB)
_NEW_CLAUSE: Final = re.compile(r"[,;:(\n]|\.\s|\s(?:và|rồi)\s")


def report_to(text: str) -> str | None:
    """Return the body that a report goes to."""
    match = _REPORT.search(" ".join(text.split()))
    return match["body"].strip() if match else None


def clauses(text: str) -> Iterator[tuple[str, str]]:
    """Return the ways to part the work from the report on it: where the clause of the report begins, or its verb."""
    verb = _SAID.search(text)
    if verb is None:
        return
    starts = [sign.end() for sign in _NEW_CLAUSE.finditer(text, 0, verb.start())]
    for start in dict.fromkeys((*starts[-1:], verb.start())):
        if any(map(str.isalnum, text[:start])):
            yield text[:start], text[start:]
