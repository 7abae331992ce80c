"""When the commune receives citizens: a pattern becomes a schedule of sessions, each on a working day."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Protocol

from papi_desktop.domain.calendar import WEEKDAYS, WEEKDAYS_ONLY, OfficeDays, add_working_days, last_of_month, written
from papi_desktop.domain.periods import Window
from papi_desktop.domain.rules import Rule, RuleBook
from papi_desktop.domain.stores import Store
from papi_desktop.domain.text import fold

CHAIRMAN_RULE: Final = "reception.chairman"
POST_BEFORE_RULE: Final = "reception.schedule.post_before"
_DEPUTY: Final = re.compile(r"\bpho chu tich\b")
_DELEGATION: Final = re.compile(r"\b(uy quyen|tuq|thay mat chu tich|cu nguoi thay|phan cong pho chu tich)\b")


class ReceptionMode(StrEnum):
    """How citizens are received; online since Luật 136/2025/QH15."""

    DIRECT = "Trực tiếp"
    ONLINE = "Trực tuyến"
    BOTH = "Trực tiếp và trực tuyến"


@dataclass(frozen=True)
class Reception:
    """Who receives, when and where: what a pattern says of each of its sessions."""

    person: str
    position: str = "Chủ tịch UBND"
    phone: str = ""
    hours: str = "07h30 - 11h30, 13h30 - 17h00"
    room: str = ""
    content: str = "Tiếp nhận khiếu nại, tố cáo, kiến nghị, phản ánh"
    attendees: str = ""
    mode: ReceptionMode = ReceptionMode.DIRECT
    is_chairman: bool = True


@dataclass(frozen=True)
class Pattern:
    """Which days a schedule takes: weekdays (0 is Monday), days of the month, or dates; and what each session is."""

    reception: Reception
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()


@dataclass(frozen=True)
class ReceptionSchedule:
    """One schedule as it is printed and posted, for a month, a quarter or a year."""

    title: str
    first: date
    last: date
    publication_id: int = 0
    """The publication by which it is posted; 0 while there is none."""
    room: str = ""
    note: str = ""
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class ReceptionSession:
    """One day on which someone receives citizens."""

    schedule_id: int
    on: date
    hours: str
    person: str
    position: str = ""
    phone: str = ""
    room: str = ""
    content: str = ""
    attendees: str = ""
    mode: ReceptionMode = ReceptionMode.DIRECT
    is_chairman: bool = True
    planned_on: date | None = None
    """The day of the pattern when it fell on a holiday and was moved."""
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class SessionChange:
    """One change of a session that was already posted, with its reason; it has to be posted again."""

    session_id: int
    changed_on: date
    before: str
    after: str
    reason: str
    publication_id: int = 0
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class Beside:
    """The other schedules: their days and their sessions, for the weeks that lie partly in them."""

    windows: Sequence[Window] = ()
    sessions: Sequence[ReceptionSession] = ()


def sessions_of(pattern: Pattern, window: Window, days: OfficeDays = WEEKDAYS_ONLY) -> tuple[ReceptionSession, ...]:
    """Return the sessions of a pattern in a window, by day; a holiday moves one to the next working day, none doubles.

    A session that would move out of the window stays in the schedule of its own period.
    """
    found: dict[date, ReceptionSession] = {}
    for planned in _planned(pattern, window):
        on = days.next_open(planned)
        if on not in found:
            found[on] = _session(pattern.reception, on, planned if on != planned else None)
    return tuple(found[on] for on in sorted(found))


def warnings(
    sessions: Sequence[ReceptionSession],
    window: Window,
    book: RuleBook,
    days: OfficeDays = WEEKDAYS_ONLY,
    posted_on: date | None = None,
    beside: Beside | None = None,
    again_on: Mapping[int, date] | None = None,
) -> tuple[str, ...]:
    """Return what is wrong with a schedule, one sentence each; `posted_on` is the day it is or would be posted.

    A week that lies in two schedules is judged when the other one is given in `beside`; a session that was moved after
    posting, by the day in `again_on` on which it is or would be posted again.
    """
    announced = [((again_on or {}).get(each.id, posted_on), each) for each in sessions]
    return (
        *_closed_days(sessions, days),
        *_chairman_days(sessions, window, book, days, beside or Beside()),
        *_posted_late([(day, each) for day, each in announced if day], book, days),
        *_deputies(sessions),
        *_delegations(sessions),
    )


def latest_posting_day(session: ReceptionSession, book: RuleBook, days: OfficeDays = WEEKDAYS_ONLY) -> date:
    """Return the last day on which a session may be announced (Luật 42/2013/QH13 Điều 24)."""
    return add_working_days(session.on, -book.number(POST_BEFORE_RULE, session.on), days)


def posted_late(session: ReceptionSession, posted_on: date, book: RuleBook, days: OfficeDays = WEEKDAYS_ONLY) -> str:
    """Return in a sentence that a session posted on `posted_on` is not announced early enough, or nothing."""
    return next(_posted_late([(posted_on, session)], book, days), "")


def is_chairmans_position(position: str) -> bool:
    """Tell whether who receives in this position is the chairman, by the words."""
    words = fold(position)
    return "chu tich" in words and not _DEPUTY.search(words)


def described(session: ReceptionSession) -> str:
    """Return a session in words, for the history of its changes."""
    return ", ".join(filter(None, (weekday_date(session.on), session.hours, session.person, session.room)))


def weekday_date(day: date) -> str:
    """Return "Thứ Năm, 05/11/2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {written(day)}"


