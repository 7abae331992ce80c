"""Finds the province's results in the tables of a document: a row for each year, for each province or each content."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from papi_desktop.domain.text import fold, squeeze
from papi_desktop.importers.grid import Grid, SourceDocument


class Figure(Enum):
    """What a column of a table of results holds besides the scores of the contents."""

    YEAR = "năm"
    PROVINCE = "tỉnh"
    TOTAL = "tổng điểm"
    GROUP = "nhóm"
    RANK = "thứ hạng"


Key = Figure | tuple[Figure, int] | int
"""A column's meaning: a figure, the group of one content, or the score of one content by its number."""


@dataclass(frozen=True)
class ResultRow:
    """The texts found for one year, by what they mean."""

    year: str
    province: str
    texts: Mapping[Key, str]


_CONTENTS: Final = (
    (1, r"tham gia|participation"),
    (2, r"minh bach|transparency"),
    (3, r"giai trinh|(?<!horizontal )accountability"),
    (4, r"tham nhung|corruption"),
    (5, r"thu tuc|administrative procedures"),
    (6, r"cung ung|dich vu cong|public service"),
    (7, r"moi truong|environment"),
    (8, r"dien tu|e-?governance"),
)
_NUMBERED: Final = re.compile(r"(?:noi dung|chi so|truc|nd|dimension)[^\d]*\b([1-8])(?!\d)(?![.,]\d)")
_FIGURES: Final = (
    (Figure.RANK, re.compile(r"xep hang|thu hang|hang$|^hang|vi tri|rank")),
    (Figure.GROUP, re.compile(r"nhom|group")),
    (Figure.TOTAL, re.compile(r"tong|papi|total|diem chung|^(?:so )?diem(?: so)?$")),
    (Figure.PROVINCE, re.compile(r"tinh|thanh pho|dia phuong|province")),
    (Figure.YEAR, re.compile(r"^(?:nam|year)\b")),
)
_YEAR: Final = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_LONGEST_HEADING: Final = 120
_NEEDED: Final = 2


def result_rows(document: SourceDocument) -> list[ResultRow]:
    """Return every row of results in a document, in order."""
    around = [block for block in document.blocks if isinstance(block, str)]
    found: list[ResultRow] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            found += _rows_of(block, around)
    return found


def year_in(*texts: str) -> str:
    """Return the one year that the texts name, or nothing."""
    years = {year for text in texts for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else ""


def _rows_of(grid: Grid, around: Sequence[str]) -> Iterator[ResultRow]:
    for number in range(len(grid.rows)):
        height, columns = max(((rows, _header(grid, number, rows)) for rows in (1, 2)), key=lambda each: len(each[1]))
        if columns:
            above = [text for row in grid.rows[:number] for text in row]
            yield from _below(grid, number + height, columns, (grid.name, *above), around)
            return
        years = _years_across(grid.rows[number])
        if years and (across := list(_turned(grid, number + 1, years))):
            yield from across
            return


def _header(grid: Grid, number: int, height: int) -> dict[int, Key]:
    """Return the meaning of each column when a header of `height` rows begins here: enough figures, none a value."""
    if number + height > len(grid.rows) or len([text for text in grid.rows[number] if text]) < _NEEDED:
        return {}
    columns: dict[int, Key] = {}
    for position, heading in enumerate(grid.headings(number, height)):
        key = _meaning(heading)
        if key is not None and key not in columns.values():
            columns[position] = key
    scores = sum(isinstance(key, int) or key is Figure.TOTAL for key in columns.values())
    placed = any(key in (Figure.YEAR, Figure.PROVINCE) for key in columns.values())
    return columns if scores and placed and len(columns) >= _NEEDED else {}


def _meaning(heading: str) -> Key | None:
    folded = fold(heading)
    if not folded or len(folded) > _LONGEST_HEADING:
        return None
    content, figure = _content(folded), _figure(folded)
    if content:
        return (Figure.GROUP, content) if figure is Figure.GROUP else None if figure is Figure.RANK else content
    return figure


def _content(folded: str) -> int:
    found = [number for number, pattern in _CONTENTS if re.search(pattern, folded)]
    numbered = _NUMBERED.search(folded)
    return found[0] if len(found) == 1 else int(numbered[1]) if numbered and not found else 0


def _figure(folded: str) -> Figure | None:
    return next((figure for figure, pattern in _FIGURES if pattern.search(folded)), None)


def _below(
    grid: Grid, start: int, columns: Mapping[int, Key], above: Sequence[str], around: Sequence[str]
) -> Iterator[ResultRow]:
    titled = year_in(*above) or year_in(*around)
    for cells in grid.rows[start:]:
        texts = {key: squeeze(cells[position]) for position, key in columns.items()}
        year = year_in(texts.get(Figure.YEAR, "")) if Figure.YEAR in texts else titled
        if any(text for key, text in texts.items() if key not in (Figure.YEAR, Figure.PROVINCE)):
            yield ResultRow(year, texts.get(Figure.PROVINCE, ""), texts)


def _years_across(cells: Sequence[str]) -> dict[int, str]:
    """Return the columns that are headed by years, where nothing else could be meant."""
    years = {position: year_in(text) for position, text in enumerate(cells) if len(text) < 12 and year_in(text)}
    return years if len(set(years.values())) == len(years) else {}


def _turned(grid: Grid, start: int, years: Mapping[int, str]) -> Iterator[ResultRow]:
    """Read a table with a row for each content and a column for each year."""
    texts: dict[int, dict[Key, str]] = {position: {} for position in years}
    for cells in grid.rows[start:]:
        key = _meaning(" ".join(cells[: min(years)]))
        for position in years:
            if key is not None and key not in (Figure.YEAR, Figure.PROVINCE):
                texts[position].setdefault(key, squeeze(cells[position]))
    for position, year in years.items():
        if any(texts[position].values()):
            yield ResultRow(year, "", texts[position])
