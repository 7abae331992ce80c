"""The settings change the profile, the people, the places and the look, and keep them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from papi_desktop.services.recycle import removed_lines, restore_many
from papi_desktop.services.registers import Query
from papi_desktop.services.work import Work
from papi_desktop.settings import read_settings
from ui.app import dress
from ui.desk import Desk
from ui.operations import Operations
from ui.settings.commune import CommunePane
from ui.settings.data import DataPane
from ui.settings.display import DisplayPane
from ui.settings.page import SettingsPage
from ui.theme import theme
from ui.widgets.questions import FormDialog
from ui.widgets.record_page import RecordDetail, RecordPage
from ui.window import Window

Settle = Callable[[], None]


@pytest.fixture
def page(window: Window, settle: Settle) -> SettingsPage:
    page = window.open_page("settings")
    settle()
    assert isinstance(page, SettingsPage)
    return page


def read(operations: Operations, settle: Settle, action: Callable[[Work], Any]) -> Any:
    found: list[Any] = []
    operations.read(action, found.append)
    settle()
    return found[0]


def all_tasks(work: Work) -> Any:
    return work.tasks.all()


def all_progress(work: Work) -> Any:
    return work.progress.all()


def type_into(qtbot: QtBot, control: QLineEdit, words: str) -> None:
    control.setFocus()
    control.selectAll()
    control.insert(words)
    qtbot.keyClick(control, Qt.Key.Key_Return)


def test_a_field_of_the_profile_is_saved_when_it_is_left(
    qtbot: QtBot, page: SettingsPage, operations: Operations, settle: Settle
) -> None:
    chairman = page.findChild(QLineEdit, "settings.form.chairman")
    type_into(qtbot, chairman, "Giàng A Páo")
    settle()
    assert read(operations, settle, lambda work: work.commune.get()).chairman == "Giàng A Páo"


def test_an_empty_name_is_refused_beside_its_field(
    qtbot: QtBot, page: SettingsPage, operations: Operations, settle: Settle
) -> None:
    before = read(operations, settle, lambda work: work.commune.get())
    name = page.findChild(QLineEdit, "settings.form.name")
    type_into(qtbot, name, " ")
    settle()
    assert name.property("wrong")
    assert read(operations, settle, lambda work: work.commune.get()) == before


def test_a_preset_sets_the_receiver(page: SettingsPage, operations: Operations, settle: Settle) -> None:
    pane = page.tabs.current()
    assert isinstance(pane, CommunePane)
    preset = pane.findChild(QPushButton, "settings.preset.2")
    words = preset.text()
    preset.click()
    settle()
    assert read(operations, settle, lambda work: work.commune.get()).recipient == words


def test_a_new_village_brings_its_house_as_a_place(
    page: SettingsPage, operations: Operations, settle: Settle, qtbot: QtBot
) -> None:
    pane = page.tabs.open("villages")
    assert isinstance(pane, RecordPage)
    settle()
    places = len(read(operations, settle, lambda work: work.places.all()))
    pane.findChild(QPushButton, "villages.add").click()
    dialog = pane.findChild(FormDialog)
    assert dialog.form.values()["ordinal"] == max(line.ordinal for line in pane.table.lines.lines) + 1
    dialog.form.editor("name").show_value("Thôn Đồi Chè")
    dialog.submit()
    settle()
    assert [line.name for line in pane.table.lines.lines][-1] == "Thôn Đồi Chè"
    assert len(read(operations, settle, lambda work: work.places.all())) == places + 1
    assert read(operations, settle, lambda work: work.places.all())[-1].name == "Nhà văn hóa thôn Đồi Chè"


def test_a_removed_officer_comes_back_with_undo(page: SettingsPage, operations: Operations, settle: Settle) -> None:
    pane = page.tabs.open("officers")
    assert isinstance(pane, RecordPage)
    settle()
    before = read(operations, settle, lambda work: work.officers.all())
    pane.table.select_id(before[0].id)
    settle()
    pane.findChild(QPushButton, "officers.remove").click()
    settle()
    assert len(read(operations, settle, lambda work: work.officers.all())) == len(before) - 1
    operations.undo()
    settle()
    assert read(operations, settle, lambda work: work.officers.all()) == before


def test_a_plan_is_removed_whole_and_comes_back_whole(
    page: SettingsPage, operations: Operations, settle: Settle
) -> None:
    pane = page.tabs.open("kept_plans")
    assert isinstance(pane, RecordPage)
    settle()
    tasks, progress = (read(operations, settle, action) for action in (all_tasks, all_progress))
    line = pane.table.lines.lines[0]
    assert (line.number, line.tasks) == ("239/KH-UBND", 39)
    pane.table.select_id(line.id)
    settle()
    pane.findChild(QPushButton, "kept_plans.remove").click()
    settle()
    assert not read(operations, settle, all_tasks)
    assert not read(operations, settle, all_progress)
    removed = read(operations, settle, lambda work: removed_lines(work, Query(page.desk.period, page.desk.today)))
    assert [each.kind for each in removed] == ["Kế hoạch"]
    operations.write(lambda work: restore_many(work, removed))
    settle()
    assert read(operations, settle, all_tasks) == tasks
    assert read(operations, settle, all_progress) == progress
    operations.undo()
    operations.undo()
    settle()
    assert read(operations, settle, all_tasks) == tasks


def test_the_head_of_a_plan_is_edited_and_a_year_that_is_none_is_refused(
    qtbot: QtBot, page: SettingsPage, operations: Operations, settle: Settle
) -> None:
    pane = page.tabs.open("kept_plans")
    assert isinstance(pane, RecordPage)
    settle()
    pane.table.select_id(pane.table.lines.lines[0].id)
    settle()
    detail = pane.side.detail if pane.side else None
    assert isinstance(detail, RecordDetail)
    detail.form.edited.emit("issuer", "UBND tỉnh Lào Cai (mới)")
    year = page.findChild(QLineEdit, "kept_plans.form.year")
    assert year.text() == "2022"
    type_into(qtbot, year, "22")
    settle()
    plan = read(operations, settle, lambda work: work.plans.all())[0]
    assert (plan.issuer, plan.year) == ("UBND tỉnh Lào Cai (mới)", 2022)


def test_the_page_that_reads_plans_leads_to_those_there_are(window: Window, settle: Settle) -> None:
    planning = window.open_page("planning")
    settle()
    planning.findChild(QPushButton, "plans.kept").click()
    settle()
    settings = window.stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    assert settings.tabs.current() is settings.tabs.open("kept_plans")


@pytest.mark.parametrize(("tab", "words", "found"), [("villages", "na ma", "Thôn Nà Mạ"), ("places", "loa truyen", "")])
def test_short_lists_are_searched_without_accents(
    page: SettingsPage, settle: Settle, qtbot: QtBot, tab: str, words: str, found: str
) -> None:
    pane = page.tabs.open(tab)
    assert isinstance(pane, RecordPage)
    settle()
    qtbot.keyClicks(pane.search, words)
    qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    settle()
    assert [line.name for line in pane.table.lines.lines] == ([found] if found else [])


def test_a_chosen_letter_size_is_seen_at_once_and_remembered(
    page: SettingsPage, desk: Desk, settle: Settle, qapp: QApplication
) -> None:
    pane = page.tabs.open("display")
    assert isinstance(pane, DisplayPane)
    try:
        pane.slider.setValue(12)
        pane.contrast.setChecked(True)
        settle()
        assert theme.percent == 120
        kept = read_settings(desk.folder)
        assert (kept.font_percent, kept.high_contrast) == (120, True)
        theme.apply(qapp)
        dress(qapp, kept)
        assert theme.percent == 120
    finally:
        theme.apply(qapp)


def test_the_check_says_that_sound_data_is_sound(page: SettingsPage, settle: Settle) -> None:
    pane = page.tabs.open("data")
    assert isinstance(pane, DataPane)
    pane.findChild(QPushButton, "settings.check").click()
    settle()
    assert pane.answer.sentence.text().startswith("Dữ liệu nguyên vẹn")


def test_the_check_names_a_changed_piece_of_evidence(page: SettingsPage, desk: Desk, settle: Settle) -> None:
    piece = next(path for path in sorted(desk.folder.attachments.rglob("*")) if path.is_file())
    piece.write_bytes(b"changed")
    pane = page.tabs.open("data")
    assert isinstance(pane, DataPane)
    pane.findChild(QPushButton, "settings.check").click()
    settle()
    assert pane.answer.property("role") == "message"
    assert "minh chứng" in pane.answer.sentence.text()


def test_a_copy_is_written_once_and_never_over_another(page: SettingsPage, settle: Settle, tmp_path: Path) -> None:
    pane = page.tabs.open("data")
    assert isinstance(pane, DataPane)
    target = tmp_path / "ban-sao.db"
    pane.back_up_to(target)
    settle()
    assert target.stat().st_size > 0
    first = target.read_bytes()
    pane.back_up_to(target)
    settle()
    assert "Đã có tệp" in pane.answer.sentence.text()
    assert target.read_bytes() == first


def test_a_jump_to_an_officer_opens_their_line(window: Window, desk: Desk, settle: Settle) -> None:
    desk.go("officers", 1)
    settle()
    page = window.open_page("settings")
    assert isinstance(page, SettingsPage)
    pane = page.tabs.current()
    assert isinstance(pane, RecordPage)
    assert pane.table.current_line().id == 1


def test_the_sections_stand_in_a_list_at_the_left_and_above_where_it_is_narrow(
    page: SettingsPage, window: Window, settle: Settle
) -> None:
    def places() -> list[QPoint]:
        settle()
        return [
            each.mapTo(page, QPoint(0, 0)) for each in page.findChildren(QPushButton) if ".tab." in each.objectName()
        ]

    window.resize(1366, 768)
    listed = places()
    assert len({each.x() for each in listed}) == 1
    assert len({each.y() for each in listed}) == len(listed)
    pane = page.tabs.current()
    assert pane
    assert pane.mapTo(page, QPoint(0, 0)).y() == listed[0].y()
    window.resize(910, 485)
    assert len({each.y() for each in places()}) == 2
