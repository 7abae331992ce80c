"""Hôm nay: the four numbers are those of the lists they lead to."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from papi_desktop.services.today import CountKey
from tests.ui.conftest import Settle
from ui.tasks.page import TasksPage
from ui.today.page import TodayPage
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
