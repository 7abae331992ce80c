"""Reads a list of households from an Excel file or from pasted rows as proposals for a person to check."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.household_reading import HouseholdProposal, HouseholdSheet
from papi_desktop.domain.households import Arrival
from papi_desktop.domain.text import fold
from papi_desktop.importers.excel_tables import read_workbook
from papi_desktop.importers.file_kind import FileKind, identify
from papi_desktop.importers.grid import MAX_COLUMNS, MAX_ROWS, Grid, SourceDocument, cell_text
from papi_desktop.importers.household_columns import Header, header_of
from papi_desktop.importers.household_rows import (
    ENTERED,
    Standing,
    Surroundings,
    household_rows,
    nameless_rows,
    read_standing,
)
from papi_desktop.importers.isolation import run_apart
from papi_desktop.importers.plan_file import content_of
from papi_desktop.importers.word_tables import read_document

NO_LIST: Final = (
    "Không tìm thấy danh sách hộ trong tệp. Bảng cần có dòng tiêu đề với họ và tên chủ hộ, thôn, số khẩu, phân loại; "
    "hãy kiểm tra lại tệp rồi nạp lại."
)


def read_households(path: Path, year: int, cancelled: Callable[[], bool] = lambda: False) -> HouseholdSheet:
    """Read the households of a file for the list of `year`. Raises KnownError with what to do, or Cancelled."""
    try:
        content = content_of(path)
        identify(content)
        return run_apart(partial(_read, year=year), content, cancelled)
    except KnownError as refusal:
        raise KnownError(str(refusal).replace("bảng nhiệm vụ", "danh sách hộ")) from None


def read_pasted(text: str, year: int) -> HouseholdSheet:
    """Read rows copied from a spreadsheet, with their header or in the usual order. Raises KnownError for none."""
    lines = [line.split("\t")[:MAX_COLUMNS] for line in text.splitlines()[:MAX_ROWS] if line.strip()]
    width = max(map(len, lines), default=0)
    rows = tuple(tuple(cell_text(cell) for cell in (*line, *[""] * (width - len(line)))) for line in lines)
    grid = Grid(rows)
    sheet = _sheet([grid], (), year, header_of(grid) or _usual(grid))
    if not sheet.proposals:
        raise KnownError("Không có dòng nào là một hộ trong phần đã dán. Hãy chép cả cột họ và tên chủ hộ rồi dán lại.")
    return sheet


def _read(content: bytes, year: int) -> HouseholdSheet:
    document = read_document(content) if identify(content) is FileKind.WORD else read_workbook(content)
    return _found(document, year)


def _found(document: SourceDocument, year: int) -> HouseholdSheet:
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    sheet = _sheet(grids, document.remarks, year)
    if not sheet.proposals:
        raise KnownError(NO_LIST)
    return sheet


def _sheet(grids: list[Grid], remarks: Iterable[str], year: int, header: Header | None = None) -> HouseholdSheet:
    found: list[HouseholdProposal] = []
    said = list(remarks)
    several = sum(header_of(grid) is not None for grid in grids) > 1
    for grid in grids:
        own = header or header_of(grid)
        if own is None:
            if any(map(any, grid.rows)):
                said.append(f"Trang tính “{grid.name}” không có danh sách hộ nên không đọc.")
            continue
        around = Surroundings(f"trang “{grid.name}”, " if several else "", _named(grid, own), year)
        found += household_rows(grid, own, around)
        said += [*_remarks(own), *_nameless(nameless_rows(grid, own))]
    return HouseholdSheet(tuple(found), tuple(dict.fromkeys(said)))


def _remarks(header: Header) -> Iterator[str]:
    if header.private:
        yield f"Cột {_listed(header.private)} là thông tin riêng tư không cần cho danh sách nên không nạp."
    if header.left_out:
        yield f"Không rõ cột {_listed(header.left_out)} nên không nạp."


def _nameless(numbers: list[int]) -> Iterator[str]:
    if numbers:
        shown = ", ".join(map(str, numbers[:5])) + ("…" if len(numbers) > 5 else "")
        yield f"Có {len(numbers)} dòng không có họ và tên chủ hộ nên không nạp (dòng {shown}). Hãy kiểm tra lại tệp."


def _named(grid: Grid, header: Header) -> Standing:
    """Return the class that the title over a table or its sheet's name says all its households have."""
    above = [text for row in grid.rows[: max(header.below - 1, 0)] for text in row if _is_title(text)]
    for text in (grid.name, *above):
        if not {"ho ngheo", "can ngheo"} <= {words for words in ("ho ngheo", "can ngheo") if words in fold(text)}:
            standing = read_standing(text)
            if standing[0]:
                return standing
    return None, Arrival.KEPT


def _is_title(text: str) -> bool:
    return "ngheo" in fold(text) and len(text) < 200


def _usual(grid: Grid) -> Header:
    """Return the usual order of columns for rows without a header."""
    is_numbered = all(not row[0] or row[0].strip(". ").isdigit() for row in grid.rows) if grid.rows else False
    first = 1 if is_numbered else 0
    return Header({column: first + place for place, column in enumerate(ENTERED[: max(grid.width - first, 1)])}, 0)


def _listed(headings: Iterable[str]) -> str:
    return ", ".join(f"“{heading}”" for heading in dict.fromkeys(headings))
