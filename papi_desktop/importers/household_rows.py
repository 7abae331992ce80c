"""Turns the rows under the header of a list of households into proposals, each with what a person should look at."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.household_reading import ENTRY_FIELDS, HouseholdProposal, birth_year_doubt
from papi_desktop.domain.households import Arrival, HouseholdClass, Sex
from papi_desktop.domain.plans import Doubt
from papi_desktop.domain.text import fold, squeeze
from papi_desktop.importers.grid import Grid
from papi_desktop.importers.household_columns import Column, Header

Standing = tuple[HouseholdClass | None, Arrival]
_TOTAL: Final = re.compile(r"^(?:tong|cong)\b")
_VILLAGE: Final = re.compile(
    r"^(?:[ivx\d]{1,5}[.)]?\s+|[a-h][.)]\s*)?((?:thôn|bản|xóm|ấp|làng|buôn|tổ dân phố|tổ|tdp|khu phố|khu)\s.+)$",
    re.IGNORECASE,
)
_COLUMN_MARK: Final = re.compile(r"^\(?(?:\d{1,2}|[A-Za-z])\)?$")
_DATE: Final = re.compile(r"^\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(\d{4})$")
_YEAR: Final = re.compile(r"^(\d{4})(?:\.0)?$")
_COUNT: Final = re.compile(r"^(\d{1,4})(?:[.,]0+)?$")
_LONGEST_NAME: Final = 60
_LENGTHS: Final = (9, 12)
"""Identity cards of before 2016 have nine digits, those of today twelve."""
_SENTENCES: Final = {
    Column.PERSONS: "Không hiểu số khẩu",
    Column.INCOME_POINTS: "Không hiểu điểm B1",
    Column.LACK_POINTS: "Không hiểu điểm B2",
}
_FIELDS: Final = {Column.PERSONS: "persons", Column.INCOME_POINTS: "income_points", Column.LACK_POINTS: "lack_points"}

_BY_FIELD: Final = {column.name.lower(): column for column in Column} | {"birth_year": Column.BIRTH}
ENTERED: Final = tuple(_BY_FIELD[key] for key in ENTRY_FIELDS)
"""The columns of rows without a header; a running number may stand before them."""


@dataclass(frozen=True)
class Surroundings:
    """What a row does not say of itself: its sheet, the class the title names, and the year of the list."""

    sheet: str
    standing: Standing
    year: int


def household_rows(grid: Grid, header: Header, around: Surroundings) -> Iterator[HouseholdProposal]:
    """Yield the households under `header`, in order."""
    village = ""
    for number, cells in enumerate(grid.rows[header.below :], start=header.below + 1):
        row = _Row(cells, header, f"{around.sheet}dòng {number}")
        title = row.village_title()
        if title:
            village = title
        elif row.is_household():
            yield row.proposal(village, around)


def entered_row(texts: Sequence[str], place: str, year: int) -> HouseholdProposal:
    """Return the household that was typed in the order of `ENTRY_FIELDS`."""
    header = Header({column: position for position, column in enumerate(ENTERED)}, 0)
    return _Row(tuple(texts), header, place).proposal("", Surroundings("", (None, Arrival.KEPT), year))


def nameless_rows(grid: Grid, header: Header) -> list[int]:
    """Return the numbers of the rows that have figures of a household but nobody's name."""
    rows = enumerate(grid.rows[header.below :], start=header.below + 1)
    return [number for number, cells in rows if _Row(cells, header, "").is_nameless()]


def read_standing(text: str) -> Standing:
    """Return the class of a household in a sheet's words, and how it came to the list; None when it names none."""
    folded = fold(text)
    arrival = Arrival.AGAIN if re.search(r"\btai\b", folded) else Arrival.KEPT
    if arrival is Arrival.KEPT and re.search(r"\bmoi\b|phat sinh", folded):
        arrival = Arrival.NEW
    is_leaving, is_near = "thoat" in folded, "can ngheo" in folded
    if is_near:
        return HouseholdClass.LEFT_NEAR_POOR if is_leaving else HouseholdClass.NEAR_POOR, arrival
    if re.search(r"\bngheo\b|^hn$", folded):
        return HouseholdClass.LEFT_POOR if is_leaving else HouseholdClass.POOR, arrival
    return (HouseholdClass.NEAR_POOR if folded == "hcn" else None), arrival


