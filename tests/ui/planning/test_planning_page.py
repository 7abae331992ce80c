"""Loading a plan in the window: read, checked, changed, saved once, and never overwritten silently."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from db.database import Database
from papi_desktop.domain.deadlines import DeadlineKind
from papi_desktop.domain.plans import Plan, PlanProposal
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.importers.plan_columns import Column
from papi_desktop.paths import DataFolder
from papi_desktop.services.plan_checking import Review
from papi_desktop.services.planning import Change, bundled_plan
from papi_desktop.services.sample import SAMPLE_COMMUNE
from papi_desktop.services.setup import set_up
from tests.importers.annex import annex, read_xlsx, sheet
from tests.screenshot_plan import changed
from tests.ui.conftest import Settle, whole_rows
from ui.desk import Desk
from ui.planning.columns import ColumnsDialog
from ui.planning.page import PlanningPage
from ui.widgets.editors import ChoiceEdit
from ui.window import Window


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Give a data folder with a commune and no plan, in the place of the sample data."""
    folder = DataFolder(tmp_path / "Dữ liệu PAPI")
    database = Database(folder)
    database.open()
    with database.work() as work:
        set_up(work, SAMPLE_COMMUNE, ["Thôn Đông"])
    database.close()
    return folder


@pytest.fixture
def page(window: Window, desk: Desk, settle: Settle) -> PlanningPage:
    desk.go("plans")
    settle()
    page = window.stack.currentWidget()
    assert isinstance(page, PlanningPage)
    return page


def tasks(desk: Desk, settle: Settle) -> list[Task]:
    found: list[Task] = []
    desk.operations.read(lambda work: work.tasks.all(), found.extend)
    settle()
    return found


def press(page: PlanningPage, name: str) -> None:
    page.findChild(QAbstractButton, name).click()


def load(page: PlanningPage, settle: Settle) -> None:
    press(page, "plans.bundled")
    settle()


def test_the_empty_task_list_leads_to_the_plan(window: Window, settle: Settle) -> None:
    window.open_page("tasks")
    settle()
    window.findChild(QAbstractButton, "tasks.load_plan").click()
    settle()
    assert isinstance(window.stack.currentWidget(), PlanningPage)


def test_the_bundled_plan_is_shown_and_counted_before_anything_is_saved(
    page: PlanningPage, desk: Desk, settle: Settle
) -> None:
    load(page, settle)
    assert page.preview.counts.text().startswith("39 nhiệm vụ: 15 chủ trì, 13 phối hợp, 11 để biết")
    assert page.findChild(QAbstractButton, "plans.save").text() == "Ghi 39 nhiệm vụ"
    assert not tasks(desk, settle)


def test_saving_writes_the_39_tasks_and_leads_to_them(
    window: Window, page: PlanningPage, desk: Desk, settle: Settle
) -> None:
    load(page, settle)
    press(page, "plans.save")
    settle()
    assert len(tasks(desk, settle)) == 39
    assert window.stack.currentWidget().objectName() == "tasks"


