"""A plan as it was read: its rows and doubts are seen and corrected before anything is saved, also in a low window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from papi_desktop.domain.deadlines import DeadlineKind
from papi_desktop.domain.plans import PlanProposal
from papi_desktop.domain.tasks import Part
from papi_desktop.services.plan_checking import Review
from papi_desktop.services.planning import bundled_plan
from tests.importers.annex import read_xlsx, sheet
from tests.screenshot_plan import changed
from tests.ui.conftest import Settle, whole_rows
from tests.ui.planning.loading.conftest import load, press, tasks
from ui.desk import Desk
from ui.planning.page import PlanningPage
from ui.window import Window


def test_what_is_changed_in_the_preview_is_what_is_saved(page: PlanningPage, desk: Desk, settle: Settle) -> None:
    load(page, settle)
    page.preview.table.select_id(1)
    form = page.preview.detail.form
    form.edited.emit("part", Part.COORDINATE)
    form.edited.emit("own_code", "1.1a")
    form.edited.emit("kind", DeadlineKind.CONTINUOUS)
    press(page, "plans.save")
    settle()
    first = tasks(desk, settle)[0]
    assert (first.part, first.own_code, first.deadline.kind) == (Part.COORDINATE, "1.1a", DeadlineKind.CONTINUOUS)
    assert first.deadline.text == "Trước ngày 5/7/2022"


def test_the_report_on_a_task_can_be_corrected_in_the_preview(page: PlanningPage, desk: Desk, settle: Settle) -> None:
    load(page, settle)
    page.preview.table.select_id(1)
    form = page.preview.detail.form
    form.edited.emit("report_to", "Sở Nội vụ")
    form.edited.emit("report_due", date(2022, 7, 20))
    press(page, "plans.save")
    settle()
    deadline = tasks(desk, settle)[0].deadline
    assert (deadline.due, deadline.report_to, deadline.report_due) == (
        date(2022, 7, 4),
        "Sở Nội vụ",
        date(2022, 7, 20),
    )


def test_a_row_without_text_is_shown_empty_and_not_saved(page: PlanningPage, desk: Desk, settle: Settle) -> None:
    page.show_proposal(read_xlsx(sheet([["1.1", "", "UBND cấp xã", "", "Quý III/2022"]])))
    settle()
    assert page.preview.table.lines.lines[0].text == "(để trống)"
    press(page, "plans.save")
    settle()
    assert "Nhiệm vụ 1.1 chưa có nội dung" in page.message.sentence.text()
    assert page.preview.detail.form.values()["text"] == ""
    assert not tasks(desk, settle)


def test_a_doubtful_row_shows_why_and_can_be_confirmed(page: PlanningPage, settle: Settle) -> None:
    load(page, settle)
    assert page.preview.checking
    doubtful = next(line for line in page.preview.checking.lines() if line.doubts)
    page.preview.table.select_id(doubtful.id)
    settle()
    before = page.preview.checking.open_doubts
    press(page, "plans.confirm")
    settle()
    assert page.preview.checking.line(doubtful.id).review is Review.SEEN
    assert page.preview.checking.open_doubts == before - 1


def test_a_deadline_without_a_date_is_not_saved(page: PlanningPage, desk: Desk, settle: Settle) -> None:
    load(page, settle)
    page.preview.table.select_id(1)
    page.preview.detail.form.edited.emit("due", None)
    press(page, "plans.save")
    settle()
    assert "chưa có ngày hạn cuối" in page.message.sentence.text()
    assert not tasks(desk, settle)


def test_only_the_rows_asked_for_are_shown(page: PlanningPage, settle: Settle) -> None:
    load(page, settle)
    press(page, "plans.filter.ours")
    assert len(page.preview.table.lines.lines) == 28
    press(page, "plans.filter.all")
    assert len(page.preview.table.lines.lines) == 39


def test_a_plan_with_an_empty_year_is_not_saved(qtbot: QtBot, page: PlanningPage, desk: Desk, settle: Settle) -> None:
    page.show_proposal(replace(bundled_plan(), plan=replace(bundled_plan().plan, year=0)))
    settle()
    press(page, "plans.save")
    settle()
    assert "Năm của kế hoạch chưa đúng" in page.message.sentence.text()
    assert not tasks(desk, settle)


def test_a_low_window_shows_the_rows_of_the_plan_and_its_head_in_one_line(
    window: Window, page: PlanningPage, settle: Settle
) -> None:
    window.resize(910, 485)
    page.use_bundled()
    settle()
    assert whole_rows(page.preview.table) >= 4
    assert not page.preview.issuer.isVisible()
    assert not page.preview.remarks.isVisible()
    press(page, "plans.head")
    assert page.preview.issuer.isVisible()
    assert page.preview.remarks.isVisible()
    press(page, "plans.head")
    assert not page.preview.issuer.isVisible()


@pytest.mark.parametrize("proposal", [bundled_plan, changed], ids=["the same file", "a changed file"])
def test_a_plan_that_was_loaded_before_shows_four_rows_in_a_low_window(
    window: Window, page: PlanningPage, desk: Desk, settle: Settle, proposal: Callable[[], PlanProposal]
) -> None:
    load(page, settle)
    press(page, "plans.save")
    settle()
    window.sample.show()
    window.resize(910, 485)
    desk.go("plans")
    page.show_proposal(proposal())
    settle()
    page.show_rows()
    settle()
    assert whole_rows(page.preview.table) >= 4


def test_a_row_opened_in_a_low_window_has_the_height_of_the_page_and_goes_when_another_face_is_shown(
    window: Window, page: PlanningPage, settle: Settle
) -> None:
    window.resize(910, 485)
    load(page, settle)
    page.preview.table.select_id(2)
    settle()
    panel = page.preview.side.panel
    assert panel.isVisible()
    assert panel.height() >= page.height() - 16
    page._show_differences()
    settle()
    assert not panel.isVisible()
    page.show_rows()
    settle()
    assert panel.isVisible()


def test_a_problem_is_seen_beside_the_row_that_has_it(window: Window, page: PlanningPage, settle: Settle) -> None:
    window.resize(910, 485)
    rows = bundled_plan().tasks
    page.show_proposal(replace(bundled_plan(), tasks=(replace(rows[0], text=""), *rows[1:])))
    settle()
    press(page, "plans.save")
    settle()
    assert page.message.isVisible()
    assert page.preview.side.is_open
    where = page.message.mapTo(page, page.message.rect().bottomLeft())
    assert where.y() < page.preview.side.panel.mapTo(page, QPoint()).y()


def test_a_remark_that_was_put_away_stays_away(page: PlanningPage, settle: Settle) -> None:
    page.use_bundled()
    settle()
    assert page.preview.remarks.isVisible()
    page.preview.remarks.close_message()
    page.preview.resize(page.preview.width(), 300)
    page.preview.resize(page.preview.width(), 600)
    assert not page.preview.remarks.isVisible()
