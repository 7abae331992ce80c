"""Who holds today the duties of the bodies that a plan names; the plan's own wording stays as it is."""

from collections.abc import Iterator
from datetime import date

from papi_desktop.catalog import body_names
from papi_desktop.domain.body_roles import read_responsible
from papi_desktop.domain.commune import Unit
from papi_desktop.domain.tasks import Task
from papi_desktop.services.work import Work


def holders_words(work: Work, task: Task, today: date) -> str:
    """Return one line for each body of the task that another one has taken over from, or nothing."""
    commune = work.commune.get()
    return "\n".join(_changes(task, today, commune.unit if commune else None))


def _changes(task: Task, today: date, unit: Unit | None) -> Iterator[str]:
    responsible = read_responsible(task.lead_text, task.coordinating_text)
    names = (*responsible.lead.names, *responsible.coordinating.names)
    for name in dict.fromkeys(names):
        holder = body_names().today_body(name, today, unit)
        if holder.since and holder.names:
            doubt = "" if holder.is_verified else ", chưa kiểm chứng"
            yield f"{name}: nay là {'; '.join(holder.names)}{doubt}"
