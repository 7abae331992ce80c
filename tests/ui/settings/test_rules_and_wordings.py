"""The settings of rules, days off and wordings: changed with a reason, taken back, updated from a file."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from papi_desktop.services.notice_templates import NoticeKind, bundled_text, template
from papi_desktop.services.rule_book import office_days, rule_book
from papi_desktop.services.rule_update import COLUMNS
from tests.ui.conftest import Settle, Stored, press
from ui.settings.holidays import HolidaysPane
from ui.settings.page import SettingsPage
from ui.settings.pdf_window import PdfWindow
from ui.settings.rule_update import UpdateDialog
from ui.settings.rules import RulesPane
from ui.settings.templates import TemplatesPane
from ui.widgets.questions import FormDialog
from ui.window import Window


@pytest.fixture
def settings(window: Window, settle: Settle) -> SettingsPage:
    page = window.open_page("settings")
    settle()
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def rules(settings: SettingsPage, settle: Settle) -> RulesPane:
    pane = settings.tabs.open("rules")
    settle()
    assert isinstance(pane, RulesPane)
    return pane


@pytest.fixture
def wordings(settings: SettingsPage, settle: Settle) -> TemplatesPane:
    pane = settings.tabs.open("templates")
    settle()
    assert isinstance(pane, TemplatesPane)
    return pane


def change_first(qtbot: QtBot, rules: RulesPane, settle: Settle, value: str, note: str) -> FormDialog:
    rules.table.select_id(1)
    settle()
    press(qtbot, rules, "rules.change")
    dialog = next(each for each in rules.findChildren(FormDialog) if each.isVisible())
    dialog.form.editor("value").show_value(value)
    dialog.form.editor("note").show_value(note)
    press(qtbot, dialog, "rules.form.save")
    settle()
    return dialog


def test_a_figure_is_changed_with_its_reason_and_taken_back(
    qtbot: QtBot, rules: RulesPane, settle: Settle, stored: Stored
) -> None:
    before = stored(rule_book).rules[0].value
    change_first(qtbot, rules, settle, "77", "Theo hướng dẫn của huyện")
    after = stored(rule_book).rules[0]
    assert (after.value, after.note) == ("77", "Theo hướng dẫn của huyện")
    press(qtbot, rules, "rules.back")
    settle()
    assert stored(rule_book).rules[0].value == before


def test_a_figure_that_is_no_number_is_refused_with_a_sentence(
    qtbot: QtBot, rules: RulesPane, settle: Settle, stored: Stored
) -> None:
    before = stored(rule_book).rules[0]
    dialog = change_first(qtbot, rules, settle, "ba mươi", "Thử")
    assert "không phải là số" in dialog.message.sentence.text()
    assert stored(rule_book).rules[0] == before


def test_an_update_is_shown_before_anything_is_written(
    qtbot: QtBot, rules: RulesPane, settle: Settle, stored: Stored, tmp_path: Path
) -> None:
    rule = stored(rule_book).rules[0]
    path = tmp_path / "quy định.csv"
    since = rule.starts.isoformat() if rule.starts else ""
    path.write_text(f"{','.join(COLUMNS)}\n{rule.key},,88,{rule.unit},{since},,Thông tư mới,found\n", encoding="utf-8")
    rules.load(path)
    settle()
    dialog = next(each for each in rules.findChildren(UpdateDialog) if each.isVisible())
    assert stored(rule_book).rules[0].value == rule.value
    press(qtbot, dialog, "rules.update.take")
    settle()
    assert stored(rule_book).rules[0].value == "88"


def test_a_swap_day_counts_at_once(qtbot: QtBot, settings: SettingsPage, settle: Settle, stored: Stored) -> None:
    pane = settings.tabs.open("holidays")
    settle()
    assert isinstance(pane, HolidaysPane)
    press(qtbot, pane, "holidays.add")
    dialog = next(each for each in pane.findChildren(FormDialog) if each.isVisible())
    for key, value in {"on": date(2022, 12, 10), "is_open": True, "name": "Làm bù"}.items():
        dialog.form.editor(key).show_value(value)
    press(qtbot, dialog, "holidays.form.save")
    settle()
    assert stored(office_days).is_open(date(2022, 12, 10))
    assert any(line.source == "Xã tự nhập" for line in pane.table.lines.lines)


def test_a_wording_is_kept_and_the_original_comes_back(
    qtbot: QtBot, wordings: TemplatesPane, settle: Settle, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = stored(lambda work: template(work, NoticeKind.POSTING))
    wordings.form.editor("subject").show_value("Về việc niêm yết {{nội dung viết thường}}")
    press(qtbot, wordings, "templates.save")
    settle()
    assert stored(lambda work: template(work, NoticeKind.POSTING)).subject.startswith("Về việc niêm yết {{")
    monkeypatch.setattr("ui.settings.templates.ask", lambda *_words: True)
    press(qtbot, wordings, "templates.restore")
    settle()
    assert stored(lambda work: template(work, NoticeKind.POSTING)) == original


def test_an_unknown_place_in_a_wording_is_named_and_nothing_is_kept(
    qtbot: QtBot, wordings: TemplatesPane, settle: Settle, stored: Stored
) -> None:
    wordings.form.editor("subject").show_value("Về việc {{điều lạ}}")
    press(qtbot, wordings, "templates.save")
    settle()
    assert "“{{điều lạ}}” mà chương trình không biết" in wordings.message.sentence.text()
    assert stored(lambda work: work.templates.all()) == []


@pytest.mark.parametrize("number", range(len(NoticeKind)))
def test_each_wording_can_be_tried_and_survives_its_own_fields(
    qtbot: QtBot, wordings: TemplatesPane, settle: Settle, stored: Stored, number: int
) -> None:
    kind = list(NoticeKind)[number]
    before = stored(lambda work: template(work, kind))
    wordings.choice.setCurrentIndex(number)
    settle()
    press(qtbot, wordings, "templates.preview")
    settle()
    window = next(each for each in wordings.findChildren(PdfWindow) if each.isVisible())
    assert window.pages.page_count >= 1
    window.reject()
    press(qtbot, wordings, "templates.save")
    settle()
    after = stored(lambda work: template(work, kind))
    assert (after.bases, after.parties, after.body.strip()) == (before.bases, before.parties, before.body.strip())
    assert bundled_text(kind)
