"""Tables copied in Word or Excel are read from the clipboard as a page or as text with tabs."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.tasks import Part
from papi_desktop.domain.text import squeeze
from papi_desktop.importers.clipboard import paste_plan, read_clipboard, read_html, read_tabbed
from papi_desktop.importers.grid import Grid
from papi_desktop.services.bulk import tabbed
from tests.importers.annex import HEADINGS, TITLE, annex

TODAY = date(2022, 7, 1)


def grid(html: str) -> Grid:
    (found,) = (block for block in read_html(html).blocks if isinstance(block, Grid))
    return found


def page(rows: list[list[str]]) -> str:
    lines = "".join(
        "<tr>" + "".join(f"<td><p>{text}</p></td>".replace("\n", "<br>") for text in row) + "</tr>" for row in rows
    )
    title = "".join(f"<p>{line}</p>" for line in TITLE)
    return f"<html><head><style>td {{color:red}}</style></head><body>{title}<table>{lines}</table></body></html>"


def test_a_plan_copied_in_word_is_read_like_the_file() -> None:
    proposal = paste_plan("", page([list(HEADINGS), *annex()]), TODAY)
    assert proposal.plan.year == 2022
    parts = Counter(task.part for task in proposal.tasks)
    assert (parts[Part.LEAD], parts[Part.COORDINATE], parts[Part.INFORM]) == (15, 13, 11)


def test_a_plan_copied_in_excel_is_read_from_its_text() -> None:
    text = "\r\n".join("\t".join(row) for row in [list(HEADINGS), *annex()])
    proposal = paste_plan(text, "", TODAY)
    assert len(proposal.tasks) == 39
    assert proposal.tasks[1].deadline.due == date(2022, 7, 14)


def test_cells_with_line_ends_and_quotes_come_whole() -> None:
    assert read_tabbed('1\t"Họp\nthôn ""An Hòa"""\tx\r\n2\t5" ống\t').rows == (
        ("1", 'Họp\nthôn "An Hòa"', "x"),
        ("2", '5" ống', ""),
    )


TEXTS = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=' \n"'), max_size=12)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_the_program_copies_it_reads_back(rows: list[list[str]]) -> None:
    rows[-1][-1] += "x"
    back = read_tabbed(tabbed(rows)).rows
    assert [[squeeze(text) for text in row] for row in back] == [[squeeze(text) for text in row] for row in rows]


def test_merged_cells_are_laid_out_as_in_a_file() -> None:
    found = grid("<table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>c</td><td>d</td></tr></table>")
    assert found.rows == (("A", "B", ""), ("A", "c", "d"))
    assert found.below == {(1, 0)}
    assert found.beside == {(0, 2)}


def test_a_table_in_a_cell_becomes_lines_of_the_cell() -> None:
    found = grid(
        "<table><tr><td>Gồm<table><tr><td>một</td></tr><tr><td>hai</td></tr></table></td><td>x</td></tr></table>"
    )
    assert found.rows == (("Gồm\nmột\nhai", "x"),)


def test_old_fonts_on_the_clipboard_become_unicode() -> None:
    found = grid('<table><tr><td style="font-family:.VnTime">NhiÖm vô</td></tr></table>')
    assert found.rows == (("Nhiệm vụ",),)


def test_styles_and_scripts_are_not_text() -> None:
    found = grid("<table><tr><td><style>p {}</style><script>x()</script>chữ</td></tr></table>")
    assert found.rows == (("chữ",),)


@pytest.mark.parametrize(
    "html", ["<table>", "<table><tr>", "<table><td>a", "</td></table><table><tr><td rowspan=99999>"]
)
def test_half_a_page_does_no_harm(html: str) -> None:
    read_html(html)


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    read_tabbed(text)
    read_html(f"<table><tr><td>{text}")


@pytest.mark.parametrize(("text", "html"), [("", ""), ("\n\t\n", ""), ("", "<p>chỉ có chữ</p>")])
def test_an_empty_clipboard_is_refused_with_what_to_do(text: str, html: str) -> None:
    with pytest.raises(KnownError, match="Trong bộ nhớ tạm không có bảng"):
        read_clipboard(text, html)


def test_a_pasted_table_that_is_no_plan_is_refused_without_speaking_of_a_file() -> None:
    with pytest.raises(KnownError) as refusal:
        paste_plan("Họ tên\tSố tiền\nLò Thị Mẩy\t5", "", TODAY)
    assert "tệp" not in str(refusal.value)


def test_too_much_is_refused() -> None:
    with pytest.raises(KnownError, match="quá lớn"):
        read_clipboard("x" * (21 * 1024 * 1024))
