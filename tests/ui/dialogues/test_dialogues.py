"""The dialogues as an officer works with them: meetings, their opinions, answers, and the way to one opinion."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from papi_desktop.domain.dialogues import Dialogue, Opinion
from tests.ui.conftest import Settle, press
from ui.dialogues.opinion_dialog import OpinionDialog
from ui.dialogues.page import DialoguesPage
from ui.widgets.questions import FormDialog
from ui.window import Window

WidgetT = TypeVar("WidgetT", bound=QWidget)


@pytest.fixture
def page(window: Window, settle: Settle) -> DialoguesPage:
    page = window.open_page("dialogues")
    settle()
    assert isinstance(page, DialoguesPage)
    return page


class Stored:
    """What the database holds now."""

    def __init__(self, window: Window, settle: Settle) -> None:
        self._window, self._settle = window, settle

    def opinions(self, dialogue_id: int) -> list[Opinion]:
        return self._read(lambda work: work.opinions.of_dialogue(dialogue_id))

    def opinion(self, id: int) -> Opinion:
        return self._read(lambda work: work.opinions.get(id))

    def dialogue(self, id: int) -> Dialogue:
        return self._read(lambda work: work.dialogues.get(id))

    def _read(self, action):
        found: list = []
        self._window.desk.operations.read(action, found.append)
        self._settle()
        return found[0]


@pytest.fixture
def stored(window: Window, settle: Settle) -> Stored:
    return Stored(window, settle)


def opened(window: Window, kind: type[WidgetT]) -> WidgetT:
    return next(each for each in window.findChildren(kind) if each.isVisible())


def choose(page: DialoguesPage, settle: Settle, number: int) -> int:
    id = page.meetings.table.lines.lines[number].id
    page.meetings.table.select_id(id)
    settle()
    return id


def test_the_list_counts_the_opinions_of_each_dialogue(page: DialoguesPage) -> None:
    newest = page.meetings.table.lines.lines[0]
    assert (newest.opinions, newest.answered, newest.waiting, newest.late) == (11, 6, 4, 1)


def test_the_detail_says_how_the_opinions_stand(page: DialoguesPage, settle: Settle) -> None:
    choose(page, settle, 0)
    assert page.meetings.meeting.counted.text() == "11 ý kiến: 6 đã trả lời, 4 đang giải quyết, 1 quá hạn"


def test_a_result_announced_late_is_said_calmly(page: DialoguesPage, settle: Settle) -> None:
    choose(page, settle, 1)
    page.meetings.meeting.tabs.open("facts")
    words = [each.text() for each in page.meetings.meeting.findChildren(QLabel)]
    assert "Đã thông báo trước 9 ngày (quy định ít nhất 7 ngày)." in words
    assert "Thông báo kết quả sau 14 ngày; mức quy định là trong vòng 10 ngày." in words


def test_a_new_opinion_is_the_next_one_and_selected(
    qtbot: QtBot, window: Window, page: DialoguesPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, 0)
    press(qtbot, page, "opinions.add")
    settle()
    dialog = opened(window, OpinionDialog)
    assert "không ghi tên người" in " ".join(each.text() for each in dialog.findChildren(QLabel))
    dialog.form.editor("content").show_value("Đề nghị lắp thêm đèn đường ở thôn Bản Cao.")
    dialog.form.editor("group").show_value("Thôn Bản Cao")
    press(qtbot, dialog, "opinions.form.save")
    settle()
    last = stored.opinions(id)[-1]
    assert (last.ordinal, last.group) == (12, "Thôn Bản Cao")
    assert page.meetings.meeting.opinions.current_id() == last.id


def test_an_opinion_without_words_is_not_saved(
    qtbot: QtBot, window: Window, page: DialoguesPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, 0)
    press(qtbot, page, "opinions.add")
    settle()
    dialog = opened(window, OpinionDialog)
    press(qtbot, dialog, "opinions.form.save")
    settle()
    assert dialog.isVisible()
    assert len(stored.opinions(id)) == 11


def test_an_answer_gets_todays_date_in_sight(
    qtbot: QtBot, window: Window, page: DialoguesPage, settle: Settle, stored: Stored
) -> None:
    choose(page, settle, 0)
    line = next(each for each in page.meetings.meeting.opinions.lines.lines if not each.answered_on)
    page.meetings.meeting.opinions.opened.emit(line)
    settle()
    dialog = opened(window, OpinionDialog)
    dialog.form.control("answer").setFocus()
    qtbot.keyClicks(dialog.form.control("answer"), "Da tra loi")
    press(qtbot, dialog, "opinions.form.save")
    settle()
    assert stored.opinion(line.id).answered_on == date(2022, 12, 6)


def test_an_answer_beside_the_list_of_opinions_gets_a_day_too(
    page: DialoguesPage, settle: Settle, stored: Stored
) -> None:
    page.open_view("opinions")
    settle()
    line = next(each for each in page.opinions.table.lines.lines if not each.answered_on)
    page.opinions.table.select_id(line.id)
    settle()
    page.opinions.side.detail.form.edited.emit("answer", "Đã trả lời tại hội nghị.")
    settle()
    assert stored.opinion(line.id).answered_on == date(2022, 12, 6)


def test_a_jump_to_an_opinion_opens_its_dialogue_with_the_opinion_selected(
    window: Window, page: DialoguesPage, settle: Settle, stored: Stored
) -> None:
    oldest = page.meetings.table.lines.lines[-1].id
    opinion = stored.opinions(oldest)[-1]
    window.open_page("today")
    window.desk.go("opinions", opinion.id)
    settle()
    assert page.isVisible()
    assert page.meetings.table.current_id() == oldest
    assert page.meetings.meeting.opinions.current_id() == opinion.id


def test_a_jump_with_a_filter_opens_all_opinions(window: Window, page: DialoguesPage, settle: Settle) -> None:
    window.desk.go("opinions", state="chưa trả lời")
    settle()
    assert page.current is page.opinions
    assert len(page.opinions.table.lines.lines) == 7


def test_a_dialogue_is_added_with_its_form(
    qtbot: QtBot, window: Window, page: DialoguesPage, settle: Settle, stored: Stored
) -> None:
    press(qtbot, page, "dialogues.add")
    dialog = opened(window, FormDialog)
    dialog.form.editor("topic").show_value("Đối thoại về nước sạch")
    dialog.form.editor("attendance").show_value(None)
    press(qtbot, dialog, "dialogues.form.save")
    settle()
    dialogue = stored.dialogue(page.meetings.table.current_id())
    assert (dialogue.topic, dialogue.held_on, dialogue.attendance) == ("Đối thoại về nước sạch", date(2022, 12, 6), 0)


def test_a_field_of_a_dialogue_saves_itself(page: DialoguesPage, settle: Settle, stored: Stored) -> None:
    id = choose(page, settle, 0)
    page.meetings.meeting.form.edited.emit("women", 50)
    settle()
    assert stored.dialogue(id).women == 50


def test_accents_are_not_needed_to_find_an_opinion(page: DialoguesPage, settle: Settle) -> None:
    page.open_view("opinions")
    page.opinions.search.setText("duong nuoc tu chay")
    page.opinions.refresh()
    settle()
    assert [line.group for line in page.opinions.table.lines.lines] == ["Thôn Bản Cao"]


def test_the_status_line_tells_what_is_seen(window: Window, page: DialoguesPage, settle: Settle) -> None:
    told: list[str] = []
    page.summarised.connect(told.append)
    page.open_view("opinions")
    settle()
    assert told[-1] == "64 ý kiến · 7 chưa trả lời"
