"""What to do about the postings today: put up before it is late, put up again, take down, begin what comes again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from papi_desktop.domain.calendar import written
from papi_desktop.domain.publications import PublicationCheck, last_day_needed
from papi_desktop.services.posting_states import PlaceState, place_state
from papi_desktop.services.publication_list import checks_of
from papi_desktop.services.recurring_publications import missed_turns
from papi_desktop.services.rule_book import Terms, terms
from papi_desktop.services.schedule_turns import last_sessions
from papi_desktop.services.work import Work


class WarningKind(StrEnum):
    """The kinds of warnings, the gravest first."""

    OVERDUE = "Quá hạn niêm yết"
    MISSED = "Chưa công khai kỳ này"
    EARLY = "Gỡ sớm"
    SOON = "Sắp đến hạn niêm yết"
    MAY_COME_DOWN = "Được gỡ"


@dataclass(frozen=True)
class PostingWarning:
    """One thing to do: a sentence, the day it hangs on, and the publication (0 for a turn not begun) and place."""

    kind: WarningKind
    day: date
    sentence: str
    publication_id: int = 0
    place_id: int = 0
    publication_kind: str = ""


def posting_warnings(work: Work, today: date) -> list[PostingWarning]:
    """Return what to do about the postings on `today`: the gravest kind first, then by day."""
    now = terms(work)
    checks = checks_of(work.publications.all(), work.places.all(), work.postings.all(), today, now.days)
    found, sessions = [*_missed(work, today)], last_sessions(work)
    for check in checks:
        found += [*_latest_day(check, today, now), *_places(check, today, sessions.get(check.publication.id))]
    order = {kind: number for number, kind in enumerate(WarningKind)}
    return sorted(found, key=lambda each: (order[each.kind], each.day, each.publication_id, each.place_id))


def _missed(work: Work, today: date) -> Iterator[PostingWarning]:
    for turn in missed_turns(work, today):
        yield PostingWarning(WarningKind.MISSED, turn.due_on, turn.sentence, publication_kind=turn.kind)


def _latest_day(check: PublicationCheck, today: date, now: Terms) -> Iterator[PostingWarning]:
    publication, latest = check.publication, check.publication.latest_on
    missing = [each.place.name for each in check.places if each.posting is None]
    if latest is None or not missing:
        return
    places = missing[0] if len(missing) == 1 else f"{len(missing)} nơi"
    if latest < today:
        text = f"{publication.title}: quá ngày phải công khai {written(latest)}, còn thiếu {places}."
        yield PostingWarning(WarningKind.OVERDUE, latest, text, publication.id)
    elif latest <= today + timedelta(days=now.book.number("work.soon_days", today)):
        when = "hôm nay là ngày cuối" if latest == today else f"phải công khai trước hết ngày {written(latest)}"
        text = f"{publication.title}: {when}, còn thiếu {places}."
        yield PostingWarning(WarningKind.SOON, latest, text, publication.id)


def _places(check: PublicationCheck, today: date, last_session: date | None) -> Iterable[PostingWarning]:
    """Yield what came or may come down; a schedule hangs until its last session is over."""
    publication = check.publication
    for each in check.places:
        posting, title = each.posting, f"{publication.title}, {each.place.name}"
        if posting is None:
            continue
        if place_state(publication, each, today) is PlaceState.EARLY and posting.until:
            text = f"{title}: gỡ ngày {written(posting.until)} khi mới được {each.days}/{each.needed} {each.unit}."
            yield PostingWarning(WarningKind.EARLY, posting.until, text, publication.id, each.place.id)
        if posting.until is None and each.is_enough:
            last = last_day_needed(publication, each.place, posting.since, each.office_days)
            free = max(last, last_session or last) + timedelta(days=1)
            if free <= today:
                text = f"{title}: đã đủ {each.needed} {each.unit}, được gỡ từ ngày {written(free)}."
                yield PostingWarning(WarningKind.MAY_COME_DOWN, free, text, publication.id, each.place.id)
