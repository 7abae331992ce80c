"""Reads what Word or Excel put on the clipboard, as a page with tables or as text with tabs, like a file's tables."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.plans import PlanProposal
from papi_desktop.importers.file_kind import MAX_FILE_BYTES
from papi_desktop.importers.grid import MAX_COLUMNS, MAX_ROWS, Grid, Position, SourceDocument, cell_text
from papi_desktop.importers.legacy_text import to_unicode
from papi_desktop.importers.plan import propose
from papi_desktop.importers.plan_choices import Choices

SOURCE_NAME: Final = "Dán từ bộ nhớ tạm"
NOTHING: Final = "Trong bộ nhớ tạm không có bảng. Hãy chọn bảng trong Word hoặc Excel, sao chép rồi dán lại."
_TOO_MUCH: Final = "Phần đã sao chép quá lớn nên không dán. Hãy chọn riêng bảng cần dán, sao chép rồi dán lại."
_CELL: Final = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')
_FONT: Final = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]+)", re.IGNORECASE)
_FILE: Final = re.compile(r"\btệp\b")
_BREAKS: Final = frozenset({"br", "p", "div", "li"})
_HIDDEN: Final = frozenset({"style", "script", "head", "title"})
_VOID: Final = frozenset({"br", "img", "col", "hr", "meta", "link", "input", "wbr"})


def read_clipboard(text: str, html: str = "") -> SourceDocument:
    """Return the tables on the clipboard. Raises KnownError when there is none or far too much."""
    if len(text) + len(html) > MAX_FILE_BYTES:
        raise KnownError(_TOO_MUCH)
    document = read_html(html) if "<table" in html.lower() else SourceDocument(())
    if any(isinstance(block, Grid) for block in document.blocks):
        return document
    grid = read_tabbed(text)
    if not any(any(row) for row in grid.rows):
        raise KnownError(NOTHING)
    return SourceDocument((grid,))


def paste_plan(text: str, html: str, today: date, choices: Choices = MappingProxyType({})) -> PlanProposal:
    """Read a plan from the clipboard like one from a file. Raises NoPlanTable, or KnownError with what to do."""
    document = read_clipboard(text, html)
    try:
        digest = hashlib.sha256(f"{text}\0{html}".encode()).hexdigest()
        return propose(document, today, SOURCE_NAME, digest, choices)
    except KnownError as refusal:
        raise type(refusal)(_FILE.sub("phần đã sao chép", str(refusal))) from None


def read_tabbed(text: str) -> Grid:
    """Return lines of cells with tabs between them; a cell with line breaks stands in quotes, as Excel writes it."""
    rows = [tuple(cell_text(cell) for cell in row[:MAX_COLUMNS]) for row in _tabbed(text)]
    width = max(map(len, rows), default=0)
    return Grid(tuple(row + ("",) * (width - len(row)) for row in rows))


def _tabbed(text: str) -> Iterator[list[str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n\0")
    row: list[str] = []
    position, rows = 0, 0
    while position <= len(text) and rows < MAX_ROWS:
        found = _CELL.match(text, position)
        if found is None:
            return
        quoted, bare = found.groups()
        row.append(bare if quoted is None else quoted.replace('""', '"'))
        position = found.end()
        if position == len(text) or text[position] == "\n":
            yield row
            row, rows = [], rows + 1
        if position == len(text):
            return
        position += 1


def read_html(html: str) -> SourceDocument:
    """Return the text and the outermost tables of a page, with merged cells as a file has them."""
    reader = _Page()
    reader.feed(html)
    reader.close()
    return SourceDocument(tuple(reader.finished()))


@dataclass
class _Cell:
    parts: list[str] = field(default_factory=list)
    across: int = 1
    down: int = 1

    @property
    def text(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self.parts).split("\n"))
        return cell_text("\n".join(line for line in lines if line))


class _Page(HTMLParser):
    """Collects tables; a table inside a cell becomes lines of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str | Grid] = []
        self._rows: list[list[_Cell]] = []
        self._around = _Cell()
        self._depth = self._hidden = 0
        self._fonts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self._hidden += tag in _HIDDEN
        if tag not in _VOID:
            self._fonts.append((tag, _font(values) or (self._fonts[-1][1] if self._fonts else "")))
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._end_around()
        elif self._depth == 1 and tag in ("tr", "td", "th"):
            self._begin(tag, values)
        elif tag in _BREAKS or tag == "tr":
            self._cell.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        while tag in {name for name, _font_name in self._fonts} and self._fonts.pop()[0] != tag:
            continue
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._blocks.append(_grid(self._rows))
                self._rows = []
        elif tag in _BREAKS:
            self._cell.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            bare = data.replace("\n", " ").replace("\r", " ")
            self._cell.parts.append(to_unicode(bare, self._fonts[-1][1]) if self._fonts else bare)

    def finished(self) -> list[str | Grid]:
        if self._rows:
            self._blocks.append(_grid(self._rows))
        self._end_around()
        return self._blocks

    @property
    def _cell(self) -> _Cell:
        return self._rows[-1][-1] if self._depth and self._rows and self._rows[-1] else self._around

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        if tag == "tr":
            if len(self._rows) < MAX_ROWS:
                self._rows.append([])
            return
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(_Cell(across=_span(values, "colspan"), down=_span(values, "rowspan")))

    def _end_around(self) -> None:
        if text := self._around.text:
            self._blocks += text.split("\n")
        self._around = _Cell()


def _font(values: dict[str, str]) -> str:
    found = _FONT.search(values.get("style", ""))
    return (found[1] if found else values.get("face", "")).strip()


def _span(values: dict[str, str], name: str) -> int:
    text = values.get(name, "1").strip()
    return min(max(int(text), 1), MAX_COLUMNS) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _grid(rows: list[list[_Cell]]) -> Grid:
    """Lay cells out on a grid: those merged downwards repeat their text, those merged across stay empty."""
    texts: dict[Position, str] = {}
    below, beside = set[Position](), set[Position]()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in texts:
                column += 1
            for down in range(min(cell.down, len(rows) - number)):
                _place(texts, cell, (number + down, column))
                below |= {(number + down, column)} if down else set()
                beside |= {(number + down, column + across) for across in range(1, cell.across)}
            column += cell.across
    width = min(max((column + 1 for _row, column in texts), default=0), MAX_COLUMNS)
    laid = tuple(tuple(texts.get((number, column), "") for column in range(width)) for number in range(len(rows)))
    return Grid(laid, below=frozenset(below), beside=frozenset(beside))


def _place(texts: dict[Position, str], cell: _Cell, position: Position) -> None:
    number, column = position
    texts[position] = cell.text
    for across in range(1, cell.across):
        texts[number, column + across] = ""
