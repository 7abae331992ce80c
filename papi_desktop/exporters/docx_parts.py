"""What Word files are built of: set paragraphs, rules, tables with fixed columns, page numbers."""

from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.styles import Align, Style

if TYPE_CHECKING:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.types import ProvidesStoryPart
    from lxml.etree import _Element

FONT: Final = "Times New Roman"
_ORDER: Final = {
    "pPr": "keepNext keepLines widowControl pBdr shd tabs spacing ind jc rPr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tblCellMar": "top left bottom right",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "rPr": "rFonts b i sz szCs lang",
}
"""The order in which Word wants the settings of each part."""


def set_paragraph(paragraph: "Paragraph", text: str, style: Style, stays: bool = False) -> None:
    """Write text into a paragraph in a style; `stays` keeps it on one page with the next."""
    if paragraph._p.pPr is not None:
        _set(paragraph, text, style, stays)
        return
    model = _model(style, stays)
    paragraph._p.insert(0, deepcopy(model.get_or_add_pPr()))
    run = paragraph.add_run(text)._r
    run.insert(0, deepcopy(model.r_lst[0].get_or_add_rPr()))


@lru_cache(maxsize=200)
def _model(style: Style, stays: bool) -> "CT_P":
    """Return an empty paragraph in a style; copying it is many times faster than setting each one."""
    from docx.oxml.parser import OxmlElement
    from docx.text.paragraph import Paragraph

    bare = cast("CT_P", OxmlElement("w:p"))
    _set(Paragraph(bare, cast("ProvidesStoryPart", None)), "", style, stays)
    return bare


def _set(paragraph: "Paragraph", text: str, style: Style, stays: bool) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size = Pt(style.size)
    run.bold = style.face in (Face.BOLD, Face.BOLD_ITALIC)
    run.italic = style.face in (Face.ITALIC, Face.BOLD_ITALIC)
    shape = paragraph.paragraph_format
    shape.first_line_indent = Pt(style.indent)
    shape.space_before, shape.space_after = Pt(style.gap), Pt(0)
    shape.line_spacing = 1.0 if style.spacing <= 1.2 else 1.08
    shape.keep_with_next = stays
    shape.widow_control = True
    paragraph.alignment = _alignment(style.align)


def shrink(paragraph: "Paragraph") -> None:
    """Make the empty paragraph that Word wants after a table or before a new section 1 pt high."""
    from docx.shared import Pt

    _set(paragraph, "", Style(size=1, align=Align.LEFT, spacing=1.0), stays=False)
    paragraph.paragraph_format.line_spacing = Pt(1)


def set_rule(paragraph: "Paragraph", room: float, long: float) -> None:
    """Make a paragraph of `room` pt a centred solid rule of `long` pt."""
    from docx.shared import Pt

    set_paragraph(paragraph, "", Style(size=2, align=Align.LEFT, spacing=1.0))
    paragraph.paragraph_format.line_spacing = Pt(4)
    side = Pt(max((room - long) / 2, 0))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    edge = _child(_child(paragraph._p.get_or_add_pPr(), "w:pBdr"), "w:bottom")
    for key, value in {"val": "single", "sz": "6", "space": "1", "color": "000000"}.items():
        edge.set(_name(f"w:{key}"), value)


def set_columns(table: "Table", widths: tuple[float, ...], padding: float, above: float = 0.0) -> None:
    """Fix the widths of a table's columns in pt, and the white space at the sides of its cells and above them."""
    from docx.shared import Pt

    table.autofit = False
    table.alignment = None
    properties = table._tbl.tblPr
    _width(_child(properties, "w:tblW"), sum(widths))
    _width(_child(properties, "w:tblInd"), padding)
    margins = _child(properties, "w:tblCellMar")
    for side, space in (("top", above), ("left", padding), ("bottom", above), ("right", padding)):
        _width(_child(margins, f"w:{side}"), space)
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Pt(wide)


def set_widths(cells: "tuple[_Cell, ...]", widths: tuple[float, ...]) -> None:
    """Write the widths into the cells of one row, as Word wants them twice."""
    from docx.shared import Pt

    for cell, wide in zip(cells, widths, strict=True):
        cell.width = Pt(wide)


def keep_whole(row: "_Row", header: bool = False) -> None:
    """Never split a row over pages; repeat it on each page when it is the header."""
    properties = row._tr.get_or_add_trPr()
    _child(properties, "w:cantSplit")
    if header:
        _child(properties, "w:tblHeader")


def shade(cell: "_Cell", grey: float) -> None:
    """Give a cell a grey ground."""
    colour = f"{round(grey * 255):02X}" * 3
    ground = _child(cell._tc.get_or_add_tcPr(), "w:shd")
    for key, value in {"val": "clear", "color": "auto", "fill": colour}.items():
        ground.set(_name(f"w:{key}"), value)


def number_pages(section: "Section", style: Style) -> None:
    """Number a section's pages from 1 in the top margin, not on its first page."""
    from docx.shared import Mm

    section.different_first_page_header_footer = True
    section.header_distance = Mm(10)
    for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        part.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    set_paragraph(paragraph, "", style)
    field = _child(paragraph._p, "w:fldSimple")
    field.set(_name("w:instr"), "PAGE")
    field.append(paragraph.runs[0]._r)
    _child(section._sectPr, "w:pgNumType").set(_name("w:start"), "1")


def set_typeface(style_element: "BaseOxmlElement") -> None:
    """Make Times New Roman and Vietnamese the type and the language of a style."""
    properties = style_element.get_or_add_rPr()  # type: ignore[attr-defined]
    fonts = _child(properties, "w:rFonts")
    for key in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(_name(f"w:{key}"), FONT)
    language = _child(properties, "w:lang")
    language.set(_name("w:val"), "vi-VN")
    language.set(_name("w:eastAsia"), "vi-VN")


def _alignment(align: Align) -> "WD_ALIGN_PARAGRAPH":
    from docx.enum.text import WD_ALIGN_PARAGRAPH as WORD

    return {
        Align.LEFT: WORD.LEFT,
        Align.CENTRE: WORD.CENTER,
        Align.RIGHT: WORD.RIGHT,
        Align.JUSTIFIED: WORD.JUSTIFY,
    }[align]


def _child(parent: "BaseOxmlElement", tag: str) -> "BaseOxmlElement":
    """Return the setting `tag` of a part, made in its right place when it is not there."""
    from docx.oxml.parser import OxmlElement

    found = parent.find(_name(tag))
    if found is None:
        found = OxmlElement(tag)
        parent.insert(_place(parent, tag.removeprefix("w:")), found)
    return cast("BaseOxmlElement", found)


def _place(parent: "BaseOxmlElement", bare: str) -> int:
    order = _ORDER.get(_bare(parent), "").split()
    after = order[order.index(bare) + 1 :] if bare in order else []
    return next((index for index, child in enumerate(parent) if _bare(child) in after), len(parent))


def _bare(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _width(element: "BaseOxmlElement", points: float) -> None:
    element.set(_name("w:w"), str(round(points * 20)))
    element.set(_name("w:type"), "dxa")


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return qn(tag)
