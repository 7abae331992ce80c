"""Reads a plan from the province's Word or Excel file; it never writes anything."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.plans import PlanProposal
from papi_desktop.domain.text import nfc
from papi_desktop.importers.excel_tables import read_workbook
from papi_desktop.importers.file_kind import MAX_FILE_BYTES, FileKind, identify
from papi_desktop.importers.grid import SourceDocument
from papi_desktop.importers.isolation import run_apart
from papi_desktop.importers.package_parts import passed_over
from papi_desktop.importers.plan import NO_TABLE, NoPlanTable, propose
from papi_desktop.importers.plan_choices import Choices, FoundTable, tables_of
from papi_desktop.importers.word_tables import read_document


def read_plan(
    path: Path,
    today: date,
    cancelled: Callable[[], bool] = lambda: False,
    choices: Choices = MappingProxyType({}),
) -> PlanProposal:
    """Read a plan from a .docx or .xlsx file, its columns as a person corrected them.

    Raises NoPlanTable when no table of tasks is found, another KnownError with what to do, or Cancelled.
    """
    content = content_of(path)
    identify(content)
    read = partial(_read, today=today, name=nfc(path.name), choices=dict(choices))
    proposal = run_apart(read, content, cancelled)
    if proposal is None:
        raise NoPlanTable(NO_TABLE)
    return proposal


def read_tables(
    path: Path, cancelled: Callable[[], bool] = lambda: False, choices: Choices = MappingProxyType({})
) -> tuple[FoundTable, ...]:
    """Return the tables of a file with what their columns are taken for. Raises KnownError, or Cancelled."""
    content = content_of(path)
    identify(content)
    return run_apart(partial(_read_tables, choices=dict(choices)), content, cancelled)


def _read(content: bytes, today: date, name: str, choices: Choices) -> PlanProposal | None:
    """Read a plan, or nothing when the file has no table of tasks: only a sentence could leave the process."""
    try:
        return propose(_document(content), today, name, hashlib.sha256(content).hexdigest(), choices)
    except NoPlanTable:
        return None


def _read_tables(content: bytes, choices: Choices) -> tuple[FoundTable, ...]:
    return tables_of(_document(content), choices)


def _document(content: bytes) -> SourceDocument:
    document = read_document(content) if identify(content) is FileKind.WORD else read_workbook(content)
    return replace(document, remarks=(*document.remarks, *passed_over(content)))


def content_of(path: Path) -> bytes:
    """Return the bytes of a file that a person chose. Raises KnownError when it cannot be read or is too large."""
    if path.name.startswith("~$"):
        raise KnownError("Đây là tệp tạm của Word hoặc Excel. Hãy đóng tệp đang mở và chọn tệp gốc.")
    try:
        if path.is_dir():
            raise KnownError(f"“{path.name}” là một thư mục. Hãy chọn tệp .docx hoặc .xlsx có bảng nhiệm vụ.")
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise KnownError(f"Không tìm thấy tệp “{path}”. Hãy kiểm tra lại nơi lưu hoặc cắm lại USB.") from None
    except OSError:
        raise KnownError(
            f"Không mở được tệp “{path.name}”. Hãy đóng tệp nếu đang mở ở chương trình khác, "
            "hoặc chép tệp vào máy rồi nạp lại."
        ) from None
    if len(content) > MAX_FILE_BYTES:
        raise KnownError(
            f"Tệp lớn hơn {MAX_FILE_BYTES // 1024 // 1024} MB nên không nạp. "
            "Hãy chép riêng bảng nhiệm vụ sang một tệp mới rồi nạp lại."
        )
    return content
