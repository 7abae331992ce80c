"""The sample commune in a real database: filled once, copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.paths import DataFolder
from papi_desktop.services.sample import fill_sample
from papi_desktop.services.work import Work


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("Dữ liệu mẫu")
    storage = Database(DataFolder(root))
    storage.open()
    with storage.work() as work:
        fill_sample(work, storage.folder)
    storage.close()
    return root


@pytest.fixture
def sample(filled: Path, tmp_path: Path) -> Iterator[Database]:
    """Give a test the sample commune's database, its own copy."""
    root = tmp_path / "Dữ liệu"
    shutil.copytree(filled, root)
    yield from _opened(root)


@pytest.fixture
def sample_work(sample: Database) -> Iterator[Work]:
    """Give a test one transaction on the sample commune."""
    with sample.work() as work:
        yield work


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    """Give a test a new database with nothing in it."""
    yield from _opened(tmp_path / "Dữ liệu trống")


def _opened(root: Path) -> Iterator[Database]:
    storage = Database(DataFolder(root))
    storage.open()
    yield storage
    storage.close()
