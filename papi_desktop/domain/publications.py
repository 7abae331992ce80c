"""What must be posted for the people to read, where, how long, and whether it was."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from papi_desktop.domain.calendar import WEEKDAYS_ONLY, OfficeDays, working_days, written
from papi_desktop.domain.stores import Store


class PlaceKind(StrEnum):
    """Where something can be made public."""

    OFFICE = "Trụ sở UBND"
    VILLAGE_HOUSE = "Nhà văn hóa thôn, tổ dân phố"
    LOUDSPEAKER = "Đài truyền thanh"
    WEBSITE = "Trang thông tin điện tử"
    OTHER = "Nơi khác"


class DayKind(StrEnum):
    """How the minimum duration is counted."""

    CONSECUTIVE = "ngày liên tục"
    WORKING = "ngày làm việc"


class PublicationState(StrEnum):
    """What the program says of a publication on a day."""

    NOT_POSTED = "Chưa niêm yết"
    LATE = "Quá hạn niêm yết"
    PARTLY = "Thiếu nơi niêm yết"
    POSTED = "Đang niêm yết"
    DONE = "Đạt"
    FAILED = "Chưa đủ thời gian"


@dataclass(frozen=True)
class Place:
    """One place or channel; a village house belongs to a village."""

    kind: PlaceKind
    name: str
    village_id: int = 0
    ordinal: int = 0
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class Publication:
    """One thing to make public, with its legal basis and how long it must hang."""

    title: str
    kind: str = ""
    """Key into the catalogue of kinds of publication; empty for one of the officer's own."""
    dimension: int = 2
    basis: str = ""
    trigger_on: date | None = None
    latest_on: date | None = None
    min_days: int = 20
    day_kind: DayKind = DayKind.CONSECUTIVE
    loudspeaker_days: int = 3
    place_ids: tuple[int, ...] = ()
    """The places where it must be."""
    task_id: int = 0
    note: str = ""
    document: str = ""
    """The number and date of the paper that is posted, as in "Quyết định số 45/QĐ-UBND ngày 10/01/2026"."""
    sheets: int = 0
    """How many sheets of paper it has; 0 when nobody counted."""
    occurrence: str = ""
    """Which turn of a recurring kind it is, as in "2026-Q1"; empty for one that an officer began."""
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class Posting:
    """One publication at one place; `until` is its last day, or None while it still hangs."""

    publication_id: int
    place_id: int
    since: date
    until: date | None = None
    posted_by: str = ""
    witnesses: str = ""
    note: str = ""
    condition: str = ""
    """In what state the paper was when it came down, as in "Nguyên vẹn"."""
    taken_by: str = ""
    """Who took it down."""
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class PostingOpinion:
    """What someone said of a posting while it hung; who said it is not kept."""

    posting_id: int
    received_on: date
    content: str
    handled_by: str = ""
    answer: str = ""
    """How it was dealt with; empty while it is open."""
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class PlaceCheck:
    """How one required place stands: its posting, the days counted, and whether that is long enough."""

    place: Place
    posting: Posting | None
    days: int
    needed: int
    unit: DayKind
    office_days: OfficeDays = field(default=WEEKDAYS_ONLY, compare=False, repr=False)
    """The days by which working days are counted here."""

    @property
    def is_enough(self) -> bool:
        """Tell whether the minimum duration is reached."""
        return self.posting is not None and self.days >= self.needed

    @property
    def why_not(self) -> str:
        """Return one sentence saying what is missing, or nothing."""
        if self.posting is None:
            return f"Chưa niêm yết tại {self.place.name}."
        if not self.is_enough:
            return f"{self.place.name}: mới được {self.days}/{self.needed} {self.unit}."
        return ""


@dataclass(frozen=True)
class PublicationCheck:
    """The verdict on one publication on one day: done only when every required place lasted long enough, in time."""

    publication: Publication
    places: tuple[PlaceCheck, ...]
    state: PublicationState
    reasons: tuple[str, ...]

    @property
    def done_places(self) -> int:
        """Count the required places where it hung long enough."""
        return sum(check.is_enough for check in self.places)

    @property
    def first_day(self) -> date | None:
        """Return the day it first went up anywhere."""
        return min((check.posting.since for check in self.places if check.posting), default=None)


