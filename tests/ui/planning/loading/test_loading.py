"""Loading a plan in the window: read, saved once, and never overwritten silently."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel

from papi_desktop.domain.plans import Plan
from papi_desktop.importers.plan_columns import Column
from papi_desktop.services.planning import Change, bundled_plan
from tests.importers.annex import annex, sheet
from tests.screenshot_plan import changed
from tests.ui.conftest import Settle
from tests.ui.planning.conftest import point_out_columns
from tests.ui.planning.loading.conftest import load, press, tasks
from ui.desk import Desk
from ui.planning.columns import ColumnsDialog
from ui.planning.page import PlanningPage
from ui.widgets.editors import ChoiceEdit
from ui.window import Window


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
    point_out_columns(settle)
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
