"""The list of tasks: from the click to its lines, and from a keystroke in the search box to its result."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter
from typing import Any

from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView

from benchmarks.figures import Figure, percentile
from benchmarks.many_tasks import TODAY
from benchmarks.watching import Painted, press, wait_until
from db.connection import connect
from db.database import Database
from papi_desktop.domain.text import fold
from papi_desktop.keys import database_key
from papi_desktop.paths import DataFolder
from papi_desktop.settings import Settings
from ui.desk import Desk
from ui.operations import Operations
from ui.tasks.page import TasksPage
from ui.window import Window

WORDS = ("ho ngheo", "tuyên truyền", "ngan sach", "viec thu 99", "so buoi", "đất đai")
_TIMES = 7


def measure(folder: DataFolder) -> Iterator[Figure]:
    """Measure in one window over the real database."""
    operations = Operations(lambda: Database(folder))
    window = Window(Desk(operations, folder, TODAY), Settings())
    window.resize(1366, 768)
    window.show()
    operations.read(lambda work: work.commune.get(), window.welcome)
    settle(operations)
    prepared: list[bool] = []
    window.prepared.connect(lambda: prepared.append(True))
    window.prepare_pages()
    wait_until(lambda: bool(prepared))
    settle(operations)
    first = click(window)
    floor = floor_of_list(folder)
    yield Figure("list of 1 000 of 10 000 tasks: first click to lines", first, floor, 150)
    yield Figure("the same, every later click (median)", median(again(window) for _ in range(_TIMES)), floor, 150)
    keys = list(keystrokes(window))
    floors = list(floor_of_search(folder))
    yield Figure("search keystroke to result (median)", median(keys), median(floors), 50)
    yield Figure("search keystroke to result (95th percentile)", percentile(keys, 0.95), percentile(floors, 0.95), 50)
    window.close()


def settle(operations: Operations) -> None:
    """Wait until everything that was asked for has come back."""
    wait_until(lambda: not operations.is_busy)
    QTest.qWait(50)
    wait_until(lambda: not operations.is_busy)


def click(window: Window) -> float:
    """Return the milliseconds from the click on "Nhiệm vụ" to the painted lines."""
    button = window.findChild(QAbstractButton, "nav.tasks")
    began = perf_counter()
    button.click()
    page = window.stack.currentWidget()
    assert isinstance(page, TasksPage)
    painted = Painted(page.table, least=500)
    wait_until(lambda: painted.first > began and not window.desk.operations.is_busy)
    painted.stop()
    return (painted.first - began) * 1000


def again(window: Window) -> float:
    """Go to another page and back."""
    window.open_page("today")
    settle(window.desk.operations)
    return click(window)


def keystrokes(window: Window) -> Iterator[float]:
    """Type words letter by letter, and yield the milliseconds from each key to the list painted with its result."""
    page = window.stack.currentWidget()
    assert isinstance(page, TasksPage)
    page.search.setFocus()
    painted = Painted(page.table)
    shown: list[float] = []
    page.table.model().modelReset.connect(lambda: shown.append(perf_counter()))
    page.nothing.installEventFilter(painted)
    for words in WORDS:
        page.search.clear()
        settle(window.desk.operations)
        for letter in words:
            shown.clear()
            began = perf_counter()
            press(page.search, letter)
            wait_until(lambda: bool(shown) and (painted.when > shown[-1] or not page.table.isVisible()))
            yield (max(painted.when, shown[-1]) - began) * 1000
            settle(window.desk.operations)
    painted.stop()
    page.search.clear()
    settle(window.desk.operations)


def floor_of_list(folder: DataFolder) -> float:
    """Return the milliseconds for a bare query of the same rows and an empty table that is painted."""
    connection = connect(folder.database, database_key(folder))
    times = []
    for _ in range(_TIMES):
        began = perf_counter()
        rows = connection.execute("SELECT * FROM task WHERE plan_id = (SELECT max(id) FROM plan)").fetchall()
        assert len(rows) == 1000
        table = _empty_table()
        times.append((perf_counter() - began) * 1000)
        table.close()
    connection.close()
    return median(times)


def floor_of_search(folder: DataFolder) -> Iterator[float]:
    """Yield the milliseconds for a bare full-text query per keystroke, and an empty table painted anew."""
    connection = connect(folder.database, database_key(folder))
    table = _empty_table()
    for words in WORDS:
        typed = ""
        for letter in fold(words):
            typed += letter
            began = perf_counter()
            connection.execute("SELECT DISTINCT hit FROM search WHERE search MATCH ?", (_match(typed),)).fetchall()
            table.viewport().repaint()
            yield (perf_counter() - began) * 1000
    table.close()
    connection.close()


def _match(typed: str) -> str:
    return "folded : (" + " AND ".join(f'"{word}"' for word in typed.split()) + "*)"


def _empty_table() -> Any:
    table = QTableView()
    table.setModel(QStandardItemModel(0, 9, table))
    table.resize(1100, 500)
    table.show()
    painted = Painted(table)
    wait_until(lambda: painted.when > 0)
    painted.stop()
    return table
