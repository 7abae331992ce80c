"""A task of the province's plan that was understood wrongly is corrected in its detail; its words stay."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from papi_desktop.domain.deadlines import DeadlineKind
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.services.task_list import TaskLine
from tests.ui.conftest import Settle
from ui.tasks.page import TasksPage
from ui.tasks.understanding import UnderstandingDialog


@pytest.fixture
def line(page: TasksPage, settle: Settle) -> TaskLine:
    found: TaskLine = next(line for line in page.table.lines.lines if line.code == "4.5")
    page.table.select_id(found.id)
    settle()
    return found


@pytest.fixture
def dialog(page: TasksPage, line: TaskLine, settle: Settle) -> UnderstandingDialog:
    page.findChild(QPushButton, "tasks.reread").click()
    settle()
    found = QApplication.activeModalWidget()
    assert isinstance(found, UnderstandingDialog)
    return found


def choose(dialog: UnderstandingDialog, key: str, value: object) -> None:
    dialog.form.editor(key).show_value(value)
    dialog.form.edited.emit(key, value)


def stored(page: TasksPage, line: TaskLine, settle: Settle) -> Task:
    found: list[Task] = []
    page.desk.operations.read(lambda work: work.tasks.get(line.id), found.append)
    settle()
    return found[0]


def test_only_the_fields_of_the_chosen_kind_are_shown(dialog: UnderstandingDialog) -> None:
    due, every = dialog.form.control("due"), dialog.form.control("every")
    assert not due.isVisible()
    choose(dialog, "kind", DeadlineKind.BY)
    assert due.isVisible()
    choose(dialog, "kind", DeadlineKind.RECURRING)
    assert (due.isVisible(), every.isVisible()) == (False, True)
    dialog.done(0)


def test_a_corrected_task_is_due_on_its_day_and_the_change_can_be_taken_back(
    page: TasksPage, line: TaskLine, dialog: UnderstandingDialog, settle: Settle
) -> None:
    before = stored(page, line, settle)
    choose(dialog, "part", Part.LEAD)
    choose(dialog, "kind", DeadlineKind.BY)
    choose(dialog, "due", date(2022, 11, 30))
    dialog.submit()
    settle()
    after = stored(page, line, settle)
    assert (after.part, after.deadline.due, after.text) == (Part.LEAD, date(2022, 11, 30), before.text)
    assert next(each for each in page.table.lines.lines if each.id == line.id).due == date(2022, 11, 30)
    page.desk.operations.undo()
    settle()
    assert stored(page, line, settle) == before


def test_a_task_that_comes_back_is_kept_with_its_turn(
    page: TasksPage, line: TaskLine, dialog: UnderstandingDialog, settle: Settle
) -> None:
    choose(dialog, "kind", DeadlineKind.RECURRING)
    dialog.submit()
    settle()
    assert stored(page, line, settle).deadline.meaning == "Hằng quý"


def test_a_wrong_day_that_is_no_longer_asked_for_keeps_nothing_from_being_saved(
    page: TasksPage, line: TaskLine, dialog: UnderstandingDialog, settle: Settle
) -> None:
    choose(dialog, "kind", DeadlineKind.BY)
    due = dialog.form.control("due")
    assert isinstance(due, QLineEdit)
    due.setText("31/11/2022")
    choose(dialog, "kind", DeadlineKind.CONTINUOUS)
    dialog.submit()
    settle()
    assert not dialog.isVisible()
    assert stored(page, line, settle).deadline.kind is DeadlineKind.CONTINUOUS


def test_a_day_that_is_lacking_is_asked_for_in_the_dialog(dialog: UnderstandingDialog, settle: Settle) -> None:
    choose(dialog, "kind", DeadlineKind.BY)
    dialog.submit()
    settle()
    assert dialog.isVisible()
    assert (
        dialog.message.sentence.text() == "Nhiệm vụ 4.5 chưa có ngày hạn cuối. Hãy nhập ngày, hoặc chọn cách hiểu khác."
    )
    dialog.done(0)
