"""One connection to the encrypted file, with every setting of safe writing made and read back."""

from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from db import failures
from papi_desktop.domain.errors import KnownError

APPLICATION_ID: Final = int.from_bytes(b"PAPI", "big")
OLDEST_SQLITE: Final = (3, 51, 3)
BUSY_MILLISECONDS: Final = 15_000

# Each setting as it is written and as it reads back. TRUNCATE and FULL survived every simulated power cut.
SETTINGS: Final[dict[str, tuple[str, object]]] = {
    "busy_timeout": (str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    "journal_mode": ("truncate", "truncate"),
    "synchronous": ("full", 2),
    "foreign_keys": ("on", 1),
    "trusted_schema": ("off", 0),
    "cell_size_check": ("on", 1),
    "mmap_size": ("0", 0),
    "secure_delete": ("on", 1),
    "temp_store": ("memory", 2),
}


def connect(path: Path, key: str, busy_milliseconds: int = BUSY_MILLISECONDS) -> Any:
    """Open `path` with the raw key; nothing is ever begun by itself. Raises KnownError when a setting does not hold."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise KnownError(failures.OLD_SQLITE)
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level=none")
        connection.execute(f"PRAGMA key=\"x'{key}'\"")
        _make_safe(connection)
        connection.execute(f"PRAGMA busy_timeout={busy_milliseconds}")
    except BaseException:
        connection.close()
        raise
    return connection


def setting(connection: Any, name: str) -> object:
    """Return the value of one setting as the engine holds it."""
    found = connection.execute(f"PRAGMA {name}").fetchone()
    return found[0] if found else None


def _make_safe(connection: Any) -> None:
    for name, (wanted, _holds) in SETTINGS.items():
        connection.execute(f"PRAGMA {name}={wanted}").fetchall()
    if any(setting(connection, name) != holds for name, (_wanted, holds) in SETTINGS.items()):
        raise KnownError(failures.UNSAFE)
