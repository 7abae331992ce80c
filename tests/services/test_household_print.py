"""The two printed lists: for the wall and for the files."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.domain.documents import RowKind, Table
from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.domain.households import HouseholdClass
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.services.household_list import list_for
from papi_desktop.services.household_print import office_papers, wall_papers
from papi_desktop.services.notice_templates import NoticeKind, bundled_text, keep_template
from papi_desktop.services.notices import PaperOptions, values_of
from papi_desktop.services.papers import Papers, write_papers
from papi_desktop.services.sample import SAMPLE_DAY
from papi_desktop.services.work import Work
from tests.exporters.reading import text


def table(papers: Papers) -> Table:
    return next(block for block in papers.letter.blocks if isinstance(block, Table))


def test_the_wall_shows_name_village_persons_class_and_remarks_only(sample_work: Work) -> None:
    headings = [column.heading for column in table(wall_papers(sample_work, 2022, SAMPLE_DAY)).columns]
    assert headings == ["TT", "Họ và tên chủ hộ", "Thôn, tổ dân phố", "Số khẩu", "Phân loại", "Ghi chú"]


def test_each_village_has_its_title_and_its_subtotal_and_all_have_a_total(sample_work: Work) -> None:
    rows = table(wall_papers(sample_work, 2022, SAMPLE_DAY)).rows
    assert sum(row.kind is RowKind.BAND for row in rows) == 9
    assert sum(row.kind is RowKind.TOTAL for row in rows) == 10
    assert sum(row.kind is RowKind.PLAIN for row in rows) == 104
    assert rows[-1].cells[1:3] == ("Tổng cộng", "104 hộ")
    assert rows[-1].cells[4] == "63 nghèo, 41 cận nghèo"


def test_the_subtotals_add_up_to_the_total(sample_work: Work) -> None:
    *parts, whole = [
        row.cells[3] for row in table(wall_papers(sample_work, 2022, SAMPLE_DAY)).rows if row.kind is RowKind.TOTAL
    ]
    assert sum(int(str(part)) for part in parts) == whole


def test_only_heads_with_one_name_have_their_year_of_birth(sample_work: Work) -> None:
    remarks = [
        row.cells[5] for row in table(wall_papers(sample_work, 2022, SAMPLE_DAY)).rows if row.kind is RowKind.PLAIN
    ]
    assert sorted(filter(None, map(str, remarks)))[0].startswith("Sinh năm")
    assert len(list(filter(None, remarks))) == 2


def test_households_that_left_have_a_table_of_their_own(sample_work: Work) -> None:
    first = sample_work.households.of_list(list_for(sample_work, 2022).id)[0]
    sample_work.households.put(replace(first, standing=HouseholdClass.LEFT_POOR))
    papers = wall_papers(sample_work, 2022, SAMPLE_DAY)
    tables = [block for block in papers.letter.blocks if isinstance(block, Table)]
    assert [sum(row.kind is RowKind.PLAIN for row in each.rows) for each in tables] == [103, 1]
    assert [sheet.name for sheet in papers.workbook.sheets] == ["Danh sách", "Hộ thoát nghèo", "Tổng hợp"]


def wall_text(work: Work, options: PaperOptions | None = None) -> str:
    return " ".join(text(letter_pdf(wall_papers(work, 2022, SAMPLE_DAY, options).letter)).split())


def test_the_days_places_and_officer_on_the_wall_are_those_of_the_publication(sample_work: Work) -> None:
    shown = wall_text(sample_work)
    assert "từ ngày 12 tháng 01 năm 2022 đến hết ngày 31 tháng 01 năm 2022" in shown
    assert "Trụ sở UBND xã An Bình" in shown
    assert "người tiếp nhận: Vàng Thị Dín, điện thoại" in shown
    assert "……" not in shown.split("Thời gian niêm yết")[1]


def test_days_that_nobody_knows_are_left_to_the_clerk(sample_work: Work) -> None:
    for each in sample_work.publications.all():
        if each.kind == "poor_households":
            sample_work.publications.remove(each.id)
    shown = wall_text(sample_work)
    assert "từ ngày ……" in shown
    assert "Trưởng thôn, tổ trưởng tổ dân phố và UBND xã An Bình" in shown


def test_number_and_day_are_typed_or_left_open(sample_work: Work) -> None:
    assert "Số: 07/DS-UBND" in wall_text(sample_work, PaperOptions(number="7", dated=date(2022, 1, 12)))
    assert "ngày 12 tháng 01 năm 2022" in wall_text(sample_work, PaperOptions(dated=date(2022, 1, 12)))
    assert "07/DS-UBND" not in wall_text(sample_work)


def test_the_list_is_also_set_in_large_letters_and_with_rows_to_write_in(sample_work: Work) -> None:
    large = wall_papers(sample_work, 2022, SAMPLE_DAY, PaperOptions(large=True))
    assert large.letter.size >= 16
    assert large.stem.endswith("_chu-lon")
    blank = wall_papers(sample_work, 2022, SAMPLE_DAY, PaperOptions(blank=True))
    assert {str(row.cells[1]).strip() for row in table(blank).rows} == {""}
    assert "Lý Văn Thịnh" not in text(letter_pdf(blank.letter))


def test_the_commune_words_the_list_in_its_own_way(sample_work: Work) -> None:
    own = bundled_text(NoticeKind.HOUSEHOLDS).replace("trong giờ hành chính", "vào sáng thứ Hai")
    known = values_of(sample_work, NoticeKind.HOUSEHOLDS, 2022, SAMPLE_DAY)
    keep_template(sample_work, NoticeKind.HOUSEHOLDS, own, known)
    assert "vào sáng thứ Hai" in wall_text(sample_work)


def test_a_list_without_a_decision_says_that_it_is_the_result_of_a_review(sample_work: Work) -> None:
    record = list_for(sample_work, 2022)
    sample_work.household_lists.put(replace(record, decision_number="", decided_on=None))
    shown = wall_text(sample_work)
    assert "Hộ nghèo, hộ cận nghèo theo kết quả rà soát cuối năm 2021" in shown
    assert "Căn cứ Quyết định số …" not in shown


def test_no_subtotal_of_the_wall_is_broken_into_two_lines(sample_work: Work) -> None:
    """The column of the classes holds the longest usual subtotal, in the letters of the desk."""
    lines = text(letter_pdf(wall_papers(sample_work, 2022, SAMPLE_DAY).letter), "-layout").splitlines()
    assert len([line for line in lines if "nghèo, " in line and "cận nghèo" in line and "Cộng" in line]) >= 8


@pytest.mark.parametrize(
    "papers", [lambda work: wall_papers(work, 2022, SAMPLE_DAY), lambda work: office_papers(work, 2022)]
)
def test_every_sheet_made_of_sample_data_says_so(sample_work: Work, papers: Callable[[Work], Papers]) -> None:
    assert all("DỮ LIỆU MẪU" in sheet.titles for sheet in papers(sample_work).workbook.sheets)


def test_the_full_list_says_on_every_page_that_it_is_not_for_the_wall(sample_work: Work) -> None:
    shown = text(letter_pdf(office_papers(sample_work, 2022).letter), "-layout")
    pages = [page for page in shown.split("\f") if page.strip()]
    assert len(pages) > 3
    assert all("KHÔNG NIÊM YẾT" in " ".join(page.split()) for page in pages)
    assert all("DỮ LIỆU MẪU" in " ".join(page.split()) for page in pages)


def test_a_year_without_a_list_ends_in_one_sentence(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Chưa có danh sách hộ nghèo, hộ cận nghèo năm 1999"):
        wall_papers(sample_work, 1999, SAMPLE_DAY)


def test_both_files_are_written_with_progress(sample: Database, tmp_path: Path) -> None:
    told: list[int] = []
    with sample.work() as work:
        papers = wall_papers(work, 2022, SAMPLE_DAY)
    files = write_papers(papers, tmp_path, lambda done, _total: told.append(done))
    assert [file.suffix for file in files] == [".pdf", ".xlsx"]
    assert told == sorted(told)
    assert told[-1] == 100


def test_nothing_is_written_when_it_is_stopped(sample: Database, tmp_path: Path) -> None:
    with sample.work() as work:
        papers = wall_papers(work, 2022, SAMPLE_DAY)
    with pytest.raises(Cancelled):
        write_papers(papers, tmp_path, cancelled=lambda: True)
    assert not list(tmp_path.glob("DanhSach*"))
