"""A date that can be typed (5/9/2022) or picked from a calendar; an empty field is no date."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from papi_desktop.domain.calendar import typed, written
from papi_desktop.domain.errors import KnownError
from ui.icons import icon
from ui.theme import SPACE, theme
from ui.widgets.texts import name_part, restyle


class DateEdit(QLineEdit):
    """Holds a date or None; `problem()` says what is wrong with what was typed."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("ngày/tháng/năm")
        self._kept: date | None = None
        self._calendar: _CalendarPopup | None = None
        action = self.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        action.setText("Chọn ngày")
        action.setData("calendar")
        action.triggered.connect(self.open_calendar)
        name_part(self, action, "calendar", "Chọn ngày")
        self.editingFinished.connect(self._finish)
        self.textEdited.connect(self._clear_wrong)

    def value(self) -> date | None:
        """Return the date, or None where nothing or no date is written."""
        try:
            return typed(self.text())
        except KnownError:
            return None

    def problem(self) -> str:
        """Return a sentence when what was typed is not a date, otherwise nothing."""
        try:
            typed(self.text())
        except KnownError as error:
            return str(error)
        return ""

    def show_value(self, value: date | None) -> None:
        """Show a date."""
        self._kept = value
        self.setText(written(value))
        self._mark(wrong=False)

    def open_calendar(self) -> None:
        """Open the calendar under the field, at the date or at today's month."""
        if self._calendar is None:
            self._calendar = _CalendarPopup(self)
            self._calendar.picked.connect(self._pick)
        self._calendar.open_at(self.value(), self.mapToGlobal(QPoint(0, self.height() + SPACE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down, and go to the next field with Enter."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.problem():
            self.focusNextChild()

    def _pick(self, day: QDate) -> None:
        self.setText(written(date(day.year(), day.month(), day.day())))
        self.setFocus()
        self._finish()

    def _finish(self) -> None:
        wrong = bool(self.problem())
        self._mark(wrong)
        if not wrong:
            self.setText(written(self.value()))
        if wrong or self.value() != self._kept:
            self._kept = self.value()
            self.committed.emit()

    def _clear_wrong(self) -> None:
        self._mark(wrong=False)

    def _mark(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            restyle(self)


class _CalendarPopup(QFrame):
    """The calendar under a field; Esc or a click elsewhere puts it away."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self._calendar = _Calendar(self)
        self._calendar.setGridVisible(False)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekday, _text_format())
        self._calendar.setHeaderTextFormat(_text_format())
        self._calendar.setMinimumSize(theme.pixels(340), theme.pixels(250))
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(2 * SPACE,) * 4)
        layout.addWidget(self._calendar)

    def open_at(self, day: date | None, corner: QPoint) -> None:
        """Open at a day."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(day)


class _Calendar(QCalendarWidget):
    """A month in which the days of the months before and after are faint."""

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        """Paint one day."""
        if (day.year(), day.month()) == (self.yearShown(), self.monthShown()):
            super().paintCell(painter, rect, day)
            return
        painter.save()
        painter.fillRect(rect, QColor(theme.tokens.card))
        painter.setPen(QColor(theme.tokens.field_line))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()


def _text_format() -> QTextCharFormat:
    result = QTextCharFormat()
    result.setForeground(QBrush(QColor(theme.tokens.secondary)))
    return result