def check_publication(
    publication: Publication,
    places: Iterable[Place],
    postings: Iterable[Posting],
    today: date,
    days: OfficeDays = WEEKDAYS_ONLY,
) -> PublicationCheck:
    """Judge one publication from its required places and its postings as of `today` (Luật 10/2022 Đ13)."""
    by_place = {place.id: place for place in places}
    latest = _best_postings(postings)
    checks = tuple(
        _check_place(publication, by_place[place_id], latest.get(place_id), today, days)
        for place_id in publication.place_ids
        if place_id in by_place
    )
    state = _state(publication, checks, today)
    reasons = tuple(check.why_not for check in checks if check.why_not) + _lateness(publication, checks, today)
    if not checks:
        reasons += ("Chưa chọn nơi phải niêm yết.",)
    return PublicationCheck(publication, checks, state, reasons)


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
    day, needed = since, _needed(publication, place)
    while _counted(publication, place, since, day, days) < needed:
        day += timedelta(days=1)
    return day


def _best_postings(postings: Iterable[Posting]) -> dict[int, Posting]:
    best: dict[int, Posting] = {}
    for posting in sorted(postings, key=lambda each: each.since):
        best[posting.place_id] = posting
    return best


def _check_place(
    publication: Publication, place: Place, posting: Posting | None, today: date, office_days: OfficeDays
) -> PlaceCheck:
    days = 0
    if posting:
        days = _counted(publication, place, posting.since, min(posting.until or today, today), office_days)
    return PlaceCheck(place, posting, days, _needed(publication, place), _unit(publication, place), office_days)


def _needed(publication: Publication, place: Place) -> int:
    return publication.loudspeaker_days if place.kind is PlaceKind.LOUDSPEAKER else publication.min_days


def _unit(publication: Publication, place: Place) -> DayKind:
    return DayKind.CONSECUTIVE if place.kind is PlaceKind.LOUDSPEAKER else publication.day_kind


def _counted(publication: Publication, place: Place, first: date, last: date, office_days: OfficeDays) -> int:
    if _unit(publication, place) is DayKind.WORKING:
        return working_days(first, last, office_days)
    return max((last - first).days + 1, 0)


def _state(publication: Publication, checks: tuple[PlaceCheck, ...], today: date) -> PublicationState:
    posted = [check for check in checks if check.posting]
    if not posted:
        overdue = publication.latest_on is not None and publication.latest_on < today
        return PublicationState.LATE if overdue else PublicationState.NOT_POSTED
    if len(posted) < len(checks):
        return PublicationState.PARTLY
    if all(check.is_enough for check in checks):
        return PublicationState.FAILED if _lateness(publication, checks, today) else PublicationState.DONE
    still_up = all(check.is_enough or _hangs(check, today) for check in checks)
    return PublicationState.POSTED if still_up else PublicationState.FAILED


def _hangs(check: PlaceCheck, today: date) -> bool:
    return check.posting is not None and (check.posting.until is None or check.posting.until >= today)


def _lateness(publication: Publication, checks: tuple[PlaceCheck, ...], today: date) -> tuple[str, ...]:
    latest = publication.latest_on
    if latest is None:
        return ()
    late = [check.place.name for check in checks if check.posting and check.posting.since > latest]
    if late:
        return (f"Niêm yết sau ngày phải công khai {written(latest)}: {', '.join(late)}.",)
    missing = any(check.posting is None for check in checks)
    return (f"Đã quá ngày phải công khai {written(latest)}.",) if missing and latest < today else ()


class PlaceStore(Store[Place], Protocol):
    """The places and channels, in the commune's own order."""


class PublicationStore(Store[Publication], Protocol):
    """The publications, newest first."""


class PostingStore(Store[Posting], Protocol):
    """The postings, oldest first."""

    def of_publication(self, publication_id: int) -> list[Posting]:
        """Return the postings of one publication, oldest first."""
        ...


class PostingOpinionStore(Store[PostingOpinion], Protocol):
    """What was said of the postings, oldest first."""

    def of_posting(self, posting_id: int) -> list[PostingOpinion]:
        """Return what was said of one posting, oldest first."""
        ...
