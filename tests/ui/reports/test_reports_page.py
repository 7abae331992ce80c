"""The report in the window: what is missing, its text, its pages, and the files that are handed over."""

from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFrame, QLabel
from pytestqt.qtbot import QtBot

from papi_desktop.domain.periods import read_period
from papi_desktop.domain.reports import Report, ReportStatus
from papi_desktop.services.report_export import FileKind
from tests.ui.conftest import Settle
from ui.desk import Desk
from ui.reports.handing_over import HandingOver
from ui.reports.page import ReportsPage, Step
from ui.widgets.target import CAN_BE_PULLED, DONE
from ui.window import Window


@pytest.fixture
def page(window: Window, settle: Settle) -> ReportsPage:
    page = window.open_page("reports")
    settle()
    assert isinstance(page, ReportsPage)
    return page


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "USB của huyện"
    folder.mkdir()
    return folder


def press(page: ReportsPage, name: str) -> None:
    page.findChild(QAbstractButton, name).click()


def kept(desk: Desk, settle: Settle) -> Report:
    found: list[Report | None] = []
    desk.operations.read(lambda work: work.reports.find(desk.period.code), found.append)
    settle()
    assert found[0] is not None
    return found[0]


def type_into(page: ReportsPage, settle: Settle, key: str, words: str) -> None:
    editor = page.texts.block(key).editor
    editor.setFocus()
    editor.setPlainText(words)
    editor.clearFocus()
    editor.committed.emit()
    settle()


def exported(page: ReportsPage, settle: Settle, target: Path) -> None:
    page.open_step(Step.EXPORT)
    settle()
    page.export.choose(target)
    press(page, "reports.export")
    settle()


def test_the_gaps_are_grouped_by_kind_and_counted(page: ReportsPage) -> None:
    assert page.findings
    words = [each.text() for each in page.gaps.findChildren(QLabel)]
    headings = {gap.heading for gap in page.findings.gaps}
    for heading in headings - {""}:
        number = sum(gap.heading == heading for gap in page.findings.gaps)
        assert f"{heading}: {number}" in words


def test_a_gap_leads_to_its_task(window: Window, page: ReportsPage, settle: Settle) -> None:
    assert page.findings
    gap = next(each for each in page.findings.gaps if each.register == "tasks")
    press(page, f"reports.gap.tasks.{gap.id}")
    settle()
    assert window.stack.currentWidget().objectName() == "tasks"
    assert window.stack.currentWidget().table.current_id() == gap.id  # type: ignore[attr-defined]


def test_the_steps_lead_forward_and_back(page: ReportsPage, settle: Settle) -> None:
    press(page, "reports.next")
    assert page.texts.isVisible()
    press(page, "reports.back")
    assert page.gaps.isVisible()
    settle()


def test_edited_words_are_kept_and_the_draft_can_be_had_back(page: ReportsPage, desk: Desk, settle: Settle) -> None:
    page.open_step(Step.TEXT)
    draft = page.texts.block("proposals").editor.value()
    type_into(page, settle, "proposals", "Đề nghị huyện hỗ trợ in tài liệu tuyên truyền.")
    assert dict(kept(desk, settle).texts)["proposals"] == "Đề nghị huyện hỗ trợ in tài liệu tuyên truyền."
    press(page, "reports.draft.proposals")
    settle()
    assert page.texts.block("proposals").editor.value() != "Đề nghị huyện hỗ trợ in tài liệu tuyên truyền."
    assert draft


def test_number_date_and_signer_are_kept(page: ReportsPage, desk: Desk, settle: Settle) -> None:
    page.open_step(Step.TEXT)
    page.texts.details.editor("number").show_value("86")
    page.texts.details.edited.emit("number", "86")
    settle()
    assert kept(desk, settle).number == "86"


def test_the_preview_shows_every_page_of_the_pdf(qtbot: QtBot, page: ReportsPage, settle: Settle) -> None:
    page.open_step(Step.PREVIEW)
    settle()
    qtbot.waitUntil(lambda: page.preview.pages.page_count > 5, timeout=20_000)
    assert page.preview.pages.list.count() == page.preview.pages.page_count


def test_the_preview_is_made_again_for_another_period(
    qtbot: QtBot, page: ReportsPage, desk: Desk, settle: Settle
) -> None:
    page.open_step(Step.PREVIEW)
    settle()
    qtbot.waitUntil(lambda: page.preview.pages.page_count > 5, timeout=20_000)
    pages = page.preview.pages.page_count
    desk.choose_period(read_period("2022-11"))
    settle()
    qtbot.waitUntil(lambda: page.preview.pages.page_count not in (0, pages), timeout=20_000)


def test_the_export_writes_excel_and_pdf_and_says_so_only_then(
    page: ReportsPage, desk: Desk, settle: Settle, target: Path
) -> None:
    page.open_step(Step.EXPORT)
    settle()
    page.export.choose(target)
    press(page, "reports.export")
    assert not page.export.message.isVisible()
    settle()
    assert page.export.message.sentence.text() == DONE
    names = sorted(path.name for path in target.iterdir())
    assert names == ["BaoCao_PAPI_2022-Y_XaAnBinh.pdf", "BaoCao_PAPI_2022-Y_XaAnBinh.xlsx"]
    assert "Tổng hợp" in openpyxl.load_workbook(target / names[1]).sheetnames
    assert "BÁO CÁO" in PdfReader(target / names[0]).pages[0].extract_text()
    assert kept(desk, settle).status is ReportStatus.EXPORTED


