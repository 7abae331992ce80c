"""The letter on paper, measured against NĐ 30/2020/NĐ-CP Phụ lục I."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.documents import Paragraph, Signature
from papi_desktop.exporters.pdf import letter_pdf
from tests.exporters.reading import MM, Word, flat, fonts, page_texts, pages, rules
from tests.exporters.samples import letter

LEFT, RIGHT = 30 * MM, (210 - 15) * MM


@pytest.fixture(scope="module")
def report() -> bytes:
    return letter_pdf(letter())


def ends(words: list[Word]) -> tuple[float, float]:
    return words[0].left, words[-1].right


def rule_under(pdf: bytes, words: list[Word]) -> tuple[float, float, float]:
    below = [rule for rule in rules(pdf) if 0 < rule[2] - words[0].bottom < 12 and rule[0] < words[-1].right]
    return min((rule for rule in below if rule[1] > words[0].left), key=lambda rule: rule[2])


def test_the_letter_is_on_a4_upright(report: bytes) -> None:
    page = pages(report)[0]
    assert (page.width, page.height) == pytest.approx((210 * MM, 297 * MM), abs=0.1)


def test_nothing_stands_in_the_margins_but_page_numbers_and_the_file_mark(report: bytes) -> None:
    for page in pages(report):
        body = [word for word in page.words if word.top > 17 * MM and word.bottom < page.height - 12 * MM]
        assert min(word.left for word in body) >= LEFT - 0.5
        assert max(word.right for word in body) <= page.width - 15 * MM + 0.5
        assert min(word.top for word in body) >= 20 * MM - 1
        assert max(word.bottom for word in body) <= page.height - 20 * MM + 1


def test_the_country_stands_in_the_right_half_over_the_motto(report: bytes) -> None:
    page = pages(report)[0]
    country = page.line("CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM")
    motto = page.line("Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc")
    assert sum(ends(country)) / 2 == pytest.approx(sum(ends(motto)) / 2, abs=1)
    assert sum(ends(country)) / 2 > page.width / 2
    assert motto[0].top > country[0].top
    assert fonts(report)["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == ("Tinos-Bold", 12)
    assert fonts(report)["Độc lập - Tự do - Hạnh phúc"] == ("Tinos-Bold", 13)


def test_the_rule_under_the_motto_is_as_long_as_the_motto(report: bytes) -> None:
    motto = pages(report)[0].line("Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc")
    left, right, _ = rule_under(report, motto)
    assert (left, right) == pytest.approx(ends(motto), abs=1.5)


@pytest.mark.parametrize("words", [("XÃ", "AN", "BÌNH"), ("và", "hành", "chính", "công", "(PAPI)")])
def test_the_rule_under_a_title_is_a_third_to_half_of_the_line(report: bytes, words: tuple[str, ...]) -> None:
    page = pages(report)[0]
    line = [word for word in page.words if word.top == page.line(*words)[0].top and word.right <= RIGHT]
    line = [word for word in line if word.middle < page.width / 2] if words[0] == "XÃ" else line
    left, right, _ = rule_under(report, line)
    long = line[-1].right - line[0].left
    assert long / 3 <= right - left <= long / 2
    assert (left + right) / 2 == pytest.approx(sum(ends(line)) / 2, abs=1)


def test_the_number_and_the_date_stand_on_one_line_under_issuer_and_country(report: bytes) -> None:
    page = pages(report)[0]
    number = page.line("Số:", "86/BC-UBND")
    dated = page.line("An", "Bình,", "ngày", "09", "tháng", "9", "năm", "2026")
    assert number[0].bottom == pytest.approx(dated[0].bottom, abs=1)
    assert number[0].top > page.line("XÃ", "AN", "BÌNH")[0].bottom
    assert fonts(report)["Số: 86/BC-UBND"] == ("Tinos-Regular", 13)
    assert fonts(report)["An Bình, ngày 09 tháng 9 năm 2026"] == ("Tinos-Italic", 13)


def test_without_number_and_date_there_is_room_to_write_them() -> None:
    pdf = letter_pdf(letter(number="", dated=None))
    page = pages(pdf)[0]
    words = {word.text: word for word in page.words[:40]}
    assert words["/BC-UBND"].left - words["Số:"].right > 10 * MM
    assert words["tháng"].left - words["ngày"].right > 6 * MM
    assert "2026" not in " ".join(word.text for word in page.words[:25])


def test_months_one_and_two_and_days_under_ten_carry_a_zero() -> None:
    assert "ngày 05 tháng 02 năm 2026" in flat(letter_pdf(letter(dated=date(2026, 2, 5))))


def test_numbers_under_ten_carry_a_zero() -> None:
    assert "Số: 05/BC-UBND" in flat(letter_pdf(letter(number="5")))


def test_the_title_is_bold_and_centred(report: bytes) -> None:
    kind = next(word for word in pages(report)[0].words if word.text == "BÁO")
    assert fonts(report)["BÁO CÁO"] == ("Tinos-Bold", 14)
    assert kind.left < (LEFT + RIGHT) / 2 < kind.right + 40


def test_the_body_is_set_in_fourteen_points_with_the_first_line_in(report: bytes) -> None:
    page = pages(report)[0]
    first, second = page.line("Thực", "hiện", "Kế", "hoạch", "số")[0], page.line("UBND", "tỉnh", "Lào", "Cai")[0]
    assert first.left - second.left == pytest.approx(12.7 * MM, abs=0.5)
    assert second.left == pytest.approx(LEFT, abs=0.5)
    assert ("Tinos-Regular", 14.0) in fonts(report).values()


def test_full_lines_reach_both_margins(report: bytes) -> None:
    page = pages(report)[0]
    top = page.line("UBND", "tỉnh", "Lào", "Cai")[0].top
    line = [word for word in page.words if word.top == top]
    assert ends(line) == pytest.approx((LEFT, RIGHT), abs=0.7)


def test_paragraphs_are_at_least_six_points_apart() -> None:
    pdf = letter_pdf(letter(blocks=(Paragraph("Một đoạn."), Paragraph("Hai đoạn."))))
    page = pages(pdf)[0]
    assert page.line("Hai", "đoạn.")[0].top - page.line("Một", "đoạn.")[0].bottom >= 6


def test_the_bases_are_italic_and_end_in_semicolons_and_a_full_stop() -> None:
    pdf = letter_pdf(letter(bases=("Căn cứ Luật A", "Căn cứ Nghị định B;")))
    assert "Căn cứ Luật A; Căn cứ Nghị định B." in flat(pdf)
    assert fonts(pdf)["Căn cứ Luật A;"] == ("Tinos-Italic", 14)


def test_page_numbers_stand_in_the_middle_of_the_top_margin_but_not_on_the_first_page(report: bytes) -> None:
    first, second = pages(report)[:2]
    number = second.words[0]
    assert number.text == "2"
    assert number.middle == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    assert number.bottom < 20 * MM
    assert min(word.top for word in first.words) > 19 * MM


def test_each_annex_counts_its_own_pages(report: bytes) -> None:
    texts = page_texts(report)
    starts = [index for index, page in enumerate(texts) if page.lstrip().startswith("Phụ lục I")]
    assert len(starts) == 3
    assert texts[starts[0] + 1].split()[0] == "2"
    assert texts[starts[1] + 1].split()[0] == "2"


def test_an_annex_says_what_it_belongs_to_and_may_lie_across(report: bytes) -> None:
    annex = next(page for page in pages(report) if page.words[0].text == "Phụ")
    assert annex.width > annex.height
    assert "KẾT QUẢ THỰC HIỆN TỪNG NHIỆM VỤ" in flat(report)
    belongs = "(Kèm theo Báo cáo số 86/BC-UBND ngày 09 tháng 9 năm 2026 của Ủy ban nhân dân xã An Bình)"
    assert belongs in flat(report)


def test_the_recipients_stand_left_of_the_signature(report: bytes) -> None:
    last = max(index for index, page in enumerate(pages(report)) if any(word.text == "nhận:" for word in page.words))
    page, letters = pages(report)[last], fonts(report, last)
    assert page.line("Nơi", "nhận:")[0].left == pytest.approx(LEFT, abs=0.5)
    assert page.line("TM.", "ỦY", "BAN", "NHÂN", "DÂN")[0].left > page.width / 2
    assert letters["Nơi nhận:"] == ("Tinos-BoldItalic", 12)
    assert letters["- Như trên;"] == ("Tinos-Regular", 11)
    assert letters["- Lưu: VT, VHXH."] == ("Tinos-Regular", 11)
    assert letters["Nguyễn Văn Hòa"] == ("Tinos-Bold", 14)


@pytest.mark.parametrize("paragraphs", range(8, 22))
def test_the_signature_is_never_alone_on_a_page(paragraphs: int) -> None:
    body = tuple(Paragraph(f"Đoạn thứ {index} của báo cáo dài vừa đủ một dòng.") for index in range(paragraphs))
    pdf = letter_pdf(letter(blocks=body, annexes=()))
    page = next(text for text in page_texts(pdf) if "TM. ỦY BAN" in text)
    assert page.split("TM. ỦY BAN")[0].count("Đoạn thứ") >= 2


def test_a_deputy_signs_for_the_chairman() -> None:
    lines = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    pdf = letter_pdf(replace(letter(), signature=Signature(lines, "Lý Thị Mai"), recipients=()))
    assert [line in flat(pdf) for line in (*lines, "Lý Thị Mai")] == [True] * 4


def test_several_addressees_stand_under_each_other() -> None:
    pdf = letter_pdf(letter(addressee="Sở Nội vụ tỉnh Lào Cai\nHuyện ủy Bát Xát", annexes=()))
    page = pages(pdf)[0]
    first, second = page.line("-", "Sở", "Nội", "vụ")[0], page.line("-", "Huyện", "ủy")[0]
    assert first.left == pytest.approx(second.left, abs=0.5)
    assert "Kính gửi:" in flat(pdf)
    assert "Huyện ủy Bát Xát." in flat(pdf)
