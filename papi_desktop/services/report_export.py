"""Handing the report over: rendered to files, written safely together, and recorded with its figures and hashes."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from papi_desktop.domain.documents import Letter, Workbook
from papi_desktop.domain.periods import Period
from papi_desktop.domain.reports import ExportedFile, ReportStatus
from papi_desktop.paths import DataFolder
from papi_desktop.services import evidence
from papi_desktop.services.report_findings import Findings, gather, report_of
from papi_desktop.services.reporting import file_stem, letter, workbook
from papi_desktop.services.stages import Progress, Stage, silent
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
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
    data: DataFolder | None = None,
) -> list[Path]:
    """Write the report of `period` into `folder`, record it as exported, and return the files.

    With a data folder the PDF is kept there too, so that it can be shown as it was sent.

    Raises KnownError when a file cannot be written, and Cancelled when the user stopped it; nothing is recorded then.
    """
    with storage.work() as work:
        findings = gather(work, period, today)
    files = write_files(findings, folder, kinds, progress, cancelled, data)
    with storage.work() as work:
        record(work, findings, files, today)
    return [folder / each.name for each in files]


def write_files(
    findings: Findings,
    folder: Path,
    kinds: Collection[FileKind],
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
    data: DataFolder | None = None,
) -> tuple[ExportedFile, ...]:
    """Render the files and write them all or none; needs no database. Raises KnownError or Cancelled."""
    from papi_desktop.files import safe_write_all

    wanted = [kind for kind in FileKind if kind in kinds]
    stages = len(wanted) + 1
    document, figures = letter(findings), workbook(findings)
    rendered: dict[str, bytes] = {}
    for stage, kind in enumerate(wanted):
        step = Stage(stage, stages, progress, cancelled)
        step(0, 1)
        rendered[f"{file_stem(findings)}.{kind}"] = _render(kind, document, figures, step)
    hashes = safe_write_all(folder, rendered, Stage(stages - 1, stages, progress, cancelled), cancelled)
    if data:
        for name, content in rendered.items():
            if name.endswith(FileKind.PDF):
                evidence.keep(data, content)
    progress(100, 100)
    return tuple(ExportedFile(name, digest) for name, digest in hashes.items())


def record(work: Work, findings: Findings, files: tuple[ExportedFile, ...], today: date) -> None:
    """Keep what was handed over: the files' hashes and the figures as printed; those of a sent report stay."""
    report = report_of(work, findings.period, findings.commune)
    if report.status is ReportStatus.SENT:
        return
    figures = tuple((each.key, str(each.now)) for each in findings.indicators)
    exported = replace(report, status=ReportStatus.EXPORTED, figures=figures, files=files, exported_on=today)
    work.reports.put(exported)


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
