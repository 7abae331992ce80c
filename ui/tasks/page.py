"""The tasks as a list, as a board by state, and as a calendar of the month; search and filters hold for all three."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.domain.periods import Period, current_report, month_period
from papi_desktop.domain.tasks import State, Task
from papi_desktop.importers.clipboard import read_clipboard
from papi_desktop.services import assignment
from papi_desktop.services.board import columns_of
from papi_desktop.services.month_calendar import DayItem, MonthCalendar, filtered_tasks, month_calendar
from papi_desktop.services.own_plan import Wording, blank_wording
from papi_desktop.services.papers import Papers
from papi_desktop.services.registers import Query
from papi_desktop.services.task_grid import PasteProposal, copy_tasks, propose_paste
from papi_desktop.services.task_list import TASKS, TaskLine
from papi_desktop.services.work import Work
from ui.desk import Desk, Jump
from ui.tasks.board import TaskBoard
from ui.tasks.bulk import BulkDialog, People, SelectionBar, read_people
from ui.tasks.detail import TaskDetail
from ui.tasks.month import MonthFace
from ui.tasks.own import OwnTaskDialog
from ui.tasks.pasting import PasteDialog
from ui.widgets.clipboard import copy_grid, pasted_table
from ui.widgets.papers_dialog import PapersDialog
from ui.widgets.questions import tell
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.texts import Action
from ui.widgets.view_switch import View, ViewSwitch

EMPTY: Final = "Chưa có nhiệm vụ nào. Hãy nạp kế hoạch của tỉnh từ tệp Word hoặc Excel."
LIST, BOARD, MONTH = "list", "board", "month"
_VIEWS: Final = (
    View(LIST, "Danh sách"),
    View(BOARD, "Bảng theo trạng thái"),
    View(MONTH, "Lịch tháng"),
)
_ASSIGNMENT_HINT: Final = "Người, địa bàn, các bước và thời gian của từng nhiệm vụ, lấy từ phần chi tiết của nhiệm vụ."


class TasksPage(RegisterPage):
    """Tasks come from the plan; what is selected can be changed, copied and pasted together."""

    def __init__(self, desk: Desk) -> None:
        load = Action("Nạp kế hoạch…", lambda: desk.go("plans"), "plan", "tasks.load_plan")
        self.switch = ViewSwitch("tasks", _VIEWS)
        self._shown = LIST
        offers = Offers(
            EMPTY,
            empty_action=load,
            add=Action("Thêm nhiệm vụ…", self.add_task, "add", "tasks.add"),
            exports=(Action("Bảng phân công…", self.print_assignment, "print", "tasks.print_assignment"),),
            menu=("Khác", (load, *self._for_many())),
            is_done=lambda line: line.state is State.DONE,
            filter_as_buttons="part",
            summary=summary,
            lead=self.switch,
            many=True,
            named_views=True,
        )
        super().__init__(desk, TASKS, offers, partial(TaskDetail, desk))
        self.board, self.month = TaskBoard(), MonthFace(_month_of(desk))
        self.bar = SelectionBar(self._selection_actions())
        self._add_faces()
        self._connect_faces()

    def open_view(self, name: str) -> None:
        """Show the list, the board or the calendar."""
        self._shown = name
        self.switch.show_view(name)
        self.faces.setCurrentWidget({LIST: self.table, BOARD: self.board, MONTH: self.month}[name])
        if self.side:
            self.side.always_covers = name == BOARD
        self.table.clearSelection()
        self.refresh()

    def renew(self) -> None:
        """Go to the month of the period when another period was chosen."""
        month = _month_of(self.desk)
        if self.month.month.year != month.year:
            self.month.month = month
        super().renew()

    def show_answer(self, lines: Sequence[TaskLine]) -> None:
        """Show the lines in the list, and in the face that is seen."""
        super().show_answer(lines)
        if self._shown == BOARD:
            self.board.show_columns(columns_of(lines))
        elif self._shown == MONTH:
            self._read_month(self.month.month)

    def face(self, query: Query, lines: Sequence[TaskLine]) -> QWidget:
        """Show the calendar also when no task is left: it has more than tasks."""
        narrowed = query.filters or query.words
        return self.view() if self._shown == MONTH and narrowed else super().face(query, lines)

    def jump(self, jump: Jump) -> None:
        """Go to one task in the list, or to the lines that were counted."""
        if self._shown != LIST:
            self.open_view(LIST)
        super().jump(jump)

    def add_task(self) -> None:
        """Ask for a task of the commune's own."""
        period = self.desk.period

        def after(task: Task) -> None:
            self.desk.note(f"Đã thêm nhiệm vụ {task.own_code} vào kế hoạch của xã.")
            self.select(task.id)

        def show(wording: Wording) -> None:
            OwnTaskDialog(self, self.desk, wording, 0, after).open()

        self.desk.operations.read(lambda work: blank_wording(work, period), show)

    def edit_together(self) -> None:
        """Change the selected tasks in one dialog."""
        ids = self._chosen_ids()
        if ids:
            self.desk.operations.read(read_people, partial(self._open_bulk, ids))

    def copy(self) -> None:
        """Put the selected tasks on the clipboard as a table."""
        ids, period = self._chosen_ids(), self.desk.period

        def after(text: str) -> None:
            copy_grid(text)
            self.desk.note(f"Đã sao chép {len(ids)} nhiệm vụ. Mở Excel hoặc Word rồi dán.")

        if ids:
            self.desk.operations.read(lambda work: copy_tasks(work, ids, period), after)

    def paste(self) -> None:
        """Show what the table on the clipboard would change."""
        text, html = pasted_table()
        period = self.desk.period

        def action(work: Work) -> PasteProposal:
            return propose_paste(work, read_clipboard(text, html), period)

        self.desk.operations.read(action, self._open_paste, partial(tell, self))

    def select_all(self) -> None:
        """Select every task that is listed."""
        self.open_view(LIST)
        self.table.selectAll()
        self.table.setFocus()

    def print_assignment(self) -> None:
        """Write the commune's own plan: who does what, where, how and when."""
        year, today = self.desk.period.year, self.desk.today

        def read(work: Work) -> Papers:
            return assignment.papers(assignment.read_assignment(work, year, today))

        PapersDialog(self, self.desk, "assignment", "Bảng phân công nhiệm vụ", read, _ASSIGNMENT_HINT).open()

    def _for_many(self) -> tuple[Action, ...]:
        return (
            Action("Chọn tất cả (Ctrl+A)", self.select_all, "check", "tasks.select_all"),
            Action("Sửa cùng lúc các dòng đang chọn…", self.edit_together, "list", "tasks.edit_together"),
            Action("Sao chép các dòng đang chọn (Ctrl+C)", self.copy, "file", "tasks.copy"),
            Action("Dán từ Excel (Ctrl+V)…", self.paste, "import", "tasks.paste"),
        )

    def _selection_actions(self) -> tuple[Action, ...]:
        return (
            Action("Chọn tất cả", self.select_all, name="tasks.selection.all"),
            Action("Sửa cùng lúc…", self.edit_together, name="tasks.selection.edit"),
            Action("Sao chép", self.copy, name="tasks.selection.copy"),
            Action("Bỏ chọn", self.table.clearSelection, name="tasks.selection.none"),
        )

    def _add_faces(self) -> None:
        for each in (self.board, self.month):
            self.faces.addWidget(each)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(3, self.bar)

    def _connect_faces(self) -> None:
        self.switch.chosen.connect(self.open_view)
        self.table.picked.connect(lambda lines: self.bar.count(len(lines)))
        self.board.opened.connect(lambda line: self.table.select_id(line.id))
        self.month.opened.connect(self._open_item)
        self.month.moved.connect(lambda month: self._read_month(month or _month_of(self.desk)))
        for key, action in ((QKeySequence.StandardKey.Copy, self.copy), (QKeySequence.StandardKey.Paste, self.paste)):
            QShortcut(QKeySequence(key), self.table, action, context=Qt.ShortcutContext.WidgetShortcut)

    def _read_month(self, month: Period) -> None:
        query, today = self.query(), self.desk.today

        def action(work: Work) -> MonthCalendar:
            return month_calendar(work, month, today, _wanted(work, query, month))

        self.month.month = month
        self.desk.operations.read(action, self._show_month)

    def _show_month(self, calendar: MonthCalendar) -> None:
        if calendar.month == self.month.month:
            self.month.show_calendar(calendar)

    def _open_item(self, item: DayItem) -> None:
        if item.register != "tasks":
            self.desk.go(item.register, item.id)
        elif not self.table.select_id(item.id):
            self.desk.choose_period(current_report(item.day))
            self.select(item.id)

    def _chosen_ids(self) -> list[int]:
        ids = [line.id for line in self.table.chosen_lines()]
        if not ids:
            self.desk.note("Hãy chọn nhiệm vụ trong danh sách trước.")
        return ids

    def _open_bulk(self, ids: Sequence[int], people: People) -> None:
        BulkDialog(self, self.desk, ids, people).open()

    def _open_paste(self, proposal: PasteProposal) -> None:
        PasteDialog(self, self.desk, proposal).open()


def summary(lines: Sequence[TaskLine]) -> str:
    """Return how many tasks are shown, and how many of them are late."""
    late = sum(line.state is State.LATE for line in lines)
    return f"{len(lines)} nhiệm vụ" + (f" · {late} quá hạn" if late else "")


def _month_of(desk: Desk) -> Period:
    """Return the month of today, or the last of the period when it is over or has not begun."""
    window = desk.period.calendar_window
    day = desk.today if desk.today in window else window.last
    return month_period(day.year, day.month)


def _wanted(work: Work, query: Query, month: Period) -> frozenset[int] | None:
    if not query.filters and not query.words:
        return None
    period = query.period if query.period.year == month.year else current_report(month.calendar_window.last)
    return filtered_tasks(work, Query(period, query.today, query.words, query.filters))
