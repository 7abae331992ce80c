"""Reads the paragraphs and tables of a Word document as text and grids, from its XML, so that no word is lost."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.text import thousands
from papi_desktop.importers.grid import MAX_COLUMNS, MAX_ROWS, Grid, Position, SourceDocument, cell_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN_PART: Final = "word/document.xml"
_LEFT_OUT: Final = {"del", "moveFrom", "Fallback", "instrText", "delText", "txbxContent", "pPr", "rPr"}
"""What is not part of the text as one reads it: struck out, told twice, fields' codes, floating boxes."""
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_STORIES: Final = {"p", "tbl", "tr", "tc"}


def read_document(content: bytes) -> SourceDocument:
    """Read a document's body; changes being tracked are taken as accepted."""
    from defusedxml.ElementTree import fromstring

    with zipfile.ZipFile(BytesIO(content)) as package:
        root = fromstring(package.read(_MAIN_PART))
    return SourceDocument(tuple(_blocks(root)))


def _blocks(root: "Element") -> Iterator[str | Grid]:
    for element in _within(root, "p", "tbl"):
        if _tag(element) == "tbl":
            yield from _table(element)
        elif text := cell_text(_text(element)):
            yield text


def _table(element: "Element") -> Iterator[str | Grid]:
    """Return a table, or what is in it when it is only a frame of one cell."""
    rows = list(islice(_within(element, "tr"), 2))
    cells = list(_within(rows[0], "tc")) if len(rows) == 1 else []
    if len(cells) == 1:
        yield from _blocks(cells[0])
    else:
        yield _grid(element)


def _within(element: "Element", *tags: str) -> Iterator["Element"]:
    """Return the nearest elements of these kinds, however many wrappers (content controls, changes) are around them."""
    for child in element:
        tag = _tag(child)
        if tag in tags:
            yield child
        elif tag not in _LEFT_OUT and tag not in _STORIES:
            yield from _within(child, *tags)


def _tag(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: "Element") -> str:
    parts = list[str]()
    for child in element:
        tag = _tag(child)
        if tag == "t":
            parts.append(child.text or "")
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        elif tag not in _LEFT_OUT:
            parts.append(_text(child))
    return "".join(parts)


def _grid(table: "Element") -> Grid:
    rows: list[list[str]] = []
    below, beside = set[Position](), set[Position]()
    for number, row in enumerate(_within(table, "tr")):
        if number >= MAX_ROWS:
            raise KnownError(
                f"Bảng trong tệp có hơn {thousands(MAX_ROWS)} dòng, quá lớn đối với một kế hoạch. "
                "Hãy chép riêng bảng nhiệm vụ sang tệp mới rồi nạp lại."
            )
        rows.append(_row(row, number, rows[-1] if rows else [], below, beside))
    width = max(map(len, rows), default=0)
    return Grid(tuple(tuple(row + [""] * (width - len(row))) for row in rows), "", frozenset(below), frozenset(beside))


def _row(element: "Element", number: int, above: list[str], below: set[Position], beside: set[Position]) -> list[str]:
    texts = [""] * _number(element, "trPr", "gridBefore", least=0)
    for cell in _within(element, "tc"):
        column = len(texts)
        if _goes_on(cell) and column < len(above):
            below.add((number, column))
            texts.append(above[column])
        else:
            texts.append(cell_text("\n".join(_cell_lines(cell))))
        spanned = range(column + 1, column + _number(cell, "tcPr", "gridSpan"))
        beside.update((number, position) for position in spanned)
        texts += [""] * len(spanned)
    return texts[:MAX_COLUMNS]


def _cell_lines(cell: "Element") -> Iterator[str]:
    for block in _within(cell, "p", "tbl"):
        if _tag(block) == "p":
            yield _text(block)
        else:
            yield from (" ".join(filter(None, row)) for row in _grid(block).rows)


def _property(element: "Element", properties: str, name: str) -> "Element | None":
    found = (child for holder in element if _tag(holder) == properties for child in holder if _tag(child) == name)
    return next(found, None)


def _value(element: "Element") -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == "val"), "")


def _number(element: "Element", properties: str, name: str, least: int = 1) -> int:
    found = _property(element, properties, name)
    text = _value(found) if found is not None else ""
    return min(max(int(text), least), MAX_COLUMNS) if text.isdigit() else least


def _goes_on(cell: "Element") -> bool:
    merge = _property(cell, "tcPr", "vMerge")
    return merge is not None and _value(merge) in ("", "continue")
