"""The parts of a letter on paper by NĐ 30/2020/NĐ-CP Phụ lục I: heading, title, body, signature and annexes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.documents import Annex, Heading, Letter, Paragraph, Signature, Table
from papi_desktop.exporters.flow import LANDSCAPE, PORTRAIT, PageShape, Slab, pages
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
    settings,
)
from papi_desktop.exporters.titles import wrap_balanced, wrap_bound
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
from papi_desktop.exporters.wrap import dotted, width, wrap

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Lines = list[tuple[str, Style]]


_PAGES_OF_A_SHEET: Final = 2
"""What takes more pages is not made smaller: smaller type is for what fits one sheet then."""
_MAY_SAVE_A_PAGE: Final = 150
"""The longest annex, in rows, that is laid out twice to see whether it takes a page less when set close."""

Tables = dict[int, list[Slab]]
"""Tables already laid out, by their block; laying one out takes long, and the settings share them."""


def letter_slabs(letter: Letter, step: Callable[[], None]) -> list[Slab]:
    """Return everything of a letter but its annexes, set by `setting_of`; `step` is called once a table row."""
    return _laid_out(letter, step)[1]


def setting_of(letter: Letter) -> Setting:
    """Return how a letter is set: closer than usual when that saves a last page with little on it."""
    return _laid_out(letter, lambda: None)[0]


def kept_table(letter: Letter, setting: Setting) -> int | None:
    """Return which block is the table whose last rows stay with the signature: the last one, over a short foot."""
    last = max((index for index, block in enumerate(letter.blocks) if isinstance(block, Table)), default=None)
    if last is None:
        return None
    after = (block for block in letter.blocks[last + 1 :] if not isinstance(block, Table))
    foot = [slab for block in after for slab in _text(block, setting)]
    return last if sum(slab.height + slab.gap for slab in foot) < PORTRAIT.depth / 4 else None


def _laid_out(letter: Letter, step: Callable[[], None]) -> tuple[Setting, list[Slab]]:
    tables: Tables = {}
    return _fewest_pages(letter.size, PORTRAIT.depth, lambda setting: _slabs(letter, setting, tables, step))


def _fewest_pages(size: float, depth: float, set_in: Callable[[Setting], Iterator[Slab]]) -> tuple[Setting, list[Slab]]:
    """Return the setting that takes the fewest pages; closer ones are tried when the last page is not half full."""
    tried: list[tuple[int, Setting, list[Slab]]] = []
    for setting in settings(size):
        if setting.is_small and tried[0][0] > _PAGES_OF_A_SHEET:
            break
        slabs = list(set_in(setting))
        found = list(pages(slabs, depth))
        tried.append((len(found), setting, slabs))
        if len(found) == 1 or found[-1].used > depth / 2:
            break
    _pages, best, made = min(tried, key=lambda each: each[0])
    return best, made


def _slabs(letter: Letter, setting: Setting, tables: Tables, step: Callable[[], None]) -> Iterator[Slab]:
    yield _letterhead(letter)
    yield from _title(letter, setting)
    yield from _addressee(letter)
    if letter.authority:
        yield from paragraph(clean(letter.authority), setting.of(HEADINGS[0]), PORTRAIT.room, stays=True)
    for line in bases(letter):
        yield from paragraph(line, setting.of(BASIS), PORTRAIT.room)
    yield from _body(letter, setting, tables, step)
    yield from _parties(letter, setting) if letter.parties else [_signature(letter, setting)]


def _body(letter: Letter, setting: Setting, tables: Tables, step: Callable[[], None]) -> Iterator[Slab]:
    """Yield the blocks; two lines at the end stay with the signature, or a table's last row and the foot under it."""
    body: list[Slab] = []
    ends: list[int] = []
    for index, block in enumerate(letter.blocks):
        body += _table(block, index, setting, tables, step) if isinstance(block, Table) else _text(block, setting)
        ends.append(len(body))
    last = kept_table(letter, setting)
    first = len(body) - 2 if last is None else ends[last] - 1
    yield from (replace(slab, stays=True) if index >= first else slab for index, slab in enumerate(body))


def annex_shape(annex: Annex) -> PageShape:
    """Return the paper an annex is printed on."""
    return LANDSCAPE if annex.landscape else PORTRAIT


def annex_slabs(letter: Letter, annex: Annex, step: Callable[[], None]) -> Iterable[Slab]:
    """Return an annex, set by `annex_setting`; `step` is called once a table row."""
    if len(annex.table.rows) > _MAY_SAVE_A_PAGE:
        return _annex(letter, annex, Setting(letter.size), step)
    return _annex_laid_out(letter, annex, step)[1]


def annex_setting(letter: Letter, annex: Annex) -> Setting:
    """Return how an annex is set: closer than usual when that saves a last page; not tried where that takes long."""
    if len(annex.table.rows) > _MAY_SAVE_A_PAGE:
        return Setting(letter.size)
    return _annex_laid_out(letter, annex, lambda: None)[0]


def _annex_laid_out(letter: Letter, annex: Annex, step: Callable[[], None]) -> tuple[Setting, list[Slab]]:
    def set_in(setting: Setting) -> Iterator[Slab]:
        return _annex(letter, annex, setting, (lambda: None) if setting.is_close else step)

    return _fewest_pages(letter.size, annex_shape(annex).depth, set_in)


