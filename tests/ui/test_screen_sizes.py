"""The window on small screens and with large text: no page asks for more room than there is."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Settle
from ui.pages import PAGES
from ui.planning.page import PlanningPage
from ui.theme import theme
from ui.window import Window


@pytest.fixture(params=[(910, 485, 100), (1366, 768, 140)], ids=["1366×768 at 150 %", "1366×768 with text at 140 %"])
def small(request: pytest.FixtureRequest, qapp: QApplication, window: Window) -> Iterator[tuple[Window, int]]:
    width, height, percent = request.param
    theme.apply(qapp, percent)
    window.resize(width, height)
    yield window, width
    theme.apply(qapp)


def test_no_page_makes_the_window_wider_than_the_screen(small: tuple[Window, int], settle: Settle) -> None:
    window, width = small
    wide = {}
    for feature in PAGES:
        window.open_page(feature.name)
        settle()
        if window.minimumSizeHint().width() > width:
            wide[feature.name] = window.minimumSizeHint().width()
    assert not wide
    assert window.width() == width


def test_no_page_makes_the_window_higher_than_the_screen(small: tuple[Window, int], settle: Settle) -> None:
    window, _width = small
    height = window.height()
    page = window.open_page("planning")
    assert isinstance(page, PlanningPage)
    page.use_bundled()
    settle()
    page.preview.table.select_id(1)
    settle()
    assert page.message.isVisible()
    assert window.height() == height
    assert window.minimumSizeHint().height() <= height
