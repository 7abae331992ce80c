"""Whether one database file is sound: every page's seal, every table and index, every link."""

from typing import Any

from sqlcipher3 import dbapi2

from db.connection import APPLICATION_ID, setting
from db.failures import explanation
from papi_desktop.domain.errors import KnownError


def faults_of(connection: Any) -> list[str]:
    """Return what is wrong with the file behind `connection`, one sentence each; empty is sound."""
    try:
        return list(filter(None, (_broken_pages(connection), _broken_tables(connection), _broken_links(connection))))
    except dbapi2.Error as error:
        explained = explanation(error, error)
        if isinstance(explained, KnownError):
            return [str(explained)]
        raise


def _broken_pages(connection: Any) -> str:
    found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return f"Tệp dữ liệu có {len(found)} trang bị hỏng. Hãy khôi phục từ bản sao lưu gần nhất." if found else ""


def _broken_tables(connection: Any) -> str:
    found = connection.execute("PRAGMA integrity_check").fetchall()
    if found == [("ok",)] and setting(connection, "application_id") == APPLICATION_ID:
        return ""
    return "Các bảng trong tệp dữ liệu không còn khớp nhau. Hãy khôi phục từ bản sao lưu gần nhất."


def _broken_links(connection: Any) -> str:
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    return f"Có {len(found)} mục trỏ tới mục không còn. Hãy khôi phục từ bản sao lưu gần nhất." if found else ""
