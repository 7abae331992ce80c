"""Draws what the tasks page does beyond a list: its faces, several lines at once, pasting, and the recycle bin."""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.camera import Camera, settle, with_dialog
from ui.settings.page import SettingsPage
from ui.tasks.page import BOARD, LIST, MONTH, TasksPage
from ui.today.page import TodayPage
from ui.window import Window

NAMES = (
    *("tasks-board-detail", "tasks-many", "tasks-filters"),
    *("dialog-tasks-bulk", "dialog-tasks-paste", "dialog-tasks-understanding"),
)


def task_pages(camera: Camera, window: Window) -> None:
    """Draw everything, and leave the data as it was."""
    page = window.open_page("tasks")
    assert isinstance(page, TasksPage)
    faces(camera, window)
    page.table.select_ids({line.id for line in page.table.lines.lines[2:7]})
    settle(window)
    camera.take("tasks-many", window)
    with_dialog(page.edit_together, partial(camera.take, "dialog-tasks-bulk"))
    pasting(camera, window, page)
    page.choose({"officer": "0", "due": "30"})
    settle(window)
    camera.take("tasks-filters", window)
    assert page.named is not None
    with_dialog(page.named.keep, partial(camera.take, "dialog-tasks-keep-filters"))
    page.show_all()
    settle(window)
    page.table.select_id(page.table.lines.lines[0].id)
    settle(window)
    reread = page.findChild(QPushButton, "tasks.reread")
    with_dialog(reread.click, partial(camera.take, "dialog-tasks-understanding"))
    with_dialog(page.print_assignment, partial(camera.take, "dialog-assignment"))
    missing_evidence(camera, window)
    recycle_bin(camera, window, page)


def faces(camera: Camera, window: Window) -> None:
    """Draw the board with an opened card, and the calendar."""
    page = window.open_page("tasks")
    assert isinstance(page, TasksPage)
    page.open_view(BOARD)
    settle(window)
    camera.take("tasks-board", window)
    cards = next(each.cards for each in page.board.columns.values() if each.cards.lines.lines)
    cards.take_row(0)
    page.board.opened.emit(cards.lines.lines[0])
    settle(window)
    camera.take("tasks-board-detail", window)
    page.open_view(MONTH)
    settle(window)
    camera.take("tasks-month", window)
    page.open_view(LIST)
    settle(window)


def pasting(camera: Camera, window: Window, page: TasksPage) -> None:
    """Draw the preview of a pasted table that changes some cells, and one that is not understood."""
    page.copy()
    settle(window)
    copied = QGuiApplication.clipboard().text()
    changed = copied.replace("Đang thực hiện", "Hoàn thành").replace("\t90%", "\tgần xong")
    QGuiApplication.clipboard().setText(changed)
    with_dialog(page.paste, partial(camera.take, "dialog-tasks-paste"))


def missing_evidence(camera: Camera, window: Window) -> None:
    """Draw the list of what has no evidence."""
    today = window.open_page("today")
    assert isinstance(today, TodayPage)
    settle(window)
    with_dialog(today._open_missing, partial(camera.take, "dialog-missing-evidence"))


def recycle_bin(camera: Camera, window: Window, page: TasksPage) -> None:
    """Draw the recycle bin with something in it, and take that back."""
    window.desk.operations.remove(lambda work: work.tasks, page.table.lines.lines[0].id)
    settle(window)
    settings = window.open_page("settings")
    assert isinstance(settings, SettingsPage)
    settings.tabs.open("recycle")
    settle(window)
    camera.take("settings-recycle", window)
    window.desk.operations.undo()
    QTest.qWait(50)
    settle(window)
