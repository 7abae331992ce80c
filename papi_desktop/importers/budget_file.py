"""Reads one budget form from the accounting program's Excel file: rows by name, columns by mark or heading."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher, get_close_matches
from functools import partial
from pathlib import Path
from typing import Final

from papi_desktop.domain.budget import Cell, FormColumn, FormTemplate, percentage
from papi_desktop.domain.budget_reading import (
    FormReading,
    grouping_of,
    is_ambiguous,
    read_amount,
    read_percent,
    unit_of,
)
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period
from papi_desktop.domain.plans import Doubt
from papi_desktop.domain.text import fold
from papi_desktop.importers.budget_title import warnings
from papi_desktop.importers.excel_tables import read_workbook
from papi_desktop.importers.file_kind import FileKind, identify
from papi_desktop.importers.grid import Grid
from papi_desktop.importers.isolation import run_apart
from papi_desktop.importers.plan_file import content_of
from papi_desktop.importers.word_tables import read_document

_NUMBERING: Final = re.compile(r"^(?:(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-h])\s*[.)/-]\s*|[-+*•]\s*|trong do:?\s*)+")
_REMARK: Final = re.compile(r"\s*\([^)]*\)\s*|[:;.]+$")
_CLOSE: Final = 0.84
_ENOUGH: Final = 0.6
_TALLEST: Final = 4


@dataclass(frozen=True)
class _Header:
    """Where the figures of the form's columns stand, where the names of rows, the first row below, and the marks."""

    columns: Mapping[str, int]
    label: int
    below: int
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Amounts:
    """How the amounts of a sheet are written: in how many đồng, and the sign between thousands in each column."""

    unit: int
    grouping: Mapping[str, str]


