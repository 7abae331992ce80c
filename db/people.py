"""The villages and the officers."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from db.schema import Row, sort_text
from db.stores import RowStore
from papi_desktop.domain.commune import Officer, Village
from papi_desktop.domain.text import name_sort_key, sort_key


class VillageRow(Row):
    """One village."""

    __tablename__ = "village"

    name: Mapped[str]
    name_order: Mapped[bytes]
    head: Mapped[str]
    phone: Mapped[str]
    households: Mapped[int | None]
    ordinal: Mapped[int]

    def settle(self) -> None:
        """Set the key by which it is listed."""
        self.name_order = sort_text(sort_key(self.name))


class OfficerRow(Row):
    """One officer."""

    __tablename__ = "officer"

    name: Mapped[str]
    name_order: Mapped[bytes]
    title: Mapped[str]
    phone: Mapped[str]
    is_leader: Mapped[bool]
    duty: Mapped[str]
    email: Mapped[str]

    def settle(self) -> None:
        """Set the key by which the officer is listed."""
        self.name_order = sort_text(name_sort_key(self.name))


class Villages(RowStore[VillageRow, Village]):
    """The villages, in the commune's own order."""

    row = VillageRow
    value = Village
    noun = "thôn, tổ dân phố"
    order: ClassVar = (VillageRow.ordinal, VillageRow.name_order, VillageRow.id)


class Officers(RowStore[OfficerRow, Officer]):
    """The officers, by given name in Vietnamese order."""

    row = OfficerRow
    value = Officer
    noun = "cán bộ"
    order: ClassVar = (OfficerRow.name_order, OfficerRow.id)
