"""Tables on paper: a header on each page, whole rows, and nothing cut off."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from papi_desktop.domain.documents import Annex, CellKind, Column, Letter, Paragraph, Row, RowKind, Table
from papi_desktop.exporters.pdf import letter_pdf
from tests.exporters.reading import flat, page_texts, pages, text
from tests.exporters.samples import letter

COLUMNS = (
    Column("TT", 1, CellKind.CENTRED),
    Column("Nội dung công việc", 6),
    Column("Ngày", 2, CellKind.DATE),
    Column("Số tiền", 2, CellKind.MONEY),
    Column("Ký hiệu", 2),
)


def with_table(*rows: Row, columns: tuple[Column, ...] = COLUMNS, landscape: bool = True) -> Letter:
    return letter(blocks=(), annexes=(Annex("I", "Bảng", Table(columns, rows), "Bảng", landscape),))


def rows(count: int) -> list[Row]:
    task = "Niêm yết công khai danh sách hộ nghèo tại nhà văn hóa thôn và trụ sở "
    return [Row((n, task * (1 + n % 4), date(2026, 7, 1 + n % 28), 1000 * n, f"cuối{n}")) for n in range(count)]


@pytest.fixture(scope="module")
def long_table() -> bytes:
    return letter_pdf(with_table(*rows(500)))


def test_the_header_stands_on_every_page(long_table: bytes) -> None:
    annex = page_texts(long_table)[1:]
    assert len(annex) > 20
    assert all("Nội dung công việc" in page and "Ký hiệu" in page for page in annex)


def test_no_row_is_split_over_pages(long_table: bytes) -> None:
    for page in pages(long_table)[1:]:
        numbers = {word.text for word in page.words if word.left < 30 * 72 / 25.4 + 60 and word.text.isdigit()}
        marks = {word.text.removeprefix("cuối") for word in page.words if word.text.startswith("cuối")}
        assert marks <= numbers


def test_no_text_of_a_long_table_is_cut(long_table: bytes) -> None:
    read = text(long_table, "-layout")
    assert sum(1 for word in read.split() if word.startswith("cuối")) == 500
    wanted = sum(str(row.cells[1]).count("Niêm") for row in rows(500))
    assert sum(1 for page in pages(long_table)[1:] for word in page.words if word.text == "Niêm") == wanted


def test_a_row_taller_than_a_page_is_split_without_loss() -> None:
    story = " ".join(f"từ{n}" for n in range(4000))
    pdf = letter_pdf(with_table(Row((1, story, None, None, ""))))
    assert len(pages(pdf)) > 3
    read = flat(pdf)
    assert [n for n in range(4000) if f"từ{n}" not in read] == []


def test_a_word_wider_than_its_column_is_broken_not_cut() -> None:
    pdf = letter_pdf(with_table(Row((1, "w" * 300, None, None, "y" * 90))))
    page = pages(pdf)[-1]
    assert "".join(word.text for word in page.words).count("w") == 300
    assert max(word.right for word in page.words) <= page.width - 15 * 72 / 25.4


def test_a_band_is_never_the_last_row_of_a_page() -> None:
    table = [
        row
        for group, first in enumerate(range(0, 200, 5))
        for row in (Row((f"Nhóm việc {group}",), RowKind.BAND), *rows(200)[first : first + 5])
    ]
    for page in page_texts(letter_pdf(with_table(*table)))[1:]:
        assert "Nhóm việc" not in page.strip().splitlines()[-1]


def test_the_last_row_is_not_alone_on_a_page() -> None:
    for count in range(14, 34):
        last = page_texts(letter_pdf(with_table(*rows(count))))[-1]
        assert last.count("cuối") >= 2


def test_a_handful_of_rows_stand_on_the_last_page() -> None:
    low = [replace(row, cells=(row.cells[0], "Niêm yết", *row.cells[2:])) for row in rows(60)]
    for count in range(16, 60):
        last = page_texts(letter_pdf(with_table(*low[:count])))[-1]
        assert last.count("cuối") >= 5


def test_a_sum_stays_with_the_first_of_the_rows_it_sums() -> None:
    table = [replace(row, kind=RowKind.LEAD) if number % 7 == 0 else row for number, row in enumerate(rows(200))]
    for page in page_texts(letter_pdf(with_table(*table)))[1:]:
        numbers = [int(mark) for mark in re.findall(r"cuối(\d+)", page)]
        assert numbers[-1] % 7


def test_numbers_stand_right_and_dates_in_the_middle() -> None:
    page = pages(letter_pdf(with_table(*rows(22)[9:22])))[1]
    money = [word for word in page.words if word.text in {"9.000", "10.000"}]
    assert money[0].right == pytest.approx(money[1].right, abs=0.2)
    heading = page.line("Ngày")[0]
    day = next(word for word in page.words if word.text == "11/07/2026")
    assert day.middle == pytest.approx(heading.middle, abs=0.5)


def test_numbers_are_written_the_vietnamese_way() -> None:
    columns = tuple(
        Column("Cột", 1, kind) for kind in (CellKind.MONEY, CellKind.PERCENT, CellKind.NUMBER, CellKind.DATE)
    )
    row = Row((186_400_000, Decimal("67.9"), Decimal("-1234.50"), date(2026, 9, 5)))
    read = text(letter_pdf(with_table(row, columns=columns)), "-layout")
    assert "186.400.000 67,9% -1.234,5 05/09/2026" in " ".join(read.split())


def test_numbers_are_never_broken_even_in_narrow_columns() -> None:
    narrow = (Column("Nội dung", 60), Column("Số tiền", 1, CellKind.MONEY), Column("Ngày", 1, CellKind.DATE))
    row = Row(("Một việc", 186_400_000, date(2026, 12, 31)))
    read = flat(letter_pdf(with_table(row, columns=narrow, landscape=False)))
    assert "186.400.000" in read
    assert "31/12/2026" in read


def test_an_empty_table_prints_its_header() -> None:
    assert "Nội dung công việc" in flat(letter_pdf(with_table()))


def test_a_short_table_in_the_text_stays_on_one_page() -> None:
    for lines in range(20, 34):
        text_before = tuple(Paragraph(f"Đoạn {line}.") for line in range(lines))
        pdf = letter_pdf(letter(blocks=(*text_before, Table(COLUMNS, tuple(rows(4)))), annexes=()))
        assert sum("Ký hiệu" in page for page in page_texts(pdf)) == 1
