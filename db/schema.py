"""What all tables share: names of constraints, column types, and the columns that every row has."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Final, TypeVar

from sqlalchemy import Column, Date, DateTime, Dialect, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

from papi_desktop.domain.periods import read_period
from papi_desktop.domain.text import nfc

TextPairs = tuple[tuple[str, str], ...]
EnumT = TypeVar("EnumT", bound=StrEnum)

NAMES: Final = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


def now() -> datetime:
    """Return the time of this moment in UTC, as it is stored."""
    return datetime.now(UTC).replace(tzinfo=None)


def local_time(moment: datetime) -> datetime:
    """Return a stored time with the zone of this computer."""
    return moment.replace(tzinfo=UTC).astimezone()


def sort_text(key: str) -> bytes:
    """Return a key of `domain.text` as bytes, which every database compares alike."""
    return key.encode()


def period_order(code: str) -> int:
    """Return a number that puts the periods with these codes in the order in which they end."""
    year, last_month, length = read_period(code).order
    return (year * 100 + last_month) * 100 + length


class NfcText(TypeDecorator[str]):
    """Text that reaches the file only in NFC."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Compose before writing."""
        return None if value is None else nfc(value)


class ExactNumber(TypeDecorator[Decimal]):
    """A decimal number kept digit by digit, as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the digits."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Read the digits."""
        return None if value is None else Decimal(value)


class Choice(TypeDecorator[EnumT]):
    """A member of an enumeration, kept by the text of its value."""

    impl = Text
    cache_ok = True

    def __init__(self, members: type[EnumT]) -> None:
        super().__init__()
        self.members = members

    def process_bind_param(self, value: EnumT | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the value's text."""
        return None if value is None else str(self.members(value))

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], EnumT | None]:  # noqa: ARG002
        """Read the member with this text; a table of them is five times as fast as asking the enumeration."""
        members: dict[str | None, EnumT | None] = {None: None, **{str(member): member for member in self.members}}
        return members.__getitem__


class Link(TypeDecorator[int]):
    """The id of another row; 0, as values say "none", is kept as no link at all."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Write no link for 0."""
        return value or None

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | None], int]:  # noqa: ARG002
        """Read 0 for no link."""
        return lambda value: value or 0


class Pairs(TypeDecorator[TextPairs]):
    """Pairs of texts in order, kept as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: TextPairs | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Compose and write the pairs."""
        return None if value is None else nfc(json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> TextPairs | None:  # noqa: ARG002
        """Read the pairs."""
        return None if value is None else tuple((first, second) for first, second in json.loads(value))


class Base(DeclarativeBase):
    """The declarative root of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: NfcText,
        date: Date,
        datetime: DateTime,
        Decimal: ExactNumber,
    }


class Row(Base):
    """A row of a register: its keys, when and by whom it was written, and whether it is in the recycle bin."""

    __abstract__ = True
    source: ClassVar[str] = ""
    """Where a search looks for these rows, one of `search.SOURCES`; empty when it does not."""
    taken: ClassVar[str] = "Đã có một mục khác giống mục này. Hãy mở mục đã có để sửa, hoặc nhập khác đi."
    """The sentence for a row whose key another row holds."""

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    uuid: Mapped[str] = mapped_column(unique=True, sort_order=-9)
    created_at: Mapped[datetime] = mapped_column(default=now, sort_order=10)
    changed_at: Mapped[datetime] = mapped_column(default=now, onupdate=now, sort_order=10)
    changed_by: Mapped[str] = mapped_column(default="", sort_order=10)
    deleted_at: Mapped[datetime | None] = mapped_column(sort_order=10)
    deleted_with: Mapped[str | None] = mapped_column(sort_order=10)
    """The uuid of the row whose removal hid this one; empty when it was removed itself."""

    def settle(self) -> None:
        """Set the columns that follow from others, such as keys for sorting."""

    def searched(self) -> tuple[str, ...]:
        """Return the texts that a search looks through."""
        return ()

    def found_as(self) -> tuple[str, int]:
        """Return the register and id that a search answers with."""
        return self.source, self.id


def owner(column: str) -> MappedColumn[int]:
    """Describe the column that names the row this one is part of, and with which it is removed."""
    return mapped_column(ForeignKey(column), index=True, info={"part_of": True})


def possible_owner(column: str) -> MappedColumn[int]:
    """Describe like `owner` a column that may be empty because another one names the owner."""
    return mapped_column(Link, ForeignKey(column), nullable=True, index=True, info={"part_of": True})


def link(column: str) -> MappedColumn[int]:
    """Describe a column that points at another row, or at none."""
    return mapped_column(Link, ForeignKey(column), nullable=True)


def one_live(name: str, *columns: str) -> Index:
    """Describe a key that only one row outside the recycle bin may hold."""
    live = Column("deleted_at").is_(None)
    return Index(name, *columns, unique=True, sqlite_where=live, postgresql_where=live)


def owners_of(table: Table) -> Iterator[tuple[Column[Any], Column[Any]]]:
    """Yield the columns of `table` that name an owner, each with the key it points at."""
    for column in table.columns:
        if column.info.get("part_of"):
            yield column, next(iter(column.foreign_keys)).column


def parts_of(table: Table) -> Iterator[Column[Any]]:
    """Yield the columns of other tables that name a row of `table` as their owner."""
    for other in table.metadata.sorted_tables:
        for column, key in owners_of(other):
            if key.table is table:
                yield column


def rows_of_registers() -> list[type[Row]]:
    """Return every kind of row."""
    return [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Row)]
