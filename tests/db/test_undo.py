"""Whatever an action changed in the last hour can be taken back, newest first, to exactly what was there."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import db.changes
import db.undo
import db.upgrade
from db.database import Database
from db.integrity import faults_of
from db.migrations import VERSIONS
from db.schema import Base, now
from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.commune import Commune, Officer, Unit, Village
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.mappings import ColumnMapping
from papi_desktop.domain.publications import Place, PlaceKind, Posting, Publication
from papi_desktop.domain.reports import Report
from papi_desktop.domain.scores import YearScore
from papi_desktop.domain.views import View
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Work
from tests.db.values import DAY, plan, progress, saved_task, saved_tree, task

COMMUNE = Commune(Unit.COMMUNE, "Bản Lếch", "Lào Cai", "Giàng Seo Chứ", "Sở Nội vụ tỉnh Lào Cai")
PERIODS = ("2022-Q1", "2022-H1", "2022-Q3", "2022-Y")
NOTES = {"change", "past_change", "past_row"}


def some(work: Work, store: str, number: int) -> int:
    """Return the id of one of the values of a store, or 0 where there is none."""
    values = getattr(work, store).all()
    return int(values[number % len(values)].id) if values else 0


# One new value of each register, with links to what is there; the text field that an edit changes stands beside it.
MADE: dict[str, tuple[Callable[[Work, int], Any], str]] = {
    "villages": (lambda _work, n: Village(f"Thôn {n}", ordinal=n), "head"),
    "officers": (lambda _work, n: Officer(f"Lý A Páo {n}"), "title"),
    "plans": (lambda _work, _n: plan(), "title"),
    "tasks": (
        lambda work, n: replace(
            task(some(work, "plans", n), n),
            officer_id=some(work, "officers", n),
            village_ids=tuple({some(work, "villages", n), some(work, "villages", n + 1)} - {0}),
        ),
        "text",
    ),
    "progress": (lambda work, n: progress(some(work, "tasks", n), PERIODS[n % 4]), "result"),
    "places": (lambda work, n: Place(PlaceKind.WEBSITE, f"Nhà {n}", some(work, "villages", n)), "name"),
    "publications": (
        lambda work, n: Publication(f"Danh sách {n}", place_ids=tuple({some(work, "places", n)} - {0})),
        "title",
    ),
    "postings": (lambda work, n: Posting(some(work, "publications", n), some(work, "places", n), DAY), "note"),
    "dialogues": (lambda _work, n: Dialogue(DAY, f"Đối thoại lần {n}"), "topic"),
    "opinions": (lambda work, n: Opinion(some(work, "dialogues", n), f"Đề nghị {n}"), "answer"),
    "attachments": (lambda work, n: Attachment(Owner.PROGRESS, some(work, "progress", n), "a", "ab", n, DAY), "name"),
    "reports": (lambda _work, n: Report(f"{2000 + n}-Y", texts=(("I", "Kết quả"),)), "signer"),
    "scores": (lambda _work, n: YearScore("Lào Cai", 2000 + n), "basis"),
    "views": (lambda _work, n: View("tasks", f"Cách xem {n}", (("officer", "1"),)), "words"),
    "mappings": (lambda _work, n: ColumnMapping(f"nguồn {n}", (("text", "2"),)), "source_key"),
}


def add(work: Work, store: str, number: int) -> None:
    getattr(work, store).put(MADE[store][0](work, number))


def add_many(work: Work, store: str, number: int) -> None:
    getattr(work, store).put_many([MADE[store][0](work, number + each) for each in range(3)])


def edit(work: Work, store: str, number: int) -> None:
    values = getattr(work, store)
    values.put(replace(values.get(some(work, store, number)), **{MADE[store][1]: f"Sửa lần {number}"}))


def edit_all(work: Work, store: str, number: int) -> None:
    values = getattr(work, store)
    values.put_many([replace(each, **{MADE[store][1]: f"Sửa {number} {each.id}"}) for each in values.all()])


def remove(work: Work, store: str, number: int) -> None:
    getattr(work, store).remove(some(work, store, number))


def restore(work: Work, store: str, number: int) -> None:
    gone = getattr(work, store).removed()
    getattr(work, store).restore(gone[number % len(gone)].value.id if gone else 0)


def change_profile(work: Work, _store: str, number: int) -> None:
    work.commune.put(replace(COMMUNE, chairman=f"Giàng Seo Chứ {number}"))


def two_at_once(work: Work, store: str, number: int) -> None:
    add(work, store, number + 50)
    edit(work, store, number)
    remove(work, store, number + 1)


ACTS = (add, add_many, edit, edit_all, remove, restore, change_profile, two_at_once)
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.sampled_from(sorted(MADE)), st.integers(0, 9)), min_size=1, max_size=12
)


@pytest.fixture
def filled(database: Database) -> Database:
    """Give a database with a profile and one of everything that has parts, put there for good."""
    with database.work() as work:
        saved_tree(work)
        work.commune.put(COMMUNE)
    return database


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Give a clock that can be put forward or back."""
    ahead = [timedelta()]

    def moment() -> datetime:
        return now() + ahead[0]

    monkeypatch.setattr(db.changes, "now", moment)
    monkeypatch.setattr(db.undo, "now", moment)

    def move(by: timedelta) -> None:
        ahead[0] += by

    return move


