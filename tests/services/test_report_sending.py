"""A report that was sent keeps its figures, can be compared with those of today, and can be opened again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.reports import Report, ReportStatus
from papi_desktop.paths import DataFolder
from papi_desktop.services.report_export import FileKind, export
from papi_desktop.services.report_findings import gather
from papi_desktop.services.report_sending import Sending, mark_sent, pages, reopen, sending
from papi_desktop.services.stages import silent
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
YEAR = read_period("2022-Y")


@pytest.fixture
def sent(sample: Database, tmp_path: Path) -> Database:
    """Return the sample with the year's report exported and sent."""
    export(sample, YEAR, tmp_path, (FileKind.PDF,), TODAY, sample.folder)
    with sample.work() as work:
        mark_sent(work, YEAR, TODAY)
    return sample


def kept(work: Work) -> Report:
    report = work.reports.find(YEAR.code)
    assert report is not None
    return report


def sending_now(work: Work, folder: DataFolder) -> Sending:
    found = sending(gather(work, YEAR, TODAY), folder)
    assert found is not None
    return found


def forget_a_dialogue(work: Work) -> None:
    work.dialogues.remove(work.dialogues.all()[0].id)


def test_a_report_that_was_never_exported_cannot_be_marked_as_sent(sample: Database) -> None:
    with pytest.raises(KnownError, match="chưa được xuất"), sample.work() as work:
        mark_sent(work, YEAR, TODAY)


def test_a_sent_report_says_when(sent: Database) -> None:
    with sent.work() as work:
        assert (kept(work).status, kept(work).sent_on) == (ReportStatus.SENT, TODAY)
        found = sending_now(work, sent.folder)
    assert found.sentence == "Đã gửi ngày 06/12/2022; số liệu dưới đây là số liệu lúc gửi."
    assert found.changed == ()
    assert found.comparison == "Số liệu hiện nay không khác số liệu đã gửi."


def test_figures_that_change_later_stand_beside_those_that_were_sent(sent: Database) -> None:
    with sent.work() as work:
        before = sending_now(work, sent.folder)
        forget_a_dialogue(work)
        after = sending_now(work, sent.folder)
    held = next(each for each in after.changed if each.name == "Cuộc đối thoại")
    assert held.now == held.sent - 1
    assert [each.sent for each in after.figures] == [each.sent for each in before.figures]
    assert after.comparison.startswith(f"Nay đã khác {len(after.changed)}/{len(after.figures)} số liệu")


def test_exporting_a_sent_report_again_writes_the_very_file_that_was_sent(sent: Database, tmp_path: Path) -> None:
    (file,) = tmp_path.glob("*.pdf")
    before = file.read_bytes()
    with sent.work() as work:
        report = kept(work)
        forget_a_dialogue(work)
    file.unlink()
    assert export(sent, YEAR, tmp_path, (FileKind.PDF,), TODAY, sent.folder) == [file]
    assert file.read_bytes() == before
    with sent.work() as work:
        assert kept(work) == report


def test_a_sent_report_is_not_made_anew_as_a_file_that_was_never_sent(sent: Database, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Báo cáo đã gửi; hãy bấm Mở lại để sửa"):
        export(sent, YEAR, tmp_path, (FileKind.XLSX,), TODAY, sent.folder)
    assert not list(tmp_path.glob("*.xlsx"))


@pytest.mark.parametrize("period", ["2022-Q1", "2022-H1", "2022-Q3"])
def test_the_sent_reports_of_the_sample_can_be_written_as_they_were_sent(
    sample: Database, tmp_path: Path, period: str
) -> None:
    files = export(sample, read_period(period), tmp_path, (FileKind.XLSX, FileKind.PDF), TODAY, sample.folder)
    assert [file.suffix for file in files] == [".xlsx", ".pdf"]
    with sample.work() as work:
        found = gather(work, read_period(period), TODAY)
    told = sending(found, sample.folder)
    assert told is not None
    assert told.has_pages
    assert pages(found, sample.folder, silent) == files[1].read_bytes()


def test_a_sent_report_is_shown_as_the_very_file_that_was_sent(sent: Database, tmp_path: Path) -> None:
    (file,) = tmp_path.glob("*.pdf")
    with sent.work() as work:
        forget_a_dialogue(work)
        findings = gather(work, YEAR, TODAY)
    assert pages(findings, sent.folder, silent) == file.read_bytes()


def test_a_sent_report_whose_file_was_not_kept_is_made_anew(sent: Database) -> None:
    with sent.work() as work:
        work.reports.put(replace(kept(work), files=()))
        findings = gather(work, YEAR, TODAY)
    assert pages(findings, sent.folder, silent).startswith(b"%PDF")
    told = sending(findings, sent.folder)
    assert told is not None
    assert "không lưu tệp đã gửi" in told.sentence


def test_a_sent_report_can_be_opened_again(sent: Database) -> None:
    with sent.work() as work:
        reopen(work, YEAR)
        assert (kept(work).status, kept(work).sent_on) == (ReportStatus.EXPORTED, None)
        assert sending(gather(work, YEAR, TODAY), sent.folder) is None
        with pytest.raises(KnownError, match="vẫn đang sửa được"):
            reopen(work, YEAR)


def test_marking_as_sent_is_taken_back_by_undo(sent: Database) -> None:
    change = sent.undo()
    assert change is not None
    assert change.label == f"Đánh dấu đã gửi báo cáo {YEAR.words}"
    with sent.work() as work:
        assert kept(work).status is ReportStatus.EXPORTED
