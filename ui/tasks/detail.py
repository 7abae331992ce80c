"""One task beside the list: the plan's words, who answers for it, what was done in the period, the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.commune import Officer, Village
from papi_desktop.domain.deadlines import Deadline
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.stores import Saved
from papi_desktop.domain.tasks import Progress, Task
from papi_desktop.services.own_plan import Wording, is_own, remove_task, wording_of
from papi_desktop.services.task_holders import holders_words
from papi_desktop.services.task_list import TaskLine
from papi_desktop.services.task_progress import changed, entry_for, report_entry_for
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.tasks.fields import ASSIGNMENT, NOBODY, OWN_PLAN, PROGRESS
from ui.tasks.own import OwnTaskDialog
from ui.tasks.understanding import UnderstandingDialog
from ui.widgets.chips import StatusChip
from ui.widgets.evidence_keeper import EvidenceKeeper, OwnerId
from ui.widgets.form import Form
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, box, button, column, label, row, rule


@dataclass(frozen=True)
class _Known:
    """What one reading brought for the panel."""

    task: Task
    plan: Plan
    is_own: bool
    entry: Progress
    officers: Sequence[Officer]
    evidence: Sequence[Attachment]
    holders: str
    villages: Sequence[Village]


class TaskDetail(Detail):
    """Every field saves itself when it is left; Ctrl+Z takes it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line: TaskLine | None = None
        self._period = desk.period
        self.chip, self.text = StatusChip(), label("", selectable=True)
        self.plan = label("", "note", selectable=True)
        self.own = QWidget()
        self.reread = button(Action("Sửa phần việc, thời hạn…", self._reread, name="tasks.reread"), "quiet")
        self.report = label("", "strong", selectable=True)
        self.earlier = label("")
        self._earlier_box = box(column(self.earlier, margin=3), "hint")
        self.period_heading = label("", "section")
        self.assignment, self.progress = Form("tasks", ASSIGNMENT), Form("tasks", PROGRESS)
        self.own_plan = Form("tasks", OWN_PLAN)
        self.keeper = EvidenceKeeper(desk, "tasks", Owner.PROGRESS, self._entry)
        self.evidence = self.keeper.box
        self._lay_out()
        self.assignment.edited.connect(partial(self._save_task, self.assignment))
        self.own_plan.edited.connect(partial(self._save_task, self.own_plan))
        self.progress.edited.connect(self._save_progress)

    def heading(self, line: TaskLine) -> str:
        """Return the task's code and its content."""
        return f"{line.code} · {line.dimension_name}"

    def show_line(self, line: TaskLine) -> None:
        """Show what the list knows at once, and the rest when it is read."""
        if self._line and (self._line.id, self._period) != (line.id, self._desk.period):
            for form in (self.assignment, self.own_plan, self.progress):
                form.commit()
        self._line, self._period = line, self._desk.period
        self.chip.show_word(line.state)
        self.text.setText(line.text)
        self.period_heading.setText(self._period.label)
        self._show_earlier(line)
        self._desk.operations.read(partial(_read, line.id, self._period, self._desk.today), self._show)

    def _show(self, known: _Known) -> None:
        if self._line is None or known.task.id != self._line.id or known.entry.period != self._period.code:
            return
        self.plan.setText(_plan_words(known))
        self.own.setVisible(known.is_own)
        self.reread.setVisible(not known.is_own)
        self.report.setText(self._line.report)
        self.report.setVisible(bool(self._line.report))
        people = [NOBODY, *((each.id, each.name) for each in known.officers)]
        leaders = [NOBODY, *((each.id, each.name) for each in known.officers if each.is_leader)]
        self.assignment.set_choices("officer_id", people)
        self.assignment.set_choices("leader_id", leaders)
        self.own_plan.set_choices("village_ids", [(each.id, each.name) for each in known.villages])
        for form in (self.assignment, self.own_plan):
            form.show_value(known.task)
        self.progress.show_value(known.entry)
        self.progress.set_visible("reported_on", known.task.deadline.asks_report)
        self.evidence.show_evidence(known.evidence)

    def _show_earlier(self, line: TaskLine) -> None:
        is_earlier = line.entry_period not in ("", self._period.code)
        if is_earlier:
            words = f"Đã ghi “{line.status}” ở {read_period(line.entry_period).words}"
            self.earlier.setText(f"{words}; kỳ này chỉ nhập khi có thay đổi.")
        self._earlier_box.setVisible(is_earlier)

    def _reword(self) -> None:
        id = self._line.id if self._line else 0

        def show(wording: Wording) -> None:
            OwnTaskDialog(self, self._desk, wording, id, lambda _task: self._desk.note("Đã ghi.")).open()

        self._desk.operations.read(lambda work: wording_of(work, id), show)

    def _reread(self) -> None:
        id = self._line.id if self._line else 0

        def show(task: Task) -> None:
            UnderstandingDialog(self, self._desk, task, lambda _task: self._desk.note("Đã ghi.")).open()

        self._desk.operations.read(lambda work: work.tasks.get(id), show)

    def _remove(self) -> None:
        id = self._line.id if self._line else 0
        self._line = None

        def after(task: Task) -> None:
            self._desk.note(f"Đã xóa nhiệm vụ {task.own_code}. Bấm Hoàn tác để lấy lại.")

        self._desk.operations.write(lambda work: remove_task(work, id), after)

    def _save_task(self, form: Form, key: str, value: Any) -> None:
        line = self._line
        if line is None:
            return
        self._desk.operations.save(
            lambda work: work.tasks,
            lambda work: _in_order(replace(work.tasks.get(line.id), **{key: value})),
            lambda _saved: form.note_saved(key),
            partial(form.note_wrong, key),
        )

    def _save_progress(self, key: str, value: Any) -> None:
        line, period, today = self._line, self._period, self._desk.today
        if line is None:
            return

        def entry(work: Work) -> Progress:
            is_report = key == "reported_on"
            return (
                report_entry_for(work, work.tasks.get(line.id), period)
                if is_report
                else entry_for(work, line.id, period)
            )

        def after(saved: Saved[Progress]) -> None:
            if self._line and saved.after.task_id == self._line.id:
                self.progress.note_saved(key)

        self._desk.operations.save(
            lambda work: work.progress,
            lambda work: changed(entry(work), key, value, today),
            after,
            partial(self.progress.note_wrong, key),
        )

    def _entry(self) -> OwnerId | None:
        line, period = self._line, self._period

        def find(work: Work) -> int:
            entry = entry_for(work, line.id if line else 0, period)
            return entry.id or work.progress.put(entry).after.id

        return find if line else None

    def _lay_out(self) -> None:
        self._earlier_box.hide()
        reword = button(Action("Sửa nhiệm vụ…", self._reword, name="tasks.reword"), "quiet")
        remove = button(Action("Xóa nhiệm vụ", self._remove, "remove", "tasks.remove"), "quiet")
        self.own.setLayout(row(reword, remove, 1))
        self.own.hide()
        self.reread.hide()
        said = (row(self.chip, 1, self.reread), self.text, self.plan, self.own, self.report, self.assignment)
        layout = column(*said, gap=3, margin=4)
        for part in (rule(), self.period_heading, self._earlier_box, self.progress, rule(), self.evidence, rule()):
            layout.addWidget(part)
        layout.addWidget(label("Kế hoạch của xã", "section"))
        layout.addWidget(self.own_plan)
        layout.addStretch(1)
        self.setLayout(layout)


