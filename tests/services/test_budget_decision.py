"""The decision that makes budget forms public: one wording, its forms, its number, and the law of its day."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from db.database import Database
from papi_desktop.catalog import law, laws
from papi_desktop.domain.budget import BudgetForm
from papi_desktop.domain.commune import Unit
from papi_desktop.domain.documents import Letter
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.exporters.docx import letter_docx
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.services.budget_decision import BudgetTurn, budget_turn
from papi_desktop.services.budget_forms import form_for, templates
from papi_desktop.services.disclosure import BUDGET_KINDS, publish_budget
from papi_desktop.services.notice_facts import PaperFacts, paper_facts, prepared
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.notices import PaperFile, PaperOptions, Subject, export, letters, values_of
from papi_desktop.services.work import Work
from tests.exporters.reading import flat, fonts, pages

KIND, QUARTER, TODAY = NoticeKind.BUDGET_DECISION, read_period("2022-Q3"), date(2022, 12, 6)
TURN = BudgetTurn("budget_quarter", QUARTER)


def facts_of(work: Work, subject: Subject = TURN, dated: date | None = None) -> PaperFacts:
    return paper_facts(work, KIND, subject, TODAY, PaperOptions(dated=dated) if dated else None)


def decision(work: Work, options: PaperOptions | None = None, subject: Subject = TURN) -> Letter:
    options = options or prepared(work, KIND, subject, TODAY, PaperOptions(), None, None)[0]
    (letter,) = letters(work, KIND, subject, TODAY, options)
    return letter


def test_the_form_and_its_publication_print_the_same_decision(sample_work: Work) -> None:
    publication = publish_budget(sample_work, "113", QUARTER, TODAY).publication
    assert decision(sample_work) == decision(sample_work, subject=publication.id)


def test_the_decision_has_the_number_and_the_day_that_its_forms_name(sample_work: Work) -> None:
    shown = flat(letter_pdf(decision(sample_work)))
    assert "Số: 86/QĐ-UBND" in shown
    assert "Biểu số 113/CK TC-NSNN CÂN ĐỐI NGÂN SÁCH XÃ 9 THÁNG NĂM 2022" in shown
    assert "(Kèm theo Quyết định số 86/QĐ-UBND ngày 10 tháng 10 năm 2022 của Chủ tịch Ủy ban nhân dân" in shown
    assert "theo biểu 113, 114, 115/CK TC-NSNN kèm theo Quyết định này" in shown
    assert "niêm yết tại trụ sở UBND xã An Bình; 9 nhà văn hóa thôn, tổ dân phố" in shown
    assert "Đơn vị: đồng" in shown
    assert "4.901.975.500" in shown


def test_the_decision_does_not_cite_itself(sample_work: Work) -> None:
    publication = publish_budget(sample_work, "113", QUARTER, TODAY).publication
    sample_work.publications.put(replace(publication, document="Quyết định số 86/QĐ-UBND ngày 10/10/2022"))
    assert not [base for base in decision(sample_work, subject=publication.id).bases if "86/QĐ-UBND" in base]
    sample_work.publications.put(replace(publication, document="Nghị quyết số 12/NQ-HĐND ngày 20/12/2021"))
    assert "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 20/12/2021" in decision(sample_work, subject=publication.id).bases


def test_a_notice_names_the_decision_of_the_forms(sample_work: Work) -> None:
    publication = publish_budget(sample_work, "113", QUARTER, TODAY).publication
    found = values_of(sample_work, NoticeKind.POSTING, publication.id, TODAY)["văn bản"]
    assert found == "Quyết định số 86/QĐ-UBND ngày 10/10/2022"


def test_a_number_may_be_typed_with_its_symbol_or_left_to_the_clerk(sample_work: Work) -> None:
    typed = decision(sample_work, PaperOptions(number="9/QĐ-CT", dated=TODAY))
    assert (typed.code, typed.dated) == ("09/QĐ-CT", TODAY)
    dotted, _ = prepared(sample_work, KIND, TURN, TODAY, PaperOptions(), "", None)
    assert (dotted.number, dotted.dated) == ("", None)


def test_only_the_asked_forms_go_with_it(sample_work: Work) -> None:
    (letter,) = letters(sample_work, KIND, TURN, TODAY, PaperOptions(forms=("115",)))
    assert [annex.label for annex in letter.annexes] == ["Biểu số 115/CK TC-NSNN"]
    with pytest.raises(KnownError, match="Biểu 116 không thuộc lần công khai này"):
        letters(sample_work, KIND, TURN, TODAY, PaperOptions(forms=("116",)))


def test_a_decision_without_forms_says_so(sample_work: Work) -> None:
    publication = next(each for each in sample_work.publications.all() if "quý I năm 2022" in each.title)
    assert facts_of(sample_work, publication.id).remarks[0] == (
        "Chưa có số liệu biểu nào của quý I năm 2022, quyết định in không kèm biểu."
    )
    assert "theo các biểu kèm theo" in flat(letter_pdf(decision(sample_work, subject=publication.id)))
    with pytest.raises(KnownError, match="Chưa có số liệu biểu nào của quý I năm 2022"):
        decision(sample_work, subject=BudgetTurn("budget_quarter", read_period("2022-Q1")))


def test_what_is_not_about_the_budget_has_no_decision(sample_work: Work) -> None:
    other = next(each for each in sample_work.publications.all() if each.kind not in BUDGET_KINDS)
    with pytest.raises(KnownError, match="không phải công khai ngân sách"):
        decision(sample_work, PaperOptions(), subject=other.id)


def test_every_form_belongs_to_a_kind_of_budget_publication() -> None:
    assert {each.kind for each in templates()} == BUDGET_KINDS


def test_forms_of_two_kinds_have_two_decisions(sample_work: Work) -> None:
    sample_work.budget_forms.put(BudgetForm("116", QUARTER.code, (("own/actual", "5"),)))
    with pytest.raises(KnownError, match="mỗi lần một quyết định"):
        budget_turn(sample_work, ("113", "116"), QUARTER)
    with pytest.raises(KnownError, match="Chưa có số liệu biểu 103 của 9 tháng năm 2022"):
        budget_turn(sample_work, ("103",), QUARTER)


def test_the_large_decision_enlarges_its_forms(sample_work: Work) -> None:
    desk, wall = (letter_pdf(decision(sample_work, PaperOptions(large=large))) for large in (False, True))
    assert _height(wall, "6.605.200.000") > 1.1 * _height(desk, "6.605.200.000")
    assert _height(wall, "Biểu") > 1.1 * _height(desk, "Biểu")
    words = Document(BytesIO(letter_docx(decision(sample_work, PaperOptions(large=True)))))
    title = next(each for each in words.paragraphs if each.text == "Biểu số 113/CK TC-NSNN")
    assert title.runs[0].font.size.pt == 17  # type: ignore[union-attr]


def _height(pdf: bytes, text: str) -> float:
    annex = next(page for page in pages(pdf) if page.width > page.height)
    return next(word.bottom - word.top for word in annex.words if word.text == text)


def test_the_number_of_an_article_is_bold_in_both_files(sample_work: Work) -> None:
    letter = decision(sample_work)
    assert fonts(letter_pdf(letter))["Điều 1."][0].endswith("Bold")
    words = Document(BytesIO(letter_docx(letter)))
    article = next(each for each in words.paragraphs if each.text.startswith("Điều 2. Hình thức"))
    assert [(run.text, bool(run.bold)) for run in article.runs][0] == ("Điều 2.", True)
    assert not article.runs[1].bold


def test_the_word_file_has_the_groups_and_marks_of_the_form(sample_work: Work) -> None:
    document = Document(BytesIO(letter_docx(decision(sample_work, PaperOptions(forms=("114",))))))
    assert document.tables[-1].cell(0, 2).text == "DỰ TOÁN NĂM\nTHU NSNN\n(1)"
    assert "Đơn vị: đồng" in [each.text for each in document.paragraphs]


def test_the_files_are_written_together_and_the_workbook_of_sample_data_says_so(
    sample: Database, tmp_path: Path
) -> None:
    files = export(sample, KIND, TURN, tmp_path, TODAY, PaperOptions(), tuple(PaperFile))
    stem = "CongKhaiNganSach_Bieu113-114-115_2022-Q3_XaAnBinh"
    assert sorted(each.name for each in files) == [f"{stem}.{ending}" for ending in ("docx", "pdf", "xlsx")]
    book = openpyxl.load_workbook(tmp_path / f"{stem}.xlsx")
    assert all(page.cell(1, 1).value == "DỮ LIỆU MẪU" for page in book)


def test_a_blank_decision_has_no_forms_and_no_figures(sample_work: Work) -> None:
    letter = decision(sample_work, PaperOptions(blank=True))
    assert not letter.annexes
    assert "86" not in flat(letter_pdf(letter))


@pytest.mark.parametrize(
    ("key", "day", "words"),
    [
        ("organisation", date(2025, 2, 28), "ngày 19 tháng 6 năm 2015"),
        ("organisation", date(2025, 3, 1), "ngày 19 tháng 02 năm 2025"),
        ("organisation", date(2025, 6, 15), "ngày 19 tháng 02 năm 2025"),
        ("organisation", date(2025, 6, 16), "ngày 16 tháng 6 năm 2025"),
        ("budget", date(2025, 12, 31), "ngày 25 tháng 6 năm 2015"),
        ("budget", date(2026, 1, 1), "ngày 25 tháng 6 năm 2025"),
        ("budget_decree", date(2025, 12, 31), "163/2016/NĐ-CP"),
        ("budget_decree", date(2026, 1, 1), "……/NĐ-CP"),
        ("budget_circular", date(2025, 12, 31), "343/2016/TT-BTC"),
        ("budget_circular", date(2026, 1, 1), "343/2016/TT-BTC"),
        ("democracy", date(2023, 6, 30), "Pháp lệnh"),
        ("democracy", date(2023, 7, 1), "Luật Thực hiện dân chủ ở cơ sở"),
        ("reception", date(2026, 6, 30), "Luật Tiếp công dân ngày 25 tháng 11 năm 2013"),
        ("reception", date(2026, 7, 1), "được sửa đổi, bổ sung theo Luật số 136/2025/QH15"),
    ],
)
def test_the_law_in_force_on_the_day_is_cited(key: str, day: date, words: str) -> None:
    assert words in law(key, day).text


@pytest.mark.parametrize("key", sorted({each.key for each in laws()}))
def test_there_is_one_law_on_a_subject_on_every_day(key: str) -> None:
    own = sorted((each for each in laws() if each.key == key), key=lambda each: each.starts or date.min)
    assert own[0].starts is None
    assert own[-1].ends is None
    for earlier, later in zip(own, own[1:], strict=False):
        assert earlier.ends
        assert later.starts
        assert (later.starts - earlier.ends).days == 1


def test_a_decision_of_2026_does_not_cite_the_decree_of_the_law_before(sample_work: Work) -> None:
    day = date(2026, 4, 10)
    old, new = decision(sample_work), decision(sample_work, PaperOptions(dated=day))
    assert any("163/2016/NĐ-CP" in base for base in old.bases)
    assert not any("163/2016/NĐ-CP" in base for base in new.bases)
    doubts = facts_of(sample_work, dated=day).remarks
    assert any(each.startswith("Căn cứ chưa kiểm chứng") and "Nghị định số ……" in each for each in doubts)
    assert not any("Nghị định" in each for each in facts_of(sample_work).remarks)


@pytest.mark.parametrize(
    ("unit", "day", "words"),
    [
        (Unit.COMMUNE, date(2025, 6, 30), "Công chức Văn phòng - Thống kê, công chức Tài chính - Kế toán"),
        (Unit.COMMUNE, date(2025, 7, 1), "Văn phòng HĐND và UBND, Phòng Kinh tế"),
        (Unit.WARD, date(2025, 7, 1), "Văn phòng HĐND và UBND, Phòng Kinh tế, Hạ tầng và Đô thị"),
    ],
)
def test_the_offices_are_those_of_the_day(sample_work: Work, unit: Unit, day: date, words: str) -> None:
    commune = sample_work.commune.get()
    assert commune
    sample_work.commune.put(replace(commune, unit=unit))
    assert f"Điều 4. {words} và các đơn vị" in flat(letter_pdf(decision(sample_work, PaperOptions(dated=day))))


def test_what_is_typed_fills_a_line_that_would_be_left_out(sample_work: Work) -> None:
    typed = PaperOptions(values={"cơ quan tài chính cấp trên": "Phòng Tài chính - Kế hoạch huyện"})
    assert "Phòng Tài chính - Kế hoạch huyện" in decision(sample_work, typed).recipients


def test_a_form_without_a_decision_leaves_room_for_its_number(sample_work: Work) -> None:
    for number in ("113", "114", "115"):
        form = form_for(sample_work, number, QUARTER)
        sample_work.budget_forms.put(replace(form, decision_number="", decided_on=None))
    assert facts_of(sample_work).number == ""
    assert decision(sample_work).number == ""
