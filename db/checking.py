"""The full check of a data folder: the file, its key copies, and the evidence."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from db.connection import connect
from db.failures import DAMAGED, explanation
from db.integrity import faults_of
from papi_desktop.domain.errors import KnownError
from papi_desktop.keys import database_key, read_copy
from papi_desktop.paths import DataFolder


def check_folder(folder: DataFolder) -> list[str]:
    """Return everything that is wrong in `folder`, one sentence each."""
    try:
        return [*_key_faults(folder), *_file_faults(folder)]
    except KnownError as error:
        return [str(error)]
    except dbapi2.Error as error:
        return [str(explanation(error, KnownError(DAMAGED)))]


def _key_faults(folder: DataFolder) -> Iterator[str]:
    copies = [read_copy(path) for path in folder.keys]
    for path, copy in zip(folder.keys, copies, strict=True):
        if copy is None:
            yield f"Tệp khóa {path.name} thiếu hoặc hỏng. Hãy đóng rồi mở lại chương trình để ghi lại từ bản kia."
    if all(copies) and copies[0] != copies[1]:
        yield (
            f"Hai tệp khóa {folder.keys[0].name} và {folder.keys[1].name} khác nhau. "
            "Hãy giữ tệp đi cùng dữ liệu này và chuyển tệp kia sang nơi khác."
        )


def _file_faults(folder: DataFolder) -> list[str]:
    if not folder.database.is_file():
        return ["Chưa có tệp dữ liệu papi.db trong thư mục dữ liệu. Hãy khôi phục từ bản sao lưu gần nhất."]
    with closing(connect(folder.database, database_key(folder))) as connection:
        faults = faults_of(connection)
        return faults or [*_evidence_faults(connection, folder), *_report_faults(connection, folder)]


def _evidence_faults(connection: Any, folder: DataFolder) -> Iterator[str]:
    rows = connection.execute("SELECT DISTINCT name, sha256 FROM attachment WHERE deleted_at IS NULL ORDER BY id")
    for name, sha256 in rows.fetchall():
        path = folder.attachments / sha256[:2] / sha256
        if not path.is_file():
            yield f"Thiếu tệp minh chứng “{name}”. Hãy chép lại tệp này từ bản sao của thư mục dữ liệu."
        elif _sha256(path) != sha256:
            yield f"Tệp minh chứng “{name}” đã bị sửa hoặc hỏng. Hãy chép lại tệp này từ bản sao của thư mục dữ liệu."


def _report_faults(connection: Any, folder: DataFolder) -> Iterator[str]:
    """Yield the files of reports that are no longer as they were handed over; one that was never kept is no fault."""
    rows = connection.execute(
        "SELECT DISTINCT line.key, line.content FROM report_line AS line JOIN report ON report.id = line.report_id "
        "WHERE line.kind = 'file' AND report.deleted_at IS NULL ORDER BY line.id"
    )
    for name, sha256 in rows.fetchall():
        path = folder.attachments / sha256[:2] / sha256
        if path.is_file() and _sha256(path) != sha256:
            yield f"Tệp báo cáo “{name}” đã bị sửa hoặc hỏng. Hãy chép lại tệp này từ bản sao của thư mục dữ liệu."


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
