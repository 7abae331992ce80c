"""One session beside the list: its fields while it may be edited, its history and what is wrong once it hangs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Officer
from papi_desktop.domain.publications import Publication
from papi_desktop.domain.reception import (
    ReceptionSchedule,
    ReceptionSession,
    SessionChange,
    posted_late,
    weekday_date,
)
from papi_desktop.domain.stores import Saved
from papi_desktop.services import reception_schedule
from papi_desktop.services.reception_schedule import ReceptionLine, change_words
from papi_desktop.services.rule_book import Terms, terms
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.reception.fields import CHANGE, SESSION, follow, with_officer
from ui.reception.sentences import Sentences
from ui.widgets.cards import drop_all
from ui.widgets.form import Form
from ui.widgets.questions import FormDialog
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, button, column, label, row, rule


@dataclass(frozen=True)
class Opened:
    """One session with its schedule, what is wrong with that, and what was changed after posting."""

    session: ReceptionSession
    schedule: ReceptionSchedule
    is_posted: bool
    warnings: tuple[str, ...]
    changes: tuple[SessionChange, ...]
    terms: Terms
    officers: Sequence[Officer]


class ChangeDialog(FormDialog):
    """Asks what changes and why; a new day that can no longer be announced in time is told before it is saved."""

    def __init__(
        self,
        parent: QWidget,
        opened: Opened,
        today: date,
        value: object,
        save: Callable[[dict[str, Any], Callable[[], None], Callable[[str], None]], object],
        hint: str,
    ) -> None:
        self._opened, self._today = opened, today
        super().__init__(parent, "Thay đổi buổi tiếp công dân", "reception.change", CHANGE, value, save, hint)
        self.form.edited.connect(lambda key, _value: follow(self.form, opened.officers, key))

    def warning(self, values: dict[str, Any]) -> str:
        """Say that the people would hear of the new day too late."""
        session, now = self._opened.session, self._opened.terms
        if values["on"] in (None, session.on):
            return ""
        return posted_late(replace(session, on=values["on"]), self._today, now.book, now.days)


class SessionDetail(Detail):
    """A session that hangs is changed with a reason; one that does not is edited field by field."""

    def __init__(self, desk: Desk, of_schedule: tuple[Action, ...] = ()) -> None:
        super().__init__()
        self._desk, self._id = desk, 0
        self.opened: Opened | None = None
        self.form = Form("reception", SESSION)
        self.form.edited.connect(self._save)
        self.sentences, self.note = Sentences(), label("", "note")
        self._changes = QVBoxLayout()
        self._change = button(Action("Thay đổi buổi này…", self.open_change, "calendar", "reception.change"), "main")
        self._remove = button(Action("Xóa buổi này", self._take_out, "remove", "reception.remove"), "quiet")
        doing = row(self._change, self._remove, 1, gap=3)
        whole = row(*(button(each, "quiet") for each in of_schedule), 1, gap=3)
        parts = (self.note, self.sentences, doing, self._changes, rule(), self.form, whole, 1)
        self.setLayout(column(*parts, gap=4, margin=4))

    def heading(self, line: ReceptionLine) -> str:
        """Return the day."""
        return weekday_date(line.on)

    def show_line(self, line: ReceptionLine) -> None:
        """Read the session with its schedule."""
        if self._id and self._id != line.id:
            self.form.commit()
        self._id, today = line.id, self._desk.today
        self._desk.operations.read(lambda work: read_opened(work, line.id, today), self._show)

    def open_change(self) -> None:
        """Ask what changes and why."""
        opened, today = self.opened, self._desk.today
        if opened is None:
            return

        def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
            reason, fields = values["reason"], {key: value for key, value in values.items() if key != "reason"}

            def action(work: Work) -> SessionChange:
                work.label("Thay đổi lịch tiếp công dân")
                session = work.reception_sessions.get(opened.session.id)
                return reception_schedule.change(work, replace(session, **fields), reason, today)

            def after(change: SessionChange) -> None:
                done()
                more = " Cần niêm yết lại: mục mới đã có trong Công khai." if change.publication_id else ""
                self._desk.note(f"Đã ghi thay đổi.{more}")

            self._desk.operations.write(action, after, failed)

        value = vars(opened.session) | {"reason": ""}
        hint = f"{opened.schedule.title}. Buổi hiện nay: {weekday_date(opened.session.on)}, {opened.session.hours}."
        ChangeDialog(self, opened, today, value, save, hint).open()

    def _show(self, opened: Opened) -> None:
        if opened.session.id != self._id:
            return
        self.opened = opened
        self.form.show_value(opened.session)
        self.form.setEnabled(not opened.is_posted)
        self._change.setVisible(opened.is_posted)
        self._remove.setVisible(not opened.is_posted)
        self.note.setText(_note(opened))
        self.sentences.show_sentences(opened.warnings)
        drop_all(self._changes)
        for each in opened.changes:
            self._changes.addWidget(label(_change_words(each), selectable=True))

    def _save(self, key: str, value: Any) -> None:
        id = self._id

        def after(_saved: Saved[Any]) -> None:
            if self._id == id:
                self.form.note_saved(key)

        self._desk.operations.save(
            lambda work: work.reception_sessions,
            lambda work: _with(work.reception_sessions.get(id), work.officers.all(), key, value),
            after,
            partial(self.form.note_wrong, key),
        )

    def _take_out(self) -> None:
        id, self._id = self._id, 0
        self._desk.operations.remove(
            lambda work: work.reception_sessions,
            id,
            lambda session: self._desk.note(f"Đã xóa buổi {weekday_date(session.on)}. Bấm Hoàn tác để lấy lại."),
        )


def _with(session: ReceptionSession, officers: Sequence[Officer], key: str, value: Any) -> ReceptionSession:
    """Return a session with one field changed, and what follows it."""
    changed = replace(session, **{key: value})
    return replace(changed, **with_officer(vars(changed), officers, key))


def read_opened(work: Work, id: int, today: Any) -> Opened:
    """Return what the detail shows of one session."""
    session = work.reception_sessions.get(id)
    schedule = work.reception_schedules.get(session.schedule_id)
    is_posted = bool(schedule.publication_id and work.postings.of_publication(schedule.publication_id))
    warnings = reception_schedule.check(work, schedule, today)
    changes = tuple(work.session_changes.of_session(id))
    return Opened(session, schedule, is_posted, warnings, changes, terms(work), work.officers.all())


def publish(work: Work, schedule_id: int, today: Any) -> Publication:
    """Make the publication of a schedule, or return the one that is there."""
    work.label("Niêm yết lịch tiếp công dân")
    return reception_schedule.publish(work, work.reception_schedules.get(schedule_id), today)


def _note(opened: Opened) -> str:
    moved = opened.session.planned_on
    words = [f"Thuộc {opened.schedule.title[:1].lower()}{opened.schedule.title[1:]}."]
    if moved:
        words.append(f"Dời từ {weekday_date(moved)} vì trùng ngày nghỉ.")
    if opened.is_posted:
        words.append("Lịch đã niêm yết; khi đổi phải nêu lý do và niêm yết lại.")
    return " ".join(words)


def _change_words(change: SessionChange) -> str:
    return f"Thay đổi ngày {written(change.changed_on)}: {change_words(change)}"
