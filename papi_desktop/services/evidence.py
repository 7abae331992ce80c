"""Evidence files: kept once by their content, opened as a copy, and removed without touching what others prove."""

import hashlib
from datetime import date
from pathlib import Path

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.text import nfc, thousands
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Work

LARGEST = 20 * 1024 * 1024
"""The largest file taken as evidence, in bytes."""
_DAMAGED = "Tệp minh chứng “{name}” bị mất hoặc đã hỏng. Hãy thêm lại tệp này, hoặc lấy lại từ bản sao lưu."
_NOT_KEPT = (
    "Chưa lưu được tệp vào thư mục dữ liệu “{folder}”, có thể ổ đĩa đã đầy hoặc đang khóa ghi; dữ liệu đã ghi vẫn còn "
    "nguyên. Hãy xóa bớt tệp không cần trên ổ đĩa rồi làm lại."
)


def stored_path(folder: DataFolder, attachment: Attachment) -> Path:
    """Return where the bytes of a piece of evidence lie."""
    return _path(folder, attachment.sha256)


def keep(folder: DataFolder, data: bytes) -> str:
    """Store bytes once under their SHA-256 and return it; the same bytes twice take no more room.

    Raises KnownError when the data folder cannot take them.
    """
    from papi_desktop.files import safe_write

    digest = digest_of(data)
    target = _path(folder, digest)
    if not _is_whole(target, digest):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            safe_write(target, data)
        except (OSError, KnownError) as error:
            raise KnownError(_NOT_KEPT.format(folder=folder.root)) from error
    return digest


def kept_path(folder: DataFolder, digest: str) -> Path | None:
    """Return where bytes lie that were kept, if they are there and whole."""
    path = _path(folder, digest)
    return path if _is_whole(path, digest) else None


def read_source(source: Path) -> bytes:
    """Read a file that is to become evidence. Raises KnownError when it is too large, empty or unreadable."""
    try:
        size = source.stat().st_size
        if size > LARGEST:
            megabytes = thousands(-(-size // (1024 * 1024)))
            raise KnownError(
                f"Tệp “{source.name}” nặng {megabytes} MB, quá mức 20 MB. "
                "Hãy chụp lại với kích thước nhỏ hơn hoặc tách tệp."
            )
        data = source.read_bytes()
    except OSError:
        raise KnownError(f"Không đọc được tệp “{source.name}”. Hãy kiểm tra tệp còn ở chỗ cũ và thử lại.") from None
    if not data:
        raise KnownError(f"Tệp “{source.name}” không có nội dung. Hãy chọn tệp khác.")
    return data


def add(work: Work, folder: DataFolder, owner: Owner, owner_id: int, source: Path, today: date) -> Attachment:
    """Keep a copy of `source` as evidence. Raises KnownError when it cannot be read or is larger than 20 MB."""
    return add_bytes(work, folder, owner, owner_id, source.name, read_source(source), today)


def add_bytes(
    work: Work,
    folder: DataFolder,
    owner: Owner,
    owner_id: int,
    name: str,
    data: bytes,
    today: date,
    taken_on: date | None = None,
) -> Attachment:
    """Keep bytes as evidence under a name; the file is on the disk before the row is written."""
    digest = keep(folder, data)
    for there in work.attachments.of(owner, owner_id):
        if there.sha256 == digest:
            return there
    return work.attachments.put(Attachment(owner, owner_id, nfc(name), digest, len(data), today, taken_on)).after


def open_copy(folder: DataFolder, attachment: Attachment) -> Path:
    """Return a copy under its own name, for another program to open. Raises KnownError when it is gone or changed."""
    source = stored_path(folder, attachment)
    if not _is_whole(source, attachment.sha256):
        raise KnownError(_DAMAGED.format(name=attachment.name))
    return copy_of(folder, attachment.name, source.read_bytes())


def copy_of(folder: DataFolder, name: str, data: bytes) -> Path:
    """Write bytes under their name where another program can open them; also of evidence that is not kept yet."""
    from papi_desktop.files import safe_write

    target = folder.temporary / digest_of(data)[:16] / Path(name).name
    target.parent.mkdir(parents=True, exist_ok=True)
    safe_write(target, data)
    return target


def digest_of(data: bytes) -> str:
    """Return the SHA-256 by which bytes are kept."""
    return hashlib.sha256(data).hexdigest()


def remove(work: Work, attachment_id: int) -> Attachment:
    """Move a piece of evidence to the recycle bin; its bytes stay, so that it can be restored."""
    return work.attachments.remove(attachment_id)


def _path(folder: DataFolder, digest: str) -> Path:
    return folder.attachments / digest[:2] / digest


def _is_whole(path: Path, digest: str) -> bool:
    try:
        return digest_of(path.read_bytes()) == digest
    except OSError:
        return False
