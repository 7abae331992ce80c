"""How one publication stands at one place, as a state and in sentences, also when it would come down too early."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.calendar import OfficeDays, written
from papi_desktop.domain.publication_checks import check_place, last_day_needed
from papi_desktop.domain.publications import Place, PlaceCheck, PlaceKind, Posting, Publication, PublicationCheck
from papi_desktop.services.publication_kinds import kind, stays_until_replaced
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
    SPARED = "Tùy chọn"


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
    alike = [publication]
    if stays_until_replaced(publication.kind):
        alike = [each for each in work.publications.all() if each.kind == publication.kind]
    postings = work.postings.of_publication(*(each.id for each in alike))
    (check,) = checks_of(alike, places, postings, today, office_days(work), only={publication_id})
    return Standing(check, places, work.attachments.counts(Owner.POSTING))


def read_evidence(work: Work, posting: Posting | None) -> list[Attachment]:
    """Return the evidence of a posting; there is none before it is written."""
    return work.attachments.of(Owner.POSTING, posting.id) if posting and posting.id else []


def place_state(publication: Publication, check: PlaceCheck, today: date) -> PlaceState:
    """Return how a publication stands at one of its places."""
    latest = publication.latest_on
    if check.posting is None and check.is_spared:
        return PlaceState.SPARED
    if check.posting is None:
        return PlaceState.OVERDUE if latest and latest < today else PlaceState.MISSING
    if not check.is_enough:
        return PlaceState.HANGING if is_hanging(check.posting, today) else PlaceState.EARLY
    return PlaceState.LATE if latest and check.first_on and check.first_on > latest else PlaceState.DONE


def is_hanging(posting: Posting, today: date) -> bool:
    """Tell whether a posting is still up on `today`."""
    return posting.until is None or posting.until >= today


def place_sentence(publication: Publication, check: PlaceCheck, today: date) -> str:
    """Return one sentence on how a publication stands at one of its places, and what to do."""
    state, latest = place_state(publication, check, today), written(publication.latest_on)
    if state is PlaceState.SPARED:
        return f"Không bắt buộc: chỉ cần một trong các hình thức {'; '.join(check.one_of)}."
    if check.posting is None:
        return _missing(check, f" Phải công khai chậm nhất ngày {latest}." if latest else "")
    late = f", nhưng niêm yết muộn, sau ngày {latest}" if state is PlaceState.LATE else ""
    if check.place.kind.is_event:
        return f"Đã thực hiện ngày {written(check.posting.since)}{late.replace('niêm yết ', '')}."
    if check.gone_on:
        gone = f"Đã gỡ ngày {written(check.gone_on)} khi chưa có bản thay thế."
        return f"{gone} Cần niêm yết lại và giữ cho đến khi có bản mới."
    return {
        PlaceState.HANGING: f"Mới được {check.counted}; cần để đến hết ngày {_last(publication, check)}.",
        PlaceState.EARLY: f"Đã gỡ khi mới được {check.counted}. Cần niêm yết lại cho đủ thời gian.",
    }.get(state, f"Đã {check.counted}{late or _then(check)}.")


def _missing(check: PlaceCheck, by: str) -> str:
    if check.one_of:
        return f"{check.why_not}{by}"
    return f"{'Chưa thực hiện' if check.place.kind.is_event else 'Chưa niêm yết'}.{by}"


def _last(publication: Publication, check: PlaceCheck) -> str:
    since = check.posting.since if check.posting else None
    return written(last_day_needed(publication, check.place, since, check.office_days)) if since else ""


def _then(check: PlaceCheck) -> str:
    if not check.hangs:
        return ""
    return "; giữ cho đến khi có bản thay thế" if check.stays else ", có thể gỡ"


def from_to(posting: Posting | None) -> str:
    """Return the days of a posting as "12/01/2022 – 21/01/2022"."""
    if posting is None:
        return ""
    if posting.until is None:
        return f"từ {written(posting.since)}"
    if posting.until == posting.since:
        return f"ngày {written(posting.since)}"
    return f"{written(posting.since)} – {written(posting.until)}"


def early_warning(
    publication: Publication, place: Place, since: date | None, until: date | None, days: OfficeDays | None = None
) -> str:
    """Return in plain words that a posting comes down before its minimum, or nothing."""
    if since is None or until is None or until < since:
        return ""
    days = days or bundled_terms().days
    needed = last_day_needed(publication, place, since, days)
    if until >= needed or place.kind.is_event:
        return ""
    check = check_place(publication, place, [Posting(publication.id, place.id, since, until)], until, days)
    return (
        f"Gỡ ngày {written(until)} thì mới được {check.counted}, chưa đủ thời gian tối thiểu. "
        f"Cần để đến hết ngày {written(needed)}."
    )


def early_warnings(publication: Publication, checks: Sequence[PlaceCheck], until: date | None) -> str:
    """Return in plain words which of several places would come down before their minimum, or nothing."""
    early = [
        check
        for check in checks
        if check.newest
        and not (check.is_enough and check.newest != check.posting)
        and early_warning(publication, check.place, check.newest.since, until, check.office_days)
    ]
    if not early:
        return ""
    last = max(
        last_day_needed(publication, each.place, each.newest.since, each.office_days) for each in early if each.newest
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


_SHORT_EVENTS = {
    PlaceKind.VILLAGE_HEADS: "Trưởng thôn",
    PlaceKind.MEETING: "Họp thôn",
    PlaceKind.SOCIAL_NETWORK: "Mạng xã hội",
}


def short_name(place: Place) -> str:
    """Return what to call a place where there is little room: the village of a house, the kind of a channel."""
    short = {
        PlaceKind.OFFICE: "Trụ sở",
        PlaceKind.LOUDSPEAKER: "Truyền thanh",
        PlaceKind.WEBSITE: "Trang điện tử",
    } | _SHORT_EVENTS
    if place.kind is PlaceKind.VILLAGE_HOUSE:
        for head in ("Nhà văn hóa ", "Nhà sinh hoạt cộng đồng "):
            place_name = place.name.removeprefix(head)
            if place_name != place.name:
                return place_name[:1].upper() + place_name[1:]
    return short.get(place.kind, place.name)
