"""The calendar of a month: what falls due, is put up or taken down, answered, held or handed in on each of its days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from papi_desktop.domain.calendar import WEEKDAYS
from papi_desktop.domain.month_work import DONE, Outcome, WorkItem, month_items
from papi_desktop.domain.occurrences import OccurrenceKind
from papi_desktop.domain.periods import Period, reports_of
from papi_desktop.domain.tasks import Task
from papi_desktop.services.registers import Query
from papi_desktop.services.standing import duties, entries_for, tasks_for
from papi_desktop.services.task_list import task_lines
from papi_desktop.services.today import next_report
from papi_desktop.services.today_week import WeekItem, WeekKind, week_items
from papi_desktop.services.work import Work


class DayState(StrEnum):
    """How something of a day stands: open, late or done."""

    OPEN = "Chưa xong"
    LATE = "Quá hạn"
    DONE = "Xong"


@dataclass(frozen=True)
class DayItem:
    """One thing of a day: what it is, how it stands, and where to open it (register and id)."""

    day: date
    kind: WeekKind
    text: str
    register: str
    id: int
    state: DayState = DayState.OPEN


@dataclass(frozen=True)
class Day:
    """One day of the calendar; the days before and after the month fill its first and last week."""

    day: date
    in_month: bool
    is_today: bool
    items: tuple[DayItem, ...]


@dataclass(frozen=True)
class MonthCalendar:
    """The weeks of a month, Monday first, and the tasks of it that no day binds."""

    month: Period
    weeks: tuple[tuple[Day, ...], ...]
    undated: tuple[DayItem, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """Return the days of the month itself."""
        return tuple(day for week in self.weeks for day in week if day.in_month)


HEADINGS: Final = WEEKDAYS
"""The headings of the seven columns."""
_ORDER: Final = tuple(WeekKind)


def month_calendar(work: Work, month: Period, today: date, wanted: frozenset[int] | None = None) -> MonthCalendar:
    """Return what falls on each day of `month`; of the tasks only those `wanted`, by id, or all when it is None."""
    found = [*_work(work, month, today, wanted), *_reports_on(work, month, today, wanted), *_other(work, month, today)]
    dated: dict[date, list[DayItem]] = {}
    for item in sorted(found, key=lambda each: (each.day, _ORDER.index(each.kind), each.text)):
        dated.setdefault(item.day, []).append(item)
    undated = tuple(_undated(work, month, today, wanted))
    return MonthCalendar(month, tuple(_weeks(month, today, dated)), undated)


def filtered_tasks(work: Work, query: Query) -> frozenset[int]:
    """Return the ids of the tasks that the list would show, so that the calendar follows the list's filters."""
    return frozenset(line.id for line in task_lines(work, query))


def _weeks(month: Period, today: date, dated: dict[date, list[DayItem]]) -> Iterator[tuple[Day, ...]]:
    window = month.calendar_window
    monday = window.first - timedelta(days=window.first.weekday())
    while monday <= window.last:
        days = (monday + timedelta(days=number) for number in range(7))
        yield tuple(Day(day, day in window, day == today, tuple(dated.get(day, ()))) for day in days)
        monday += timedelta(days=7)


def _items(work: Work, month: Period, today: date, wanted: frozenset[int] | None) -> Iterator[WorkItem]:
    return (
        item
        for item in month_items(_tasks(work, month, wanted), entries_for(work, month), month, today)
        if item.due is None or item.due in month.calendar_window
    )


def _work(work: Work, month: Period, today: date, wanted: frozenset[int] | None) -> Iterator[DayItem]:
    for item in _items(work, month, today, wanted):
        if item.due:
            yield _of_task(item.task, item.due, WeekKind.TASK, item.task.text, _state(item.outcome))


def _undated(work: Work, month: Period, today: date, wanted: frozenset[int] | None) -> Iterator[DayItem]:
    for item in _items(work, month, today, wanted):
        if item.due is None:
            last = month.calendar_window.last
            yield _of_task(item.task, last, WeekKind.TASK, item.task.text, _state(item.outcome))


def _reports_on(work: Work, month: Period, today: date, wanted: frozenset[int] | None) -> Iterator[DayItem]:
    """Return the reports on single tasks that a deadline asks for, each on its last day."""
    for duty in duties(_tasks(work, month, wanted), entries_for(work, month), month.calendar_window):
        asked, task = duty.occurrence, duty.task
        if asked.kind is OccurrenceKind.REPORT and asked.due:
            state = DayState.DONE if duty.is_met else DayState.LATE if asked.due < today else DayState.OPEN
            yield _of_task(task, asked.due, WeekKind.REPORT, f"Báo cáo {asked.report_to}: {task.text}", state)


def _other(work: Work, month: Period, today: date) -> Iterator[DayItem]:
    """Return what the week's list also shows: postings, answers, dialogues and the commune's reports."""
    window, opinions = month.calendar_window, work.opinions.all()
    dues = {next_report(work, period, today).due: period for period in reports_of(month.year)}
    due = next((day for day in dues if day in window), date.min)
    period = dues.get(due, month)
    for item in week_items(work, [], [], opinions, due, period, window):
        yield _of_week(item, today)


def _of_week(item: WeekItem, today: date) -> DayItem:
    is_late = item.day < today and item.kind in (WeekKind.PUT_UP, WeekKind.ANSWER, WeekKind.RESULT)
    is_over = item.day < today and item.kind is WeekKind.DIALOGUE
    state = DayState.LATE if is_late else DayState.DONE if is_over else DayState.OPEN
    return DayItem(item.day, item.kind, item.text, item.register, item.id, state)


def _of_task(task: Task, day: date, kind: WeekKind, text: str, state: DayState) -> DayItem:
    return DayItem(day, kind, f"{task.own_code or task.code} {text}".strip(), "tasks", task.id, state)


def _state(outcome: Outcome) -> DayState:
    if outcome in DONE:
        return DayState.DONE
    return DayState.LATE if outcome is Outcome.OVERDUE else DayState.OPEN


def _tasks(work: Work, month: Period, wanted: frozenset[int] | None) -> Iterable[Task]:
    tasks = tasks_for(work, month)
    return tuple(task for task in tasks if task.concerns_us and (wanted is None or task.id in wanted))
