"""The one store behind every register: a feature only describes its row, its order and its own questions."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar
from uuid import uuid4

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import QueryableAttribute, Session

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


RowT = TypeVar("RowT", bound=Row)
ValueT = TypeVar("ValueT", bound=Kept)


class RowStore(Generic[RowT, ValueT]):
    """Values kept as rows whose attributes have the names of the value's fields."""

    row: type[RowT]
    value: type[ValueT]
    noun: ClassVar[str]
    """What one of them is called in a sentence, as in "nhiệm vụ"."""
    order: ClassVar[tuple[Any, ...]]

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
        row = self._live(value.id) if value.id else self.row()
        before = self._value(row) if value.id else None
        self._fill(row, value)
        self._session.add(row)
        self._flush()
        removal.require_owners(self._session, row)
        self._session.refresh(row)
        search.write(self._session, row)
        changes.note(self._session, "Sửa" if before else "Thêm", self.noun)
        return Saved(before, self._value(row))

    def put_many(self, values: Iterable[ValueT]) -> list[Saved[ValueT]]:
        """Put many values at once, in order."""
        return [self.put(value) for value in values]

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

    def _where(self, *conditions: ColumnElement[bool]) -> list[ValueT]:
        wanted = (self.row.deleted_at.is_(None), *conditions)
        columns = [getattr(self.row, name) for name in self._names]
        if all(isinstance(column, QueryableAttribute) for column in columns):
            # Columns alone are read three times as fast as whole rows.
            make: Callable[..., ValueT] = self.value
            return [make(*row) for row in self._session.execute(select(*columns).where(*wanted).order_by(*self.order))]
        rows = self._session.scalars(select(self.row).where(*wanted).order_by(*self.order))
        return [self._value(row) for row in rows]

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


_LINK_GONE = "Mục này trỏ tới một mục không còn nữa nên chưa ghi. Hãy chọn lại các mục liên quan rồi ghi lại."
