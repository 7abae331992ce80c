"""The wordings of deadlines, as patterns over a folded sentence in which each date is one mark."""

import re
from typing import Final

from papi_desktop.domain.deadline_spans import MARK
from papi_desktop.domain.deadlines import Every


def _one_of(*wordings: str) -> re.Pattern[str]:
    return re.compile("|".join(wordings))


_ONCE: Final = r"(?:0?1|mot) lan"
_TWICE: Final = r"(?:0?2|hai) lan"
_HALF_YEAR: Final = r"(?:(?:0?6|sau) thang|nua nam)"
_OFTEN: Final = r"\b(?:hang|moi|tung|theo|cac|dinh ky)(?: dinh ky)?(?: vao)? "
_LAST: Final = (
    r"(?<!sau )(?<!sau khi )(?<!tu khi )"
    r"(?:(?:khong |cham |muon )*(?:cham nhat|muon nhat|cham hon|muon hon|qua|den het|truoc het|truoc khi het"
    r"|den|toi|het|cuoi|xong|ket thuc|han)(?: la| den| vao| trong| het| cuoi|:)*)"
)
_RULES_OF_LAW: Final = "(?:quy dinh|luat|phap luat|nghi dinh|thong tu|quyet dinh)"

BEFORE: Final = re.compile(rf"\btruoc(?: ngay| moc| thoi diem|:)* ?{MARK}")
BEFORE_AN_HOUR: Final = re.compile(rf"\btruoc \d{{1,2}} ?(?:gio|h|g|:)[\d ]*(?:phut)?,? ?(?:cua )?(?:ngay )?{MARK}")
BY: Final = re.compile(rf"\b{_LAST}(?: ngay)? ?{MARK}")
BETWEEN: Final = re.compile(rf"{MARK} ?(?:-|den het|den|toi)(?: het)?(?: ngay)? ?{MARK}")
FROM_ON: Final = re.compile(
    rf"\b(?:ke tu|sau|bat dau tu|tu)(?: khi| ngay| thoi diem| ket thuc| het)* ?{MARK}"
    rf"|{MARK} ?tro (?:di|ve sau)\b|\bngay (?:dau|cuoi)(?: tien| cung)?(?: cua)? ?{MARK}"
)
AND_ANOTHER: Final = re.compile(rf" ?(?:,|;|va|hoac|/|\+) ?(?:truoc )?(?:ngay )?{MARK}")
CONTINUOUS: Final = _one_of(
    "(?<!khong )thuong xuyen", "lien tuc", "(?:hang|moi) (?:ngay|tuan)", "quanh nam", "thuong ky", "thuong nien"
)
BY_LAW: Final = _one_of(
    rf"theo (?:dung )?(?:cac )?(?:thoi (?:gian|han) )?{_RULES_OF_LAW}", "dung quy dinh", "luat dinh"
)
EVERY: Final = (
    (
        Every.MONTH,
        _one_of(
            rf"{_OFTEN}thang\b",
            r"lan ?/ ?(?:0?1 )?thang\b",
            rf"(?<!\d )(?<!sau )(?<!hai )(?<!ba )(?<!bon )(?<!chin )thang {_ONCE}",
            r"\bthang(?:,| va) quy\b",
            r"ngay cuoi(?: cung)? (?:cua )?thang\b",
        ),
    ),
    (Every.QUARTER, _one_of(rf"{_OFTEN}quy\b(?! dinh)", rf"\bquy(?:,| va)(?: bao cao)? {_HALF_YEAR}")),
    (
        Every.HALF_YEAR,
        _one_of(
            rf"{_HALF_YEAR} ?/?(?: ?bao cao )?{_ONCE}",
            rf"{_ONCE} ?/ ?{_HALF_YEAR}",
            rf"{_HALF_YEAR} ?/ ?lan",
            rf"{_OFTEN}{_HALF_YEAR}(?! (?:dau|cuoi))",
            rf"{_HALF_YEAR}(?: dau nam)?(?:,| va)(?: ca| tong ket| bao cao)* nam\b",
            rf"{_TWICE} ?(?:/|trong|moi|tren)? ?(?:{MARK}|(?:0?1 |mot )?nam\b)",
            rf"\bnam ?{_TWICE}",
        ),
    ),
    (
        Every.QUARTER,
        _one_of(
            r"lan ?/ ?quy\b",
            rf"\bquy {_ONCE}",
            rf"(?:0?3|ba) thang ?/?{_ONCE}",
            "thang cuoi (?:cua )?quy",
            r"cuoi (?:moi )?quy\b",
            rf"{MARK}.*6 thang.*{MARK}.*nam",
            "(?:cuoi|moi|tung|hang|theo) ky(?: bao cao)?",
        ),
    ),
)
EVERY_YEAR: Final = _one_of(
    rf"{_OFTEN}nam\b", r"\bnhung nam\b", rf"{_ONCE} ?/ ?(?:0?1 )?nam\b", rf"\bnam {_ONCE}", rf"12 thang {_ONCE}"
)
DAY_OF_MONTH: Final = re.compile(r"(?P<before>truoc )?(?:ngay|mung) (?:mung )?(?P<day>\d{1,2})(?!\d)")
LAST_DAY_OF_MONTH: Final = re.compile(r"ngay cuoi(?: cung)? (?:cua )?(?:hang |moi )?thang")
NEXT_TURN: Final = _one_of(
    r"\b(?:thang|quy|ky(?: bao cao)?|tuan) (?:sau|ke tiep|tiep theo|lien ke|lien sau|toi)\b",
    r"\bthang (?:dau|giua|thu (?:nhat|hai|[12]))(?: tien)? (?:cua )?(?:moi |hang |cac )?quy\b",
)
"""A day outside the last month of the period that the duty belongs to; a recurring deadline cannot say it."""
WEEK_OF_MONTH: Final = re.compile(r"\btuan (?:le )?(?:thu )?(?:\d|dau|nhat|hai|ba|tu)\b(?: tien)?")
"""Weeks are counted in more than one way."""

_PAPERS: Final = (
    "ke hoach|quyet dinh|cong van|van ban|nghi dinh|nghi quyet|thong tu|thong bao|chi thi|huong dan|luat|chuong trinh"
    "|de an|ket luan|to trinh"
)
_NO_TERM: Final = r"(?:(?!truoc\b|cham nhat\b|hoan thanh\b|xong\b|den\b|trong\b)[^,;()]){0,120}?"
CITED: Final = re.compile(
    rf"\b(?:{_PAPERS})\b{_NO_TERM}\d/[a-z][^ ,;]*(?:,? (?:ban hanh )?ngay)? ?{MARK}"
    rf"|\b(?:theo|tai|thuc hien|can cu)(?: tinh than| noi dung)?(?: tai)? (?:{_PAPERS})\b{_NO_TERM}\bngay ?{MARK}"
)
"""A paper with the day on which it was signed."""
OCCASION: Final = re.compile(
    r"\b(?:truoc|sau|tai|trong|den|dip|theo|khi)(?: khi)?(?: \w+)?? "
    rf"(?:ky hop|phien hop|hoi nghi|dai hoi|tet|bau cu)\b{_NO_TERM}{MARK}"
    rf"|(?<!truoc )\b(?:khi|ke tu ngay|trong vong) [a-z]+ {_NO_TERM}{MARK}"
)
"""Something that happens in a month or year, and on a day that only others know."""
