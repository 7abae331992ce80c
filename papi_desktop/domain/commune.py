"""The commune that uses the program: its name, its seats, its villages and who receives its reports."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from papi_desktop.domain.stores import Saved, Store


class Unit(StrEnum):
    """Kinds of commune-level unit; "thị trấn" is historical since 1/7/2025."""

    COMMUNE = "xã"
    WARD = "phường"
    TOWNSHIP = "thị trấn"
    SPECIAL_ZONE = "đặc khu"


@dataclass(frozen=True)
class Commune:
    """The profile asked for by the first run; `district` is empty since districts ended on 1/7/2025."""

    unit: Unit
    name: str
    province: str
    chairman: str
    recipient: str
    district: str = ""
    seat: str = ""
    is_sample: bool = False
    sample_day: date | None = None
    """The day on which the sample data stands still, so that it looks alive whenever it is opened."""

    @property
    def full_name(self) -> str:
        """Return the unit and the name, as in "xã An Bình"."""
        return f"{self.unit} {self.name}"

    @property
    def committee(self) -> str:
        """Return "UBND xã An Bình"."""
        return f"UBND {self.full_name}"


def recipient_presets(district: str, province: str) -> tuple[str, ...]:
    """Return the usual receivers of the report, the most likely first."""
    to_district = f"UBND {_with_kind(district or '…', 'huyện', 'thị xã', 'thành phố', 'quận')} (qua Phòng Nội vụ)"
    to_province = f"Sở Nội vụ {_with_kind(province or '…', 'tỉnh', 'thành phố')}"
    return (to_district, to_province) if district else (to_province, to_district)


def bare_name(name: str, kind: str) -> str:
    """Return a name without its kind, which people often type too: "Xã An Bình" is "An Bình" of the kind "xã"."""
    first, rest = name[: len(kind)], name[len(kind) :]
    return rest.strip() if first.lower() == kind and rest.startswith(" ") and rest.strip() else name


def _with_kind(name: str, usual: str, *others: str) -> str:
    """Return a name behind its kind: the one that was typed with it, or the usual one."""
    for kind in (usual, *others):
        if bare_name(name, kind) != name:
            return f"{kind} {bare_name(name, kind)}"
    return f"{usual} {name}"


@dataclass(frozen=True)
class Village:
    """A thôn or tổ dân phố, in the commune's own order."""

    name: str
    head: str = ""
    phone: str = ""
    households: int | None = None
    ordinal: int = 0
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class Officer:
    """Someone of the commune who answers for tasks; `is_leader` for the chairman and deputies."""

    name: str
    title: str = ""
    phone: str = ""
    is_leader: bool = False
    duty: str = ""
    """What the officer is in charge of, as the posted directory tells it."""
    email: str = ""
    id: int = 0
    uuid: str = ""


class CommuneStore(Protocol):
    """Where the single commune profile is kept."""

    def get(self) -> Commune | None:
        """Return the profile, or None before the first run is finished."""
        ...

    def put(self, commune: Commune) -> Saved[Commune]:
        """Replace the profile."""
        ...


class VillageStore(Store[Village], Protocol):
    """The villages, in the commune's own order."""


class OfficerStore(Store[Officer], Protocol):
    """The officers, by given name in Vietnamese order."""