def test_a_file_is_read_in_the_background(page: PlanningPage, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "Phụ lục kế hoạch 239.xlsx"
    sheet(annex()).save(path)
    page.read(path)
    settle()
    assert page.preview.counts.text().startswith("39 nhiệm vụ: 15 chủ trì, 13 phối hợp, 11 để biết")


def test_a_file_that_is_no_plan_is_explained_and_another_can_be_chosen(
    page: PlanningPage, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "ảnh.docx"
    path.write_bytes(b"\x89PNG\r\n" + bytes(200))
    page.read(path)
    settle()
    assert page.choose.message.isVisible()
    assert page.choose.message.sentence.text().endswith(".")


def test_reading_can_be_stopped(page: PlanningPage, desk: Desk, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.xlsx"
    sheet(annex()).save(path)
    page.read(path)
    desk.operations.cancel()
    settle()
    assert page.preview.checking is None
    assert page.choose.isVisible()


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


def test_the_same_plan_again_adds_nothing(page: PlanningPage, desk: Desk, settle: Settle) -> None:
    load(page, settle)
    press(page, "plans.save")
    settle()
    desk.go("plans")
    load(page, settle)
    assert page.findChild(QLabel, "plans.note").text() == (
        "Kế hoạch này đã được nạp từ trước và tệp không có gì thay đổi. Không cần ghi lại."
    )
    assert not page.message.isVisible()
    assert not page.findChild(QAbstractButton, "plans.differences").isVisible()
    assert not page.findChild(QAbstractButton, "plans.save").isEnabled()


def test_a_changed_file_overwrites_only_what_was_ticked(page: PlanningPage, desk: Desk, settle: Settle) -> None:
    load(page, settle)
    press(page, "plans.save")
    settle()
    desk.go("plans")
    page.show_proposal(changed())
    settle()
    ticks = page.changes.findChildren(QCheckBox)
    assert len(ticks) == 3
    assert not any(tick.isChecked() for tick in ticks)
    ticks[0].click()
    press(page, "plans.save")
    settle()
    saved = tasks(desk, settle)
    assert len(saved) == 40
    assert saved[1].deadline.text == "Trước ngày 20/7/2022"
    assert saved[3].text == bundled_plan().tasks[3].text


def test_a_changed_head_is_written_only_when_it_was_ticked(page: PlanningPage, desk: Desk, settle: Settle) -> None:
    load(page, settle)
    press(page, "plans.save")
    settle()
    desk.go("plans")
    plan = bundled_plan()
    page.show_proposal(replace(plan, plan=replace(plan.plan, issued_on=date(2022, 7, 1))))
    settle()
    assert page.findChild(QAbstractButton, "plans.differences").text() == "Khác với bản đã ghi (1)"
    assert not page.findChild(QAbstractButton, "plans.save").isEnabled()
    page.findChild(QCheckBox, "plans.accept.head").click()
    press(page, "plans.save")
    settle()
    found: list[Plan] = []
    desk.operations.read(lambda work: work.plans.all(), found.extend)
    settle()
    assert [each.issued_on for each in found] == [date(2022, 7, 1)]


def test_a_plan_with_an_empty_year_is_not_saved(qtbot: QtBot, page: PlanningPage, desk: Desk, settle: Settle) -> None:
    page.show_proposal(replace(bundled_plan(), plan=replace(bundled_plan().plan, year=0)))
    settle()
    press(page, "plans.save")
    settle()
    assert "Năm của kế hoạch chưa đúng" in page.message.sentence.text()
    assert not tasks(desk, settle)


def strange_file(folder: Path) -> Path:
    path = folder / "kế hoạch lạ.xlsx"
    sheet(annex(), headings=("Mục", "Việc phải làm", "Bên giao", "Bên nhận", "Xong lúc")).save(path)
    return path


def test_a_table_that_is_not_found_can_be_pointed_out_once_for_all(
    page: PlanningPage, settle: Settle, tmp_path: Path
) -> None:
    path = strange_file(tmp_path)
    page.read(path)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnsDialog)
    for number, meaning in enumerate(Column):
        dialog.findChild(ChoiceEdit, f"plans.columns.{number + 1}").show_value(meaning)
    dialog.submit()
    settle()
    assert page.preview.counts.text().startswith("39 nhiệm vụ: 15 chủ trì")
    page.start_over()
    page.read(path)
    settle()
    assert page.preview.counts.text().startswith("39 nhiệm vụ: 15 chủ trì")


def test_two_columns_with_the_same_meaning_are_refused(page: PlanningPage, settle: Settle, tmp_path: Path) -> None:
    page.read(strange_file(tmp_path))
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnsDialog)
    for number in (1, 2):
        dialog.findChild(ChoiceEdit, f"plans.columns.{number}").show_value(Column.TASK)
    dialog.submit()
    assert "Hai cột đang cùng được chọn là “Nội dung nhiệm vụ”" in dialog.message.sentence.text()
    dialog.reject()


def test_the_columns_of_a_file_that_was_read_can_be_corrected(
    page: PlanningPage, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "kế hoạch.xlsx"
    sheet(annex()).save(path)
    page.read(path)
    settle()
    press(page, "plans.ask_columns")
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnsDialog)
    assert dialog.findChild(ChoiceEdit, "plans.columns.2").value() is Column.TASK
    dialog.reject()


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


def test_the_button_says_what_is_added_changed_and_left_out(page: PlanningPage, settle: Settle) -> None:
    page.use_bundled()
    settle()
    press(page, "plans.save")
    settle()
    page.show_proposal(changed())
    settle()
    save = page.findChild(QAbstractButton, "plans.save")
    assert save.text() == "Thêm 1 nhiệm vụ"
    comparison = page.changes.comparison
    assert comparison is not None
    for change in (Change.CHANGED, Change.GONE):
        for row in comparison.of(change):
            page.findChild(QAbstractButton, f"plans.accept.{row.key}").click()
    assert save.text() == "Thêm 1, sửa 2, bỏ 1 nhiệm vụ"
