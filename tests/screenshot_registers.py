"""Draws the households' import and papers, an open budget form with what does not add up, and their printed pages."""

import tempfile
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from db.database import Database
from papi_desktop.domain.periods import read_period
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.paths import DataFolder
from papi_desktop.services import assignment, month_review
from papi_desktop.services.budget_decision import BudgetTurn
from papi_desktop.services.budget_forms import template
from papi_desktop.services.household_print import office_papers, wall_papers
from papi_desktop.services.notice_facts import prepared
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.notices import PaperOptions, letters
from papi_desktop.services.sample import SAMPLE_DAY
from tests.camera import Camera, draw_pages, settle
from ui.budget.page import BudgetPage
from ui.budget.reading import ReadingDialog
from ui.households.importing import ImportDialog
from ui.households.page import HouseholdsPage
from ui.widgets.paper_dialog import PaperDialog
from ui.widgets.print_dialog import PrintDialog
from ui.window import Window

_QUARTER = read_period("2022-Q3")
_PASTED = (
    "Họ tên\tThôn\tNăm sinh\tSố định danh\tSố khẩu\tPhân loại\n"
    "Lò Thị Mẩy\tThôn An Hòa\t1970\t010170001234\t4\tHộ nghèo\n"
    "Vàng A Dế\tThôn Lạ\t1980\t010180001235\t5\tHộ cận nghèo\n"
    "Lò Thị Mẩy\tThôn An Lạc\t1975\t\t3\t\n"
    "Giàng A Páo\tThôn An Lạc\t1890\t010170001234\t2\tHộ nghèo\n"
)
_ROWS = (
    ("CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2022",),
    ("Đơn vị tính: đồng",),
    ("STT", "NỘI DUNG", "DỰ TOÁN NĂM", "ƯỚC THỰC HIỆN NĂM 2022", "SO SÁNH VỚI DỰ TOÁN (%)", "CÙNG KỲ NĂM TRƯỚC"),
    ("A", "TỔNG SỐ THU", 999_000_000, 700_000_000),
    ("I", "Các khoản thu xã hưởng 100%", 100_000_000, 200_000_000),
    ("II", "Các khoản thu phân chia theo tỷ lệ", 400_000_000, 500_000_000),
    ("B", "TỔNG SỐ CHI", 300_000_000, 250_000_000),
    ("II", "Chi thường xuyên", 300_000_000, 250_000_000),
)


def printed_pages(camera: Camera, folder: DataFolder) -> None:
    """Draw every page of the lists of households, the budget forms, the assignment and the chairman's month."""
    database = Database(folder)
    database.open()
    kind, turn = NoticeKind.BUDGET_DECISION, BudgetTurn(template("113").kind, _QUARTER)
    with database.work() as work:
        options, _ = prepared(work, kind, turn, SAMPLE_DAY, PaperOptions(), None, None)
        papers = {
            "households-wall": wall_papers(work, 2022, SAMPLE_DAY).letter,
            "households-office": office_papers(work, 2022).letter,
            "budget": letters(work, kind, turn, SAMPLE_DAY, options)[0],
            "budget-large": letters(work, kind, turn, SAMPLE_DAY, replace(options, large=True))[0],
            "assignment": assignment.papers(assignment.read_assignment(work, _QUARTER.year, SAMPLE_DAY)).letter,
            "month": month_review.papers(month_review.read_review(work, read_period("2022-08"), SAMPLE_DAY)).letter,
        }
    database.close()
    for name, each in papers.items():
        draw_pages(camera, f"pdf-{name}", letter_pdf(each))


def register_windows(camera: Camera, window: Window) -> None:
    """Draw the dialogs of both pages, and the forms opened."""
    _households(camera, window)
    _budget(camera, window)


def _households(camera: Camera, window: Window) -> None:
    page = window.open_page("households")
    assert isinstance(page, HouseholdsPage)
    settle(window)
    QApplication.clipboard().setText(_PASTED)
    page.paste()
    settle(window)
    dialog = page.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    _fit(dialog, window)
    dialog.table.setCurrentIndex(dialog.model.index(1, 3))
    _take(camera, "dialog-households.import", window, dialog)


def _budget(camera: Camera, window: Window) -> None:
    page = window.open_page("budget")
    assert isinstance(page, BudgetPage)
    for number in ("113", "114", "115"):
        page.open_form(number, _QUARTER)
        settle(window)
        camera.take(f"budget-{number}", window)
    page.open_form("113", _QUARTER)
    settle(window)
    page.sheet.model.typed.emit(("income", "actual"), 5_000_000_000)
    settle(window)
    camera.take("budget-113-mismatch", window)
    page.sheet.show_papers()
    settle(window)
    printing = page.sheet.findChild(PrintDialog)
    assert isinstance(printing, PrintDialog)
    _fit(printing, window)
    settle(window)
    QTest.qWait(200)
    _take(camera, "dialog-budget.paper", window, printing)
    page.open_form("113", read_period("2022-Y"))
    settle(window)
    with tempfile.TemporaryDirectory() as folder:
        page.sheet.read(_accounting_file(Path(folder)))
        settle(window)
    dialog = page.sheet.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    _fit(dialog, window)
    _take(camera, "dialog-budget.import", window, dialog)
    page.show_list()


def _paper(camera: Camera, name: str, window: Window, dialog: object) -> None:
    assert isinstance(dialog, PaperDialog)
    _fit(dialog, window)
    settle(window)
    QTest.qWait(200)
    _take(camera, f"dialog-{name}.paper", window, dialog)


def _take(camera: Camera, name: str, window: Window, dialog: QDialog) -> None:
    settle(window)
    camera.take(name, dialog)
    dialog.done(QDialog.DialogCode.Rejected)


def _fit(dialog: QDialog, window: Window) -> None:
    dialog.resize(min(1180, window.width() - 32), min(690, window.height() - 44))


def _accounting_file(folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for each in _ROWS:
        sheet.append(each)
    target = folder / "ke toan.xlsx"
    book.save(target)
    return target
