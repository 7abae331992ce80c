"""A letter as a PDF file: pages filled, numbered and marked; the same letter gives the same bytes everywhere."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from papi_desktop.domain.documents import Letter
from papi_desktop.exporters.flow import MM, PORTRAIT, PageShape, Slab, pages
from papi_desktop.exporters.fonts import Face, register
from papi_desktop.exporters.pdf_letter import annex_shape, annex_slabs, letter_slabs
from papi_desktop.exporters.pdf_text import draw_aligned
from papi_desktop.exporters.plain import clean
from papi_desktop.exporters.steps import Progress, Steps, row_count
from papi_desktop.exporters.styles import FILE_MARK, PAGE_NUMBER
from papi_desktop.exporters.wording import annex_label, document_title, issuer_in_words
from papi_desktop.exporters.wrap import width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


_MARK_STRENGTH: Final = 0.1
"""Light enough to read under, dark enough to see on grey rows."""


def letter_pdf(letter: Letter, progress: Progress | None = None) -> bytes:
    """Return the letter and its annexes as one PDF; `progress` gets (rows done, rows in all) and may raise to stop."""
    return letters_pdf([letter], progress)


def letters_pdf(letters: Sequence[Letter], progress: Progress | None = None) -> bytes:
    """Return several letters (at least one) in one PDF, each on pages of its own numbered from one."""
    register()
    step = Steps(progress, sum(map(row_count, letters)))
    out = BytesIO()
    canvas = _canvas(out, letters[0])
    for letter in letters:
        for index, (title, shape, slabs) in enumerate(_parts(letter, step)):
            if index:
                canvas.showPage()
            _paint_part(canvas, letter, title, shape, slabs)
        _paint_mark(canvas, letter)
        canvas.showPage()
    canvas.save()
    step.finish()
    return out.getvalue()


def _parts(letter: Letter, step: Steps) -> Iterator[tuple[str, PageShape, Iterable[Slab]]]:
    yield document_title(letter), PORTRAIT, letter_slabs(letter, step)
    for annex in letter.annexes:
        title = f"{annex_label(annex)}. {clean(annex.title)}"
        yield title, annex_shape(annex), annex_slabs(letter, annex, step)


def _canvas(out: BytesIO, letter: Letter) -> "Canvas":
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # letters for bytes make files a quarter larger
    paper, face = (
        (PORTRAIT.width, PORTRAIT.height),
        cast(float, Face.REGULAR.value),
    )  # the stubs say float, it is a name
    canvas = Canvas(out, paper, pageCompression=1, invariant=1, lang="vi-VN", initialFontName=face)
    canvas.setTitle(document_title(letter))
    canvas.setAuthor(issuer_in_words(letter))
    canvas.setSubject(clean(letter.code) if letter.number else clean(letter.symbol))
    canvas.setCreator("PAPI Desktop")
    canvas.setProducer("PAPI Desktop")
    day = letter.dated or date(2000, 1, 1)
    canvas.setDateFormatter(lambda *_: f"D:{day:%Y%m%d}000000+07'00'")
    return canvas


def _paint_part(canvas: "Canvas", letter: Letter, title: str, shape: PageShape, slabs: Iterable[Slab]) -> None:
    for number, page in enumerate(pages(slabs, shape.depth), start=1):
        if number > 1:
            canvas.showPage()
        canvas.setPageSize((shape.width, shape.height))
        if number == 1:
            key = f"part-{canvas.getPageNumber()}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(title, key)
        _paint_number(canvas, number, shape)
        for offset, slab in page.placed:
            slab.paint(canvas, shape.left, shape.height - shape.top - offset)
        _paint_draft(canvas, clean(letter.draft_mark).splitlines(), shape)


def _paint_number(canvas: "Canvas", number: int, shape: PageShape) -> None:
    if number > 1:
        draw_aligned(canvas, shape.left, shape.room, shape.height - 13 * MM, str(number), PAGE_NUMBER)


def _paint_draft(canvas: "Canvas", marks: list[str], shape: PageShape) -> None:
    """Write the marks over the page, clear as glass so that grey rows hide nothing of them and the text stays black.

    They are told to readers as phrases, so that their letters do not mix into the text.
    """
    if not marks:
        return
    size = min(64.0, *(0.8 * shape.room / width(mark, Face.BOLD, 1) for mark in marks))
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.setFillAlpha(_MARK_STRENGTH)
    canvas.translate(shape.middle, shape.height / 2)
    canvas.rotate(45)
    canvas.setFont(Face.BOLD.value, size)
    for line, mark in enumerate(marks):
        canvas.addLiteral(f"/Span <</ActualText <FEFF{mark.encode('utf-16-be').hex()}>>> BDC")
        canvas.drawCentredString(0, ((len(marks) - 1) / 2 - line) * 1.3 * size, mark)
        canvas.addLiteral("EMC")
    canvas.restoreState()


def _paint_mark(canvas: "Canvas", letter: Letter) -> None:
    if letter.file_mark:
        draw_aligned(canvas, PORTRAIT.left, PORTRAIT.room, 9 * MM, clean(letter.file_mark), FILE_MARK)


def page_count(letter: Letter) -> int:
    """Return how many pages the letter takes without its annexes."""
    register()
    return sum(1 for _ in pages(letter_slabs(letter, Steps(None, row_count(letter))), PORTRAIT.depth))
