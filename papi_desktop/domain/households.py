"""Poor and near-poor households: the list of each year, what may be shown of it, and how two years differ."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Protocol

from papi_desktop.domain.stores import Store
from papi_desktop.domain.text import fold, name_sort_key, squeeze

Pairs = tuple[tuple[str, str], ...]
_IDENTITY_SHOWN: Final = 3
_NOT_OF_A_NAME: Final = re.compile(
    r"(?:[(\[{,;:/|\d]|\s[-–—−]|[-–—−]\s|\b(?:dân tộc|người|dt|đt|cccd|cmnd|sđt|stk"
    r"|sinh năm|sinh ngày|ngày sinh)\b).*$",
    re.DOTALL | re.IGNORECASE,
)
_ALSO_GIVEN_NAMES: Final = ("hoa", "thái")
"""Ethnicities that are given names as well: after a name without a mark between, they are taken for one."""
_NEVER_LAST: Final = ("văn", "thị")
_LONG_NUMBER: Final = re.compile(r"\d(?:[\s.\-]?\d){8,}")
_EDGES: Final = " .-–—−+"


class HouseholdClass(StrEnum):
    """What a review finds a household to be (QĐ 24/2021/QĐ-TTg)."""

    POOR = "Hộ nghèo"
    NEAR_POOR = "Hộ cận nghèo"
    LEFT_POOR = "Hộ thoát nghèo"
    LEFT_NEAR_POOR = "Hộ thoát cận nghèo"

    @property
    def is_listed(self) -> bool:
        """Tell whether it is on the list of the poor and the near-poor, and not on the list of those that left."""
        return self in (HouseholdClass.POOR, HouseholdClass.NEAR_POOR)


class Arrival(StrEnum):
    """How a household came to be on the list."""

    KEPT = ""
    NEW = "mới"
    AGAIN = "tái"


class Sex(StrEnum):
    """The sex of the head of a household."""

    UNKNOWN = ""
    MALE = "Nam"
    FEMALE = "Nữ"


class Movement(StrEnum):
    """What became of a household between two yearly lists."""

    NEW = "Mới"
    AGAIN = "Tái"
    LEFT = "Thoát"
    MOVED = "Chuyển"
    SAME = "Giữ nguyên"


@dataclass(frozen=True)
class HouseholdList:
    """The list of one year, the decision that recognises it, and the steps done of the review in that year."""

    year: int
    """The year it applies to: the list of 2023 comes of the review at the end of 2022 and is recognised then or soon
    after."""
    decision_number: str = ""
    decided_on: date | None = None
    done_steps: Pairs = ()
    """Steps of the review at the end of this year, which makes the next list; each with its day as YYYY-MM-DD."""
    note: str = ""
    id: int = 0
    uuid: str = ""

    @property
    def is_recognised(self) -> bool:
        """Tell whether a decision recognises it; until then it is the result of a review."""
        return bool(self.decision_number.strip() or self.decided_on)

    @property
    def title(self) -> str:
        """Return what it is called on papers: the list of its year, or the result of the review that makes it."""
        of = f"năm {self.year}" if self.is_recognised else f"theo kết quả rà soát cuối năm {self.year - 1}"
        return f"Danh sách hộ nghèo, hộ cận nghèo {of}"


@dataclass(frozen=True)
class Household:
    """One household with everything the office keeps of it; full birth dates, phones and accounts are never kept."""

    list_id: int
    head: str
    village_id: int = 0
    standing: HouseholdClass = HouseholdClass.POOR
    arrival: Arrival = Arrival.KEPT
    persons: int | None = None
    birth_year: int | None = None
    sex: Sex = Sex.UNKNOWN
    ethnicity: str = ""
    identity: str = ""
    income_points: int | None = None
    """Points of phiếu B, part B1."""
    lack_points: int | None = None
    """Points of phiếu B, part B2."""
    deprivations: str = ""
    note: str = ""
    id: int = 0
    uuid: str = ""

    @property
    def masked_identity(self) -> str:
        """Return the identity number with all but its last three digits hidden."""
        return masked(self.identity)

    @property
    def label(self) -> str:
        """Return the class with how the household came: "Hộ nghèo (mới)"."""
        return f"{self.standing} ({self.arrival})" if self.arrival else str(self.standing)

    @property
    def order(self) -> tuple[str, int, str]:
        """Return the key by which a village's households are listed: by given name."""
        return name_sort_key(public_name(self.head, self.ethnicity)), self.birth_year or 0, self.identity


class HouseholdListStore(Store[HouseholdList], Protocol):
    """The yearly lists, newest first."""

    def of_year(self, year: int) -> HouseholdList | None:
        """Return the list of one year, or None."""
        ...


class HouseholdStore(Store[Household], Protocol):
    """The households, by given name in Vietnamese order."""

    def of_list(self, list_id: int) -> list[Household]:
        """Return the households of one yearly list, by given name."""
        ...


@dataclass(frozen=True)
class PublicHousehold:
    """All that the wall may show of a household (the minimum by domain rules on personal data)."""

    head: str
    village_id: int
    persons: int | None
    label: str
    birth_year: int | None
    """Only where two heads on the list have the same name."""


@dataclass(frozen=True)
class Change:
    """One household in two yearly lists; None where it is not in one of them."""

    movement: Movement
    before: Household | None
    after: Household | None


@dataclass(frozen=True)
class VillageCount:
    """The households of one village, counted; village_id 0 is for those whose village is not known."""

    village_id: int
    poor: int
    near_poor: int
    left: int
    persons: int


def masked(identity: str) -> str:
    """Return an identity number with all but its last three digits as dots; a very short one wholly."""
    shown = identity[-_IDENTITY_SHOWN:] if len(identity) > 2 * _IDENTITY_SHOWN else ""
    return "•" * (len(identity) - len(shown)) + shown


