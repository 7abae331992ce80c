"""The schedule of reception as an officer works with it: making, checking, changing with a reason, posting."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from papi_desktop.domain.commune import Officer
from papi_desktop.services.reception_schedule import history
from tests.ui.conftest import Settle, Stored, press
from ui.reception.detail import SessionDetail
from ui.reception.fields import with_officer
from ui.reception.new import NewScheduleDialog
from ui.reception.page import ReceptionPage
from ui.reception.sentences import GOOD
from ui.widgets.questions import FormDialog
from ui.window import Window


@pytest.fixture
def page(window: Window, settle: Settle) -> ReceptionPage:
    page = window.open_page("reception")
    settle()
    assert isinstance(page, ReceptionPage)
    return page


@pytest.fixture
def dialog(page: ReceptionPage, settle: Settle) -> NewScheduleDialog:
    page.open_new()
    settle()
    return next(each for each in page.findChildren(NewScheduleDialog) if each.isVisible())


def fill(dialog: NewScheduleDialog, settle: Settle, **values: object) -> None:
    for key, value in values.items():
        dialog.form.editor(key).show_value(value)
    dialog.show_days()
    settle()


def test_the_sessions_stand_under_their_schedule(page: ReceptionPage) -> None:
    lines = page.table.lines.lines
    assert len(lines) == 13
    assert {line.schedule for line in lines} == {"Lịch tiếp công dân quý IV năm 2022"}


def test_the_preview_marks_the_day_that_moves_over_tet(dialog: NewScheduleDialog) -> None:
    days = [line.day for line in dialog.days.lines.lines]
    assert "Thứ Sáu, 27/01/2023, dời từ 26/01/2023 (ngày nghỉ)" in days
    assert dialog.sentences.accessibleName() == GOOD


def test_the_chairman_is_proposed_with_his_phone_and_another_officer_comes_with_his_own(
    dialog: NewScheduleDialog,
) -> None:
    values = dialog.form.values()
    assert (values["person"], values["phone"]) == ("Lý Văn Thịnh", "0900 000 200")
    dialog.form.editor("person").show_value("Hoàng Thị Minh")
    dialog.form.edited.emit("person", "Hoàng Thị Minh")
    values = dialog.form.values()
    assert (values["position"], values["phone"]) == ("Phó Chủ tịch UBND xã", "0900 000 201")
    assert not values["is_chairman"]
    dialog.form.editor("person").show_value("Người khác")
    dialog.form.edited.emit("person", "Người khác")
    values = dialog.form.values()
    assert (values["position"], values["phone"]) == ("", "")


def test_what_was_typed_stays_where_the_officer_has_nothing_to_put_there() -> None:
    officers = (Officer("Lý Văn Thịnh", "Chủ tịch UBND xã", "0900 000 200"), Officer("Tẩn Láo Tả"))
    typed = {"person": "Tẩn Láo Tả", "position": "Chủ tịch HĐND xã", "phone": "0900 000 777", "is_chairman": False}
    assert with_officer(typed, officers, "person") == {"position": "Chủ tịch HĐND xã", "phone": "0900 000 777"}


def test_what_an_officer_came_with_goes_with_him() -> None:
    officers = (Officer("Lý Văn Thịnh", "Chủ tịch UBND xã", "0900 000 200"), Officer("Tẩn Láo Tả"))
    shown = {"person": "Tẩn Láo Tả", "position": "Chủ tịch UBND xã", "phone": "0900 000 200", "is_chairman": True}
    assert with_officer(shown, officers, "person") == {"position": "", "phone": "", "is_chairman": False}


def test_a_name_that_is_not_in_the_list_comes_without_what_an_officer_came_with() -> None:
    officers = (Officer("Lý Văn Thịnh", "Chủ tịch UBND xã", "0900 000 200"), Officer("Tẩn Láo Tả"))
    shown = {"person": "Người khác", "position": "Chủ tịch UBND xã", "phone": "0900 000 200", "is_chairman": True}
    assert with_officer(shown, officers, "person") == {"position": "", "phone": "", "is_chairman": False}
    typed = {"person": "Người khác", "position": "Chủ tịch HĐND xã", "phone": "0900 000 777", "is_chairman": True}
    assert with_officer(typed, officers, "person") == {"position": "Chủ tịch HĐND xã", "phone": "0900 000 777"}


def test_another_name_in_the_detail_of_a_session_comes_with_position_phone_and_tick(
    qtbot: QtBot, page: ReceptionPage, dialog: NewScheduleDialog, settle: Settle, stored: Stored
) -> None:
    press(qtbot, dialog, "reception.new.save")
    settle()
    line = next(each for each in page.table.lines.lines if each.schedule == "Lịch tiếp công dân quý I năm 2023")
    page.table.select_id(line.id)
    settle()
    form = page.findChildren(SessionDetail)[0].form
    form.editor("person").show_value("Hoàng Thị Minh")
    form.edited.emit("person", "Hoàng Thị Minh")
    settle()
    saved = stored(lambda work: work.reception_sessions.get(line.id))
    assert (saved.position, saved.phone, saved.is_chairman) == ("Phó Chủ tịch UBND xã", "0900 000 201", False)
    assert (form.values()["position"], form.values()["phone"]) == (saved.position, saved.phone)


def test_too_few_days_of_the_chairman_are_told_calmly(dialog: NewScheduleDialog, settle: Settle) -> None:
    fill(dialog, settle, weekdays=(), month_days="5")
    assert "Chủ tịch mới có 0/1 ngày tiếp công dân" in dialog.sentences.accessibleName()


def test_posting_less_than_five_working_days_ahead_is_told(dialog: NewScheduleDialog, settle: Settle) -> None:
    fill(dialog, settle, span=(1, date(2022, 12, 1)), post_on=date(2022, 12, 6))
    assert "chưa được báo trước đủ 5 ngày làm việc" in dialog.sentences.accessibleName()


def test_a_day_that_cannot_be_read_is_told_and_nothing_is_shown(dialog: NewScheduleDialog, settle: Settle) -> None:
    fill(dialog, settle, month_days="5, 40")
    assert "“40” không đọc được" in dialog.message.sentence.text()
    assert not dialog.days.lines.lines


def test_a_schedule_is_written_only_by_its_button(
    qtbot: QtBot, page: ReceptionPage, dialog: NewScheduleDialog, settle: Settle, stored: Stored
) -> None:
    assert len(stored(lambda work: work.reception_schedules.all())) == 1
    press(qtbot, dialog, "reception.new.save")
    settle()
    assert {line.schedule for line in page.table.lines.lines} == {"Lịch tiếp công dân quý I năm 2023"}
    assert len(stored(lambda work: work.reception_schedules.all())) == 2


def test_undo_takes_a_whole_schedule_back(
    qtbot: QtBot, window: Window, dialog: NewScheduleDialog, settle: Settle, stored: Stored
) -> None:
    press(qtbot, dialog, "reception.new.save")
    settle()
    window.desk.operations.undo()
    settle()
    assert len(stored(lambda work: work.reception_schedules.all())) == 1
    assert len(stored(lambda work: work.reception_sessions.all())) == 13


def test_a_posted_session_is_changed_only_with_a_reason(
    qtbot: QtBot, page: ReceptionPage, settle: Settle, stored: Stored
) -> None:
    page.table.select_id(page.table.lines.lines[-1].id)
    settle()
    press(qtbot, page, "reception.change")
    dialog = next(each for each in page.findChildren(FormDialog) if each.isVisible())
    dialog.form.editor("on").show_value(date(2022, 12, 28))
    press(qtbot, dialog, "reception.change.form.save")
    settle()
    assert dialog.isVisible()
    dialog.form.editor("reason").show_value("Trùng kỳ họp HĐND xã")
    press(qtbot, dialog, "reception.change.form.save")
    settle()
    (change,) = stored(lambda work: history(work, work.reception_schedules.all()[0]))
    assert change.reason == "Trùng kỳ họp HĐND xã"
    assert change.publication_id


def test_a_change_to_the_next_day_is_warned_of_before_it_is_saved(
    qtbot: QtBot, page: ReceptionPage, settle: Settle, stored: Stored
) -> None:
    page.table.select_id(page.table.lines.lines[-1].id)
    settle()
    press(qtbot, page, "reception.change")
    dialog = next(each for each in page.findChildren(FormDialog) if each.isVisible())
    assert [field.key for field in dialog.form.fields[:2]] == ["on", "reason"]
    dialog.form.editor("on").show_value(date(2022, 12, 7))
    dialog.form.editor("reason").show_value("Trùng kỳ họp HĐND xã")
    press(qtbot, dialog, "reception.change.form.save")
    settle()
    assert "chưa được báo trước đủ 5 ngày làm việc" in dialog.message.sentence.text()
    assert stored(lambda work: history(work, work.reception_schedules.all()[0])) == []


def test_posting_a_new_schedule_leads_to_its_publication(
    qtbot: QtBot, window: Window, page: ReceptionPage, dialog: NewScheduleDialog, settle: Settle
) -> None:
    press(qtbot, dialog, "reception.new.save")
    settle()
    press(qtbot, page, "reception.post")
    settle()
    shown = window.open_page("publications")
    settle()
    assert any(line.title == "Lịch tiếp công dân quý I năm 2023" for line in shown.table.lines.lines)  # type: ignore[attr-defined]
