"""Báo cáo: four steps on one page, from what is missing to the files on a USB stick."""

from dataclasses import replace
from datetime import date
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from papi_desktop.domain.errors import Cancelled
from papi_desktop.domain.periods import Period
from papi_desktop.domain.reports import Gap, ReportStatus
from papi_desktop.paths import DataFolder
from papi_desktop.services import report_export
from papi_desktop.services.report_direction import DIRECTION
from papi_desktop.services.report_findings import Findings, gather
from papi_desktop.services.report_sending import Sending, mark_sent, reopen, sending
from papi_desktop.services.reporting import keep_details, keep_text
from papi_desktop.services.work import Work
from papi_desktop.settings import read_settings, write_settings
from ui.desk import Desk, Jump
from ui.operations import IsCancelled, Progress
from ui.reports.gaps import Gaps
from ui.reports.handing_over import HandingOver, Order
from ui.reports.preview import Preview
from ui.reports.sent import SentNotice
from ui.reports.texts import Texts
from ui.widgets.cards import EmptyState
from ui.widgets.chips import StatusChip
from ui.widgets.page import Page
from ui.widgets.room import PageColumn
from ui.widgets.texts import Action, button, row


class Step(IntEnum):
    """The four steps, in order."""

    CHECK = 0
    TEXT = 1
    PREVIEW = 2
    EXPORT = 3


_EMPTY = "Chưa nạp kế hoạch của tỉnh nên chưa có nhiệm vụ để báo cáo. Hãy nạp kế hoạch trước."
_WORDS = ("Kiểm tra", "Nội dung", "Xem trước", "Xuất")


