"""The database of one data folder: opening it, and one transaction for each action of the user."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool
from sqlcipher3 import dbapi2

from db import backup, changes, checking, undo, upgrade
from db.attachments import Attachments
from db.budget import BudgetForms
from db.commune import ProfileStore
from db.connection import BUSY_MILLISECONDS, connect
from db.dialogues import Dialogues, Opinions
from db.failures import UNREACHABLE, explained
from db.holidays import SpecialDays
from db.households import HouseholdLists, Households
from db.mappings import Mappings
from db.people import Officers, Villages
from db.plans import Plans
from db.progress import ProgressEntries
from db.publications import Places, PostingOpinions, Postings, Publications
from db.reception import ReceptionSchedules, ReceptionSessions, SessionChanges
from db.reports import Reports
from db.rules import RuleChanges
from db.scores import Scores
from db.search import SearchIndex
from db.tasks import Tasks
from db.templates import ChangedTemplates
from db.views import Views
from papi_desktop.domain.changes import Change
from papi_desktop.domain.errors import KnownError
from papi_desktop.keys import database_key
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Work


class Transaction:
    """The stores of one transaction, each made when it is first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def commune(self) -> ProfileStore:
        """Return the commune's profile."""
        return ProfileStore(self._session)

    @cached_property
    def villages(self) -> Villages:
        """Return the villages."""
        return Villages(self._session)

    @cached_property
    def officers(self) -> Officers:
        """Return the officers."""
        return Officers(self._session)

    @cached_property
    def plans(self) -> Plans:
        """Return the plans."""
        return Plans(self._session)

    @cached_property
    def tasks(self) -> Tasks:
        """Return the tasks."""
        return Tasks(self._session)

    @cached_property
    def progress(self) -> ProgressEntries:
        """Return what was done."""
        return ProgressEntries(self._session)

    @cached_property
    def places(self) -> Places:
        """Return the places of publication."""
        return Places(self._session)

    @cached_property
    def publications(self) -> Publications:
        """Return the publications."""
        return Publications(self._session)

    @cached_property
    def postings(self) -> Postings:
        """Return the postings."""
        return Postings(self._session)

    @cached_property
    def dialogues(self) -> Dialogues:
        """Return the dialogues."""
        return Dialogues(self._session)

    @cached_property
    def opinions(self) -> Opinions:
        """Return the opinions."""
        return Opinions(self._session)

    @cached_property
    def household_lists(self) -> HouseholdLists:
        """Return the yearly lists of poor and near-poor households."""
        return HouseholdLists(self._session)

    @cached_property
    def households(self) -> Households:
        """Return the households on those lists."""
        return Households(self._session)

    @cached_property
    def budget_forms(self) -> BudgetForms:
        """Return the budget forms."""
        return BudgetForms(self._session)

    @cached_property
    def attachments(self) -> Attachments:
        """Return the evidence."""
        return Attachments(self._session)

    @cached_property
    def reports(self) -> Reports:
        """Return the reports."""
        return Reports(self._session)

    @cached_property
    def scores(self) -> Scores:
        """Return the province's results."""
        return Scores(self._session)

    @cached_property
    def views(self) -> Views:
        """Return the named views."""
        return Views(self._session)

    @cached_property
    def mappings(self) -> Mappings:
        """Return the mappings of columns."""
        return Mappings(self._session)

    @cached_property
    def posting_opinions(self) -> PostingOpinions:
        """Return what was said of the postings."""
        return PostingOpinions(self._session)

    @cached_property
    def reception_schedules(self) -> ReceptionSchedules:
        """Return the schedules of reception."""
        return ReceptionSchedules(self._session)

    @cached_property
    def reception_sessions(self) -> ReceptionSessions:
        """Return the sessions of reception."""
        return ReceptionSessions(self._session)

    @cached_property
    def session_changes(self) -> SessionChanges:
        """Return what was changed in posted schedules."""
        return SessionChanges(self._session)

    @cached_property
    def rule_changes(self) -> RuleChanges:
        """Return the changed rules."""
        return RuleChanges(self._session)

    @cached_property
    def special_days(self) -> SpecialDays:
        """Return the days marked as off or worked."""
        return SpecialDays(self._session)

    @cached_property
    def templates(self) -> ChangedTemplates:
        """Return the commune's own wordings of papers."""
        return ChangedTemplates(self._session)

    @cached_property
    def search(self) -> SearchIndex:
        """Return the search."""
        return SearchIndex(self._session)

    def label(self, words: str) -> None:
        """Name this change as it is offered to be taken back."""
        changes.label(self._session, words)


class Database:
    """The storage of one data folder; `who` is written beside each change (the signed-in name by default)."""

    def __init__(self, folder: DataFolder, who: str | None = None, busy_milliseconds: int = BUSY_MILLISECONDS) -> None:
        self.folder = folder
        self._who = _signed_in() if who is None else who
        self._busy_milliseconds = busy_milliseconds
        self._engine: Engine | None = None

    def exists(self) -> bool:
        """Tell whether the data folder already holds a database."""
        path = self.folder.database
        return path.is_file() and path.stat().st_size > 0

    def open(self) -> None:
        """Open the database; create it when there is none, upgrade it when it is older than the program."""
        if self._engine is not None:
            return
        key = database_key(self.folder)
        engine = self._make_engine(key)
        try:
            with explained():
                upgrade.bring_up_to_date(engine, self.folder, key)
        except BaseException:
            engine.dispose()
            raise
        event.listen(engine, "checkout", _watch)
        self._engine = engine

    def close(self) -> None:
        """Close the database; closing twice is harmless."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    @contextmanager
    def work(self) -> Iterator[Work]:
        """Begin a transaction: committed at the end of the block, rolled back when it raises."""
        with (
            explained(),
            Session(self.engine, info={"who": self._who}) as session,
            session.begin(),
            changes.counted(session),
        ):
            yield Transaction(session)

    def last_change(self) -> Change | None:
        """Return the newest change, if it is not older than an hour: the one that `undo` takes back."""
        with explained(), Session(self.engine) as session:
            return undo.last_change(session)

    def undo(self) -> Change | None:
        """Take back the newest change of the last hour, whatever made it, in one transaction, and return it."""
        with explained(), Session(self.engine) as session, session.begin():
            return undo.undo(session)

    def change_number(self) -> int:
        """Return a number that grows with each transaction that changed anything."""
        with explained(), self.engine.connect() as connection:
            return changes.number(connection)

    def check(self) -> list[str]:
        """Look at everything that can be damaged and return what is wrong, one sentence each; empty is sound."""
        return checking.check_folder(self.folder)

    def backup(self, target: Path) -> None:
        """Write a verified copy of the database to `target`, which must not exist."""
        with explained():
            backup.copy(self.folder.database, database_key(self.folder), target)

    @property
    def engine(self) -> Engine:
        """Return the open engine. Raises KnownError when the database is closed."""
        if self._engine is None:
            raise KnownError(UNREACHABLE)
        return self._engine

    def _make_engine(self, key: str) -> Engine:
        def creator() -> Any:
            return connect(self.folder.database, key, self._busy_milliseconds)

        engine = create_engine(
            "sqlite://", creator=creator, module=dbapi2, poolclass=QueuePool, pool_size=2, hide_parameters=True
        )
        event.listen(engine, "begin", _begin)
        return engine


def _watch(raw: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
    if not record.info.get("is watched"):
        undo.watch(raw)
        record.info["is watched"] = True


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _signed_in() -> str:
    return os.environ.get("USERNAME") or os.environ.get("USER", "")
