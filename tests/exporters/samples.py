"""A realistic letter and workbook of a made-up commune, and every Vietnamese letter."""

import unicodedata
from datetime import date
from decimal import Decimal

from papi_desktop.domain.documents import (
    Annex,
    Block,
    CellKind,
    Column,
    Heading,
    Letter,
    Paragraph,
    Row,
    RowKind,
    Sheet,
    Signature,
    Table,
    Workbook,
)

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
SMALL_LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + list(
    "bcdđghklmnpqrstvxfjwz"
)
EVERY_LETTER = " ".join(f"n{small}m N{small.upper()}M" for small in SMALL_LETTERS)


def letter(**changes: object) -> Letter:
    """Return a full quarterly report, with some of its parts changed."""
    parts: dict[str, object] = {
        "issuer": ("ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"),
        "symbol": "BC-UBND",
        "place": "An Bình",
        "kind": "BÁO CÁO",
        "subject": "Kết quả thực hiện Kế hoạch nâng cao Chỉ số Hiệu quả quản trị và hành chính công (PAPI) "
        "Quý III và 9 tháng năm 2026",
        "addressee": "Sở Nội vụ tỉnh Lào Cai",
        "blocks": blocks(),
        "signature": Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Hòa"),
        "recipients": (
            "Như trên",
            "TT Đảng ủy, TT HĐND xã (b/c)",
            "UBMTTQ và các đoàn thể xã",
            "Các phòng, Trung tâm Phục vụ hành chính công xã",
            "Lưu: VT, VHXH",
        ),
        "number": "86",
        "dated": date(2026, 9, 9),
        "bases": (),
        "annexes": annexes(),
        "file_mark": "PAPI Desktop · Quý III/2026 · 7f3a9c21",
    }
    return Letter(**{**parts, **changes})  # type: ignore[arg-type]


def blocks() -> tuple[Block, ...]:
    """Return the body of the report."""
    return (
        Paragraph(
            "Thực hiện Kế hoạch số 239/KH-UBND ngày 30 tháng 6 năm 2022 của UBND tỉnh Lào Cai về "
            "nâng cao Chỉ số Hiệu quả "
            "quản trị và hành chính công cấp tỉnh; Kế hoạch số 12/KH-UBND ngày 15 tháng 01 năm "
            "2026 của UBND xã An Bình, "
            "UBND xã báo cáo kết quả như sau:"
        ),
        Heading("I. Công tác chỉ đạo, điều hành"),
        Paragraph(
            "1. Văn bản đã ban hành: 03 (Kế hoạch số 12/KH-UBND; Quyết định phân công số 45/QĐ-UBND; "
            "Thông báo số 31/TB-UBND).\n2. Chủ tịch UBND xã họp đánh giá hằng tháng: 03/03 "
            "tháng.\n3. Tuyên truyền: 24 buổi "
            "qua loa truyền thanh, họp thôn và trang thông tin điện tử; 02 chuyên mục truyền thanh/tuần."
        ),
        Heading("II. Kết quả thực hiện theo 8 nội dung"),
        Paragraph("Tổng số 28 nhiệm vụ; hoàn thành 19 (67,9%); đang thực hiện đúng tiến độ 7; quá hạn 2 (Phụ lục I)."),
        *_contents(),
        Heading("III. So sánh với kỳ trước, cùng kỳ năm trước"),
        comparison(),
        Heading("IV. Tồn tại, hạn chế và nguyên nhân"),
        Paragraph(
            "Việc công khai quy hoạch sử dụng đất tại 02 nhà văn hóa thôn chưa đủ thời gian niêm "
            "yết do bảng tin hư hỏng; "
            "nguyên nhân chủ quan: công chức Địa chính chưa kiểm tra hằng tuần; hạn khắc phục: "
            "ngày 30 tháng 9 năm 2026."
        ),
        Heading("V. Nhiệm vụ trọng tâm Quý IV"),
        Paragraph(
            "Hoàn thành 02 nhiệm vụ quá hạn; tổ chức hội nghị đối thoại lần 2; niêm yết kết quả "
            "rà soát hộ nghèo, "
            "hộ cận nghèo tại trụ sở và 9/9 nhà văn hóa thôn."
        ),
        Heading("VI. Đề xuất, kiến nghị"),
        Paragraph("Đề nghị Sở Nội vụ tập huấn công tác tiếp nhận, xử lý phản ánh, kiến nghị cho công chức cấp xã."),
        Paragraph(
            "Trên đây là báo cáo kết quả thực hiện Kế hoạch nâng cao Chỉ số PAPI Quý III năm 2026 "
            "của UBND xã An Bình./."
        ),
    )


