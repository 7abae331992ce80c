"""What a posted schedule of reception stands for: the quarters it covers, and the day until which it has to hang."""

from collections.abc import Mapping
from datetime import date

from papi_desktop.domain.reception import ReceptionSchedule
from papi_desktop.services.work import Work


def quarters_of(schedule: ReceptionSchedule) -> tuple[str, ...]:
    """Return the codes of the quarters in which a schedule has days: one, or four for a whole year."""
    first, last = (day.year * 4 + (day.month - 1) // 3 for day in (schedule.first, schedule.last))
    return tuple(f"{number // 4}-Q{number % 4 + 1}" for number in range(first, last + 1))


def covered_quarters(work: Work) -> Mapping[int, tuple[str, ...]]:
    """Return the quarters that each publication of a schedule covers, by the publication's id."""
    return {each.publication_id: quarters_of(each) for each in work.reception_schedules.all() if each.publication_id}


def last_sessions(work: Work) -> Mapping[int, date]:
    """Return the day of the last session that each publication of a schedule announces, by the publication's id."""
    published = {each.id: each.publication_id for each in work.reception_schedules.all() if each.publication_id}
    found: dict[int, date] = {}
    for session in work.reception_sessions.all() if published else []:
        id = published.get(session.schedule_id)
        if id:
            found[id] = max(session.on, found.get(id, session.on))
    return found
