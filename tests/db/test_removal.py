"""The recycle bin takes the parts along, and gives back the same ones."""

import pytest

from db.database import Database
from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.errors import KnownError
from tests.db.values import plan, progress, saved_task, saved_tree, task

PARTS = [
    ("plans", {"tasks", "progress", "attachments"}),
    ("tasks", {"progress", "attachments"}),
    ("progress", {"attachments"}),
    ("publications", {"postings"}),
    ("dialogues", {"opinions"}),
]


@pytest.mark.parametrize(("store", "parts"), PARTS)
def test_removing_hides_the_parts_and_restoring_brings_them_back(
    database: Database, store: str, parts: set[str]
) -> None:
    with database.work() as work:
        ids = saved_tree(work)
        before = {name: getattr(work, name).all() for name in ids}
        removed = getattr(work, store).remove(ids[store])
    with database.work() as work:
        assert {name for name in ids if not getattr(work, name).all()} == parts | {store}
        assert getattr(work, store).restore(ids[store]) == removed
        assert {name: getattr(work, name).all() for name in ids} == before


def test_what_was_removed_earlier_stays_removed_when_its_owner_comes_back(database: Database) -> None:
    with database.work() as work:
        first = saved_task(work)
        second = work.tasks.put(task(first.plan_id, 2)).after
        work.tasks.remove(first.id)
        work.plans.remove(first.plan_id)
        work.plans.restore(first.plan_id)
        assert work.tasks.all() == [second]
        assert work.tasks.restore(first.id) == first


def test_a_part_does_not_come_back_before_its_owner(database: Database) -> None:
    with database.work() as work:
        first = saved_task(work)
        work.plans.remove(first.plan_id)
    with database.work() as work, pytest.raises(KnownError, match="Hãy khôi phục mục kia trước"):
        work.tasks.restore(first.id)


def test_nothing_is_added_to_something_in_the_recycle_bin(database: Database) -> None:
    with database.work() as work:
        first = saved_task(work)
        work.tasks.remove(first.id)
    with pytest.raises(KnownError, match="đang ở thùng rác"), database.work() as work:
        work.progress.put(progress(first.id))


def test_removing_twice_is_refused(database: Database) -> None:
    with database.work() as work:
        plan_id = work.plans.put(plan()).after.id
        work.plans.remove(plan_id)
        with pytest.raises(KnownError, match="Không còn kế hoạch này"):
            work.plans.remove(plan_id)


def test_restoring_what_was_never_removed_changes_nothing(database: Database) -> None:
    with database.work() as work:
        first = saved_task(work)
        assert work.tasks.restore(first.id) == first


def test_what_never_existed_cannot_be_restored(database: Database) -> None:
    with database.work() as work, pytest.raises(KnownError, match="Không còn báo cáo này"):
        work.reports.restore(7)


def test_evidence_of_something_removed_is_not_counted(database: Database) -> None:
    with database.work() as work:
        ids = saved_tree(work)
        work.progress.remove(ids["progress"])
        assert work.attachments.counts(Owner.PROGRESS) == {}


def test_what_is_in_the_recycle_bin_is_not_found_until_it_is_back(database: Database) -> None:
    with database.work() as work:
        ids = saved_tree(work)
        found = work.search.find("hộ nghèo")
        work.plans.remove(ids["plans"])
        assert [hit.register for hit in work.search.find("hộ nghèo")] == ["publications"]
        work.plans.restore(ids["plans"])
        assert work.search.find("hộ nghèo") == found
