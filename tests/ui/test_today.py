"""Hôm nay: the four numbers are those of the lists they lead to."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from papi_desktop.services.today import CountKey, LateTask
from tests.ui.conftest import Settle
from ui.tasks.page import TasksPage
from ui.today.page import TodayPage
from ui.widgets.link_line import LinkLine
from ui.window import Window


@pytest.fixture
def page(window: Window) -> TodayPage:
    page = window.open_page("today")
    assert isinstance(page, TodayPage)
    return page


@pytest.mark.parametrize("key", [CountKey.LATE, CountKey.SOON, CountKey.MISSING])
def test_a_number_leads_to_the_list_that_it_counts(
    qtbot: QtBot, window: Window, page: TodayPage, settle: Settle, key: CountKey
) -> None:
    tile = page.tiles[key]
    number = int(tile.number.text())
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    settle()
    tasks = window.stack.currentWidget()
    assert isinstance(tasks, TasksPage)
    assert len(tasks.table.lines.lines) == number


def test_a_number_is_followed_with_the_enter_key_too(
    qtbot: QtBot, window: Window, page: TodayPage, settle: Settle
) -> None:
    qtbot.keyClick(page.tiles[CountKey.LATE], Qt.Key.Key_Return)
    settle()
    assert isinstance(window.stack.currentWidget(), TasksPage)


def test_the_week_and_the_report_are_there_and_stay_single_after_a_refresh(page: TodayPage, settle: Settle) -> None:
    parts = page.report.inside.count(), page.week.inside.count()
    page.refresh()
    settle()
    assert (page.report.inside.count(), page.week.inside.count()) == parts
    assert parts[0] > 3


def lines_of(page: TodayPage) -> list[LinkLine]:
    inside = page.late.inside
    parts = [item.widget() for number in range(inside.count()) if (item := inside.itemAt(number))]
    return [part for part in parts if isinstance(part, LinkLine)]


def test_late_tasks_are_named_and_lead_to_themselves(
    qtbot: QtBot, window: Window, page: TodayPage, settle: Settle
) -> None:
    lines = lines_of(page)
    assert len(lines) == int(page.tiles[CountKey.LATE].number.text())
    assert page.late.isVisible()
    words = lines[0].accessibleName()
    qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    settle()
    tasks = window.stack.currentWidget()
    assert isinstance(tasks, TasksPage)
    assert words.startswith(tasks.table.current_line().code)


def test_of_many_late_tasks_a_few_are_named_and_the_rest_are_in_the_list(
    window: Window, page: TodayPage, settle: Settle
) -> None:
    late = [LateTask(number, f"1.{number}", "Việc", date(2022, 7, number), "") for number in range(1, 8)]
    page.late.show_tasks(late)
    assert len(lines_of(page)) == 4
    more = page.late.findChild(QPushButton, "today.late.all")
    assert more.text() == "và 3 nhiệm vụ khác"
    more.click()
    settle()
    assert isinstance(window.stack.currentWidget(), TasksPage)
    page.late.show_tasks([])
    assert page.late.isHidden()
