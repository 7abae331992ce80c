"""Taking a list of households over: compared with what is kept, checked by a person, saved in one transaction."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.household_reading import HouseholdProposal, HouseholdSheet, with_repeats
from papi_desktop.domain.households import Household, HouseholdClass, masked, name_key, without_numbers
from papi_desktop.domain.plans import Doubt
from papi_desktop.domain.text import count, fold
from papi_desktop.services.household_list import NO_VILLAGE, list_for, unplaced_sentence
from papi_desktop.services.work import Work

_KIND = re.compile(r"^(?:thon|ban|xom|ap|lang|buon|to dan pho so|to dan pho|tdp|to|khu pho|khu)\s+")


class Verdict(StrEnum):
    """What saving does with a row."""

    NEW = "Mới"
    KNOWN = "Đã có"
    REPEATED = "Trùng"
    UNCLEAR = "Chưa rõ"


@dataclass(frozen=True)
class ImportRow:
    """One proposal with its village, what saving would do, and all its doubts."""

    proposal: HouseholdProposal
    village_id: int
    verdict: Verdict
    doubts: tuple[Doubt, ...]
    may_be_taken: bool = False
    """Whether a person may save it although it repeats another row: nothing proves that it is the same household."""


@dataclass(frozen=True)
class HouseholdComparison:
    """What a file would bring to the list of a year."""

    year: int
    rows: tuple[ImportRow, ...]
    remarks: tuple[str, ...]

    @property
    def new(self) -> int:
        """Return how many rows would be saved."""
        return sum(row.verdict is Verdict.NEW for row in self.rows)

    @property
    def doubtful(self) -> int:
        """Return how many rows a person should look at."""
        return sum(bool(row.doubts) for row in self.rows)


@dataclass(frozen=True)
class Outcome:
    """How many households were saved, and that as a sentence."""

    saved: int
    sentence: str


def compare(work: Work, sheet: HouseholdSheet, year: int) -> HouseholdComparison:
    """Compare what was read with the list of `year`; nothing is written."""
    found = work.household_lists.of_year(year)
    kept = work.households.of_list(found.id) if found else []
    comparer = _Comparer(village_keys(work), kept)
    return HouseholdComparison(year, tuple(map(comparer.row, with_repeats(sheet.proposals))), sheet.remarks)


def save(work: Work, comparison: HouseholdComparison, chosen: Collection[int] | None = None) -> Outcome:
    """Save the new rows, or the chosen ones by position; households kept before stay as they are."""
    wanted = [row for position, row in enumerate(comparison.rows) if _is_wanted(row, position, chosen)]
    if wanted:
        work.label(f"Nạp danh sách hộ năm {comparison.year}")
        target = list_for(work, comparison.year)
        work.households.put_many(_household(row, target.id) for row in wanted)
    passed = len(comparison.rows) - len(wanted)
    sentence = f"Đã ghi {count(len(wanted))} hộ vào danh sách năm {comparison.year}"
    sentence = f"{sentence}; không ghi {count(passed)} dòng." if passed else f"{sentence}."
    unplaced = unplaced_sentence(sum(not row.village_id for row in wanted))
    return Outcome(len(wanted), f"{sentence} Có {unplaced}" if unplaced else sentence)


def _is_wanted(row: ImportRow, position: int, chosen: Collection[int] | None) -> bool:
    if chosen is None:
        return row.verdict is Verdict.NEW
    return position in chosen and (row.verdict is Verdict.NEW or row.may_be_taken)


def village_keys(work: Work) -> dict[str, int]:
    """Return the ids of the villages by their names as they are compared, with and without their kind."""
    found: dict[str, int] = {}
    for village in work.villages.all():
        for key in (fold(village.name), _bare(village.name)):
            found.setdefault(key, village.id)
    return found


def comparison_json(comparison: HouseholdComparison, saved: int) -> dict[str, Any]:
    """Return a comparison for other programs; identity numbers are masked."""
    return {
        "year": comparison.year,
        "rows": [_row_json(row) for row in comparison.rows],
        "remarks": list(comparison.remarks),
        "saved": saved,
    }


def _row_json(row: ImportRow) -> dict[str, Any]:
    each = row.proposal
    return {
        "place": each.place,
        "head": without_numbers(each.head),
        "village": without_numbers(each.village),
        "village_id": row.village_id,
        "standing": each.standing,
        "arrival": each.arrival,
        "persons": each.persons,
        "birth_year": each.birth_year,
        "identity": masked(each.identity),
        "verdict": row.verdict,
        "doubts": [{"field": doubt.field, "sentence": without_numbers(doubt.sentence)} for doubt in row.doubts],
    }


class _Comparer:
    """Judges one row after another, and remembers the identity numbers already met."""

    def __init__(self, villages: Mapping[str, int], kept: Collection[Household]) -> None:
        self._villages = villages
        self._identities = {each.identity: each for each in kept if each.identity}
        self._people = {(name_key(each.head), each.birth_year, each.village_id): each for each in kept}
        self._met: set[str] = set()
        self._met_people: dict[tuple[str, int | None, int, HouseholdClass | None], list[str]] = {}

    def row(self, proposal: HouseholdProposal) -> ImportRow:
        """Return one row with its village, its verdict and its doubts."""
        village_id = self._village(proposal.village)
        doubts = list(proposal.doubts)
        if not village_id:
            doubts.append(Doubt("village", _village_doubt(proposal.village)))
        if not proposal.head:
            doubts.append(Doubt("head", "Chưa có họ và tên chủ hộ. Hãy ghi họ và tên."))
        verdict, may_be_taken = self._verdict(proposal, village_id)
        if verdict is Verdict.KNOWN:
            doubts.append(Doubt("head", "Hộ này đã có trong danh sách; giữ nguyên hộ đã ghi."))
        self._meet(proposal, village_id)
        return ImportRow(proposal, village_id, verdict, tuple(doubts), may_be_taken)

    def _village(self, name: str) -> int:
        return self._villages.get(fold(name)) or self._villages.get(_bare(name), 0)

    def _verdict(self, proposal: HouseholdProposal, village_id: int) -> tuple[Verdict, bool]:
        person = (name_key(proposal.head), proposal.birth_year, village_id)
        same = self._identities.get(proposal.identity) or self._people.get(person)
        if same and (not (same.identity and proposal.identity) or same.identity == proposal.identity):
            return Verdict.KNOWN, False
        if proposal.identity and proposal.identity in self._met:
            return Verdict.REPEATED, False
        if not (proposal.standing and proposal.head):
            return Verdict.UNCLEAR, False
        others = self._met_people.get((*person, proposal.standing), [])
        if any(not (other and proposal.identity) for other in others):
            return Verdict.REPEATED, True
        return Verdict.NEW, False

    def _meet(self, proposal: HouseholdProposal, village_id: int) -> None:
        if proposal.identity:
            self._met.add(proposal.identity)
        person = (name_key(proposal.head), proposal.birth_year, village_id, proposal.standing)
        self._met_people.setdefault(person, []).append(proposal.identity)


def _bare(name: str) -> str:
    return _KIND.sub("", fold(name))


def _village_doubt(name: str) -> str:
    if not name:
        return "Chưa có tên thôn, tổ dân phố. Hãy chọn thôn."
    return (
        f"Danh sách thôn chưa có “{name}”. Hãy chọn thôn, hoặc thêm thôn ở Cài đặt; "
        f"nếu vẫn ghi, hộ đứng ở mục “{NO_VILLAGE}”."
    )


def _household(row: ImportRow, list_id: int) -> Household:
    each = row.proposal
    if each.standing is None:
        raise KnownError(f"Hộ {each.head} chưa rõ là hộ nghèo hay hộ cận nghèo. Hãy chọn phân loại rồi ghi lại.")
    return Household(
        list_id=list_id,
        head=each.head,
        village_id=row.village_id,
        standing=each.standing,
        arrival=each.arrival,
        persons=each.persons,
        birth_year=each.birth_year,
        sex=each.sex,
        ethnicity=each.ethnicity,
        identity=each.identity,
        income_points=each.income_points,
        lack_points=each.lack_points,
        deprivations=each.deprivations,
        note=each.note,
    )
