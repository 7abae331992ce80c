"""The chairman's month in the window: figures, the real paper, the files, and each officer's year."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from papi_desktop.domain.periods import Period, PeriodKind, read_period
from tests.ui.conftest import Settle, whole_rows
from ui.reviews.page import FIGURES, PAPER, YEAR, ReviewsPage
from ui.window import Window


@pytest.fixture
def page(window: Window, settle: Settle) -> ReviewsPage:
    page = window.open_page("reviews")
    settle()
    assert isinstance(page, ReviewsPage)
    return page


def test_the_month_that_has_begun_last_is_shown_with_officers_and_contents(page: ReviewsPage) -> None:
    assert page.month.code == "2022-12"
    lines = page.figures.lines.lines
    assert len([line for line in lines if line.group == "Theo nội dung PAPI"]) == 8
    assert sum(line.planned for line in lines if line.group == "Theo người phụ trách") == lines[0].planned
    assert page.said.text().startswith("Tháng 12/2022 có ")


def test_another_month_is_chosen_on_the_page_or_with_the_period(page: ReviewsPage, settle: Settle) -> None:
    page.choose_month(read_period("2022-07"))
    settle()
    assert page.review is not None
    assert page.review.month.code == "2022-07"
    assert page.figures.lines.headerData(6, page.figures.horizontalHeader().orientation()) == "Tháng 6"
    page.desk.choose_period(read_period("2022-09"))
    settle()
    assert page.months.value() == "2022-09"
    page.desk.choose_period(Period(2022, PeriodKind.HALF))
    settle()
    assert page.months.value() == "2022-09"


def test_the_paper_is_the_real_page(page: ReviewsPage, settle: Settle, qtbot: QtBot) -> None:
    page.open_view(PAPER)
    settle()
    qtbot.waitUntil(lambda: page.paper.pages.page_count == 1, timeout=20_000)


def test_the_year_of_each_officer_is_counted_to_the_month(page: ReviewsPage) -> None:
    page.open_view(YEAR)
    assert page.years.isVisible()
    assert len(page.years.lines.lines) > 3
    assert all(line.planned >= line.done for line in page.years.lines.lines)


def test_the_sheet_goes_into_a_folder_as_pdf_and_excel(
    page: ReviewsPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "USB"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    page.export()
    settle()
    stem = "PhieuThang_2022-12_XaAnBinh"
    assert sorted(path.name for path in target.iterdir()) == [f"{stem}.pdf", f"{stem}.xlsx"]
    assert openpyxl.load_workbook(target / f"{stem}.xlsx").sheetnames == [
        "Tháng 12-2022",
        "Quá hạn",
        "Theo người trong năm",
    ]


@pytest.mark.parametrize("view", [FIGURES, YEAR])
def test_a_small_screen_shows_every_column_without_scrolling_sideways(
    window: Window, page: ReviewsPage, settle: Settle, view: str
) -> None:
    window.resize(910, 485)
    page.open_view(view)
    settle()
    table = page.figures if view == FIGURES else page.years
    assert table.horizontalScrollBar().maximum() == 0
    assert not any(table.isColumnHidden(number) for number in range(len(table.lines.columns)))
    assert whole_rows(table) >= 4
    window.resize(1366, 728)
    settle()
    headings = [table.lines.headerData(number, Qt.Orientation.Horizontal) for number in range(len(table.lines.columns))]
    assert not any("\n" in heading for heading in headings)
    assert table.rowHeight(table.lines.row_of(1)) < 40
