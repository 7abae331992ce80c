"""Tells what a file is by its content, and refuses everything that is not a Word or Excel file of today."""

import zipfile
from collections.abc import Sequence
from enum import Enum
from io import BytesIO
from typing import Final

from papi_desktop.domain.errors import KnownError

MAX_FILE_BYTES: Final = 20 * 1024 * 1024
MAX_UNPACKED_BYTES: Final = 100 * 1024 * 1024
MAX_RATIO: Final = 150
"""How many times larger than packed a part over one megabyte may be."""
MAX_ENTRIES: Final = 2_000
_MEGABYTE: Final = 1024 * 1024


class FileKind(Enum):
    """The two kinds of file that plans come in."""

    WORD = "word/document.xml"
    EXCEL = "xl/workbook.xml"


_AGAIN: Final = "rồi nạp lại."
_AS_XLSX: Final = f"Hãy mở bằng Excel, chọn Lưu thành .xlsx {_AGAIN}"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: Final = (
    ("EncryptedPackage", f"Tệp này có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại {_AGAIN}"),
    ("WordDocument", f"Đây là tệp Word đời cũ (.doc). Hãy mở bằng Word, chọn Lưu thành .docx {_AGAIN}"),
    ("Workbook", f"Đây là tệp Excel đời cũ (.xls). {_AS_XLSX}"),
    ("Book", f"Đây là tệp Excel đời cũ (.xls). {_AS_XLSX}"),
    ("PowerPoint Document", "Đây là tệp trình chiếu PowerPoint. Hãy chọn tệp Word hoặc Excel có bảng nhiệm vụ."),
)
_DAMAGED: Final = f"Tệp bị hỏng hoặc sao chép chưa xong. Hãy xin lại hoặc sao chép lại tệp {_AGAIN}"
_NOT_A_PLAN: Final = "Đây không phải tệp Word hoặc Excel. Hãy chọn tệp .docx hoặc .xlsx có bảng nhiệm vụ."
_LIBRE: Final = f"Đây là tệp của LibreOffice. Hãy mở tệp, chọn Lưu thành .docx hoặc .xlsx {_AGAIN}"
_PICTURE: Final = "Đây là tệp ảnh, không đọc được thành bảng. Hãy chọn tệp .docx hoặc .xlsx có bảng nhiệm vụ."
_ARCHIVE: Final = f"Đây là tệp nén. Hãy giải nén, lấy tệp .docx hoặc .xlsx bên trong {_AGAIN}"
_PDF: Final = "Đây là tệp PDF, không đọc được thành bảng. Hãy xin tệp Word (.docx) hoặc Excel (.xlsx) của kế hoạch."
_RTF: Final = f"Đây là tệp văn bản RTF. Hãy mở bằng Word, chọn Lưu thành .docx {_AGAIN}"
_WEB: Final = (
    f"Đây là trang web lưu lại, không phải tệp Word hoặc Excel. Hãy mở bằng Excel, chọn Lưu thành .xlsx {_AGAIN}"
)
_OLD_XML: Final = f"Đây là tệp XML đời cũ. Hãy mở bằng Word hoặc Excel, chọn Lưu thành .docx hoặc .xlsx {_AGAIN}"
_STARTS: Final[Sequence[tuple[bytes, str]]] = (
    (b"%pdf", _PDF),
    (b"{\\rtf", _RTF),
    (b"<?xml", _OLD_XML),
    (b"<!doctype", _WEB),
    (b"<html", _WEB),
    (b"<table", _WEB),
    (b"mime-version", _WEB),
    (b"rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"\x89png", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"gif8", _PICTURE),
    (b"bm", _PICTURE),
)
_PARTS: Final = (
    ("xl/workbook.bin", f"Đây là tệp Excel dạng .xlsb. {_AS_XLSX}"),
    ("ppt/presentation.xml", "Đây là tệp trình chiếu PowerPoint. Hãy chọn tệp Word hoặc Excel có bảng nhiệm vụ."),
    ("content.xml", _LIBRE),
    ("[Content_Types].xml", _DAMAGED),
)


def identify(content: bytes) -> FileKind:
    """Tell a Word file from an Excel file. Raises KnownError, with what to do, for anything else."""
    if not content:
        raise KnownError(f"Tệp trống, không có nội dung. Hãy xin lại hoặc sao chép lại tệp {_AGAIN}")
    if content.startswith(b"PK"):
        return _identify_package(content)
    raise KnownError(_ole_sentence(content) if content.startswith(_OLE) else _other_sentence(content))


def _ole_sentence(content: bytes) -> str:
    found = (sentence for stream, sentence in _OLE_STREAMS if stream.encode("utf-16-le") in content)
    return next(found, _NOT_A_PLAN)


def _other_sentence(content: bytes) -> str:
    start = content[:256].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not content.strip(b"\0"):
        return _DAMAGED
    return next((sentence for magic, sentence in _STARTS if start.startswith(magic)), _NOT_A_PLAN)


def _identify_package(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _check_sizes(package.infolist())
            names = set(package.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise KnownError(_DAMAGED) from None
    kinds = [kind for kind in FileKind if kind.value in names]
    if len(kinds) == 1:
        return kinds[0]
    raise KnownError(next((sentence for part, sentence in _PARTS if part in names), _ARCHIVE))


def _check_sizes(entries: Sequence[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise KnownError(f"Tệp nén này có mật khẩu. Hãy bỏ mật khẩu, lưu lại {_AGAIN}")
    swollen = any(
        entry.file_size > _MEGABYTE and entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if swollen or len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise KnownError(
            "Tệp có dung lượng bên trong lớn bất thường nên không nạp. "
            f"Hãy chép riêng bảng nhiệm vụ sang một tệp mới {_AGAIN}"
        )
