"""A task of the commune's own is added, worded anew and removed on the tasks page; another office's is not."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from papi_desktop.services.task_list import TaskLine
from papi_desktop.services.work import Work
from tests.ui.conftest import Settle
from ui.tasks.detail import TaskDetail
from ui.tasks.own import OwnTaskDialog
from ui.tasks.page import TasksPage


def dialog_after(page: TasksPage, name: str, settle: Settle) -> OwnTaskDialog:
    page.findChild(QPushButton, name).click()
    settle()
    found = QApplication.activeModalWidget()
    assert isinstance(found, OwnTaskDialog)
    return found


def add(page: TasksPage, settle: Settle, text: str) -> TaskLine:
    dialog = dialog_after(page, "tasks.add", settle)
    dialog.form.editor("dimension").show_value(2)
    dialog.form.editor("text").show_value(text)
    dialog.form.editor("deadline_text").show_value("Trước ngày 30/9")
    dialog.submit()
    settle()
    line = page.table.current_line()
    assert isinstance(line, TaskLine)
    return line


def test_what_the_deadline_means_is_shown_while_it_is_typed(page: TasksPage, settle: Settle) -> None:
    dialog = dialog_after(page, "tasks.add", settle)
    deadline = dialog.form.control("deadline_text")
    assert isinstance(deadline, QLineEdit)
    deadline.insert("Trước ngày 30/9")
    assert dialog.form.editor("reading").value() == "Chậm nhất 29/09/2022"
    dialog.done(0)


def test_an_added_task_stands_in_the_list_and_is_taken_back(page: TasksPage, settle: Settle) -> None:
    line = add(page, settle, "Niêm yết đường dây nóng của xã.")
    assert (line.code, line.text, line.lead) == ("2.7", "Niêm yết đường dây nóng của xã.", "UBND xã An Bình")
    assert len(page.table.lines.lines) == 29
    page.desk.operations.undo()
    settle()
    assert len(page.table.lines.lines) == 28


def test_a_task_of_our_own_is_worded_anew_and_removed(page: TasksPage, settle: Settle) -> None:
    line = add(page, settle, "Niêm yết đường dây nóng.")
    dialog = dialog_after(page, "tasks.reword", settle)
    assert dialog.form.editor("text").value() == "Niêm yết đường dây nóng."
    dialog.form.editor("text").show_value("Niêm yết số điện thoại đường dây nóng.")
    dialog.submit()
    settle()
    assert page.table.current_line().text == "Niêm yết số điện thoại đường dây nóng."
    page.findChild(QPushButton, "tasks.remove").click()
    settle()
    assert line.id not in {each.id for each in page.table.lines.lines}
    assert removed(page, settle) == [line.id]


def removed(page: TasksPage, settle: Settle) -> list[int]:
    found: list[list[int]] = []

    def read(work: Work) -> list[int]:
        return [each.value.id for each in work.tasks.removed()]

    page.desk.operations.read(read, found.append)
    settle()
    return found[0]


def test_the_words_of_the_province_s_plan_are_only_shown(page: TasksPage, settle: Settle) -> None:
    page.table.select_id(page.table.lines.lines[0].id)
    settle()
    detail = page.side.detail if page.side else None
    assert isinstance(detail, TaskDetail)
    assert detail.own.isHidden()
    assert detail.plan.text().startswith("Kế hoạch: 239/KH-UBND\nChủ trì: ")
