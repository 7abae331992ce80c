"""Where pages end: the last one is never begun for a few lines, and what belongs together stays together."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from papi_desktop.domain.documents import Annex, CellKind, Column, Letter, Paragraph, Row, RowKind, Signature, Table
from papi_desktop.exporters.columns import fitted
from papi_desktop.exporters.docx import letter_docx
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.pages import page_count, page_image
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.exporters.pdf_letter import annex_setting, setting_of
from papi_desktop.exporters.styles import BODY, HEADER_GREY
from papi_desktop.exporters.titles import bound, wrap_balanced, wrap_bound
from papi_desktop.exporters.wrap import wrap
from tests.exporters.reading import flat, page_texts, pages
from tests.exporters.samples import letter

SENTENCE = "Niêm yết công khai danh sách hộ nghèo, hộ cận nghèo tại trụ sở Ủy ban nhân dân xã và nhà văn hóa thôn. "
COLUMNS = (Column("TT", 1, CellKind.CENTRED), Column("Họ và tên", 5), Column("Ghi chú", 3))


def short(*blocks: Paragraph | Table, **changes: object) -> Letter:
    return letter(blocks=blocks, annexes=(), addressee="", file_mark="", **changes)


def households(count: int, kind: RowKind = RowKind.PLAIN) -> Table:
    return Table(
        COLUMNS, (*(Row((number, f"Hộ số {number}", "")) for number in range(1, count)), Row((count, "Cuối", ""), kind))
    )


@cache
def longest_in_one_page(size: float = 14.0) -> int:
    """Return how many sentences fit on one page when nothing is set closer."""
    return next(n for n in range(2, 60) if setting_of(short(*[Paragraph(SENTENCE)] * n, size=size)).is_close) - 1


@pytest.mark.parametrize("size", [14.0, 17.0])
def test_a_letter_just_over_its_page_is_set_closer_and_fits(size: float) -> None:
    over = short(*[Paragraph(SENTENCE)] * (longest_in_one_page(size) + 1), size=size)
    assert setting_of(over).is_close
    assert page_count(letter_pdf(over)) == 1


def test_a_letter_that_takes_two_pages_anyway_is_set_as_usual() -> None:
    long = short(*[Paragraph(SENTENCE)] * int(longest_in_one_page() * 1.6))
    assert not setting_of(long).is_close
    assert page_count(letter_pdf(long)) == 2


@pytest.mark.parametrize("count", range(22, 40))
def test_the_last_rows_and_the_foot_stay_with_the_signature(count: int) -> None:
    made = letter_pdf(
        short(households(count), Paragraph("Thời gian niêm yết: từ ngày 01."), Paragraph("Nơi tiếp nhận."))
    )
    last = page_texts(made)[-1]
    assert "Nguyễn Văn Hòa" in last
    handful = [f"Hộ số {number}" for number in range(count - 4, count)]
    assert all(part in last for part in (*handful, "Cuối", "Thời gian", "Nơi tiếp"))


def test_a_long_text_under_a_table_need_not_stay_with_it() -> None:
    made = letter_pdf(short(households(20), *[Paragraph(SENTENCE)] * 14))
    assert page_count(made) == 2
    assert "Hộ số 19" in page_texts(made)[0]


@pytest.mark.parametrize("count", range(20, 60))
def test_no_page_begins_with_a_total_or_ends_with_a_band(count: int) -> None:
    rows: list[Row] = []
    for number in range(1, count + 1):
        if number % 5 == 1:
            rows.append(Row((f"Thôn {number}",), RowKind.BAND))
        rows.append(Row((number, f"Hộ số {number}", "")))
        if number % 5 == 0:
            rows.append(Row(("", f"Cộng thôn {number}", ""), RowKind.TOTAL))
    for text in page_texts(letter_pdf(short(Table(COLUMNS, tuple(rows)))))[1:]:
        after = re.split(r"Ghi chú\n", text)
        assert len(after) == 1 or not after[1].lstrip().startswith("Cộng")
    for text in page_texts(letter_pdf(short(Table(COLUMNS, tuple(rows)))))[:-1]:
        assert not text.rstrip().splitlines()[-1].strip().startswith("Thôn")


def test_minutes_with_four_signers_are_one_page_in_pdf_and_have_room_between_signers_in_word() -> None:
    parties = tuple(Signature((f"ĐẠI DIỆN BÊN {number}",), f"Trần Văn {number}") for number in range(4))
    minutes = short(*[Paragraph(SENTENCE)] * 10, parties=parties, recipients=())
    assert page_count(letter_pdf(minutes)) == 1
    signers = docx.Document(BytesIO(letter_docx(minutes))).tables[-1]
    first, second = (signers.cell(row, 0).paragraphs[0].paragraph_format.space_before for row in (0, 1))
    assert [each and each.pt for each in (first, second)] == [0, 14]


def test_word_keeps_the_foot_and_the_last_rows_with_the_signature() -> None:
    written = docx.Document(BytesIO(letter_docx(short(households(30), Paragraph("Thời gian."), Paragraph("Nơi.")))))
    table = next(each for each in written.tables if each.style and each.style.name == "Table Grid")
    kept = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept[-6:] == [False, *[True] * 5]
    foot = [each for each in written.paragraphs if each.text in ("Thời gian.", "Nơi.")]
    assert [each.paragraph_format.keep_with_next for each in foot] == [True, True]


def test_word_may_break_a_table_of_few_but_tall_rows() -> None:
    rows = tuple(Row((number, SENTENCE * 3, SENTENCE)) for number in range(13))
    written = docx.Document(BytesIO(letter_docx(short(Table(COLUMNS, rows), *[Paragraph(SENTENCE)] * 20))))
    table = next(each for each in written.tables if each.style and each.style.name == "Table Grid")
    assert table.rows[6].cells[1].paragraphs[0].paragraph_format.keep_with_next is False


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kết thúc niêm yết công khai tình hình thực hiện thu, chi ngân sách xã quý III năm 2022",
            ["Kết thúc niêm yết công khai tình hình thực hiện", "thu, chi ngân sách xã quý III năm 2022"],
        ),
        (
            "(Kèm theo Báo cáo số 86/BC-UBND ngày 09 tháng 9 năm 2026 của Ủy ban nhân dân xã An Bình)",
            ["(Kèm theo Báo cáo số 86/BC-UBND ngày 09 tháng 9 năm 2026", "của Ủy ban nhân dân xã An Bình)"],
        ),
        (
            "Kết quả thực hiện Kế hoạch nâng cao Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh (PAPI)",
            ["Kết quả thực hiện Kế hoạch nâng cao Chỉ số Hiệu quả", "quản trị và hành chính công cấp tỉnh (PAPI)"],
        ),
        (
            "Thực hiện nhiệm vụ nâng cao Chỉ số PAPI năm 2022 trên địa bàn xã An Bình",
            ["Thực hiện nhiệm vụ nâng cao Chỉ số PAPI", "năm 2022 trên địa bàn xã An Bình"],
        ),
    ],
)
def test_titles_break_between_phrases(text: str, wanted: list[str]) -> None:
    assert wrap_balanced(text, Face.BOLD, 14, 440) == wanted


def test_a_number_stays_with_what_it_counts() -> None:
    assert bound("ngày 09 tháng 9 năm 2026 tại trụ sở") == "ngày\u00a009 tháng\u00a09 năm\u00a02026 tại trụ\u00a0sở"
    assert bound("xem (Phụ lục III, IV) kèm theo") == "xem (Phụ\u00a0lục\u00a0III, IV) kèm\u00a0theo"
    for room in range(100, 400, 7):
        lines = wrap_bound("Báo cáo ngày 09 tháng 9 năm 2026 của xã về Quý III và Điều 5", Face.REGULAR, 14, room)
        assert not any(line.endswith(("ngày", "tháng", "năm", "Quý", "Điều")) for line in lines)
        assert not any("\u00a0" in line for line in lines)


def test_no_word_stands_alone_in_the_last_line() -> None:
    text = "Hoàn thành 03/06 nhiệm vụ, đạt 50%; đang thực hiện đúng tiến độ 03 nhiệm vụ."
    assert all(len(wrap_bound(text, Face.REGULAR, 14, room)[-1].split()) > 1 for room in range(100, 500, 3))


def test_no_word_of_a_recipient_stands_alone_in_its_last_line() -> None:
    page = pages(letter_pdf(replace(short(), recipients=("UBND huyện Bản Thượng (qua Phòng Nội vụ)", "Lưu: VT"))))[0]
    name = page.line("Nội", "vụ);")
    assert name[0].top == name[1].top


def test_a_line_that_would_have_holes_is_left_ragged() -> None:
    wide = "Căn cứ Nghị định 163/2016/NĐ-CP; Thông tư 343/2016/TT-BTC/Sở-Tài-chính-và-các-Sở-khác-trong-tỉnh"
    words = pages(letter_pdf(short(Paragraph(wide))))[0].line("Căn", "cứ", "Nghị", "định")
    gaps = [after.left - before.right for before, after in zip(words, words[1:], strict=False)]
    assert max(gaps) < 4.1 * 3.5


def test_grey_rows_do_not_hide_the_mark_and_the_text_stays_whole() -> None:
    columns = tuple(replace(column, heading=f"{column.heading} " * 30) for column in COLUMNS)
    plain = short(Table(columns, households(3).rows))
    marked = letter_pdf(replace(plain, draft_mark="DỮ LIỆU MẪU"))
    grey, bare = round(HEADER_GREY * 255), page_image(letter_pdf(plain), 0).rgb
    assert any(before == grey > after for before, after in zip(bare, page_image(marked, 0).rgb, strict=True))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in flat(marked)


def test_an_annex_just_over_its_page_is_set_closer_and_fits_in_pdf_and_word() -> None:
    def with_annex(rows: int) -> Letter:
        annex = Annex("I", "Bảng", households(rows), "Bảng", landscape=False, note="Ghi chú.")
        return replace(short(), annexes=(annex,))

    def annex_pages(rows: int) -> int:
        return page_count(letter_pdf(with_annex(rows))) - 1

    fits = next(rows for rows in range(20, 60) if annex_setting(each := with_annex(rows), each.annexes[0]).is_close)
    assert annex_pages(fits) == 1
    assert annex_pages(60) == 2
    written = docx.Document(BytesIO(letter_docx(with_annex(fits))))
    margins = written.tables[-1]._tbl.tblPr.find(qn("w:tblCellMar"))
    assert margins.find(qn("w:top")).get(qn("w:w")) == "32"


def test_type_for_the_wall_is_smaller_where_a_column_would_hold_one_word_a_line() -> None:
    columns = (Column("NỘI DUNG", 30), *(Column(f"TỔNG {number}", 13, CellKind.MONEY) for number in range(5)))
    table = Table(columns, (Row(("Chi hoạt động của cơ quan quản lý nhà nước", *[6_605_200_000] * 5)),))
    usual, wall = fitted(table, 740.0), fitted(table, 740.0, 1.475)
    assert usual.size < wall.size < 1.475 * usual.size
    assert wall.widths[0] > 0.7 * 740 * 30 / 95


def test_an_address_breaks_behind_its_sign_only_where_it_would_squeeze_other_columns() -> None:
    columns = (Column("Họ và tên", 21), Column("Nhiệm vụ", 26), Column("Liên hệ", 26))
    table = Table(columns, (Row(("Nguyễn Thu Hường", "Thu, chi ngân sách", "phochutich@anbinh.example")),))
    whole, wall = fitted(table, 468.0), fitted(table, 468.0, 1.475)
    address = "phochutich@anbinh.example"
    assert wrap(address, Face.BOLD, whole.size, whole.widths[2] - 7) == [address]
    assert wall.size == round(2 * 1.475 * whole.size) / 2
    assert wrap(address, Face.BOLD, wall.size, wall.widths[2] - 7) == ["phochutich@", "anbinh.example"]


def test_a_letter_that_needs_it_is_set_in_13_pt_on_the_desk_but_not_on_the_wall() -> None:
    long = [short(*[Paragraph(SENTENCE)] * count) for count in range(8, 30)]
    chosen = [setting_of(each) for each in long]
    small = next(index for index, each in enumerate(chosen) if each.is_small)
    assert chosen[small - 1].is_close
    assert page_count(letter_pdf(long[small])) == 1
    assert chosen[small].of(BODY).size == 13
    assert not any(setting_of(replace(each, size=17.0)).is_small for each in long)


def test_a_name_takes_two_lines_at_most() -> None:
    columns = (Column("Họ và tên", 21, of_names=True), Column("Nhiệm vụ", 40), Column("Liên hệ", 40))
    table = Table(columns, (Row(("Nguyễn Thị Thu Hường", SENTENCE * 4, SENTENCE * 4)),))
    summed = replace(table, rows=(*table.rows, Row((f"Cộng {SENTENCE}", "", ""), RowKind.TOTAL)))
    assert fitted(summed, 468.0, 1.475).widths[0] < 140
    found = fitted(table, 468.0, 1.475)
    assert len(wrap("Nguyễn Thị Thu Hường", Face.REGULAR, found.size, found.widths[0] - 7)) == 2


def test_a_short_text_takes_two_lines_at_most_where_that_squeezes_no_other_column() -> None:
    columns = (
        Column("Nhiệm vụ", 26),
        Column("Lĩnh vực", 8),
        Column("Các bước", 26),
        Column("Thời gian", 10, CellKind.CENTRED),
    )
    cells = (SENTENCE * 2, "Công nghệ thông tin", SENTENCE * 2, "01/07/2022 – 14/07/2022")
    table = Table(columns, (Row(cells),))

    def lines(room: float) -> list[int]:
        found = fitted(table, room)
        pairs = zip(cells, found.widths, strict=True)
        return [len(wrap(text, Face.REGULAR, found.size, wide - 7)) for text, wide in pairs]

    assert [lines(440.0)[1], lines(440.0)[3]] == [2, 2]
    assert fitted(table, 200.0).size == fitted(Table(columns, (Row((*cells[:3], "01/07/2022")),)), 200.0).size


def test_the_signature_keeps_the_foot_and_rows_even_when_all_rows_are_tall() -> None:
    tall = Table(COLUMNS, tuple(Row((number, SENTENCE * 7, "")) for number in range(9)))
    for foot in range(1, 4):
        last = page_texts(letter_pdf(short(tall, *[Paragraph(SENTENCE)] * foot)))[-1]
        assert "Nguyễn Văn Hòa" in last
        assert last.count("Niêm yết") >= 2
