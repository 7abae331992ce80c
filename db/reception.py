"""The schedules of reception, their sessions, and what was changed after they were posted."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from db.schema import Choice, Row, link, owner
from db.stores import RowStore
from papi_desktop.domain.reception import ReceptionMode, ReceptionSchedule, ReceptionSession, SessionChange


class ReceptionScheduleRow(Row):
    """One schedule."""

    __tablename__ = "reception_schedule"

    title: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    publication_id: Mapped[int] = link("publication.id")
    room: Mapped[str]
    note: Mapped[str]


class ReceptionSessionRow(Row):
    """One session of one schedule."""

    __tablename__ = "reception_session"

    schedule_id: Mapped[int] = owner("reception_schedule.id")
    on: Mapped[date]
    hours: Mapped[str]
    person: Mapped[str]
    position: Mapped[str]
    phone: Mapped[str]
    room: Mapped[str]
    content: Mapped[str]
    attendees: Mapped[str]
    mode: Mapped[ReceptionMode] = mapped_column(Choice(ReceptionMode))
    is_chairman: Mapped[bool]
    planned_on: Mapped[date | None]


class SessionChangeRow(Row):
    """One change of one session."""

    __tablename__ = "session_change"

    session_id: Mapped[int] = owner("reception_session.id")
    changed_on: Mapped[date]
    before: Mapped[str]
    after: Mapped[str]
    reason: Mapped[str]
    publication_id: Mapped[int] = link("publication.id")


class ReceptionSchedules(RowStore[ReceptionScheduleRow, ReceptionSchedule]):
    """The schedules, newest first."""

    row = ReceptionScheduleRow
    value = ReceptionSchedule
    noun = "lịch tiếp công dân"
    order: ClassVar = (ReceptionScheduleRow.first.desc(), ReceptionScheduleRow.id.desc())


class ReceptionSessions(RowStore[ReceptionSessionRow, ReceptionSession]):
    """The sessions, by day."""

    row = ReceptionSessionRow
    value = ReceptionSession
    noun = "buổi tiếp công dân"
    order: ClassVar = (ReceptionSessionRow.on, ReceptionSessionRow.hours, ReceptionSessionRow.id)

    def of_schedule(self, schedule_id: int) -> list[ReceptionSession]:
        """Return the sessions of one schedule, by day."""
        return self._where(ReceptionSessionRow.schedule_id == schedule_id)


class SessionChanges(RowStore[SessionChangeRow, SessionChange]):
    """What was changed after posting, oldest first."""

    row = SessionChangeRow
    value = SessionChange
    noun = "thay đổi lịch tiếp công dân"
    order: ClassVar = (SessionChangeRow.changed_on, SessionChangeRow.id)

    def of_session(self, session_id: int) -> list[SessionChange]:
        """Return the changes of one session, oldest first."""
        return self._where(SessionChangeRow.session_id == session_id)
