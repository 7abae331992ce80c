"""Tasks have villages in order, and many are written at once."""

from dataclasses import replace

import pytest

from db.database import Database
from papi_desktop.domain.commune import Village
from papi_desktop.domain.errors import KnownError
from tests.db.values import saved_task, task


def test_the_villages_of_a_task_are_kept_in_order_and_once(database: Database) -> None:
    with database.work() as work:
        ids = [work.villages.put(Village(name)).after.id for name in ("Nậm Lúc", "Bản Cái", "Đội 4")]
        first = saved_task(work)
        others = (ids[2], ids[0], ids[2])
        saved = work.tasks.put(replace(first, village_ids=others)).after
        assert saved.village_ids == (ids[2], ids[0])
        assert work.tasks.of_plan(first.plan_id) == work.tasks.all() == [saved]
        assert work.tasks.put(replace(saved, village_ids=())).after.village_ids == ()


def test_many_values_are_put_in_order_with_what_they_replace(database: Database) -> None:
    with database.work() as work:
        first = saved_task(work)
        new = [task(first.plan_id, ordinal, f"Nhiệm vụ {ordinal}") for ordinal in range(2, 700)]
        saved = work.tasks.put_many([*new, replace(first, note="Gấp")])
    assert [each.after.text for each in saved[:-1]] == [each.text for each in new]
    assert {each.before for each in saved[:-1]} == {None}
    assert (saved[-1].before, saved[-1].after) == (first, replace(first, note="Gấp"))
    with database.work() as work:
        assert len(work.search.find("nhiem vu 69")) == 11
        assert work.tasks.of_plan(first.plan_id) == [saved[-1].after, *(each.after for each in saved[:-1])]


def test_one_bad_value_among_many_is_refused_with_all_of_them(database: Database) -> None:
    with database.work() as work:
        plan_id = saved_task(work).plan_id
    with pytest.raises(KnownError, match="đã có một nhiệm vụ"), database.work() as work:
        work.tasks.put_many([task(plan_id, 2), task(plan_id, 1)])
    with pytest.raises(KnownError, match="Không còn nhiệm vụ này"), database.work() as work:
        work.tasks.put_many([replace(each, id=id) for id, each in ((1, task(plan_id, 1)), (99, task(plan_id, 9)))])
    with database.work() as work:
        assert len(work.tasks.all()) == 1
