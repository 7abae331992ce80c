"""The list of plans."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from papi_desktop.domain.text import has_words
from papi_desktop.services.registers import ColumnKind, Query, Register, RegisterColumn
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class PlanLine:
    """One plan with the number of its tasks, and of those that concern the commune."""

    id: int
    year: int
    number: str
    title: str
    issued_on: date | None
    issuer: str
    source_name: str
    tasks: int
    our_tasks: int
    name: str = ""


def plan_lines(work: Work, query: Query) -> list[PlanLine]:
    """Return the plans, newest year first."""
    plans = [each for each in work.plans.all() if has_words(query.words, each.number, each.title, each.issuer)]
    tasks = work.tasks.all()
    counts = Counter(task.plan_id for task in tasks)
    ours = Counter(task.plan_id for task in tasks if task.concerns_us)
    return [
        PlanLine(
            id=each.id,
            year=each.year,
            number=each.number,
            title=each.title,
            issued_on=each.issued_on,
            issuer=each.issuer,
            source_name=each.source_name,
            tasks=counts[each.id],
            our_tasks=ours[each.id],
            name=each.name,
        )
        for each in plans
    ]


PLANS = Register(
    name="plans",
    title="Kế hoạch",
    columns=(
        RegisterColumn("year", "Năm", width=6),
        RegisterColumn("number", "Số, ký hiệu", width=14),
        RegisterColumn("title", "Tên kế hoạch", ColumnKind.LONG, 40),
        RegisterColumn("tasks", "Số nhiệm vụ", ColumnKind.NUMBER, 8),
        RegisterColumn("issued_on", "Ngày ban hành", ColumnKind.DATE, 10),
        RegisterColumn("issuer", "Cơ quan ban hành", width=18),
        RegisterColumn("our_tasks", "Liên quan đến xã", ColumnKind.NUMBER, 8),
    ),
    lines=plan_lines,
)
