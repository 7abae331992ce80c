"""Writing what was done on a task in a period, field by field, so that status, percentage and day agree."""

from dataclasses import replace
from datetime import date
from typing import Any

from papi_desktop.domain.periods import Period
from papi_desktop.domain.tasks import Progress, Status, Task, reported_on, standing
from papi_desktop.services.work import Work


def entry_for(work: Work, task_id: int, period: Period) -> Progress:
    """Return what was written for a task in a period, or an empty entry that is not saved yet."""
    return work.progress.find(task_id, period.code) or Progress(task_id, period.code)


def report_entry_for(work: Work, task: Task, period: Period) -> Progress:
    """Return the entry that holds, or is to hold, the day on which the task's result was reported."""
    entries = work.progress.of_task(task.id)
    told = reported_on(task, entries, period)
    holding = next((entry for entry in entries if told and entry.reported_on == told), None)
    return holding or standing(task, entries, period) or entry_for(work, task.id, period)


def changed(entry: Progress, key: str, value: Any, today: date) -> Progress:
    """Return the entry with one field changed and the fields that follow from it.

    Finished work is at 100 % and has a day; work that is no longer finished has none.
    """
    entry = replace(entry, **{key: value})
    if key == "percent" and entry.percent > 0 and entry.status is Status.NOT_STARTED:
        return replace(entry, status=Status.DOING)
    if key == "done_on" and entry.done_on:
        return replace(entry, status=Status.DONE, percent=100)
    if key != "status":
        return entry
    if entry.status is Status.DONE:
        return replace(entry, percent=100, done_on=entry.done_on or today)
    percent = 0 if entry.status is Status.NOT_STARTED else min(entry.percent, 95)
    return replace(entry, percent=percent, done_on=None)
