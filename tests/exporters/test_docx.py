"""Letters as Word files: the same parts as on paper, set so that Word keeps tables and signatures whole."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from papi_desktop.domain.documents import Column, Letter, Paragraph, Row, Table
from papi_desktop.domain.errors import Cancelled
from papi_desktop.exporters.docx import letter_docx
from papi_desktop.exporters.flow import MM
from tests.exporters.reading import libre_office, page_texts, pages, text
from tests.exporters.samples import EVERY_LETTER, blocks, letter


def opened(whole: Letter) -> Document:
    return docx.Document(BytesIO(letter_docx(whole)))


@pytest.fixture(scope="module")
def report() -> Document:
    return opened(letter())


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder: Path = tmp_path_factory.mktemp("word")
    source = folder / "bao-cao.docx"
    source.write_bytes(letter_docx(letter(blocks=(*blocks(), Paragraph(EVERY_LETTER)))))
    return libre_office(source, folder)


def test_each_annex_is_a_section_with_its_own_paper_and_page_numbers(report: Document) -> None:
    across = [str(section.orientation).startswith("LANDSCAPE") for section in report.sections]
    assert across == [False, True, True, False]
    for section in report.sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml


def test_the_margins_are_those_of_the_decree(report: Document) -> None:
    first = report.sections[0]
    edges = (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)
    assert [round(edge.mm) for edge in edges if edge is not None] == [20, 20, 30, 15]


def test_headers_of_tables_repeat_and_rows_stay_whole(report: Document) -> None:
    framed = [table for table in report.tables if table.style and table.style.name == "Table Grid"]
    assert len(framed) == 4
    for table in framed:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_the_last_paragraph_stays_with_the_signature(report: Document) -> None:
    last = next(paragraph for paragraph in reversed(report.paragraphs) if paragraph.text.endswith("./."))
    assert last.paragraph_format.keep_with_next


def test_all_type_is_times_new_roman(report: Document) -> None:
    fonts = report.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{key}")) for key in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}


def test_libre_office_prints_all_the_text(printed: bytes) -> None:
    read = " ".join(" ".join(re.sub(r"^\s*\d+\n", "", page) for page in text(printed, "-raw").split("\f")).split())
    lines = [line for block in letter().blocks if isinstance(block, Paragraph) for line in block.text.split("\n")]
    assert [line for line in lines if line not in read] == []
    assert EVERY_LETTER in read
    for part in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 86/BC-UBND", "Kính gửi: Sở Nội vụ", "- Lưu: VT, VHXH."):
        assert part in read


def test_libre_office_sets_the_heading_like_the_decree(printed: bytes) -> None:
    page = pages(printed)[0]
    country = page.line("CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM")
    number, dated = page.line("Số:", "86/BC-UBND"), page.line("An", "Bình,", "ngày", "09")
    assert country[0].left > 210 * MM * 0.45
    assert country[-1].right <= 195 * MM + 1
    assert number[0].top == pytest.approx(dated[0].top, abs=1)


def test_libre_office_keeps_the_letter_as_long_as_the_pdf_and_repeats_headers(printed: bytes) -> None:
    found = page_texts(printed)
    first = next(index for index, page in enumerate(found) if page.lstrip().startswith("Phụ lục I\n"))
    second = next(index for index, page in enumerate(found) if page.lstrip().startswith("Phụ lục II\n"))
    assert first in (3, 4)
    assert all("Nhiệm vụ" in page.split("Nội dung")[0] for page in found[first:second])


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert letter_docx(letter()) == letter_docx(letter())


def test_the_properties_name_the_issuer_and_no_person(report: Document) -> None:
    facts = report.core_properties
    assert facts.author == facts.last_modified_by == "Ủy ban nhân dân xã An Bình"
    assert facts.title.startswith("Báo cáo Kết quả")
    assert facts.comments == ""


def test_sample_data_is_marked_on_every_part() -> None:
    for section in opened(letter(draft_mark="DỮ LIỆU MẪU", file_mark="mã 7f")).sections:
        assert section.first_page_footer.paragraphs[0].text == section.footer.paragraphs[0].text == "DỮ LIỆU MẪU"


def test_a_listener_can_stop_the_work() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        letter_docx(letter(), stop)


def test_a_letter_without_anything_still_opens() -> None:
    bare = letter(blocks=(), annexes=(), recipients=(), addressee="", subject="", issuer=(), number="", dated=None)
    assert "CỘNG HÒA" in opened(bare).tables[0].cell(0, 1).text


def test_room_to_write_on_and_long_addresses_break_in_word_as_on_the_pdf() -> None:
    columns = (Column("Họ và tên", 25), Column("Chức danh", 25), Column("Nhiệm vụ", 26), Column("Liên hệ", 26))
    table = Table(
        columns, (Row(("Lý Văn Thịnh", "Chủ tịch", "Phụ trách chung", "0900.000.201\nphochutich@anbinh.example")),)
    )
    blank = Paragraph(f"Điều 1. Công khai {'…' * 60}.", "Điều 1.")
    written = opened(letter(blocks=(blank, table), annexes=(), size=17.0))
    paragraph = next(each for each in written.paragraphs if each.text.startswith("Điều 1. Công khai …"))
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert [bool(run.bold) for run in paragraph.runs] == [True, False]
    assert "… …" in paragraph.text
    cells = [cell.text for each in written.tables for row in each.rows for cell in row.cells]
    assert "0900.000.201\nphochutich@\nanbinh.example" in cells


def test_what_ends_a_section_takes_no_room_so_that_a_full_page_is_not_followed_by_an_empty_one(
    report: Document,
) -> None:
    ends = [
        each for each in report.paragraphs if each._p.pPr is not None and each._p.pPr.find(qn("w:sectPr")) is not None
    ]
    assert len(ends) == len(report.sections) - 1
    assert [each.paragraph_format.line_spacing for each in (*ends, report.paragraphs[-1])] == [Pt(1)] * len(
        report.sections
    )
