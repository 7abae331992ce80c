"""Numbers that Word counts by itself stand in the TT column as they are printed."""

import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from papi_desktop.domain.dimensions import DIMENSIONS
from tests.importers.annex import (
    HEADINGS,
    annex,
    assert_has_the_parts,
    assert_is_the_annex,
    by_content,
    document,
    read_docx,
)

NUMBER_ID = 77


def with_list(paper: Document, *levels: tuple[str, str]) -> None:
    """Give a document one list whose levels are (kind, text)."""
    numbering = paper.part.numbering_part.element
    xml = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBER_ID}">{xml}</w:abstractNum>'))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUMBER_ID}"><w:abstractNumId w:val="{NUMBER_ID}"/></w:num>')
    )


def number(paragraph: Paragraph, level: int) -> None:
    """Let Word count a paragraph."""
    properties = OxmlElement("w:numPr")
    properties.append(parse_xml(f'<w:ilvl {nsdecls("w")} w:val="{level}"/>'))
    properties.append(parse_xml(f'<w:numId {nsdecls("w")} w:val="{NUMBER_ID}"/>'))
    paragraph._p.get_or_add_pPr().append(properties)


def test_codes_counted_in_two_levels_give_the_annex() -> None:
    rows = [row for n, group in enumerate(by_content()) for row in (["", DIMENSIONS[n].name, "", "", ""], *group)]
    paper = document([HEADINGS, *rows])
    with_list(paper, ("decimal", "%1."), ("decimal", "%1.%2"))
    for row, cells in zip(rows, paper.tables[0].rows[1:], strict=True):
        paragraph = cells.cells[0].paragraphs[0]
        number(paragraph, 1 if row[0] else 0)
        paragraph.text = ""
    proposal = read_docx(paper)
    assert_has_the_parts(proposal)
    assert [task.code for task in proposal.tasks] == [task.proposed_code for task in proposal.tasks]


@pytest.mark.parametrize(
    ("kind", "text", "codes"),
    [
        ("decimal", "%1", ["1", "2", "3"]),
        ("decimal", "1.%1", ["1.1", "1.2", "1.3"]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
    ],
)
def test_numbers_are_written_as_word_prints_them(kind: str, text: str, codes: list[str]) -> None:
    paper = document([HEADINGS, *[["", *row[1:]] for row in annex()[:3]]])
    with_list(paper, (kind, text))
    for row in paper.tables[0].rows[1:]:
        number(row.cells[0].paragraphs[0], 0)
    assert [task.code for task in read_docx(paper).tasks] == codes


def test_a_number_before_a_text_is_not_part_of_the_text() -> None:
    paper = document([HEADINGS, *annex()])
    with_list(paper, ("decimal", "%1."))
    for row in paper.tables[0].rows[1:]:
        number(row.cells[1].paragraphs[0], 0)
    assert_is_the_annex(read_docx(paper))
