"""How one publication stands at one place, as a state and in sentences, also when it would come down too early."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.calendar import OfficeDays, written
from papi_desktop.domain.publications import (
    Place,
    PlaceCheck,
    PlaceKind,
    Posting,
    Publication,
    PublicationCheck,
    last_day_needed,
)
from papi_desktop.services.publication_kinds import kind
from papi_desktop.services.publication_list import checks_of
from papi_desktop.services.publishing import latest_day
from papi_desktop.services.rule_book import Terms, bundled_terms, office_days
from papi_desktop.services.work import Work


class PlaceState(StrEnum):
    """Where one publication stands at one place on a day."""

    MISSING = "Chưa niêm yết"
    OVERDUE = "Quá hạn"
    HANGING = "Đang niêm yết"
    DONE = "Đạt"
    LATE = "Niêm yết muộn"
    EARLY = "Gỡ sớm"


@dataclass(frozen=True)
class Standing:
    """One publication with its verdict, all the commune's places, and the evidence of its postings."""

    check: PublicationCheck
    places: tuple[Place, ...]
    evidence: Mapping[int, int]
    """How many pieces each posting has."""


def read_standing(work: Work, publication_id: int, today: date) -> Standing:
    """Return how one publication stands on `today`. Raises KnownError when it is gone."""
    publication, places = work.publications.get(publication_id), tuple(work.places.all())
    postings, days = work.postings.of_publication(publication_id), office_days(work)
    (check,) = checks_of([publication], places, postings, today, days)
    return Standing(check, places, work.attachments.counts(Owner.POSTING))


def read_evidence(work: Work, posting: Posting | None) -> list[Attachment]:
    """Return the evidence of a posting; there is none before it is written."""
    return work.attachments.of(Owner.POSTING, posting.id) if posting and posting.id else []


def place_state(publication: Publication, check: PlaceCheck, today: date) -> PlaceState:
    """Return how a publication stands at one of its places."""
    latest = publication.latest_on
    if check.posting is None:
        return PlaceState.OVERDUE if latest and latest < today else PlaceState.MISSING
    if not check.is_enough:
        return PlaceState.HANGING if is_hanging(check.posting, today) else PlaceState.EARLY
    return PlaceState.LATE if latest and check.posting.since > latest else PlaceState.DONE


def is_hanging(posting: Posting, today: date) -> bool:
    """Tell whether a posting is still up on `today`."""
    return posting.until is None or posting.until >= today


def place_sentence(publication: Publication, check: PlaceCheck, today: date) -> str:
    """Return one sentence on how a publication stands at one of its places, and what to do."""
    state, counted = place_state(publication, check, today), f"{check.days}/{check.needed} {check.unit}"
    if check.posting is None:
        latest = f" Phải công khai trước hết ngày {written(publication.latest_on)}." if publication.latest_on else ""
        return f"Chưa niêm yết.{latest}"
    if state is PlaceState.HANGING:
        last = written(last_day_needed(publication, check.place, check.posting.since, check.office_days))
        return f"Mới được {counted}; cần để đến hết ngày {last}."
    if state is PlaceState.EARLY:
        return f"Đã gỡ khi mới được {counted}. Cần niêm yết lại cho đủ thời gian."
    if state is PlaceState.LATE:
        return f"Đủ {counted}, nhưng niêm yết sau ngày phải công khai {written(publication.latest_on)}."
    return f"Đủ {counted}, có thể gỡ." if check.posting.until is None else f"Đủ {counted}."


def from_to(posting: Posting | None) -> str:
    """Return the days of a posting as "12/01/2022 – 21/01/2022"."""
    if posting is None:
        return ""
    return f"{written(posting.since)} – {written(posting.until)}" if posting.until else f"từ {written(posting.since)}"


def early_warning(
    publication: Publication, place: Place, since: date | None, until: date | None, days: OfficeDays | None = None
) -> str:
    """Return in plain words that a posting comes down before its minimum, or nothing."""
    if since is None or until is None or until < since:
        return ""
    days = days or bundled_terms().days
    needed = last_day_needed(publication, place, since, days)
    if until >= needed:
        return ""
    (check,) = checks_of(
        [_only(publication, place)], [place], [_from_to(publication, place, since, until)], until, days
    )
    each = check.places[0]
    return (
        f"Gỡ ngày {written(until)} thì mới được {each.days}/{each.needed} {each.unit}, chưa đủ thời gian tối thiểu. "
        f"Cần để đến hết ngày {written(needed)}."
    )


def early_warnings(publication: Publication, checks: Sequence[PlaceCheck], until: date | None) -> str:
    """Return in plain words which of several places would come down before their minimum, or nothing."""
    early = [
        check
        for check in checks
        if check.posting and early_warning(publication, check.place, check.posting.since, until, check.office_days)
    ]
    if not early:
        return ""
    last = max(
        last_day_needed(publication, each.place, each.posting.since, each.office_days) for each in early if each.posting
    )
    names = f"{early[0].place.name}" if len(early) == 1 else f"{len(early)} nơi"
    return (
        f"Gỡ ngày {written(until)} thì {names} chưa đủ thời gian niêm yết tối thiểu. "
        f"Cần để đến hết ngày {written(last)}."
    )


def with_change(publication: Publication, key: str, value: Any, terms: Terms | None = None) -> Publication:
    """Return a publication with one field changed; a new trigger day moves a latest day that was reckoned from it."""
    changed = replace(publication, **{key: value})
    known = kind(publication.kind)
    if key != "trigger_on" or known is None or value is None:
        return changed
    reckoned = latest_day(known, publication.trigger_on, terms) if publication.trigger_on else None
    return replace(changed, latest_on=latest_day(known, value, terms)) if publication.latest_on == reckoned else changed


def short_name(place: Place) -> str:
    """Return what to call a place where there is little room: the village of a house, the kind of a channel."""
    short = {PlaceKind.OFFICE: "Trụ sở", PlaceKind.LOUDSPEAKER: "Truyền thanh", PlaceKind.WEBSITE: "Trang điện tử"}
    if place.kind is PlaceKind.VILLAGE_HOUSE:
        for head in ("Nhà văn hóa ", "Nhà sinh hoạt cộng đồng "):
            place_name = place.name.removeprefix(head)
            if place_name != place.name:
                return place_name[:1].upper() + place_name[1:]
    return short.get(place.kind, place.name)


def _only(publication: Publication, place: Place) -> Publication:
    return replace(publication, place_ids=(place.id,))


def _from_to(publication: Publication, place: Place, since: date, until: date) -> Posting:
    return Posting(publication.id, place.id, since, until)
