"""The window on small screens and with large text: no page asks for more room than there is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from papi_desktop.domain.tasks import State
from papi_desktop.services.planning import bundled_plan
from tests.ui.conftest import Settle, whole_rows
from ui.pages import PAGES
from ui.planning.page import PlanningPage
from ui.theme import theme
from ui.widgets.reading_order import Dialog
from ui.widgets.register_page import RegisterPage
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
    plan = bundled_plan()
    page.show_proposal(replace(plan, plan=replace(plan.plan, year=0)))
    settle()
    page.save()
    page.preview.table.select_id(1)
    settle()
    assert page.message.isVisible()
    assert window.height() == height
    assert window.minimumSizeHint().height() <= height


def test_every_list_shows_four_whole_rows_on_the_smallest_screen(window: Window, settle: Settle) -> None:
    window.resize(910, 485)
    few = {}
    for feature in PAGES:
        page = window.open_page(feature.name)
        settle()
        if isinstance(page, RegisterPage) and page.table.isVisible():
            shown = whole_rows(page.table)
            if shown < min(4, page.table.lines.rowCount()):
                few[feature.name] = shown
    assert window.sample.isVisible()
    assert not few


def test_a_usual_screen_keeps_its_room(window: Window, settle: Settle) -> None:
    window.resize(1366, 728)
    page = window.open_page("publications")
    settle()
    assert isinstance(page, RegisterPage)
    assert page.contentsRect().top() + page.layout().contentsMargins().top() == 16
    assert page.table.rowHeight(0) >= 50
    assert window.status.height() >= 44
    window.resize(910, 485)
    settle()
    assert page.layout().contentsMargins().top() == 8
    assert page.table.rowHeight(0) < 50


def test_what_was_just_done_is_said_without_making_a_narrow_window_wider(window: Window, settle: Settle) -> None:
    window.resize(910, 485)
    window.open_page("tasks")
    settle()
    window.status.offer_undo("Sửa cùng lúc các nhiệm vụ của nội dung Công khai, minh bạch trong quý III")
    window.desk.note("Đã sao chép 12 nhiệm vụ. Mở Excel hoặc Word rồi dán vào chỗ cần dùng.")
    settle()
    note = window.status.findChild(QLabel, "status.note")
    assert window.width() == 910
    assert note.width() >= note.sizeHint().width()
    assert window.status.findChild(QPushButton, "undo").text() == "Hoàn tác"
    window.status.note("")
    assert window.status.findChild(QPushButton, "undo").text().startswith("Hoàn tác: Sửa cùng lúc")
    assert window.minimumSizeHint().width() <= 910
    window.status.offer_undo("")
    assert window.status.findChild(QLabel, "status.safety").isVisible()


def test_no_dialog_is_larger_than_the_screen(window: Window) -> None:
    room = window.screen().availableSize()
    dialog = Dialog(window)
    dialog.fit(5000, 5000)
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
    dialog.fit(300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)


def test_filters_that_another_page_set_leave_the_list_its_room_on_a_small_screen(
    window: Window, settle: Settle
) -> None:
    window.resize(910, 485)
    window.desk.go("tasks", 0, state=State.DONE)
    settle()
    page = window.stack.currentWidget()
    assert isinstance(page, RegisterPage)
    button = page.findChild(QPushButton, "tasks.filter")
    assert button.text() == button.accessibleName() == "Lọc (1)"
    assert not page.filters.isVisible()
    assert whole_rows(page.table) >= 4
    page.show_all()
    settle()
    assert button.text() == "Lọc"
    window.resize(1366, 728)
    window.desk.go("tasks", 0, state=State.DONE)
    settle()
    assert page.filters.isVisible()


def test_larger_text_widens_what_stands_there_already(qapp: QApplication, window: Window, settle: Settle) -> None:
    window.resize(1920, 1000)
    page = window.open_page("settings")
    settle()
    choices = [each for each in page.findChildren(QPushButton) if each.objectName().startswith("settings.tab.")]
    theme.apply(qapp, 140)
    try:
        assert {each.minimumWidth() for each in choices} == {theme.pixels(148)}
        assert window.status.minimumHeight() == theme.pixels(44)
    finally:
        theme.apply(qapp)
