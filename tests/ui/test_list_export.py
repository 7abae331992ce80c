"""Any list goes to Excel as it stands on the screen."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from papi_desktop.settings import read_settings
from tests.ui.conftest import Settle
from ui.widgets.register_page import RegisterPage
from ui.window import Window


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Answer the system's file dialog, which no test can click."""
    chosen = tmp_path / "USB" / "danh sách"
    chosen.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    return chosen.with_name("danh sách.xlsx")


def page_of(window: Window, settle: Settle, name: str) -> RegisterPage:
    page = window.open_page(name)
    settle()
    assert isinstance(page, RegisterPage)
    return page


def first_cells(target: Path) -> list[object]:
    return [row[0].value for row in openpyxl.load_workbook(target).worksheets[0].iter_rows()]


def test_the_lines_of_a_filtered_list_are_written_in_the_order_shown(
    window: Window, settle: Settle, target: Path
) -> None:
    page = page_of(window, settle, "tasks")
    page.filters.choose({"dimension": "2"})
    page.refresh()
    settle()
    page.table.lines.sort(0, Qt.SortOrder.DescendingOrder)
    codes = [line.code for line in page.table.lines.ordered_lines()]
    noted: list[str] = []
    window.desk.noted.connect(noted.append)
    page.export_lines()
    settle()
    assert len(codes) > 1
    assert codes == sorted(codes, reverse=True)
    written = first_cells(target)
    assert [each for each in written if each in codes] == codes
    assert noted == [f"Đã ghi xong và kiểm tra “danh sách.xlsx”, {len(codes)} dòng."]


def test_the_folder_of_the_last_list_is_remembered(window: Window, settle: Settle, target: Path) -> None:
    page_of(window, settle, "publications").export_lines()
    settle()
    assert read_settings(window.desk.folder).export_folder == str(target.parent)


def test_an_empty_list_offers_no_file(window: Window, settle: Settle) -> None:
    page = page_of(window, settle, "tasks")
    assert page.exports.isEnabled()
    page.search.setText("không có nhiệm vụ nào như thế này")
    page.search.returnPressed.emit()
    settle()
    assert not page.exports.isEnabled()
