"""Which column of a source holds what, as a person corrected it, kept for the next file of that source."""

from dataclasses import dataclass
from typing import Protocol

from papi_desktop.domain.stores import Saved, Store


@dataclass(frozen=True)
class ColumnMapping:
    """What the columns of one source mean, as pairs of a field and its column; a source has one mapping."""

    source_key: str
    columns: tuple[tuple[str, str], ...] = ()
    id: int = 0
    uuid: str = ""


class MappingStore(Store[ColumnMapping], Protocol):
    """The mappings, by source."""

    def find(self, source_key: str) -> ColumnMapping | None:
        """Return the mapping of one source, if it was ever corrected."""
        ...

    def put(self, value: ColumnMapping) -> Saved[ColumnMapping]:
        """Insert or replace; raises KnownError when another mapping is kept for the source."""
        ...
