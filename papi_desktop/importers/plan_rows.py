"""Turns the rows under a plan's header into tasks and headings, joining what a page break or a merge took apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from papi_desktop.domain.text import fold, squeeze
from papi_desktop.importers.grid import Grid, SourceDocument
from papi_desktop.importers.plan_choices import Choices, find_header, headless
from papi_desktop.importers.plan_columns import Column, Header, holds_code, starts_another_table


@dataclass(frozen=True)
class Heading:
    """A row that names a section."""

    text: str


@dataclass(frozen=True)
class TaskRow:
    """One task as the table has it."""

    code: str
    text: str
    lead: str
    coordinating: str
    deadline: str


@dataclass
class PlanTable:
    """What was found: headings and tasks in order, the text around the table, and remarks."""

    lines: list[Heading | TaskRow] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    columns: set[Column] = field(default_factory=set)


_CONTENTS: Final = (
    (1, "tham gia"),
    (2, "cong khai"),
    (3, "giai trinh"),
    (4, "tham nhung"),
    (5, "thu tuc hanh chinh"),
    (6, "cung ung"),
    (7, "moi truong"),
    (8, "dien tu"),
)
_LONGEST_CONTENT: Final = 150
_OF_PLAN: Final = re.compile("ke hoach|kem theo|quyet dinh so")
"""Stands in the title over a table, not in the heading of its tasks."""
_LONGEST_CODE: Final = 8
_SIGNATURE: Final = re.compile(
    r"nguoi lap(?: bieu)?|thu truong(?: co quan| don vi)?|noi nhan:?|tm\. .+|\(?ky(?: ten|, ).*"
)
_PLACE_AND_DAY: Final = re.compile(r"[^,]{2,40}, ngay .*thang .*nam.*")
_COLUMN_NUMBER: Final = re.compile(r"^\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?$")
_DOTTED: Final = re.compile(r"^\d{1,2}[.,]\d")


def read_table(document: SourceDocument, choices: Choices = MappingProxyType({})) -> PlanTable:
    """Find the plan's table, in however many pieces, and read its rows; no lines when there is none."""
    table = PlanTable(remarks=list(document.remarks))
    header: Header | None = None
    heading: Heading | None = None
    for block in document.blocks:
        if isinstance(block, str):
            heading = _heading_over_table(block) or (heading if header else None)
            table.around.append(block)
        else:
            start = len(table.lines)
            header = _read_grid(block, None if block.name else header, table, choices)
            if heading and any(isinstance(line, TaskRow) for line in table.lines[start:]):
                table.lines.insert(start, heading)
            heading = None
    _drop_what_follows(table)
    return table


def _read_grid(grid: Grid, header: Header | None, table: PlanTable, choices: Choices) -> Header | None:
    """Read one grid into `table`; `header` is that of the table it may go on from. Return the header now in force."""
    mine = header if header and header.width == grid.width else headless(grid, choices)
    if mine:
        _note_header(mine, table)
    skip_to, signed = 0, False
    for number, row in enumerate(grid.rows):
        found = find_header(grid, number, choices) if number >= skip_to else None
        if found and (found.is_plain or mine in (None, found)):
            mine, skip_to = (found if Column.TASK in found.columns else None), number + found.height
            signed = False
            _note_header(found, table)
        elif starts_another_table(row) and number >= skip_to:
            mine = None
        elif number >= skip_to and any(map(_says_something, row)):
            signed = not holds_code(row) and (signed or _is_signature(row))
            _read_row(grid, number, None if signed else mine, table)
    if grid.name and not mine and grid.rows:
        table.remarks.append(f"Trang tính “{grid.name}” không có bảng nhiệm vụ nên không đọc.")
    return mine or header


def _note_header(header: Header, table: PlanTable) -> None:
    if Column.TASK not in header.columns:
        return
    table.columns.update(header.columns)
    for heading in header.left_out:
        remark = f"Cột “{heading}” không thuộc bảng nhiệm vụ nên không nạp."
        if remark not in table.remarks:
            table.remarks.append(remark)


def _is_signature(row: Sequence[str]) -> bool:
    texts = [fold(squeeze(text)) for text in row if text]
    if len(texts) == 1 and _PLACE_AND_DAY.fullmatch(texts[0]):
        return True
    return any(map(_SIGNATURE.fullmatch, texts))


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))


