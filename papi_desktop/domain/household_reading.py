"""Households as read from a sheet or pasted rows, for a person to check before they are saved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from papi_desktop.domain.calendar import YEARS
from papi_desktop.domain.households import Arrival, HouseholdClass, Sex, name_key
from papi_desktop.domain.plans import Doubt


@dataclass(frozen=True)
class HouseholdProposal:
    """One row as it was understood, and where it stood."""

    place: str
    """Where it was read, as in "dòng 12" with the sheet's name before it when there are several."""
    head: str
    village: str
    standing: HouseholdClass | None
    arrival: Arrival = Arrival.KEPT
    persons: int | None = None
    birth_year: int | None = None
    sex: Sex = Sex.UNKNOWN
    ethnicity: str = ""
    identity: str = ""
    income_points: int | None = None
    lack_points: int | None = None
    deprivations: str = ""
    note: str = ""
    doubts: tuple[Doubt, ...] = ()


ENTRY_FIELDS: Final = (
    "head",
    "village",
    "birth_year",
    "sex",
    "ethnicity",
    "identity",
    "persons",
    "income_points",
    "lack_points",
    "standing",
    "deprivations",
    "note",
)
"""The columns of a list as it is typed or pasted without a header, in their order."""


@dataclass(frozen=True)
class HouseholdSheet:
    """Everything read from one file or paste, with remarks on what was passed over."""

    proposals: tuple[HouseholdProposal, ...]
    remarks: tuple[str, ...] = ()


def with_repeats(proposals: Iterable[HouseholdProposal]) -> tuple[HouseholdProposal, ...]:
    """Return the proposals with a doubt on each that repeats an identity number or a name met in another row."""
    rows = list(proposals)
    identities, names = _places(rows, lambda row: row.identity), _places(rows, lambda row: name_key(row.head))
    return tuple(_doubted(row, identities, names) for row in rows)


def texts_of(row: HouseholdProposal) -> tuple[str, ...]:
    """Return a row as it would be typed, in the order of `ENTRY_FIELDS`."""
    texts = {key: getattr(row, key) for key in ENTRY_FIELDS}
    standing = row.standing.value if row.standing else ""
    texts["standing"] = f"{standing} ({row.arrival})" if standing and row.arrival else standing
    return tuple("" if value is None else str(value) for value in texts.values())


def birth_year_doubt(year: int | None, latest: int) -> Doubt | None:
    """Return a doubt on a year of birth that cannot be that of a head of household in the year `latest`."""
    if year is None or YEARS[0] <= year <= latest:
        return None
    return Doubt("birth_year", f"Năm sinh {year} không hợp lý. Hãy kiểm tra lại.")


def _doubted(
    row: HouseholdProposal, identities: dict[str, list[str]], names: dict[str, list[str]]
) -> HouseholdProposal:
    doubts = list(row.doubts)
    same_number, same_name = identities.get(row.identity, []), names.get(name_key(row.head), [])
    if len(same_number) > 1:
        sentence = f"Trùng số định danh với {_others(same_number, row)}. Hãy bỏ bớt hoặc sửa lại."
        doubts.append(Doubt("identity", sentence))
    elif len(same_name) > 1:
        sentence = f"Trùng họ tên với {_others(same_name, row)}. Hãy xem có phải một hộ ghi hai lần không."
        doubts.append(Doubt("head", sentence))
    return replace(row, doubts=tuple(doubts)) if len(doubts) > len(row.doubts) else row


def _places(rows: list[HouseholdProposal], key: Callable[[HouseholdProposal], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        if key(row):
            found.setdefault(key(row), []).append(row.place)
    return found


def _others(places: list[str], row: HouseholdProposal) -> str:
    shown = [place for place in places[:4] if place != row.place][:3]
    more = len(places) - 1 - len(shown)
    return ", ".join(shown) + (f" và {more} dòng khác" if more else "")
