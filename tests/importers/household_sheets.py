"""Made-up lists of households as Excel files, for the tests of their import."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

HEADINGS = (
    "TT",
    "Họ và tên chủ hộ",
    "Năm sinh",
    "Giới tính",
    "Dân tộc",
    "Số định danh",
    "Thôn/TDP",
    "Số khẩu",
    "Điểm B1",
    "Điểm B2",
    "Phân loại",
    "Thiếu hụt",
    "Ghi chú",
)
PAO = (
    1,
    "Vàng Seo Páo",
    1975,
    "Nam",
    "Mông",
    "010000000123",
    "Thôn An Hòa",
    5,
    120,
    30,
    "Hộ nghèo",
    "Nhà ở",
    "đau yếu",
)
MAI = (2, "Lù Thị Mai", 1980, "Nữ", "Giáy", "010000000456", "An Lạc", 3, 130, 10, "Hộ cận nghèo mới", "", "")


def workbook(
    path: Path,
    *rows: Sequence[object],
    headings: Sequence[str] = HEADINGS,
    title: str = "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022",
) -> Path:
    """Write a list with its title and header and return its path."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Danh sách"
    for row in ((title,), (), headings, *rows):
        sheet.append(list(row))
    book.save(path)
    return path
