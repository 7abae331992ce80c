"""The window over the sample data: pages, keys, search, period, messages, and nothing in English."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.settings import read_settings
from tests.ui.conftest import Settle
from ui.desk import Desk
from ui.help import HelpDialog
from ui.icons import icon
from ui.pages import PAGES
from ui.theme import theme
from ui.widgets.register_page import RegisterPage
from ui.window import Window

ENGLISH = re.compile(
    r"\b(the|and|of|is|ok|cancel|save|open|close|yes|no|search|file|name|date|add|edit|remove|delete|export|import|"
    r"settings|task|report|today|error|none|null|true|false|page|table)\b",
    re.IGNORECASE,
)

NAVIGATED = [each.name for each in PAGES if not each.hidden]


def visible_texts(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible():
            yield widget.toolTip()
            if isinstance(widget, QLabel | QAbstractButton):
                yield widget.text()
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                yield widget.placeholderText()
            if isinstance(widget, QComboBox):
                yield from (widget.itemText(number) for number in range(widget.count()))


@pytest.mark.parametrize("name", [each.name for each in PAGES])
def test_every_page_opens_and_speaks_vietnamese(window: Window, settle: Settle, name: str) -> None:
    window.open_page(name)
    settle()
    english = [text for text in visible_texts(window) if ENGLISH.search(text)]
    assert not english


@pytest.mark.parametrize("name", NAVIGATED)
def test_every_page_is_reached_by_its_button_and_the_first_nine_and_the_settings_with_alt(
    qtbot: QtBot, window: Window, settle: Settle, name: str
) -> None:
    number = 0 if name == "settings" else NAVIGATED.index(name) + 1
    button = window.findChild(QAbstractButton, f"nav.{name}")
    assert button.shortcut().toString() == (f"Alt+{number}" if number <= 9 else "")
    button.click()
    settle()
    assert window.stack.currentWidget() is window.open_page(name)


def test_the_tab_key_reaches_every_control_of_the_task_page(qtbot: QtBot, window: Window, settle: Settle) -> None:
    page = window.open_page("tasks")
    settle()
    assert isinstance(page, RegisterPage)
    reached, first = set(), window.header.search
    widget: QWidget = first
    while widget.nextInFocusChain() is not first:
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget.objectName())
    assert {"tasks.search", "tasks.table", "tasks.filter", "nav.today", "period"} <= reached


def test_ctrl_f_goes_to_the_search_of_the_page(qtbot: QtBot, window: Window, settle: Settle) -> None:
    page = window.open_page("tasks")
    settle()
    assert isinstance(page, RegisterPage)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.search


def test_a_search_without_accents_finds_accented_text(window: Window, settle: Settle) -> None:
    window.header.search.setText("ho ngheo")
    window.header.search.returnPressed.emit()
    settle()
    page = window.open_page("found")
    settle()
    words = [line.words for line in page.table.lines.lines]
    assert any("hộ nghèo" in each for each in words)


def test_the_period_is_chosen_once_for_every_page(window: Window, desk: Desk, settle: Settle) -> None:
    desk.choose_period(read_period("2022-Q3"))
    settle()
    assert "Quý III/2022" in window.header.period.text()
    page = window.open_page("tasks")
    settle()
    assert page.desk.query().period.code == "2022-Q3"


def test_sample_data_is_marked_as_such(window: Window) -> None:
    assert window.sample.isVisible()
    assert any("Dữ liệu mẫu" in text for text in visible_texts(window.sample))


def test_an_error_is_told_calmly_and_can_be_put_away(qtbot: QtBot, window: Window, desk: Desk) -> None:
    def refuse(_work: object) -> None:
        raise KnownError("Không mở được thư mục. Hãy cắm lại USB rồi thử lại.")

    with qtbot.waitSignal(desk.operations.failed):
        desk.operations.read(refuse)
    assert window.message.isVisible()
    window.findChild(QAbstractButton, "message.close").click()
    assert not window.message.isVisible()


def test_long_work_has_a_strip_with_a_button_that_stops_it(qtbot: QtBot, window: Window, settle: Settle) -> None:
    window.desk.operations.run("Đang kiểm tra", lambda progress, _stop: progress(1, 3))
    assert window.progress.isVisible()
    settle()
    assert not window.progress.isVisible()


def test_closing_remembers_the_period_and_the_place_of_the_window(window: Window, desk: Desk) -> None:
    desk.choose_period(read_period("2022-H1"))
    window.close()
    kept = read_settings(desk.folder)
    assert kept.period == "2022-H1"
    assert kept.window


def test_every_button_and_field_has_a_name_for_the_screen_reader(window: Window, settle: Settle) -> None:
    window.open_page("tasks")
    settle()
    kinds = QAbstractButton | QComboBox | QPlainTextEdit
    nameless = [
        widget.objectName() or widget.metaObject().className()
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not widget.accessibleName()
        if not isinstance(widget, QAbstractButton) or not widget.text()
        if not (widget.parent() and isinstance(widget.parent(), QLineEdit))
        if not widget.objectName().startswith("qt_")
    ]
    assert nameless in ([], ["QTableCornerButton"])


def test_shortcuts_are_not_given_twice(window: Window) -> None:
    keys = [button.shortcut().toString() for button in window.findChildren(QAbstractButton)]
    keys += [action.shortcut().toString() for action in window.findChildren(QAction)]
    used = [key for key in keys if key]
    assert len(used) == len(set(used))


@pytest.mark.parametrize("name", [each.name for each in PAGES])
def test_every_page_has_its_help(qtbot: QtBot, window: Window, name: str) -> None:
    dialog = HelpDialog(name, window)
    title = dialog.text.document().firstBlock().text()
    assert title == next(each.title for each in PAGES if each.name == name)
    assert "Ctrl+F" in dialog.text.toPlainText()


def test_f1_opens_the_help_of_the_page(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog.isVisible()
    assert dialog.text.document().firstBlock().text() == "Hôm nay"
    dialog.close()


def test_icons_follow_the_look_at_once(qapp: QApplication, window: Window, settle: Settle) -> None:
    def ink() -> str:
        image = window.header.period.icon().pixmap(18).toImage()
        dark = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return max(dark, key=lambda colour: colour.alpha()).name()

    before = ink()
    theme.apply(qapp, high_contrast=True)
    after = ink()
    theme.apply(qapp)
    assert before != after
    assert ink() == before


def test_the_cross_of_a_search_box_is_there_only_with_words_and_ours(window: Window) -> None:
    cross = window.header.search.findChild(QToolButton, "search.clear")
    assert not cross.isVisible()
    assert cross.icon().cacheKey() == icon("close").cacheKey()
    window.header.search.setText("đối thoại")
    assert cross.isVisible()
