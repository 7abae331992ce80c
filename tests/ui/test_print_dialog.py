"""The window of one printable paper: pages, how it is printed, the printer and the files."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from papi_desktop.exporters.pages import page_count
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.notices import PaperFile
from tests.ui.conftest import Settle
from ui.widgets.print_dialog import PrintDialog
from ui.widgets.printing import NO_PRINTER, a4_printer, has_printer
from ui.window import Window

BUDGET_Q3 = 9


@pytest.fixture
def minutes(window: Window, settle: Settle) -> PrintDialog:
    return opened(window, settle, NoticeKind.POSTING_RECORD, BUDGET_Q3)


def opened(window: Window, settle: Settle, kind: NoticeKind, id: int) -> PrintDialog:
    dialog = PrintDialog(window, window.desk, kind, id)
    dialog.open()
    settle()
    return dialog


def test_minutes_come_for_every_place_at_once(minutes: PrintDialog) -> None:
    assert minutes.preview.pages.page_count == 10


def test_one_place_gets_its_own_minutes_with_its_values_to_edit(minutes: PrintDialog, settle: Settle) -> None:
    place = minutes.how.control("place")
    place.setCurrentIndex(2)  # type: ignore[attr-defined]
    minutes.show_pages()
    settle()
    assert minutes.options().place_ids
    assert minutes.preview.pages.page_count == 1


def test_large_letters_and_open_places_are_shown_as_they_print(minutes: PrintDialog, settle: Settle) -> None:
    minutes.large.setChecked(True)
    minutes.blank.setChecked(True)
    settle()
    options = minutes.options()
    assert options.large
    assert options.blank
    assert minutes.preview.pages.page_count == 4


def test_number_and_day_stay_open_until_they_are_asked_for(window: Window, settle: Settle) -> None:
    notice = opened(window, settle, NoticeKind.POSTING, BUDGET_Q3)
    assert not notice.how.isVisible()
    notice.how.editor("number").show_value("45")
    assert notice.options().number == ""
    notice.open_number.setChecked(False)
    assert notice.how.isVisible()
    assert notice.options().number == "45"


def test_minutes_have_neither_number_nor_a_line_of_their_day(minutes: PrintDialog) -> None:
    assert not minutes.open_number.isVisible()
    assert [field.key for field in minutes.how.fields] == ["place"]


def test_what_is_made_public_is_typed_once(window: Window, settle: Settle) -> None:
    notice = opened(window, settle, NoticeKind.POSTING, BUDGET_Q3)
    assert "nội dung viết thường" not in [field.key for field in notice.places.fields]


@pytest.mark.parametrize("kind", [NoticeKind.POSTING, NoticeKind.DIRECTORY])
def test_a_field_of_one_line_shows_all_of_its_value(window: Window, settle: Settle, kind: NoticeKind) -> None:
    dialog = opened(window, settle, kind, BUDGET_Q3)
    lines = [each for each in dialog.places.findChildren(QLineEdit) if each.isVisible()]
    assert lines
    for each in lines:
        assert each.fontMetrics().horizontalAdvance(each.text()) < each.width() - 20


def test_only_what_was_typed_over_goes_into_the_paper(window: Window, settle: Settle) -> None:
    dialog = opened(window, settle, NoticeKind.POSTING, BUDGET_Q3)
    assert dialog.options().values == {}
    dialog.places.editor("người tiếp nhận").show_value("Trần Quốc Hiệp")
    assert dialog.options().values == {"người tiếp nhận": "Trần Quốc Hiệp"}


def test_the_pages_go_to_the_printer_as_they_are_shown(
    window: Window, minutes: PrintDialog, settle: Settle, tmp_path: Path
) -> None:
    printer = a4_printer("Biên bản")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    minutes.print_to(printer)
    settle()
    assert page_count((tmp_path / "in.pdf").read_bytes()) == 10
    assert minutes.message.sentence.text() == "Đã gửi 10 trang tới máy in."


def test_only_the_chosen_pages_are_printed(minutes: PrintDialog, settle: Settle, tmp_path: Path) -> None:
    printer = a4_printer("Biên bản")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printer.setFromTo(2, 4)
    minutes.print_to(printer)
    settle()
    assert page_count((tmp_path / "in.pdf").read_bytes()) == 3


@pytest.mark.skipif(has_printer(), reason="This PC has a printer.")
def test_a_pc_without_printer_is_told_what_to_do(minutes: PrintDialog) -> None:
    minutes.print_it()
    assert minutes.message.sentence.text() == NO_PRINTER


@pytest.mark.parametrize("kind", [PaperFile.PDF, PaperFile.DOCX])
def test_a_paper_is_saved_and_its_file_is_named(
    minutes: PrintDialog, settle: Settle, tmp_path: Path, kind: PaperFile
) -> None:
    minutes.save_to(tmp_path, kind)
    settle()
    (made,) = tmp_path.glob(f"*.{kind}")
    assert made.name in minutes.message.sentence.text()


def test_the_menu_of_a_publication_opens_its_papers(qtbot: QtBot, window: Window, settle: Settle) -> None:
    page = window.open_page("publications")
    settle()
    page.table.select_id(BUDGET_Q3)  # type: ignore[attr-defined]
    settle()
    menu = page.side.detail.papers.menu()  # type: ignore[attr-defined]
    assert [line.text() for line in menu.actions()][:2] == [
        "Thông báo niêm yết công khai…",
        "Biên bản niêm yết công khai…",
    ]
    decision = menu.actions()[-1]
    assert decision.isVisible()
    page.table.select_id(1)  # type: ignore[attr-defined]
    settle()
    assert not decision.isVisible()
    menu.actions()[0].trigger()
    settle()
    assert any(each.isVisible() for each in page.findChildren(PrintDialog))
