"""The two printed lists: for the wall and for the files."""

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
from papi_desktop.services.household_print import Hanging, office_papers, wall_papers
from papi_desktop.services.papers import Papers, write_papers
from papi_desktop.services.work import Work
from tests.exporters.reading import text


def table(papers: Papers) -> Table:
    return next(block for block in papers.letter.blocks if isinstance(block, Table))


def test_the_wall_shows_name_village_persons_class_and_remarks_only(sample_work: Work) -> None:
    headings = [column.heading for column in table(wall_papers(sample_work, 2022)).columns]
    assert headings == ["TT", "Họ và tên chủ hộ", "Thôn, tổ dân phố", "Số khẩu", "Phân loại", "Ghi chú"]


def test_each_village_has_its_title_and_its_subtotal_and_all_have_a_total(sample_work: Work) -> None:
    rows = table(wall_papers(sample_work, 2022)).rows
    assert sum(row.kind is RowKind.BAND for row in rows) == 9
    assert sum(row.kind is RowKind.TOTAL for row in rows) == 10
    assert sum(row.kind is RowKind.PLAIN for row in rows) == 104
    assert rows[-1].cells[1:3] == ("Tổng cộng", "104 hộ")
    assert rows[-1].cells[4] == "63 nghèo, 41 cận nghèo"


def test_the_subtotals_add_up_to_the_total(sample_work: Work) -> None:
    *parts, whole = [row.cells[3] for row in table(wall_papers(sample_work, 2022)).rows if row.kind is RowKind.TOTAL]
    assert sum(int(str(part)) for part in parts) == whole


def test_only_heads_with_one_name_have_their_year_of_birth(sample_work: Work) -> None:
    remarks = [row.cells[5] for row in table(wall_papers(sample_work, 2022)).rows if row.kind is RowKind.PLAIN]
    assert sorted(filter(None, map(str, remarks)))[0].startswith("Sinh năm")
    assert len(list(filter(None, remarks))) == 2


def test_households_that_left_have_a_table_of_their_own(sample_work: Work) -> None:
    first = sample_work.households.of_list(list_for(sample_work, 2022).id)[0]
    sample_work.households.put(replace(first, standing=HouseholdClass.LEFT_POOR))
    papers = wall_papers(sample_work, 2022)
    tables = [block for block in papers.letter.blocks if isinstance(block, Table)]
    assert [sum(row.kind is RowKind.PLAIN for row in each.rows) for each in tables] == [103, 1]
    assert [sheet.name for sheet in papers.workbook.sheets] == ["Danh sách", "Hộ thoát nghèo", "Tổng hợp"]


def test_the_days_on_the_wall_are_printed_or_left_to_the_clerk(sample_work: Work) -> None:
    hanging = Hanging(date(2022, 1, 10), date(2022, 1, 13), "Bộ phận một cửa")
    shown = " ".join(text(letter_pdf(wall_papers(sample_work, 2022, hanging).letter)).split())
    assert "từ ngày 10/01/2022 đến hết ngày 13/01/2022" in shown
    assert "Bộ phận một cửa" in shown
    assert "từ ngày ……… đến" not in shown
    assert "từ ngày ……" in " ".join(text(letter_pdf(wall_papers(sample_work, 2022).letter)).split())


def test_the_full_list_says_on_every_page_that_it_is_not_for_the_wall(sample_work: Work) -> None:
    shown = text(letter_pdf(office_papers(sample_work, 2022).letter), "-layout")
    pages = [page for page in shown.split("\f") if page.strip()]
    assert len(pages) > 3
    assert all("KHÔNG NIÊM YẾT" in " ".join(page.split()) for page in pages)
    assert all("DỮ LIỆU MẪU" in " ".join(page.split()) for page in pages)


def test_a_year_without_a_list_ends_in_one_sentence(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Chưa có danh sách hộ nghèo, hộ cận nghèo năm 1999"):
        wall_papers(sample_work, 1999)


def test_both_files_are_written_with_progress(sample: Database, tmp_path: Path) -> None:
    told: list[int] = []
    with sample.work() as work:
        papers = wall_papers(work, 2022)
    files = write_papers(papers, tmp_path, lambda done, _total: told.append(done))
    assert [file.suffix for file in files] == [".pdf", ".xlsx"]
    assert told == sorted(told)
    assert told[-1] == 100


def test_nothing_is_written_when_it_is_stopped(sample: Database, tmp_path: Path) -> None:
    with sample.work() as work:
        papers = wall_papers(work, 2022)
    with pytest.raises(Cancelled):
        write_papers(papers, tmp_path, cancelled=lambda: True)
    assert not list(tmp_path.glob("DanhSach*"))
