"""The one store behind every register: a feature only describes its row, its order and its own questions."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Final, Generic, Protocol, TypeVar
from uuid import uuid4

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, QueryableAttribute, Session

from db import changes, removal, search
from db.schema import Row, local_time, now
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.stores import Removed, Saved


class Kept(Protocol):
    """A frozen dataclass of the domain with an id and an exchange key."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int: ...
    @property
    def uuid(self) -> str: ...


@dataclass(frozen=True)
class Links:
    """The columns of a table of links: whose they are, to what, and in which order."""

    owner: InstrumentedAttribute[int]
    target: InstrumentedAttribute[int]
    ordinal: InstrumentedAttribute[int]


RowT = TypeVar("RowT", bound=Row)
ValueT = TypeVar("ValueT", bound=Kept)


class RowStore(Generic[RowT, ValueT]):
    """Values kept as rows whose attributes have the names of the value's fields."""

    row: type[RowT]
    value: type[ValueT]
    noun: ClassVar[str]
    """What one of them is called in a sentence, as in "nhiệm vụ"."""
    order: ClassVar[tuple[Any, ...]]
    links: ClassVar[Mapping[str, Links]] = {}
    """The fields that are ids in a table of links."""
    lists: ClassVar[tuple[str, ...]] = ()
    """The other fields that are tuples kept in a table of their own; the store says how they are read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names = tuple(field.name for field in fields(self.value))
        self._fields = tuple(name for name in self._names if name not in ("id", "uuid"))

    def get(self, id: int) -> ValueT:
        """Return one value. Raises KnownError when it is gone."""
        return self._value(self._live(id))

    def all(self) -> list[ValueT]:
        """Return every value that is not in the recycle bin, in its natural order."""
        return self._where()

    def put(self, value: ValueT) -> Saved[ValueT]:
        """Insert a value with id 0, or replace the one with the same id."""
        return self._put_together([value])[0]

    def put_many(self, values: Iterable[ValueT]) -> list[Saved[ValueT]]:
        """Put many values at once, in order; much faster than one by one."""
        wanted = list(values)
        parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
        return [saved for part in parts for saved in self._put_together(part)]

    def remove(self, id: int) -> ValueT:
        """Move one value to the recycle bin, with its parts, and return it."""
        row = self._live(id)
        value = self._value(row)
        row.changed_by = self._who()
        removal.hide(self._session, row)
        changes.note(self._session, "Xóa", self.noun)
        return value

    def restore(self, id: int) -> ValueT:
        """Take one value back out of the recycle bin, with the parts that went with it, and return it."""
        row = self._session.get(self.row, id)
        if row is None:
            raise KnownError(self._gone())
        if row.deleted_at:
            self._bring_back(row)
        return self._value(row)

    def removed(self) -> list[Removed[ValueT]]:
        """Return what was moved to the recycle bin itself, not as a part of something else; the newest first."""
        kind = self.row
        wanted = (kind.deleted_at.is_not(None), kind.deleted_with.is_(None))
        rows = self._session.scalars(select(kind).where(*wanted).order_by(kind.deleted_at.desc(), kind.id.desc()))
        return [Removed(self._value(row), local_time(row.deleted_at), row.changed_by) for row in rows if row.deleted_at]

    def _put_together(self, values: Sequence[ValueT]) -> list[Saved[ValueT]]:
        known = self._rows({value.id for value in values if value.id})
        before = {id: self._value(row) for id, row in known.items()}
        rows = [known[value.id] if value.id else self.row() for value in values]
        for row, value in zip(rows, values, strict=True):
            self._fill(row, value)
        self._session.add_all(rows)
        self._flush()
        removal.require_owners(self._session, rows)
        search.write(self._session, rows)
        changes.note(self._session, "Sửa" if known else "Thêm", self.noun, len(rows))
        return [Saved(before.get(value.id), after) for value, after in zip(values, self._as_stored(rows), strict=True)]

    def _rows(self, ids: Set[int]) -> dict[int, RowT]:
        if len(ids) < 2:
            return {id: self._live(id) for id in ids}
        rows = self._session.scalars(select(self.row).where(self._is_live(), self.row.id.in_(ids)))
        found = {row.id: row for row in rows}
        if len(found) < len(ids):
            raise KnownError(self._gone())
        return found

    def _as_stored(self, rows: Sequence[RowT]) -> list[ValueT]:
        """Return the values as the file has them, with their texts composed."""
        if len(rows) == 1:
            self._session.refresh(rows[0])
            return [self._value(rows[0])]
        ids = [row.id for row in rows]
        for row in rows:
            self._session.expire(row)
        found = {value.id: value for value in self._where(self.row.id.in_(ids))}
        return [found[id] for id in ids]

    def _where(self, *conditions: ColumnElement[bool]) -> list[ValueT]:
        wanted = (self._is_live(), *conditions)
        # In the place of a list of links stands the id by which they are looked up.
        elsewhere = (*self.links, *self.lists)
        columns = [self.row.id if name in elsewhere else getattr(self.row, name) for name in self._names]
        if not all(isinstance(column, QueryableAttribute) for column in columns):
            return [self._value(row) for row in self._session.scalars(self._ordered(select(self.row), wanted))]
        # Columns alone are read three times as fast as whole rows.
        make: Callable[..., ValueT] = self.value
        found = self._session.execute(self._ordered(select(*columns), wanted))
        linked = [(self._names.index(name), self._linked(name, wanted)) for name in elsewhere]
        if not linked:
            return [make(*row) for row in found]
        return [make(*_with_links(row, linked)) for row in found]

    def _ordered(self, query: Select[Any], wanted: Iterable[ColumnElement[bool]]) -> Select[Any]:
        return query.where(*wanted).order_by(*self.order)

    def _linked(self, name: str, wanted: Iterable[ColumnElement[bool]]) -> Mapping[int, tuple[Any, ...]]:
        """Return what a list holds, by the id of the row whose list it is: ids where it is one of links."""
        link = self.links[name]
        query = select(link.owner, link.target).join(self.row, self.row.id == link.owner).where(*wanted)
        found: dict[int, tuple[int, ...]] = {}
        for owner, target in self._session.execute(query.order_by(link.ordinal)):
            found[owner] = (*found.get(owner, ()), target)
        return found

    def _is_live(self) -> ColumnElement[bool]:
        live: ColumnElement[bool] = self.row.deleted_at.is_(None)
        return live

    def _value(self, row: RowT) -> ValueT:
        make: Callable[..., ValueT] = self.value
        return make(**{name: getattr(row, name) for name in self._names})

    def _fill(self, row: RowT, value: ValueT) -> None:
        for name in self._fields:
            if getattr(row, name) != getattr(value, name):
                setattr(row, name, getattr(value, name))
        row.uuid = value.uuid or row.uuid or str(uuid4())
        row.changed_at, row.changed_by = now(), self._who()
        row.settle()

    def _live(self, id: int) -> RowT:
        row = self._session.get(self.row, id)
        if row is None or row.deleted_at:
            raise KnownError(self._gone())
        return row

    def _bring_back(self, row: RowT) -> None:
        try:
            removal.bring_back(self._session, row)
            changes.note(self._session, "Khôi phục", self.noun)
        except IntegrityError as error:
            raise KnownError(self.row.taken) from error

    def _flush(self) -> None:
        try:
            self._session.flush()
        except IntegrityError as error:
            is_taken = "UNIQUE" in str(error.orig)
            raise KnownError(self.row.taken if is_taken else _LINK_GONE) from error

    def _who(self) -> str:
        return str(self._session.info.get("who", ""))

    def _gone(self) -> str:
        return f"Không còn {self.noun} này; có thể đã bị xóa. Hãy xem lại danh sách hoặc lấy lại bằng Hoàn tác."


def _with_links(row: Iterable[Any], linked: Iterable[tuple[int, Mapping[int, tuple[Any, ...]]]]) -> list[Any]:
    values = list(row)
    for position, ids in linked:
        values[position] = ids.get(values[position], ())
    return values


_AT_ONCE: Final = 500
_LINK_GONE: Final = "Mục này trỏ tới một mục không còn nữa nên chưa ghi. Hãy chọn lại các mục liên quan rồi ghi lại."
