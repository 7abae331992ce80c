"""The tasks page: the list stays where it was, the detail saves field by field, Ctrl+Z takes it back."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from papi_desktop.domain.tasks import Progress, Status
from papi_desktop.services.task_holders import holders_words
from papi_desktop.services.task_list import TaskLine
from tests.ui.conftest import Settle
from ui.desk import Desk
from ui.tasks.detail import TaskDetail
from ui.tasks.page import TasksPage
from ui.window import Window


@pytest.fixture
def line(page: TasksPage, settle: Settle) -> TaskLine:
    """Select a task in the middle of the list."""
    chosen: TaskLine = page.table.lines.lines[12]
    page.table.select_id(chosen.id)
    settle()
    return chosen


def stored(desk: Desk, settle: Settle, task_id: int) -> Progress:
    found: list[Progress | None] = []
    desk.operations.read(lambda work: work.progress.find(task_id, desk.period.code), found.append)
    settle()
    assert found[0] is not None
    return found[0]


def control(page: TasksPage, key: str) -> Any:
    return page.findChild(QWidget, f"tasks.form.{key}")


def write_result(qtbot: QtBot, page: TasksPage, settle: Settle, words: str) -> None:
    text = control(page, "result")
    text.setFocus()
    text.setPlainText(words)
    with qtbot.waitSignal(page.desk.operations.changed, timeout=5000):
        qtbot.keyClick(text, Qt.Key.Key_Tab)
    settle()


def test_the_list_has_the_28_tasks_of_the_commune_in_eight_groups(page: TasksPage) -> None:
    assert len(page.table.lines.lines) == 28
    assert len(page.table.lines.heading_rows()) == 8


def test_a_refresh_keeps_the_selection_and_the_place(page: TasksPage, line: TaskLine, settle: Settle) -> None:
    scroll = page.table.verticalScrollBar().value()
    page.desk.operations.write(lambda work: work.tasks.put(replace(work.tasks.get(line.id), note="mới")))
    settle()
    assert page.table.current_id() == line.id
    assert page.table.verticalScrollBar().value() == scroll


def test_a_refresh_keeps_the_widths(page: TasksPage, line: TaskLine, settle: Settle) -> None:
    header = page.table.horizontalHeader()
    before = [header.sectionSize(number) for number in range(header.count())]
    page.refresh()
    settle()
    assert [header.sectionSize(number) for number in range(header.count())] == before


def test_a_result_saves_itself_when_the_field_is_left(
    qtbot: QtBot, page: TasksPage, line: TaskLine, settle: Settle
) -> None:
    write_result(qtbot, page, settle, "Đã phát thanh 12 buổi.")
    assert stored(page.desk, settle, line.id).result == "Đã phát thanh 12 buổi."


def test_undo_takes_a_saved_result_back(qtbot: QtBot, page: TasksPage, line: TaskLine, settle: Settle) -> None:
    write_result(qtbot, page, settle, "Bản thứ nhất.")
    write_result(qtbot, page, settle, "Bản thứ hai.")
    page.desk.operations.undo()
    settle()
    assert stored(page.desk, settle, line.id).result == "Bản thứ nhất."
    assert control(page, "result").toPlainText() == "Bản thứ nhất."


def test_a_finished_task_is_at_100_percent_and_shows_it(page: TasksPage, line: TaskLine, settle: Settle) -> None:
    status: QComboBox = control(page, "status")
    index = status.findText("Hoàn thành")
    status.setCurrentIndex(index)
    status.activated.emit(index)
    settle()
    saved = stored(page.desk, settle, line.id)
    assert (saved.status, saved.percent) == (Status.DONE, 100)
    assert control(page, "percent").text() == "100%"


def test_an_officer_is_chosen_for_a_task(page: TasksPage, line: TaskLine, settle: Settle) -> None:
    officer: QComboBox = control(page, "officer_id")
    officer.setCurrentIndex(2)
    officer.activated.emit(2)
    settle()
    refreshed = next(each for each in page.table.lines.lines if each.id == line.id)
    assert refreshed.officer == officer.currentText()


def test_evidence_is_kept_with_the_entry_of_the_period(
    page: TasksPage, line: TaskLine, settle: Settle, tmp_path: Path
) -> None:
    photo = tmp_path / "niêm yết tại trụ sở.jpg"
    photo.write_bytes(b"anh chup")
    before = line.evidence
    page.side.detail.evidence._add([photo])
    settle()
    refreshed = next(each for each in page.table.lines.lines if each.id == line.id)
    assert refreshed.evidence == before + 1


def test_esc_puts_the_detail_away(qtbot: QtBot, page: TasksPage, line: TaskLine) -> None:
    assert page.side.panel.isVisible()
    qtbot.keyClick(page.side, Qt.Key.Key_Escape)
    assert not page.side.panel.isVisible()
    assert page.table.current_id() == 0


def test_the_detail_stands_beside_the_list_in_a_wide_window_and_over_it_in_a_narrow_one(
    qtbot: QtBot, window: Window, page: TasksPage, line: TaskLine
) -> None:
    def covers() -> bool:
        table = page.table.mapTo(window, page.table.rect().topRight()).x()
        return page.side.panel.mapTo(window, page.side.panel.rect().topLeft()).x() < table

    assert not covers()
    window.resize(1000, 640)
    qtbot.waitUntil(covers)


def test_words_and_filters_narrow_the_list_and_can_be_cleared(page: TasksPage, settle: Settle) -> None:
    page.search.setText("ho ngheo")
    page.search.returnPressed.emit()
    settle()
    assert 0 < len(page.table.lines.lines) < 28
    page.show_all()
    settle()
    assert len(page.table.lines.lines) == 28


def test_a_keystroke_narrows_the_list_without_reading_anything(page: TasksPage, desk: Desk) -> None:
    page.search.setText("ho ngheo")
    page.search.returnPressed.emit()
    assert not desk.operations.is_busy
    assert 0 < len(page.table.lines.lines) < 28


def test_a_list_that_finds_nothing_offers_to_show_all(qtbot: QtBot, page: TasksPage, settle: Settle) -> None:
    page.search.setText("xyz khong co")
    page.search.returnPressed.emit()
    settle()
    assert page.nothing.isVisible()
    assert not page.empty.isVisible()


def test_another_page_can_jump_to_one_task(window: Window, desk: Desk, settle: Settle) -> None:
    page = window.open_page("tasks")
    settle()
    assert isinstance(page, TasksPage)
    wanted = page.table.lines.lines[20].id
    desk.go("tasks", wanted)
    settle()
    assert page.table.current_id() == wanted


def test_the_arrow_keys_step_over_the_headings(qtbot: QtBot, page: TasksPage, settle: Settle) -> None:
    ids = [line.id for line in page.table.lines.lines]
    page.table.select_id(ids[0])
    page.table.setFocus()
    for wanted in ids[1:]:
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
        assert page.table.current_id() == wanted
    qtbot.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert page.table.current_id() == ids[0]
    settle()


def detail(page: TasksPage) -> TaskDetail:
    found = page.findChild(TaskDetail)
    assert found is not None
    return found


def select(page: TasksPage, settle: Settle, code: str) -> TaskLine:
    chosen: TaskLine = next(line for line in page.table.lines.lines if line.code == code)
    page.table.select_id(chosen.id)
    settle()
    return chosen


def test_a_report_that_a_deadline_asks_for_is_ticked_off_with_its_day(
    page: TasksPage, desk: Desk, settle: Settle
) -> None:
    select(page, settle, "3.2")
    assert not control(page, "reported_on").isVisible()
    chosen = select(page, settle, "3.1")
    assert control(page, "reported_on").isVisible()
    assert detail(page).report.text() == "Báo cáo Sở Nội vụ: đã báo cáo ngày 28/07/2022"
    detail(page).progress.edited.emit("reported_on", date(2022, 7, 27))
    settle()
    found: list[list[Progress]] = []
    desk.operations.read(lambda work: work.progress.of_task(chosen.id), found.append)
    settle()
    assert [entry.reported_on for entry in found[0] if entry.reported_on] == [date(2022, 7, 27)]
    assert detail(page).report.text() == "Báo cáo Sở Nội vụ: đã báo cáo ngày 27/07/2022"


def test_the_detail_says_who_holds_the_duties_of_a_body_now(page: TasksPage, desk: Desk, settle: Settle) -> None:
    chosen = select(page, settle, "2.4")
    words = detail(page).plan.text()
    assert "Phối hợp: Sở Tài nguyên" in words
    assert "nay là" not in words
    found: list[str] = []
    later = date(2026, 3, 2)
    desk.operations.read(lambda work: holders_words(work, work.tasks.get(chosen.id), later), found.append)
    settle()
    assert "nay là Sở Nông nghiệp và Môi trường, chưa kiểm chứng" in found[0]


def test_a_row_that_took_the_place_of_a_heading_is_as_high_as_the_others(
    page: TasksPage, desk: Desk, settle: Settle
) -> None:
    desk.operations.remove(lambda work: work.tasks, page.table.lines.lines[0].id)
    settle()
    rows = range(page.table.lines.rowCount())
    assert len({page.table.rowHeight(row) for row in rows if page.table.lines.line(row) is not None}) == 1


def test_who_answers_for_a_task_has_one_name_in_the_list_and_in_the_form(page: TasksPage, line: TaskLine) -> None:
    heading = next(each.heading for each in page.table.lines.columns if each.key == "officer")
    assert page.findChild(QWidget, "tasks.form.officer_id").accessibleName() == heading
