"""How a publication is judged: whether it hung at every place it has to, long enough, in time, and still does."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from papi_desktop.domain.calendar import WEEKDAYS_ONLY, OfficeDays, working_days, written
from papi_desktop.domain.publications import (
    DayKind,
    Place,
    PlaceCheck,
    PlaceKind,
    Posting,
    Publication,
    PublicationCheck,
    PublicationState,
)


def check_publication(
    publication: Publication,
    places: Iterable[Place],
    postings: Iterable[Posting],
    today: date,
    days: OfficeDays = WEEKDAYS_ONLY,
    one_of: Iterable[PlaceKind] = (),
    stays: bool = False,
) -> PublicationCheck:
    """Judge one publication from its required places and its postings as of `today` (Luật 10/2022 Đ13).

    Of its places of the kinds `one_of`, one is enough (Thông tư 343/2016/TT-BTC); one that `stays` has to hang on.
    """
    by_place, at = {place.id: place for place in places}, _by_place(postings)
    found = [
        check_place(publication, by_place[id], at.get(id, []), today, days, stays)
        for id in publication.place_ids
        if id in by_place
    ]
    checks, spared = _chosen(found, frozenset(one_of))
    lateness = _lateness(publication, checks, today)
    reasons = tuple(filter(None, (*(check.why_not for check in checks), lateness)))
    if not checks:
        reasons += ("Chưa chọn nơi phải niêm yết.",)
    return PublicationCheck(publication, checks, _state(publication, checks, today), reasons, lateness, spared)


def is_short(check: PublicationCheck, day: date) -> bool:
    """Tell whether a publication fell short by `day`: neither done nor on its way, and no time is left to mend it."""
    good = check.state in (PublicationState.DONE, PublicationState.POSTED)
    return not good and not has_time(check.publication, day)


def is_coming(check: PublicationCheck, day: date) -> bool:
    """Tell whether a publication is neither done nor on its way on `day`, and may still go up in time."""
    good = check.state in (PublicationState.DONE, PublicationState.POSTED)
    return not good and has_time(check.publication, day)


def has_time(publication: Publication, day: date) -> bool:
    """Tell whether a publication may still go up in time on `day`."""
    return publication.latest_on is not None and publication.latest_on >= day


def last_day_needed(publication: Publication, place: Place, since: date, days: OfficeDays = WEEKDAYS_ONLY) -> date:
    """Return the first day on whose evening a posting put up on `since` may come down."""
    day, needed = since, needed_days(publication, place)
    while counted_days(publication, place, since, day, days) < needed:
        day += timedelta(days=1)
    return day


def needed_days(publication: Publication, place: Place) -> int:
    """Return how many days it must be at a place; what is done on one day has no duration."""
    if place.kind.is_event:
        return 1
    return publication.loudspeaker_days if place.kind is PlaceKind.LOUDSPEAKER else publication.min_days


def day_unit(publication: Publication, place: Place) -> DayKind:
    """Return how the days at a place are counted."""
    is_posting = not place.kind.is_event and place.kind is not PlaceKind.LOUDSPEAKER
    return publication.day_kind if is_posting else DayKind.CONSECUTIVE


def counted_days(publication: Publication, place: Place, first: date, last: date, days: OfficeDays) -> int:
    """Return the days from `first` to `last`, both included, as they count at a place."""
    if day_unit(publication, place) is DayKind.WORKING:
        return working_days(first, last, days)
    return max((last - first).days + 1, 0)


def _by_place(postings: Iterable[Posting]) -> dict[int, list[Posting]]:
    at: dict[int, list[Posting]] = {}
    for posting in sorted(postings, key=lambda each: (each.since, each.id)):
        at.setdefault(posting.place_id, []).append(posting)
    return at


def check_place(
    publication: Publication,
    place: Place,
    postings: Sequence[Posting],
    today: date,
    office_days: OfficeDays,
    stays: bool = False,
) -> PlaceCheck:
    """Judge one place from the postings there, oldest first, as of `today`."""
    stays = stays and place.kind.can_stay
    needed = needed_days(publication, place)
    check = PlaceCheck(place, None, 0, needed, day_unit(publication, place), stays=stays, office_days=office_days)
    if not postings:
        return check

    def days(posting: Posting) -> int:
        return counted_days(publication, place, posting.since, min(posting.until or today, today), office_days)

    best = max(postings, key=lambda each: (days(each) >= needed, _is_up(each, today), days(each)))
    gone_on = _gone_on(postings, today) if stays and days(best) >= needed else None
    return replace(
        check, posting=best, days=days(best), first_on=postings[0].since, newest=postings[-1], gone_on=gone_on
    )


def _gone_on(postings: Sequence[Posting], today: date) -> date | None:
    """Return the last day on which something hung, or None while something does."""
    if any(_is_up(each, today) for each in postings):
        return None
    return max(each.until for each in postings if each.until)


def _chosen(
    found: Sequence[PlaceCheck], one_of: frozenset[PlaceKind]
) -> tuple[tuple[PlaceCheck, ...], tuple[PlaceCheck, ...]]:
    """Return the checks that count and those that another one stands for."""
    names = tuple(each.place.name for each in found if each.place.kind in one_of)
    if len(names) < 2:
        return tuple(found), ()
    known = [replace(each, one_of=names) if each.place.kind in one_of else each for each in found]
    best = max((each for each in known if each.one_of), key=_standing)
    kept = tuple(each for each in known if not each.one_of or each is best)
    others = [each for each in known if each.one_of and each is not best]
    return kept, tuple(replace(each, is_spared=best.posting is not None) for each in others)


def _standing(check: PlaceCheck) -> tuple[bool, bool, int, int]:
    """Order the places of which one is enough: long enough first, then up, then the earliest."""
    return check.is_enough, check.posting is not None, -(check.first_on or date.min).toordinal(), check.days


def _state(publication: Publication, checks: Sequence[PlaceCheck], today: date) -> PublicationState:
    posted = [check for check in checks if check.posting]
    if len(posted) < len(checks) or not checks:
        if publication.latest_on is not None and publication.latest_on < today:
            return PublicationState.LATE
        return PublicationState.PARTLY if posted else PublicationState.NOT_POSTED
    short = [check for check in checks if not check.is_enough]
    if not all(check.gone_on or (check.posting and _is_up(check.posting, today)) for check in short):
        return PublicationState.FAILED
    if any(check.gone_on for check in short):
        return PublicationState.PARTLY
    if _late_places(publication, checks):
        return PublicationState.TARDY
    return PublicationState.POSTED if short else PublicationState.DONE


def _is_up(posting: Posting, today: date) -> bool:
    return posting.until is None or posting.until >= today


def _late_places(publication: Publication, checks: Iterable[PlaceCheck]) -> list[str]:
    latest = publication.latest_on
    return [each.place.name for each in checks if latest and each.first_on and each.first_on > latest]


def _lateness(publication: Publication, checks: Iterable[PlaceCheck], today: date) -> str:
    latest, checks = publication.latest_on, tuple(checks)
    if latest is None:
        return ""
    late = _late_places(publication, checks)
    if late:
        return f"Niêm yết muộn, sau ngày {written(latest)}: {', '.join(late)}."
    missing = any(check.posting is None for check in checks)
    return f"Đã quá hạn công khai (chậm nhất ngày {written(latest)})." if missing and latest < today else ""