def contents(database: Database) -> dict[str, Any]:
    """Return every row of every table, and every word of the index."""
    with database.engine.connect() as connection:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.entries USING fts5vocab(main,search,instance)"
        )
        tables = [table.name for table in Base.metadata.sorted_tables if table.name not in NOTES]
        read = {name: f'SELECT * FROM "{name}" ORDER BY id' for name in tables} | {
            "words": "SELECT term, doc, col, offset FROM temp.entries ORDER BY 1, 2, 3, 4",
            "hits": "SELECT rowid, hit FROM search ORDER BY rowid",
        }
        return {name: connection.exec_driver_sql(statement).fetchall() for name, statement in read.items()}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_whatever_was_done_is_taken_back_step_by_step(filled: Database, steps: list[tuple[Any, str, int]]) -> None:
    states = [contents(filled)]
    for act, store, number in steps:
        do(filled, lambda work, act=act, store=store, number=number: act(work, store, number))
        if contents(filled) != states[-1]:
            states.append(contents(filled))
    for before in reversed(states[:-1]):
        assert filled.undo() is not None
        assert contents(filled) == before
    assert filled.undo() is None
    with filled.engine.connect() as connection:
        assert faults_of(connection.connection.dbapi_connection) == []


def do(database: Database, action: Callable[[Work], object]) -> None:
    """Do one action; one that is refused changes nothing."""
    before = contents(database)
    try:
        with database.work() as work:
            action(work)
    except KnownError:
        assert contents(database) == before


def test_every_table_is_watched(filled: Database) -> None:
    with filled.engine.connect() as connection:
        made = connection.exec_driver_sql("SELECT tbl_name FROM temp.sqlite_master WHERE type = 'trigger'").scalars()
        assert sorted(made) == sorted(3 * [name for name in Base.metadata.tables if name not in NOTES])


def test_a_change_is_offered_by_the_name_it_was_given(filled: Database) -> None:
    with filled.work() as work:
        work.label("Nạp kế hoạch")
        saved_task(work)
    change = filled.last_change()
    assert change is not None
    assert (change.label, change.by, change.number) == ("Nạp kế hoạch", "Vàng Thị Mai", filled.change_number())
    assert abs(datetime.now(UTC) - change.when) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("act", "store", "label"),
    [
        (add, "dialogues", "Thêm cuộc đối thoại"),
        (edit, "tasks", "Sửa nhiệm vụ"),
        (remove, "plans", "Xóa kế hoạch"),
        (add_many, "villages", "Thêm 3 thôn, tổ dân phố"),
        (change_profile, "", "Sửa thông tin đơn vị"),
    ],
)
def test_a_change_without_a_name_is_called_after_what_was_done(
    filled: Database, act: Callable[[Work, str, int], None], store: str, label: str
) -> None:
    with filled.work() as work:
        act(work, store, 1)
    change = filled.last_change()
    assert change is not None
    assert change.label == label


def test_the_newest_change_is_taken_back_first_and_each_only_once(filled: Database) -> None:
    for name in ("Nậm Lúc", "Bản Cái"):
        with filled.work() as work:
            work.villages.put(Village(name))
    undone = [filled.undo(), filled.undo(), filled.undo()]
    assert [change and change.number for change in undone] == [3, 2, None]
    assert filled.last_change() is None


def test_looking_and_what_was_rolled_back_are_no_changes(filled: Database) -> None:
    with filled.work() as work:
        work.tasks.all()
    with pytest.raises(KnownError), filled.work() as work:
        work.tasks.get(work.villages.put(Village("Nậm Lúc")).after.id + 99)
    assert filled.last_change() is None


