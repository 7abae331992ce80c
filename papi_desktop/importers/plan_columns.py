"""Finds the header of a plan's table: which column holds the code, the task, both kinds of bodies, and the time."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from papi_desktop.domain.text import fold, squeeze
from papi_desktop.importers.grid import Grid


class Column(Enum):
    """What the program takes from a plan's table."""

    CODE = "số thứ tự"
    TASK = "nhiệm vụ"
    LEAD = "chủ trì"
    COORDINATING = "phối hợp"
    DEADLINE = "thời gian"


@dataclass(frozen=True)
class Header:
    """A header found in a grid: the columns it names, its height in rows, and the headings of columns left out."""

    columns: Mapping[Column, int]
    height: int
    width: int
    left_out: tuple[str, ...] = ()
    headings: tuple[str, ...] = field(default=(), compare=False)
    is_chosen: bool = False
    """Whether a person said what the columns mean; such a header holds in the middle of a table too."""

    @property
    def is_plain(self) -> bool:
        """Tell whether it can be nothing but a header, even in the middle of a table."""
        return self.is_chosen or Column.CODE in self.columns or len(self.columns) > _NEEDED


_LONGEST_HEADING: Final = 90
_NEEDED: Final = 3
"""A header names the task and at least two more of the five columns."""
_LOOK_AHEAD: Final = 5
_CODE: Final = re.compile(r"^\d{1,2}(?:[.,]\d{1,3})*\.?$")
_NUMBER_HEADING: Final = re.compile(r"^(?:so )?(?:t\.?t|s\.?t\.?t)\.?$")
_TIME: Final = r"thoi gian|thoi han|tien do|ky han|thoi diem|\b(?:han|ngay)\b(?= (?:hoan thanh|ket thuc))"
_ROLES: Final = tuple(
    (column, weight, re.compile(pattern))
    for column, weight, pattern in (
        (Column.CODE, 3, r"^(?:(?:so )?(?:t\.?t|s\.?t\.?t|thu tu)|ma(?: so| nhiem vu)?|muc|so|no|#)$"),
        (Column.COORDINATING, 4, r"^(?!.*chu tri).*phoi hop"),
        (Column.LEAD, 4, r"chu tri|dau moi"),
        (Column.LEAD, 2, r"chiu trach nhiem|phu trach|phan cong"),
        (Column.LEAD, 1, r"(?:co quan|don vi|to chuc|ca nhan|bo phan|nguoi).*(?:thuc hien|tham muu)"),
        (Column.DEADLINE, 5, rf"(?:{_TIME}).*(?:ket thuc|hoan thanh|\bden\b)"),
        (Column.DEADLINE, 3, rf"(?:{_TIME}).*(?:bat dau|\btu\b)"),
        (Column.DEADLINE, 4, rf"{_TIME}|han (?:cuoi|xu ly)"),
        (Column.DEADLINE, 2, "^(?:hoan thanh|ket thuc)$"),
        (Column.TASK, 3, r"^(?!.*(?:ket qua|san pham)).*nhiem vu"),
        (Column.TASK, 2, r"cong viec|giai phap|hoat dong"),
        (Column.TASK, 1, r"^noi dung"),
    )
)


def header_at(grid: Grid, row: int) -> Header | None:
    """Return the header that starts in `row`, of one row or of two."""
    if holds_code(grid.rows[row]):
        return None
    one = _header(grid.headings(row, 1), 1)
    two = _header(grid.headings(row, 2), 2) if row + 1 < len(grid.rows) else None
    if two and _goes_on(one, two, grid, row):
        one = two
    return _with_codes(one, grid, row) if one and Column.CODE not in one.columns else one


def _goes_on(one: Header | None, two: Header, grid: Grid, row: int) -> bool:
    """Tell whether the second row belongs to the header: merged with the first, or saying more than it alone."""
    gained = len(two.columns) - (len(one.columns) if one else 0)
    if any((row + 1, column) in grid.below for column in range(grid.width)):
        return gained >= 0
    return gained > 0 and not _header(grid.headings(row + 1, 1), 1)


def holds_code(cells: Sequence[str]) -> bool:
    """Tell whether a row holds the number of a task."""
    return any(map(_CODE.match, cells))


def starts_another_table(cells: Sequence[str]) -> bool:
    """Tell whether a row that heads no plan heads some other numbered table."""
    return any(_NUMBER_HEADING.match(fold(text)) for text in cells)


def _with_codes(header: Header, grid: Grid, row: int) -> Header:
    """Take the first column as the codes when it has no use yet and codes stand in it."""
    below = [cells[0] for cells in grid.rows[row + header.height : row + header.height + _LOOK_AHEAD]]
    if 0 in header.columns.values() or not any(map(_CODE.match, below)):
        return header
    heading = squeeze(grid.rows[row][0])
    left_out = tuple(text for text in header.left_out if text != heading)
    return replace(header, columns={**header.columns, Column.CODE: 0}, left_out=left_out)


def _header(headings: Sequence[str], height: int) -> Header | None:
    columns = _columns(headings)
    if Column.TASK not in columns or len(columns) < _NEEDED:
        return None
    return Header(columns, height, len(headings), unused(headings, columns), tuple(headings))


def unused(headings: Sequence[str], columns: Mapping[Column, int]) -> tuple[str, ...]:
    """Return the headings of the columns that nothing is taken from."""
    taken = set(columns.values())
    return tuple(heading for position, heading in enumerate(headings) if heading and position not in taken)


def _columns(headings: Sequence[str]) -> dict[Column, int]:
    """Give each column to the heading that names it best, the first of equals."""
    best: dict[Column, tuple[int, int]] = {}
    for position, heading in enumerate(headings):
        column, weight = _role(heading)
        if column and weight > best.get(column, (0, 0))[0]:
            best[column] = (weight, position)
    return {column: position for column, (_weight, position) in best.items()}


def _role(heading: str) -> tuple[Column | None, int]:
    if not heading or len(heading) > _LONGEST_HEADING:
        return None, 0
    folded = fold(heading).strip(" .:*")
    return next(((column, weight) for column, weight, pattern in _ROLES if pattern.search(folded)), (None, 0))
