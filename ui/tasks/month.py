"""The month as a calendar: what falls on each day; a click or Enter opens it (`MonthFace`)."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from papi_desktop.domain.calendar import WEEKDAYS
from papi_desktop.domain.periods import Period, month_period
from papi_desktop.services.month_calendar import HEADINGS, Day, DayItem, DayState, MonthCalendar
from ui.tasks.month_cells import DAY_ROLE, DayDelegate, item_at, least_height
from ui.theme import theme
from ui.widgets.chips import StatusChip
from ui.widgets.texts import Action, button, column, label, menu_line, row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_LONGEST: Final = 90


class MonthModel(QAbstractTableModel):
    """Seven days across, the weeks of the month down."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.weeks: Sequence[Sequence[Day]] = ()

    def show(self, calendar: MonthCalendar) -> None:
        """Show another month."""
        self.beginResetModel()
        self.weeks = calendar.weeks
        self.endResetModel()

    def day(self, index: Index) -> Day | None:
        """Return the day of a cell."""
        return self.weeks[index.row()][index.column()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of weeks."""
        return 0 if parent.isValid() else len(self.weeks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return seven."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a day, and its words for those who cannot see it."""
        day = self.day(index)
        if day is None:
            return None
        if role == DAY_ROLE:
            return day
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            heading = f"{WEEKDAYS[day.day.weekday()]}, {day.day:%d/%m}"
            return f"{heading}: {len(day.items)} việc" if day.items else heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(_words(item) for item in day.items) or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the names of the days of the week."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_heading and 0 <= section < len(HEADINGS) else None


class MonthFace(QWidget):
    """`opened(item)` for what was clicked; `moved(month)` when another month is wanted."""

    opened = Signal(DayItem)
    moved = Signal(object)

    def __init__(self, month: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month = month
        self.lines = MonthModel(self)
        self.table = _MonthTable(self.lines)
        self.table.wanted.connect(self.opened)
        self.title = label("", "section", wrap=False)
        self.title.setMinimumWidth(theme.pixels(130))
        self.undated = label("", "note", wrap=False)
        previous = Action("Tháng trước", partial(self._go, -1), "back", "tasks.month.previous")
        following = Action("Tháng sau", partial(self._go, 1), "chevron-right", "tasks.month.next")
        self.today = button(Action("Tháng này", lambda: self.moved.emit(None), name="tasks.month.today"))
        legend = (StatusChip(state) for state in DayState)
        head = row(button(previous, "icon"), self.title, button(following, "icon"), self.today, 1, *legend, gap=2)
        layout = column(head, self.table, self.undated, gap=2)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_calendar(self, calendar: MonthCalendar) -> None:
        """Show another month, or the same one anew."""
        here = self.table.currentIndex()
        place = (here.row(), here.column()) if here.isValid() and calendar.month == self.month else None
        self.month = calendar.month
        self.title.setText(f"Tháng {calendar.month.month}/{calendar.month.year}")
        self.lines.show(calendar)
        self.table.setCurrentIndex(self.lines.index(*place) if place else self._first(calendar))
        number = len(calendar.undated)
        self.undated.setText(
            f"Còn {number} nhiệm vụ của tháng không gắn với ngày nào; xem ở Danh sách." if number else ""
        )
        self.undated.setVisible(bool(number))

    def _first(self, calendar: MonthCalendar) -> QModelIndex:
        """Return today's cell, or that of the first day of the month."""
        days = [(number, column, day) for number, week in enumerate(calendar.weeks) for column, day in enumerate(week)]
        found = [each for each in days if each[2].is_today and each[2].in_month] or [e for e in days if e[2].in_month]
        return self.lines.index(found[0][0], found[0][1])

    def _go(self, by: int) -> None:
        number = self.month.year * 12 + self.month.month - 1 + by
        self.moved.emit(month_period(number // 12, number % 12 + 1))


class _MonthTable(QTableView):
    """Arrow keys move from day to day; Enter opens the only item of a day, or a menu of several."""

    wanted = Signal(DayItem)

    def __init__(self, model: MonthModel) -> None:
        super().__init__()
        self.setObjectName("tasks.month")
        self.setAccessibleName("Lịch tháng")
        self.lines = model
        self.setModel(model)
        self.setItemDelegate(DayDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(1)
        theme.changed.connect(self._share_height)
        model.modelReset.connect(self._share_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each week the same height, so that every day shows as many lines."""
        super().resizeEvent(event)
        self._share_height()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the item under the mouse, or the menu of the day where more follow."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        day = self.lines.day(index)
        if event.button() is not Qt.MouseButton.LeftButton or day is None or not day.items:
            return
        number = item_at(self.visualRect(index), len(day.items), event.position().toPoint())
        if number is None:
            return
        if number < len(day.items):
            self.wanted.emit(day.items[number])
        else:
            self._offer(index, day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the day on Enter."""
        day = self.lines.day(self.currentIndex())
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or day is None:
            super().keyPressEvent(event)
        elif len(day.items) == 1:
            self.wanted.emit(day.items[0])
        elif day.items:
            self._offer(self.currentIndex(), day)

    def _offer(self, index: QModelIndex, day: Day) -> None:
        menu = QMenu(self)
        menu.setObjectName("tasks.month.day")
        for item in day.items:
            menu.addAction(menu_line(Action(_words(item), partial(self.wanted.emit, item)), menu))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(0, 2)))

    def _share_height(self) -> None:
        header = self.verticalHeader()
        header.setMinimumSectionSize(least_height())
        header.setDefaultSectionSize(self.viewport().height() // max(self.lines.rowCount(), 1))


def _words(item: DayItem) -> str:
    text = f"{item.kind}: {item.text}"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
