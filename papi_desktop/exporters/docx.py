"""A letter as a Word file that can be edited further, laid out like the PDF."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.documents import Letter
from papi_desktop.exporters.docx_letter import write_annex, write_letter
from papi_desktop.exporters.docx_parts import number_pages, set_paragraph, set_typeface, shrink
from papi_desktop.exporters.flow import PORTRAIT, PageShape
from papi_desktop.exporters.fonts import Face, register
from papi_desktop.exporters.pdf_letter import annex_shape
from papi_desktop.exporters.plain import clean
from papi_desktop.exporters.steps import Progress, Steps, row_count
from papi_desktop.exporters.styles import FILE_MARK, PAGE_NUMBER, Align, Style
from papi_desktop.exporters.wording import document_title, issuer_in_words
from papi_desktop.exporters.zipped import steady

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_DRAFT: Final = Style(Face.BOLD, 11, Align.RIGHT, spacing=1.0)


def letter_docx(letter: Letter, progress: Progress | None = None) -> bytes:
    """Return the letter and its annexes as a Word file; `progress` gets (rows done, rows in all) and may raise."""
    return letters_docx([letter], progress)


def letters_docx(letters: Sequence[Letter], progress: Progress | None = None) -> bytes:
    """Return several letters (at least one) in one Word file, each in a section of its own numbered from one."""
    from docx import Document

    register()
    document = Document()
    set_typeface(document.styles["Normal"].element)
    _describe(document, letters[0])
    step = Steps(progress, sum(map(row_count, letters)))
    for number, letter in enumerate(letters):
        _set_up(_next_section(document) if number else document.sections[0], PORTRAIT)
        write_letter(document, letter, step)
        for annex in letter.annexes:
            _set_up(_next_section(document), annex_shape(annex))
            write_annex(document, letter, annex, step)
    shrink(document.add_paragraph())
    _mark(document, letters[-1])
    step.finish()
    out = BytesIO()
    document.save(out)
    return steady(out.getvalue())


def _next_section(document: "Document") -> "Section":
    """Begin a section on a new page; the paragraph that ends the last one takes no room, so a full page stays one."""
    from docx.enum.section import WD_SECTION

    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    shrink(document.paragraphs[-1])
    return section


def _describe(document: "Document", letter: Letter) -> None:
    properties = document.core_properties
    properties.title = document_title(letter)[:255]
    properties.author = properties.last_modified_by = issuer_in_words(letter)[:255]
    properties.comments = ""
    properties.language = "vi-VN"


def _mark(document: "Document", letter: Letter) -> None:
    """Write the sample mark under each page, and the file mark under the last part."""
    for section in document.sections:
        for footer in (section.first_page_footer, section.footer):
            set_paragraph(footer.paragraphs[0], clean(letter.draft_mark).replace("\n", " · "), _DRAFT)
    last = document.sections[-1]
    for footer in (last.first_page_footer, last.footer):
        set_paragraph(footer.add_paragraph(), clean(letter.file_mark), FILE_MARK)


def _set_up(section: "Section", shape: PageShape) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    section.orientation = WD_ORIENT.LANDSCAPE if shape.width > shape.height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(shape.width), Pt(shape.height)
    section.top_margin, section.bottom_margin = Pt(shape.top), Pt(shape.bottom)
    section.left_margin, section.right_margin = Pt(shape.left), Pt(shape.right)
    number_pages(section, PAGE_NUMBER)
