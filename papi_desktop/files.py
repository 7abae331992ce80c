"""The only way a file reaches a disk: whole or not at all, read back before anyone is told that it is safe."""

import errno
import hashlib
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import RLock
from typing import Final, TypeVar

from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.domain.text import squeeze

Progress = Callable[[int, int], None]
T = TypeVar("T")

_CHUNK: Final = 1 << 20
_TRIES: Final = 10
_PAUSE: Final = 0.5
"""Seconds between tries: a virus scanner or a preview lets go of a file within 5 s."""
_LEFT_OVER: Final = 60
"""Seconds after which a temporary file must belong to a write that was cut off."""
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST: Final = 120
_MOST_BYTES: Final = 240
_NOT_FOR_FOLDERS: Final = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM, errno.EISDIR}
_one_at_a_time = RLock()

_NO_ROOM: Final = (
    "Không đủ chỗ trống ở “{folder}” để ghi “{name}”; {kept}. Hãy xóa bớt tệp hoặc chọn nơi khác rồi ghi lại."
)
_NO_PLACE: Final = "Không thấy “{folder}” để ghi “{name}”; {kept}. Hãy cắm lại USB hoặc chọn thư mục khác rồi ghi lại."
_LOCKED: Final = (
    "“{folder}” đang khóa ghi nên chưa ghi được “{name}”; {kept}. Hãy gạt khóa ghi của USB hoặc chọn nơi khác."
)
_REFUSED: Final = (
    "Không ghi được “{name}” vào “{folder}” vì tệp đang mở trong chương trình khác hoặc thư mục không cho ghi; {kept}. "
    "Hãy đóng tệp đó hoặc chọn nơi khác rồi ghi lại."
)
_BAD_NAME: Final = "Tên tệp “{name}” quá dài hoặc có ký tự không dùng được; {kept}. Hãy đặt tên khác rồi ghi lại."
_BAD_DISK: Final = "USB hoặc ổ đĩa “{folder}” báo lỗi khi ghi “{name}”; {kept}. Hãy ghi vào USB hoặc ổ đĩa khác."
_DOUBTFUL: Final = (
    "Đã ghi “{name}” vào “{folder}” nhưng không đọc lại được đúng như đã ghi; không nên dùng tệp này. "
    "Hãy ghi lại vào USB hoặc ổ đĩa khác."
)
_KEPT: Final = "bản trước, nếu có, còn nguyên"
_SENTENCES: Final = {
    **dict.fromkeys((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG), _NO_ROOM),
    **dict.fromkeys((errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR), _NO_PLACE),
    **dict.fromkeys((errno.EROFS,), _LOCKED),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EISDIR, errno.EBUSY, errno.ETXTBSY), _REFUSED),
    **dict.fromkeys((errno.ENAMETOOLONG, errno.EINVAL), _BAD_NAME),
}
_WINDOWS_SENTENCES: Final = {3: _NO_PLACE, 15: _NO_PLACE, 19: _LOCKED, 21: _NO_PLACE, 39: _NO_ROOM, 112: _NO_ROOM}


def safe_name(text: str) -> str:
    """Return `text` as a file name that Windows, USB sticks and Linux take: ≤ 120 characters, the ending kept."""
    name = _FORBIDDEN.sub("-", squeeze(text)).strip(" .") or "Không tên"
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    if not dot or not 0 < len(ending) <= 8:
        stem, dot, ending = name, "", ""
    while len(stem) + len(dot + ending) > _LONGEST or len((stem + dot + ending).encode()) > _MOST_BYTES:
        stem = stem[:-1].rstrip(" .")
    return stem + dot + ending


def safe_write(target: Path, data: bytes) -> str:
    """Make `target` hold `data`, or leave it as it was, and return the SHA-256 of `data`.

    Raises KnownError that says what happened, what became of the previous version, and what to do.
    """
    with _one_at_a_time:
        _prepare(target, len(data))
        part = _write_part(target, data)
        return _put_in_place(part, target, data)


