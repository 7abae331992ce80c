"""The key of the encrypted database: made once, kept in two copies, never made anew beside existing data."""

import hashlib
import json
import secrets
from pathlib import Path
from typing import Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.files import place_new, safe_write
from papi_desktop.paths import DataFolder

_VERSION: Final = 1
_KEEP: Final = (
    "Không xóa, không sửa tệp này: thiếu nó thì không mở được dữ liệu. Khi sao chép dữ liệu, chép cả tệp này."
)


def database_key(folder: DataFolder) -> str:
    """Return the 256-bit key as 64 hexadecimal digits; make it for a new folder, mend a damaged copy from the other.

    Raises KnownError when neither copy can be read, or when there is a database but no key.
    """
    try:
        return _read(folder) if any(path.exists() for path in folder.keys) else _make(folder)
    except OSError as error:
        raise KnownError(
            f"Không đọc hoặc ghi được tệp khóa trong thư mục {folder.root}. Dữ liệu chưa bị thay đổi. "
            "Hãy kiểm tra quyền ghi và chỗ trống của ổ đĩa rồi mở lại chương trình."
        ) from error


def read_copy(path: Path) -> str | None:
    """Return the key in one copy, or None when the copy is missing or damaged. Raises KnownError for a newer one."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        version, key, check = content["version"], str(content["key"]), content["check"]
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None
    if isinstance(version, int) and version > _VERSION:
        raise KnownError(
            f"Tệp khóa {path.name} do phiên bản mới hơn của chương trình ghi. "
            "Dữ liệu chưa bị thay đổi. Hãy cài phiên bản mới nhất của chương trình rồi mở lại."
        )
    return key if version == _VERSION and len(key) == 64 and check == _check(key) else None


def _read(folder: DataFolder) -> str:
    copies = [read_copy(path) for path in folder.keys]
    key = next((copy for copy in copies if copy), None)
    if key is None:
        raise KnownError(
            f"Cả hai tệp khóa {folder.keys[0].name} và {folder.keys[1].name} trong {folder.root} đều hỏng. "
            "Dữ liệu chưa bị thay đổi. Hãy chép lại một trong hai tệp này từ bản sao của thư mục dữ liệu."
        )
    for path, copy in zip(folder.keys, copies, strict=True):
        if copy is None:
            safe_write(path, _content(key))
    return key


def _make(folder: DataFolder) -> str:
    if folder.database.exists() and folder.database.stat().st_size:
        raise KnownError(
            f"Có dữ liệu trong {folder.root} nhưng thiếu tệp khóa {folder.keys[0].name}. Dữ liệu chưa bị thay đổi. "
            "Hãy chép tệp này từ máy cũ hoặc từ bản sao của thư mục dữ liệu vào đây rồi mở lại."
        )
    folder.root.mkdir(parents=True, exist_ok=True)
    part = folder.root / f"~tmp-{secrets.token_hex(4)}.part"
    try:
        safe_write(part, _content(secrets.token_hex(32)))
        place_new(part, folder.keys[0])
    except FileExistsError:
        pass  # another start of the program was first; its key is the one
    finally:
        part.unlink(missing_ok=True)
    return _read(folder)


def _content(key: str) -> bytes:
    content = {"version": _VERSION, "key": key, "check": _check(key), "note": _KEEP}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _check(key: str) -> str:
    return hashlib.sha256(f"papi {key}".encode()).hexdigest()[:16]
