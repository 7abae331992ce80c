"""The recycle bin: what is removed is hidden together with its parts, and comes back with the same ones."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, select, update
from sqlalchemy.orm import Session

from db import search
from db.schema import Row, now, owners_of, parts_of, rows_of_registers
from papi_desktop.domain.errors import KnownError

_OWNER_GONE = (
    "Mục này thuộc về một mục khác đang ở thùng rác hoặc không còn nữa. Hãy khôi phục mục kia trước rồi làm lại."
)


def hide(session: Session, row: Row) -> None:
    """Move a row and all its living parts to the recycle bin."""
    moment = now()
    row.deleted_at, row.deleted_with = moment, None
    session.flush()
    search.forget(session, row)
    table = _table(type(row))
    _hide_parts(session, table, select(table.c.id).where(table.c.id == row.id), row.uuid, moment)
    for kind in rows_of_registers():
        search.forget_parts(session, kind, row.uuid)
    session.expire_all()


def bring_back(session: Session, row: Row) -> None:
    """Take a row out of the recycle bin, and the parts that went there with it."""
    require_owners(session, [row])
    hidden = [
        part
        for kind in rows_of_registers()
        for part in session.scalars(select(kind).where(kind.deleted_with == row.uuid))
    ]
    for each in (row, *hidden):
        each.deleted_at = each.deleted_with = None
    session.flush()
    search.write(session, (row, *hidden))


def require_owners(session: Session, rows: Sequence[Row]) -> None:
    """Raise KnownError when a row that one of these (all of one kind) is part of is gone or in the recycle bin."""
    for column, key in owners_of(_table(type(rows[0]))):
        ids = {getattr(row, column.key) for row in rows} - {0, None}
        living = session.scalar(select(func.count(key)).where(key.in_(ids), _is_live(key.table))) if ids else 0
        if living != len(ids):
            raise KnownError(_OWNER_GONE)


def _hide_parts(session: Session, table: Table, owners: Select[Any], uuid: str, moment: datetime) -> None:
    for column in parts_of(table):
        part = column.table
        hidden = {"deleted_at": moment, "deleted_with": uuid}
        session.execute(update(part).where(_is_live(part), column.in_(owners)).values(hidden))
        _hide_parts(session, part, select(part.c.id).where(part.c.deleted_with == uuid), uuid, moment)


def _is_live(table: Any) -> ColumnElement[bool]:
    live: ColumnElement[bool] = table.c.deleted_at.is_(None)
    return live


def _table(kind: type[Row]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table
