"""What can go wrong with the database file, as sentences that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, TimeoutError
from sqlcipher3 import dbapi2

from papi_desktop.domain.errors import KnownError

FULL: Final = (
    "Ổ đĩa đã đầy nên chưa ghi được; dữ liệu vẫn nguyên như trước. Hãy xóa bớt tệp không cần trên ổ đĩa rồi ghi lại."
)
LOCKED: Final = (
    "Dữ liệu đang được một cửa sổ hoặc máy khác dùng nên chưa ghi được; dữ liệu vẫn nguyên như trước. "
    "Hãy đóng cửa sổ kia rồi làm lại."
)
READ_ONLY: Final = (
    "Thư mục dữ liệu chỉ cho đọc nên chưa ghi được; dữ liệu vẫn nguyên như trước. "
    "Hãy bỏ thuộc tính chỉ đọc của thư mục hoặc nhờ người quản lý máy cấp quyền ghi rồi mở lại."
)
DAMAGED: Final = (
    "Tệp dữ liệu papi.db bị hỏng, hoặc không phải của chương trình này, hoặc không đi cùng tệp khóa khoa.json; "
    "chương trình chưa sửa gì. Hãy chép cả thư mục dữ liệu sang nơi khác để giữ lại, "
    "rồi khôi phục từ bản sao lưu gần nhất."
)
UNREACHABLE: Final = (
    "Không mở được tệp dữ liệu papi.db; dữ liệu vẫn nguyên như trước. "
    "Hãy kiểm tra thư mục dữ liệu còn đó và được phép ghi, rồi mở lại chương trình."
)
BROKEN_DISK: Final = (
    "Ổ đĩa không đọc hoặc không ghi được nên chưa ghi; dữ liệu đã ghi trước đó vẫn nguyên. "
    "Hãy kiểm tra ổ đĩa hoặc dây cắm, rồi mở lại chương trình."
)
NEWER: Final = (
    "Dữ liệu này do phiên bản mới hơn của chương trình ghi; chương trình chưa thay đổi gì. "
    "Hãy cài phiên bản mới nhất của chương trình rồi mở lại."
)
FOREIGN: Final = (
    "Tệp papi.db trong thư mục dữ liệu là của một chương trình khác; chương trình chưa thay đổi gì. "
    "Hãy chuyển tệp đó sang nơi khác hoặc chọn thư mục dữ liệu khác rồi mở lại."
)
OLD_SQLITE: Final = (
    "Phần lưu trữ đi kèm chương trình quá cũ, không an toàn cho dữ liệu. Dữ liệu chưa bị thay đổi. "
    "Hãy cài lại chương trình từ bộ cài đầy đủ."
)
UNSAFE: Final = (
    "Không bật được chế độ ghi an toàn cho tệp dữ liệu nên chương trình chưa mở; dữ liệu vẫn nguyên như trước. "
    "Hãy chuyển thư mục dữ liệu về ổ đĩa trong của máy rồi mở lại."
)

# https://sqlite.org/rescode.html, the primary result codes
_SENTENCES: Final = {
    3: READ_ONLY,
    5: LOCKED,
    6: LOCKED,
    8: READ_ONLY,
    10: BROKEN_DISK,
    11: DAMAGED,
    13: FULL,
    14: UNREACHABLE,
    26: DAMAGED,
}
# Copying pages reports only the words of a code.
_CODES: Final = {
    "attempt to write a readonly database": 8,
    "database is locked": 5,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "disk I/O error": 10,
    "file is not a database": 26,
    "unable to open database file": 14,
}


@contextmanager
def explained() -> Iterator[None]:
    """Turn what the database engine reports into a KnownError; what cannot be explained passes as it is."""
    try:
        yield
    except DBAPIError as error:
        raise explanation(error.orig, error) from error
    except dbapi2.Error as error:
        raise explanation(error, error) from error
    except TimeoutError as error:
        raise KnownError(LOCKED) from error


def explanation(cause: BaseException | None, otherwise: Exception) -> Exception:
    """Return the KnownError for an error of the engine, or `otherwise` when it is not an expected one."""
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF or _CODES.get(str(cause), 0)
    return KnownError(_SENTENCES[code]) if code in _SENTENCES else otherwise
