"""The copy that is kept before something is taken over from a file."""

import shutil
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.domain.commune import Officer
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder
from papi_desktop.services.safety_copy import keep_copy


def names(folder: DataFolder) -> list[str]:
    return sorted(path.name for path in folder.backups.iterdir())


def test_a_copy_holds_the_data_as_it_was_before(sample: Database, tmp_path: Path) -> None:
    copy = keep_copy(sample, sample.folder.backups)
    with sample.work() as work:
        work.officers.put(Officer("Lò Thị Mây"))
    other = DataFolder(tmp_path / "Lấy lại")
    other.root.mkdir()
    shutil.copy(copy, other.database)
    for mine, theirs in zip(other.keys, sample.folder.keys, strict=True):
        shutil.copy(theirs, mine)
    before = Database(other)
    before.open()
    with before.work() as work:
        assert "Lò Thị Mây" not in {each.name for each in work.officers.all()}
    before.close()


def test_only_the_newest_three_are_kept_and_other_copies_stay(sample: Database) -> None:
    for _ in range(4):
        keep_copy(sample, sample.folder.backups)
    (sample.folder.backups / "SaoLuu_PAPI.db").touch()
    keep_copy(sample, sample.folder.backups)
    assert names(sample.folder) == ["SaoLuu_PAPI.db", *(f"truoc-khi-nap-{number:04d}.db" for number in (3, 4, 5))]


def test_a_copy_that_cannot_be_written_refuses_in_one_sentence_and_lets_go_of_none(sample: Database) -> None:
    for _ in range(3):
        keep_copy(sample, sample.folder.backups)
    kept = names(sample.folder)
    sample.close()
    with pytest.raises(KnownError, match="Chưa nạp gì, vì không giữ được bản sao dữ liệu trước khi nạp"):
        keep_copy(Database(DataFolder(sample.folder.root / "không có")), sample.folder.backups)
    assert names(sample.folder) == kept


def test_a_file_in_the_place_of_the_folder_refuses(sample: Database) -> None:
    sample.folder.backups.touch()
    with pytest.raises(KnownError, match="Chưa nạp gì"):
        keep_copy(sample, sample.folder.backups)
