"""Copies of the database: made page by page, checked in full, and only then given their name."""

import os
from contextlib import closing
from pathlib import Path

from db.connection import connect
from db.integrity import faults_of
from papi_desktop.domain.errors import KnownError
from papi_desktop.files import place_new, write_failure


def copy(source: Path, key: str, target: Path) -> None:
    """Copy the database at `source` to `target` under the same key and check the copy.

    Raises KnownError when `target` exists or the copy is not sound; then nothing is left behind.
    """
    if target.exists():
        raise KnownError(_taken(target))
    part = target.with_name(f"~{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        _copy_pages(source, key, part)
        _verify(part, key)
        place_new(part, target)
    except FileExistsError as error:
        raise KnownError(_taken(target)) from error
    except OSError as error:
        raise write_failure(error, target) from error
    finally:
        part.unlink(missing_ok=True)
        part.with_name(part.name + "-journal").unlink(missing_ok=True)


def _copy_pages(source: Path, key: str, part: Path) -> None:
    with closing(connect(source, key)) as original, closing(connect(part, key)) as duplicate:
        original.backup(duplicate)
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _verify(part: Path, key: str) -> None:
    with closing(connect(part, key)) as duplicate:
        if faults_of(duplicate):
            raise KnownError(
                "Bản sao lưu vừa ghi không đọc lại được đúng nên đã bỏ; dữ liệu gốc vẫn nguyên. "
                "Hãy thử nơi khác hoặc USB khác, và chạy “Kiểm tra dữ liệu”."
            )


def _taken(target: Path) -> str:
    return f"Đã có tệp {target.name} ở nơi sao lưu. Hãy chọn tên khác rồi sao lưu lại."