def _contents() -> tuple[Block, ...]:
    texts = (
        (
            "1. Tham gia của người dân ở cấp cơ sở",
            "Sổ đóng góp tự nguyện lập tại 9/9 thôn; 02 công trình, 412 hộ tham gia, tổng số "
            "186.400.000 đồng, "
            "công khai ngày 12 tháng 7 năm 2026 tại các nhà văn hóa thôn.",
        ),
        (
            "2. Công khai, minh bạch",
            "Niêm yết danh sách hộ nghèo (63 hộ), hộ cận nghèo (41 hộ) tại trụ sở và 9/9 nhà văn "
            "hóa thôn; công khai ngân "
            "sách Quý II các biểu 113, 114, 115 ngày 12/7/2026 (đúng hạn, niêm yết 30 ngày); quy "
            "hoạch sử dụng đất: 01 lượt "
            "lấy ý kiến, 37 ý kiến, tiếp thu 30, giải trình 7.",
        ),
        (
            "3. Trách nhiệm giải trình với người dân",
            "Chủ tịch UBND xã tiếp công dân 06 ngày; 19 lượt, 21 người; tiếp nhận 08 đơn (khiếu "
            "nại 02, tố cáo 01, kiến nghị "
            "05), đã giải quyết 06, đang giải quyết trong hạn 02; đối thoại 01 hội nghị, 112 "
            "người dự, 23 ý kiến, đã trả lời "
            "20, chuyển cấp trên 03; thông báo kết quả sau 6 ngày.",
        ),
        ("4. Kiểm soát tham nhũng", "Công khai số điện thoại đường dây nóng; không có phản ánh về nhũng nhiễu."),
        (
            "5. Thủ tục hành chính công",
            "Tiếp nhận 512 hồ sơ, giải quyết đúng và trước hạn 508 (99,2%), trễ hạn 04, đã xin "
            "lỗi 04/04; nộp trực tuyến 61%.",
        ),
        ("6. Cung ứng dịch vụ công", "100% hộ nghèo có thẻ bảo hiểm y tế; sửa chữa 1,2 km đường thôn."),
        ("7. Quản trị môi trường", "Thu gom rác tại 7/9 thôn; trả lời 05/05 phản ánh về môi trường."),
        ("8. Quản trị điện tử", "Trang thông tin điện tử đăng 46 tin, bài; Wi-Fi miễn phí tại 6/9 nhà văn hóa thôn."),
    )
    return tuple(block for heading, text in texts for block in (Heading(heading, 2), Paragraph(text)))


def comparison() -> Table:
    """Return the table that stands in the body."""
    columns = (
        Column("Chỉ tiêu", 5),
        Column("Đơn vị", 1.6, CellKind.CENTRED),
        Column("Kỳ này", 1.6, CellKind.NUMBER),
        Column("Kỳ trước", 1.6, CellKind.NUMBER),
        Column("Tăng, giảm", 1.6, CellKind.NUMBER),
    )
    rows = (
        Row(("Nhiệm vụ hoàn thành", "nhiệm vụ", 19, 14, 5)),
        Row(("Lượt niêm yết, công khai", "lượt", 60, 48, 12)),
        Row(("Ý kiến đối thoại đã trả lời", "ý kiến", 20, 22, -2)),
        Row(("Đóng góp tự nguyện", "đồng", 186_400_000, 92_150_000, 94_250_000)),
    )
    return Table(columns, rows)


def annexes() -> tuple[Annex, ...]:
    """Return three annexes: tasks, publications, dialogues."""
    return (
        Annex(
            "I",
            "Kết quả thực hiện từng nhiệm vụ",
            tasks(28),
            "PL1 Nhiệm vụ",
            note="Ghi chú: số liệu tính đến 09/9/2026.",
        ),
        Annex("II", "Tình hình công khai, niêm yết", publications(40), "PL2 Công khai"),
        Annex("III", "Kết quả đối thoại với Nhân dân", dialogues(), "PL3 Đối thoại", landscape=False),
    )


