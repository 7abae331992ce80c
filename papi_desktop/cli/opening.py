"""What the commands share: opening the data, the day that counts, the folder for files, and speaking."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from papi_desktop.cli.entry import Entry
from papi_desktop.domain.commune import Commune
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Storage


def say(text: str) -> None:
    """Write one line for the person at the keyboard."""
    sys.stdout.write(f"{text}\n")


def as_json(value: Any) -> str:
    """Return a value as one line of JSON: dates as YYYY-MM-DD, enumerations by their words."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value).__name__)


def today_of(commune: Commune | None, entry: Entry) -> date:
    """Return the day that counts as today: the sample stands still on its own."""
    return (commune.sample_day if commune else None) or entry.today


@contextmanager
def opened(storage: Storage) -> Iterator[Storage]:
    """Open a storage and close it again."""
    storage.open()
    try:
        yield storage
    finally:
        storage.close()


@contextmanager
def existing(folder: DataFolder, entry: Entry) -> Iterator[Storage]:
    """Open the data of a folder. Raises KnownError when there is none."""
    storage = entry.open_storage(folder)
    refuse_nothing(storage, folder)
    with opened(storage):
        yield storage


def refuse_nothing(storage: Storage, folder: DataFolder) -> None:
    """Raise KnownError when a folder holds no data yet."""
    if not storage.exists():
        raise KnownError(f"Chưa có dữ liệu trong “{folder.root}”. Hãy chạy lệnh init trước, hoặc chọn đúng thư mục.")


def out_folder(path: Path) -> Path:
    """Return the folder for files, made when it is missing. Raises KnownError when it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise KnownError(f"Không tạo được thư mục “{path}”. Hãy kiểm tra USB, hoặc chọn thư mục khác.") from None
    return path.absolute()