def _read(task_id: int, period: Period, today: date, work: Work) -> _Known:
    entry = entry_for(work, task_id, period)
    pieces = work.attachments.of(Owner.PROGRESS, entry.id) if entry.id else []
    task = work.tasks.get(task_id)
    shown = replace(entry, reported_on=report_entry_for(work, task, period).reported_on)
    plan, commune = work.plans.get(task.plan_id), work.commune.get()
    return _Known(
        task=task,
        plan=plan,
        is_own=commune is not None and is_own(plan, commune),
        entry=shown,
        officers=work.officers.all(),
        evidence=pieces,
        holders=holders_words(work, task, today),
        villages=work.villages.all(),
    )


def _plan_words(known: _Known) -> str:
    task = known.task
    parts = (
        ("Kế hoạch", known.plan.number or known.plan.title.removeprefix("Kế hoạch ")),
        ("Chủ trì", task.lead_text),
        ("Phối hợp", task.coordinating_text),
        ("Thời hạn", _deadline(task.deadline)),
    )
    lines = [f"{name}: {words}" for name, words in parts if words]
    return "\n".join([*lines, known.holders] if known.holders else lines)


def _deadline(deadline: Deadline) -> str:
    text, meaning = deadline.text, deadline.meaning
    if meaning.lower().startswith(text.lower()):
        return meaning
    return f"{text} ({meaning[:1].lower()}{meaning[1:]})"


def _in_order(task: Task) -> Task:
    if task.planned_from and task.planned_to and task.planned_from > task.planned_to:
        raise KnownError("Ngày bắt đầu dự kiến phải trước ngày kết thúc. Hãy sửa một trong hai ngày.")
    return task
