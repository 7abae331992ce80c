"""A view of a list that a person named to come back to: its filters and its words."""

from dataclasses import dataclass
from typing import Protocol

from papi_desktop.domain.stores import Saved, Store


@dataclass(frozen=True)
class View:
    """The filters (by key) and words of one list under a name; a list has one view of a name."""

    register: str
    name: str
    filters: tuple[tuple[str, str], ...] = ()
    words: str = ""
    id: int = 0
    uuid: str = ""


class ViewStore(Store[View], Protocol):
    """The named views, by list and name."""

    def of_register(self, register: str) -> list[View]:
        """Return the views of one list, by name in Vietnamese order."""
        ...

    def find(self, register: str, name: str) -> View | None:
        """Return the view of one list with this name, if there is one."""
        ...

    def put(self, value: View) -> Saved[View]:
        """Insert or replace; raises KnownError when another view of the list has this name."""
        ...
