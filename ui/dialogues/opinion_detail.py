"""One opinion beside the list of all opinions: every field saves itself."""

from dataclasses import replace
from functools import partial
from typing import Any

from papi_desktop.domain.calendar import written
from papi_desktop.domain.dialogues import Opinion
from papi_desktop.domain.stores import Saved
from papi_desktop.services.dialogue_words import answered
from papi_desktop.services.opinion_list import OpinionLine
from ui.desk import Desk
from ui.dialogues.fields import NO_NAMES, OPINION
from ui.widgets.chips import StatusChip
from ui.widgets.form import Form
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, button, column, label, row


class OpinionDetail(Detail):
    """An answer that is written without a day gets today's; Ctrl+Z takes it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._id = desk, 0
        self.chip, self.form = StatusChip(), Form("opinions", OPINION)
        self.form.edited.connect(self._save)
        meeting = button(Action("Mở cuộc đối thoại", self._open_meeting, "dialogues", "opinions.meeting"), "quiet")
        remove = button(Action("Xóa ý kiến này", self._remove, "remove", "opinions.remove"), "quiet")
        head, foot = row(self.chip, 1, meeting), row(remove, 1)
        self.setLayout(column(head, label(NO_NAMES, "note"), self.form, foot, 1, gap=3, margin=4))

    def heading(self, line: OpinionLine) -> str:
        """Return where it was raised."""
        return f"{written(line.held_on)} · {line.topic}"

    def show_line(self, line: OpinionLine) -> None:
        """Read the opinion that the line stands for."""
        if self._id and self._id != line.id:
            self.form.commit()
        self._id = line.id
        self.chip.show_word(line.state)
        self._desk.operations.read(lambda work: work.opinions.get(line.id), self._show)

    def _show(self, opinion: Opinion) -> None:
        if opinion.id == self._id:
            self.form.show_value(opinion)

    def _save(self, key: str, value: Any) -> None:
        id, today = self._id, self._desk.today

        def change(opinion: Opinion) -> Opinion:
            changed = replace(opinion, **{key: value})
            return answered(changed, today) if key == "answer" else changed

        def after(_saved: Saved[Opinion]) -> None:
            if self._id == id:
                self.form.note_saved(key)

        self._desk.operations.save(
            lambda work: work.opinions,
            lambda work: change(work.opinions.get(id)),
            after,
            partial(self.form.note_wrong, key),
        )

    def _open_meeting(self) -> None:
        self._desk.go("opinions", self._id)

    def _remove(self) -> None:
        id, self._id = self._id, 0
        self._desk.operations.remove(
            lambda work: work.opinions,
            id,
            lambda _opinion: self._desk.note("Đã xóa ý kiến. Bấm Hoàn tác để lấy lại."),
        )
