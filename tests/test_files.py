"""Files reach the disk whole or not at all, and every failure ends in one clear sentence."""

import errno
import hashlib
import os
import shutil
import time
import unicodedata
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop import drives, files
from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.files import safe_name, safe_write, safe_write_all

OLD, NEW = b"ban cu", "Báo cáo mới".encode() * 200_000
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def target(data_dir: Path) -> Path:
    path = data_dir / "Báo cáo Quý III.pdf"
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PAUSE", 0.001)


def failing(error: OSError, times: int, real: Callable[..., object]) -> Callable[..., object]:
    """Return `real`, but failing the first `times` times."""
    left = [times]

    def action(*arguments: object) -> object:
        if left[0]:
            left[0] -= 1
            raise error
        return real(*arguments)

    return action


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def only(target: Path) -> bool:
    return listed(target.parent) == [target.name]


def test_a_file_is_written_and_its_hash_returned(target: Path) -> None:
    assert safe_write(target, NEW) == hashlib.sha256(NEW).hexdigest()
    assert target.read_bytes() == NEW
    assert only(target)


def test_an_empty_file_is_written(data_dir: Path) -> None:
    safe_write(data_dir / "rỗng", b"")
    assert (data_dir / "rỗng").read_bytes() == b""


def test_a_missing_folder_is_told(data_dir: Path) -> None:
    with pytest.raises(KnownError, match="Không thấy .*bản trước, nếu có, còn nguyên.*Hãy cắm lại USB"):
        safe_write(data_dir / "không có" / "a.pdf", NEW)


def test_a_file_in_the_place_of_the_folder_is_told(target: Path) -> None:
    with pytest.raises(KnownError, match="Không thấy"):
        safe_write(target / "a.pdf", NEW)


def test_a_folder_in_the_place_of_the_file_is_told(data_dir: Path) -> None:
    (data_dir / "a.pdf").mkdir()
    with pytest.raises(KnownError, match="Không ghi được"):
        safe_write(data_dir / "a.pdf", NEW)


def test_too_long_a_name_is_told(data_dir: Path) -> None:
    with pytest.raises(KnownError, match="quá dài"):
        safe_write(data_dir / ("a" * 300), NEW)


def test_room_for_twice_the_size_and_a_megabyte_is_asked_for(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needed = 2 * len(NEW) + (1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(needed, 0, needed - 1))
    with pytest.raises(KnownError, match="Không đủ chỗ trống.*còn nguyên"):
        safe_write(target, NEW)
    assert target.read_bytes() == OLD
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(needed, 0, needed))
    safe_write(target, NEW)


@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "Không đủ chỗ trống"),
        (errno.ENODEV, "Không thấy"),
        (errno.EROFS, "đang khóa ghi"),
        (errno.EACCES, "không cho ghi"),
        (errno.EIO, "báo lỗi khi ghi"),
        (errno.ESTALE, "báo lỗi khi ghi"),
    ],
)
def test_an_error_while_writing_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    monkeypatch.setattr(os, call, failing(OSError(number, "x"), 99, getattr(os, call)))
    with pytest.raises(KnownError, match=f"{words}.*còn nguyên"):
        safe_write(target, NEW)
    assert target.read_bytes() == OLD
    assert only(target)


def test_a_file_that_others_hold_for_a_while_is_replaced_in_the_end(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_replace", failing(PermissionError(errno.EACCES, "x"), 9, files._replace))
    safe_write(target, NEW)
    assert target.read_bytes() == NEW


def test_a_file_that_others_hold_on_to_stays_and_that_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_replace", failing(PermissionError(errno.EACCES, "x"), 10, files._replace))
    with pytest.raises(KnownError, match="đang mở trong chương trình khác.*còn nguyên"):
        safe_write(target, NEW)
    assert target.read_bytes() == OLD
    assert only(target)


def test_a_disk_that_stores_other_bytes_is_found_out(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, b"?" * len(data)))
    with pytest.raises(KnownError, match="báo lỗi khi ghi.*còn nguyên"):
        safe_write(target, NEW)
    assert target.read_bytes() == OLD