def _annex(letter: Letter, annex: Annex, setting: Setting, step: Callable[[], None]) -> Iterator[Slab]:
    """Yield an annex: its number, its title, what it belongs to, the table and the note."""
    shape = annex_shape(annex)
    yield from paragraph(annex_label(annex), setting.of(TITLE), shape.room, stays=True)
    yield from paragraph(clean(annex.title).upper(), setting.of(TITLE), shape.room, stays=True)
    belongs = annex_belongs(letter, annex)
    if belongs:
        yield from paragraph(belongs, setting.of(BELONGS), shape.room, stays=True)
    if annex.unit:
        yield from paragraph(clean(annex.unit), setting.of(UNIT), shape.room, stays=True)
    rows = table_slabs(annex.table, shape.room, shape.depth, step, setting.table_scale, setting.cell_air)
    if annex.note:
        *others, last = rows
        yield from (*others, replace(last, stays=True))  # a note alone on a page says nothing
        for line in clean(annex.note).split("\n"):
            yield from paragraph(line, setting.of(NOTE), shape.room)
    else:
        yield from rows


def _letterhead(letter: Letter) -> Slab:
    room = PORTRAIT.room * ISSUER_SHARE
    issuer: Lines = [(line, COUNTRY_STYLE) for text in letter.issuer for line in wrap(clean(text), Face.BOLD, 12, room)]
    below = max(column_height(issuer), column_height([("", COUNTRY_STYLE), ("", MOTTO_STYLE)])) + 12.0
    right_room = PORTRAIT.room - room
    dated: Lines = [(line, DATE) for line in wrap_balanced(date_line(letter), Face.ITALIC, DATE.size, right_room)]
    height = below + column_height(dated) if letter.symbol or letter.place else below

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


def _title(letter: Letter, setting: Setting) -> Iterator[Slab]:
    room = PORTRAIT.room * 0.9
    title = setting.of(TITLE)
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


def _text(block: Heading | Paragraph, setting: Setting) -> Iterator[Slab]:
    if isinstance(block, Heading):
        text = clean(block.text).upper() if block.level == 1 else clean(block.text)
        yield from paragraph(text, setting.of(HEADINGS[min(max(block.level, 0), 3)]), PORTRAIT.room, stays=True)
        return
    body, room = setting.of(BODY), PORTRAIT.room
    for line in filter(None, map(str.strip, clean(block.text).split("\n"))):
        is_led = bool(block.bold) and line.startswith(f"{block.bold} ")
        yield from led_paragraph(line, block.bold, body, room) if is_led else paragraph(line, body, room)


def _table(table: Table, index: int, setting: Setting, tables: Tables, step: Callable[[], None]) -> list[Slab]:
    if index not in tables:
        slabs = short_table_slabs(table, PORTRAIT.room, PORTRAIT.depth, step, setting.table_scale)
        tables[index] = list(slabs)
    return tables[index]


def _signature(letter: Letter, setting: Setting) -> Slab:
    room = PORTRAIT.room * COPIES_SHARE
    copies = _copies(letter, room)
    signed = _signed(letter.signature, setting.of(TITLE), PORTRAIT.room - room, setting.to_sign)

    def paint(canvas: "Canvas", left: float, top: float) -> None:
        draw_column(canvas, left, room, top, copies)
        draw_column(canvas, left + room, PORTRAIT.room - room, top, signed)

    return Slab(max(column_height(copies), column_height(signed)), paint, gap=12.0)


def _signed(signature: Signature, title: Style, room: float, to_sign: float) -> Lines:
    lines = [line for text in signature.lines for line in wrap_balanced(clean(text), title.face, title.size, room - 8)]
    return [*((line, title) for line in lines), (clean(signature.name), replace(title, gap=to_sign))]


def _parties(letter: Letter, setting: Setting) -> Iterator[Slab]:
    """Yield those who sign, two side by side, all on one page with the end of the text."""
    half = PORTRAIT.room / 2
    signed = [_signed(each, setting.of(TITLE), half, setting.party_room) for each in letter.parties]
    pairs = [signed[number : number + 2] for number in range(0, len(signed), 2)]
    for number, pair in enumerate(pairs):
        yield replace(_side_by_side(pair, half), stays=number < len(pairs) - 1)


def _side_by_side(columns: list[Lines], room: float) -> Slab:
    def paint(canvas: "Canvas", left: float, top: float) -> None:
        for number, lines in enumerate(columns):
            draw_column(canvas, left + number * room, room, top, lines)

    return Slab(max(map(column_height, columns)), paint, gap=PARTY_GAP)


def _copies(letter: Letter, room: float) -> Lines:
    heading: Lines = [(text, RECIPIENTS) for text in [beside_signature(letter)] if text]
    if letter.remarks:
        return heading + [(dotted(REMARK.face, REMARK.size, room - 8), REMARK)] * REMARK_LINES
    lines = [line for text in recipients(letter) for line in wrap_bound(text, Face.REGULAR, 11, room - 8)]
    return heading + [(line, RECIPIENT) for line in lines]