def _planned(pattern: Pattern, window: Window) -> Iterator[date]:
    for day in _days(window):
        wanted = {min(number, last_of_month(day.year, day.month).day) for number in pattern.month_days}
        if day in pattern.dates or day.weekday() in pattern.weekdays or day.day in wanted:
            yield day


def _session(reception: Reception, on: date, planned: date | None) -> ReceptionSession:
    return ReceptionSession(
        schedule_id=0,
        on=on,
        hours=reception.hours,
        person=reception.person,
        position=reception.position,
        phone=reception.phone,
        room=reception.room,
        content=reception.content,
        attendees=reception.attendees,
        mode=reception.mode,
        is_chairman=reception.is_chairman,
        planned_on=planned,
    )


def _closed_days(sessions: Iterable[ReceptionSession], days: OfficeDays) -> Iterator[str]:
    for each in sessions:
        if not days.is_open(each.on):
            yield f"{weekday_date(each.on)} là ngày nghỉ. Hãy dời sang {weekday_date(days.next_open(each.on))}."


def _chairman_days(
    sessions: Iterable[ReceptionSession], window: Window, book: RuleBook, days: OfficeDays, beside: Beside
) -> Iterator[str]:
    chairman = [each for each in (*sessions, *beside.sessions) if each.is_chairman and not _is_deputys(each)]
    for span in _whole_spans(window, beside.windows, book, days):
        there = len({each.on for each in chairman if _counts_in(each, span)})
        needed = min(int(span.rule.value), span.open_days)
        if there < needed:
            yield (
                f"{span.label}: Chủ tịch mới có {there}/{needed} ngày tiếp công dân (tối thiểu {span.rule.value} ngày "
                f"{'mỗi tuần' if span.is_week else 'mỗi tháng'} theo {span.rule.basis})."
            )


@dataclass(frozen=True)
class _Span:
    """A week or a month for which the law sets how many days the chairman receives citizens."""

    rule: Rule
    days: Window
    open_days: int = 0

    @property
    def is_week(self) -> bool:
        return self.rule.unit == "day_per_week"

    @property
    def label(self) -> str:
        if self.is_week:
            return f"Tuần từ {written(self.days.first)} đến {written(self.days.last)}"
        return f"Tháng {self.days.first.month}/{self.days.first.year}"


