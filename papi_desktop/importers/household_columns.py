"""Finds the header of a list of households: which column holds the name, the village, the class and the rest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from papi_desktop.domain.text import fold
from papi_desktop.importers.grid import Grid


class Column(Enum):
    """What the program takes from a list of households."""

    NUMBER = "số thứ tự"
    HEAD = "họ và tên chủ hộ"
    BIRTH_MALE = "năm sinh (nam)"
    BIRTH_FEMALE = "năm sinh (nữ)"
    BIRTH = "năm sinh"
    SEX = "giới tính"
    ETHNICITY = "dân tộc"
    IDENTITY = "số định danh"
    VILLAGE = "thôn, tổ dân phố"
    PERSONS = "số khẩu"
    INCOME_POINTS = "điểm B1"
    LACK_POINTS = "điểm B2"
    DEPRIVATIONS = "thiếu hụt"
    IS_POOR = "hộ nghèo"
    IS_NEAR_POOR = "hộ cận nghèo"
    STANDING = "phân loại"
    NOTE = "ghi chú"
    PRIVATE = "số điện thoại, số tài khoản"
    """Columns that are never read."""


@dataclass(frozen=True)
class Header:
    """A header found in a sheet: its columns, the row under it, and the headings that were not understood."""

    columns: Mapping[Column, int]
    below: int
    left_out: tuple[str, ...] = ()
    private: tuple[str, ...] = ()


_LONGEST_HEADING: Final = 120
_ROLES: Final = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (Column.PRIVATE, r"dien thoai|\bsdt\b|so dt|tai khoan|\bstk\b|so nha|email|thu dien tu"),
        (Column.NUMBER, r"^(?:so )?(?:t\.?t|s\.?t\.?t|thu tu)\.?$"),
        (Column.IDENTITY, r"dinh danh|can cuoc|\bcccd\b|\bcmnd\b|\bcmtnd\b|chung minh"),
        (Column.BIRTH, r"nam sinh|ngay sinh|sinh ngay|ngay,? thang"),
        (Column.SEX, r"gioi tinh|^gioi$|^nam/nu$"),
        (Column.ETHNICITY, r"dan toc"),
        (Column.PERSONS, r"khau|so nguoi|so thanh vien"),
        (Column.INCOME_POINTS, r"\bb1\b"),
        (Column.LACK_POINTS, r"\bb2\b"),
        (Column.DEPRIVATIONS, r"thieu hut|chi so thieu"),
        (Column.NOTE, r"ghi chu"),
        (Column.IS_NEAR_POOR, r"^ho can ngheo$"),
        (Column.IS_POOR, r"^ho ngheo$"),
        (Column.STANDING, r"phan loai|loai ho|doi tuong|dien ho|ket qua|thuoc dien|tinh trang"),
        (Column.HEAD, r"chu ho|ho va ten|ho,? ten|ten ho"),
        (Column.VILLAGE, r"^thon|to dan pho|\btdp\b|^(?:ban|xom|ap|khu pho|buon|lang|khu)\b|dia chi|noi o"),
    )
)
_BIRTH_OF: Final = (
    (Column.BIRTH_MALE, re.compile(r"sinh.*\bnam\)?$|^nam$")),
    (Column.BIRTH_FEMALE, re.compile(r"sinh.*\bnữ\)?$|^nữ$")),
)
"""Read with their accents, for without them "năm" is "nam"."""


def header_of(grid: Grid) -> Header | None:
    """Return the first header of a list of households in a sheet, of one row or of two, or None."""
    for row in range(len(grid.rows)):
        found = [_header(grid, row, height) for height in (1, 2) if row + height <= len(grid.rows)]
        known = [header for header in found if header]
        if known:
            return max(known, key=lambda header: len(header.columns))
    return None


def _header(grid: Grid, row: int, height: int) -> Header | None:
    headings = grid.headings(row, height)
    columns: dict[Column, int] = {}
    private, left_out = [], []
    for position, heading in enumerate(headings):
        role = _role(heading)
        if role is Column.PRIVATE:
            private.append(heading)
        elif role and role not in columns:
            columns[role] = position
        elif heading:
            left_out.append(heading)
    if Column.HEAD not in columns or len(columns) == 1 or (height > 1 and _is_named(grid, row + 1, columns)):
        return None
    return Header(columns, row + height, tuple(left_out), tuple(private))


def _is_named(grid: Grid, row: int, columns: Mapping[Column, int]) -> bool:
    """Tell whether a row that would be the header's second is already one of households."""
    position = (row, columns[Column.HEAD])
    return bool(grid.rows[row][position[1]]) and position not in grid.below


def _role(heading: str) -> Column | None:
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    lowered = heading.lower().strip(" .:*")
    born = next((column for column, pattern in _BIRTH_OF if pattern.search(lowered)), None)
    if born:
        return born
    folded = fold(heading).strip(" .:*")
    return next((column for column, pattern in _ROLES if pattern.search(folded)), None)