def test_a_file_that_reads_back_wrong_at_the_end_is_never_called_safe(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(part: Path, final: Path) -> None:
        part.unlink()
        final.write_bytes(NEW[:-1])

    monkeypatch.setattr(files, "_replace", torn)
    with pytest.raises(KnownError, match="không đọc lại được đúng"):
        safe_write(target, NEW)


def test_a_program_that_is_stopped_removes_its_temporary_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        safe_write(target, NEW)
    assert only(target)


def test_what_a_cut_off_write_left_is_swept_but_not_a_running_one(target: Path) -> None:
    left, running = target.parent / "~tmp-00000000.part", target.parent / "~tmp-11111111.part"
    left.write_bytes(b"x")
    running.write_bytes(b"x")
    os.utime(left, (time.time() - 3600,) * 2)
    safe_write(target, NEW)
    assert not left.exists()
    assert running.exists()


def test_a_set_of_files_is_written_under_safe_names(data_dir: Path) -> None:
    told: list[tuple[int, int]] = []
    done = safe_write_all(
        data_dir, {"Quý III/2026.pdf": b"a", "b.xlsx": b"b"}, lambda part, whole: told.append((part, whole))
    )
    assert done == {name: hashlib.sha256((data_dir / name).read_bytes()).hexdigest() for name in listed(data_dir)}
    assert list(done) == ["Quý III-2026.pdf", "b.xlsx"]
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_set_that_cannot_be_written_whole_changes_nothing(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data_dir / "a").write_bytes(OLD)
    calls = [0]
    real = os.fsync

    def second_fails(descriptor: int) -> None:
        calls[0] += 1
        if calls[0] == 2:
            raise OSError(errno.EIO, "x")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", second_fails)
    with pytest.raises(KnownError, match="báo lỗi.*Cả bộ tệp chưa thay đổi"):
        safe_write_all(data_dir, {"a": b"moi", "b": b"moi"})
    assert {path.name: path.read_bytes() for path in data_dir.iterdir()} == {"a": OLD}


def test_a_set_that_fails_half_way_says_which_file_is_which(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = files._replace

    def second_refused(part: Path, final: Path) -> None:
        if final.name == "b":
            raise PermissionError(errno.EACCES, "x")
        real(part, final)

    monkeypatch.setattr(files, "_replace", second_refused)
    with pytest.raises(KnownError, match=r"Đã ghi xong: a\. Chưa ghi: b, c\."):
        safe_write_all(data_dir, {"a": b"1", "b": b"2", "c": b"3"})
    assert listed(data_dir) == ["a"]


def test_a_set_that_is_cancelled_changes_nothing(data_dir: Path) -> None:
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        safe_write_all(data_dir, {"a": b"1", "b": b"2"}, cancelled=lambda: next(answers))
    assert listed(data_dir) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Báo cáo Quý III/2026: UBND xã.pdf", "Báo cáo Quý III-2026- UBND xã.pdf"),
        ("tên có dấu chấm cuối. ", "tên có dấu chấm cuối"),
        ("con.txt", "_con.txt"),
        ("???", "-"),
        ("  ", "Không tên"),
        (unicodedata.normalize("NFD", "Đối thoại"), "Đối thoại"),
    ],
)
def test_names_are_made_safe_for_windows_and_usb_sticks(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("ế" * 500 + ".xlsx")
    assert name.endswith(".xlsx")
    assert len(name) <= 120


@given(st.text(st.characters(), max_size=300))
def test_every_safe_name_can_be_written(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= 120
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.rstrip(" .")
    assert safe_name(name) == name


def test_drives_are_places_with_room() -> None:
    assert all(drive.free >= 0 and drive.path.is_dir() and drive.name for drive in drives.removable_drives())
