"""The late tasks by name, on the first page, to be read aloud in a meeting; hidden while there is none: `LateCard`."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal

from papi_desktop.domain.calendar import written
from papi_desktop.services.today import LateTask
from ui.theme import theme
from ui.widgets.cards import Card
from ui.widgets.link_line import LinkLine
from ui.widgets.texts import Action, button, label, row

_MOST: Final = 4


class LateCard(Card):
    """`followed` carries the id of a task, 0 for the list of all that are late."""

    followed = Signal(int)

    def __init__(self) -> None:
        super().__init__("Nhiệm vụ quá hạn")
        self.setObjectName("today.late_tasks")
        self.inside.setSpacing(0)
        self.hide()

    def show_tasks(self, tasks: Sequence[LateTask]) -> None:
        """Show those that are late the longest; the rest is in the list of tasks."""
        self.clear(keep=1)
        for each in tasks[:_MOST]:
            line = _Line(each)
            line.clicked.connect(lambda id=each.id: self.followed.emit(id))
            self.inside.addWidget(line)
        if len(tasks) > _MOST:
            more = Action(
                f"và {len(tasks) - _MOST} nhiệm vụ khác", lambda: self.followed.emit(0), name="today.late.all"
            )
            self.inside.addLayout(row(button(more, "quiet"), 1))
        self.setVisible(bool(tasks))


class _Line(LinkLine):
    def __init__(self, task: LateTask) -> None:
        officer, due = task.officer or "Chưa giao", f"hạn {written(task.due)}"
        super().__init__(f"today.late_task.{task.id}", f"{task.code} {task.text}, {officer}, {due}")
        code = label(task.code, "strong", wrap=False)
        code.setFixedWidth(theme.pixels(36))
        who = label(f"{officer} · {due}", "note", wrap=False)
        line = row(code, label(task.text), who, gap=2)
        line.setStretch(1, 1)
        line.setAlignment(code, Qt.AlignmentFlag.AlignTop)
        line.setAlignment(who, Qt.AlignmentFlag.AlignTop)
        self.fill(line)
