"""What must be posted for the people to read, where, how long, and whether it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
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
    VILLAGE_HEADS = "Thông báo đến trưởng thôn, đoàn thể"
    MEETING = "Họp thôn, tổ dân phố"
    SOCIAL_NETWORK = "Mạng xã hội"
    OTHER = "Nơi khác"

    @property
    def is_event(self) -> bool:
        """Tell whether it is done on one day, such as a meeting, and does not hang for a time."""
        return self in (PlaceKind.VILLAGE_HEADS, PlaceKind.MEETING, PlaceKind.SOCIAL_NETWORK)

    @property
    def can_stay(self) -> bool:
        """Tell whether it can be read there for as long as it holds, unlike what is said or sent once."""
        return not self.is_event and self is not PlaceKind.LOUDSPEAKER


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
    TARDY = "Niêm yết muộn"
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
    """How one place stands: the posting that counts, its days, and whether that is long enough."""

    place: Place
    posting: Posting | None
    """The one that lasted long enough; else the one that still hangs, or the longest."""
    days: int
    needed: int
    unit: DayKind
    first_on: date | None = None
    """The day it first went up here, by which it was in time or not."""
    newest: Posting | None = None
    """The posting that is worked with: the last one that went up."""
    one_of: tuple[str, ...] = ()
    """The names of the places of which one is enough, this one among them; empty where this one is required."""
    is_spared: bool = False
    """True where another of the places of which one is enough has it."""
    stays: bool = False
    """True where it has to hang on until it is replaced."""
    gone_on: date | None = None
    """Its last day where it hung long enough but had to hang on."""
    office_days: OfficeDays = field(default=WEEKDAYS_ONLY, compare=False, repr=False)
    """The days by which working days are counted here."""

    @property
    def is_enough(self) -> bool:
        """Tell whether the minimum duration is reached, and what has to hang on does."""
        return self.posting is not None and self.days >= self.needed and self.gone_on is None

    @property
    def hangs(self) -> bool:
        """Tell whether it is up now and has to be taken down one day."""
        return self.newest is not None and self.newest.until is None and not self.place.kind.is_event

    @property
    def counted(self) -> str:
        """Return the days it hung and those it needs: "19 ngày liên tục (cần 20)"."""
        return f"{self.days} {self.unit} (cần {self.needed})"

    @property
    def why_not(self) -> str:
        """Return one sentence saying what is missing, or nothing."""
        if self.posting is None:
            return self._missing
        if self.gone_on:
            return f"{self.place.name}: đã gỡ ngày {written(self.gone_on)}, phải niêm yết cho đến khi có bản thay thế."
        return "" if self.is_enough else f"{self.place.name}: mới được {self.counted}."

    @property
    def _missing(self) -> str:
        if self.one_of:
            return f"Chưa công khai bằng hình thức nào trong số: {'; '.join(self.one_of)}."
        if self.place.kind.is_event:
            return f"Chưa thực hiện: {self.place.name}."
        return f"Chưa niêm yết tại {self.place.name}."


@dataclass(frozen=True)
class PublicationCheck:
    """The verdict on one publication on one day: done only when every required place lasted long enough, in time."""

    publication: Publication
    places: tuple[PlaceCheck, ...]
    """The places that count; of those of which one is enough, only the one that stands best."""
    state: PublicationState
    reasons: tuple[str, ...]
    lateness: str = ""
    """One sentence when it went up after its latest day, or did not go up by it; the last of the reasons."""
    spared: tuple[PlaceCheck, ...] = ()
    """The places that another one stands for."""
    replaced_on: date | None = None
    """The day a newer one took its place."""

    @property
    def done_places(self) -> int:
        """Count the required places where it hung long enough."""
        return sum(check.is_enough for check in self.places)

    @property
    def first_day(self) -> date | None:
        """Return the day it first went up anywhere."""
        return min((check.first_on for check in self.places if check.first_on), default=None)


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


class PlaceStore(Store[Place], Protocol):
    """The places and channels, in the commune's own order."""


class PublicationStore(Store[Publication], Protocol):
    """The publications, newest first."""


class PostingStore(Store[Posting], Protocol):
    """The postings, oldest first."""

    def of_publication(self, *publication_ids: int) -> list[Posting]:
        """Return the postings of one publication or several, oldest first."""
        ...


class PostingOpinionStore(Store[PostingOpinion], Protocol):
    """What was said of the postings, oldest first."""

    def of_posting(self, posting_id: int) -> list[PostingOpinion]:
        """Return what was said of one posting, oldest first."""
        ...
