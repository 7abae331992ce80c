"""Handing the report over: rendered to files, written safely together, and recorded with its figures and hashes."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from papi_desktop.domain.documents import Letter, Workbook
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period
from papi_desktop.domain.reports import ExportedFile, Report, ReportStatus
from papi_desktop.paths import DataFolder
from papi_desktop.services import evidence
from papi_desktop.services.report_findings import Findings, gather, report_of
from papi_desktop.services.reporting import file_stem, letter, workbook
from papi_desktop.services.stages import Progress, Stage, never, silent
from papi_desktop.services.work import Storage, Work


class FileKind(StrEnum):
    """The kinds of file a report is handed over as; the value is the ending."""

    XLSX = "xlsx"
    PDF = "pdf"
    DOCX = "docx"


def export(
    storage: Storage,
    period: Period,
    folder: Path,
    kinds: Collection[FileKind],
    today: date,
    data: DataFolder,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = never,
) -> list[Path]:
    """Write the report of `period` into `folder`, record it as exported, and return the files.

    What was written is kept in the data folder; of a report that was sent, the very files that were kept are written.

    Raises KnownError when a file cannot be written or a sent one was not kept, and Cancelled when the user stopped it;
    nothing is recorded then.
    """
    with storage.work() as work:
        findings = gather(work, period, today)
    if findings.report.status is ReportStatus.SENT:
        sent = sent_files(findings.report, kinds, data)
        return _written(folder, sent, Stage(0, 1, progress, cancelled), cancelled)
    wanted = [kind for kind in FileKind if kind in kinds]
    rendered = render(findings, wanted, progress, cancelled)
    files = keep(data, rendered)
    paths = _written(folder, rendered, Stage(len(wanted), len(wanted) + 1, progress, cancelled), cancelled)
    with storage.work() as work:
        record(work, findings, files, today)
    return paths


def render(
    findings: Findings,
    kinds: Sequence[FileKind],
    progress: Progress = silent,
    cancelled: Callable[[], bool] = never,
) -> dict[str, bytes]:
    """Return the files of a report by their names; the last stage of `progress` is left for writing them."""
    document, figures = letter(findings), workbook(findings)
    rendered: dict[str, bytes] = {}
    for stage, kind in enumerate(kinds):
        step = Stage(stage, len(kinds) + 1, progress, cancelled)
        step(0, 1)
        rendered[f"{file_stem(findings)}.{kind}"] = _render(kind, document, figures, step)
    return rendered


def keep(data: DataFolder, rendered: Mapping[str, bytes]) -> tuple[ExportedFile, ...]:
    """Keep files in the data folder, so that what was sent can be shown and written again."""
    return tuple(ExportedFile(name, evidence.keep(data, content)) for name, content in rendered.items())


def kept_kinds(report: Report, data: DataFolder) -> frozenset[FileKind]:
    """Read and hash the kept files of a report, and return the kinds of those that can be written again."""
    kept = (file.name for file in report.files if evidence.kept_path(data, file.sha256))
    return frozenset(FileKind(name.rpartition(".")[2]) for name in kept)


def sent_files(report: Report, kinds: Collection[FileKind], data: DataFolder) -> dict[str, bytes]:
    """Return the kept files of a sent report by their names. Raises KnownError when one was not kept."""
    kept = {file.name: evidence.kept_path(data, file.sha256) for file in report.files}
    found = {name: path.read_bytes() for name, path in kept.items() if path and name.rpartition(".")[2] in kinds}
    if len(found) < len(kinds):
        raise KnownError("Báo cáo đã gửi; hãy bấm Mở lại để sửa, rồi xuất lại.")
    return found


def _written(folder: Path, files: Mapping[str, bytes], step: Stage, cancelled: Callable[[], bool]) -> list[Path]:
    from papi_desktop.files import safe_write_all

    names = safe_write_all(folder, files, step, cancelled)
    step(1, 1)
    return [folder / name for name in names]


def record(work: Work, findings: Findings, files: tuple[ExportedFile, ...], today: date) -> None:
    """Keep what was handed over: the files' hashes and the figures as printed."""
    report = report_of(work, findings.period, findings.commune)
    figures = tuple((each.key, str(each.now)) for each in findings.indicators)
    exported = replace(report, status=ReportStatus.EXPORTED, figures=figures, files=files, exported_on=today)
    work.reports.put(exported)
    work.label(f"Xuất báo cáo {findings.period.label}")


def preview(findings: Findings, progress: Progress | None = None) -> bytes:
    """Return the report as the PDF that would be handed over."""
    from papi_desktop.exporters.pdf import letter_pdf

    return letter_pdf(letter(findings), progress)


def _render(kind: FileKind, document: Letter, figures: Workbook, progress: Progress) -> bytes:
    if kind is FileKind.PDF:
        from papi_desktop.exporters.pdf import letter_pdf

        return letter_pdf(document, progress)
    if kind is FileKind.XLSX:
        from papi_desktop.exporters.xlsx import workbook_xlsx

        return workbook_xlsx(figures)
    from papi_desktop.exporters.docx import letter_docx

    return letter_docx(document)