class ReportsPage(Page):
    """The report of the chosen period."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "reports")
        self.findings: Findings | None = None
        self.gaps, self.texts = Gaps(), Texts()
        self.preview, self.export = Preview(desk), HandingOver()
        self._step = Step.CHECK
        self._steps: list[QPushButton] = []
        self._lay_out()
        self._connect()
        self.open_step(Step.CHECK)
        last = read_settings(desk.folder).export_folder
        if last and Path(last).is_dir():
            self.export.choose(Path(last))

    def refresh(self) -> None:
        """Read what the report of the period has to say."""
        period, today = self.desk.period, self.desk.today
        self.desk.operations.read(partial(_read, self.desk.folder, period, today), self._show)

    def jump(self, jump: Jump) -> None:
        """Open the step asked for."""
        wanted = dict(jump.filters).get("step", "")
        if wanted.isdecimal():
            self.open_step(Step(int(wanted)))

    def open_step(self, step: Step) -> None:
        """Show one of the steps; a report that was sent has no text to edit, its pages show what was sent."""
        if step is Step.TEXT and self._is_sent():
            step = Step.PREVIEW if self._step is Step.CHECK else Step.CHECK
        self._step = step
        self._steps[step].setChecked(True)
        self._stack.setCurrentIndex(step)
        self._back.setVisible(step is not Step.CHECK)
        self._next.setVisible(step is not Step.EXPORT)
        self.export.buttons.setVisible(step is Step.EXPORT)
        if step is not Step.EXPORT:
            after = Step.PREVIEW if step is Step.CHECK and self._is_sent() else Step(step + 1)
            self._next.setText(f"Tiếp: {_WORDS[after]}")
            self._next.setAccessibleName(self._next.text())
        if step is Step.EXPORT:
            self._search_drives()
        self._prepare_preview()

    def _is_sent(self) -> bool:
        return self.findings is not None and self.findings.report.status is ReportStatus.SENT

    def _show(self, known: tuple[Findings, Sending | None]) -> None:
        findings, sent = known
        if findings.period != self.desk.period:
            return
        if self.findings is not None and self.findings.period != findings.period:
            self.export.forget()
        self.findings = findings
        self._faces.setCurrentWidget(self._empty if not findings.plans else self._work)
        self.gaps.show_findings(findings, sent)
        self.texts.show_findings(findings)
        self._status.show_word(findings.report.status)
        self._sent.show_sending(sent)
        self.export.show_report(findings.report, sent.kept if sent else frozenset())
        self._steps[Step.TEXT].setEnabled(not self._is_sent())
        if self._step is Step.CHECK or (self._step is Step.TEXT and self._is_sent()):
            self.open_step(Step.CHECK)
        number = len(findings.gaps)
        self._steps[Step.CHECK].setText(f"1  Kiểm tra ({number})" if number else "1  Kiểm tra")
        said = f"{number} điểm nên bổ sung" if number else "Đủ số liệu"
        self.summarised.emit(said if findings.plans else "")
        self._prepare_preview()

    def _prepare_preview(self) -> None:
        if self._step is Step.PREVIEW and self.findings is not None:
            self.preview.show_findings(self.findings)

    def _keep_text(self, key: str, text: str | None) -> None:
        period, today = self.desk.period, self.desk.today
        self.desk.operations.write(
            lambda work: keep_text(work, period, key, text, today),
            lambda _saved: self.texts.note_saved(key),
        )

    def _keep_details(self, values: dict[str, Any]) -> None:
        period, key = self.desk.period, values.pop("key")
        self.desk.operations.write(
            lambda work: keep_details(work, period, **values),
            lambda _saved: self.texts.note_saved(key),
        )

    def _export(self, order: Order) -> None:
        operations, period, today = self.desk.operations, self.desk.period, self.desk.today
        data = self.desk.folder
        self.export.begin()

        def action(progress: Progress, is_cancelled: IsCancelled) -> list[Path] | None:
            try:
                return report_export.export(
                    operations.storage, period, order.folder, order.kinds, today, data, progress, is_cancelled
                )
            except Cancelled:
                return None

        operations.run("Đang ghi báo cáo", action, partial(self._finish, order), self.export.show_failure, changes=True)

    def _finish(self, order: Order, files: list[Path] | None) -> None:
        if files is None:
            self.export.show_failure("Đã dừng. Chưa có tệp nào được ghi.")
            return
        self.export.show_written(files, order.is_drive)
        if not order.is_drive:
            self._remember(order.folder)

    def _remember(self, folder: Path) -> None:
        data = self.desk.folder
        kept = replace(read_settings(data), export_folder=str(folder))
        self.desk.operations.compute(partial(write_settings, data, kept))

    def _mark_sent(self) -> None:
        period, today = self.desk.period, self.desk.today
        self.desk.operations.write(
            lambda work: mark_sent(work, period, today),
            lambda _saved: self.desk.note("Đã đánh dấu báo cáo là đã gửi. Bấm Hoàn tác nếu bấm nhầm."),
            self.export.show_failure,
        )

    def _reopen(self) -> None:
        period = self.desk.period
        self.desk.operations.write(
            lambda work: reopen(work, period),
            lambda _saved: self.desk.note("Đã mở lại báo cáo để sửa. Sau khi sửa, hãy xuất và gửi lại."),
        )

    def _search_drives(self) -> None:
        from papi_desktop.drives import removable_drives

        self.desk.operations.compute(removable_drives, self.export.show_drives)

    def _mend(self, gap: Gap) -> None:
        if gap.register == "reports":
            self.open_step(Step.TEXT)
            self.texts.details.control("signer").setFocus()
        elif gap.register == "report_texts":
            self.open_step(Step.TEXT)
            self.texts.block(DIRECTION).editor.setFocus()
        else:
            self.desk.go("settings" if gap.register == "commune" else gap.register, gap.id)

    def _connect(self) -> None:
        self.gaps.wanted.connect(self._mend)
        self.texts.edited.connect(self._keep_text)
        self.texts.detailed.connect(self._keep_details)
        self.export.ordered.connect(self._export)
        self.export.sent.connect(self._mark_sent)
        self.export.searched.connect(self._search_drives)

    def _lay_out(self) -> None:
        self._status = StatusChip(ReportStatus.DRAFT)
        self._sent = SentNotice(lambda: self.open_step(Step.CHECK), self._reopen)
        self._stack = QStackedWidget()
        for face in (self.gaps, self.texts, self.preview, self.export):
            self._stack.addWidget(face)
        self._back = button(Action("Quay lại", lambda: self.open_step(Step(self._step - 1)), name="reports.back"))
        self._next = button(Action("Tiếp", lambda: self.open_step(Step(self._step + 1)), name="reports.next"), "main")
        self._work = QWidget()
        layout = PageColumn(self._work)
        layout.addLayout(self._head())
        layout.addWidget(self._sent)
        layout.addWidget(self._stack, 1)
        layout.addLayout(row(self._back, 1, self._next, self.export.buttons))
        load = Action("Nạp kế hoạch…", lambda: self.desk.go("plans"), "plan", "reports.load_plan")
        self._empty = EmptyState(_EMPTY, load, "reports")
        self._faces = QStackedWidget()
        self._faces.addWidget(self._work)
        self._faces.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._faces)

    def _head(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        for step in Step:
            choose = Action(
                f"{step + 1}  {_WORDS[step]}", partial(self.open_step, step), name=f"reports.step.{step.name.lower()}"
            )
            choice = button(choose, "choice")
            choice.setCheckable(True)
            group.addButton(choice)
            self._steps.append(choice)
        return row(*self._steps, 1, self._status)


def _read(folder: DataFolder, period: Period, today: date, work: Work) -> tuple[Findings, Sending | None]:
    findings = gather(work, period, today)
    return findings, sending(findings, folder)