def _counts_in(session: ReceptionSession, span: _Span) -> bool:
    """Tell whether a session is held in a span; one moved by a holiday still counts for the week it was meant for."""
    return session.on in span.days or (span.is_week and session.planned_on in span.days)


def _whole_spans(window: Window, others: Sequence[Window], book: RuleBook, days: OfficeDays) -> Iterator[_Span]:
    """Yield the weeks and months of the window whose weekdays are all scheduled and under one rule, by day."""
    known = (window, *others)
    for span in dict.fromkeys(_span(day, book) for day in _days(window)):
        open_days = [day for day in _days(span.days) if days.is_open(day)]
        weekdays = (day for day in _days(span.days) if day.weekday() < 5)
        if open_days and all(_span(day, book) == span and any(day in each for each in known) for day in weekdays):
            yield replace(span, open_days=len(open_days))


def _days(window: Window) -> Iterator[date]:
    return (window.first + timedelta(days=number) for number in range((window.last - window.first).days + 1))


def _span(day: date, book: RuleBook) -> _Span:
    rule = book.rule(CHAIRMAN_RULE, day)
    if rule.unit == "day_per_week":
        monday = day - timedelta(days=day.weekday())
        return _Span(rule, Window(monday, monday + timedelta(days=6)))
    return _Span(rule, Window(day.replace(day=1), last_of_month(day.year, day.month)))


def _posted_late(announced: Iterable[tuple[date, ReceptionSession]], book: RuleBook, days: OfficeDays) -> Iterator[str]:
    late = [(day, each) for day, each in announced if latest_posting_day(each, book, days) < day]
    if late:
        posted_on, first = min(late, key=lambda each: each[1].on)
        needed = book.number(POST_BEFORE_RULE, first.on)
        yield (
            f"Niêm yết ngày {written(posted_on)} thì buổi {weekday_date(first.on)} chưa được báo trước đủ "
            f"{needed} ngày làm việc; phải niêm yết chậm nhất ngày {written(latest_posting_day(first, book, days))}."
        )


def _is_deputys(session: ReceptionSession) -> bool:
    return bool(_DEPUTY.search(fold(session.position)))


def _deputies(sessions: Iterable[ReceptionSession]) -> Iterator[str]:
    wrong = [each for each in sessions if each.is_chairman and _is_deputys(each)]
    if wrong:
        more = f" và {len(wrong) - 1} buổi nữa" if len(wrong) > 1 else ""
        yield (
            f"Buổi {weekday_date(wrong[0].on)}{more} do Phó Chủ tịch tiếp nên không tính vào số ngày của Chủ tịch. "
            "Hãy bỏ dấu “Là buổi của Chủ tịch UBND” hoặc sửa người tiếp."
        )


def _delegations(sessions: Iterable[ReceptionSession]) -> Iterator[str]:
    for each in sessions:
        if _DELEGATION.search(fold(f"{each.person} {each.position} {each.content} {each.attendees}")):
            yield (
                f"Buổi {weekday_date(each.on)} có câu ủy quyền hoặc cử người thay. Luật không cho Chủ tịch ủy quyền "
                "tiếp công dân định kỳ; hãy bỏ câu này, khi bận thì dời ngày và nêu lý do."
            )


def with_schedule(sessions: Iterable[ReceptionSession], schedule_id: int) -> tuple[ReceptionSession, ...]:
    """Return sessions as parts of one schedule."""
    return tuple(replace(each, schedule_id=schedule_id) for each in sessions)


class ReceptionScheduleStore(Store[ReceptionSchedule], Protocol):
    """The schedules, newest first."""


class ReceptionSessionStore(Store[ReceptionSession], Protocol):
    """The sessions, by day."""

    def of_schedule(self, schedule_id: int) -> list[ReceptionSession]:
        """Return the sessions of one schedule, by day."""
        ...


class SessionChangeStore(Store[SessionChange], Protocol):
    """What was changed after posting, oldest first."""

    def of_session(self, session_id: int) -> list[SessionChange]:
        """Return the changes of one session, oldest first."""
        ...
