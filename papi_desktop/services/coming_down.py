"""From which day what hangs may come down: after its minimum, its last session, or when another took its place."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from papi_desktop.domain.publication_checks import last_day_needed
from papi_desktop.domain.publications import PlaceCheck, PublicationCheck
from papi_desktop.services.schedule_turns import last_sessions
from papi_desktop.services.work import Work

Free = Mapping[tuple[int, int], date]
"""The first day on which it may be gone, by publication and place."""


def free_days(work: Work, checks: Iterable[PublicationCheck]) -> Free:
    """Return when each place that hangs is free; what stays until it is replaced, and is not, is left out."""
    sessions = last_sessions(work)
    found: dict[tuple[int, int], date] = {}
    for check in checks:
        publication = check.publication
        until = check.replaced_on or date.min
        for each in (*check.places, *check.spared):
            if each.hangs and not each.stays:
                last = max(_last(check, each), sessions.get(publication.id, date.min))
                found[publication.id, each.place.id] = max(last + timedelta(days=1), until)
    return found


def _last(check: PublicationCheck, each: PlaceCheck) -> date:
    """Return the last day that is needed; one put up again although it was long enough needs none of its own."""
    if each.newest is None or (each.is_enough and each.newest != each.posting):
        return date.min
    return last_day_needed(check.publication, each.place, each.newest.since, each.office_days)
