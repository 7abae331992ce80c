"""Loading a plan: choose, check, save; nothing is written before the last step, and nothing is overwritten silently."""

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from papi_desktop.domain.plans import PlanProposal
from papi_desktop.services import planning
from papi_desktop.services.plan_checking import Checking
from papi_desktop.services.planning import HEAD, Change, Comparison, SaveOutcome
from ui.desk import Desk, Jump
from ui.planning.changes import Changes
from ui.planning.choose import Choose, Ways
from ui.planning.other_ways import OtherWays
from ui.planning.preview import Preview
from ui.planning.reading import Copied, File, Reading
from ui.widgets.cards import MessagePlace
from ui.widgets.clipboard import pasted_table
from ui.widgets.page import Page
from ui.widgets.room import PageColumn
from ui.widgets.texts import Action, button, column, label, restyle, row

_KNOWN = "Kế hoạch này đã được nạp từ trước và tệp không có gì thay đổi. Không cần ghi lại."


class PlanningPage(Page):
    """Three faces: where the plan comes from, the plan as it was read, and what it changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "plans")
        self.message = MessagePlace()
        self.others = OtherWays(desk, self)
        self.choose = Choose(
            Ways(
                self.use_bundled,
                self.paste,
                self.others.save_blank,
                self.others.start_year,
                lambda: desk.go("kept_plans"),
                self.leave,
            )
        )
        self._work = QWidget()
        self.preview, self.changes = Preview(self._work), Changes()
        self.reading = Reading(desk, self)
        self._lay_out()
        self.choose.chosen.connect(self.read)
        self.reading.proposed.connect(self.show_proposal)
        self.reading.failed.connect(self._complain)
        self.others.failed.connect(self._complain)
        self.preview.changed.connect(self._compare)
        self.changes.ticked.connect(self._say_what_will_be_saved)

    def jump(self, _jump: Jump) -> None:
        """Begin with the choice of a file, unless a plan is being checked."""
        if self.preview.checking is None:
            self.start_over()

    def read(self, path: Path) -> None:
        """Read a file in the background."""
        self._hush()
        self.reading.read(File(path))

    def paste(self) -> None:
        """Read the table that was copied in Word or Excel."""
        self._hush()
        self.reading.read(Copied(*pasted_table()))

    def use_bundled(self) -> None:
        """Take the plan that is bundled."""
        self._hush()
        self.reading.source = None
        self.desk.operations.run(
            "Đang mở kế hoạch mẫu",
            lambda _progress, _cancelled: planning.bundled_plan(),
            self.show_proposal,
            self._complain,
        )

    def save(self) -> None:
        """Save what was checked and accepted; the first problem is shown instead."""
        self.preview.commit()
        checking = self.preview.checking
        if checking is None:
            return
        problem = next(checking.problems(), None)
        if problem:
            self.message.say(problem[1])
            self.show_rows()
            self.preview.go_to(problem[0])
            return
        accepted = self.changes.accepted()
        self._save.setEnabled(False)
        backups = self.desk.folder.backups
        self.desk.operations.take_over(
            backups, lambda work: planning.save(work, checking.proposal, accepted), self._finish, self._complain
        )

    def show_proposal(self, proposal: PlanProposal) -> None:
        """Show a plan that was read."""
        self._fresh = True
        self._columns.setVisible(self.reading.source is not None)
        self._save.setEnabled(True)
        self.changes.show_comparison(Comparison(None, ()))
        self.preview.begin(Checking(proposal))
        self._stack.setCurrentWidget(self._check)
        self.show_rows()

    def start_over(self) -> None:
        """Choose another file."""
        self._hush()
        self.preview.checking = None
        self._stack.setCurrentWidget(self.choose)

    def leave(self) -> None:
        """Go back to the tasks."""
        self.desk.go("tasks")

    def _compare(self) -> None:
        checking = self.preview.checking
        if checking:
            self.desk.operations.read(lambda work: planning.compare(work, checking.proposal), self._show_comparison)

    def _show_comparison(self, comparison: Comparison) -> None:
        is_known = comparison.plan is not None
        self.changes.show_comparison(comparison)
        self._face_buttons.setVisible(is_known and not comparison.nothing_new)
        different = len(comparison.rows) - len(comparison.of(Change.UNCHANGED)) + bool(comparison.head)
        self._differences.setText(f"Khác với bản đã ghi ({different})")
        if comparison.nothing_new:
            self.show_rows()
        elif self._fresh and is_known:
            self._show_differences()
        self._fresh = False
        self._say_what_will_be_saved()

    def _say_what_will_be_saved(self) -> None:
        comparison, checking = self.changes.comparison, self.preview.checking
        if comparison is None or checking is None:
            return
        new, accepted = len(comparison.of(Change.NEW)), len(self.changes.accepted())
        if comparison.plan is None:
            words, note = f"Ghi {new} nhiệm vụ", "Chưa có gì được ghi."
        elif comparison.nothing_new:
            words, note = "Không có gì để ghi", _KNOWN
        else:
            words = what_is_saved(comparison, self.changes.accepted())
            note = "Chỉ ghi những dòng đã đánh dấu và những dòng mới; phần còn lại giữ nguyên."
        self._save.setText(words)
        self._save.setAccessibleName(words)
        self._save.setEnabled(bool(new + accepted))
        self._note.setText(note)
        self._note.setProperty("role", "saved" if comparison.nothing_new else "note")
        restyle(self._note)

    def _finish(self, outcome: SaveOutcome) -> None:
        self.start_over()
        self.desk.note(outcome.sentence)
        self.desk.go("tasks")

    def _complain(self, sentence: str) -> None:
        self._save.setEnabled(True)
        if self._stack.currentWidget() is self._check:
            self.message.say(sentence)
        else:
            self.choose.message.say(sentence)

    def _hush(self) -> None:
        self.message.hide()
        self.choose.message.hide()

    def show_rows(self) -> None:
        """Show every row of the file."""
        self._rows.setChecked(True)
        self._faces.setCurrentWidget(self.preview)

    def _show_differences(self) -> None:
        self._differences.setChecked(True)
        self._faces.setCurrentWidget(self.changes)

    def _lay_out(self) -> None:
        self._fresh = False
        self._stack, self._faces = QStackedWidget(), QStackedWidget()
        for face in (self.preview, self.changes):
            self._faces.addWidget(face)
        inside = PageColumn(self._work)
        inside.addWidget(self._face_row())
        inside.addWidget(self._faces, 1)
        inside.addLayout(self._foot())
        self._check = QWidget()
        self._check.setLayout(column(self.message, self._work, gap=0))
        for part in (self.choose, self._check):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack, 1)

    def _face_row(self) -> QWidget:
        self._differences = button(Action("", self._show_differences, name="plans.differences"), "choice")
        self._rows = button(Action("Toàn bộ tệp", self.show_rows, name="plans.rows"), "choice")
        group = QButtonGroup(self)
        for choice in (self._differences, self._rows):
            choice.setCheckable(True)
            group.addButton(choice)
        self._face_buttons = QWidget()
        self._face_buttons.setLayout(row(self._differences, self._rows, 1))
        self._face_buttons.hide()
        return self._face_buttons

    def _foot(self) -> QVBoxLayout:
        self._note = label("", "note")
        self._note.setObjectName("plans.note")
        self._save = button(Action("Ghi", self.save, "tick", "plans.save"), "main")
        again = button(Action("Chọn tệp khác", self.start_over, name="plans.again"))
        foot = QVBoxLayout()
        self._columns = button(Action("Sửa cách đọc cột…", self.reading.ask_columns, "grid", "plans.ask_columns"))
        buttons = row(self._note, self._columns, again, self._save)
        buttons.setStretch(0, 1)
        foot.addLayout(buttons)
        return foot


def what_is_saved(comparison: Comparison, accepted: frozenset[str]) -> str:
    """Return in words what saving does to the tasks and to the head of the plan."""
    changed, gone = (
        sum(row.key in accepted for row in comparison.of(change)) for change in (Change.CHANGED, Change.GONE)
    )
    counts = (("thêm", len(comparison.of(Change.NEW))), ("sửa", changed), ("bỏ", gone))
    tasks = ", ".join(f"{verb} {number}" for verb, number in counts if number)
    parts = (f"{tasks} nhiệm vụ" if tasks else "", "sửa thông tin chung" if HEAD in accepted else "")
    words = ", ".join(filter(None, parts)) or "chưa có gì để ghi"
    return words[0].upper() + words[1:]
