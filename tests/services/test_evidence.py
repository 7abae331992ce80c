"""Evidence files."""

from datetime import date
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder
from papi_desktop.services import evidence

TODAY = date(2022, 12, 6)


def test_the_same_bytes_are_kept_once(sample: Database, tmp_path: Path) -> None:
    for name in ("một.txt", "hai.txt"):
        (tmp_path / name).write_bytes("cùng nội dung".encode())
    with sample.work() as work:
        first = evidence.add(work, sample.folder, Owner.DIALOGUE, 1, tmp_path / "một.txt", TODAY)
        second = evidence.add(work, sample.folder, Owner.DIALOGUE, 2, tmp_path / "hai.txt", TODAY)
    assert evidence.stored_path(sample.folder, first) == evidence.stored_path(sample.folder, second)
    assert (first.name, second.name) == ("một.txt", "hai.txt")


def test_adding_a_file_twice_to_one_thing_adds_nothing(sample: Database, tmp_path: Path) -> None:
    (tmp_path / "ảnh.txt").write_bytes(b"1")
    with sample.work() as work:
        first = evidence.add(work, sample.folder, Owner.DIALOGUE, 1, tmp_path / "ảnh.txt", TODAY)
        assert evidence.add(work, sample.folder, Owner.DIALOGUE, 1, tmp_path / "ảnh.txt", TODAY) == first


def test_a_file_over_twenty_megabytes_is_refused_in_one_sentence(tmp_path: Path) -> None:
    large = tmp_path / "phim.mp4"
    with large.open("wb") as file:
        file.truncate(evidence.LARGEST + 1)
    with pytest.raises(KnownError, match="nặng 21 MB, quá mức 20 MB"):
        evidence.read_source(large)


def test_an_empty_or_missing_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rỗng.png").touch()
    with pytest.raises(KnownError, match="không có nội dung"):
        evidence.read_source(tmp_path / "rỗng.png")
    with pytest.raises(KnownError, match="Không đọc được"):
        evidence.read_source(tmp_path / "không có.png")


def test_opening_gives_a_copy_under_its_own_name(sample: Database) -> None:
    with sample.work() as work:
        kept = work.attachments.all()[0]
    copy = evidence.open_copy(sample.folder, kept)
    assert copy.name == kept.name
    assert copy.read_bytes() == evidence.stored_path(sample.folder, kept).read_bytes()


def test_a_changed_file_is_found_and_not_opened(sample: Database) -> None:
    with sample.work() as work:
        kept = work.attachments.all()[0]
        evidence.stored_path(sample.folder, kept).write_bytes(b"khac")
    with pytest.raises(KnownError, match="bị mất hoặc đã hỏng"):
        evidence.open_copy(sample.folder, kept)


def test_removed_evidence_can_be_restored(sample: Database) -> None:
    with sample.work() as work:
        kept = work.attachments.all()[0]
        evidence.remove(work, kept.id)
        assert kept not in work.attachments.all()
        work.attachments.restore(kept.id)
        assert kept in work.attachments.all()


def test_a_data_folder_that_takes_nothing_is_told_without_the_names_of_inner_files(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.attachments.write_bytes(b"a file where the folder should be")
    with pytest.raises(KnownError) as refused:
        evidence.keep(folder, b"1")
    assert str(refused.value).startswith(f"Chưa lưu được tệp vào thư mục dữ liệu “{tmp_path}”")
