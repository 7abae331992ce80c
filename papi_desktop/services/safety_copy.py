"""A verified copy of the data before something is taken over from a file, so that even a wrong file costs nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.files import write_failure
from papi_desktop.services.work import Storage

KEPT: Final = 3
_STEM: Final = "truoc-khi-nap"
_NAME: Final = re.compile(rf"{_STEM}-(\d+)\.db")


def keep_copy(storage: Storage, backups: Path) -> Path:
    """Write a verified copy into `backups`, let go of all but the newest three of its kind, and return it.

    Raises KnownError when it cannot be written; then nothing may be taken over.
    """
    try:
        backups.mkdir(parents=True, exist_ok=True)
        last = max((number for number, _path in _copies(backups)), default=0)
        target = backups / f"{_STEM}-{last + 1:04d}.db"
        storage.backup(target)
    except OSError as error:
        raise _refusal(write_failure(error, backups / f"{_STEM}.db")) from error
    except KnownError as error:
        raise _refusal(error) from error
    _let_go(backups)
    return target


def _refusal(why: KnownError) -> KnownError:
    return KnownError(f"Chưa nạp gì, vì không giữ được bản sao dữ liệu trước khi nạp. {why}")


def _copies(backups: Path) -> Iterator[tuple[int, Path]]:
    for path in backups.iterdir():
        found = _NAME.fullmatch(path.name)
        if found:
            yield int(found[1]), path


def _let_go(backups: Path) -> None:
    for _number, path in sorted(_copies(backups), reverse=True)[KEPT:]:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue  # it is open elsewhere; the next copy lets go of it
