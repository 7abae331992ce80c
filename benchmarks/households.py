"""A list of 5 000 poor and near-poor households: read from Excel and saved, and printed for the wall."""

import tempfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import Final

import openpyxl

from benchmarks.figures import Figure
from benchmarks.papers import bare_table
from db.database import Database
from papi_desktop.domain.commune import Commune, Unit, Village
from papi_desktop.importers.household_file import read_households
from papi_desktop.paths import DataFolder
from papi_desktop.services.household_import import compare, save
from papi_desktop.services.household_print import wall_papers
from papi_desktop.services.papers import write_papers

HOUSEHOLDS: Final = 5000
VILLAGES: Final = 20
_YEAR: Final = 2022
_HEADINGS: Final = ("TT", "Họ và tên chủ hộ", "Năm sinh", "Số định danh", "Thôn", "Số khẩu", "Điểm B1", "Phân loại")
_NAMES: Final = ("Vàng Seo", "Lù Thị", "Giàng A", "Hoàng Văn", "Nguyễn Thị", "Đặng Văn", "Ôn Thị", "Lý A")


def measure() -> Iterator[Figure]:
    """Measure the import and the list for the wall, each beside reading and drawing the same cells plainly."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        file = _sheet(folder / "hộ.xlsx")
        storage = Database(DataFolder(folder / "dữ liệu"))
        storage.open()
        with storage.work() as work:
            work.commune.put(Commune(Unit.COMMUNE, "An Bình", "Lào Cai", "Lý Văn Thịnh", "UBND huyện"))
            for number in range(1, VILLAGES + 1):
                work.villages.put(Village(f"Thôn {number}"))
        yield _imported(storage, file)
        yield _printed(storage, folder / "ra")
        storage.close()


def _imported(storage: Database, file: Path) -> Figure:
    began = perf_counter()
    sheet = read_households(file, _YEAR)
    with storage.work() as work:
        saved = save(work, compare(work, sheet, _YEAR)).saved
    ours = perf_counter() - began
    assert saved == HOUSEHOLDS
    began = perf_counter()
    for _row in openpyxl.load_workbook(file, read_only=True).active.iter_rows(values_only=True):
        pass
    floor = perf_counter() - began
    return Figure(f"import of {HOUSEHOLDS} households from Excel", ours * 1000, floor * 1000, 5000)


def _printed(storage: Database, out: Path) -> Figure:
    out.mkdir()
    began = perf_counter()
    with storage.work() as work:
        papers = wall_papers(work, _YEAR, date(_YEAR, 1, 10))
    write_papers(papers, out)
    ours = perf_counter() - began
    began = perf_counter()
    bare_table(BytesIO(), HOUSEHOLDS, len(_HEADINGS))
    floor = perf_counter() - began
    return Figure(f"masked PDF and Excel of {HOUSEHOLDS} households", ours * 1000, floor * 1000, 10_000)


def _sheet(path: Path) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(_HEADINGS)
    for number in range(1, HOUSEHOLDS + 1):
        name = f"{_NAMES[number % len(_NAMES)]} {chr(65 + number % 26)}{number}"
        standing = "Hộ nghèo" if number % 2 else "Hộ cận nghèo"
        village = f"Thôn {number % VILLAGES + 1}"
        year = date(1950, 1, 1).year + number % 50
        sheet.append((number, name, year, f"{10_000_000_000 + number:012d}", village, number % 7 + 1, 120, standing))
    book.save(path)
    return path
