"""Plans set in the old TCVN3 and VNI fonts are read like any other."""

import pytest
from openpyxl.styles import Font

from tests.importers.annex import HEADINGS, active, annex, assert_is_the_annex, document, read_docx, read_xlsx, sheet
from tests.importers.test_legacy_text import tcvn3, vni, written


@pytest.mark.parametrize(("font", "code"), [(".VnTime", tcvn3()), ("VNI-Times", vni())])
def test_text_in_the_old_fonts_gives_the_annex(font: str, code: dict[str, str]) -> None:
    rows = [[written(text, code) for text in row] for row in (HEADINGS, *annex())]
    workbook, by_run, by_style = sheet(rows[1:], headings=rows[0]), document(rows), document(rows)
    for row in active(workbook).iter_rows(min_row=5):
        for cell in row:
            cell.font = Font(name=font)
    for paragraph in (
        paragraph for row in by_run.tables[0].rows for cell in row.cells for paragraph in cell.paragraphs
    ):
        for run in paragraph.runs:
            run.font.name = font
    by_style.styles["Normal"].font.name = font
    assert_is_the_annex(read_xlsx(workbook))
    assert_is_the_annex(read_docx(by_run))
    assert_is_the_annex(read_docx(by_style))


def test_a_letter_whose_mark_stands_in_another_run_is_one_letter() -> None:
    paper = document([HEADINGS, ["1.1", "", "UBND xã", "", "Quý III/2022"]])
    paragraph = paper.tables[0].cell(1, 1).paragraphs[0]
    for text in ("Coâng kha", "i ngaân sa", "ùch"):
        paragraph.add_run(text).font.name = "VNI-Times"
    assert read_docx(paper).tasks[0].text == "Công khai ngân sách"
