"""The dialogues with the people and their opinions."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from db.schema import Row, owner
from db.stores import RowStore
from papi_desktop.domain.dialogues import Dialogue, Opinion


class DialogueRow(Row):
    """One meeting."""

    __tablename__ = "dialogue"
    source = "dialogues"

    held_on: Mapped[date]
    topic: Mapped[str]
    place: Mapped[str]
    chair: Mapped[str]
    attendance: Mapped[int]
    women: Mapped[int | None]
    announced_on: Mapped[date | None]
    result_on: Mapped[date | None]
    note: Mapped[str]

    def searched(self) -> tuple[str, ...]:
        """Return the texts that a search looks through."""
        return self.topic, self.place, self.chair, self.note


class OpinionRow(Row):
    """One opinion raised at a meeting."""

    __tablename__ = "opinion"
    source = "opinions"

    dialogue_id: Mapped[int] = owner("dialogue.id")
    content: Mapped[str]
    dimension: Mapped[int]
    group: Mapped[str]
    answerer: Mapped[str]
    due_on: Mapped[date | None]
    answer: Mapped[str]
    answered_on: Mapped[date | None]
    ordinal: Mapped[int]

    def searched(self) -> tuple[str, ...]:
        """Return the texts that a search looks through."""
        return self.content, self.group, self.answerer, self.answer


class Dialogues(RowStore[DialogueRow, Dialogue]):
    """The dialogues, newest first."""

    row = DialogueRow
    value = Dialogue
    noun = "cuộc đối thoại"
    order: ClassVar = (DialogueRow.held_on.desc(), DialogueRow.id.desc())


class Opinions(RowStore[OpinionRow, Opinion]):
    """The opinions, by dialogue and the order in which they were raised."""

    row = OpinionRow
    value = Opinion
    noun = "ý kiến"
    order: ClassVar = (OpinionRow.dialogue_id, OpinionRow.ordinal, OpinionRow.id)

    def of_dialogue(self, dialogue_id: int) -> list[Opinion]:
        """Return the opinions of one dialogue, in order."""
        return self._where(OpinionRow.dialogue_id == dialogue_id)
