"""The machine that dev.py prepares: locked parts, one SQLite, a Qt that holds, fonts with every Vietnamese letter."""

import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[1]
FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = sorted({unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | set("đĐ₫"))


def test_qt_survives_twenty_thousand_calls_that_return_nothing(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setText(str(number))
    assert label.text() == "19999"


def test_sqlcipher_brings_a_sqlite_without_the_known_corruption_bug() -> None:
    import sqlcipher3

    assert tuple(map(int, sqlcipher3.sqlite_version.split("."))) >= (3, 51, 3)


def test_sqlcipher_can_search_full_text() -> None:
    import sqlcipher3

    with sqlcipher3.connect(":memory:") as connection:
        connection.execute("create virtual table word using fts5(text)")
        connection.execute("insert into word values ('ho ngheo')")
        assert connection.execute("select text from word where word match 'ngheo'").fetchall() == [("ho ngheo",)]
    connection.close()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_part_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    parts = [line for line in text.splitlines() if re.match(r"[a-z]", line)]
    assert parts
    assert all("--hash=sha256:" in part and "==" in part for part in parts)


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_host(lock: str) -> None:
    assert not re.search(r"\w://|--(index|extra|find|trusted)", (ROOT / lock).read_text(encoding="utf-8"))


def test_both_locks_agree_on_what_the_program_runs_with() -> None:
    runtime, everything = (set(re.findall(r"^[a-z].*?==\S+", (ROOT / lock).read_text(), re.M)) for lock in LOCKS)
    assert runtime <= everything


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_vietnamese_letter_is_in_the_font(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        letters = font.getBestCmap()
    assert [letter for letter in VIETNAMESE if ord(letter) not in letters] == []


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_the_font_may_be_embedded_and_has_its_licence_beside_it(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        assert font["OS/2"].fsType == 0
    licence = path.with_name(f"{path.stem.split('-')[0]}-OFL.txt")
    assert "SIL Open Font License" in licence.read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_qt_finds_both_weights_of_the_screen_font_under_one_name(qtbot: QtBot, weight: QFont.Weight) -> None:
    for path in FONTS:
        QFontDatabase.addApplicationFont(str(path))
    found = QFontInfo(QFont("Noto Sans", 10, weight))
    assert (found.family(), found.weight()) == ("Noto Sans", weight)
