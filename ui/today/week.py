"""One line of "Bảy ngày tới": the day, what is to do, and a way to it."""

from datetime import date

from PySide6.QtCore import Qt

from papi_desktop.domain.calendar import WEEKDAYS
from papi_desktop.services.today_week import WeekItem
from ui.theme import theme
from ui.widgets.link_line import LinkLine
from ui.widgets.texts import column, label, row


class WeekLine(LinkLine):
    """A click or Enter leads to the thing itself."""

    def __init__(self, name: str, item: WeekItem, today: date) -> None:
        super().__init__(name, f"{_day_words(item.day, today)}: {item.kind}, {item.text}")
        day = label(_day_words(item.day, today), "note", wrap=False)
        day.setFixedWidth(theme.pixels(96))
        day.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words = column(label(item.kind, "strong"), label(_short(item.text), "note"), gap=0)
        line = row(day, words, gap=2)
        line.setStretch(1, 1)
        self.fill(line)


def _day_words(day: date, today: date) -> str:
    days = (day - today).days
    if days in (0, 1):
        return ("Hôm nay", "Ngày mai")[days]
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m}"


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:119].rsplit(" ", 1)[0] + "…"