def without_numbers(text: str) -> str:
    """Return a text with the digits of every number long enough to be of an identity card or a phone hidden."""
    pieces = [(at, _plain_digit(letter)) for at, letter in enumerate(text)]
    evened, places = "".join(plain for _at, plain in pieces), [at for at, plain in pieces for _sign in plain]
    shown, done = "", 0
    for match in _LONG_NUMBER.finditer(evened):
        shown += text[done : places[match.start()]] + masked(match[0])
        done = places[match.end() - 1] + 1
    return shown + text[done:]


def _plain_digit(letter: str) -> str:
    plain = _plain(letter)
    return plain if any(map(str.isdecimal, plain)) else letter


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)  # digits in circles, raised or wide are digits too


def public_name(name: str, ethnicity: str = "") -> str:
    """Return a name without anything that does not belong to one, such as a birth date or the ethnicity after it."""
    shown = squeeze(_NOT_OF_A_NAME.sub("", squeeze(_plain(name)))).strip(_EDGES)
    words, tail = shown.split(), squeeze(ethnicity).casefold().split()
    kept = words[: -len(tail)] if tail else words
    is_tail = tail and [word.strip(_EDGES).casefold() for word in words[len(kept) :]] == tail
    if not is_tail or len(kept) < 2 or kept[-1].casefold() in _NEVER_LAST or tail[0] in _ALSO_GIVEN_NAMES:
        return shown
    return " ".join(kept).strip(_EDGES)


def same_names(households: Iterable[Household]) -> frozenset[str]:
    """Return the names, as `name_key` gives them, that more than one head of a household has."""
    counts = Counter(name_key(each.head, each.ethnicity) for each in households)
    return frozenset(name for name, times in counts.items() if times > 1)


def name_key(name: str, ethnicity: str = "") -> str:
    """Return a name as it is compared: without case, digits and remarks, but with its accents."""
    return public_name(name, ethnicity).casefold()


def public(households: Sequence[Household]) -> list[PublicHousehold]:
    """Return what the wall may show of `households`, in the same order."""
    twice = same_names(households)
    return [
        PublicHousehold(
            head=public_name(each.head, each.ethnicity),
            village_id=each.village_id,
            persons=each.persons,
            label=each.label,
            birth_year=each.birth_year if name_key(each.head, each.ethnicity) in twice else None,
        )
        for each in households
    ]


def changes(before: Sequence[Household], after: Sequence[Household], earlier: Iterable[Household] = ()) -> list[Change]:
    """Return how each household moved from one yearly list to the next; `earlier` are lists before both."""
    known, found = _by_key(earlier), list[Change]()
    pairs = _pairs(_listed(before), _listed(after))
    met = {id(was) for was in pairs.values()}
    for each in _listed(after):
        was = pairs.get(id(each))
        if was:
            found.append(Change(Movement.SAME if was.standing is each.standing else Movement.MOVED, was, each))
        else:
            is_back = each.arrival is Arrival.AGAIN or _match(each, known) is not None
            found.append(Change(Movement.AGAIN if is_back else Movement.NEW, None, each))
    gone = _by_key(each for each in after if not each.standing.is_listed)
    return found + [Change(Movement.LEFT, each, _match(each, gone)) for each in _listed(before) if id(each) not in met]


def totals(households: Iterable[Household], village_ids: Sequence[int]) -> list[VillageCount]:
    """Count the households of each village in the given order; those of no village in it come last, when any."""
    groups: dict[int, list[Household]] = {village_id: [] for village_id in village_ids}
    for each in households:
        groups.setdefault(each.village_id if each.village_id in groups else 0, []).append(each)
    return [_count(village_id, group) for village_id, group in groups.items()]


def _count(village_id: int, group: Sequence[Household]) -> VillageCount:
    kinds = Counter(each.standing for each in group)
    poor, near_poor = kinds[HouseholdClass.POOR], kinds[HouseholdClass.NEAR_POOR]
    persons = sum(each.persons or 0 for each in group if each.standing.is_listed)
    return VillageCount(village_id, poor, near_poor, len(group) - poor - near_poor, persons)


def same_household(one: Household, other: Household) -> bool:
    """Tell whether two records are surely of one household: by identity number, else by name, year and village."""
    if one.identity and other.identity:
        return one.identity == other.identity
    return _person(one) == _person(other)


def _person(each: Household) -> str:
    return f"{fold(public_name(each.head, each.ethnicity))}|{each.birth_year or ''}|{each.village_id}"


def _listed(households: Iterable[Household]) -> list[Household]:
    return [each for each in households if each.standing.is_listed]


def _pairs(before: Sequence[Household], after: Sequence[Household]) -> dict[int, Household]:
    """Return the household before by the `id()` of the one after; each once, those of one identity number first."""
    old, found, taken = _by_key(before), dict[int, Household](), set[int]()
    for each in sorted(after, key=lambda each: not each.identity or each.identity not in old):
        was = _match(each, old, taken)
        if was:
            found[id(each)] = was
            taken.add(id(was))
    return found


def _by_key(households: Iterable[Household]) -> dict[str, list[Household]]:
    found: dict[str, list[Household]] = {}
    for each in households:
        for key in filter(None, (each.identity, _person(each))):
            found.setdefault(key, []).append(each)
    return found


def _match(each: Household, known: Mapping[str, Sequence[Household]], taken: Collection[int] = ()) -> Household | None:
    for key in filter(None, (each.identity, _person(each))):
        others = (other for other in known.get(key, ()) if id(other) not in taken and same_household(each, other))
        other = next(others, None)
        if other:
            return other
    return None
