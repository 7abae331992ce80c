"""Lines of text on a PDF page: left, centred, right or stretched to both margins."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from papi_desktop.exporters.flow import Slab
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.styles import Align, Style
from papi_desktop.exporters.titles import wrap_balanced, wrap_bound
from papi_desktop.exporters.wrap import width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_MOST_STRETCH: Final = 3.0
"""A space grows by so many of its own widths at most; a line that needs more is left ragged."""


def draw(canvas: "Canvas", x: float, y: float, text: str, face: Face, size: float, stretch: float = 0.0) -> None:
    """Draw one line with its letters standing on `y`; `stretch` pt are added to each space."""
    line = canvas.beginText(x, y)
    line.setFont(face.value, size)
    if stretch:
        line.setWordSpace(stretch)
    line.textOut(text)
    if stretch:
        line.setWordSpace(0)
    canvas.drawText(line)


def draw_aligned(canvas: "Canvas", left: float, room: float, y: float, text: str, style: Style) -> None:
    """Draw one line in a column that begins at `left` and is `room` pt wide."""
    spare = room - width(text, style.face, style.size)
    spaces = text.count(" ")
    if style.align is Align.JUSTIFIED:
        stretch = spare / spaces if spaces and spare > 0 else 0.0
        too_wide = stretch > _MOST_STRETCH * width(" ", style.face, style.size)
        draw(canvas, left, y, text, style.face, style.size, 0.0 if too_wide else stretch)
    else:
        draw(canvas, left + spare * style.align.value, y, text, style.face, style.size)


def paragraph(text: str, style: Style, room: float, stays: bool = False) -> Iterator[Slab]:
    """Yield a paragraph's lines; two at its beginning and two at its end stay together, all of it with `stays`."""
    if style.align is Align.CENTRE:
        lines = wrap_balanced(text, style.face, style.size, room)
    else:
        lines = wrap_bound(text, style.face, style.size, room, style.indent)
    last = len(lines) - 1
    for index, line in enumerate(lines):
        kept = stays if index == last else stays or index in (0, last - 1)
        yield _line(line, _line_style(style, index == 0, index == last), room, kept)


def led_paragraph(text: str, lead: str, style: Style, room: float) -> Iterator[Slab]:
    """Yield a paragraph that begins with `lead` in bold: "Điều 1."."""
    lead += " "
    rest = replace(style, indent=style.indent + width(lead, Face.BOLD, style.size))
    first, *others = paragraph(text.removeprefix(lead), rest, room)

    def paint(canvas: "Canvas", left: float, top: float) -> None:
        draw(canvas, left + style.indent, top - style.baseline, lead, Face.BOLD, style.size)
        first.paint(canvas, left, top)

    yield replace(first, paint=paint)
    yield from others


def column_height(lines: Sequence[tuple[str, Style]]) -> float:
    """Return the height of lines set one under another."""
    return sum(style.leading + style.gap for _, style in lines)


def draw_column(canvas: "Canvas", left: float, room: float, top: float, lines: Sequence[tuple[str, Style]]) -> None:
    """Draw lines one under another in a column."""
    for text, style in lines:
        top -= style.gap
        draw_aligned(canvas, left, room, top - style.baseline, text, style)
        top -= style.leading


def _line_style(style: Style, first: bool, last: bool) -> Style:
    align = Align.LEFT if last and style.align is Align.JUSTIFIED else style.align
    return replace(style, align=align, indent=style.indent if first else 0.0, gap=style.gap if first else 0.0)


def _line(text: str, style: Style, room: float, stays: bool) -> Slab:
    def paint(canvas: "Canvas", left: float, top: float) -> None:
        draw_aligned(canvas, left + style.indent, room - style.indent, top - style.baseline, text, style)

    return Slab(style.leading, paint, style.gap, stays)
