"""The parts of a letter on paper by NĐ 30/2020/NĐ-CP Phụ lục I: heading, title, body, signature and annexes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from papi_desktop.domain.documents import Annex, Block, Heading, Letter, Paragraph, Signature
from papi_desktop.exporters.flow import LANDSCAPE, PORTRAIT, PageShape, Slab
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.pdf_table import short_table_slabs, table_slabs
from papi_desktop.exporters.pdf_text import column_height, draw_column, led_paragraph, paragraph
from papi_desktop.exporters.plain import clean
from papi_desktop.exporters.styles import (
    BASIS,
    BELONGS,
    BODY,
    COPIES_SHARE,
    COUNTRY_STYLE,
    DATE,
    HEADINGS,
    ISSUER_SHARE,
    KINDLY,
    MOTTO_STYLE,
    NOTE,
    NUMBER,
    PARTY_ROOM,
    RECIPIENT,
    RECIPIENTS,
    REMARK,
    REMARK_LINES,
    ROOM_TO_SIGN,
    RULE_SHARE,
    TITLE,
    UNIT,
    Align,
    Style,
    sized,
    table_scale,
)
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
from papi_desktop.exporters.wrap import dotted, width, wrap, wrap_balanced

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Lines = list[tuple[str, Style]]


def letter_slabs(letter: Letter, step: Callable[[], None]) -> Iterator[Slab]:
    """Yield everything of a letter but its annexes; `step` is called once a table row."""
    yield _letterhead(letter)
    yield from _title(letter)
    yield from _addressee(letter)
    if letter.authority:
        yield from paragraph(clean(letter.authority), sized(HEADINGS[0], letter.size), PORTRAIT.room, stays=True)
    for line in bases(letter):
        yield from paragraph(line, sized(BASIS, letter.size), PORTRAIT.room)
    body = [slab for block in letter.blocks for slab in _block(block, letter.size, step)]
    yield from (replace(slab, stays=True) if index >= len(body) - 2 else slab for index, slab in enumerate(body))
    yield from _parties(letter) if letter.parties else [_signature(letter)]


def annex_shape(annex: Annex) -> PageShape:
    """Return the paper an annex is printed on."""
    return LANDSCAPE if annex.landscape else PORTRAIT


def annex_slabs(letter: Letter, annex: Annex, step: Callable[[], None]) -> Iterator[Slab]:
    """Yield an annex: its number, its title, what it belongs to, the table and the note."""
    shape, title = annex_shape(annex), sized(TITLE, letter.size)
    yield from paragraph(annex_label(annex), title, shape.room, stays=True)
    yield from paragraph(clean(annex.title).upper(), title, shape.room, stays=True)
    belongs = annex_belongs(letter, annex)
    if belongs:
        yield from paragraph(belongs, sized(BELONGS, letter.size), shape.room, stays=True)
    if annex.unit:
        yield from paragraph(clean(annex.unit), sized(UNIT, letter.size), shape.room, stays=True)
    yield from table_slabs(annex.table, shape.room, shape.depth, step, table_scale(letter.size))
    if annex.note:
        for line in clean(annex.note).split("\n"):
            yield from paragraph(line, sized(NOTE, letter.size), shape.room)


def _letterhead(letter: Letter) -> Slab:
    room = PORTRAIT.room * ISSUER_SHARE
    issuer: Lines = [(line, COUNTRY_STYLE) for text in letter.issuer for line in wrap(clean(text), Face.BOLD, 12, room)]
    below = max(column_height(issuer), column_height([("", COUNTRY_STYLE), ("", MOTTO_STYLE)])) + 12.0
    right_room = PORTRAIT.room - room
    dated: Lines = [(line, DATE) for line in wrap_balanced(date_line(letter), Face.ITALIC, DATE.size, right_room)]
    height = below + column_height(dated)

    def paint(canvas: "Canvas", left: float, top: float) -> None:
        canvas.setLineWidth(0.7)
        draw_column(canvas, left, room, top, issuer)
        issuer_rule = RULE_SHARE * width(issuer[-1][0], Face.BOLD, 12) if issuer else 0.0
        _rule(canvas, left + room / 2, top - column_height(issuer) - 3, issuer_rule)
        country: Lines = [(COUNTRY, COUNTRY_STYLE), (MOTTO, MOTTO_STYLE)]
        draw_column(canvas, left + room, right_room, top, country)
        _rule(canvas, left + room + right_room / 2, top - column_height(country) - 3, width(MOTTO, Face.BOLD, 13))
        draw_column(canvas, left, room, top - below, [(number_line(letter), NUMBER)])
        draw_column(canvas, left + room, right_room, top - below, dated)

    return Slab(height, paint)


def _rule(canvas: "Canvas", middle: float, y: float, long: float) -> None:
    canvas.line(middle - long / 2, y, middle + long / 2, y)


def _title(letter: Letter) -> Iterator[Slab]:
    room = PORTRAIT.room * 0.9
    title = sized(TITLE, letter.size)
    subject = wrap_balanced(clean(letter.subject), Face.BOLD, title.size, room) if letter.subject else []
    lines: Lines = [(clean(letter.kind).upper(), title), *((line, title) for line in subject)]
    rule = RULE_SHARE * width(lines[-1][0], Face.BOLD, title.size)

    def paint(canvas: "Canvas", left: float, top: float) -> None:
        draw_column(canvas, left, PORTRAIT.room, top, lines)
        canvas.setLineWidth(0.7)
        _rule(canvas, left + PORTRAIT.room / 2, top - column_height(lines) - 4, rule)

    yield Slab(column_height(lines) + 8, paint, gap=18.0, stays=True)


def _addressee(letter: Letter) -> Iterator[Slab]:
    names = addressees(letter)
    if len(names) == 1:
        yield from paragraph(f"Kính gửi: {names[0]}", KINDLY, PORTRAIT.room)
    elif names:
        yield _many_addressees(names)


def _many_addressees(names: list[str]) -> Slab:
    label = "Kính gửi:"
    start = PORTRAIT.room * 0.2 + width(label, Face.REGULAR, 14) + 8
    style = replace(KINDLY, align=Align.LEFT, gap=0.0)
    lines: Lines = [(line, style) for name in names for line in wrap(name, Face.REGULAR, 14, PORTRAIT.room - start)]

    def paint(canvas: "Canvas", left: float, top: float) -> None:
        draw_column(canvas, left + PORTRAIT.room * 0.2, start, top, [(label, style)])
        draw_column(canvas, left + start, PORTRAIT.room - start, top, lines)

    return Slab(column_height(lines), paint, gap=KINDLY.gap)


def _block(block: Block, size: float, step: Callable[[], None]) -> Iterator[Slab]:
    if isinstance(block, Heading):
        text = clean(block.text).upper() if block.level == 1 else clean(block.text)
        yield from paragraph(text, sized(HEADINGS[min(max(block.level, 0), 3)], size), PORTRAIT.room, stays=True)
    elif isinstance(block, Paragraph):
        body, room = sized(BODY, size), PORTRAIT.room
        for line in filter(None, map(str.strip, clean(block.text).split("\n"))):
            is_led = bool(block.bold) and line.startswith(f"{block.bold} ")
            yield from led_paragraph(line, block.bold, body, room) if is_led else paragraph(line, body, room)
    else:
        yield from short_table_slabs(block, PORTRAIT.room, PORTRAIT.depth, step, table_scale(size))


def _signature(letter: Letter) -> Slab:
    room = PORTRAIT.room * COPIES_SHARE
    copies = _copies(letter, room)
    signed = _signed(letter.signature, sized(TITLE, letter.size), PORTRAIT.room - room)

    def paint(canvas: "Canvas", left: float, top: float) -> None:
        draw_column(canvas, left, room, top, copies)
        draw_column(canvas, left + room, PORTRAIT.room - room, top, signed)

    return Slab(max(column_height(copies), column_height(signed)), paint, gap=12.0)


def _signed(signature: Signature, title: Style, room: float, to_sign: float = ROOM_TO_SIGN) -> Lines:
    lines = [line for text in signature.lines for line in wrap_balanced(clean(text), title.face, title.size, room - 8)]
    return [*((line, title) for line in lines), (clean(signature.name), replace(title, gap=to_sign))]


def _parties(letter: Letter) -> Iterator[Slab]:
    """Yield those who sign, two side by side, all on one page with the end of the text."""
    half = PORTRAIT.room / 2
    signed = [_signed(each, sized(TITLE, letter.size), half, PARTY_ROOM) for each in letter.parties]
    pairs = [signed[number : number + 2] for number in range(0, len(signed), 2)]
    for number, pair in enumerate(pairs):
        yield replace(_side_by_side(pair, half), stays=number < len(pairs) - 1)


def _side_by_side(columns: list[Lines], room: float) -> Slab:
    def paint(canvas: "Canvas", left: float, top: float) -> None:
        for number, lines in enumerate(columns):
            draw_column(canvas, left + number * room, room, top, lines)

    return Slab(max(map(column_height, columns)), paint, gap=14.0)


def _copies(letter: Letter, room: float) -> Lines:
    heading: Lines = [(text, RECIPIENTS) for text in [beside_signature(letter)] if text]
    if letter.remarks:
        return heading + [(dotted(REMARK.face, REMARK.size, room - 8), REMARK)] * REMARK_LINES
    lines = [line for text in recipients(letter) for line in wrap(text, Face.REGULAR, 11, room - 8)]
    return heading + [(line, RECIPIENT) for line in lines]
