"""Making a schedule: who receives and when on the left, the days that come of it and what is wrong on the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Officer
from papi_desktop.domain.reception import ReceptionSchedule, ReceptionSession, weekday_date
from papi_desktop.services.reception_schedule import DraftSchedule, draft, save
from papi_desktop.services.registers import ColumnKind, RegisterColumn
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.reception.fields import SCHEDULE, follow, pattern, proposed, spans
from ui.reception.sentences import Sentences
from ui.theme import theme
from ui.widgets.cards import MessagePanel
from ui.widgets.form import Form
from ui.widgets.questions import ask
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.table_model import TableModel
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import Action, button, column, label, row

_COLUMNS: Final = (
    RegisterColumn("day", "Ngày tiếp", ColumnKind.LONG, 34),
    RegisterColumn("hours", "Giờ", width=16),
)


@dataclass(frozen=True)
class DayLine:
    """One day that would be in the schedule."""

    id: int
    day: str
    hours: str


class NewScheduleDialog(Dialog):
    """Nothing is written before "Lập lịch"; `added` carries the id of the schedule."""

    added = Signal(int)

    def __init__(self, parent: QWidget, desk: Desk, officers: Sequence[Officer]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self.setWindowTitle("Lập lịch tiếp công dân")
        self.setObjectName("reception.dialog")
        self.form = Form("reception.new", SCHEDULE)
        self.form.set_choices("span", spans(desk.today))
        self.form.show_value(proposed(desk.today, desk.commune, officers))
        self.form.edited.connect(lambda key, _value: follow(self.form, officers, key))
        self.form.edited.connect(lambda _key, _value: self.show_days())
        self.days = RegisterTable(TableModel(_COLUMNS, None, None, self))
        self.days.setObjectName("reception.new.days")
        self.days.setAccessibleName("Các buổi tiếp công dân sẽ có")
        self.count, self.sentences, self.message = label("", "section"), Sentences(), MessagePanel()
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.submit)
        self.show_days()

    def show_days(self) -> None:
        """Show the days that the form makes now, and what the rules say of them."""
        self._asked += 1
        asked, values, today = self._asked, self.form.values(), self._desk.today
        self._desk.operations.read(
            lambda work: _draft(work, values, today),
            lambda made: self._show(made) if asked == self._asked else None,
            self._show_wrong,
        )

    def submit(self) -> None:
        """Write the schedule; the dialog closes only after it is committed."""
        self.form.commit()
        if not self.form.check():
            return
        values, today = self.form.values(), self._desk.today

        def action(work: Work) -> ReceptionSchedule:
            work.label("Lập lịch tiếp công dân")
            return save(work, _draft(work, values, today))

        self._desk.operations.write(action, self._finish, self.message.say)

    def reject(self) -> None:
        """Ask before what was typed is lost."""
        if not self.form.is_changed() or ask(self, "Bỏ những gì vừa nhập?", "Bỏ", "Ở lại"):
            super().reject()

    def _finish(self, schedule: ReceptionSchedule) -> None:
        self.accept()
        self.added.emit(schedule.id)

    def _show(self, made: DraftSchedule) -> None:
        self.message.hide()
        self.count.setText(f"{made.schedule.title}: {len(made.sessions)} buổi")
        self.days.show_lines([day_line(number, each) for number, each in enumerate(made.sessions, start=1)])
        self.sentences.show_sentences(made.warnings)

    def _show_wrong(self, sentence: str) -> None:
        self.count.setText("Chưa có buổi nào")
        self.days.show_lines([])
        self.sentences.hide()
        self.message.say(sentence)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("role", "page")
        left.setLayout(column(self.form, 1))
        side = scrolled(left)
        side.setMinimumWidth(theme.pixels(380))
        right = column(self.count, self.sentences, self.days, gap=3)
        right.setStretch(2, 1)
        middle = row(side, right, gap=6)
        middle.setStretch(0, 5)
        middle.setStretch(1, 5)
        leave = button(Action("Bỏ", self.reject, name="reception.new.leave"))
        save_it = button(Action("Lập lịch", self.submit, name="reception.new.save"), "main")
        note = "Ngày tiếp trùng ngày nghỉ tự chuyển sang ngày làm việc kế tiếp."
        head = (label("Lập lịch tiếp công dân", "title"), label(note, "note"), self.message)
        layout = column(*head, middle, row(1, leave, save_it), gap=3, margin=6)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.fit(1120, 660)


def day_line(number: int, session: ReceptionSession) -> DayLine:
    """Return a session as a line of the preview."""
    moved = f", dời từ {written(session.planned_on)} (ngày nghỉ)" if session.planned_on else ""
    return DayLine(number, f"{weekday_date(session.on)}{moved}", session.hours)


def _draft(work: Work, values: dict[str, Any], today: date) -> DraftSchedule:
    length, day = values["span"]
    return draft(work, [pattern(values)], length, day, values["post_on"] or today)
