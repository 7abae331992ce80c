"""The budget forms in the window: typed, pasted, read from a file, checked cell by cell, printed and made public."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from papi_desktop.domain.budget import BudgetForm
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.publications import Publication
from papi_desktop.services.budget_forms import figures, form_for
from tests.ui.conftest import Settle
from ui.budget.frozen import FrozenColumns
from ui.budget.page import BudgetPage
from ui.budget.reading import ReadingDialog
from ui.budget.sheet_model import SheetModel
from ui.desk import Desk
from ui.publications.page import PublicationsPage
from ui.theme import theme
from ui.widgets.print_dialog import PrintDialog
from ui.window import Window

QUARTER = read_period("2022-Q3")
YEAR = read_period("2022-Y")


@pytest.fixture
def page(window: Window, settle: Settle) -> BudgetPage:
    page = window.open_page("budget")
    settle()
    assert isinstance(page, BudgetPage)
    page.open_form("113", QUARTER)
    settle()
    return page


def kept(desk: Desk, settle: Settle, number: str = "113", code: str = "2022-Q3") -> BudgetForm:
    found: list[BudgetForm] = []
    desk.operations.read(lambda work: form_for(work, number, read_period(code)), found.append)
    settle()
    return found[0]


def type_into(page: BudgetPage, row: int, column: int, text: str) -> None:
    model = page.sheet.model
    model.setData(model.index(row, column), text, Qt.ItemDataRole.EditRole)


def words(page: BudgetPage, row: int, column: int) -> str:
    return str(page.sheet.model.index(row, column).data())


def test_the_list_names_the_forms_with_their_deciding_document(page: BudgetPage) -> None:
    lines = page.list.table.lines.lines
    assert [line.form for line in lines] == ["113", "114", "115"]
    assert all(line.decision_number for line in lines)


def test_a_typed_figure_is_kept_and_the_sums_follow(page: BudgetPage, desk: Desk, settle: Settle) -> None:
    before = figures(kept(desk, settle))[("income", "actual")]
    own = figures(kept(desk, settle))[("own", "actual")]
    type_into(page, 1, 3, "1.000.000")
    settle()
    after = figures(kept(desk, settle))[("income", "actual")]
    assert after == before - own + 1_000_000


def test_a_sum_that_does_not_add_up_shows_both_figures_and_is_not_corrected(
    page: BudgetPage, desk: Desk, settle: Settle
) -> None:
    computed = words(page, 0, 3)
    type_into(page, 0, 3, "5.000.000.000")
    settle()
    assert words(page, 0, 3) == f"Ghi 5.000.000.000\nCộng {computed}"
    assert "lệch" in str(page.sheet.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole))
    assert kept(desk, settle).amounts[("income", "actual")] == 5_000_000_000


def test_what_is_no_number_is_refused_in_words(page: BudgetPage, desk: Desk, settle: Settle) -> None:
    before = kept(desk, settle)
    type_into(page, 1, 3, "nhiều")
    settle()
    assert "không phải là số" in page.sheet.message.sentence.text()
    assert kept(desk, settle).cells == before.cells


def test_cells_copied_in_excel_are_set_down_in_one_change(page: BudgetPage, desk: Desk, settle: Settle) -> None:
    page.open_form("113", YEAR)
    settle()
    page.sheet.view.setCurrentIndex(page.sheet.model.index(1, 2))
    QApplication.clipboard().setText("100.000.000\t90.000.000\r\n50.000.000\t40.000.000\r\n")
    page.sheet.view.paste()
    settle()
    found = kept(desk, settle, code="2022-Y").amounts
    assert found[("own", "estimate")] == 100_000_000
    assert found[("shared", "actual")] == 40_000_000
    assert words(page, 0, 2) == "150.000.000"
    desk.operations.undo()
    settle()
    assert not kept(desk, settle, code="2022-Y").cells


def test_a_file_is_shown_cell_by_cell_before_it_is_written(
    page: BudgetPage, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    page.open_form("113", YEAR)
    settle()
    page.sheet.read(_accounting_file(tmp_path))
    settle()
    dialog = page.sheet.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    assert any("cộng lại được" in sentence for sentence in dialog.wrong)
    assert not kept(desk, settle, code="2022-Y").cells
    dialog.write()
    settle()
    found = kept(desk, settle, code="2022-Y")
    assert found.amounts[("income", "estimate")] == 999_000_000
    assert found.source_name == "ke toan.xlsx"


def test_a_file_without_the_form_is_refused_in_one_sentence(page: BudgetPage, settle: Settle, tmp_path: Path) -> None:
    target = tmp_path / "khac.xlsx"
    Workbook().save(target)
    page.sheet.read(target)
    settle()
    assert page.sheet.message.sentence.text()
    assert page.sheet.findChild(ReadingDialog) is None


def test_the_form_is_shown_as_it_prints_alone_and_with_its_set(page: BudgetPage, settle: Settle, qtbot: QtBot) -> None:
    page.sheet.show_papers()
    settle()
    dialog = page.sheet.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    qtbot.waitUntil(lambda: dialog.preview.pages.page_count > 0, timeout=10_000)
    whole = dialog.preview.pages.page_count
    assert (dialog.options().number, dialog.options().dated) == ("86/QĐ-UBND", date(2022, 10, 10))
    dialog.how.editor("form").show_value("113")
    dialog.show_pages()
    qtbot.waitUntil(lambda: dialog.preview.pages.page_count < whole, timeout=10_000)


def test_a_decision_left_to_the_clerk_or_of_another_day_cites_the_law_of_that_day(
    page: BudgetPage, settle: Settle
) -> None:
    page.sheet.show_papers()
    settle()
    dialog = page.sheet.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    assert "163/2016/NĐ-CP" in dialog.places.editor("nghị định ngân sách").value()
    dialog.places.editor("cơ quan tài chính cấp trên").show_value("Sở Tài chính")
    dialog.how.editor("dated").show_value(date(2026, 4, 10))
    dialog.show_pages()
    settle()
    assert "……/NĐ-CP" in dialog.places.editor("nghị định ngân sách").value()
    assert "Nghị định số ……" in dialog.remarks.text()
    assert dialog.options().values == {"cơ quan tài chính cấp trên": "Sở Tài chính"}
    dialog.open_number.setChecked(True)
    settle()
    assert dialog.options().dated is None
    assert "163/2016/NĐ-CP" in dialog.places.editor("nghị định ngân sách").value()


def test_the_deciding_document_is_kept_from_the_list(page: BudgetPage, desk: Desk, settle: Settle) -> None:
    page.show_list()
    page.list.table.select_id(page.list.table.lines.lines[0].id)
    settle()
    assert page.list.side
    page.list.side.detail.form.edited.emit("decided_on", date(2022, 10, 11))  # type: ignore[attr-defined]
    settle()
    assert kept(desk, settle).decided_on == date(2022, 10, 11)


def test_the_forms_of_a_quarter_are_made_public_once(
    page: BudgetPage, window: Window, desk: Desk, settle: Settle
) -> None:
    found: list[Publication] = []
    desk.operations.read(lambda work: work.publications.all(), found.extend)
    settle()
    for number in ("113", "114"):
        page.open_form(number, QUARTER)
        page.sheet.publish()
        settle()
    later: list[Publication] = []
    desk.operations.read(lambda work: work.publications.all(), later.extend)
    settle()
    quarter = [each for each in later if each.kind == "budget_quarter" and each.trigger_on == date(2022, 9, 30)]
    assert len(later) - len(found) <= 1
    assert len(quarter) == 1
    assert window.stack.currentWidget() is window.findChild(PublicationsPage)


def test_the_widest_form_needs_no_moving_sideways_at_1366(page: BudgetPage, window: Window, settle: Settle) -> None:
    window.resize(1366, 768)
    page.open_form("115", QUARTER)
    settle()
    view = page.sheet.view
    assert view.horizontalScrollBar().maximum() == 0
    metrics = QFontMetrics(theme.font(semibold=True))
    for column in range(2, 11):
        widest = max(metrics.horizontalAdvance(words(page, row, column)) for row in range(view.sheet.rowCount()))
        assert view.columnWidth(column) >= widest + 8


def test_the_names_stay_in_sight_while_the_figures_are_moved_sideways(
    page: BudgetPage, window: Window, settle: Settle
) -> None:
    window.resize(910, 512)
    page.open_form("115", QUARTER)
    settle()
    view = page.sheet.view
    frozen = view.findChild(FrozenColumns)
    assert isinstance(frozen, FrozenColumns)
    assert frozen.isVisible()
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    view.verticalScrollBar().setValue(3)
    assert frozen.verticalScrollBar().value() == 3
    assert frozen.width() == view.columnWidth(0) + view.columnWidth(1)
    page.open_form("113", QUARTER)
    settle()
    assert frozen.rowHeight(1) == view.rowHeight(1)


def whole_columns(page: BudgetPage) -> list[int]:
    """Return the figures in sight beside the names, after a look that none is cut."""
    view = page.sheet.view
    left, right = view.columnWidth(0) + view.columnWidth(1), view.viewport().width()
    spans = {
        each: (view.columnViewportPosition(each), view.columnWidth(each)) for each in range(2, view.sheet.columnCount())
    }
    seen = {each: (at, at + wide) for each, (at, wide) in spans.items() if at + wide > left and at < right}
    assert all(left <= at and end <= right for at, end in seen.values())
    return list(seen)


@pytest.mark.parametrize(
    ("number", "groups"), [("114", [[2, 3, 4, 5], [4, 5, 6, 7]]), ("115", [[2, 3, 4], [5, 6, 7], [8, 9, 10]])]
)
def test_a_narrow_window_shows_whole_figures_a_group_at_a_time(
    page: BudgetPage, window: Window, settle: Settle, number: str, groups: list[list[int]]
) -> None:
    window.resize(910, 485)
    page.open_form(number, QUARTER)
    settle()
    view = page.sheet.view
    bar = view.horizontalScrollBar()
    found = [whole_columns(page)]
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.singleStep() - 7)
        found.append(whole_columns(page))
    assert found == groups
    view.setCurrentIndex(view.sheet.index(4, 2))
    assert whole_columns(page) == groups[0]
    view.setCurrentIndex(view.sheet.index(4, view.sheet.columnCount() - 1))
    assert whole_columns(page) == groups[-1]


def test_a_form_that_does_not_add_up_still_shows_all_its_figures_in_a_narrow_window(
    page: BudgetPage, window: Window, settle: Settle
) -> None:
    window.resize(910, 485)
    type_into(page, 0, 3, "5.000.000.000")
    settle()
    assert page.sheet.view.horizontalScrollBar().maximum() == 0
    assert whole_columns(page) == [2, 3, 4, 5]


def test_one_band_stands_over_the_columns_of_a_group(page: BudgetPage, settle: Settle) -> None:
    page.open_form("115", QUARTER)
    settle()
    assert page.sheet.model.headings(5) == ("ƯỚC THỰC HIỆN 9 THÁNG NĂM 2022", "TỔNG SỐ\n(4)")
    assert page.sheet.model.headings(1) == ("", "NỘI DUNG")
    assert page.sheet.view.horizontalHeader().height() < 8 * QFontMetrics(theme.font()).height()


def test_the_page_says_in_a_word_whether_the_form_adds_up(page: BudgetPage, settle: Settle) -> None:
    assert page.sheet.status.word == "Khớp"
    type_into(page, 0, 3, "5.000.000.000")
    settle()
    assert page.sheet.status.word == "Chưa khớp"
    assert "lệch 98.024.500" in page.sheet.problem.text()
    page.open_form("113", YEAR)
    settle()
    assert page.sheet.status.word == "Chưa có số liệu"


def test_a_file_of_another_period_is_told_before_it_is_written(
    page: BudgetPage, settle: Settle, tmp_path: Path
) -> None:
    page.sheet.read(_accounting_file(tmp_path))
    settle()
    dialog = page.sheet.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    assert dialog.wrong[0].startswith("Tệp ghi là số liệu năm 2022, không phải 9 tháng năm 2022 đã chọn.")


def test_the_table_of_a_form_keeps_the_promises_of_qt(qtmodeltester: ModelTester, qapp: object) -> None:
    model = SheetModel()
    model.show(BudgetForm("115", "2022-Q3"))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def _accounting_file(folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows = (
        ("CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2022",),
        ("Đơn vị tính: đồng",),
        ("STT", "NỘI DUNG", "DỰ TOÁN NĂM", "ƯỚC THỰC HIỆN NĂM 2022", "SO SÁNH VỚI DỰ TOÁN (%)", "CÙNG KỲ NĂM TRƯỚC"),
        ("A", "TỔNG SỐ THU", 999_000_000, 700_000_000, None, None),
        ("I", "Các khoản thu xã hưởng 100%", 100_000_000, 200_000_000, None, None),
        ("II", "Các khoản thu phân chia theo tỷ lệ", 400_000_000, 500_000_000, None, None),
        ("B", "TỔNG SỐ CHI", 300_000_000, 250_000_000, None, None),
        ("II", "Chi thường xuyên", 300_000_000, 250_000_000, None, None),
    )
    for each in rows:
        sheet.append(each)
    target = folder / "ke toan.xlsx"
    book.save(target)
    return target
