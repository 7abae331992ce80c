"""Days that the commune itself marks as off or worked, such as swap days announced by the Government."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from papi_desktop.domain.stores import Store


@dataclass(frozen=True)
class SpecialDay:
    """One day whose state differs from the calendar's: off, or a weekend day that is worked in exchange."""

    on: date
    is_open: bool
    name: str
    """Why, as in "Nghỉ bù, hoán đổi với ngày 22/08/2026"."""
    id: int = 0
    uuid: str = ""


class SpecialDayStore(Store[SpecialDay], Protocol):
    """The special days, oldest first."""
