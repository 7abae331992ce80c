"""Reads the paragraphs and tables of a Word document as text and grids, from its XML, so that no word is lost."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.text import thousands
from papi_desktop.importers.grid import MAX_COLUMNS, MAX_ROWS, Grid, Position, SourceDocument, cell_text
from papi_desktop.importers.word_numbers import Numbers, read_numbers
from papi_desktop.importers.word_xml import Fonts, child_of, read_fonts, tag, value_of, within

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN_PART: Final = "word/document.xml"


def read_document(content: bytes) -> SourceDocument:
    """Read a document's body; changes being tracked are taken as accepted."""
    from defusedxml.ElementTree import fromstring

    with zipfile.ZipFile(BytesIO(content)) as package:
        root = fromstring(package.read(_MAIN_PART))
        paragraphs = _Paragraphs(read_fonts(package), read_numbers(package))
    return SourceDocument(tuple(_blocks(root, paragraphs)))


@dataclass
class _Paragraphs:
    """What a paragraph's text depends on beside its own words."""

    fonts: Fonts
    numbers: Numbers

    def text_of(self, paragraph: "Element") -> str:
        """Return a paragraph's text; its automatic number where it has nothing else, as cells of a TT column have."""
        label = self.numbers.label_of(paragraph)
        return self.fonts.text_of(paragraph) or label


def _blocks(element: "Element", paragraphs: _Paragraphs) -> Iterator[str | Grid]:
    for block in within(element, "p", "tbl"):
        if tag(block) == "tbl":
            yield from _table(block, paragraphs)
        elif text := cell_text(paragraphs.text_of(block)):
            yield text


def _table(element: "Element", paragraphs: _Paragraphs) -> Iterator[str | Grid]:
    """Return a table, or what is in it when it is only a frame of one cell."""
    rows = list(islice(within(element, "tr"), 2))
    cells = list(within(rows[0], "tc")) if len(rows) == 1 else []
    if len(cells) == 1:
        yield from _blocks(cells[0], paragraphs)
    else:
        yield _grid(element, paragraphs)


def _grid(element: "Element", paragraphs: _Paragraphs) -> Grid:
    table = _Table(paragraphs)
    for row in within(element, "tr"):
        table.add(row)
    width = max(map(len, table.rows), default=0)
    rows = tuple(tuple(row + [""] * (width - len(row))) for row in table.rows)
    return Grid(rows, "", frozenset(table.below), frozenset(table.beside))


@dataclass
class _Table:
    """The rows of a table read so far, and the cells that are merged."""

    paragraphs: _Paragraphs
    rows: list[list[str]] = field(default_factory=list)
    below: set[Position] = field(default_factory=set)
    beside: set[Position] = field(default_factory=set)

    def add(self, row: "Element") -> None:
        if len(self.rows) >= MAX_ROWS:
            raise KnownError(
                f"Bảng trong tệp có hơn {thousands(MAX_ROWS)} dòng, quá lớn đối với một kế hoạch. "
                "Hãy chép riêng bảng nhiệm vụ sang tệp mới rồi nạp lại."
            )
        texts = [""] * _number(row, "trPr", "gridBefore", least=0)
        for cell in within(row, "tc"):
            self._add_cell(cell, texts)
        self.rows.append(texts[:MAX_COLUMNS])

    def _add_cell(self, cell: "Element", texts: list[str]) -> None:
        number, column = len(self.rows), len(texts)
        above = self.rows[-1] if self.rows else []
        if _goes_on(cell) and column < len(above):
            self.below.add((number, column))
            texts.append(above[column])
        else:
            texts.append(cell_text("\n".join(_cell_lines(cell, self.paragraphs))))
        spanned = range(column + 1, column + _number(cell, "tcPr", "gridSpan"))
        self.beside.update((number, position) for position in spanned)
        texts += [""] * len(spanned)


def _cell_lines(cell: "Element", paragraphs: _Paragraphs) -> Iterator[str]:
    for block in within(cell, "p", "tbl"):
        if tag(block) == "p":
            yield paragraphs.text_of(block)
        else:
            yield from (" ".join(filter(None, row)) for row in _grid(block, paragraphs).rows)


def _number(element: "Element", properties: str, name: str, least: int = 1) -> int:
    text = value_of(child_of(element, properties, name))
    return min(max(int(text), least), MAX_COLUMNS) if text.isdigit() else least


def _goes_on(cell: "Element") -> bool:
    merge = child_of(cell, "tcPr", "vMerge")
    return merge is not None and value_of(merge) in ("", "continue")
