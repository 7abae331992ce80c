"""A report that was sent: marked with its day, its figures as they were then, and what has changed since."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from papi_desktop.domain.calendar import written
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period
from papi_desktop.domain.reports import Report, ReportStatus
from papi_desktop.domain.stores import Saved
from papi_desktop.paths import DataFolder
from papi_desktop.services import evidence
from papi_desktop.services.report_export import FileKind, kept_kinds, preview
from papi_desktop.services.report_findings import Findings
from papi_desktop.services.stages import Progress
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class SentFigure:
    """One figure as it was sent, and as it would be counted now."""

    name: str
    unit: str
    sent: int
    now: int

    @property
    def is_changed(self) -> bool:
        """Tell whether it would be another figure now."""
        return self.sent != self.now


@dataclass(frozen=True)
class Sending:
    """What there is to say of a report that was sent."""

    sent_on: date | None
    kept: frozenset[FileKind]
    """The kinds of the files that were sent and are still kept as they were."""
    figures: tuple[SentFigure, ...]

    @property
    def has_pages(self) -> bool:
        """Tell whether the very pages that were sent were kept."""
        return FileKind.PDF in self.kept

    @property
    def changed(self) -> tuple[SentFigure, ...]:
        """Return the figures that would be others now."""
        return tuple(figure for figure in self.figures if figure.is_changed)

    @property
    def sentence(self) -> str:
        """Return the sentence over a sent report."""
        day = f" ngày {written(self.sent_on)}" if self.sent_on else ""
        if self.has_pages:
            return f"Đã gửi{day}; số liệu dưới đây là số liệu lúc gửi."
        return f"Đã gửi{day} nhưng không lưu tệp đã gửi; các trang dưới đây lập lại theo số liệu hiện nay."

    @property
    def comparison(self) -> str:
        """Say in one sentence how the figures stand beside those of today."""
        if not self.figures:
            return "Báo cáo này không lưu số liệu lúc gửi nên không đối chiếu được."
        if not self.changed:
            return "Số liệu hiện nay không khác số liệu đã gửi."
        return f"Nay đã khác {len(self.changed)}/{len(self.figures)} số liệu. Báo cáo đã gửi vẫn giữ nguyên."


def mark_sent(work: Work, period: Period, today: date) -> Saved[Report]:
    """Record that a period's report was sent today. Raises KnownError when it was not exported yet."""
    report = work.reports.find(period.code)
    if report is None or report.status is ReportStatus.DRAFT:
        raise KnownError(f"Báo cáo {period.words} chưa được xuất. Hãy xuất báo cáo rồi đánh dấu đã gửi.")
    saved = work.reports.put(replace(report, status=ReportStatus.SENT, sent_on=today))
    work.label(f"Đánh dấu đã gửi báo cáo {period.words}")
    return saved


def reopen(work: Work, period: Period) -> Saved[Report]:
    """Let a sent report be changed and exported again. Raises KnownError when there is none."""
    report = work.reports.find(period.code)
    if report is None or report.status is not ReportStatus.SENT:
        raise KnownError(f"Báo cáo {period.words} chưa được đánh dấu đã gửi nên vẫn đang sửa được.")
    saved = work.reports.put(replace(report, status=ReportStatus.EXPORTED, sent_on=None))
    work.label(f"Mở lại báo cáo {period.words} để sửa")
    return saved


def sending(findings: Findings, folder: DataFolder) -> Sending | None:
    """Return what was sent beside what would be counted now; None for a report that was not sent.

    The kept files are read and hashed, so this takes as long as the disk does.
    """
    report = findings.report
    if report.status is not ReportStatus.SENT:
        return None
    sent = dict(report.figures)
    figures = tuple(
        SentFigure(each.name, each.unit, int(sent[each.key]), each.now)
        for each in findings.indicators
        if sent.get(each.key, "").lstrip("-").isdecimal()
    )
    return Sending(report.sent_on, kept_kinds(report, folder), figures)


def pages(findings: Findings, folder: DataFolder, progress: Progress) -> bytes:
    """Return a report's PDF: as it was sent where that was kept, else as it would be printed now."""
    sent = _sent_path(folder, findings.report)
    return sent.read_bytes() if sent else preview(findings, progress)


def _sent_path(folder: DataFolder, report: Report) -> Path | None:
    if report.status is not ReportStatus.SENT:
        return None
    paths = (evidence.kept_path(folder, file.sha256) for file in report.files if file.name.endswith(FileKind.PDF))
    return next((path for path in paths if path), None)
