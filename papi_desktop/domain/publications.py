"""What must be posted for the people to read, where, how long, and whether it was."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from papi_desktop.domain.calendar import WEEKDAYS_ONLY, OfficeDays, written
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
