"""What is said of a posting while it hangs, and what the first page says must be done about postings."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Settle
from ui.publications.opinions import OpinionLine
from ui.publications.page import PublicationsPage
from ui.today.page import TodayPage
from ui.widgets.link_line import LinkLine
from ui.widgets.questions import FormDialog
from ui.window import Window

BUDGET_Q3 = 9


def test_an_opinion_is_noted_at_its_place_and_answered_later(qtbot: QtBot, window: Window, settle: Settle) -> None:
    page = window.open_page("publications")
    assert isinstance(page, PublicationsPage)
    settle()
    page.table.select_id(BUDGET_Q3)
    settle()
    page.detail.tabs.open("opinions")
    qtbot.mouseClick(page.findChild(QPushButton, "publications.opinion.add"), Qt.MouseButton.LeftButton)
    write(qtbot, page, settle, content="Đề nghị ghi rõ khoản chi sửa đường")
    (line,) = page.detail.opinions.findChildren(OpinionLine)
    line.clicked.emit()
    write(qtbot, page, settle, answer="Đã giải trình tại cuộc họp thôn")
    kept: list[Any] = []
    window.desk.operations.read(lambda work: work.posting_opinions.all(), kept.extend)
    settle()
    assert [(each.content, each.answer) for each in kept] == [
        ("Đề nghị ghi rõ khoản chi sửa đường", "Đã giải trình tại cuộc họp thôn")
    ]


def write(qtbot: QtBot, page: PublicationsPage, settle: Settle, **values: str) -> None:
    settle()
    dialog = next(each for each in page.findChildren(FormDialog) if each.isVisible())
    for key, value in values.items():
        dialog.form.editor(key).show_value(value)
    qtbot.mouseClick(dialog.findChild(QPushButton, "publications.opinion.form.save"), Qt.MouseButton.LeftButton)
    settle()


def test_the_first_page_leads_to_the_publication_that_is_late(window: Window, settle: Settle) -> None:
    page = window.open_page("today")
    assert isinstance(page, TodayPage)
    settle()
    lines = [each for each in page.postings.findChildren(LinkLine) if each.isVisible()]
    assert [line.accessibleName().partition(":")[0] for line in lines] == [
        "Quá hạn niêm yết",
        "Gỡ sớm",
        "Sắp đến hạn niêm yết",
    ]
    lines[0].clicked.emit()
    settle()
    shown = window.stack.currentWidget()
    assert isinstance(shown, PublicationsPage)
    assert shown.table.current_id() == BUDGET_Q3
