"""Long names and narrow windows: what is written is seen whole, or ends where a word of its own ends."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from papi_desktop.services.work import Work
from tests.ui.conftest import Settle
from ui.desk import Desk
from ui.households.importing import ImportDialog
from ui.settings.page import SettingsPage
from ui.theme import theme
from ui.widgets.date_edit import DateEdit
from ui.widgets.editors import ChoiceEdit
from ui.widgets.link_line import LinkLine
from ui.widgets.papers_dialog import PapersDialog
from ui.widgets.register_page import RegisterPage
from ui.window import Window

LONG_VILLAGE = "Thôn Nậm Giang Hạ Suối Thầu Ba"
HIGH = 728
"""What a taskbar leaves of 1366×768."""


@pytest.fixture(autouse=True)
def usual(window: Window) -> None:
    window.resize(1366, HIGH)


def opened(window: Window, name: str, settle: Settle) -> RegisterPage:
    page = window.open_page(name)
    settle()
    assert isinstance(page, RegisterPage)
    return page


def detail_of(page: RegisterPage, settle: Settle, number: int = 0) -> RegisterPage:
    page.table.select_id(page.table.lines.lines[number].id)
    settle()
    return page


def test_a_place_with_a_long_name_is_seen_whole(window: Window, desk: Desk, settle: Settle) -> None:
    def rename(work: Work) -> None:
        place = next(each for each in work.places.all() if each.name == "Nhà văn hóa thôn An Hòa")
        work.places.put(replace(place, name=f"Nhà văn hóa {LONG_VILLAGE.lower()}"))

    desk.operations.write(rename, lambda _: None, pytest.fail)
    settle()
    page = detail_of(opened(window, "publications", settle), settle)
    line = next(each for each in page.findChildren(LinkLine) if "nậm giang" in each.accessibleName())
    name = next(each for each in line.findChildren(QLabel) if "nậm giang" in each.text())
    assert name.heightForWidth(name.width()) > QFontMetrics(name.font()).height() * 3 / 2
    assert name.height() >= name.heightForWidth(name.width())


def test_a_choice_that_is_too_long_is_read_whole_under_the_mouse(qtbot: QtBot, qapp: object) -> None:
    choice = ChoiceEdit(((1, LONG_VILLAGE), (2, "Thôn Lạ")))
    qtbot.addWidget(choice)
    choice.setFixedWidth(196)
    choice.show_value(1)
    choice.show()
    choice.grab()
    assert choice.toolTip() == LONG_VILLAGE
    choice.show_value(2)
    choice.grab()
    assert choice.toolTip() == ""


@pytest.mark.parametrize(("page", "key"), [("tasks.own", "dimension"), ("households", "deprivations")])
def test_a_field_is_as_wide_as_what_stands_in_it(
    window: Window, settle: Settle, page: str, key: str, qtbot: QtBot
) -> None:
    if page == "tasks.own":
        opened(window, "tasks", settle).findChild(QPushButton, "tasks.add").click()
        settle()
    else:
        shown = opened(window, "households", settle)
        detail_of(shown, settle)
    control = window.findChild(QWidget, f"{page}.form.{key}")
    text = control.text() if isinstance(control, QLineEdit) else control.currentText()  # type: ignore[union-attr]
    assert text
    assert control is not None
    assert control.width() >= QFontMetrics(control.font()).horizontalAdvance(text) + 40
    for dialog in window.findChildren(QWidget, "tasks.own.dialog"):
        dialog.close()


def test_the_title_of_a_plan_is_seen_whole_where_it_is_edited(window: Window, settle: Settle) -> None:
    page = window.open_page("settings")
    assert isinstance(page, SettingsPage)
    page.tabs.open("kept_plans")
    settle()
    plans = next(each for each in page.findChildren(RegisterPage) if each.isVisible())
    detail_of(plans, settle)
    title = page.findChild(QWidget, "kept_plans.form.title")
    assert title.height() > 1.5 * page.findChild(QWidget, "kept_plans.form.number").height()


def test_the_reason_of_a_day_off_stays_beside_its_detail(window: Window, settle: Settle) -> None:
    page = window.open_page("settings")
    assert isinstance(page, SettingsPage)
    page.tabs.open("holidays")
    settle()
    days = detail_of(next(each for each in page.findChildren(RegisterPage) if each.isVisible()), settle)
    shown = [each.key for number, each in enumerate(days.table.lines.columns) if not days.table.isColumnHidden(number)]
    assert "name" in shown


def test_the_period_of_a_budget_form_stands_in_one_line(window: Window, settle: Settle) -> None:
    page = window.open_page("budget")
    settle()
    table = next(each for each in page.findChildren(RegisterPage) if each.isVisible()).table
    number = next(n for n, each in enumerate(table.lines.columns) if each.heading == "Kỳ")
    room = table.columnWidth(number) - 20
    assert QFontMetrics(theme.font()).horizontalAdvance("9 tháng năm 2022") <= room


def test_what_is_not_said_whole_of_the_safety_of_the_data_ends_at_its_colon(window: Window, settle: Settle) -> None:
    safety = window.status.findChild(QLabel, "status.safety")
    whole = QFontMetrics(safety.font()).horizontalAdvance(safety.text())
    assert safety.shown_in(whole) == safety.text()
    assert safety.shown_in(whole - 10) == "Dữ liệu an toàn"


def test_the_way_back_stands_at_the_margin_when_nothing_is_counted(window: Window, desk: Desk, settle: Settle) -> None:
    window.open_page("settings")
    settle()
    window.status.offer_undo("Sửa thôn")
    settle()
    undo = window.status.findChild(QPushButton, "undo")
    assert undo.geometry().right() + 1 == window.status.width() - 24


def test_the_days_of_another_month_are_fainter_in_the_calendar(qtbot: QtBot, qapp: object) -> None:
    field = DateEdit()
    qtbot.addWidget(field)
    field.show()
    field.show_value(date(2022, 12, 6))
    field.open_calendar()
    calendar = field.findChild(QCalendarWidget)
    ours, others = (_painted(calendar, QDate(year, month, 1)) for year, month in ((2022, 12), (2023, 1)))
    assert ours != others


def _painted(calendar: QCalendarWidget, day: QDate) -> QImage:
    image = QImage(48, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.tokens.card))
    painter = QPainter(image)
    calendar.paintCell(painter, image.rect(), day)
    painter.end()
    return image


def test_where_a_paper_is_written_to_has_its_room(window: Window, settle: Settle) -> None:
    page = opened(window, "tasks", settle)
    page.print_assignment()  # type: ignore[attr-defined]
    settle()
    paper = page.findChild(PapersDialog)
    assert isinstance(paper, PapersDialog)
    assert paper.where.height() >= paper.where.heightForWidth(paper.where.width())
    paper.close()


def test_the_ways_to_a_plan_stand_in_the_middle_of_the_page(window: Window, settle: Settle) -> None:
    page = window.open_page("planning")
    settle()
    drop = page.choose.drop  # type: ignore[attr-defined]
    left = drop.mapTo(page, drop.rect().topLeft()).x()
    right = page.width() - left - drop.width()
    assert abs(left - right) <= 1


def test_a_button_that_opens_a_dialog_says_so_with_three_dots(window: Window, settle: Settle) -> None:
    page = window.open_page("settings")
    assert isinstance(page, SettingsPage)
    for name in ("villages", "officers", "places", "holidays"):
        page.tabs.open(name)
        settle()
        assert page.findChild(QPushButton, f"{name}.add").text().endswith("…")


def test_the_rows_of_a_file_of_households_are_seen_whole_at_1366(window: Window, settle: Settle) -> None:
    page = opened(window, "households", settle)
    QApplication.clipboard().setText("Họ tên\tThôn\tPhân loại\nLò Thị Mẩy\tThôn An Hòa\tHộ nghèo\n")
    page.paste()  # type: ignore[attr-defined]
    settle()
    dialog = page.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.resize(1318, 640)
    settle()
    assert dialog.table.horizontalScrollBar().maximum() == 0
    dialog.close()


def test_a_long_name_of_the_commune_takes_nothing_from_the_words_of_the_navigation(
    window: Window, desk: Desk, settle: Settle
) -> None:
    assert desk.commune is not None
    window.navigation.show_commune(replace(desk.commune, name="Nguyễn Việt Khái Phú Mỹ Thuận Trung Bình"))
    window.resize(910, 485)
    settle()
    buttons = [each for each in window.navigation.findChildren(QPushButton) if each.isVisible()]
    assert buttons
    assert not [each.text() for each in buttons if each.width() < each.sizeHint().width()]
