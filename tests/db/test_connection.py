"""Each connection writes safely, or the program does not open the file."""

from pathlib import Path

import pytest

import db.connection
from db.connection import SETTINGS, connect, setting
from db.database import Database
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder

KEY = "5a" * 32


def test_every_connection_of_the_pool_has_every_setting_of_safe_writing(database: Database) -> None:
    with database.engine.connect() as first, database.engine.connect() as second:
        for connection in (first, second):
            raw = connection.connection.dbapi_connection
            assert {name: setting(raw, name) for name in SETTINGS} == {
                name: held for name, (_, held) in SETTINGS.items()
            }


def test_a_file_that_refuses_a_setting_is_not_opened() -> None:
    with pytest.raises(KnownError, match="chế độ ghi an toàn"):
        connect(Path(":memory:"), KEY)


def test_an_engine_older_than_the_safe_one_is_refused(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db.connection, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(KnownError, match="quá cũ"):
        connect(data_dir / "a.db", KEY)


def test_a_second_opener_waits_and_then_is_told_who_is_in_the_way(database: Database, folder: DataFolder) -> None:
    other = Database(folder, busy_milliseconds=50)
    other.open()
    with (
        database.work() as work,
        pytest.raises(KnownError, match="đang được một cửa sổ hoặc máy khác dùng"),
        other.work(),
    ):
        pass
    with other.work() as work:
        assert work.commune.get() is None
    other.close()


def test_nothing_is_readable_in_the_file_without_the_key(database: Database, folder: DataFolder) -> None:
    assert b"SQLite" not in folder.database.read_bytes()


def test_values_never_appear_in_error_texts(database: Database) -> None:
    assert database.engine.hide_parameters


def test_a_read_only_folder_is_explained(folder: DataFolder) -> None:
    (folder.root / "du-lieu").write_text("")
    with pytest.raises(KnownError, match="Hãy kiểm tra quyền ghi"):
        Database(DataFolder(folder.root / "du-lieu")).open()


def test_a_closed_database_says_so(folder: DataFolder) -> None:
    database = Database(folder)
    database.open()
    database.close()
    database.close()
    with pytest.raises(KnownError, match="Không mở được tệp dữ liệu"), database.work():
        pass
