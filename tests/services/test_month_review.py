"""The chairman's month on paper and as a workbook."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from papi_desktop.domain.commune import Officer
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.month_sheet import with_officer_lines
from papi_desktop.domain.periods import read_period
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.exporters.xlsx import workbook_xlsx
from papi_desktop.services.month_review import MonthReview, letter, papers, read_review, workbook
from papi_desktop.services.papers import write_papers
from papi_desktop.services.report_findings import gather
from papi_desktop.services.rule_book import override, rule_book
from papi_desktop.services.work import Work

JULY = read_period("2022-07")
LATER = date(2022, 12, 6)


def pages_of(review: MonthReview) -> list[str]:
    with pypdfium2.PdfDocument(letter_pdf(letter(review))) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def with_officers(work: Work, number: int) -> None:
    """Give the tasks to `number` officers, in turn, so that each has work in the month."""
    officers = [work.officers.put(Officer(f"Nguyễn Thị Thanh {chr(65 + each)}")).after for each in range(number)]
    ours = [task for task in work.tasks.all() if task.concerns_us]
    for position, task in enumerate(ours):
        work.tasks.put(replace(task, officer_id=officers[position % number].id))


def test_the_month_is_one_page_with_last_month_beside_it(sample_work: Work) -> None:
    review = read_review(sample_work, JULY, LATER)
    (page,) = pages_of(review)
    assert "PHIẾU ĐÁNH GIÁ KẾ HOẠCH PAPI THÁNG 7 NĂM 2022" in page
    assert "Tháng 6" in page
    for line in (*review.sheet.by_officer, *review.sheet.by_content, review.sheet.total):
        now, before = line.now, line.before
        figures = (
            *(now.planned, now.done, now.done_late, now.overdue, now.doing, now.no_figures),
            *(before.planned, before.done, before.overdue),
        )
        assert f"{line.name}{''.join(map(str, figures))}".replace(" ", "") in page.replace(" ", "")
    assert review.sheet.total.now.planned > review.sheet.total.now.done > 0


@pytest.mark.parametrize("cutoff", ["31", "14"])
@pytest.mark.parametrize("code", ["2022-06", "2022-07", "2022-11"])
def test_the_month_s_report_counts_the_days_and_the_work_of_its_sheet(
    sample_work: Work, code: str, cutoff: str
) -> None:
    month = read_period(code)
    override(sample_work, rule_book(sample_work).rule("report.month_cutoff", LATER), cutoff, "Theo quy chế")
    sheet, report = read_review(sample_work, month, LATER).sheet, gather(sample_work, month, LATER)
    counts = sheet.total.now
    assert sheet.window == report.window
    keys = ("tasks.total", "tasks.done", "tasks.late", "tasks.on_track", "tasks.no_figures")
    assert tuple(report.now(key) for key in keys) == (
        *(counts.planned, counts.done, counts.overdue, counts.doing, counts.no_figures),
    )
    assert report.figure("tasks.done").previous == sheet.total.before.done


def test_the_sheet_says_which_days_and_what_work_it_counts(sample_work: Work) -> None:
    (page,) = pages_of(read_review(sample_work, JULY, LATER))
    assert "Công việc từ ngày 01/7/2022 đến ngày 31/7/2022" in page
    assert "Kế hoạch: việc đến hạn, việc thường xuyên và việc tháng trước chuyển sang." in page


def test_the_page_leaves_room_for_the_chairman_s_remarks_and_signature(sample_work: Work) -> None:
    (page,) = pages_of(read_review(sample_work, JULY, LATER))
    assert "Ý kiến của Chủ tịch: ....." in page
    assert "CHỦ TỊCH" in page
    assert "Lý Văn Thịnh" in page
    assert "Số:" not in page


@pytest.mark.parametrize("month", ["2022-07", "2022-11", "2022-12"])
def test_twelve_officers_fit_on_the_one_page_in_every_month(sample_work: Work, month: str) -> None:
    with_officers(sample_work, 12)
    assert len(pages_of(read_review(sample_work, read_period(month), date(2023, 1, 5)))) == 1


def test_of_more_officers_those_with_least_to_answer_for_share_one_line(sample_work: Work) -> None:
    with_officers(sample_work, 26)
    review = read_review(sample_work, read_period("2022-11"), date(2022, 12, 1))
    (page,) = pages_of(review)
    named = [line for line in review.sheet.by_officer if line.name in page]
    others = [line for line in review.sheet.by_officer if line not in named]
    assert f"Những người khác ({len(others)} người)" in page
    assert max(line.now.overdue for line in others) <= min(line.now.overdue for line in named)
    assert len(workbook(review).sheets[0].table.rows) == len(review.sheet.by_officer) + 8 + 3


def test_a_sheet_of_fewer_lines_counts_the_same(sample_work: Work) -> None:
    with_officers(sample_work, 26)
    sheet = read_review(sample_work, read_period("2022-11"), date(2022, 12, 1)).sheet
    shorter = with_officer_lines(sheet, 5)
    assert len(shorter.by_officer) == 5
    for counted in ("planned", "done", "overdue", "no_figures"):
        whole, short = (sum(getattr(line.now, counted) for line in each.by_officer) for each in (sheet, shorter))
        assert whole == short
    assert with_officer_lines(sheet, 40) == sheet


def test_overdue_work_is_named_as_long_as_it_fits(sample_work: Work) -> None:
    (page,) = pages_of(read_review(sample_work, read_period("2022-12"), date(2022, 12, 31)))
    assert "Việc quá hạn, chưa xong" in page
    assert "5.2" in page


def test_the_workbook_also_holds_what_is_overdue_and_each_officer_s_year(sample_work: Work) -> None:
    review = read_review(sample_work, JULY, LATER)
    book = openpyxl.load_workbook(BytesIO(workbook_xlsx(workbook(review))))
    assert book.sheetnames == ["Tháng 7-2022", "Quá hạn", "Theo người trong năm"]
    year = [[cell.value for cell in row] for row in book["Theo người trong năm"].iter_rows()]
    assert [row[0] for row in year if row[0] in {name for _id, name in review.officers}] == [
        "Vàng Thị Dín",
        "Trần Quốc Hiệp",
        "Nguyễn Thu Hường",
        "Hoàng Thị Minh",
        "Lý A Phủ",
        "Đặng Văn Toàn",
    ]


def test_both_files_are_written_under_plain_names(sample_work: Work, tmp_path: Path) -> None:
    files = write_papers(papers(read_review(sample_work, JULY, LATER)), tmp_path)
    assert [file.name for file in files] == ["PhieuThang_2022-07_XaAnBinh.pdf", "PhieuThang_2022-07_XaAnBinh.xlsx"]
    assert all(file.stat().st_size > 1000 for file in files)


def test_a_quarter_is_refused_with_what_to_give_instead(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="lập theo tháng"):
        read_review(sample_work, read_period("2022-Q3"), LATER)
