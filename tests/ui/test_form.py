"""The form: values in and out, one signal for each field that was changed, names for everybody, Enter moves on."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from papi_desktop.domain.tasks import Figure
from ui.widgets.editors import NumberEdit, PercentEdit
from ui.widgets.fields import Field, FieldKind
from ui.widgets.figures_edit import FiguresEdit, number_text, read_number
from ui.widgets.form import Form

FIELDS = (
    Field("title", "Tiêu đề", required=True),
    Field("note", "Ghi chú", FieldKind.LONG),
    Field("people", "Số người", FieldKind.NUMBER, half=True),
    Field("share", "Tỷ lệ", FieldKind.PERCENT, half=True),
    Field("day", "Ngày", FieldKind.DATE),
    Field("kind", "Loại", FieldKind.CHOICE, ((1, "Một"), (2, "Hai"))),
    Field("public", "Công khai", FieldKind.TICK),
    Field("figures", "Số liệu", FieldKind.FIGURES),
    Field("place", "Nơi", FieldKind.SHOWN),
)
VALUE: dict[str, Any] = {
    "title": "Đối thoại",
    "note": "",
    "people": 1250,
    "share": 40,
    "day": date(2022, 9, 5),
    "kind": 2,
    "public": True,
    "figures": (Figure("Số thôn", Decimal("9"), "thôn"), Figure("Tỷ lệ", Decimal("37.5"), "%")),
    "place": "Nhà văn hóa",
}


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form("meetings", FIELDS)
    qtbot.addWidget(form)
    form.show_value(VALUE)
    form.show()
    qtbot.waitExposed(form)
    return form


def control(form: Form, key: str) -> Any:
    return form.findChild(QWidget, f"meetings.form.{key}")


def test_values_come_back_as_they_were_shown(form: Form) -> None:
    assert form.values() == {key: value for key, value in VALUE.items() if key != "place"}
    assert not form.is_changed()


def test_every_control_has_its_name_for_people_and_for_programs(form: Form) -> None:
    for field in FIELDS:
        assert control(form, field.key).accessibleName() == field.label


def test_leaving_a_changed_field_tells_its_key_and_value(qtbot: QtBot, form: Form) -> None:
    line: QLineEdit = control(form, "title")
    line.setFocus()
    line.end(False)
    line.insert(" xã")
    with qtbot.waitSignal(form.edited) as told:
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert told.args == ["title", "Đối thoại xã"]


def test_leaving_an_unchanged_field_tells_nothing(qtbot: QtBot, form: Form) -> None:
    line: QLineEdit = control(form, "title")
    line.setFocus()
    with qtbot.assertNotEmitted(form.edited):
        qtbot.keyClick(line, Qt.Key.Key_Tab)


def test_a_long_text_is_saved_after_a_pause_in_typing(qtbot: QtBot, form: Form) -> None:
    text: QPlainTextEdit = control(form, "note")
    text.setFocus()
    with qtbot.waitSignal(form.edited, timeout=5000) as told:
        qtbot.keyClicks(text, "da niem yet")
    assert told.args == ["note", "da niem yet"]


def test_text_is_kept_in_one_normal_form(qtbot: QtBot, form: Form) -> None:
    line: QLineEdit = control(form, "title")
    line.setText("  Hộ nghèo ")
    assert form.values()["title"] == "Hộ nghèo"


def test_enter_moves_on_to_the_next_field(qtbot: QtBot, form: Form) -> None:
    form.activateWindow()
    line: QLineEdit = control(form, "people")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert control(form, "share").hasFocus()


def test_a_required_field_that_is_empty_is_marked_and_gets_the_cursor(form: Form) -> None:
    control(form, "title").setText("")
    assert not form.check()
    assert control(form, "title").property("wrong") is True
    assert control(form, "title").hasFocus()


def test_a_day_that_is_not_in_the_calendar_is_refused(qtbot: QtBot, form: Form) -> None:
    day: QLineEdit = control(form, "day")
    day.setFocus()
    day.clear()
    qtbot.keyClicks(day, "31/2/2022")
    with qtbot.assertNotEmitted(form.edited):
        qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert day.property("wrong") is True


def test_a_day_can_be_typed_short(qtbot: QtBot, form: Form) -> None:
    day: QLineEdit = control(form, "day")
    day.setFocus()
    day.clear()
    qtbot.keyClicks(day, "6/9/22")
    with qtbot.waitSignal(form.edited) as told:
        qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert told.args == ["day", date(2022, 9, 6)]
    assert day.text() == "06/09/2022"


def test_a_number_that_is_none_is_refused(qtbot: QtBot, form: Form) -> None:
    number: NumberEdit = control(form, "people")
    number.setFocus()
    number.clear()
    qtbot.keyClicks(number, "nhieu")
    with qtbot.assertNotEmitted(form.edited):
        qtbot.keyClick(number, Qt.Key.Key_Tab)
    assert "không phải là số" in number.problem()


def test_what_nobody_counted_is_shown_as_nothing_and_emptied_to_zero(qtbot: QtBot) -> None:
    form = Form("meetings", (Field("sheets", "Số tờ", FieldKind.COUNT), Field("note", "Ghi chú")))
    qtbot.addWidget(form)
    form.show_value({"sheets": 0, "note": ""})
    form.show()
    qtbot.waitExposed(form)
    sheets: NumberEdit = control(form, "sheets")
    assert (sheets.text(), form.values()["sheets"], form.is_changed()) == ("", 0, False)
    told: list[tuple[str, object]] = []
    form.edited.connect(lambda key, value: told.append((key, value)))
    for typed in ("4", ""):
        sheets.setText(typed)
        sheets.editingFinished.emit()
    assert told == [("sheets", 4), ("sheets", 0)]


def test_a_percentage_goes_in_steps_of_five_and_not_over_a_hundred(qtbot: QtBot, form: Form) -> None:
    share: PercentEdit = control(form, "share")
    qtbot.keyClick(share, Qt.Key.Key_Up)
    assert share.value() == 45
    share.setText("140")
    assert share.problem()


def test_choosing_tells_the_value_of_the_choice(qtbot: QtBot, form: Form) -> None:
    choice: QComboBox = control(form, "kind")
    with qtbot.waitSignal(form.edited) as told:
        choice.setCurrentIndex(0)
        choice.activated.emit(0)
    assert told.args == ["kind", 1]


def test_the_wheel_never_changes_a_choice_by_accident(qtbot: QtBot, form: Form) -> None:
    choice: QComboBox = control(form, "kind")
    assert choice.completer() is None or not choice.isEditable()
    assert form.values()["kind"] == 2


def test_figures_can_be_added_and_taken_away(qtbot: QtBot, form: Form) -> None:
    figures: FiguresEdit = control(form, "figures")
    qtbot.mouseClick(figures.add, Qt.MouseButton.LeftButton)
    assert len(figures.value()) == 2
    with qtbot.waitSignal(form.edited) as told:
        qtbot.mouseClick(figures.findChildren(QWidget, "figures.remove")[0], Qt.MouseButton.LeftButton)
    assert told.args == ["figures", (Figure("Tỷ lệ", Decimal("37.5"), "%"),)]


def test_figures_are_written_with_a_comma_and_dots() -> None:
    assert number_text(Decimal("1250.5")) == "1.250,5"
    assert read_number("1.250,5") == Decimal("1250.5")
    assert read_number("chín") is None
    assert number_text(None) == ""


def test_fresh_data_does_not_overwrite_what_is_being_typed(qtbot: QtBot, form: Form) -> None:
    form.activateWindow()
    line: QLineEdit = control(form, "title")
    line.setFocus()
    line.end(False)
    line.insert(" đang gõ")
    form.show_value(VALUE | {"people": 3})
    assert line.text() == "Đối thoại đang gõ"
    assert form.values()["people"] == 3


def test_what_was_saved_is_noted_beside_the_field(qtbot: QtBot, form: Form) -> None:
    from PySide6.QtWidgets import QLabel

    form.note_saved("title")
    assert "Đã ghi" in [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def test_a_tick_alone_in_its_row_has_no_empty_line_above_it(form: Form) -> None:
    tick = form.control("public")
    assert tick.y() == 0
