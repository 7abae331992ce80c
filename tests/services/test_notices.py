"""Printable papers: read back from the PDF with all they must say, blank for the clerk, large for the wall."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from db.database import Database
from papi_desktop.catalog import cited
from papi_desktop.domain.documents import Paragraph, Table
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.publications import PlaceKind, Publication
from papi_desktop.services.disclosure import publish_budget
from papi_desktop.services.notice_templates import (
    NoticeKind,
    bundled_text,
    keep_template,
    notice_kind,
    read_template,
    restore_template,
)
from papi_desktop.services.notices import PaperFile, PaperOptions, export, letters, preview, values_of
from papi_desktop.services.publication_kinds import kinds
from papi_desktop.services.publishing import note_opinion, take_down
from papi_desktop.services.reception_schedule import change
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
SIGNED = PaperOptions(number="7", dated=TODAY)


def budget(work: Work) -> Publication:
    found = [each for each in work.publications.all() if each.title.endswith("6 tháng đầu năm 2022")]
    made = replace(found[0], document="Quyết định số 45/QĐ-UBND ngày 05/7/2022", sheets=4)
    return work.publications.put(made).after


def paper_id(work: Work, kind: NoticeKind) -> int:
    if kind is NoticeKind.RECEPTION:
        return work.reception_schedules.all()[0].id
    if kind is NoticeKind.HOUSEHOLDS:
        return 2022
    return 0 if kind is NoticeKind.DIRECTORY else budget(work).id


def pages(work: Work, kind: NoticeKind, options: PaperOptions = SIGNED) -> list[str]:
    pdf = preview(letters(work, kind, paper_id(work, kind), TODAY, options))
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_paper_has_the_letterhead_and_leaves_no_placeholder(sample_work: Work, kind: NoticeKind) -> None:
    for options in (SIGNED, PaperOptions(blank=True), PaperOptions(large=True)):
        text = " ".join(pages(sample_work, kind, options))
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
        assert "XÃ AN BÌNH" in text
        assert "{{" not in text
        assert "}}" not in text


def test_the_notice_says_what_when_where_and_whom_to_ask(sample_work: Work) -> None:
    (text,) = pages(sample_work, NoticeKind.POSTING)
    for words in (
        "Số: 07/TB-UBND",
        "THÔNG BÁO",
        "Quyết định số 45/QĐ-UBND ngày 05/7/2022, kèm 04 tờ",
        "Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ",
        "Căn cứ Thông tư số 343/2016/TT-BTC ngày 30 tháng 12 năm 2016 của Bộ Tài chính",
        "ít nhất 30 ngày liên tục",
        "Trụ sở UBND xã An Bình; 9 nhà văn hóa thôn, tổ dân phố",
        "Nguyễn Thu Hường",
        "TM. ỦY BAN NHÂN DÂN",
        "Lý Văn Thịnh",
        "Lưu: VT",
    ):
        assert words in text, words


def test_a_notice_of_2022_cites_the_ordinance_and_one_of_2024_the_law(sample_work: Work) -> None:
    assert "Pháp lệnh Thực hiện dân chủ" in pages(sample_work, NoticeKind.POSTING)[0]
    later = replace(SIGNED, dated=date(2024, 3, 1))
    assert "Luật Thực hiện dân chủ ở cơ sở" in pages(sample_work, NoticeKind.POSTING, later)[0]


def test_each_base_stands_on_a_line_of_its_own_and_none_twice(sample_work: Work) -> None:
    land = sample_work.publications.put(replace(budget(sample_work), basis="Luật Đất đai; Luật 10/2022/QH15 Điều 11"))
    (letter,) = letters(sample_work, NoticeKind.POSTING, land.after.id, TODAY, replace(SIGNED, dated=date(2025, 3, 3)))
    assert letter.bases == (
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024",
    )


def test_every_basis_that_a_kind_cites_is_written_out() -> None:
    own = {"Kế hoạch PAPI của tỉnh"}
    for known in kinds():
        for part in known.basis.split(";"):
            short = part.strip().partition(" Điều")[0]
            assert short in own or cited(short, TODAY) is not None, short


def test_a_base_of_the_officers_own_stays_as_it_was_typed(sample_work: Work) -> None:
    own = sample_work.publications.put(replace(budget(sample_work), basis="Nghị quyết số 05/NQ-HĐND")).after
    (letter,) = letters(sample_work, NoticeKind.POSTING, own.id, TODAY, SIGNED)
    assert letter.bases[-1] == "Căn cứ Nghị quyết số 05/NQ-HĐND"


def test_a_notice_tells_of_the_loudspeaker_only_where_it_is_used(sample_work: Work) -> None:
    assert "Phát thanh" not in pages(sample_work, NoticeKind.POSTING)[0]
    poor = next(each for each in sample_work.publications.all() if each.kind == "poor_households")
    (letter,) = letters(sample_work, NoticeKind.POSTING, poor.id, TODAY, SIGNED)
    said = " ".join(each.text for each in letter.blocks if not isinstance(each, Table))
    assert "5. Phát thanh Phát trên đài truyền thanh …… lần mỗi ngày, trong 03 ngày liên tục." in said


def test_minutes_name_those_who_sign_them_and_have_no_number(sample_work: Work) -> None:
    for kind in (NoticeKind.POSTING_RECORD, NoticeKind.POSTING_END):
        letter = letters(sample_work, kind, budget(sample_work).id, TODAY, SIGNED)[0]
        assert (letter.symbol, letter.place) == ("", "")
        said = [each.text for each in letter.blocks if isinstance(each, Paragraph)]
        assert [line.split(":")[0] for line in said[1:5]] == [
            "1. Đại diện UBND xã An Bình",
            "2. Người phụ trách",
            "3. Đại diện Ban CTMT, Ban TTND",
            "4. Đại diện hộ dân",
        ]
        assert letter.parties[3].name in said[4]


def test_minutes_of_one_place_fit_on_one_page(sample_work: Work) -> None:
    assert len(pages(sample_work, NoticeKind.POSTING_RECORD)) == 10


@pytest.mark.parametrize("kind", [NoticeKind.POSTING_RECORD, NoticeKind.POSTING_END])
def test_minutes_come_one_for_each_place_with_four_parties(sample_work: Work, kind: NoticeKind) -> None:
    publication = budget(sample_work)
    made = letters(sample_work, kind, publication.id, TODAY, SIGNED)
    assert len(made) == len(publication.place_ids) == 10
    assert all(len(each.parties) == 4 for each in made)
    text = " ".join(pages(sample_work, kind))
    for place in sample_work.places.all():
        if place.id in publication.place_ids:
            assert f"tại {place.name}" in text


def test_minutes_of_a_village_name_its_head(sample_work: Work) -> None:
    house = next(each for each in sample_work.places.all() if each.kind is PlaceKind.VILLAGE_HOUSE)
    head = next(each.head for each in sample_work.villages.all() if each.id == house.village_id)
    (text,) = pages(sample_work, NoticeKind.POSTING_RECORD, replace(SIGNED, place_ids=(house.id,)))
    assert f"Trưởng thôn, tổ trưởng: {head}" in text


def test_the_last_minutes_tell_the_condition_and_the_opinions_without_names(sample_work: Work) -> None:
    publication = budget(sample_work)
    posting = sample_work.postings.of_publication(publication.id)[0]
    sample_work.postings.put(replace(posting, until=None))
    note_opinion(
        sample_work, posting, date(2022, 7, 20), "Đề nghị giải thích khoản chi", "Trần Quốc Hiệp", "Đã trả lời"
    )
    take_down(sample_work, publication, [posting.place_id], date(2022, 8, 20), condition="Rách một góc")
    options = replace(SIGNED, place_ids=(posting.place_id,))
    text = " ".join(pages(sample_work, NoticeKind.POSTING_END, options))
    assert "Tình trạng tài liệu khi gỡ: rách một góc" in text
    assert "có 01 ý kiến: - Ý kiến 1: Đề nghị giải thích khoản chi. Người xử lý: Trần Quốc Hiệp." in text
    assert "bảo đảm đủ thời gian" in text


def test_an_opinion_needs_a_text_and_a_day_when_it_hung(sample_work: Work) -> None:
    posting = sample_work.postings.all()[0]
    with pytest.raises(KnownError, match="Chưa ghi nội dung"):
        note_opinion(sample_work, posting, TODAY, " ")
    with pytest.raises(KnownError, match="sớm hơn ngày niêm yết"):
        note_opinion(sample_work, posting, date(2021, 1, 1), "Ý kiến")


def test_the_schedule_has_day_hour_name_telephone_and_how(sample_work: Work) -> None:
    text = " ".join(pages(sample_work, NoticeKind.RECEPTION))
    for words in ("Thứ Năm, 06/10/2022", "07h30–11h30", "Lý Văn Thịnh", "ĐT: 0900.000.200", "Trực tiếp", "nội quy"):
        assert words in text, words


def test_what_is_the_same_for_all_days_is_said_once_above_the_table(sample_work: Work) -> None:
    (letter,) = letters(sample_work, NoticeKind.RECEPTION, paper_id(sample_work, NoticeKind.RECEPTION), TODAY, SIGNED)
    (table,) = [each for each in letter.blocks if isinstance(each, Table)]
    assert [column.heading for column in table.columns] == ["Ngày", "Giờ"]
    said = [each.text for each in letter.blocks if isinstance(each, Paragraph)]
    assert "- Người tiếp, chức vụ, điện thoại: Lý Văn Thịnh, Chủ tịch UBND xã, ĐT: 0900.000.200." in said


def test_a_schedule_printed_after_a_change_tells_it_with_the_reason(sample_work: Work) -> None:
    schedule = sample_work.reception_schedules.all()[0]
    session = sample_work.reception_sessions.of_schedule(schedule.id)[-1]
    kept = change(sample_work, replace(session, on=date(2022, 12, 28)), "Trùng kỳ họp HĐND xã", TODAY)
    notice = letters(sample_work, NoticeKind.POSTING, kept.publication_id, TODAY, SIGNED)[0]
    again = letters(sample_work, NoticeKind.RECEPTION, schedule.id, TODAY, SIGNED)[0]
    for letter in (notice, again):
        said = " ".join(each.text for each in letter.blocks if isinstance(each, Paragraph))
        assert "Buổi Thứ Năm, 29/12/2022" in said
        assert "chuyển thành Thứ Tư, 28/12/2022" in said
        assert "Lý do: Trùng kỳ họp HĐND xã." in said
    assert "buổi ngày 29/12/2022 chuyển sang ngày 28/12/2022" in notice.subject


def test_the_schedule_names_who_receives_on_other_days(sample_work: Work) -> None:
    text = " ".join(pages(sample_work, NoticeKind.RECEPTION))
    assert "người tiếp: Lý A Phủ, công chức Tư pháp - Hộ tịch, điện thoại 0900.000.205" in text


def test_the_directory_begins_with_the_chairman_and_has_the_duties(sample_work: Work) -> None:
    officer = sample_work.officers.all()[0]
    sample_work.officers.put(replace(officer, duty="Quản lý hộ tịch", email="hotich@anbinh.example"))
    text = " ".join(pages(sample_work, NoticeKind.DIRECTORY))
    assert text.index("Lý Văn Thịnh") < text.index(officer.name)
    assert "Quản lý hộ tịch" in text
    assert "hotich@anbinh.example" in text


def test_the_decision_names_the_chairman_the_laws_and_its_articles(sample_work: Work) -> None:
    text = " ".join(pages(sample_work, NoticeKind.BUDGET_DECISION))
    for words in ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH", "Thông tư số 343/2016/TT-BTC", "Điều 1. Công bố công khai"):
        assert words in text, words
    assert "Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015" in text


def test_the_decision_carries_the_forms_it_makes_public(sample_work: Work) -> None:
    publication = publish_budget(sample_work, "113", read_period("2022-Q3"), TODAY).publication
    (letter,) = letters(sample_work, NoticeKind.BUDGET_DECISION, publication.id, TODAY)
    labels = [f"Biểu số {number}/CK TC-NSNN" for number in (113, 114, 115)]
    assert [annex.label for annex in letter.annexes] == labels


def test_a_blank_paper_has_no_figure_name_or_number_of_the_data(sample_work: Work) -> None:
    text = " ".join(pages(sample_work, NoticeKind.POSTING_RECORD, replace(SIGNED, blank=True)))
    for words in ("Nguyễn Thu Hường", "45/QĐ-UBND", "07/BB", "2022"):
        assert words not in text, words
    assert "………" in text


def test_a_blank_paper_has_whole_lines_to_write_on(sample_work: Work) -> None:
    publication = budget(sample_work)
    for options, length in ((PaperOptions(blank=True), 29), (PaperOptions(blank=True, large=True), 24)):
        (letter,) = letters(sample_work, NoticeKind.POSTING, publication.id, TODAY, options)
        said = "\n".join(each.text for each in letter.blocks if isinstance(each, Paragraph)).split("\n")
        assert sum("…" * length * 2 in line for line in said) >= 2
        assert letter.subject.endswith("…" * length)
        assert "ngày liên tục" not in "".join(said)


@pytest.mark.parametrize("kind", [NoticeKind.DIRECTORY, NoticeKind.POSTING, NoticeKind.BUDGET_DECISION])
def test_a_blank_paper_fits_one_sheet(sample_work: Work, kind: NoticeKind) -> None:
    assert len(pages(sample_work, kind, PaperOptions(blank=True))) == 1


@pytest.mark.parametrize("kind", [NoticeKind.POSTING_RECORD, NoticeKind.POSTING_END])
def test_blank_minutes_are_one_sheet_for_each_kind_of_place(sample_work: Work, kind: NoticeKind) -> None:
    found = pages(sample_work, kind, PaperOptions(blank=True))
    assert [("NGƯỜI PHỤ TRÁCH" in page, "TRƯỞNG THÔN" in page) for page in found] == [(True, False), (False, True)]


def test_what_is_made_public_is_typed_once(sample_work: Work) -> None:
    options = replace(SIGNED, values={"nội dung": "Danh sách hộ nghèo"})
    (letter,) = letters(sample_work, NoticeKind.POSTING, budget(sample_work).id, TODAY, options)
    assert letter.subject == "Về việc niêm yết công khai danh sách hộ nghèo"


def test_the_large_variant_is_set_in_17_pt(sample_work: Work) -> None:
    pdf = preview(letters(sample_work, NoticeKind.POSTING, budget(sample_work).id, TODAY, PaperOptions(large=True)))
    sizes: set[float] = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=lambda _text, _cm, _tm, _font, size: sizes.add(round(size)))
    assert 17 in sizes
    assert 14 not in sizes


def test_what_the_officer_types_goes_before_the_data(sample_work: Work) -> None:
    kind, id = NoticeKind.POSTING, budget(sample_work).id
    assert values_of(sample_work, kind, id, TODAY)["người tiếp nhận"] == "Nguyễn Thu Hường"
    (text,) = pages(sample_work, kind, replace(SIGNED, values={"người tiếp nhận": "Vàng Thị Dín"}))
    assert "người tiếp nhận: Vàng Thị Dín" in text


def test_a_changed_wording_is_used_until_it_is_given_up(sample_work: Work) -> None:
    kind = NoticeKind.POSTING
    known = values_of(sample_work, kind, budget(sample_work).id, TODAY)
    text = bundled_text(kind).replace("thông báo niêm yết công khai như sau", "trân trọng thông báo")
    keep_template(sample_work, kind, text, known)
    assert "trân trọng thông báo" in pages(sample_work, kind)[0]
    restore_template(sample_work, kind)
    assert "thông báo niêm yết công khai như sau" in pages(sample_work, kind)[0]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("{{văn bản}}", "{{số hiệu}}", "“{{số hiệu}}” mà chương trình không biết"),
        ("{{văn bản}}", "{{văn bản", "chưa đóng đủ"),
        ('kind = "THÔNG BÁO"', 'kind = "THÔNG BÁO', "viết sai"),
        ('kind = "THÔNG BÁO"', "kind = 5", "Mục kind"),
        ('kind = "THÔNG BÁO"', "", "thiếu tên loại"),
        ("recipients = [", "recipients = 5\nx = [", "Mục recipients"),
    ],
)
def test_a_wrong_wording_is_refused_in_one_sentence(sample_work: Work, old: str, new: str, sentence: str) -> None:
    kind = NoticeKind.POSTING
    known = values_of(sample_work, kind, budget(sample_work).id, TODAY)
    with pytest.raises(KnownError, match=sentence):
        keep_template(sample_work, kind, bundled_text(kind).replace(old, new), known)
    assert sample_work.templates.all() == []


def test_a_wording_may_not_lose_its_table(sample_work: Work) -> None:
    text = bundled_text(NoticeKind.RECEPTION).replace("{{bảng}}\n{{thay đổi}}", "{{thay đổi}}")
    known = values_of(sample_work, NoticeKind.RECEPTION, paper_id(sample_work, NoticeKind.RECEPTION), TODAY)
    with pytest.raises(KnownError, match="chỗ in bảng"):
        keep_template(sample_work, NoticeKind.RECEPTION, text, known)


def test_every_bundled_wording_can_be_read_and_has_only_known_placeholders(sample_work: Work) -> None:
    for kind in NoticeKind:
        assert read_template(bundled_text(kind)).kind
        known = values_of(sample_work, kind, paper_id(sample_work, kind), TODAY)
        keep_template(sample_work, kind, bundled_text(kind), known)


def test_the_files_are_a_pdf_and_a_word_file_with_the_same_words(sample: Database, tmp_path: Path) -> None:
    with sample.work() as work:
        id = budget(work).id
    files = export(sample, NoticeKind.POSTING_RECORD, id, tmp_path, TODAY, SIGNED)
    assert [file.suffix for file in files] == [".pdf", ".docx"]
    document = Document(str(files[1]))
    words = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert words.count("Biên bản lập xong") == 10
    assert len(document.sections) == 10
    again = export(sample, NoticeKind.POSTING_RECORD, id, tmp_path / ".", TODAY, SIGNED, [PaperFile.PDF])
    assert again[0].read_bytes() == files[0].read_bytes()


def test_a_paper_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KnownError, match="Không có mẫu in “x”"):
        notice_kind("x")


def test_minutes_without_places_are_refused(sample_work: Work) -> None:
    bare = sample_work.publications.put(replace(budget(sample_work), place_ids=())).after
    with pytest.raises(KnownError, match="chưa chọn nơi"):
        letters(sample_work, NoticeKind.POSTING_RECORD, bare.id, TODAY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('kind = "THÔNG BÁO"\nbody = "12 hộ\nsymbol = 5', "dấu phẩy (dòng 2)"),
        ('kind = "THÔNG BÁO"\nbody = """12 hộ', "dấu phẩy (cuối mẫu)"),
        ("bases = " + "[" * 5_000, "quá nhiều dấu ngoặc lồng nhau"),
    ],
)
def test_a_wording_that_cannot_be_read_is_told_with_its_place(text: str, words: str) -> None:
    with pytest.raises(KnownError, match=re.escape(words)):
        read_template(text)
