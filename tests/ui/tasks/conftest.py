"""The page of tasks, open in the window."""

import pytest

from tests.ui.conftest import Settle
from ui.tasks.page import TasksPage
from ui.window import Window


@pytest.fixture
def page(window: Window, settle: Settle) -> TasksPage:
    page = window.open_page("tasks")
    settle()
    assert isinstance(page, TasksPage)
    return page
