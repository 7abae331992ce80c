"""From which day what hangs may come down: after its minimum, its last session, or when another took its place."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from papi_desktop.domain.publications import PlaceCheck, PublicationCheck, last_day_needed
from papi_desktop.domain.recurrence import Recurrence
from papi_desktop.services.publication_kinds import kind
from papi_desktop.services.schedule_turns import last_sessions
from papi_desktop.services.work import Work

Free = Mapping[tuple[int, int], date]
"""The first day on which it may be gone, by publication and place."""


def stays_until_replaced(key: str) -> bool:
    """Tell whether a kind of publication hangs until a newer one of its kind hangs, such as the fees in force."""
    known = kind(key)
    return known is not None and known.recurs is Recurrence.ON_CHANGE


def free_days(work: Work, checks: Iterable[PublicationCheck]) -> Free:
    """Return when each place that hangs is free; what stays until it is replaced, and is not, is left out."""
    checks, sessions = tuple(checks), last_sessions(work)
    found: dict[tuple[int, int], date] = {}
    for check in checks:
        publication = check.publication
        until = _replaced_on(check, checks) if stays_until_replaced(publication.kind) else date.min
        for each in (*check.places, *check.spared):
            if each.hangs and until:
                last = max(_last(check, each), sessions.get(publication.id, date.min))
                found[publication.id, each.place.id] = max(last + timedelta(days=1), until)
    return found


def _last(check: PublicationCheck, each: PlaceCheck) -> date:
    """Return the last day that is needed; one put up again although it was long enough needs none of its own."""
    if each.newest is None or (each.is_enough and each.newest != each.posting):
        return date.min
    return last_day_needed(check.publication, each.place, each.newest.since, each.office_days)


def _replaced_on(check: PublicationCheck, others: Iterable[PublicationCheck]) -> date | None:
    """Return the day a newer publication of the same kind went up, or None."""
    own = check.publication
    newer = [
        each.first_day
        for each in others
        if each.publication.kind == own.kind and each.first_day and _order(each) > _order(check)
    ]
    return min(newer, default=None)


def _order(check: PublicationCheck) -> tuple[date, int]:
    return check.first_day or date.min, check.publication.id
