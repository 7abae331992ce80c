"""Rows that are pasted or typed are seen, corrected and left out before they are written, and can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from papi_desktop.domain.household_reading import ENTRY_FIELDS
from papi_desktop.domain.households import HouseholdClass
from tests.ui.conftest import Settle
from tests.ui.households.conftest import PASTED, households
from ui.desk import Desk
from ui.households.entry_model import FIXED
from ui.households.importing import LEFT_OUT, TAKEN, ImportDialog
from ui.households.page import HouseholdsPage


@pytest.fixture
def dialog(page: HouseholdsPage, settle: Settle) -> ImportDialog:
    """Give the preview of three pasted rows."""
    QApplication.clipboard().setText(PASTED)
    page.paste()
    settle()
    dialog = page.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    return dialog


def words(dialog: ImportDialog) -> list[str]:
    return list(dialog.words().values())


def typed_at(dialog: ImportDialog, row: int, field: str, text: str) -> None:
    dialog.model.setData(dialog.model.index(row, FIXED + ENTRY_FIELDS.index(field)), text)


def test_pasted_rows_are_shown_before_anything_is_written(dialog: ImportDialog, desk: Desk, settle: Settle) -> None:
    assert words(dialog) == ["Mới", "Mới", "Chưa rõ"]
    second = dialog.rows[1].row
    assert second
    assert "Thôn Lạ" in second.doubts[0].sentence
    assert len(households(desk, settle)) == 104


def test_a_row_can_be_corrected_or_left_out_before_it_is_written(
    dialog: ImportDialog, desk: Desk, settle: Settle
) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(2, FIXED))
    dialog.choices.edited.emit("standing", HouseholdClass.NEAR_POOR)
    settle()
    dialog.table.setCurrentIndex(dialog.model.index(1, FIXED))
    dialog.leave_out()
    assert words(dialog) == ["Mới", LEFT_OUT, "Mới"]
    dialog.write()
    settle()
    names = {each.head: each.standing for each in households(desk, settle)}
    assert names["Giàng A Páo"] is HouseholdClass.NEAR_POOR
    assert "Vàng A Dế" not in names


@pytest.mark.parametrize(("width", "height", "rows"), [(862, 421, 4), (1180, 690, 10)])
def test_whole_rows_and_the_doubts_of_one_are_seen_at_once(
    dialog: ImportDialog, settle: Settle, width: int, height: int, rows: int
) -> None:
    dialog.parentWidget().window().resize(width + 48, height + 64)
    dialog.resize(width, height)
    settle()
    assert dialog.size().toTuple() == (width, height)
    assert dialog.table.viewport().height() >= rows * dialog.table.rowHeight(0)


def test_the_class_of_every_household_is_in_sight_beside_its_name(dialog: ImportDialog, settle: Settle) -> None:
    dialog.resize(1180, 690)
    settle()
    table, standing = dialog.table, FIXED + ENTRY_FIELDS.index("standing")
    assert table.columnViewportPosition(standing) + table.columnWidth(standing) <= table.viewport().width()


def test_every_cell_is_corrected_where_it_stands(dialog: ImportDialog, settle: Settle) -> None:
    typed_at(dialog, 1, "village", "Thôn An Lạc")
    typed_at(dialog, 1, "persons", "7")
    settle()
    second = dialog.rows[1].row
    assert second
    assert (second.doubts, second.proposal.persons) == ((), 7)


def test_rows_are_typed_and_pasted_below_the_last(dialog: ImportDialog, desk: Desk, settle: Settle) -> None:
    typed_at(dialog, 3, "head", "Má Thị Dở")
    typed_at(dialog, 3, "standing", "Hộ nghèo")
    settle()
    QApplication.clipboard().setText("Cư A Sình\tThôn An Lạc\t1970\nSùng Thị Xa\tThôn An Hòa\t1966")
    dialog.table.setCurrentIndex(dialog.model.index(4, FIXED))
    QTest.keySequence(dialog.table, QKeySequence(QKeySequence.StandardKey.Paste))
    settle()
    assert words(dialog) == ["Mới", "Mới", "Chưa rõ", "Mới", "Chưa rõ", "Chưa rõ"]
    dialog.write()
    settle()
    assert "Má Thị Dở" in {each.head for each in households(desk, settle)}


def test_keys_move_through_the_sheet_as_in_excel(dialog: ImportDialog, settle: Settle) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(1, FIXED))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.table.currentIndex().row() == 2
    QTest.keyClick(dialog.table, Qt.Key.Key_Tab)
    assert dialog.table.currentIndex().column() == FIXED + 1
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle()
    assert dialog.rows[2].texts[1] == ""


def test_an_identity_number_is_whole_only_where_it_is_typed(dialog: ImportDialog) -> None:
    cell = dialog.model.index(0, FIXED + ENTRY_FIELDS.index("identity"))
    assert cell.data() == "•••••••••234"
    assert cell.data(Qt.ItemDataRole.EditRole) == "010170001234"


def test_a_list_is_typed_into_an_empty_sheet(
    page: HouseholdsPage, desk: Desk, settle: Settle, qtmodeltester: ModelTester
) -> None:
    page.type()
    settle()
    dialog = page.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtmodeltester.check(dialog.model, force_py=True)
    assert not dialog.save.isEnabled()
    typed_at(dialog, 0, "head", "Má Thị Dở")
    typed_at(dialog, 0, "standing", "Hộ cận nghèo")
    settle()
    dialog.write()
    settle()
    assert len(households(desk, settle)) == 105


def test_a_row_that_is_there_twice_is_taken_in_only_by_hand(dialog: ImportDialog, settle: Settle) -> None:
    for field, text in (("head", "Lò Thị Mẩy"), ("village", "Thôn An Hòa"), ("birth_year", "1970"), ("standing", "HN")):
        typed_at(dialog, 3, field, text)
    settle()
    assert words(dialog)[3] == "Trùng"
    dialog.table.setCurrentIndex(dialog.model.index(3, FIXED))
    dialog.leave_out()
    assert words(dialog)[3] == TAKEN


def test_rows_can_be_taken_into_another_year(dialog: ImportDialog, desk: Desk, settle: Settle) -> None:
    dialog.year.edited.emit("year", 2021)
    settle()
    dialog.write()
    settle()
    assert {each.head for each in households(desk, settle, 2021)} == {"Lò Thị Mẩy", "Vàng A Dế"}
    assert len(households(desk, settle)) == 104


def test_what_was_taken_over_can_be_taken_back(dialog: ImportDialog, desk: Desk, settle: Settle) -> None:
    dialog.write()
    settle()
    assert len(households(desk, settle)) == 106
    desk.operations.undo()
    settle()
    assert len(households(desk, settle)) == 104
