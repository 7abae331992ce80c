"""Ten years of a commune: 10 000 tasks with their results, in a real database."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from db.database import Database
from papi_desktop.domain.commune import Officer
from papi_desktop.domain.periods import reports_of
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.tasks import Figure, Part, Progress, Status, Task
from papi_desktop.paths import DataFolder
from papi_desktop.services.planning import bundled_plan
from papi_desktop.services.sample import SAMPLE_COMMUNE
from papi_desktop.services.setup import set_up

YEARS: Final = range(2013, 2023)
TASKS: Final = 10_000
_PER_YEAR: Final = TASKS // len(YEARS)
TODAY: Final = date(2022, 12, 6)


def fill(folder: DataFolder) -> None:
    """Write ten plans with a thousand tasks each, and what was done on most of them in every report."""
    database = Database(folder)
    database.open()
    with database.work() as work:
        set_up(work, SAMPLE_COMMUNE, ["Thôn Đông", "Thôn Đoài", "Thôn Trung"])
        officers = [work.officers.put(Officer(f"Nguyễn Văn {name}")).after.id for name in ("An", "Bình", "Cường")]
    for year in YEARS:
        with database.work() as work:
            plan = work.plans.put(Plan(year, f"Kế hoạch PAPI năm {year}")).after
            tasks = [saved.after for saved in work.tasks.put_many(_tasks(plan.id, officers))]
            work.progress.put_many(_progress(tasks, year))
    database.close()


def _tasks(plan_id: int, officers: list[int]) -> Iterator[Task]:
    rows = bundled_plan().tasks
    for number in range(_PER_YEAR):
        row = rows[number % len(rows)]
        content = number * 8 // _PER_YEAR + 1
        yield Task(
            plan_id=plan_id,
            dimension=content,
            ordinal=number,
            code=f"{content}.{number}",
            own_code="",
            text=f"{row.text} Việc thứ {number}.",
            lead_text=row.lead_text,
            coordinating_text=row.coordinating_text,
            part=Part.LEAD if number % 3 else Part.COORDINATE,
            deadline=row.deadline,
            officer_id=officers[number % len(officers)],
        )


def _progress(tasks: list[Task], year: int) -> Iterator[Progress]:
    for period in reports_of(year):
        for task in tasks:
            if task.ordinal % 5:
                yield Progress(
                    task.id,
                    period.code,
                    Status.DONE if task.ordinal % 2 else Status.DOING,
                    100 if task.ordinal % 2 else 50,
                    (Figure("Số buổi tuyên truyền", Decimal(task.ordinal), "buổi"),),
                    f"Đã tổ chức {task.ordinal} buổi tại các thôn.",
                )
