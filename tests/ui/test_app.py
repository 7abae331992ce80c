"""The program: what is loaded before the first frame, and the ways between wizard, sample data and own data."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.database import Database
from papi_desktop.paths import DataFolder
from ui.app import Program

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "openpyxl", "reportlab", "docx", "xlsxwriter")


@pytest.fixture
def program(qapp: QApplication, folder: DataFolder) -> Program:
    return Program(qapp, folder, Database)


def opened(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.window is not None and program.window.stack.count() > 0, timeout=20_000)
    assert program.window is not None
    operations = program.window.desk.operations
    qtbot.waitUntil(lambda: not operations.is_busy, timeout=20_000)


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    code = f"import sys, ui.app, ui.window; print([name for name in {HEAVY!r} if name in sys.modules])"
    root = Path(__file__).parents[2]
    outcome = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=True)
    assert outcome.stdout.strip() == "[]"


def test_a_folder_with_data_opens_the_window(qtbot: QtBot, program: Program) -> None:
    program.begin(demo=False)
    opened(qtbot, program)
    assert program.window is not None
    assert "An Bình" in program.window.windowTitle()
    program.close_window()


def test_on_a_small_screen_the_first_window_takes_the_whole_of_it_and_no_more(qtbot: QtBot, program: Program) -> None:
    program.begin(demo=False)
    opened(qtbot, program)
    assert program.window is not None
    room = program.window.screen().availableSize()
    assert room.width() < 1280
    assert program.window.isMaximized()
    program.close_window()


def test_an_empty_folder_opens_the_wizard(qtbot: QtBot, qapp: QApplication, data_dir: Path) -> None:
    program = Program(qapp, DataFolder(data_dir), Database)
    program.begin(demo=False)
    assert program.window is None
    assert program.wizard is not None
    assert program.wizard.isVisible()
    program.wizard.close()


def test_a_database_without_a_commune_opens_the_wizard(qtbot: QtBot, qapp: QApplication, data_dir: Path) -> None:
    folder = DataFolder(data_dir)
    database = Database(folder)
    database.open()
    database.close()
    program = Program(qapp, folder, Database)
    program.begin(demo=False)
    qtbot.waitUntil(lambda: program.wizard is not None and program.wizard.isVisible(), timeout=20_000)
    assert program.window is None
    program.wizard.close()


def test_what_the_wizard_made_is_opened(qtbot: QtBot, qapp: QApplication, data_dir: Path, folder: DataFolder) -> None:
    program = Program(qapp, DataFolder(data_dir), Database)
    program.begin(demo=False)
    assert program.wizard is not None
    program.wizard.close()
    program.wizard.finished.emit(folder)
    opened(qtbot, program)
    program.close_window()


def test_an_unexpected_error_is_told_in_the_window(qtbot: QtBot, program: Program) -> None:
    program.begin(demo=False)
    opened(qtbot, program)
    error = ValueError("bí mật của một người")
    program.take_error(ValueError, error, None)
    assert program.window is not None
    assert program.window.message.isVisible()
    assert "bí mật" not in program.window.message.sentence.text()
    program.close_window()


def test_a_newer_database_is_refused_with_a_sentence(qtbot: QtBot, qapp: QApplication, data_dir: Path) -> None:
    folder = DataFolder(data_dir)
    folder.database.write_bytes(b"khong phai co so du lieu" * 400)
    program = Program(qapp, folder, Database)
    program.begin(demo=False)
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(window.message.isVisible, timeout=20_000)
    assert len(window.message.sentence.text()) > 20
    program.close_window()


def test_the_interpreter_survives_twenty_thousand_calls_of_qt(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setText(str(number))
    assert label.text() == "19999"
