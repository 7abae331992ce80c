"""Keeping the officer's words and handing the report over."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.reports import ReportStatus
from papi_desktop.services.report_export import FileKind, export
from papi_desktop.services.report_findings import gather
from papi_desktop.services.report_text import sections
from papi_desktop.services.reporting import keep_details, keep_text, letter
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
YEAR = read_period("2022-Y")
BOTH = (FileKind.XLSX, FileKind.PDF)


def section_text(work: Work, key: str) -> str:
    return next(each.text for each in sections(gather(work, YEAR, TODAY)) if each.key == key)


def test_edited_words_survive_an_export(sample: Database, tmp_path: Path) -> None:
    with sample.work() as work:
        keep_text(work, YEAR, "faults", "Lời của cán bộ.", TODAY)
    export(sample, YEAR, tmp_path, BOTH, TODAY, sample.folder)
    with sample.work() as work:
        assert section_text(work, "faults") == "Lời của cán bộ."
        assert any(
            getattr(block, "text", "") == "Lời của cán bộ." for block in letter(gather(work, YEAR, TODAY)).blocks
        )


def test_taking_the_draft_back_forgets_the_edited_words(sample_work: Work) -> None:
    draft = section_text(sample_work, "faults")
    keep_text(sample_work, YEAR, "faults", "Lời khác", TODAY)
    keep_text(sample_work, YEAR, "faults", None, TODAY)
    assert section_text(sample_work, "faults") == draft


def test_words_equal_to_the_draft_are_not_kept_as_edited(sample_work: Work) -> None:
    saved = keep_text(sample_work, YEAR, "faults", f"{section_text(sample_work, 'faults')} ", TODAY).after
    assert "faults" not in dict(saved.texts)


def test_the_numbers_and_the_signer_are_printed(sample_work: Work) -> None:
    keep_details(sample_work, YEAR, " 112 ", date(2022, 12, 9), "Hoàng Thị Minh", "PHÓ CHỦ TỊCH")
    document = letter(gather(sample_work, YEAR, TODAY))
    assert (document.code, document.dated) == ("112/BC-UBND", date(2022, 12, 9))
    assert document.signature.name == "Hoàng Thị Minh"


def test_an_export_writes_the_files_and_records_what_was_handed_over(sample: Database, tmp_path: Path) -> None:
    files = export(sample, YEAR, tmp_path, BOTH, TODAY, sample.folder)
    assert [file.name for file in files] == ["BaoCao_PAPI_2022-Y_XaAnBinh.xlsx", "BaoCao_PAPI_2022-Y_XaAnBinh.pdf"]
    with sample.work() as work:
        report = work.reports.find("2022-Y")
        figures = gather(work, YEAR, TODAY).indicators
    assert report is not None
    assert (report.status, report.exported_on) == (ReportStatus.EXPORTED, TODAY)
    assert {each.name: each.sha256 for each in report.files} == {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }
    assert dict(report.figures) == {each.key: str(each.now) for each in figures}


def test_an_export_is_taken_back_under_its_own_name(sample: Database, tmp_path: Path) -> None:
    export(sample, YEAR, tmp_path, BOTH, TODAY, sample.folder)
    change = sample.undo()
    assert change is not None
    assert change.label == "Xuất báo cáo Năm 2022"


def test_progress_rises_to_the_end(sample: Database, tmp_path: Path) -> None:
    seen: list[int] = []
    export(sample, YEAR, tmp_path, BOTH, TODAY, sample.folder, lambda done, _total: seen.append(done))
    assert seen == sorted(seen)
    assert seen[-1] == 100


def test_a_stopped_export_leaves_no_file_and_no_record(sample: Database, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        export(sample, YEAR, tmp_path, BOTH, TODAY, sample.folder, cancelled=lambda: True)
    with sample.work() as work:
        report = work.reports.find("2022-Y")
    assert report is not None
    assert report.status is ReportStatus.DRAFT
    assert list(tmp_path.glob("BaoCao*")) == []


def test_a_missing_stick_is_one_sentence_and_records_nothing(sample: Database, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Hãy cắm lại USB"):
        export(sample, YEAR, tmp_path / "không có", BOTH, TODAY, sample.folder)
    with sample.work() as work:
        report = work.reports.find("2022-Y")
    assert report is not None
    assert report.exported_on is None


def test_a_report_before_the_commune_is_set_up_is_refused(empty: Database) -> None:
    with pytest.raises(KnownError, match="Chưa khai báo thông tin xã"), empty.work() as work:
        gather(work, YEAR, TODAY)
