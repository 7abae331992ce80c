"""A commune without a plan, and the page that loads one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from papi_desktop.domain.tasks import Task
from papi_desktop.paths import DataFolder
from tests.ui.conftest import Settle, begun
from ui.desk import Desk
from ui.planning.page import PlanningPage
from ui.window import Window


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Give a data folder with a commune and no plan, in the place of the sample data."""
    return begun(tmp_path)


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