def tasks(count: int) -> Table:
    """Return a table of tasks in bands of four."""
    columns = (
        Column("TT", 2.2, CellKind.CENTRED),
        Column("Nhiệm vụ", 14),
        Column("Chủ trì", 6),
        Column("Phối hợp", 6),
        Column("Thời hạn", 5, CellKind.DATE),
        Column("Kết quả", 12),
        Column("Tỷ lệ", 3.4, CellKind.PERCENT),
        Column("Trạng thái", 5, CellKind.CENTRED),
        Column("Minh chứng", 5),
        Column("Nguyên nhân chậm", 7),
    )
    rows: list[Row] = []
    for index in range(count):
        if index % 4 == 0:
            rows.append(Row((f"Nội dung {index // 4 + 1}. Tham gia của người dân ở cấp cơ sở",), RowKind.BAND))
        rows.append(Row(_task(index)))
    rows.append(Row(("", f"Tổng số {count} nhiệm vụ", "", "", None, "", Decimal("67.9"), "", "", ""), RowKind.TOTAL))
    return Table(columns, tuple(rows))


def _task(index: int) -> tuple[str | int | Decimal | date | None, ...]:
    late = index % 9 == 8
    return (
        f"{index // 4 + 1}.{index % 4 + 1}",
        "Niêm yết công khai danh sách hộ nghèo, hộ cận nghèo, hộ thoát nghèo tại trụ sở Ủy ban nhân dân xã, "
        f"nhà văn hóa thôn (nhiệm vụ số {index + 1})",
        "UBND cấp xã",
        "Sở Lao động - Thương binh và Xã hội; UBND các huyện, thị xã, thành phố",
        date(2026, 7 + index % 3, 5 + index % 20),
        "Đã niêm yết tại trụ sở và 9/9 nhà văn hóa thôn, thời gian 03 ngày làm việc; phát loa truyền thanh 06 lượt",
        Decimal(50) if late else Decimal(100),
        "Quá hạn" if late else "Hoàn thành",
        "Biên bản niêm yết, 03 ảnh",
        "Chờ Sở Nội vụ hướng dẫn biểu mẫu" if late else "",
    )


def publications(count: int) -> Table:
    """Return a table of postings."""
    columns = (
        Column("TT", 2, CellKind.CENTRED),
        Column("Nội dung công khai", 12),
        Column("Căn cứ", 9),
        Column("Nơi niêm yết", 8),
        Column("Từ ngày", 4.5, CellKind.DATE),
        Column("Đến ngày", 4.5, CellKind.DATE),
        Column("Số ngày", 3, CellKind.NUMBER),
        Column("Đạt", 3.5, CellKind.CENTRED),
    )
    rows = tuple(
        Row(
            (
                index + 1,
                "Công khai số liệu thu, chi ngân sách xã Quý II năm 2026 (biểu 113, 114, 115)",
                "Thông tư 343/2016/TT-BTC",
                f"Nhà văn hóa thôn Nà Pồ {index % 9 + 1}",
                date(2026, 7, 12),
                date(2026, 8, 11),
                30,
                "Đạt" if index % 7 else "Chưa đạt",
            )
        )
        for index in range(count)
    )
    return Table(columns, rows)


def dialogues() -> Table:
    """Return a small table in portrait."""
    columns = (
        Column("TT", 1, CellKind.CENTRED),
        Column("Ngày", 2, CellKind.DATE),
        Column("Địa điểm", 5),
        Column("Người dự", 1.6, CellKind.NUMBER),
        Column("Ý kiến", 1.6, CellKind.NUMBER),
        Column("Đã trả lời", 1.6, CellKind.NUMBER),
    )
    rows = (
        Row((1, date(2026, 8, 20), "Hội trường UBND xã An Bình", 112, 23, 20)),
        Row((2, date(2026, 9, 1), "Nhà văn hóa thôn Bản Cầm", 48, 9, 9)),
        Row(("", None, "Cộng", 160, 32, 29), RowKind.TOTAL),
    )
    return Table(columns, rows)


def workbook() -> Workbook:
    """Return the workbook of the same report."""
    sheets = (
        Sheet("Tổng hợp", ("TỔNG HỢP KẾT QUẢ", "Quý III năm 2026"), comparison(), landscape=False),
        *(Sheet(annex.sheet_name, titles(annex), annex.table, (annex.note,), annex.landscape) for annex in annexes()),
    )
    return Workbook("Báo cáo PAPI Quý III năm 2026", "Ủy ban nhân dân xã An Bình", sheets, "PAPI Desktop · 7f3a9c21")


def titles(annex: Annex) -> tuple[str, ...]:
    """Return the title lines of an annex's sheet."""
    return f"Phụ lục {annex.number}", annex.title.upper(), "(Kèm theo Báo cáo số 86/BC-UBND ngày 09 tháng 9 năm 2026)"
