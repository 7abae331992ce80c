"""The mappings of columns, one for each source."""

from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from db.schema import Pairs, Row, one_live
from db.stores import RowStore
from papi_desktop.domain.mappings import ColumnMapping


class MappingRow(Row):
    """One mapping."""

    __tablename__ = "column_mapping"
    __table_args__ = (one_live("ux_column_mapping_key", "source_key"),)

    source_key: Mapped[str]
    columns: Mapped[tuple[tuple[str, str], ...]] = mapped_column(Pairs)


class Mappings(RowStore[MappingRow, ColumnMapping]):
    """The mappings, by source."""

    row = MappingRow
    value = ColumnMapping
    noun = "cách đọc cột"
    order: ClassVar = (MappingRow.source_key, MappingRow.id)

    def find(self, source_key: str) -> ColumnMapping | None:
        """Return the mapping of one source, if it was ever corrected."""
        return next(iter(self._where(MappingRow.source_key == source_key)), None)
