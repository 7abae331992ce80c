"""A copy is whole, verified and never written over another file; the check sees everything that can be damaged."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from db.database import Database
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.reports import ExportedFile, Report
from papi_desktop.keys import database_key
from papi_desktop.paths import DataFolder
from tests.db.values import saved_tree


@pytest.fixture
def filled(database: Database) -> Database:
    """Give a database with one of everything, its evidence in place."""
    content = "Biên bản".encode()
    sha256 = hashlib.sha256(content).hexdigest()
    with database.work() as work:
        evidence = work.attachments.get(saved_tree(work)["attachments"])
        work.attachments.put(replace(evidence, sha256=sha256, size=len(content)))
    path = database.folder.attachments / sha256[:2] / sha256
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return database


def test_a_sound_folder_has_nothing_wrong(filled: Database) -> None:
    assert filled.check() == []


def test_a_copy_opens_with_the_same_key_and_holds_the_same(filled: Database, tmp_path: Path) -> None:
    copy = DataFolder(tmp_path / "khác")
    copy.root.mkdir()
    for key in filled.folder.keys:
        shutil.copy(key, copy.root)
    filled.backup(copy.database)
    other = Database(copy)
    other.open()
    with filled.work() as work, other.work() as twin:
        assert twin.tasks.all() == work.tasks.all()
        assert twin.search.find("ho ngheo") == work.search.find("ho ngheo")
    other.close()


def test_a_copy_leaves_nothing_beside_it(filled: Database, tmp_path: Path) -> None:
    target = tmp_path / "usb" / "ban-sao.db"
    target.parent.mkdir()
    filled.backup(target)
    assert [path.name for path in target.parent.iterdir()] == ["ban-sao.db"]


def test_an_existing_file_is_never_replaced(filled: Database, tmp_path: Path) -> None:
    target = tmp_path / "ban-sao.db"
    target.write_text("cũ", encoding="utf-8")
    with pytest.raises(KnownError, match="Đã có tệp ban-sao.db"):
        filled.backup(target)
    assert target.read_text(encoding="utf-8") == "cũ"


def test_a_missing_place_is_explained(filled: Database, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Hãy kiểm tra"):
        filled.backup(tmp_path / "không có" / "ban-sao.db")


def test_a_damaged_database_is_not_copied(filled: Database, tmp_path: Path) -> None:
    filled.close()
    flip(filled.folder.database, 8 * (4096 * 3 + 100))
    with pytest.raises(KnownError, match="bị hỏng|không đọc"):
        filled.backup(tmp_path / "ban-sao.db")
    assert not list(tmp_path.glob("*ban-sao*"))


def test_missing_and_changed_evidence_is_named(filled: Database) -> None:
    (path,) = (each for each in filled.folder.attachments.rglob("*") if each.is_file())
    path.write_text("khác", encoding="utf-8")
    assert "đã bị sửa hoặc hỏng" in filled.check()[0]
    path.unlink()
    assert "Thiếu tệp minh chứng “ảnh.jpg”" in filled.check()[0]


def test_a_report_that_is_no_longer_as_it_was_handed_over_is_named(filled: Database) -> None:
    content = b"%PDF"
    sha256 = hashlib.sha256(content).hexdigest()
    with filled.work() as work:
        files = (ExportedFile("BaoCao.pdf", sha256), ExportedFile("ChuaLuu.pdf", "0" * 64))
        work.reports.put(Report("2022-Q3", files=files))
    path = filled.folder.attachments / sha256[:2] / sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    assert filled.check() == []
    path.write_bytes(b"%PD")
    (fault,) = filled.check()
    assert "Tệp báo cáo “BaoCao.pdf” đã bị sửa hoặc hỏng" in fault


def test_a_damaged_key_copy_is_reported(filled: Database) -> None:
    filled.folder.keys[1].write_text("", encoding="utf-8")
    assert "khoa-ban-sao.json thiếu hoặc hỏng" in filled.check()[0]


def test_key_copies_that_differ_are_reported(filled: Database, tmp_path: Path) -> None:
    database_key(DataFolder(tmp_path / "khác"))
    shutil.copy(tmp_path / "khác" / "khoa.json", filled.folder.keys[1])
    assert "khác nhau" in filled.check()[0]


def test_a_missing_database_is_reported(folder: DataFolder) -> None:
    database_key(folder)
    assert "Chưa có tệp dữ liệu" in Database(folder).check()[0]


def test_the_key_of_another_folder_does_not_open_the_database(filled: Database, tmp_path: Path) -> None:
    filled.close()
    database_key(DataFolder(tmp_path / "khác"))
    for path in filled.folder.keys:
        shutil.copy(tmp_path / "khác" / "khoa.json", path)
    before = filled.folder.database.read_bytes()
    with pytest.raises(KnownError, match="không đi cùng tệp khóa"):
        filled.open()
    assert "không đi cùng tệp khóa" in filled.check()[0]
    assert filled.folder.database.read_bytes() == before


def test_each_of_a_hundred_flipped_bits_is_noticed(filled: Database) -> None:
    filled.close()
    path = filled.folder.database
    sound = path.read_bytes()
    random = Random(20220905)
    unseen = []
    for bit in random.sample(range(len(sound) * 8), 100):
        flip(path, bit)
        if not filled.check():
            unseen.append(bit)
        path.write_bytes(sound)
    assert unseen == []
    assert filled.check() == []


def test_a_file_cut_short_is_noticed(filled: Database) -> None:
    filled.close()
    path = filled.folder.database
    path.write_bytes(path.read_bytes()[:-4096])
    assert filled.check() != []


def flip(path: Path, bit: int) -> None:
    """Turn over one bit of a file."""
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)