def safe_write_all(
    folder: Path,
    files: Mapping[str, bytes],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, str]:
    """Write a set of files under safe names and return the SHA-256 of each; none is replaced before all are written.

    Raises KnownError that says which files are new and which are not, or Cancelled when nothing was changed.
    """
    targets = {folder / safe_name(name): data for name, data in files.items()}
    written: dict[Path, Path] = {}
    done: dict[str, str] = {}
    with _one_at_a_time:
        try:
            for count, (target, data) in enumerate(targets.items()):
                _stop_if(cancelled)
                _report(progress, count, len(targets))
                _prepare(target, sum(map(len, targets.values())) if count == 0 else 0)
                written[target] = _write_part(target, data)
            _stop_if(cancelled)
            for target, part in written.items():
                done[target.name] = _put_in_place(part, target, targets[target])
        except KnownError as error:
            raise KnownError(str(error) + _which_is_which(done, targets)) from error
        finally:
            _remove(written.values())
    _report(progress, len(targets), len(targets))
    return done


def place_new(part: Path, target: Path) -> None:
    """Give the finished file `part` the name `target`, and never replace one that is there (FileExistsError)."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a drive without links
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        part.rename(target)
    part.unlink(missing_ok=True)
    sync_folder(target.parent)


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled


def _report(progress: Progress | None, done: int, total: int) -> None:
    if progress:
        progress(done, total)


def _which_is_which(done: Mapping[str, str], targets: Mapping[Path, bytes]) -> str:
    if not done:
        return " Cả bộ tệp chưa thay đổi." if len(targets) > 1 else ""
    waiting = [target.name for target in targets if target.name not in done]
    return f" Đã ghi xong: {', '.join(done)}. Chưa ghi: {', '.join(waiting)}."


def _prepare(target: Path, size: int) -> None:
    """Sweep what was left by a cut-off write and see that there is room for twice the size and 1 MB."""
    try:
        _remove(path for path in target.parent.glob("~tmp-*.part") if _is_old(path))
        if shutil.disk_usage(target.parent).free < 2 * size + _CHUNK:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if target.is_dir():
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    except OSError as error:
        raise write_failure(error, target) from error


def _is_old(path: Path) -> bool:
    try:
        return abs(time.time() - path.stat().st_mtime) > _LEFT_OVER
    except FileNotFoundError:
        return False


def _write_part(target: Path, data: bytes) -> Path:
    part = target.parent / f"~tmp-{secrets.token_hex(4)}.part"
    try:
        with part.open("xb", buffering=0) as file:
            for start in range(0, len(data), _CHUNK):
                _write_whole(file.fileno(), data[start : start + _CHUNK])
            os.fsync(file.fileno())
        if not _holds(part, data):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    except OSError as error:
        _remove([part])
        raise write_failure(error, target) from error
    except BaseException:
        _remove([part])
        raise
    return part


def _write_whole(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _put_in_place(part: Path, target: Path, data: bytes) -> str:
    try:
        _patiently(lambda: _replace(part, target))
    except OSError as error:
        _remove([part])
        raise write_failure(error, target) from error
    try:
        sync_folder(target.parent)
        same = _patiently(lambda: _holds(target, data))
    except OSError as error:
        raise KnownError(_DOUBTFUL.format(name=target.name, folder=target.parent)) from error
    if not same:
        raise KnownError(_DOUBTFUL.format(name=target.name, folder=target.parent))
    return hashlib.sha256(data).hexdigest()


def _patiently(action: Callable[[], T]) -> T:
    for _ in range(_TRIES - 1):
        try:
            return action()
        except PermissionError:
            time.sleep(_PAUSE)
    return action()


def _replace(part: Path, target: Path) -> None:
    if sys.platform == "win32":
        import ctypes

        replace_existing, write_through = 1, 8
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        if not kernel.MoveFileExW(str(part), str(target), replace_existing | write_through):
            raise ctypes.WinError(ctypes.get_last_error())
    else:
        part.replace(target)


def sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system can do that for a folder."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NOT_FOR_FOLDERS:
                raise
        finally:
            os.close(descriptor)


def _holds(path: Path, data: bytes) -> bool:
    """Read a file back, from the disk rather than from memory where the system allows it, and compare hashes."""
    found = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        if sys.platform == "linux":
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.digest() == hashlib.sha256(data).digest()


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue  # it is swept by the next write


def write_failure(error: OSError, target: Path) -> KnownError:
    """Return the sentence for an error of the disk while `target` was written."""
    sentence = _WINDOWS_SENTENCES.get(getattr(error, "winerror", 0) or 0) or _SENTENCES.get(error.errno or 0, _BAD_DISK)
    return KnownError(sentence.format(name=target.name, folder=target.parent, kept=_KEPT))