@dataclass
class _Found:
    """What gathers while a sheet is read."""

    amounts: dict[Cell, int] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def read_form(
    path: Path,
    template: FormTemplate,
    period: Period | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> FormReading:
    """Read the figures of one form of one period from a file. Raises KnownError with what to do, or Cancelled."""
    try:
        content = content_of(path)
        identify(content)
        return run_apart(partial(_read, template=template, period=period), content, cancelled)
    except KnownError as refusal:
        raise KnownError(str(refusal).replace("bảng nhiệm vụ", "biểu ngân sách")) from None


def _read(content: bytes, template: FormTemplate, period: Period | None) -> FormReading:
    document = read_document(content) if identify(content) is FileKind.WORD else read_workbook(content, of_amounts=True)
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    texts = [block for block in document.blocks if isinstance(block, str)]
    readings = [reading for grid in grids if (reading := _reading(grid, template, texts, period))]
    if not readings:
        raise KnownError(
            f"Không tìm thấy {template.symbol[0].lower()}{template.symbol[1:]} trong tệp. Bảng cần có cột nội dung và "
            "các cột số liệu của biểu; hãy kiểm tra lại tệp và biểu đã chọn rồi nạp lại."
        )
    best = max(readings, key=lambda each: len(each.amounts))
    remarks = (
        *document.remarks,
        *(["Tệp có nhiều bảng giống biểu này; chỉ lấy bảng đủ nhất."] if readings[1:] else []),
    )
    return replace(best, remarks=remarks)


def _reading(grid: Grid, template: FormTemplate, texts: Sequence[str], period: Period | None) -> FormReading | None:
    header = _header(grid, template)
    if header is None:
        return None
    said = (*(text for row in grid.rows[: header.below] for text in row), *texts)
    rows = grid.rows[header.below :]
    how = _Amounts(next((size for text in said if (size := unit_of(text))), 1), _groupings(rows, template, header))
    found = _Found()
    names = _names(template)
    for cells in rows:
        _take(cells, template, header, names, how, found)
    _scale_percents(template, found)
    against = tuple(warnings(said, header.marks, template, period))
    return FormReading(found.amounts, tuple(found.doubts), (), how.unit, against) if found.amounts else None


def _groupings(rows: Sequence[Sequence[str]], template: FormTemplate, header: _Header) -> dict[str, str]:
    """Return the sign between thousands by column; where a column does not tell, what the others tell."""
    places = {key: place for key, place in header.columns.items() if not template.column_of[key].percent}
    written = {key: [row[place] for row in rows if place < len(row)] for key, place in places.items()}
    common = grouping_of(text for texts in written.values() for text in texts)
    return {key: grouping_of(texts) or common for key, texts in written.items()}


def _header(grid: Grid, template: FormTemplate) -> _Header | None:
    """Return the header by the row of marks under it ("1", "2", "3=2/1"), or else by its headings."""
    for row, cells in enumerate(grid.rows):
        marked = _by_marks(cells, template)
        if marked:
            marks = tuple(re.sub(r"[\s()]", "", text) for text in cells)
            return _Header(marked, _label_column(grid, row + 1, min(marked.values())), row + 1, marks)
    for row in range(len(grid.rows)):
        height = _header_height(grid, row)
        named = _by_headings(grid, row, height, template) if height else {}
        if named:
            return _Header(named, _label_column(grid, row + height, min(named.values())), row + height)
    return None


def _header_height(grid: Grid, row: int) -> int:
    """Return how many rows a header that begins in `row` takes: those in which no row is named yet; 0 for none."""
    places = [place for place, text in enumerate(grid.rows[row]) if re.search(r"noi dung|chi tieu", fold(text))]
    if not places:
        return 0
    height = 1
    while row + height < len(grid.rows) and height < _TALLEST:
        below = row + height, places[0]
        if grid.rows[below[0]][below[1]] and below not in grid.below:
            break
        height += 1
    return height


def _by_marks(cells: Sequence[str], template: FormTemplate) -> dict[str, int]:
    marks = {re.sub(r"[\s()]", "", text): position for position, text in reversed(list(enumerate(cells))) if text}
    found = {column.key: marks[column.mark] for column in template.columns if column.mark in marks}
    shorter = {column.mark.partition("=")[0]: column.key for column in template.columns}
    found |= {key: marks[mark] for mark, key in shorter.items() if key not in found and mark in marks}
    places = [found[column.key] for column in template.columns if column.key in found]
    is_row = len(found) >= min(2, len(template.columns)) and places == sorted(set(places))
    return found if is_row and not any(len(text) > 12 for text in cells) else {}


def _by_headings(grid: Grid, row: int, height: int, template: FormTemplate) -> dict[str, int]:
    headings = [fold(text) for text in grid.headings(row, height)]
    found: dict[str, int] = {}
    for column in template.columns:
        scored = [(_alike(column, text), -place) for place, text in enumerate(headings) if place not in found.values()]
        score, place = max(scored, default=(0.0, 0))
        if score >= _ENOUGH:
            found[column.key] = -place
    return found if len(found) >= min(2, len(template.columns)) else {}


def _alike(column: FormColumn, heading: str) -> float:
    wanted = fold(f"{column.group} {column.heading}".replace("{period}", ""))
    return SequenceMatcher(None, wanted, heading).ratio() if heading else 0.0


def _label_column(grid: Grid, below: int, first: int) -> int:
    """Return the column left of the figures with the most words."""
    lengths = [sum(len(row[place]) for row in grid.rows[below:]) for place in range(first)]
    return lengths.index(max(lengths)) if lengths else 0


def _names(template: FormTemplate) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in template.rows:
        for name in (row.label, *row.names):
            found.setdefault(_bare(name), row.key)
    return found


def _take(
    cells: Sequence[str],
    template: FormTemplate,
    header: _Header,
    names: Mapping[str, str],
    how: _Amounts,
    found: _Found,
) -> None:
    label = cells[header.label].strip() if header.label < len(cells) else ""
    texts = {key: cells[place].strip() for key, place in header.columns.items() if cells[place].strip(" -–—−")}
    if not texts or not re.search(r"[^\W\d_]{2}", label):
        return
    key = names.get(_bare(label)) or _nearly(label, template, names, found)
    if key is None:
        found.doubts.append(Doubt("", f"Dòng “{label}” ({'; '.join(texts.values())}) không có trong biểu, chưa nạp."))
    elif any(row == key for row, _column in found.amounts):
        found.doubts.append(Doubt("", f"Dòng “{label}” gặp lần thứ hai nên chưa nạp. Hãy kiểm tra lại."))
    else:
        for column, text in texts.items():
            _put(template, (key, column), text, how, found)


def _nearly(label: str, template: FormTemplate, names: Mapping[str, str], found: _Found) -> str | None:
    close = get_close_matches(_bare(label), names, n=1, cutoff=_CLOSE)
    if not close:
        return None
    key = names[close[0]]
    sentence = f"Dòng “{label}” được hiểu là “{template.row_of[key].label}”. Hãy kiểm tra lại."
    found.doubts.append(Doubt(f"{key}/", sentence))
    return key


def _put(template: FormTemplate, cell: Cell, text: str, how: _Amounts, found: _Found) -> None:
    grouping = how.grouping.get(cell[1], "")
    row, column = template.row_of[cell[0]], template.column_of[cell[1]]
    if not template.is_used(row, column):
        return
    value = read_percent(text) if column.percent else read_amount(text, how.unit, grouping)
    place = f"{cell[0]}/{cell[1]}"
    if value is None:
        found.doubts.append(Doubt(place, f"Ô “{row.label}”, cột {column.mark}: không hiểu “{text}”, chưa nạp."))
        return
    if not column.percent and how.unit > 1 and not grouping and is_ambiguous(text):
        sentence = f"Ô “{row.label}”, cột {column.mark}: “{text}” được hiểu là số lẻ. Hãy kiểm tra lại."
        found.doubts.append(Doubt(place, sentence))
    found.amounts[cell] = value


def _scale_percents(template: FormTemplate, found: _Found) -> None:
    """Take a percentage kept as a part of one (0,679) for what it shows, where the amounts say so."""
    for (row, key), value in list(found.amounts.items()):
        column = template.column_of[key]
        computed = next(_shares(column, row, found.amounts), None)
        if computed is not None and abs(100 * value - computed) < abs(value - computed):
            found.amounts[row, key] = 100 * value if abs(100 * value - computed) > 50 else computed


def _shares(column: FormColumn, row: str, amounts: Mapping[Cell, int]) -> Iterator[int]:
    if column.percent:
        part, whole = (amounts.get((row, key)) for key in column.percent)
        share = None if part is None or whole is None else percentage(part, whole)
        yield from () if share is None else (share,)


def _bare(label: str) -> str:
    return _REMARK.sub("", _NUMBERING.sub("", fold(label))).strip(" .:;-")
