"""The parts of a letter in Word by NĐ 30/2020/NĐ-CP Phụ lục I; the same words and measures as on the PDF."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.documents import (
    Annex,
    Block,
    CellKind,
    Heading,
    Letter,
    Paragraph,
    Row,
    RowKind,
    Signature,
    Table,
)
from papi_desktop.exporters.balance import PADDING
from papi_desktop.exporters.columns import Columns, fitted
from papi_desktop.exporters.docx_parts import keep_whole, set_columns, set_paragraph, set_rule, set_widths, shade
from papi_desktop.exporters.flow import PORTRAIT, PageShape
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.pdf_letter import annex_setting, annex_shape, kept_table, setting_of
from papi_desktop.exporters.pdf_table import is_short, joined, table_slabs
from papi_desktop.exporters.plain import clean, shown
from papi_desktop.exporters.styles import (
    BAND_GREY,
    BASIS,
    BELONGS,
    BODY,
    CELL_ALIGN,
    COPIES_SHARE,
    COUNTRY_STYLE,
    DATE,
    GAP,
    HEADER_GREY,
    HEADINGS,
    ISSUER_SHARE,
    KINDLY,
    MOTTO_STYLE,
    NOTE,
    NUMBER,
    PARTY_GAP,
    RECIPIENT,
    RECIPIENTS,
    REMARK,
    REMARK_LINES,
    RULE_SHARE,
    TITLE,
    UNIT,
    Align,
    Setting,
    Style,
)
from papi_desktop.exporters.titles import bound, wrap_balanced, wrap_bound
from papi_desktop.exporters.wording import (
    COUNTRY,
    MOTTO,
    addressees,
    annex_belongs,
    annex_label,
    bases,
    beside_signature,
    date_line,
    number_line,
    recipients,
)
from papi_desktop.exporters.wrap import dotted, longest_word, width, wrap

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

Lines = list[tuple[str, Style]]

_MAY_BE_SHORT: Final = 20
"""A table of more rows takes more than half a page, however low they are."""


def write_letter(document: "Document", letter: Letter, step: Callable[[], None]) -> None:
    """Write everything of a letter but its annexes; `step` is called once a table row."""
    setting = setting_of(letter)
    _letterhead(document, letter)
    _title(document, letter, setting)
    _addressee(document, letter)
    if letter.authority:
        set_paragraph(document.add_paragraph(), clean(letter.authority), setting.of(HEADINGS[0]), stays=True)
    for line in bases(letter):
        _paragraph(document, line, "", setting.of(BASIS), stays=False)
    last = kept_table(letter, setting)
    first_kept = len(letter.blocks) - 1 if last is None else last
    for index, block in enumerate(letter.blocks):
        _block(document, block, setting, step, stays=index >= first_kept)
    if letter.parties:
        _parties(document, letter, setting)
    else:
        _signature(document, letter, setting)


def write_annex(document: "Document", letter: Letter, annex: Annex, step: Callable[[], None]) -> None:
    """Write an annex: its number, title, what it belongs to, the table and the note."""
    shape, setting = annex_shape(annex), annex_setting(letter, annex)
    titles = ((annex_label(annex), TITLE), (clean(annex.title).upper(), TITLE), (annex_belongs(letter, annex), BELONGS))
    for text, style in ((text, setting.of(style)) for text, style in titles):
        for line in wrap_balanced(text, style.face, style.size, shape.room):
            set_paragraph(document.add_paragraph(), line, style, stays=True)
    if annex.unit:
        set_paragraph(document.add_paragraph(), clean(annex.unit), setting.of(UNIT), stays=True)
    _gap(document, GAP)
    _table(document, annex.table, shape, step, setting)
    for line in clean(annex.note).split("\n"):
        if line.strip():
            set_paragraph(document.add_paragraph(), line, setting.of(NOTE))


def _letterhead(document: "Document", letter: Letter) -> None:
    left, right = PORTRAIT.room * ISSUER_SHARE, PORTRAIT.room * (1 - ISSUER_SHARE)
    table = document.add_table(2, 2)
    set_columns(table, (left, right), 0.0)
    issuer = [clean(line) for line in letter.issuer]
    _fill(table.cell(0, 0), [(line, COUNTRY_STYLE) for line in issuer])
    last = wrap((issuer or [""])[-1], Face.BOLD, COUNTRY_STYLE.size, left)[-1]
    set_rule(table.cell(0, 0).add_paragraph(), left, RULE_SHARE * width(last, Face.BOLD, COUNTRY_STYLE.size))
    _fill(table.cell(0, 1), [(COUNTRY, COUNTRY_STYLE), (MOTTO, MOTTO_STYLE)])
    set_rule(table.cell(0, 1).add_paragraph(), right, width(MOTTO, Face.BOLD, 13))
    _fill(table.cell(1, 0), [(number_line(letter), replace(NUMBER, gap=GAP))])
    _fill(table.cell(1, 1), [(date_line(letter), replace(DATE, gap=GAP))])
    for row in table.rows:
        set_widths(row.cells, (left, right))


def _title(document: "Document", letter: Letter, setting: Setting) -> None:
    title, kind = setting.of(TITLE), clean(letter.kind).upper()
    set_paragraph(document.add_paragraph(), kind, replace(title, gap=18.0), stays=True)
    subject = clean(letter.subject)
    lines = wrap_balanced(subject, Face.BOLD, title.size, PORTRAIT.room * 0.9) if subject else []
    for line in lines:
        set_paragraph(document.add_paragraph(), line, title, stays=True)
    last = (lines or [kind])[-1]
    set_rule(document.add_paragraph(), PORTRAIT.room, RULE_SHARE * width(last, Face.BOLD, title.size))


def _addressee(document: "Document", letter: Letter) -> None:
    names = addressees(letter)
    if len(names) == 1:
        set_paragraph(document.add_paragraph(), f"Kính gửi: {names[0]}", KINDLY)
    elif names:
        set_paragraph(document.add_paragraph(), "Kính gửi:", replace(KINDLY, align=Align.LEFT, indent=72.0))
        for name in names:
            set_paragraph(document.add_paragraph(), name, replace(KINDLY, align=Align.LEFT, indent=108.0, gap=0.0))


def _block(document: "Document", block: Block, setting: Setting, step: Callable[[], None], stays: bool) -> None:
    if isinstance(block, Heading):
        text = clean(block.text).upper() if block.level == 1 else clean(block.text)
        set_paragraph(document.add_paragraph(), text, setting.of(HEADINGS[min(max(block.level, 0), 3)]), stays=True)
    elif isinstance(block, Paragraph):
        for line in filter(None, map(str.strip, clean(block.text).split("\n"))):
            _paragraph(document, line, block.bold, setting.of(BODY), stays)
    else:
        _gap(document, GAP)
        _table(document, block, PORTRAIT, step, setting, stays)
        _gap(document, 2.0)


def _paragraph(document: "Document", text: str, bold: str, body: Style, stays: bool) -> None:
    """Write a paragraph that begins with `bold`; room to write on is broken by spaces where it is on the PDF.

    Word breaks no row of dots itself, and a stretched line has holes where a row went into the next.
    """
    paragraph = document.add_paragraph()
    lead = f"{bold} " if bold and text.startswith(f"{bold} ") else ""
    if lead:
        set_paragraph(paragraph, bold, replace(body, face=Face.BOLD), stays)
    space = " " if lead else ""
    rest, indent = text.removeprefix(lead), body.indent + width(lead, Face.BOLD, body.size)
    if "…" in rest:
        lines = wrap_bound(rest, body.face, body.size, PORTRAIT.room - body.size / 2, indent)
        set_paragraph(paragraph, space + " ".join(lines), replace(body, align=Align.LEFT), stays)
    else:
        set_paragraph(paragraph, space + bound(rest), body, stays)


def _signature(document: "Document", letter: Letter, setting: Setting) -> None:
    left, right = PORTRAIT.room * COPIES_SHARE, PORTRAIT.room * (1 - COPIES_SHARE)
    _gap(document, GAP)
    table = document.add_table(1, 2)
    set_columns(table, (left, right), 0.0)
    keep_whole(table.rows[0])
    set_widths(table.rows[0].cells, (left, right))
    lines = [(dotted(REMARK.face, REMARK.size, left - 16), REMARK)] * REMARK_LINES if letter.remarks else []
    copies = lines or [(bound(line), RECIPIENT) for line in recipients(letter)]
    _fill(table.cell(0, 0), [(beside_signature(letter), RECIPIENTS), *copies])
    _fill(table.cell(0, 1), _signed(letter.signature, setting.of(TITLE), setting.to_sign))


def _signed(signature: Signature, title: Style, to_sign: float) -> Lines:
    lines = [(clean(line), title) for line in signature.lines]
    return [*lines, (clean(signature.name), replace(title, gap=to_sign))]


def _parties(document: "Document", letter: Letter, setting: Setting) -> None:
    half = PORTRAIT.room / 2
    _gap(document, GAP)
    table = document.add_table((len(letter.parties) + 1) // 2, 2)
    set_columns(table, (half, half), 0.0)
    for number, party in enumerate(letter.parties):
        (title, style), *rest = _signed(party, setting.of(TITLE), setting.party_room)
        lines = [(title, replace(style, gap=PARTY_GAP if number > 1 else 0.0)), *rest]
        _fill(table.cell(number // 2, number % 2), lines, stays=number // 2 < len(table.rows) - 1)
    for row in table.rows:
        keep_whole(row)
        set_widths(row.cells, (half, half))


def _table(
    document: "Document",
    table: Table,
    shape: PageShape,
    step: Callable[[], None],
    setting: Setting,
    stays: bool = False,
) -> None:
    """Write a table; one that is short stays on one page, and with `stays` its end stays with what follows."""
    columns = fitted(table, shape.room, setting.table_scale)
    written = document.add_table(1 + len(table.rows), len(table.columns), style="Table Grid")
    set_columns(written, columns.widths, PADDING, above=setting.cell_air)
    rows = list(written.rows)
    short = _is_short(table, shape, setting.table_scale)
    last, together = len(table.rows) - 1, joined(table, columns, shape.depth)
    heading = Style(Face.BOLD, columns.size, Align.CENTRE, spacing=1.0)
    cells = rows[0].cells
    for cell, column in zip(cells, table.columns, strict=True):
        words = (column.group, column.heading, f"({column.mark})" if column.mark else "")
        _fill(cell, [(clean(each), heading) for each in words if each], stays=True, middle=True)
        shade(cell, HEADER_GREY)
    set_widths(cells, columns.widths)
    keep_whole(rows[0], header=True)
    for index, (word_row, row) in enumerate(zip(rows[1:], table.rows, strict=True)):
        keep_whole(word_row)
        kept = (short and index < last) or together[index] or (stays and index == last)
        _row(word_row.cells, row, table, columns, kept)
        step()


def _is_short(table: Table, shape: PageShape, scale: float) -> bool:
    """Tell whether a table stays on one page, measured as it is on the PDF."""
    if len(table.rows) > _MAY_BE_SHORT:
        return False
    return is_short(table_slabs(table, shape.room, shape.depth, lambda: None, scale), shape.depth)


def _row(cells: "tuple[_Cell, ...]", row: Row, table: Table, columns: Columns, stays: bool) -> None:
    face = Face.BOLD if row.kind.is_bold else Face.REGULAR
    style = Style(face, columns.size, Align.LEFT, spacing=1.0)
    set_widths(cells, columns.widths)
    if row.kind is RowKind.BAND:
        band = cells[0].merge(cells[-1])
        _fill(band, [(shown(row.cells[0], CellKind.TEXT), style)], stays=True)
        shade(band, BAND_GREY)
        return
    for cell, column, value, wide in zip(cells, table.columns, row.cells, columns.widths, strict=True):
        text = _fitting(shown(value, column.kind), style, wide - 2 * PADDING)
        _fill(cell, [(text, replace(style, align=CELL_ALIGN[column.kind]))], stays)


def _fitting(text: str, style: Style, room: float) -> str:
    """Return a text in which addresses that are too long for `room` pt break where they do on the PDF."""
    if "@" not in text or longest_word(text, style.face, style.size) <= room:
        return text
    return "\n".join(wrap(text, style.face, style.size, room))


def _fill(cell: "_Cell", lines: Lines, stays: bool = False, middle: bool = False) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    if middle:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for index, (text, style) in enumerate(lines):
        set_paragraph(cell.add_paragraph() if index else cell.paragraphs[0], text, style, stays)


def _gap(document: "Document", height: float) -> None:
    """Leave a little white space; Word joins tables that stand next to each other without it."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    set_paragraph(paragraph, "", Style(size=2, align=Align.LEFT, spacing=1.0), stays=True)
    paragraph.paragraph_format.line_spacing = Pt(height)
