"""The keyboard goes through pages and dialogs as the eye does, also through parts that were made later."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.database import Database
from papi_desktop.paths import DataFolder
from papi_desktop.services.sample import SAMPLE_COMMUNE
from tests.screenshot_plan import changed
from tests.ui.conftest import Settle
from ui.pages import PAGES
from ui.planning.page import PlanningPage
from ui.reports.page import ReportsPage, Step
from ui.results.page import ResultsPage
from ui.settings.records import VILLAGE
from ui.widgets.questions import FormDialog
from ui.window import Window
from ui.wizard.wizard import Wizard

_SAME_LINE = 12
"""Pixels by which parts of one line may differ in height."""


def tabbed(qtbot: QtBot, window: QWidget, first: QWidget) -> Iterator[QWidget]:
    """Press Tab until the cursor is back where it began."""
    first.setFocus()
    assert QApplication.focusWidget() is first
    here = first
    for _ in range(400):
        yield here
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        here = focused
        if here is first:
            return
    raise AssertionError("Tab never comes back.")


def names(qtbot: QtBot, window: QWidget, first: QWidget) -> list[str]:
    return [each.objectName() for each in tabbed(qtbot, window, first)]


def in_order(found: list[str], *wanted: str) -> bool:
    return [name for name in found if name in wanted] == list(wanted)


def test_the_second_step_of_the_first_run_goes_from_the_offers_to_the_field_and_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    wizard = Wizard(DataFolder(tmp_path / "mới"), Database)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    wizard.steps[0].form.show_value(SAMPLE_COMMUNE)  # type: ignore[attr-defined]
    wizard.forward()
    first = wizard.findChild(QWidget, "wizard.preset.1")
    found = names(qtbot, wizard, first)
    wanted = ("wizard.preset.1", "wizard.form.recipient", "wizard.back", "wizard.forward", "wizard.sample")
    assert [name for name in found if name in wanted] == list(wanted)
    wizard.close()


def test_the_report_goes_through_the_fields_before_the_buttons_below(
    qtbot: QtBot, window: Window, settle: Settle
) -> None:
    page = window.open_page("reports")
    settle()
    assert isinstance(page, ReportsPage)
    page.open_step(Step.TEXT)
    settle()
    found = names(qtbot, window, page.findChild(QWidget, "reports.step.check"))
    assert in_order(
        found, "reports.step.check", "reports.form.number", "reports.form.intro", "reports.back", "reports.next"
    )


def test_what_a_changed_plan_changes_is_gone_through_before_it_is_saved(
    qtbot: QtBot, window: Window, settle: Settle
) -> None:
    page = window.open_page("planning")
    settle()
    assert isinstance(page, PlanningPage)
    page.show_proposal(changed())
    settle()
    found = names(qtbot, window, page.findChild(QWidget, "plans.differences"))
    accepts = [number for number, name in enumerate(found) if name.startswith("plans.accept")]
    assert accepts
    assert max(accepts) < found.index("plans.again") < found.index("plans.save")


def test_a_dialog_goes_from_its_fields_to_its_buttons_and_stops_nowhere_else(qtbot: QtBot, window: Window) -> None:
    dialog = FormDialog(window, "Thêm thôn", "villages", VILLAGE.fields, VILLAGE.blank, lambda *_: None)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    found = names(qtbot, dialog, dialog.form.control(VILLAGE.fields[0].key))
    fields = [f"villages.form.{field.key}" for field in VILLAGE.fields]
    assert found == [*fields, "villages.form.leave", "villages.form.save"]
    dialog.done(0)


@pytest.mark.parametrize("name", [each.name for each in PAGES])
def test_the_keyboard_goes_down_and_right_on_every_page(
    qtbot: QtBot, window: Window, settle: Settle, name: str
) -> None:
    window.open_page(name)
    settle()
    page = window.stack.currentWidget()
    gone_through = [each for each in tabbed(qtbot, window, window.header.search) if page.isAncestorOf(each)]
    places = [QRect(each.mapTo(page, QPoint(0, 0)), each.size()) for each in gone_through]
    assert places
    backwards = [
        (before, after)
        for before, after in pairwise(places)
        if after.top() < before.top() - _SAME_LINE and after.left() < before.right()
    ]
    assert not backwards


def test_the_cursor_stays_in_the_page_when_its_control_is_hidden(qtbot: QtBot, window: Window, settle: Settle) -> None:
    page = window.open_page("results")
    settle()
    assert isinstance(page, ResultsPage)
    page.open_view("list")
    settle()
    page.search.setFocus()
    page.open_view("chart")
    settle()
    assert QApplication.focusWidget() is page
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "results.view.chart"


def test_the_fields_of_a_dialog_end_where_its_buttons_end(qtbot: QtBot, window: Window) -> None:
    dialog = FormDialog(window, "Thêm thôn", "villages", VILLAGE.fields, VILLAGE.blank, lambda *_: None)
    dialog.show()
    qtbot.waitExposed(dialog)
    name, save = dialog.form.control("name"), dialog.findChild(QWidget, "villages.form.save")
    ends = [each.mapTo(dialog, QPoint(each.width(), 0)).x() for each in (name, save)]
    assert ends[0] == ends[1]
    dialog.done(0)
