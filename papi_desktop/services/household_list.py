"""The yearly list of poor and near-poor households on the screen: identity numbers hidden, one revealed at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from papi_desktop.domain.commune import Village
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.households import (
    Arrival,
    Change,
    Household,
    HouseholdClass,
    HouseholdList,
    Movement,
    VillageCount,
    changes,
    name_key,
    same_names,
    totals,
)
from papi_desktop.domain.text import count, has_words
from papi_desktop.services.registers import ColumnKind, Filter, Query, Register, RegisterColumn
from papi_desktop.services.work import Work

NO_VILLAGE = "Chưa rõ thôn"


@dataclass(frozen=True)
class HouseholdLine:
    """One household as a list shows it; ethnicity, deprivations and notes are only in the record itself."""

    id: int
    list_id: int
    year: int
    head: str
    village_id: int
    village: str
    birth_year: int | None
    persons: int | None
    standing: HouseholdClass
    arrival: Arrival
    income_points: int | None
    lack_points: int | None
    identity: str
    """Only its last three digits are shown."""
    is_homonym: bool


@dataclass(frozen=True)
class YearBook:
    """One yearly list with its households in village order, and the villages by id."""

    record: HouseholdList
    households: tuple[Household, ...]
    villages: Mapping[int, Village]

    def village_name(self, village_id: int) -> str:
        """Return the name of a village, or the words for none."""
        village = self.villages.get(village_id)
        return village.name if village else NO_VILLAGE

    @property
    def unplaced(self) -> int:
        """Return how many households stand under no village."""
        return sum(not each.village_id for each in self.households)

    @property
    def totals(self) -> list[VillageCount]:
        """Return the counts by village, in the commune's own order."""
        return totals(self.households, tuple(self.villages))


def year_book(work: Work, year: int) -> YearBook:
    """Return the list of one year. Raises KnownError when there is none."""
    found = work.household_lists.of_year(year)
    if found is None:
        raise KnownError(f"Chưa có danh sách hộ nghèo, hộ cận nghèo năm {year}. Hãy nhập hoặc nạp danh sách trước.")
    villages = {village.id: village for village in work.villages.all()}
    place = {village_id: position for position, village_id in enumerate((*villages, 0))}
    own = sorted(_of_list(work, found, villages), key=lambda each: place[each.village_id])
    return YearBook(found, tuple(own), villages)


def _of_list(work: Work, record: HouseholdList, villages: Mapping[int, Village]) -> list[Household]:
    """Return the households of a list; those of a village that is no longer there stand under none."""
    own = work.households.of_list(record.id)
    return [each if each.village_id in villages else replace(each, village_id=0) for each in own]


def unplaced_sentence(households: int) -> str:
    """Return how many households stand under no village, and how to mend it; nothing for none."""
    if not households:
        return ""
    return f"{count(households)} hộ chưa rõ thôn; hãy lọc “{NO_VILLAGE}” ở danh sách hộ và chọn thôn cho từng hộ."


def list_for(work: Work, year: int) -> HouseholdList:
    """Return the list of one year, made when there is none yet."""
    return work.household_lists.of_year(year) or work.household_lists.put(HouseholdList(year)).after


def household_lines(work: Work, query: Query) -> list[HouseholdLine]:
    """Return the households of the asked year, or of the newest list, village by village."""
    year = int(query.filter("year") or newest_year(work, query.period.year))
    if not year:
        return []
    book = year_book(work, year)
    twice = same_names(book.households)
    lines = (
        _line(each, book, name_key(each.head, each.ethnicity) in twice)
        for each in book.households
        if _is_asked(each, query)
    )
    return [line for line in lines if has_words(query.words, line.head, line.village)]


def revealed_identity(work: Work, household_id: int) -> str:
    """Return the whole identity number of one household, for the one who opens its record."""
    return work.households.get(household_id).identity


def year_changes(work: Work, year: int) -> list[Change]:
    """Return how households moved from the list before to the list of `year`; nothing when there is none before."""
    book = year_book(work, year)
    older = [each for each in work.household_lists.all() if each.year < year]
    if not older:
        return []
    before, *earlier = (_of_list(work, each, book.villages) for each in older)
    return changes(before, book.households, chain.from_iterable(earlier))


def change_counts(found: Sequence[Change]) -> dict[Movement, int]:
    """Return how many households moved in each way."""
    return {movement: sum(each.movement is movement for each in found) for movement in Movement}


def newest_year(work: Work, year: int) -> int:
    """Return the year of the newest list that applies by `year`, or of the oldest one; 0 where there is none."""
    years = [each.year for each in work.household_lists.all()]
    return next((each for each in years if each <= year), years[-1] if years else 0)


def _line(each: Household, book: YearBook, is_homonym: bool) -> HouseholdLine:
    return HouseholdLine(
        id=each.id,
        list_id=each.list_id,
        year=book.record.year,
        head=each.head,
        village_id=each.village_id,
        village=book.village_name(each.village_id),
        birth_year=each.birth_year,
        persons=each.persons,
        standing=each.standing,
        arrival=each.arrival,
        income_points=each.income_points,
        lack_points=each.lack_points,
        identity=each.masked_identity,
        is_homonym=is_homonym,
    )


def _is_asked(each: Household, query: Query) -> bool:
    village, standing = query.filter("village"), query.filter("standing")
    return village in ("", str(each.village_id)) and standing in ("", each.standing)


def _years(work: Work) -> list[tuple[str, str]]:
    return [(str(each.year), f"Năm {each.year}") for each in work.household_lists.all()]


def _villages(work: Work) -> list[tuple[str, str]]:
    return [*((str(each.id), each.name) for each in work.villages.all()), ("0", NO_VILLAGE)]


HOUSEHOLDS = Register(
    name="households",
    title="Hộ nghèo, hộ cận nghèo",
    columns=(
        RegisterColumn("head", "Họ và tên chủ hộ", width=24),
        RegisterColumn("birth_year", "Năm sinh", width=8),
        RegisterColumn("village", "Thôn, tổ dân phố", width=16),
        RegisterColumn("persons", "Số khẩu", ColumnKind.NUMBER, 8),
        RegisterColumn("standing", "Phân loại", width=14),
        RegisterColumn("arrival", "Mới, tái", width=8),
        RegisterColumn("income_points", "Điểm B1", ColumnKind.NUMBER, 8),
        RegisterColumn("lack_points", "Điểm B2", ColumnKind.NUMBER, 8),
        RegisterColumn("identity", "Số định danh", width=14),
    ),
    lines=household_lines,
    filters=(
        Filter("year", "Danh sách mới nhất", from_work=_years),
        Filter("standing", "Mọi phân loại", tuple((each.value, each.value) for each in HouseholdClass)),
        Filter("village", "Mọi thôn, tổ dân phố", from_work=_villages),
    ),
    group=lambda line: line.village,
)
