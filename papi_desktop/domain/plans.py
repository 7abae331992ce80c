"""The province's yearly plan, and what an importer proposes before a person has checked it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from papi_desktop.domain.deadlines import Deadline
from papi_desktop.domain.stores import Store
from papi_desktop.domain.tasks import Part


@dataclass(frozen=True)
class Plan:
    """A plan document of the province, and the file it was read from."""

    year: int
    title: str
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    source_name: str = ""
    source_sha256: str = ""
    id: int = 0
    uuid: str = ""

    @property
    def name(self) -> str:
        """Return what it is called in a list: its number, or its title as long as it has none."""
        return self.number or self.title

    @property
    def short_name(self) -> str:
        """Return what it is called where there is little room: its number, or as long as it has none its issuer."""
        return self.number or self.issuer or self.title


class PlanStore(Store[Plan], Protocol):
    """The plans, newest year first."""


@dataclass(frozen=True)
class Doubt:
    """A reading that a person should look at: which field, and why, in one sentence."""

    field: str
    sentence: str


@dataclass(frozen=True)
class TaskProposal:
    """One row of the plan's table as it was understood; texts are the document's own, in NFC."""

    dimension: int
    ordinal: int
    """Position among the tasks of its content, from 1: with the plan and the content it is the task's key."""
    code: str
    proposed_code: str
    text: str
    lead_text: str
    coordinating_text: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    part: Part
    deadline: Deadline
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class PlanProposal:
    """A whole plan as read from a file, for a person to check."""

    plan: Plan
    tasks: tuple[TaskProposal, ...]
    remarks: tuple[str, ...] = ()
    """What was noticed about the file as a whole, in sentences: sheets passed over, codes printed twice."""
