"""One dialogue beside the list: its opinions and how they stand, its own fields, its minutes as evidence."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.calendar import written
from papi_desktop.domain.dialogues import Opinion
from papi_desktop.domain.stores import Saved
from papi_desktop.services.dialogue_list import DialogueLine
from papi_desktop.services.dialogue_words import (
    Hint,
    Meeting,
    counted_words,
    new_opinion,
    read_meeting,
)
from papi_desktop.services.opinion_list import OpinionLine
from ui.desk import Desk
from ui.dialogues.fields import DIALOGUE
from ui.dialogues.opinion_dialog import OpinionDialog
from ui.dialogues.opinion_table import OpinionTable
from ui.theme import SPACE
from ui.widgets.cards import drop_all
from ui.widgets.evidence_keeper import EvidenceKeeper, OwnerId
from ui.widgets.form import Form
from ui.widgets.side_panel import Detail
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.texts import Action, box, button, column, label, row, rule


class MeetingDetail(Detail):
    """Fields save themselves when they are left; opinions are written in dialogs of their own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = self._wanted = 0
        self.counted = label("", "strong")
        self.opinions = OpinionTable()
        self.opinions.opened.connect(self._open_opinion)
        self.form = Form("dialogues", DIALOGUE)
        self.form.edited.connect(self._save)
        self.keeper = EvidenceKeeper(desk, "dialogues", Owner.DIALOGUE, self._owner)
        self.evidence = self.keeper.box
        self._hints = QVBoxLayout()
        self._hints.setSpacing(2 * SPACE)
        self.tabs = Tabs(
            "dialogues",
            (
                Tab("opinions", "Ý kiến", self._opinions_pane),
                Tab("facts", "Cuộc đối thoại, biên bản", self._facts_pane),
            ),
        )
        self.tabs.open("opinions")
        self.setLayout(column(self.tabs, gap=3, margin=4))

    def heading(self, line: DialogueLine) -> str:
        """Return the day and the topic."""
        return f"{written(line.held_on)} · {line.topic}"

    def show_line(self, line: DialogueLine) -> None:
        """Read the dialogue that the line stands for."""
        if self._id and self._id != line.id:
            self.form.commit()
        self._id, today = line.id, self._desk.today
        self._desk.operations.read(lambda work: read_meeting(work, line.id, today), self._show)

    def want_opinion(self, id: int) -> None:
        """Select an opinion as soon as its dialogue is shown."""
        self._wanted = id
        self.tabs.open("opinions")

    def _show(self, meeting: Meeting) -> None:
        if meeting.dialogue.id != self._id:
            return
        self.counted.setText(counted_words(meeting.counted))
        self.opinions.show_opinions(meeting.opinions)
        self.form.show_value(meeting.dialogue)
        self.evidence.show_evidence(meeting.evidence)
        drop_all(self._hints)
        for hint in meeting.hints:
            self._hints.addWidget(_hint_box(hint))
        if self._wanted and any(each.id == self._wanted for each in meeting.opinions):
            self.opinions.reveal(self._wanted)
            self._wanted = 0

    def _save(self, key: str, value: Any) -> None:
        id = self._id
        fitting: Any = 0 if key == "attendance" and value is None else value

        def after(_saved: Saved[Any]) -> None:
            if self._id == id:
                self.form.note_saved(key)

        self._desk.operations.save(
            lambda work: work.dialogues,
            lambda work: replace(work.dialogues.get(id), **{key: fitting}),
            after,
            partial(self.form.note_wrong, key),
        )

    def _add_opinion(self) -> None:
        id = self._id
        self._desk.operations.read(lambda work: new_opinion(work, id), self._open_dialog)

    def _open_opinion(self, line: OpinionLine | None) -> None:
        if line is not None:
            self._desk.operations.read(lambda work: work.opinions.get(line.id), self._open_dialog)

    def _open_dialog(self, opinion: Opinion) -> None:
        OpinionDialog(self, self._desk, opinion, self.want_opinion).open()

    def _owner(self) -> OwnerId | None:
        id = self._id
        return (lambda _work: id) if id else None

    def _remove(self) -> None:
        id, self._id = self._id, 0
        self._desk.operations.remove(
            lambda work: work.dialogues,
            id,
            lambda _dialogue: self._desk.note("Đã xóa cuộc đối thoại. Bấm Hoàn tác để lấy lại."),
        )

    def _opinions_pane(self) -> QWidget:
        add = button(Action("Thêm ý kiến…", self._add_opinion, "add", "opinions.add"), "main")
        pane = QWidget()
        head = row(self.counted, add, gap=3)
        head.setStretch(0, 1)
        pane.setLayout(column(head, self.opinions, 1, gap=3))
        return pane

    def _facts_pane(self) -> QWidget:
        remove = button(Action("Xóa cuộc đối thoại này", self._remove, "remove", "dialogues.remove"), "quiet")
        pane = QWidget()
        pane.setLayout(column(self._hints, self.form, rule(), self.evidence, row(remove, 1), 1, gap=4))
        return pane


def _hint_box(hint: Hint) -> QFrame:
    role = {True: "", False: "warning", None: "hint"}[hint.is_good]
    margin = 0 if hint.is_good else 3
    return box(column(label(hint.sentence, "note" if hint.is_good else "body"), margin=margin), role)
