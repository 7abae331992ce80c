"""What has no evidence yet before a report: finished tasks, postings and dialogues, each with where to add it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.calendar import written
from papi_desktop.domain.periods import Period, Window
from papi_desktop.domain.tasks import Status
from papi_desktop.services.report_words import short
from papi_desktop.services.rule_book import rule_book
from papi_desktop.services.spans import window_of
from papi_desktop.services.standing import Standing, entries_for, last_day, soon_days_on, standings, tasks_for
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class MissingEvidence:
    """One thing without evidence: what it belongs to, its words, and where to open it (register and id)."""

    owner: Owner
    owner_id: int
    text: str
    register: str
    id: int
    officer_id: int = 0


def missing_evidence(work: Work, period: Period, today: date) -> list[MissingEvidence]:
    """Return what the report of `period` counts but nothing proves: tasks first, then postings, then dialogues."""
    tasks = [task for task in tasks_for(work, period) if task.concerns_us]
    day, book = last_day(period, today), rule_book(work)
    known, days = (
        standings(tasks, entries_for(work, period), period, day, soon_days_on(book, day)),
        window_of(period, book),
    )
    return [
        *_tasks(known, work.attachments.counts(Owner.PROGRESS)),
        *_postings(work, days),
        *_dialogues(work, days),
    ]


def _tasks(known: Iterable[Standing], evidence: Mapping[int, int]) -> Iterator[MissingEvidence]:
    for each in known:
        if each.entry and each.entry.status is Status.DONE and not evidence.get(each.entry.id, 0):
            text = f"{each.task.own_code or each.task.code} {short(each.task.text)}"
            yield MissingEvidence(Owner.PROGRESS, each.entry.id, text, "tasks", each.task.id, each.task.officer_id)


def _postings(work: Work, days: Window) -> Iterator[MissingEvidence]:
    evidence = work.attachments.counts(Owner.POSTING)
    titles = {each.id: each.title for each in work.publications.all()}
    places = {each.id: each.name for each in work.places.all()}
    for each in work.postings.all():
        if each.since in days and each.publication_id in titles and not evidence.get(each.id, 0):
            place = places.get(each.place_id, "")
            text = f"{titles[each.publication_id]}, {place} (niêm yết ngày {written(each.since)})"
            yield MissingEvidence(Owner.POSTING, each.id, text, "publications", each.publication_id)


def _dialogues(work: Work, days: Window) -> Iterator[MissingEvidence]:
    evidence = work.attachments.counts(Owner.DIALOGUE)
    for each in sorted(work.dialogues.all(), key=lambda dialogue: (dialogue.held_on, dialogue.id)):
        if each.held_on in days and not evidence.get(each.id, 0):
            yield MissingEvidence(
                Owner.DIALOGUE, each.id, f"{each.topic} (ngày {written(each.held_on)})", "dialogues", each.id
            )
