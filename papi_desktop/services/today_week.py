"""What the next seven days bring: postings to put up or take down, answers, dialogues, tasks and the report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from papi_desktop.domain.calendar import written
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.occurrences import OccurrenceKind
from papi_desktop.domain.periods import Period, Window
from papi_desktop.domain.publications import PublicationCheck
from papi_desktop.domain.tasks import Progress, Task
from papi_desktop.services.coming_down import Free, free_days
from papi_desktop.services.dialogue_days import known_on, result_due
from papi_desktop.services.publication_list import checks_of
from papi_desktop.services.rule_book import Terms, terms
from papi_desktop.services.standing import Standing, duties
from papi_desktop.services.work import Work


class WeekKind(StrEnum):
    """The kinds of things that come up in a week."""

    PUT_UP = "Niêm yết"
    TAKE_DOWN = "Có thể gỡ"
    ANSWER = "Trả lời ý kiến"
    DIALOGUE = "Đối thoại"
    RESULT = "Thông báo kết quả đối thoại"
    TASK = "Đến hạn nhiệm vụ"
    TASK_REPORT = "Báo cáo kết quả nhiệm vụ"
    REPORT = "Gửi báo cáo"


@dataclass(frozen=True)
class WeekItem:
    """One thing of the week: its day, what it is, and where to find it (register and id)."""

    day: date
    kind: WeekKind
    text: str
    register: str
    id: int


def week_items(
    work: Work,
    known: Sequence[Standing],
    entries: Sequence[Progress],
    opinions: Sequence[Opinion],
    report_due: date,
    period: Period,
    days: Window,
) -> list[WeekItem]:
    """Return what falls into `days`, by day; `entries` is what was written of the tasks that are `known`."""
    dialogues = work.dialogues.all()
    now = terms(work)
    checks = checks_of(work.publications.all(), work.places.all(), work.postings.all(), days.first, now.days)
    items = [
        *_publications(checks, days, free_days(work, checks)),
        *_answers(opinions, days),
        *_dialogues(dialogues, days, now),
        *_tasks([each.task for each in known], entries, days),
        *_late_reports(known, days),
    ]
    if report_due in days:
        items.append(WeekItem(report_due, WeekKind.REPORT, f"Báo cáo {period.title}", "reports", 0))
    return sorted(items, key=lambda item: (item.day, item.kind, item.text))


def _tasks(tasks: Sequence[Task], progress: Iterable[Progress], days: Window) -> Iterator[WeekItem]:
    """Return the work and the reports on it that fall due; what comes back has one for each time."""
    for duty in duties(tasks, progress, days):
        occurrence = duty.occurrence
        if occurrence.due and not duty.is_met:
            is_report = occurrence.kind is OccurrenceKind.REPORT
            kind = WeekKind.TASK_REPORT if is_report else WeekKind.TASK
            to = f"Gửi {occurrence.report_to}: " if is_report else ""
            yield WeekItem(occurrence.due, kind, f"{to}{_name(duty.task)}", "tasks", duty.task.id)


def _late_reports(known: Iterable[Standing], days: Window) -> Iterator[WeekItem]:
    """Return the reports on results that should have been given already; they are due today."""
    for each in known:
        if each.owes_report and each.report_due and each.report_due < days.first:
            text = f"Gửi {each.task.deadline.receiver} (quá hạn từ {written(each.report_due)}): {_name(each.task)}"
            yield WeekItem(days.first, WeekKind.TASK_REPORT, text, "tasks", each.task.id)


def _name(task: Task) -> str:
    return f"{task.own_code or task.code} {task.text}"


def _publications(checks: Iterable[PublicationCheck], days: Window, free: Free) -> Iterator[WeekItem]:
    for check in checks:
        publication = check.publication
        missing = sum(each.posting is None for each in check.places)
        if publication.latest_on and publication.latest_on in days and missing:
            text = f"{publication.title} (còn {missing} nơi)"
            yield WeekItem(publication.latest_on, WeekKind.PUT_UP, text, "publications", publication.id)
        count = Counter(day for (id, _place), day in free.items() if id == publication.id and day in days)
        for day, places in sorted(count.items()):
            text = f"{publication.title} ({places} nơi đã đủ thời gian)"
            yield WeekItem(day, WeekKind.TAKE_DOWN, text, "publications", publication.id)


def _answers(opinions: Iterable[Opinion], days: Window) -> Iterator[WeekItem]:
    for opinion in opinions:
        if opinion.due_on and opinion.due_on in days and opinion.answered_on is None:
            yield WeekItem(opinion.due_on, WeekKind.ANSWER, opinion.content, "opinions", opinion.id)


def _dialogues(dialogues: Iterable[Dialogue], days: Window, now: Terms) -> Iterator[WeekItem]:
    for dialogue in dialogues:
        if dialogue.held_on in days:
            text = f"{dialogue.topic} ({dialogue.place})" if dialogue.place else dialogue.topic
            yield WeekItem(dialogue.held_on, WeekKind.DIALOGUE, text, "dialogues", dialogue.id)
        due = result_due(dialogue, now)
        if known_on(dialogue, days.first).result_on is None and due in days:
            text = f"{dialogue.topic} (họp ngày {written(dialogue.held_on)})"
            yield WeekItem(due, WeekKind.RESULT, text, "dialogues", dialogue.id)
