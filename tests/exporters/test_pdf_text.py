"""The text of a PDF comes back whole, and the file tells nothing about the machine."""

import unicodedata
from collections import Counter
from io import BytesIO

import pypdf
import pytest

from papi_desktop.domain.documents import Heading, Paragraph
from papi_desktop.domain.errors import Cancelled
from papi_desktop.exporters.pages import page_count, page_image, page_images
from papi_desktop.exporters.pdf import letter_pdf
from tests.exporters.reading import flat, text
from tests.exporters.samples import EVERY_LETTER, letter


@pytest.mark.parametrize(
    "changes",
    [
        {"blocks": (Paragraph(EVERY_LETTER),)},
        {"blocks": (Heading(EVERY_LETTER, 2),)},
        {"bases": (EVERY_LETTER,)},
        {"blocks": (Heading(EVERY_LETTER, 3),)},
    ],
    ids=["regular", "bold", "italic", "bold italic"],
)
def test_every_vietnamese_letter_comes_back(changes: dict[str, object]) -> None:
    assert EVERY_LETTER in flat(letter_pdf(letter(**changes)))


def test_text_in_nfd_is_printed_in_nfc() -> None:
    loose = unicodedata.normalize("NFD", "Đối thoại với Nhân dân về hộ nghèo")
    read = text(letter_pdf(letter(blocks=(Paragraph(loose),))))
    assert unicodedata.normalize("NFC", loose) in read
    assert unicodedata.is_normalized("NFC", read)


def test_control_characters_are_not_printed() -> None:
    assert "Một hai" in flat(letter_pdf(letter(blocks=(Paragraph("Một\x00\x07\u200b hai\ufeff"),))))


def test_all_the_text_of_the_report_is_there() -> None:
    whole, read = letter(), flat(letter_pdf(letter()))
    paragraphs = [line for block in whole.blocks if isinstance(block, Paragraph) for line in block.text.split("\n")]
    assert [line for line in paragraphs if line not in read] == []


def test_the_type_is_embedded_in_part() -> None:
    page = pypdf.PdfReader(BytesIO(letter_pdf(letter()))).pages[0]
    found = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert len(found) == 4
    assert all("+Tinos" in font["/BaseFont"] and "/FontFile2" in font["/FontDescriptor"] for font in found)


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert letter_pdf(letter()) == letter_pdf(letter())


def test_the_properties_name_title_and_issuer_only() -> None:
    facts = pypdf.PdfReader(BytesIO(letter_pdf(letter()))).metadata
    assert facts is not None
    assert facts.title is not None
    assert facts.title.startswith("Báo cáo Kết quả thực hiện Kế hoạch")
    assert facts.author == "Ủy ban nhân dân xã An Bình"
    assert facts.creator == facts.producer == "PAPI Desktop"
    assert str(facts["/CreationDate"]).startswith("D:20260909000000")


def test_the_sample_mark_is_one_phrase_and_leaves_the_text_whole() -> None:
    marked = letter_pdf(letter(draft_mark="DỮ LIỆU MẪU"))
    assert text(marked).count("DỮ LIỆU MẪU") == page_count(marked)
    rest = text(marked).replace("DỮ LIỆU MẪU", "").split()
    assert Counter(rest) == Counter(flat(letter_pdf(letter())).split())


def test_the_file_mark_is_on_the_last_page_only() -> None:
    pdf = letter_pdf(letter(file_mark="mã 7f3a"))
    assert text(pdf).count("mã 7f3a") == 1
    assert "mã 7f3a" in text(pdf).split("\f")[-2]


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    letter_pdf(letter(), lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 60
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_listener_can_stop_the_work() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        letter_pdf(letter(), stop)


def test_a_letter_without_anything_still_prints() -> None:
    bare = letter(blocks=(), annexes=(), bases=(), recipients=(), addressee="", subject="", issuer=(), file_mark="")
    assert page_count(letter_pdf(bare)) == 1


def test_pages_become_pictures_of_their_size() -> None:
    pdf = letter_pdf(letter())
    image = page_image(pdf, 0, 72)
    assert (image.width, image.height) == (596, 842)
    assert len(image.rgb) == image.stride * image.height
    assert image.png().startswith(b"\x89PNG")
    assert len(page_images(pdf, 20)) == page_count(pdf)
