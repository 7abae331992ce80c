"""Schedules of reception: generated from patterns, checked by the rule of each day, posted, changed with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from papi_desktop.domain.calendar import last_of_month, written
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Window
from papi_desktop.domain.publications import Publication
from papi_desktop.domain.reception import (
    Beside,
    Pattern,
    ReceptionMode,
    ReceptionSchedule,
    ReceptionSession,
    SessionChange,
    described,
    latest_posting_day,
    sessions_of,
    warnings,
    weekday_date,
    with_schedule,
)
from papi_desktop.domain.text import has_words
from papi_desktop.services.publication_kinds import NO_TURN
from papi_desktop.services.publishing import new_publication
from papi_desktop.services.registers import ColumnKind, Filter, Query, Register, RegisterColumn
from papi_desktop.services.rule_book import terms
from papi_desktop.services.schedule_turns import quarters_of
from papi_desktop.services.spans import WHEN_FILTER, asked_window
from papi_desktop.services.work import Work

SCHEDULE_KIND = "reception_schedule"
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class DraftSchedule:
    """A schedule that is not yet written: what it would hold, and what is wrong with it."""

    schedule: ReceptionSchedule
    sessions: tuple[ReceptionSession, ...]
    warnings: tuple[str, ...]


def span_of(length: int, day: date) -> tuple[str, Window]:
    """Return the name and the days of the month (1), quarter (3) or year (12) in which `day` lies."""
    first_month = (day.month - 1) // length * length + 1
    window = Window(date(day.year, first_month, 1), last_of_month(day.year, first_month + length - 1))
    names = {1: f"tháng {day.month} năm {day.year}", 3: f"quý {_ROMAN[(day.month - 1) // 3]} năm {day.year}"}
    return names.get(length, f"năm {day.year}"), window


def draft(work: Work, patterns: Sequence[Pattern], length: int, day: date, post_on: date) -> DraftSchedule:
    """Return the schedule that patterns make of a month (1), quarter (3) or year (12), and what is wrong with it.

    Raises KnownError when no day is chosen or nobody receives.
    """
    for pattern in patterns:
        _check(pattern)
    name, window = span_of(length, day)
    now = terms(work)
    found = [each for pattern in patterns for each in sessions_of(pattern, window, now.days)]
    sessions = tuple(sorted(found, key=lambda each: (each.on, each.hours, each.person)))
    room = next((each.room for each in sessions if each.room), "")
    schedule = ReceptionSchedule(f"Lịch tiếp công dân {name}", window.first, window.last, room=room)
    return DraftSchedule(
        schedule, sessions, warnings(sessions, window, now.book, now.days, post_on, _beside(work, window))
    )


def save(work: Work, made: DraftSchedule) -> ReceptionSchedule:
    """Write a draft. Raises KnownError when it has no session."""
    if not made.sessions:
        raise KnownError("Lịch chưa có buổi tiếp công dân nào. Hãy chọn thứ trong tuần hoặc ngày rồi lập lại.")
    saved = work.reception_schedules.put(made.schedule).after
    work.reception_sessions.put_many(with_schedule(made.sessions, saved.id))
    return saved


def check(work: Work, schedule: ReceptionSchedule, post_on: date | None = None) -> tuple[str, ...]:
    """Return what is wrong with a written schedule; `post_on` is the day it is or would be posted."""
    now, sessions = terms(work), work.reception_sessions.of_schedule(schedule.id)
    day, window = _posted_on(work, schedule) or post_on, Window(schedule.first, schedule.last)
    again = {each.id: on for each in sessions if (on := _moved_on(work, each, post_on))}
    return warnings(sessions, window, now.book, now.days, day, _beside(work, window), again)


def _moved_on(work: Work, session: ReceptionSession, post_on: date | None) -> date | None:
    """Return the day on which a session that was moved after posting is or would be posted again, or None."""
    changes = [each for each in work.session_changes.of_session(session.id) if each.publication_id]
    if not changes or changes[-1].before.startswith(weekday_date(session.on)):
        return None
    postings = work.postings.of_publication(changes[-1].publication_id)
    return min((each.since for each in postings), default=post_on)


def _beside(work: Work, window: Window) -> Beside:
    """Return the schedules of other days, which share a week with this one at its edges."""
    others = [each for each in work.reception_schedules.all() if each.last < window.first or window.last < each.first]
    ids = {each.id for each in others}
    sessions = [each for each in work.reception_sessions.all() if each.schedule_id in ids]
    return Beside([Window(each.first, each.last) for each in others], sessions)


def post_by(work: Work, schedule_id: int) -> date:
    """Return the last day on which a schedule with sessions is posted in time for the first of them."""
    now, sessions = terms(work), work.reception_sessions.of_schedule(schedule_id)
    return min(latest_posting_day(each, now.book, now.days) for each in sessions)


def publish(work: Work, schedule: ReceptionSchedule, today: date) -> Publication:
    """Return the publication of a schedule, made the first time; it is due so many days before the first session."""
    if schedule.publication_id:
        return work.publications.get(schedule.publication_id)
    now, sessions = terms(work), work.reception_sessions.of_schedule(schedule.id)
    if not sessions:
        raise KnownError("Lịch chưa có buổi tiếp công dân nào nên chưa thể niêm yết. Hãy thêm buổi rồi làm lại.")
    turns = quarters_of(schedule)
    made = _begun(work, turns) or new_publication(SCHEDULE_KIND, today, today, work.places.all(), now)
    latest = post_by(work, schedule.id)
    first, title = min(each.on for each in sessions), schedule.title
    wanted = replace(made, title=title, trigger_on=first, latest_on=latest, occurrence=turns[0])
    saved = work.publications.put(wanted).after
    work.reception_schedules.put(replace(schedule, publication_id=saved.id))
    return saved


def _begun(work: Work, turns: Sequence[str]) -> Publication | None:
    """Return the turn that began by itself and is not posted yet, so that it is not there twice."""
    taken = {each.publication_id for each in work.reception_schedules.all()}
    there = (each for each in work.publications.all() if each.kind == SCHEDULE_KIND and each.id not in taken)
    own = sorted((each for each in there if each.occurrence in turns), key=lambda each: each.occurrence)
    return next((each for each in own if not work.postings.of_publication(each.id)), None)


def change(work: Work, session: ReceptionSession, reason: str, today: date) -> SessionChange:
    """Write a changed session with its reason, and begin the new posting when the schedule hangs already.

    Raises KnownError without a reason, or for a day on which offices are closed.
    """
    if not reason.strip():
        raise KnownError("Chưa ghi lý do thay đổi. Lịch đã niêm yết khi đổi phải nêu lý do; hãy ghi lý do rồi làm lại.")
    days = terms(work).days
    if not days.is_open(session.on):
        raise KnownError("Ngày mới là ngày nghỉ. Hãy chọn một ngày làm việc khác.")
    before = work.reception_sessions.get(session.id)
    schedule = work.reception_schedules.get(session.schedule_id)
    after = work.reception_sessions.put(session).after
    publication_id = _posted_again(work, schedule, before, after, reason.strip(), today)
    kept = SessionChange(session.id, today, described(before), described(after), reason.strip(), publication_id)
    return work.session_changes.put(kept).after


def change_words(change: SessionChange) -> str:
    """Return a change with its reason in one sentence, as it is printed."""
    return f"Buổi {change.before} chuyển thành {change.after}. Lý do: {change.reason.rstrip('.')}."


def history(work: Work, schedule: ReceptionSchedule) -> list[SessionChange]:
    """Return all changes of a schedule, oldest first."""
    sessions = work.reception_sessions.of_schedule(schedule.id)
    changes = [each for session in sessions for each in work.session_changes.of_session(session.id)]
    return sorted(changes, key=lambda each: (each.changed_on, each.id))


def _check(pattern: Pattern) -> None:
    if not (pattern.weekdays or pattern.month_days or pattern.dates):
        raise KnownError("Chưa chọn ngày tiếp công dân. Hãy chọn thứ trong tuần, ngày trong tháng hoặc ngày cụ thể.")
    if not pattern.reception.person.strip():
        raise KnownError("Chưa có tên người tiếp công dân. Hãy nhập họ và tên rồi lập lại lịch.")


def _posted_on(work: Work, schedule: ReceptionSchedule) -> date | None:
    if not schedule.publication_id:
        return None
    return min((each.since for each in work.postings.of_publication(schedule.publication_id)), default=None)


def _posted_again(
    work: Work,
    schedule: ReceptionSchedule,
    before: ReceptionSession,
    session: ReceptionSession,
    reason: str,
    today: date,
) -> int:
    """Begin the publication of a change when the schedule was posted before; return its id, or 0."""
    if _posted_on(work, schedule) is None:
        return 0
    now = terms(work)
    made = new_publication(SCHEDULE_KIND, session.on, today, work.places.all(), now)
    moved = f" chuyển sang ngày {written(session.on)}" if session.on != before.on else ""
    title = f"Thay đổi {schedule.title[:1].lower()}{schedule.title[1:]}: buổi ngày {written(before.on)}{moved}"
    latest = max(latest_posting_day(session, now.book, now.days), today)
    first = replace(made, title=title, latest_on=latest, note=f"Lý do: {reason}", occurrence=NO_TURN)
    return work.publications.put(first).after.id


@dataclass(frozen=True)
class ReceptionLine:
    """One session as the list shows it."""

    id: int
    schedule_id: int
    schedule: str
    on: date
    hours: str
    person: str
    position: str
    phone: str
    room: str
    content: str
    attendees: str
    mode: ReceptionMode
    moved_from: date | None
    posting: str


def reception_lines(work: Work, query: Query) -> list[ReceptionLine]:
    """Return the sessions, by day."""
    schedules = {each.id: each for each in work.reception_schedules.all()}
    posted = {id: _posted_on(work, each) for id, each in schedules.items()}
    window = asked_window(work, query)
    return [
        _line(each, schedules[each.schedule_id], posted[each.schedule_id])
        for each in work.reception_sessions.all()
        if (window is None or each.on in window)
        and has_words(query.words, each.person, each.position, each.content, each.room)
        and query.filter("schedule") in ("", str(each.schedule_id))
    ]


def _line(session: ReceptionSession, schedule: ReceptionSchedule, posted_on: date | None) -> ReceptionLine:
    return ReceptionLine(
        id=session.id,
        schedule_id=schedule.id,
        schedule=schedule.title,
        on=session.on,
        hours=session.hours,
        person=session.person,
        position=session.position,
        phone=session.phone,
        room=session.room,
        content=session.content,
        attendees=session.attendees,
        mode=session.mode,
        moved_from=session.planned_on,
        posting="Đã niêm yết" if posted_on else "Chưa niêm yết",
    )


def _schedules(work: Work) -> list[tuple[str, str]]:
    return [(str(each.id), each.title) for each in work.reception_schedules.all()]


RECEPTION = Register(
    name="reception",
    title="Lịch tiếp công dân",
    columns=(
        RegisterColumn("on", "Ngày", ColumnKind.DATE, 11),
        RegisterColumn("hours", "Giờ", width=18),
        RegisterColumn("person", "Người tiếp", width=18),
        RegisterColumn("position", "Chức vụ", width=16),
        RegisterColumn("phone", "Điện thoại", width=12),
        RegisterColumn("room", "Nơi tiếp", width=25),
        RegisterColumn("content", "Dự kiến nội dung", ColumnKind.LONG, 26),
        RegisterColumn("mode", "Hình thức", width=10),
        RegisterColumn("moved_from", "Dời từ ngày", ColumnKind.DATE, 11),
        RegisterColumn("posting", "Niêm yết", width=12),
    ),
    lines=reception_lines,
    filters=(WHEN_FILTER, Filter("schedule", "Mọi lịch", from_work=_schedules)),
    group=lambda line: line.schedule,
)
