"""Meetings of the commune's authorities with the people, and the opinions that must be answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from papi_desktop.domain.stores import Store


class OpinionState(StrEnum):
    """Where an opinion stands on a day."""

    ANSWERED = "Đã trả lời"
    WAITING = "Đang giải quyết"
    LATE = "Quá hạn trả lời"


@dataclass(frozen=True)
class Dialogue:
    """One meeting (Luật 72/2025 Đ43 and the plan's tasks 3.1, 3.3)."""

    held_on: date
    topic: str
    place: str = ""
    chair: str = ""
    attendance: int = 0
    women: int | None = None
    announced_on: date | None = None
    result_on: date | None = None
    """The day on which the result was announced."""
    note: str = ""
    id: int = 0
    uuid: str = ""


@dataclass(frozen=True)
class Opinion:
    """One opinion raised at a dialogue. Who raised it is kept only as a village or group, never as a person."""

    dialogue_id: int
    content: str
    dimension: int = 3
    group: str = ""
    answerer: str = ""
    due_on: date | None = None
    answer: str = ""
    answered_on: date | None = None
    ordinal: int = 0
    id: int = 0
    uuid: str = ""

    def state(self, today: date) -> OpinionState:
        """Return where it stands on `today`."""
        if self.answered_on:
            return OpinionState.ANSWERED
        return OpinionState.LATE if self.due_on and self.due_on < today else OpinionState.WAITING


class DialogueStore(Store[Dialogue], Protocol):
    """The dialogues, newest first."""


class OpinionStore(Store[Opinion], Protocol):
    """The opinions, by dialogue and the order in which they were raised."""

    def of_dialogue(self, dialogue_id: int) -> list[Opinion]:
        """Return the opinions of one dialogue, in order."""
        ...
