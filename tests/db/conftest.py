"""What the tests of the storage stand on: a new database each, and the rule for tests that need root."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.paths import DataFolder


@pytest.fixture
def folder(data_dir: Path) -> DataFolder:
    """Give an empty data folder."""
    return DataFolder(data_dir)


@pytest.fixture
def database(folder: DataFolder) -> Iterator[Database]:
    """Give an open, empty database."""
    storage = Database(folder, who="Vàng Thị Mai")
    storage.open()
    yield storage
    storage.close()


@pytest.fixture
def require() -> Callable[[bool, str], None]:
    """Skip a fault test for a reason, or fail it where REQUIRE_FAULT_TESTS=1 says that it must run."""

    def check(condition: bool, reason: str) -> None:
        if not condition and os.environ.get("REQUIRE_FAULT_TESTS") == "1":
            pytest.fail(f"fault test cannot run: {reason}")
        if not condition:
            pytest.skip(reason)

    return check


@pytest.fixture
def small_disk(tmp_path: Path, require: Callable[[bool, str], None]) -> Iterator[Path]:
    """Give a disk of 4 MB."""
    require(hasattr(os, "geteuid") and os.geteuid() == 0, "mounting a small disk needs root")
    place = tmp_path / "đĩa nhỏ"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)], check=False)
    require(mounted.returncode == 0, "this machine cannot mount a tmpfs")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def strace(require: Callable[[bool, str], None]) -> str:
    """Give the path of strace."""
    found = shutil.which("strace")
    require(found is not None, "strace is not installed")
    return found or ""
