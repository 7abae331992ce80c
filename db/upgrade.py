"""Creating the tables and bringing an older file up to date, each in one transaction."""

from importlib import import_module

from sqlalchemy import Connection, Engine

from db import backup
from db.connection import APPLICATION_ID
from db.failures import DAMAGED, FOREIGN, NEWER
from db.migrations import VERSIONS
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder


def bring_up_to_date(engine: Engine, folder: DataFolder, key: str) -> None:
    """Create or upgrade the tables when they are not of this version; an existing file is copied first."""
    version = _version(engine)
    if version == len(VERSIONS):
        return
    if version:
        _keep_copy(folder, key, version)
    with engine.connect() as connection:
        _foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                _migrate(connection)
        finally:
            _foreign_keys(connection, "ON")


def _version(engine: Engine) -> int:
    with engine.connect() as connection:
        return _own_version(connection)


def _own_version(connection: Connection) -> int:
    application = _pragma(connection, "application_id")
    version = _pragma(connection, "user_version")
    is_empty = not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if application != APPLICATION_ID and not (is_empty and application == version == 0):
        raise KnownError(FOREIGN)
    if version > len(VERSIONS):
        raise KnownError(NEWER)
    return version


def _migrate(connection: Connection) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    have = _own_version(connection)
    with Operations.context(MigrationContext.configure(connection)):
        for number, name in enumerate(VERSIONS[have:], have + 1):
            import_module(f"db.migrations.{name}").upgrade()
            connection.exec_driver_sql(f"PRAGMA user_version={number}")
    for table in ("past_row", "past_change"):  # what was noted of the old tables does not fit the new ones
        connection.exec_driver_sql(f"DELETE FROM {table}")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise KnownError(DAMAGED)


def _keep_copy(folder: DataFolder, key: str, version: int) -> None:
    folder.backups.mkdir(parents=True, exist_ok=True)
    stem = f"truoc-nang-cap-{version}"
    taken = {path.name for path in folder.backups.iterdir()}
    number = next(number for number in range(1, len(taken) + 2) if f"{stem}-{number}.db" not in taken)
    backup.copy(folder.database, key, folder.backups / f"{stem}-{number}.db")


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar() or 0)


def _foreign_keys(connection: Connection, state: str) -> None:
    """Switch the watch over links, which has no effect inside a transaction."""
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.cursor().execute(f"PRAGMA foreign_keys={state}")
