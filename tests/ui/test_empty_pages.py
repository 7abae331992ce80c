"""What the pages say before there is anything: one sentence and the way to fill them, and nothing to do in vain."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from papi_desktop.paths import DataFolder
from papi_desktop.services.planning import bundled_plan, save
from papi_desktop.services.sample import SAMPLE_DAY
from papi_desktop.settings import Settings
from tests.ui.conftest import Settle, begun
from ui.desk import Desk
from ui.operations import Operations
from ui.settings.page import SettingsPage
from ui.today.page import TodayPage
from ui.widgets.register_page import RegisterPage
from ui.window import Window

REGISTERS = ("tasks", "publications", "dialogues", "reception", "budget", "results")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Give the data as it is after the first run."""
    return begun(tmp_path)


@pytest.fixture
def new(qtbot: QtBot, operations: Operations, folder: DataFolder, settle: Settle) -> Iterator[Window]:
    window = Window(Desk(operations, folder, SAMPLE_DAY), Settings())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    operations.read(lambda work: work.commune.get(), window.welcome)
    settle()
    yield window
    window.close()


@pytest.mark.parametrize("name", REGISTERS)
def test_an_empty_list_offers_nothing_but_the_way_to_fill_it(new: Window, settle: Settle, name: str) -> None:
    page = new.open_page(name)
    settle()
    assert not [box for box in page.findChildren(QLineEdit) if box.isVisible()]
    main = [each for each in page.findChildren(QPushButton) if each.isVisible() and each.property("role") == "main"]
    assert len(main) == 1
    others = [each for each in page.findChildren(QPushButton) if each.isVisible() and each not in main]
    assert all(each.property("role") == "quiet" for each in others)


def test_the_yearly_review_is_reached_also_without_a_list_of_households(new: Window, settle: Settle) -> None:
    page = new.open_page("households")
    settle()
    shown = {each.objectName() for each in page.findChildren(QPushButton) if each.isVisible()}
    assert "households.view.review" in shown
    assert not shown & {"households.export", "households.menu"}


def test_the_tools_come_back_with_the_first_line(new: Window, settle: Settle) -> None:
    page = new.open_page("tasks")
    settle()
    assert isinstance(page, RegisterPage)
    assert not page.search.isVisible()
    new.desk.operations.write(lambda work: save(work, bundled_plan(), frozenset()))
    settle()
    assert page.search.isVisible()
    page.search.setText("không có dòng nào như thế này")
    settle()
    assert page.search.isVisible()


def test_the_recycle_bin_takes_back_only_what_is_selected(new: Window, settle: Settle) -> None:
    page = new.open_page("settings")
    assert isinstance(page, SettingsPage)
    pane = page.tabs.open("recycle")
    settle()
    back = pane.findChild(QPushButton, "recycle.restore")
    assert not back.isVisible()
    new.desk.operations.remove(lambda work: work.villages, 1, lambda _gone: None)
    settle()
    assert isinstance(pane, RegisterPage)
    assert back.isVisible()
    assert not back.isEnabled()
    pane.table.selectAll()
    assert back.isEnabled()


def test_the_first_page_leads_to_the_plan_and_counts_nothing_before_there_is_one(new: Window, settle: Settle) -> None:
    page = new.open_page("today")
    settle()
    assert isinstance(page, TodayPage)
    assert page.first.isVisible()
    assert not any(tile.isVisible() for tile in page.tiles.values())
    assert page.findChild(QPushButton, "today.report") is None or not page.report.isVisible()
    page.findChild(QPushButton, "today.load_plan").click()
    settle()
    assert new.stack.currentWidget() is new.open_page("planning")


def test_the_first_page_counts_as_soon_as_there_is_a_plan(new: Window, settle: Settle) -> None:
    new.desk.operations.write(lambda work: save(work, bundled_plan(), frozenset()))
    page = new.open_page("today")
    settle()
    assert isinstance(page, TodayPage)
    assert not page.first.isVisible()
    assert all(tile.isVisible() for tile in page.tiles.values())
