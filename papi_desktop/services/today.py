"""The page "Hôm nay": what is late or missing, what the week brings, and how ready the next report is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from papi_desktop.domain.commune import Officer
from papi_desktop.domain.dialogues import Opinion, OpinionState
from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.periods import Period, Window
from papi_desktop.domain.reports import ReportStatus
from papi_desktop.domain.tasks import State
from papi_desktop.services.opinion_list import OPEN
from papi_desktop.services.report_words import short
from papi_desktop.services.rule_book import rule_book
from papi_desktop.services.standing import Standing, entries_for, last_day, soon_days_on, standings, tasks_for
from papi_desktop.services.task_list import MISSING
from papi_desktop.services.today_week import WeekItem, week_items
from papi_desktop.services.work import Work


class CountKey(StrEnum):
    """The four counts of the page."""

    LATE = "late"
    SOON = "soon"
    MISSING = "missing"
    OPINIONS = "opinions"


@dataclass(frozen=True)
class Count:
    """One large number and the list it leads to, with the filters that show exactly what was counted."""

    key: CountKey
    label: str
    number: int
    register: str
    filters: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Readiness:
    """How many of one content's tasks that the report asks for have figures, and how many of all are finished."""

    dimension: int
    name: str
    written: int
    done: int
    total: int


@dataclass(frozen=True)
class LateTask:
    """One task that is late: what it is called, since when, and who answers for it."""

    id: int
    code: str
    text: str
    due: date | None
    officer: str


@dataclass(frozen=True)
class NextReport:
    """The report of the period: when it is due, how many days that is away, and how far it has come."""

    period: Period
    due: date
    days_left: int
    status: ReportStatus | None

    @property
    def sentence(self) -> str:
        """Return how much time is left, in words."""
        if self.days_left < 0:
            return f"Đã quá hạn gửi {-self.days_left} ngày"
        return "Hôm nay là hạn gửi" if self.days_left == 0 else f"Còn {self.days_left} ngày"


@dataclass(frozen=True)
class TodayView:
    """Everything the page shows."""

    counts: tuple[Count, ...]
    week: tuple[WeekItem, ...]
    readiness: tuple[Readiness, ...]
    report: NextReport
    late: tuple[LateTask, ...]
    """What is late, the longest first."""
    days: int
    """How many days count as soon, by the rule in force."""
    has_plan: bool = True
    """Whether there is a plan at all; without one nothing can be late, missing or ready."""


def today_view(work: Work, period: Period, today: date) -> TodayView:
    """Return what is due, missing and coming on `today`, for the report of `period`."""
    ours = [task for task in tasks_for(work, period) if task.concerns_us]
    day, book = last_day(period, today), rule_book(work)
    soon_days = soon_days_on(book, today)
    entries = entries_for(work, period)
    known = standings(ours, entries, period, day, soon_days_on(book, day))
    opinions = work.opinions.all()
    report = next_report(work, period, today)
    days = Window(today, today + timedelta(days=soon_days))
    return TodayView(
        counts=_counts(known, opinions, today, soon_days),
        week=tuple(week_items(work, known, entries, opinions, report.due, period, days)),
        readiness=_readiness(known),
        report=report,
        late=_late(known, work.officers.all()),
        days=soon_days,
        has_plan=bool(work.plans.all()),
    )


def next_report(work: Work, period: Period, today: date) -> NextReport:
    """Return when the report of `period` is due and how far it has come."""
    due = period.due(rule_book(work).number("report.due_commune", today))
    kept = work.reports.find(period.code)
    return NextReport(period, due, (due - today).days, kept.status if kept else None)


def _counts(known: Sequence[Standing], opinions: Sequence[Opinion], today: date, soon_days: int) -> tuple[Count, ...]:
    late = sum(each.state is State.LATE for each in known)
    soon = sum(each.state is State.SOON for each in known)
    missing = sum(each.is_missing for each in known)
    unanswered = sum(each.state(today) is not OpinionState.ANSWERED for each in opinions)
    return (
        Count(CountKey.LATE, "Quá hạn", late, "tasks", (("state", State.LATE),)),
        Count(CountKey.SOON, f"Đến hạn trong {soon_days} ngày", soon, "tasks", (("state", State.SOON),)),
        Count(CountKey.MISSING, "Chưa có số liệu kỳ này", missing, "tasks", (("figures", MISSING),)),
        Count(CountKey.OPINIONS, "Ý kiến chưa trả lời", unanswered, "opinions", (("state", OPEN),)),
    )


def _late(known: Sequence[Standing], officers: Sequence[Officer]) -> tuple[LateTask, ...]:
    names = {each.id: each.name for each in officers}
    late = sorted((each for each in known if each.state is State.LATE), key=lambda each: each.due or date.max)
    return tuple(
        LateTask(
            each.task.id,
            each.task.own_code or each.task.code,
            short(each.task.text),
            each.due,
            names.get(each.task.officer_id, ""),
        )
        for each in late
    )


def _readiness(known: Sequence[Standing]) -> tuple[Readiness, ...]:
    found = []
    for each in DIMENSIONS:
        own = [standing for standing in known if standing.task.dimension == each.number]
        written = sum(standing.has_figures for standing in own)
        asked = written + sum(standing.is_missing for standing in own)
        done = sum(standing.state is State.DONE for standing in own)
        found.append(Readiness(each.number, each.name, written, done, asked))
    return tuple(found)
