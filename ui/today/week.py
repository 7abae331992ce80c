"""One line of "Bảy ngày tới": the day, what is to do, and a way to it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame

from papi_desktop.domain.calendar import WEEKDAYS
from papi_desktop.services.today_week import WeekItem
from ui.theme import theme
from ui.widgets.texts import column, label, row


class WeekLine(QFrame):
    """A click or Enter leads to the thing itself."""

    clicked = Signal()

    def __init__(self, item: WeekItem, today: date) -> None:
        super().__init__()
        self.setProperty("role", "line")
        self.setObjectName("today.week")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{_day_words(item.day, today)}: {item.kind}, {item.text}")
        day = label(_day_words(item.day, today), "note", wrap=False)
        day.setFixedWidth(theme.pixels(96))
        day.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words = column(label(item.kind, "strong"), label(_short(item.text), "note"), gap=0)
        line = row(day, words, gap=2, margin=1)
        line.setStretch(1, 1)
        self.setLayout(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow Enter and space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


def _day_words(day: date, today: date) -> str:
    days = (day - today).days
    if days in (0, 1):
        return ("Hôm nay", "Ngày mai")[days]
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m}"


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:119].rsplit(" ", 1)[0] + "…"