def _read_row(grid: Grid, number: int, header: Header | None, table: PlanTable) -> None:
    texts = [text for text in grid.rows[number] if _says_something(text)]
    if header is None:
        table.around.append(" ".join(texts))
    elif not (len(texts) > 2 and all(map(_COLUMN_NUMBER.match, texts))):
        table.lines += _content_beside(grid, number, header)
        _add(_task_row(grid, number, header), grid, number, header, table)


def content_named(text: str) -> int | None:
    """Return the number of the one content of PAPI that a text names."""
    folded = fold(text)
    found = [number for number, words in _CONTENTS if words in folded]
    return found[0] if len(found) == 1 and len(text) <= _LONGEST_CONTENT else None


def _heading_over_table(paragraph: str) -> Heading | None:
    """Return a paragraph that names the content of the tasks in the table below it."""
    names = content_named(paragraph) and not _OF_PLAN.search(fold(paragraph))
    return Heading(squeeze(paragraph)) if names else None


def _content_beside(grid: Grid, number: int, header: Header) -> list[Heading]:
    """Return the content that a column of its own names to the left of the task, where it starts."""
    used = header.columns.values()
    free = [column for column in range(header.columns[Column.TASK]) if column not in used]
    texts = [grid.rows[number][column] for column in free if (number, column) not in grid.below]
    return [Heading(squeeze(text)) for text in texts if content_named(text)]


def _task_row(grid: Grid, number: int, header: Header) -> TaskRow:
    def text(column: Column) -> str:
        position = header.columns.get(column, -1)
        text = grid.rows[number][position] if 0 <= position < len(grid.rows[number]) else ""
        return text if _says_something(text) else ""

    code = text(Column.CODE)
    merged = (number, header.columns.get(Column.CODE, -1)) in grid.below
    return TaskRow(
        "" if merged else code, text(Column.TASK), text(Column.LEAD), text(Column.COORDINATING), text(Column.DEADLINE)
    )


def _add(row: TaskRow, grid: Grid, number: int, header: Header, table: PlanTable) -> None:
    last = table.lines[-1] if table.lines else None
    if isinstance(last, TaskRow) and _continues(row, grid, number, header):
        table.lines[-1] = _joined(last, row, grid, number, header)
    elif _is_task(row):
        table.lines.append(row)
    elif heading := squeeze(f"{row.code} {row.text}"):
        table.lines.append(Heading(heading))
    else:
        table.around.append(" ".join(filter(None, grid.rows[number])))


def _is_task(row: TaskRow) -> bool:
    says_more = row.lead or row.coordinating or row.deadline
    if not row.text:
        return bool(says_more) and len(row.code) <= _LONGEST_CODE
    return bool(says_more or _DOTTED.match(row.code))


def _continues(row: TaskRow, grid: Grid, number: int, header: Header) -> bool:
    """Tell whether a row goes on with the task above: merged with it, or without a code and starting in mid-text."""
    if (number, header.columns[Column.TASK]) in grid.below:
        return True
    if row.code:
        return False
    bodies = row.lead or row.coordinating
    if not row.text:
        return not (row.deadline and bodies) or bodies[0].islower()
    alone = not (bodies or row.deadline)
    start = row.text[:1]
    return alone and Column.CODE in header.columns and (start.islower() or start in "-+•*–(")


def _joined(task: TaskRow, row: TaskRow, grid: Grid, number: int, header: Header) -> TaskRow:
    fields = {
        "text": Column.TASK,
        "lead": Column.LEAD,
        "coordinating": Column.COORDINATING,
        "deadline": Column.DEADLINE,
    }
    fresh = {
        name: f"{getattr(task, name)}\n{getattr(row, name)}".strip()
        for name, column in fields.items()
        if (number, header.columns.get(column, -1)) not in grid.below and getattr(row, name)
    }
    return replace(task, **fresh)


def _drop_what_follows(table: PlanTable) -> None:
    """Take the lines after the last task (notes, signatures) out of the table."""
    while table.lines and isinstance(last := table.lines[-1], Heading):
        table.around.append(last.text)
        table.lines.pop()


def tasks_of(table: PlanTable) -> Iterator[TaskRow]:
    """Return the task rows in order."""
    return (line for line in table.lines if isinstance(line, TaskRow))
