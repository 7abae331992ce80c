"""The change number, and the record of each change of the last hour: it is kept with the change or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, DateTime, bindparam, delete, func, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.schema import Base, NfcText, now
from papi_desktop.domain.changes import KEPT_FOR

_LABEL: Final = "label"
_WRITES: Final = "writes"
_IS_FIRM: Final = "is firm"


class ChangeRow(Base):
    """The one row with the number."""

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]


class PastChangeRow(Base):
    """One change that can be taken back; its id is its number."""

    __tablename__ = "past_change"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    label: Mapped[str]


class PastRowRow(Base):
    """One row as it was before one step of a change, as JSON; nothing where the step inserted it."""

    __tablename__ = "past_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    change_number: Mapped[int] = mapped_column(index=True)
    table: Mapped[str]
    row: Mapped[int]
    before: Mapped[str | None]


@contextmanager
def counted(session: Session) -> Iterator[None]:
    """Begin the transaction; at its end, when any row was written, raise the number and keep how to go back."""
    engine_connection = session.connection().connection.dbapi_connection
    assert engine_connection is not None
    before = engine_connection.total_changes
    yield
    session.flush()
    if engine_connection.total_changes != before:
        session.execute(RAISE)
        _keep(session)


def number(connection: Connection | Session) -> int:
    """Return the number."""
    return connection.scalars(select(ChangeRow.number)).one()


def label(session: Session, words: str) -> None:
    """Name the change of this transaction."""
    session.info[_LABEL] = words


def note(session: Session, verb: str, noun: str, count: int = 1) -> None:
    """Note a write, so that a change without a name is called after its first one, as in "Sửa 3 nhiệm vụ"."""
    writes: dict[tuple[str, str], int] = session.info.setdefault(_WRITES, {})
    writes[verb, noun] = writes.get((verb, noun), 0) + count


def make_firm(session: Session) -> None:
    """Let neither this change nor any before it be taken back."""
    session.info[_IS_FIRM] = True


def forget(session: Session, before: int) -> None:
    """Forget how to go back behind the change `before`; that one and the later ones can still be taken back."""
    session.execute(delete(PastRowRow).where(PastRowRow.change_number < before))
    session.execute(delete(PastChangeRow).where(PastChangeRow.id < before))


def _keep(session: Session) -> None:
    if session.info.get(_IS_FIRM):
        forget(session, before=number(session) + 1)
    else:
        moment = now()
        who = str(session.info.get("who", ""))
        session.execute(_REMEMBER, {"moment": moment, "who": who, "words": _words(session)})
        newest_old = session.scalar(_NEWEST_OLD, {"limit": moment - KEPT_FOR})
        if newest_old is not None:
            forget(session, before=newest_old + 1)


def _words(session: Session) -> str:
    if _LABEL in session.info:
        return str(session.info[_LABEL])
    writes: dict[tuple[str, str], int] = session.info.get(_WRITES, {})
    for (verb, noun), count in writes.items():
        return f"{verb} {noun}" if count == 1 else f"{verb} {count} {noun}"
    return "Thay đổi"


RAISE: Final = update(ChangeRow).values(number=ChangeRow.number + 1)
_NEWEST_OLD: Final = select(func.max(PastChangeRow.id)).where(PastChangeRow.at < bindparam("limit"))
_REMEMBER: Final = text(
    "INSERT INTO past_change(id, at, by, label) SELECT number, :moment, :who, :words FROM change "
    "WHERE EXISTS (SELECT 1 FROM past_row WHERE change_number = number)"
).bindparams(bindparam("moment", type_=DateTime), bindparam("words", type_=NfcText))
