"""The change number: it grows by one with each transaction that changed anything."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.schema import Base


class ChangeRow(Base):
    """The one row with the number."""

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]


@contextmanager
def counted(session: Session) -> Iterator[None]:
    """Begin the transaction, and raise the number at its end when any row was written in between."""
    engine_connection = session.connection().connection.dbapi_connection
    assert engine_connection is not None
    before = engine_connection.total_changes
    yield
    session.flush()
    if engine_connection.total_changes != before:
        session.execute(update(ChangeRow).values(number=ChangeRow.number + 1))


def number(connection: Connection) -> int:
    """Return the number."""
    return connection.scalars(select(ChangeRow.number)).one()
