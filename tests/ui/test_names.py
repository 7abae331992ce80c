"""Every control that the keyboard reaches has a name of its own for the program and one for the screen reader."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolButton, QWidget

from tests.ui.conftest import Settle
from ui.pages import PAGES
from ui.reports.page import ReportsPage, Step
from ui.widgets.reading_order import stops
from ui.widgets.register_page import RegisterPage
from ui.window import Window


def states(window: Window, page: QWidget, settle: Settle) -> Iterator[str]:
    """Show the page in every view and pane, each with its first line opened."""
    yield "first"
    choices = {
        each.objectName()
        for each in page.findChildren(QAbstractButton)
        if ".view." in each.objectName() or ".tab." in each.objectName()
    }
    for name in sorted(choices) or [""]:
        for choice in page.findChildren(QAbstractButton, name) if name else ():
            if choice.isVisible():
                choice.click()
                break
        settle()
        yield name
        for register in (page, *page.findChildren(RegisterPage)):
            if isinstance(register, RegisterPage) and register.table.isVisible() and register.table.lines.lines:
                register.table.select_id(register.table.lines.lines[0].id)
                settle()
                yield f"{name} with a line"
                register.table.clearSelection()


def problems(window: Window) -> Iterator[str]:
    found = list(stops(window))
    for each in found:
        words = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
        if not each.objectName() or not words:
            yield f"{type(each).__name__} “{each.objectName()}” “{words}”"
    counted = Counter(each.objectName() for each in found)
    yield from (f"{name} {number} times" for name, number in counted.items() if number > 1)


@pytest.mark.parametrize("name", [each.name for each in PAGES])
def test_every_control_of_a_page_has_its_own_name_and_words(window: Window, settle: Settle, name: str) -> None:
    page = window.open_page(name)
    settle()
    found = {state: wrong for state in states(window, page, settle) if (wrong := list(problems(window)))}
    assert not found


def test_every_control_of_the_report_has_its_own_name_and_words(window: Window, settle: Settle) -> None:
    page = window.open_page("reports")
    settle()
    assert isinstance(page, ReportsPage)
    for step in Step:
        page.open_step(step)
        settle()
        assert not list(problems(window))


@pytest.mark.parametrize("name", [each.name for each in PAGES])
def test_the_buttons_inside_fields_are_named_too(window: Window, settle: Settle, name: str) -> None:
    page = window.open_page(name)
    settle()
    inside = [part for field in window.findChildren(QLineEdit) for part in field.findChildren(QToolButton)]
    assert inside
    assert page.isVisible()
    nameless = [part.parent().objectName() for part in inside if not part.objectName() or not part.accessibleName()]
    assert not nameless