def test_changes_can_be_taken_back_after_a_restart(filled: Database, folder: DataFolder) -> None:
    before = contents(filled)
    with filled.work() as work:
        work.plans.remove(work.plans.all()[0].id)
    filled.close()
    again = Database(folder)
    again.open()
    assert again.undo() is not None
    assert contents(again) == before
    again.close()


def test_a_change_is_kept_for_an_hour(filled: Database, clock: Callable[[timedelta], None]) -> None:
    with filled.work() as work:
        work.villages.put(Village("Nậm Lúc"))
    clock(timedelta(minutes=59))
    assert filled.last_change() is not None
    clock(timedelta(minutes=2))
    assert filled.last_change() is filled.undo() is None


def test_older_changes_are_forgotten_with_the_next_one(filled: Database, clock: Callable[[timedelta], None]) -> None:
    for ahead in (0, 30, 40):
        clock(timedelta(minutes=ahead))
        with filled.work() as work:
            work.villages.put(Village("Nậm Lúc"))
    with filled.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT id FROM past_change ORDER BY id").scalars().all()
        noted = connection.exec_driver_sql("SELECT DISTINCT change_number FROM past_row ORDER BY 1").scalars().all()
    assert kept == noted == [3, 4]


def test_what_is_taken_back_leaves_no_notes(filled: Database) -> None:
    with filled.work() as work:
        work.plans.remove(work.plans.all()[0].id)
    filled.undo()
    with filled.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM past_row").scalar() == 0


def test_the_change_number_grows_when_a_change_is_taken_back(filled: Database) -> None:
    with filled.work() as work:
        work.villages.put(Village("Nậm Lúc"))
    filled.undo()
    assert filled.change_number() == 3


def test_the_first_profile_and_what_came_before_stay(database: Database) -> None:
    with database.work() as work:
        saved_tree(work)
    with database.work() as work:
        work.commune.put(COMMUNE)
    assert database.undo() is None
    with database.work() as work:
        assert work.commune.get() == COMMUNE


def test_text_with_any_sign_is_put_back_as_it_was(filled: Database) -> None:
    strange = "\x00\x01 \\ \" ' \u2028 Đ ǅ 𝄞"
    with filled.work() as work:
        first = work.dialogues.put(Dialogue(DAY, strange, attendance=2**53)).after
    before = contents(filled)
    with filled.work() as work:
        work.dialogues.put(replace(first, topic="Khác", attendance=0))
    filled.undo()
    assert contents(filled) == before
    with filled.work() as work:
        assert work.dialogues.get(first.id) == first


def test_a_change_whose_surroundings_are_gone_is_refused_in_one_sentence(filled: Database) -> None:
    with filled.work() as work:
        work.plans.put(plan())
    with filled.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE task SET plan_id = 2")
        connection.exec_driver_sql("DELETE FROM past_row WHERE \"table\" = 'task'")
    before = contents(filled)
    with pytest.raises(KnownError, match="Không hoàn tác được “Thêm kế hoạch”"):
        filled.undo()
    assert contents(filled) == before


def test_an_upgrade_forgets_changes_of_the_old_tables(filled: Database, folder: DataFolder, tmp_path: Path) -> None:
    with filled.work() as work:
        work.villages.put(Village("Nậm Lúc"))
    with filled.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={len(VERSIONS)}")
    filled.close()
    with pytest.MonkeyPatch.context() as patch:
        module = ModuleType("db.migrations.v9999_trial")
        module.upgrade = lambda: None  # type: ignore[attr-defined]
        patch.setitem(sys.modules, module.__name__, module)
        patch.setattr(db.upgrade, "VERSIONS", (*VERSIONS, "v9999_trial"))
        again = Database(folder)
        again.open()
        assert again.last_change() is None
        again.close()


def test_the_recycle_bin_lists_what_was_removed_itself_the_newest_first(filled: Database) -> None:
    with filled.work() as work:
        second_id = work.tasks.put(task(work.plans.all()[0].id, 2)).after.id
        first = work.tasks.remove(some(work, "tasks", 0))
        second = work.tasks.remove(second_id)
        removed = work.tasks.removed()
        assert [each.value for each in removed] == [second, first]
        assert {each.by for each in removed} == {"Vàng Thị Mai"}
        assert abs(datetime.now(UTC) - removed[0].when) < timedelta(minutes=1)
        assert work.progress.removed() == []
        work.tasks.restore(first.id)
        assert [each.value for each in work.tasks.removed()] == [second]
