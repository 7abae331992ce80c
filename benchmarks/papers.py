"""A printed table of 1 000 rows and 12 columns beside the same cells drawn on a bare canvas."""

from collections.abc import Iterator
from io import BytesIO
from statistics import median
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Figure
from papi_desktop.domain.documents import Annex, Column, Letter, Row, Signature, Table
from papi_desktop.exporters.pdf import letter_pdf

ROWS, COLUMNS = 1000, 12
_TIMES = 3


def measure() -> Iterator[Figure]:
    """Measure both, warm."""
    letter = _letter()
    letter_pdf(letter)
    ours, floor = (
        median(_timed(action) for _ in range(_TIMES))
        for action in (lambda: letter_pdf(letter), lambda: bare_table(BytesIO(), ROWS, COLUMNS))
    )
    yield Figure(f"PDF of {ROWS} rows × {COLUMNS} columns", ours, floor)


def _timed(action: object) -> float:
    began = perf_counter()
    assert callable(action)
    action()
    return (perf_counter() - began) * 1000


def _cell(row: int, column: int) -> str:
    return f"Ô {row}.{column} tuyên truyền"


def _letter() -> Letter:
    columns = tuple(Column(f"Cột {number}", 8) for number in range(1, COLUMNS + 1))
    rows = tuple(Row(tuple(_cell(row, column) for column in range(COLUMNS))) for row in range(ROWS))
    annex = Annex("I", "Bảng lớn", Table(columns, rows), "Phụ lục I")
    signature = Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An")
    issuer = ("ỦY BAN NHÂN DÂN", "XÃ AN BÌNH")
    return Letter(issuer, "BC-UBND", "An Bình", "BÁO CÁO", "Thử", "", (), signature, (), annexes=(annex,))


def bare_table(target: BytesIO, rows: int, columns: int) -> None:
    """Draw cells on a bare canvas, with no fonts, no breaks and no headings: the floor of a printed table."""
    canvas = Canvas(target, pagesize=(842, 595))
    per_page = 40
    for start in range(0, rows, per_page):
        canvas.setFont("Times-Roman", 8)
        for row in range(start, min(start + per_page, rows)):
            y = 560 - 13 * (row - start)
            for column in range(columns):
                canvas.drawString(30 + 65 * column, y, f"O {row}.{column} tuyen truyen")
                canvas.rect(28 + 65 * column, y - 3, 65, 13)
        canvas.showPage()
    canvas.save()
