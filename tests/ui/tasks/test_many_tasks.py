"""Several tasks at once: selected, changed in one step, copied for Excel and pasted back after a preview."""

import csv
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.tasks import Progress, Status, Task
from papi_desktop.services.missing_evidence import MissingEvidence
from tests.ui.conftest import Settle
from ui.settings.page import SettingsPage
from ui.settings.recycle import RecyclePane
from ui.tasks.bulk import BulkDialog
from ui.tasks.page import TasksPage
from ui.tasks.pasting import PasteDialog
from ui.widgets.missing_evidence import MissingEvidenceDialog
from ui.widgets.papers_dialog import PapersDialog
from ui.window import Window


@pytest.fixture
def ids(page: TasksPage, settle: Settle) -> list[int]:
    """Select three tasks."""
    chosen = [line.id for line in page.table.lines.lines[4:7]]
    page.table.select_ids(set(chosen))
    settle()
    return chosen


def dialog(page: TasksPage, kind: type[Any]) -> Any:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def tasks(page: TasksPage, settle: Settle, ids: list[int]) -> list[Task]:
    found: list[list[Task]] = []
    page.desk.operations.read(lambda work: [work.tasks.get(id) for id in ids], found.append)
    settle()
    return found[0]


def entries(page: TasksPage, settle: Settle, ids: list[int]) -> list[Progress | None]:
    found: list[list[Progress | None]] = []
    period = page.desk.period.code
    page.desk.operations.read(lambda work: [work.progress.find(id, period) for id in ids], found.append)
    settle()
    return found[0]


def test_a_bar_says_how_many_are_selected_and_the_detail_steps_aside(page: TasksPage, ids: list[int]) -> None:
    assert page.bar.isVisible()
    assert page.bar._words.text() == "3 nhiệm vụ đang chọn"
    assert page.side is not None
    assert not page.side.panel.isVisible()


def test_ctrl_a_selects_every_task_and_no_heading(qtbot: QtBot, page: TasksPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.table.chosen_lines()) == 28


def test_a_refresh_keeps_the_whole_selection(page: TasksPage, ids: list[int], settle: Settle) -> None:
    page.refresh()
    settle()
    assert [line.id for line in page.table.chosen_lines()] == ids


def test_one_dialog_changes_all_and_one_undo_takes_it_back(page: TasksPage, ids: list[int], settle: Settle) -> None:
    before = tasks(page, settle, ids), entries(page, settle, ids)
    page.edit_together()
    settle()
    together = dialog(page, BulkDialog)
    together.form.editor("area").show_value("Tài chính")
    together.form.editor("status").show_value(Status.DONE)
    together.submit()
    settle()
    assert {task.area for task in tasks(page, settle, ids)} == {"Tài chính"}
    assert {entry.status for entry in entries(page, settle, ids) if entry} == {Status.DONE}
    page.desk.operations.undo()
    settle()
    assert (tasks(page, settle, ids), entries(page, settle, ids)) == before


def test_a_dialog_without_any_change_says_so(page: TasksPage, ids: list[int], settle: Settle) -> None:
    page.edit_together()
    settle()
    together = dialog(page, BulkDialog)
    together.submit()
    assert "Chưa chọn thay đổi nào" in together.message.sentence.text()
    together.done(QDialog.DialogCode.Rejected)


def test_selected_lines_are_copied_as_text_and_as_a_table(page: TasksPage, ids: list[int], settle: Settle) -> None:
    page.copy()
    settle()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("Mã\tNhiệm vụ\t")
    assert len(list(csv.reader(StringIO(data.text()), delimiter="\t"))) == 4  # as Excel reads cells of several lines
    assert "<table" in data.html()


def test_what_was_changed_in_excel_is_shown_before_it_is_written(
    page: TasksPage, ids: list[int], settle: Settle
) -> None:
    page.copy()
    settle()
    before = entries(page, settle, ids)
    lines = QGuiApplication.clipboard().text().split("\r\n")
    cells = lines[1].split("\t")
    cells[lines[0].split("\t").index("Ghi chú")] = "Xem lại"
    QGuiApplication.clipboard().setText("\r\n".join([lines[0], "\t".join(cells), *lines[2:]]))
    page.paste()
    settle()
    preview = dialog(page, PasteDialog)
    assert preview.table.rowCount() == 1
    assert [task.note for task in tasks(page, settle, ids)] == ["", "", ""]
    preview.write()
    settle()
    assert [task.note for task in tasks(page, settle, ids)] == ["Xem lại", "", ""]
    assert entries(page, settle, ids) == before


