"""The faces of the tasks page: list, board by state and calendar follow the same filters and open one detail."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from papi_desktop.domain.periods import month_period
from papi_desktop.domain.tasks import State
from tests.ui.conftest import Settle
from ui.tasks.board import CardList, TaskBoard
from ui.tasks.cards import LINES
from ui.tasks.month_cells import item_at
from ui.tasks.page import BOARD, LIST, MONTH, TasksPage
from ui.theme import theme
from ui.widgets.cells import few_lines
from ui.window import Window


def open_face(page: TasksPage, name: str, settle: Settle) -> None:
    page.open_view(name)
    settle()


def cards(page: TasksPage, state: State) -> CardList:
    return page.board.columns[state].cards


def test_the_board_has_every_listed_task_once_under_its_state(page: TasksPage, settle: Settle) -> None:
    open_face(page, BOARD, settle)
    shown = {line.id: state for state in page.board.columns for line in cards(page, state).lines.lines}
    assert shown == {line.id: line.state for line in page.table.lines.lines}


def test_a_card_opens_the_detail_of_its_task(qtbot: QtBot, page: TasksPage, settle: Settle) -> None:
    open_face(page, BOARD, settle)
    late = cards(page, State.LATE)
    late.setFocus()
    late.take_row(0)
    qtbot.keyClick(late, Qt.Key.Key_Return)
    settle()
    assert page.side is not None
    assert page.side.panel.isVisible()
    assert page.table.current_id() == late.lines.lines[0].id


def test_the_arrow_keys_go_from_column_to_column(qtbot: QtBot, page: TasksPage, settle: Settle) -> None:
    open_face(page, BOARD, settle)
    late = cards(page, State.LATE)
    late.setFocus()
    late.take_row(0)
    qtbot.keyClick(late, Qt.Key.Key_Right)
    focused = page.window().focusWidget()
    assert isinstance(focused, CardList)
    assert focused is not late
    assert focused.currentIndex().isValid()


def test_filters_hold_for_the_board(page: TasksPage, settle: Settle) -> None:
    open_face(page, BOARD, settle)
    page.choose({"state": State.DONE})
    settle()
    assert not cards(page, State.LATE).lines.lines
    assert len(cards(page, State.DONE).lines.lines) == len(page.table.lines.lines)


def test_the_calendar_begins_on_monday_and_marks_today(page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    weeks = page.month.lines.weeks
    assert all(week[0].day.weekday() == 0 for week in weeks)
    marked = [day.day for week in weeks for day in week if day.is_today]
    assert marked == [page.desk.today]


def test_the_calendar_goes_to_the_next_month_and_back(page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    page.month._go(1)
    settle()
    assert page.month.month == month_period(2023, 1)
    page.month.today.click()
    settle()
    assert page.month.month == month_period(2022, 12)


def test_an_item_of_a_task_opens_its_detail(page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    items = [item for week in page.month.lines.weeks for day in week for item in day.items]
    task = next(item for item in items if item.register == "tasks")
    page.month.opened.emit(task)
    settle()
    assert page.table.current_id() == task.id


def test_an_item_of_another_list_goes_there(window: Window, page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    items = [item for week in page.month.lines.weeks for day in week for item in day.items]
    page.month.opened.emit(next(item for item in items if item.register == "publications"))
    settle()
    assert window.stack.currentWidget() is window._pages["publications"]


def test_enter_on_a_day_with_several_items_offers_them(qtbot: QtBot, page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    busy = next(
        page.month.lines.index(number, place)
        for number, week in enumerate(page.month.lines.weeks)
        for place, day in enumerate(week)
        if len(day.items) > 1
    )
    page.month.table.setCurrentIndex(busy)
    qtbot.keyClick(page.month.table, Qt.Key.Key_Return)
    menu = page.month.table.findChild(QMenu, "tasks.month.day")
    day = page.month.lines.day(busy)
    assert menu is not None
    assert day is not None
    assert len(menu.actions()) == len(day.items)
    menu.close()


def test_a_click_hits_the_item_under_the_mouse(page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    cell = page.month.table.visualRect(page.month.lines.index(1, 1))
    assert item_at(cell, 1, QPoint(cell.center().x(), cell.top() + 2)) is None
    assert item_at(cell, 1, QPoint(cell.center().x(), cell.top() + 36)) == 0


def test_a_low_window_shows_every_week_with_the_number_of_items(
    page: TasksPage, window: Window, settle: Settle
) -> None:
    window.resize(910, 485)
    open_face(page, MONTH, settle)
    table = page.month.table
    assert all(
        table.viewport().rect().contains(table.visualRect(table.model().index(row, 0)))
        for row in range(len(page.month.lines.weeks))
    )
    cell = table.visualRect(page.month.lines.index(1, 1))
    assert item_at(cell, 3, QPoint(cell.right() - 12, cell.center().y())) == 3
    assert item_at(cell, 0, QPoint(cell.right() - 12, cell.center().y())) is None


def test_an_item_alone_on_its_day_has_two_lines(page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    cell = page.month.table.visualRect(page.month.lines.index(1, 1))
    second = QPoint(cell.center().x(), cell.top() + 52)
    assert item_at(cell, 1, second) == 0
    assert item_at(cell, 2, second) == 1


def test_a_card_of_the_board_opens_over_the_board_and_every_column_keeps_its_place(
    page: TasksPage, settle: Settle
) -> None:
    open_face(page, BOARD, settle)
    before = page.board.geometry()
    columns = [each for each in page.board.columns.values() if each.cards.lines.lines]
    columns[0].cards.clicked.emit(columns[0].cards.lines.index(0, 0))
    settle()
    assert page.side is not None
    assert page.side.panel.isVisible()
    assert page.board.geometry() == before
    assert not page.board.horizontalScrollBar().isVisible()


@pytest.fixture
def stacked(page: TasksPage, window: Window, settle: Settle) -> TaskBoard:
    """Give the board in a window that is too narrow for its columns."""
    window.resize(910, 485)
    open_face(page, BOARD, settle)
    return page.board


def test_a_board_too_narrow_for_its_columns_stacks_the_states_and_cuts_nothing(stacked: TaskBoard) -> None:
    room = stacked.viewport().width()
    for each in stacked.columns.values():
        assert each.width() <= room
        assert each.cards.isVisible() == bool(each.cards.lines.lines)
        assert each.cards.verticalScrollBar().maximum() == 0
        assert each.cards.horizontalScrollBar().maximum() == 0
    done = stacked.columns[State.DONE].cards
    places = [done.visualRect(done.lines.index(number, 0)) for number in range(len(done.lines.lines))]
    assert len({place.left() for place in places}) == 3
    assert all(done.viewport().rect().contains(place) for place in places)
    assert stacked.horizontalScrollBar().maximum() == 0


def test_the_arrow_keys_go_through_stacked_states_and_what_they_reach_is_seen(qtbot: QtBot, stacked: TaskBoard) -> None:
    first, last = stacked.columns[State.LATE].cards, stacked.columns[State.DONE].cards
    first.setFocus()
    first.take_row(0)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert first.currentIndex().row() == 1
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert first.hasFocus()
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert last.hasFocus()
    seen = stacked.viewport().rect()
    assert seen.contains(last.viewport().mapTo(stacked.viewport(), last.visualRect(last.currentIndex()).center()))
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert first.hasFocus()


def test_a_board_gets_its_columns_back_in_a_wide_window(stacked: TaskBoard, window: Window, settle: Settle) -> None:
    window.resize(1366, 728)
    settle()
    tops = {each.y() for each in stacked.columns.values()}
    assert len(tops) == 1
    assert all(each.cards.isVisible() for each in stacked.columns.values())


def test_a_state_without_tasks_takes_no_more_room_than_its_heading(page: TasksPage, settle: Settle) -> None:
    open_face(page, BOARD, settle)
    empty = [each.width() for each in page.board.columns.values() if not each.cards.lines.lines]
    full = [each.width() for each in page.board.columns.values() if each.cards.lines.lines]
    assert empty
    assert max(empty) < min(full)


def test_days_within_which_work_is_due_are_a_filter(page: TasksPage, settle: Settle) -> None:
    page.choose({"due": "30"})
    settle()
    days = [line.due for line in page.table.lines.lines]
    assert days
    assert all(day is not None and page.desk.today <= day <= date(2023, 1, 5) for day in days)


@pytest.mark.parametrize("face", [BOARD, MONTH])
def test_the_models_keep_qts_rules(page: TasksPage, settle: Settle, face: str) -> None:
    open_face(page, face, settle)
    models = [page.month.lines, *(column.cards.lines for column in page.board.columns.values())]
    testers = [QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal) for model in models]
    page.refresh()
    settle()
    assert testers


def test_a_jump_comes_back_to_the_list(page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    page.desk.go("tasks", 0, state=State.LATE)
    settle()
    assert page.faces.currentWidget() is page.table
    open_face(page, LIST, settle)


def test_every_week_of_the_calendar_is_as_high_as_the_others(page: TasksPage, settle: Settle) -> None:
    open_face(page, MONTH, settle)
    table = page.month.table
    assert len({table.rowHeight(row) for row in range(table.model().rowCount())}) == 1


def test_an_item_alone_on_its_day_has_two_lines_also_beside_a_task_bar(
    page: TasksPage, window: Window, settle: Settle
) -> None:
    window.resize(1366, 728)
    open_face(page, MONTH, settle)
    cell = page.month.table.visualRect(page.month.lines.index(0, 0))
    assert item_at(cell, 1, cell.bottomLeft() + QPoint(9, -3)) == 0


def test_tasks_that_begin_alike_can_be_told_apart_on_the_board(page: TasksPage, window: Window, settle: Settle) -> None:
    window.resize(1366, 728)
    open_face(page, BOARD, settle)
    cards = {line.code: (each.cards, line) for each in page.board.columns.values() for line in each.cards.lines.lines}
    shown = [
        few_lines(line.text, cards.viewport().width() - 24, theme.font().toString(), LINES)
        for cards, line in (cards["5.1"], cards["5.3"])
    ]
    assert shown[0] != shown[1]
