"""A unit of work: the stores of one transaction, and the storage that opens it."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from papi_desktop.domain.attachments import AttachmentStore
from papi_desktop.domain.budget import BudgetFormStore
from papi_desktop.domain.changes import Change
from papi_desktop.domain.commune import CommuneStore, OfficerStore, VillageStore
from papi_desktop.domain.dialogues import DialogueStore, OpinionStore
from papi_desktop.domain.holidays import SpecialDayStore
from papi_desktop.domain.households import HouseholdListStore, HouseholdStore
from papi_desktop.domain.mappings import MappingStore
from papi_desktop.domain.plans import PlanStore
from papi_desktop.domain.publications import PlaceStore, PostingOpinionStore, PostingStore, PublicationStore
from papi_desktop.domain.reception import ReceptionScheduleStore, ReceptionSessionStore, SessionChangeStore
from papi_desktop.domain.reports import ReportStore
from papi_desktop.domain.rules import RuleChangeStore
from papi_desktop.domain.scores import ScoreStore
from papi_desktop.domain.tasks import ProgressStore, TaskStore
from papi_desktop.domain.templates import ChangedTemplateStore
from papi_desktop.domain.views import ViewStore


@dataclass(frozen=True)
class Hit:
    """One thing found by a search: the name of its register and its id."""

    register: str
    id: int


class Search(Protocol):
    """Finding by words, with or without accents; exact accents first, then the newest."""

    def find(self, words: str, register: str = "", limit: int = 200) -> list[Hit]:
        """Return what matches every word (the last one as a beginning), in one register or in all."""
        ...


class Work(Protocol):
    """The stores of one transaction; everything that one action of the user changes goes through one of these."""

    @property
    def commune(self) -> CommuneStore: ...
    @property
    def villages(self) -> VillageStore: ...
    @property
    def officers(self) -> OfficerStore: ...
    @property
    def plans(self) -> PlanStore: ...
    @property
    def tasks(self) -> TaskStore: ...
    @property
    def progress(self) -> ProgressStore: ...
    @property
    def places(self) -> PlaceStore: ...
    @property
    def publications(self) -> PublicationStore: ...
    @property
    def postings(self) -> PostingStore: ...
    @property
    def dialogues(self) -> DialogueStore: ...
    @property
    def opinions(self) -> OpinionStore: ...
    @property
    def household_lists(self) -> HouseholdListStore: ...
    @property
    def households(self) -> HouseholdStore: ...
    @property
    def budget_forms(self) -> BudgetFormStore: ...
    @property
    def attachments(self) -> AttachmentStore: ...
    @property
    def reports(self) -> ReportStore: ...
    @property
    def scores(self) -> ScoreStore: ...
    @property
    def views(self) -> ViewStore: ...
    @property
    def mappings(self) -> MappingStore: ...
    @property
    def posting_opinions(self) -> PostingOpinionStore: ...
    @property
    def reception_schedules(self) -> ReceptionScheduleStore: ...
    @property
    def reception_sessions(self) -> ReceptionSessionStore: ...
    @property
    def session_changes(self) -> SessionChangeStore: ...
    @property
    def rule_changes(self) -> RuleChangeStore: ...
    @property
    def special_days(self) -> SpecialDayStore: ...
    @property
    def templates(self) -> ChangedTemplateStore: ...
    @property
    def search(self) -> Search: ...

    def label(self, words: str) -> None:
        """Name this change as it is offered to be taken back, as in "Nạp kế hoạch"; else its first write names it."""
        ...


class Storage(Protocol):
    """The database file of one data folder. Every method may raise KnownError with what to do."""

    def exists(self) -> bool:
        """Tell whether the data folder already holds a database."""
        ...

    def open(self) -> None:
        """Open the database; create it when there is none, upgrade it when it is older than the program."""
        ...

    def close(self) -> None:
        """Close the database; closing twice is harmless."""
        ...

    def work(self) -> AbstractContextManager[Work]:
        """Begin a transaction: committed at the end of the block, rolled back when it raises."""
        ...

    def last_change(self) -> Change | None:
        """Return the newest change, if it is not older than an hour: the one that `undo` takes back."""
        ...

    def undo(self) -> Change | None:
        """Take back the newest change of the last hour, whatever made it, in one transaction, and return it.

        None when there is none. It cannot be done again, and the next call takes back the change before it.
        The change that first wrote the commune's profile, and what came before, stays.
        """
        ...

    def check(self) -> list[str]:
        """Look at everything that can be damaged and return what is wrong, one sentence each; empty is sound."""
        ...

    def backup(self, target: Path) -> None:
        """Write a verified copy of the database to `target`, which must not exist."""
        ...