def test_a_usb_stick_is_offered_first_and_may_be_pulled_after_the_export(
    page: ReportsPage, settle: Settle, target: Path
) -> None:
    from papi_desktop.drives import Drive

    page.open_step(Step.EXPORT)
    settle()
    page.export.show_drives([Drive(target, "HUYEN", 7_730_941_132)])
    assert page.findChild(QAbstractButton, "reports.target.1").isChecked()
    assert page.findChild(QAbstractButton, "reports.target.1").text() == "USB “HUYEN”, còn trống 7,2 GB"
    press(page, "reports.export")
    settle()
    assert page.export.message.sentence.text() == CAN_BE_PULLED
    assert list(target.iterdir())


def test_a_folder_that_is_gone_is_explained_and_nothing_is_called_done(
    page: ReportsPage, settle: Settle, target: Path
) -> None:
    page.open_step(Step.EXPORT)
    settle()
    page.export.choose(target / "không có")
    press(page, "reports.export")
    settle()
    assert "Đã ghi xong" not in page.export.message.sentence.text()
    assert page.export.message.property("role") == "message"
    assert page.export.export.isEnabled()


def test_the_export_can_be_stopped_and_leaves_no_file(
    page: ReportsPage, desk: Desk, settle: Settle, target: Path
) -> None:
    page.open_step(Step.EXPORT)
    settle()
    page.export.choose(target)
    press(page, "reports.export")
    desk.operations.cancel()
    settle()
    assert page.export.message.sentence.text() == "Đã dừng. Chưa có tệp nào được ghi."
    assert not list(target.iterdir())


def test_without_a_ticked_file_nothing_can_be_exported(page: ReportsPage, settle: Settle) -> None:
    page.open_step(Step.EXPORT)
    settle()
    for tick in page.export.findChildren(QCheckBox):
        if tick.isChecked():
            tick.click()
    assert not page.export.export.isEnabled()


def test_the_last_folder_is_offered_again(
    window: Window, page: ReportsPage, desk: Desk, settle: Settle, target: Path
) -> None:
    exported(page, settle, target)
    again = ReportsPage(desk)
    assert str(target) in [each.text() for each in again.export.findChildren(QLabel)]
    again.deleteLater()


def test_a_report_is_marked_as_sent_after_the_export_and_stays_as_it_was(
    page: ReportsPage, desk: Desk, settle: Settle, target: Path
) -> None:
    page.open_step(Step.EXPORT)
    settle()
    assert not page.export.mark.isVisible()
    exported(page, settle, target)
    press(page, "reports.mark_sent")
    settle()
    assert kept(desk, settle).status is ReportStatus.SENT
    notice = page.findChild(QFrame, "reports.sent")
    assert notice.isVisible()
    assert "số liệu dưới đây là số liệu lúc gửi" in notice.accessibleName()
    assert not page.findChild(QAbstractButton, "reports.step.text").isEnabled()
    desk.operations.write(lambda work: work.dialogues.remove(work.dialogues.all()[0].id))
    settle()
    press(page, "reports.sent.compare")
    assert page.gaps.findChild(QFrame, "reports.sent.comparison").isVisible()
    press(page, "reports.sent.reopen")
    settle()
    assert not notice.isVisible()
    assert kept(desk, settle).status is ReportStatus.EXPORTED


def test_the_files_of_a_sent_report_are_written_again_as_they_were(
    page: ReportsPage, desk: Desk, settle: Settle, target: Path
) -> None:
    exported(page, settle, target)
    assert page.export.export.text() == "Xuất báo cáo"
    sent = {path.name: path.read_bytes() for path in target.iterdir()}
    press(page, "reports.mark_sent")
    settle()
    desk.operations.write(lambda work: work.dialogues.remove(work.dialogues.all()[0].id))
    settle()
    for path in target.iterdir():
        path.unlink()
    assert page.export.export.text() == "Ghi lại tệp đã gửi"
    assert not page.findChild(QAbstractButton, "reports.kind.docx").isEnabled()
    press(page, "reports.export")
    settle()
    assert page.export.message.sentence.text() == DONE
    assert {path.name: path.read_bytes() for path in target.iterdir()} == sent
    assert kept(desk, settle).status is ReportStatus.SENT


def test_the_files_that_can_be_written_again_follow_those_that_are_kept(qtbot: QtBot) -> None:
    handing, sent = HandingOver(), Report("2022-Y", ReportStatus.SENT)
    qtbot.addWidget(handing)
    pdf = handing.findChild(QAbstractButton, "reports.kind.pdf")
    for kept_files in ((), (FileKind.PDF,), ()):
        handing.show_report(sent, kept_files)
        assert pdf.isEnabled() is bool(kept_files)