def test_a_change_without_its_tick_is_not_written(page: TasksPage, ids: list[int], settle: Settle) -> None:
    page.copy()
    settle()
    heading, line, *_rest = QGuiApplication.clipboard().text().split("\r\n")
    QGuiApplication.clipboard().setText(f"{heading}\r\n{line}Thêm ghi chú")
    page.paste()
    settle()
    preview = dialog(page, PasteDialog)
    preview.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    assert not preview.save.isEnabled()
    preview.reject()


def test_what_is_no_table_is_refused_with_a_sentence(
    page: TasksPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("ui.tasks.page.tell", lambda _parent, sentence: told.append(sentence))
    QGuiApplication.clipboard().setText("một câu")
    page.paste()
    settle()
    assert "tiêu đề" in told[0]


def test_filters_are_kept_under_a_name_and_chosen_again(page: TasksPage, settle: Settle) -> None:
    page.choose({"state": "Quá hạn"}, "kiểm tra")
    settle()
    assert page.named is not None
    page.named.keep()
    keep = next(each for each in page.named.findChildren(QDialog) if each.isVisible())
    keep.form.editor("name").show_value("Việc quá hạn")
    keep.submit()
    settle()
    page.show_all()
    settle()
    assert [view.name for view in page.named._views] == ["Việc quá hạn"]
    page.named.chosen.emit(page.named._views[0])
    settle()
    assert page.filters.chosen() == (("state", "Quá hạn"),)
    assert page.search.words() == "kiểm tra"
    page.named.remove(page.named._views[0])
    settle()
    assert page.named._views == ()


def test_the_assignment_is_written_as_pdf_and_workbook(page: TasksPage, settle: Settle, tmp_path: Path) -> None:
    page.print_assignment()
    settle()
    paper = dialog(page, PapersDialog)
    target = tmp_path / "Bảng phân công"
    target.mkdir()
    paper.where.choose(target)
    paper.write()
    settle()
    assert sorted(path.suffix for path in target.iterdir()) == [".pdf", ".xlsx"]
    paper.reject()


def test_a_picture_is_pasted_as_evidence(page: TasksPage, settle: Settle) -> None:
    line = page.table.lines.lines[12]
    page.table.select_id(line.id)
    settle()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("#2B7A33"))
    QApplication.clipboard().setImage(picture)
    assert page.side is not None
    page.side.detail.evidence.paste()
    settle()
    assert next(each for each in page.table.lines.lines if each.id == line.id).evidence == line.evidence + 1


def test_what_was_removed_is_taken_back_from_the_recycle_bin(window: Window, page: TasksPage, settle: Settle) -> None:
    removed = page.table.lines.lines[0].id
    page.desk.operations.remove(lambda work: work.tasks, removed)
    settle()
    page.desk.go("recycle")
    settle()
    settings = window.stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    pane = settings.tabs.current()
    assert isinstance(pane, RecyclePane)
    pane.table.select_id(pane.table.lines.lines[0].id)
    pane.restore()
    settle()
    assert not pane.table.lines.lines
    assert tasks(page, settle, [removed])


def test_the_status_line_names_the_last_change_and_its_time(window: Window, page: TasksPage, settle: Settle) -> None:
    page.desk.operations.remove(lambda work: work.tasks, page.table.lines.lines[0].id)
    settle()
    change = page.desk.operations.last_change
    assert change is not None
    assert window.status._undo.text() == f"Hoàn tác: {change.label} ({change.when:%H:%M})"


def test_a_line_without_evidence_leads_to_its_task(window: Window, page: TasksPage, settle: Settle) -> None:
    wanted = page.table.lines.lines[5].id
    missing = MissingEvidence(Owner.PROGRESS, 1, "2.3 Công khai", "tasks", wanted)
    listed = MissingEvidenceDialog(window, page.desk, [missing])
    partial(listed._go, missing)()
    settle()
    assert page.table.current_id() == wanted
