"""The key is made once, kept twice, and never made anew beside data."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.keys import database_key, read_copy
from papi_desktop.paths import DataFolder


def test_a_new_folder_gets_a_key_of_256_bits_in_two_equal_copies(folder: DataFolder) -> None:
    key = database_key(folder)
    assert len(bytes.fromhex(key)) == 32
    assert [read_copy(path) for path in folder.keys] == [key, key]


def test_two_folders_never_share_a_key(tmp_path: Path) -> None:
    assert database_key(DataFolder(tmp_path / "a")) != database_key(DataFolder(tmp_path / "b"))


def test_starts_at_the_same_moment_agree_on_one_key(tmp_path: Path) -> None:
    for number in range(10):
        together = DataFolder(tmp_path / str(number))
        gate = Barrier(4)

        def start(folder: DataFolder = together, gate: Barrier = gate) -> str:
            gate.wait()
            return database_key(folder)

        with ThreadPoolExecutor(4) as starts:
            keys = {start.result() for start in [starts.submit(start) for _ in range(4)]}
        assert keys == {read_copy(together.keys[0])} == {read_copy(together.keys[1])}


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"version": 1}'])
@pytest.mark.parametrize("position", [0, 1])
def test_a_damaged_copy_is_mended_from_the_other(folder: DataFolder, position: int, damage: str) -> None:
    key = database_key(folder)
    folder.keys[position].write_text(damage)
    assert database_key(folder) == key
    assert read_copy(folder.keys[position]) == key


def test_a_missing_copy_is_written_again(folder: DataFolder) -> None:
    key = database_key(folder)
    folder.keys[0].unlink()
    assert database_key(folder) == key
    assert read_copy(folder.keys[0]) == key


def test_one_changed_digit_is_noticed(folder: DataFolder) -> None:
    key = database_key(folder)
    path = folder.keys[0]
    changed = ("0" if key[0] != "0" else "1") + key[1:]
    path.write_text(path.read_text(encoding="utf-8").replace(key, changed), encoding="utf-8")
    assert read_copy(path) is None
    assert database_key(folder) == key


def test_bytes_that_are_no_text_are_noticed(folder: DataFolder) -> None:
    key = database_key(folder)
    folder.keys[1].write_bytes(b"\xff\xfe\x00{")
    assert database_key(folder) == key


def test_two_damaged_copies_are_refused_and_left_as_they_are(folder: DataFolder) -> None:
    database_key(folder)
    for path in folder.keys:
        path.write_text("hỏng", encoding="utf-8")
    with pytest.raises(KnownError, match="đều hỏng"):
        database_key(folder)
    assert folder.keys[0].read_text(encoding="utf-8") == "hỏng"


def test_no_key_is_made_beside_an_existing_database(folder: DataFolder) -> None:
    folder.database.write_bytes(b"x" * 4096)
    with pytest.raises(KnownError, match="thiếu tệp khóa"):
        database_key(folder)
    assert not any(path.exists() for path in folder.keys)


def test_a_key_file_of_a_newer_version_is_refused(folder: DataFolder) -> None:
    database_key(folder)
    path = folder.keys[0]
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"version": 2}), encoding="utf-8")
    with pytest.raises(KnownError, match="phiên bản mới hơn"):
        database_key(folder)


def test_no_temporary_file_is_left_behind(folder: DataFolder) -> None:
    database_key(folder)
    assert sorted(path.name for path in folder.root.iterdir()) == ["khoa-ban-sao.json", "khoa.json"]
