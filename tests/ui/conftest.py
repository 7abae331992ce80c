"""What the tests of the screens stand on: a copy of the sample data, a desk and a window over the real database."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.database import Database
from papi_desktop.domain.commune import Commune
from papi_desktop.paths import DataFolder
from papi_desktop.services.sample import SAMPLE_COMMUNE, fill_sample
from papi_desktop.services.setup import set_up
from papi_desktop.services.work import Work
from papi_desktop.settings import Settings
from ui.app import application
from ui.desk import Desk
from ui.operations import Operations
from ui.theme import theme
from ui.widgets.table_view import RegisterTable
from ui.window import Window

Settle = Callable[[], None]
Stored = Callable[[Callable[[Work], Any]], Any]
"""Reads what is stored now."""


@pytest.fixture(scope="session")
def qapp() -> object:
    """Give every test the program's own application: Vietnamese, with its style and fonts."""
    app = application()
    theme.apply(app)
    return app


@pytest.fixture(scope="session")
def sample_master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill the sample data once for the run."""
    folder = DataFolder(tmp_path_factory.mktemp("mẫu"))
    database = Database(folder)
    database.open()
    with database.work() as work:
        fill_sample(work, folder)
    database.close()
    return folder.root


@pytest.fixture
def folder(sample_master: Path, tmp_path: Path) -> DataFolder:
    """Give a test its own copy of the sample data."""
    return DataFolder(Path(shutil.copytree(sample_master, tmp_path / "Dữ liệu xã mẫu")))


@pytest.fixture
def operations(qapp: object, folder: DataFolder) -> Iterator[Operations]:
    operations = Operations(lambda: Database(folder))
    yield operations
    operations.close()


@pytest.fixture
def settle(qtbot: QtBot, operations: Operations) -> Settle:
    """Give a function that waits until everything that was asked for has come back."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not operations.is_busy, timeout=20_000)
        qtbot.wait(1)
        qtbot.waitUntil(lambda: not operations.is_busy, timeout=20_000)

    return wait


@pytest.fixture
def desk(operations: Operations, folder: DataFolder, settle: Settle) -> Desk:
    """Give a desk on the sample's own day."""
    found: list[Commune | None] = []
    operations.read(lambda work: work.commune.get(), found.append)
    settle()
    assert found[0] is not None
    assert found[0].sample_day is not None
    desk = Desk(operations, folder, found[0].sample_day)
    desk.welcome(found[0])
    return desk


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, settle: Settle) -> Window:
    """Give the open window with its first page read."""
    window = Window(desk, Settings())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=10_000)
    window.welcome(desk.commune)
    settle()
    return window


@pytest.fixture
def stored(desk: Desk, settle: Settle) -> Stored:
    """Give a function that reads what is stored now."""

    def read(action: Callable[[Work], Any]) -> Any:
        found: list[Any] = []
        desk.operations.read(action, found.append)
        settle()
        return found[0]

    return read


def press(qtbot: QtBot, inside: QWidget, name: str) -> None:
    """Click the button with an objectName."""
    qtbot.mouseClick(inside.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def whole_rows(table: RegisterTable) -> int:
    """Return how many rows of a list, headings with them, are seen whole."""
    seen = table.viewport().rect()
    columns = [each for each in range(table.lines.columnCount()) if not table.isColumnHidden(each)]
    places = (table.visualRect(table.lines.index(row, columns[0])) for row in range(table.lines.rowCount()))
    return sum(seen.top() <= each.top() and each.bottom() <= seen.bottom() for each in places)


def begun(place: Path) -> DataFolder:
    """Return a data folder as it is after the first run: a commune with its villages, and nothing else."""
    folder = DataFolder(place / "Dữ liệu PAPI")
    database = Database(folder)
    database.open()
    with database.work() as work:
        set_up(work, SAMPLE_COMMUNE, ["Thôn Đông", "Thôn Đoài"])
    database.close()
    return folder
