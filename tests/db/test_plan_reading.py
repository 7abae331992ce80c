"""What is read for one plan at a time."""

from dataclasses import replace

from db.database import Database
from papi_desktop.domain.tasks import Progress
from tests.db.values import plan, task


def test_entries_are_read_for_one_plan_only(database: Database) -> None:
    with database.work() as work:
        first, second = (work.plans.put(replace(plan(), year=year)).after.id for year in (2021, 2022))
        one, other = (work.tasks.put(task(id, 1)).after.id for id in (first, second))
        work.progress.put_many([Progress(one, "2021-Q1", result="a"), Progress(other, "2022-Q1", result="b")])
        assert [entry.result for entry in work.progress.of_plans([second])] == ["b"]


def test_each_wording_of_the_leading_bodies_is_read_once(database: Database) -> None:
    with database.work() as work:
        id = work.plans.put(plan()).after.id
        work.tasks.put_many([replace(task(id, number), lead_text="UBND cấp xã") for number in (1, 2)])
        assert work.tasks.lead_texts() == ["UBND cấp xã"]