class _Row:
    """One row of the sheet while it is read; doubts gather as its cells are."""

    def __init__(self, cells: tuple[str, ...], header: Header, place: str) -> None:
        self._cells, self._columns, self._place = cells, header.columns, place
        self._doubts: list[Doubt] = []

    def village_title(self) -> str:
        """Return the village that a row of one text alone names, or nothing."""
        texts = list(dict.fromkeys(filter(None, map(squeeze, self._cells))))
        if not texts or len(texts) > 2 or any(re.search(r"\d{4}", text) for text in texts):
            return ""
        match = _VILLAGE.match(squeeze(texts[-1]))
        return match[1].rstrip(" :") if match and not self._text(Column.VILLAGE, own=True) else ""

    def is_household(self) -> bool:
        """Tell whether a person is named in the row."""
        head = self._text(Column.HEAD)
        named = bool(re.search(r"[^\W\d_]{2}", head)) and not _COLUMN_MARK.match(head)
        return named and not any(_TOTAL.match(fold(text)) for text in (head, self._text(Column.NUMBER)))

    def is_nameless(self) -> bool:
        """Tell whether the name of a household is missing."""
        told = [self._text(column) for column in (Column.IDENTITY, Column.BIRTH, Column.STANDING) if self._text(column)]
        others = [text for text in self._cells if _TOTAL.match(fold(text))]
        return not self._text(Column.HEAD) and bool(told) and not others and not all(map(_COLUMN_MARK.match, told))

    def proposal(self, village: str, around: Surroundings) -> HouseholdProposal:
        """Return the household of the row."""
        standing, arrival = self._standing(around)
        birth_year, sex = self._birth(around.year)
        if len(self._text(Column.HEAD)) > _LONGEST_NAME:
            self._doubt("head", "Họ và tên dài bất thường. Hãy kiểm tra lại.")
        elif re.search(r"\d", unicodedata.normalize("NFKC", self._text(Column.HEAD))):
            self._doubt("head", "Họ và tên có cả số. Hãy chỉ ghi họ và tên; số định danh ghi ở cột của nó.")
        return HouseholdProposal(
            place=self._place,
            head=self._text(Column.HEAD),
            village=self._text(Column.VILLAGE) or village,
            standing=standing,
            arrival=arrival,
            persons=self._count(Column.PERSONS),
            birth_year=birth_year,
            sex=sex,
            ethnicity=self._text(Column.ETHNICITY),
            identity=self._identity(),
            income_points=self._count(Column.INCOME_POINTS),
            lack_points=self._count(Column.LACK_POINTS),
            deprivations=self._text(Column.DEPRIVATIONS),
            note=self._text(Column.NOTE),
            doubts=tuple(self._doubts),
        )

    def _text(self, column: Column, own: bool = False) -> str:
        position = self._columns.get(column)
        if position is None or position >= len(self._cells):
            return ""
        return "" if own and position == self._columns[Column.HEAD] else squeeze(self._cells[position])

    def _standing(self, around: Surroundings) -> Standing:
        found = read_standing(self._text(Column.STANDING))
        if found[0]:
            return found
        for column, standing in (
            (Column.IS_POOR, HouseholdClass.POOR),
            (Column.IS_NEAR_POOR, HouseholdClass.NEAR_POOR),
        ):
            if self._text(column).strip("-–0"):
                return standing, Arrival.KEPT
        if around.standing[0] is None:
            self._doubt("standing", "Chưa rõ là hộ nghèo hay hộ cận nghèo. Hãy chọn phân loại.")
        return around.standing[0], found[1] if found[1] else around.standing[1]

    def _birth(self, year: int) -> tuple[int | None, Sex]:
        sex = self._sex()
        for column, of in ((Column.BIRTH, sex), (Column.BIRTH_MALE, Sex.MALE), (Column.BIRTH_FEMALE, Sex.FEMALE)):
            text = self._text(column)
            if not text:
                continue
            if column is not Column.BIRTH and not re.search(r"\d", text):
                return None, of
            return self._birth_year(text, year), of
        return None, sex

    def _birth_year(self, text: str, year: int) -> int | None:
        match = _YEAR.match(text) or _DATE.match(text)
        if not match:
            self._doubt("birth_year", f"Không hiểu năm sinh “{text}”. Hãy nhập năm sinh bốn chữ số.")
            return None
        doubt = birth_year_doubt(int(match[1]), year)
        if doubt:
            self._doubts.append(doubt)
        return int(match[1])

    def _sex(self) -> Sex:
        text = self._text(Column.SEX).lower()
        return {"nam": Sex.MALE, "nữ": Sex.FEMALE, "nu": Sex.FEMALE}.get(text, Sex.UNKNOWN)

    def _identity(self) -> str:
        text = re.sub(r"[\s.\-'’]", "", unicodedata.normalize("NFKC", self._text(Column.IDENTITY)))
        if not text:
            return ""
        if text.isascii() and text.isdigit():
            if len(text) in _LENGTHS:
                return text
            if len(text) == _LENGTHS[-1] - 1:
                self._doubt("identity", "Số định danh chỉ có 11 chữ số, có thể mất số 0 ở đầu; đã đề xuất thêm số 0.")
                return text.zfill(_LENGTHS[-1])
        self._doubt("identity", "Số định danh không đủ 12 chữ số (hoặc 9 chữ số với chứng minh nhân dân cũ).")
        return text[:20]

    def _count(self, column: Column) -> int | None:
        text = self._text(column)
        match = _COUNT.match(text)
        if text.strip("-–") and not match:
            self._doubt(_FIELDS[column], f"{_SENTENCES[column]} “{text}”. Hãy nhập một số.")
        return int(match[1]) if match else None

    def _doubt(self, field: str, sentence: str) -> None:
        self._doubts.append(Doubt(field, sentence))
