"""What to do about the postings, on the first page; hidden while there is nothing: `PostingsCard`."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal

from papi_desktop.services.posting_tasks import PostingTask
from ui.widgets.cards import Card
from ui.widgets.chips import StatusChip
from ui.widgets.link_line import LinkLine
from ui.widgets.texts import Action, button, label, row

_MOST: Final = 4


class PostingsCard(Card):
    """`followed` carries the id of a publication, 0 for the whole list."""

    followed = Signal(int)

    def __init__(self) -> None:
        super().__init__("Niêm yết cần làm")
        self.setObjectName("today.postings")
        self.inside.setSpacing(0)
        self.hide()

    def show_tasks(self, tasks: Sequence[PostingTask]) -> None:
        """Show the gravest; the rest is in the list of publications."""
        self.clear(keep=1)
        for number, each in enumerate(tasks[:_MOST], start=1):
            line = _Line(f"today.posting.{number}", each)
            line.clicked.connect(lambda id=each.publication_id: self.followed.emit(id))
            self.inside.addWidget(line)
        if len(tasks) > _MOST:
            more = Action(
                f"Và {len(tasks) - _MOST} việc nữa trong Công khai",
                lambda: self.followed.emit(0),
                name="today.postings.more",
            )
            self.inside.addLayout(row(button(more, "quiet"), 1))
        self.setVisible(bool(tasks))


class _Line(LinkLine):
    def __init__(self, name: str, task: PostingTask) -> None:
        super().__init__(name, f"{task.kind}: {task.sentence}")
        chip = StatusChip()
        chip.show_word(task.kind)
        line = row(label(task.sentence), chip, gap=3)
        line.setStretch(0, 1)
        line.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
        self.fill(line)
