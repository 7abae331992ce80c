"""A blank plan to fill in with Excel: headings that the import knows, an example under each content, and a guide."""

from typing import Final

from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.documents import CellKind, Column, Row, RowKind, Sheet, Table, Workbook

FILE_NAME: Final = "MauKeHoach_PAPI.xlsx"
_EXAMPLE: Final = (
    "1.1",
    "Ví dụ: Tổ chức tuyên truyền về Chỉ số PAPI tại các thôn (sửa hoặc xóa dòng này)",
    "UBND cấp xã",
    "Đài Truyền thanh; Trưởng thôn",
    "Trước ngày 15/7/{year}",
)
_GUIDE: Final = (
    ("TT", "Số thứ tự theo nội dung: 1.1, 1.2, 2.1 … Bỏ trống thì chương trình tự đánh số."),
    ("Nhiệm vụ", "Mỗi nhiệm vụ một dòng. Cột này không được bỏ trống."),
    (
        "Cơ quan chủ trì",
        "Ghi UBND cấp xã nếu xã chủ trì. Nhiều cơ quan thì cách nhau bằng dấu chấm phẩy.",
    ),
    ("Cơ quan phối hợp", "Ghi UBND cấp xã nếu xã phối hợp. Bỏ trống nếu không có."),
    (
        "Thời gian thực hiện",
        "Ghi như trong văn bản: Trước ngày 15/7; Quý III; Hằng tháng; Định kỳ hằng quý; Thường xuyên.",
    ),
    (
        "Dòng tên nội dung",
        "Giữ nguyên tám dòng tên nội dung; ghi nhiệm vụ dưới dòng nội dung của nó. Có thể chèn thêm dòng.",
    ),
    ("Nạp vào chương trình", "Lưu tệp, rồi mở mục Kế hoạch, chọn Nạp kế hoạch và chọn tệp này."),
)


def plan_template(year: int) -> Workbook:
    """Return the blank plan of a year; filled in and saved, it is imported like the province's own."""
    titles = (f"KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI NĂM {year}", "(Ghi nhiệm vụ dưới tên nội dung; xem trang Hướng dẫn)")
    guide = Table(
        (Column("Cột, dòng", 20), Column("Cách ghi", 80)),
        tuple(Row(cells) for cells in _GUIDE),
    )
    return Workbook(
        f"Mẫu kế hoạch PAPI năm {year}",
        "PAPI Desktop",
        (
            Sheet("Kế hoạch", titles, _plan_table(year)),
            Sheet("Hướng dẫn", ("HƯỚNG DẪN GHI MẪU KẾ HOẠCH",), guide, landscape=False),
        ),
        FILE_NAME.removesuffix(".xlsx"),
    )


def template_bytes(year: int) -> bytes:
    """Return the blank plan as an Excel file."""
    from papi_desktop.exporters.xlsx import workbook_xlsx

    return workbook_xlsx(plan_template(year))


def _plan_table(year: int) -> Table:
    columns = (
        Column("TT", 6, CellKind.CENTRED),
        Column("Nhiệm vụ", 44),
        Column("Cơ quan chủ trì", 18),
        Column("Cơ quan phối hợp", 20),
        Column("Thời gian thực hiện", 16, CellKind.CENTRED),
    )
    rows: list[Row] = []
    for content in DIMENSIONS:
        rows.append(Row((f"{content.number}. {content.full_name}",), RowKind.BAND))
        if content.number == 1:
            rows.append(Row(tuple(text.format(year=year) for text in _EXAMPLE)))
        rows += [Row(("", "", "", "", ""))] * 2
    return Table(columns, tuple(rows))
