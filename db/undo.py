"""Taking back: the database itself notes each row before it is written, and the notes are played backwards."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Column, Connection, LargeBinary, Table, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db import search
from db.changes import RAISE, ChangeRow, PastChangeRow, PastRowRow
from db.schema import Base, local_time, now, rows_of_registers
from papi_desktop.domain.changes import KEPT_FOR, Change
from papi_desktop.domain.errors import KnownError

_UNWATCHED: Final = frozenset(kind.__tablename__ for kind in (ChangeRow, PastChangeRow, PastRowRow))
_STUCK: Final = (
    "Không hoàn tác được “{}” vì dữ liệu liên quan không còn như lúc đó; dữ liệu vẫn nguyên như trước. "
    "Hãy sửa lại bằng tay hoặc lấy lại từ Thùng rác."
)


def watch(raw: Any) -> None:
    """Let a connection note every row before it is changed.

    The triggers belong to the connection and not to the file, so they always fit the tables of this program.
    """
    for table in _watched():
        for statement in _triggers(table):
            raw.execute(statement)


def last_change(session: Session) -> Change | None:
    """Return the newest change, unless it is older than an hour."""
    row = session.scalar(select(PastChangeRow).order_by(PastChangeRow.id.desc()).limit(1))
    if row is None or row.at < now() - KEPT_FOR:
        return None
    return Change(row.id, local_time(row.at), row.label, row.by)


def undo(session: Session) -> Change | None:
    """Take back the newest change and forget it; doing so leaves no notes of its own.

    Raises KnownError when something stands in the way.
    """
    change = last_change(session)
    if change:
        stuck = KnownError(_STUCK.format(change.label))
        try:
            _take_back(session, change.number)
        except IntegrityError as error:
            raise stuck from error
        # Asked before the commit: a commit that links refuse would leave the transaction open.
        if session.connection().exec_driver_sql("PRAGMA foreign_key_check").first():
            raise stuck
    return change


def _take_back(session: Session, number: int) -> None:
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    last_note = connection.scalar(select(func.max(PastRowRow.id)))
    ids = {table: _restore_rows(connection, table, notes) for table, notes in _notes(connection, number).items()}
    for kind in rows_of_registers():
        search.write_again(session, kind, ids.get(kind.__tablename__, []))
    connection.execute(delete(PastRowRow).where((PastRowRow.change_number == number) | (PastRowRow.id > last_note)))
    connection.execute(delete(PastChangeRow).where(PastChangeRow.id == number))
    connection.execute(RAISE)


def _notes(connection: Connection, number: int) -> dict[str, dict[int, str | None]]:
    """Return how each row was before the change, by table and id: the first note of each counts."""
    wanted = select(PastRowRow.table, PastRowRow.row, PastRowRow.before).where(PastRowRow.change_number == number)
    found: dict[str, dict[int, str | None]] = {}
    for table, row, before in connection.execute(wanted.order_by(PastRowRow.id)):
        found.setdefault(table, {}).setdefault(row, before)
    return found


def _restore_rows(connection: Connection, name: str, notes: Mapping[int, str | None]) -> list[int]:
    """Take all these rows out and put in those that there were, so that no two can be in each other's way."""
    table = Base.metadata.tables[name]
    connection.exec_driver_sql(f'DELETE FROM "{name}" WHERE id = ?', [(id,) for id in notes])
    rows = [tuple(_kept_values(table, before)) for before in notes.values() if before is not None]
    if rows:
        places = ", ".join("?" for _ in table.columns)
        connection.exec_driver_sql(f'INSERT INTO "{name}" ({_names(table)}) VALUES ({places})', rows)
    return list(notes)


def _kept_values(table: Table, before: str) -> Iterator[object]:
    values = json.loads(before)
    for column in table.columns:
        value = values[column.name]
        yield bytes.fromhex(value) if value is not None and _is_binary(column) else value


def _triggers(table: Table) -> Iterator[str]:
    before = ", ".join(f"'{column.name}', {_as_json(column)}" for column in table.columns)
    for event, row, kept in (("INSERT", "NEW", "NULL"), ("UPDATE", "OLD", before), ("DELETE", "OLD", before)):
        value = kept if event == "INSERT" else f"json_object({kept})"
        yield (
            f'CREATE TEMP TRIGGER "note_{event.lower()}_{table.name}" AFTER {event} ON main."{table.name}" BEGIN '
            f'INSERT INTO past_row(change_number, "table", "row", before) '
            f"SELECT number + 1, '{table.name}', {row}.id, {value} FROM change; END"
        )


def _as_json(column: Column[Any]) -> str:
    value = f'OLD."{column.name}"'
    return f"iif({value} IS NULL, NULL, hex({value}))" if _is_binary(column) else value


def _is_binary(column: Column[Any]) -> bool:
    return isinstance(column.type, LargeBinary)


def _names(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _watched() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table.name not in _UNWATCHED]
