"""The list of tasks: what the commune leads and coordinates, and how far each has come in a period."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from papi_desktop.catalog import body_names
from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.body_roles import read_responsible
from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Officer
from papi_desktop.domain.dimensions import DIMENSIONS, dimension
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.tasks import Figure, Part, Progress, State, Status, Task
from papi_desktop.domain.text import searchable, sort_key, sought, thousands
from papi_desktop.services.registers import ColumnKind, Filter, Query, Register, RegisterColumn
from papi_desktop.services.rule_book import rule_book
from papi_desktop.services.standing import Standing, last_day, plans_for, soon_days_on, standings
from papi_desktop.services.weak_contents import chosen_contents, is_weak_choice, put_first, weak_choices
from papi_desktop.services.work import Work

EVERYTHING = "tất cả"
MISSING, WRITTEN = "chưa có", "đã có"
OWED = "chưa báo cáo"
DUE_WITHIN = (7, 15, 30)
"""Choices of days within which open work is due."""


@dataclass(frozen=True)
class TaskLine:
    """One task as the list shows it, with what holds for it in the period."""

    id: int
    code: str
    dimension: int
    dimension_name: str
    text: str
    part: Part
    lead: str
    coordinating: str
    deadline: str
    due: date | None
    officer_id: int
    officer: str
    officer_title: str
    status: Status
    percent: int
    figures: str
    result: str
    cause: str
    evidence: int
    state: State
    is_missing: bool
    has_figures: bool
    """Whether something was written of it in the period; work not asked for yet is neither missing nor written."""
    entry_period: str
    """The period whose entry stands here: an earlier one when it finished the task; empty when there is none."""
    report: str = ""
    """The report on the result that the deadline asks for, and how it stands; empty when it asks for none."""
    report_to: str = ""
    owes_report: bool = False
    plan_id: int = 0
    plan: str = ""
    """The number of its plan, or as long as it has none the plan's issuer."""
    of_plan: str = ""
    """What is said behind its number in a paper where another plan has the same number: "Kế hoạch số 77/KH-UBND"."""

    @property
    def cited(self) -> str:
        """Return its number as a paper cites it, so that it can only mean this task."""
        return f"{self.code} {self.of_plan}".strip()


def number_text(value: Decimal) -> str:
    """Return a number as officials write it: 1.234,5."""
    whole, _, rest = f"{value.normalize():f}".partition(".")
    grouped = thousands(int(whole))
    return f"{grouped},{rest}" if rest else grouped


def figure_text(figure: Figure) -> str:
    """Return a figure as "Số thôn đã lập sổ: 9 thôn"."""
    value = "" if figure.value is None else f": {number_text(figure.value)}"
    unit = figure.unit if figure.unit == "%" else f" {figure.unit}"
    return f"{figure.label}{value}{unit}".strip()


def figures_text(progress: Progress | None) -> str:
    """Return all figures of one entry on one line."""
    return "; ".join(figure_text(figure) for figure in progress.figures) if progress else ""


def task_lines(work: Work, query: Query) -> list[TaskLine]:
    """Return the tasks of the plans that the period reports on, by content, plan and ordinal."""
    plans = {plan.id: plan for plan in plans_for(work.plans.all(), query.period)}
    tasks, entries = work.tasks.of_plans(list(plans)), work.progress.of_plans(list(plans))
    officers = {officer.id: officer for officer in work.officers.all()}
    evidence = work.attachments.counts(Owner.PROGRESS)
    day = last_day(query.period, query.today)
    known = standings(tasks, entries, query.period, day, soon_days_on(rule_book(work), day))
    texts, wanted = _texts(tasks, entries) if query.words else {}, sought(query.words)
    lines = [
        task_line(each, plans, officers, evidence)
        for each in known
        if all(part in texts[each.task.id] for part in wanted)
    ]
    first = chosen_contents(work, query.filter("dimension"))
    return put_first((line for line in lines if _is_asked_for(line, query)), first)


def task_texts(work: Work, query: Query) -> Mapping[int, str]:
    """Return what each task of the period's plans can be found by: its own texts and those of all its results."""
    plans = [plan.id for plan in plans_for(work.plans.all(), query.period)]
    return _texts(work.tasks.of_plans(plans), work.progress.of_plans(plans))


def task_line(
    standing: Standing, plans: Mapping[int, Plan], officers: Mapping[int, Officer], evidence: Mapping[int, int]
) -> TaskLine:
    """Return one task as the list and the report's annex show it."""
    task, entry = standing.task, standing.entry
    officer, plan = officers.get(task.officer_id), plans.get(task.plan_id)
    return TaskLine(
        id=task.id,
        code=task.own_code or task.code,
        dimension=task.dimension,
        dimension_name=dimension(task.dimension).name,
        text=task.text,
        part=task.part,
        lead=task.lead_text,
        coordinating=task.coordinating_text,
        deadline=task.deadline.text,
        due=standing.due,
        officer_id=task.officer_id,
        officer=officer.name if officer else "",
        officer_title=officer.title if officer else "",
        status=entry.status if entry else Status.NOT_STARTED,
        percent=entry.percent if entry else 0,
        figures=figures_text(entry),
        result=entry.result if entry else "",
        cause=entry.cause if entry else "",
        evidence=evidence.get(entry.id, 0) if entry else 0,
        state=standing.state,
        is_missing=standing.is_missing,
        has_figures=standing.has_figures,
        entry_period=entry.period if entry else "",
        report=report_words(standing),
        report_to=task.deadline.report_to or "",
        owes_report=standing.owes_report,
        plan_id=task.plan_id,
        plan=plan.short_name if plan else "",
    )


def report_words(standing: Standing) -> str:
    """Return how the report on the result stands: "Báo cáo Sở Nội vụ: chậm nhất 29/07/2022, chưa báo cáo"."""
    if standing.report_due is None:
        return ""
    to = f"Báo cáo {standing.task.deadline.receiver}"
    if standing.reported_on:
        return f"{to}: đã báo cáo ngày {written(standing.reported_on)}"
    return f"{to}: chậm nhất {written(standing.report_due)}, chưa báo cáo"


def _is_asked_for(line: TaskLine, query: Query) -> bool:
    part = query.filter("part")
    matches_part = line.part is not Part.INFORM if not part else part in (EVERYTHING, line.part)
    figures = query.filter("figures")
    return (
        matches_part
        and (query.filter("dimension") in ("", str(line.dimension)) or is_weak_choice(query.filter("dimension")))
        and query.filter("officer") in ("", str(line.officer_id))
        and query.filter("state") in ("", line.state)
        and {MISSING: line.is_missing, WRITTEN: line.has_figures, OWED: line.owes_report}.get(figures, True)
        and query.filter("plan") in ("", str(line.plan_id))
        and query.filter("lead") in ("", *lead_bodies(line.lead))
        and _is_due_within(line, query)
    )


def _is_due_within(line: TaskLine, query: Query) -> bool:
    days = query.filter("due")
    if not days:
        return True
    last = query.today + timedelta(days=int(days) if days.isdecimal() else 0)
    return line.due is not None and line.state is not State.DONE and query.today <= line.due <= last


@lru_cache(maxsize=1024)
def lead_bodies(lead_text: str) -> tuple[str, ...]:
    """Return the bodies that lead a task, each by its one name however the plan spells it."""
    return tuple(dict.fromkeys(body_names().same(name) for name in read_responsible(lead_text, "").lead.names))


def lead_choices(work: Work) -> Sequence[tuple[str, str]]:
    """Return the bodies that lead tasks as choices of a filter, several spellings of one body once."""
    names = {body for text in work.tasks.lead_texts() for body in lead_bodies(text)}
    return [(name, name) for name in sorted(names, key=sort_key)]


def plan_choices(work: Work) -> Sequence[tuple[str, str]]:
    """Return the plans of the years that have several as choices of a filter."""
    plans = work.plans.all()
    several = {year for year, number in Counter(plan.year for plan in plans).items() if number > 1}
    return [(str(plan.id), f"{plan.short_name} (năm {plan.year})") for plan in plans if plan.year in several]


def officer_choices(work: Work) -> Sequence[tuple[str, str]]:
    """Return the officers as choices of a filter."""
    return [(str(officer.id), officer.name) for officer in work.officers.all()]


def _texts(tasks: Iterable[Task], entries: Iterable[Progress]) -> dict[int, str]:
    told: dict[int, list[str]] = defaultdict(list)
    for entry in entries:
        told[entry.task_id] += (entry.result, entry.cause, *(figure.label for figure in entry.figures))
    return {task.id: searchable(*_own_texts(task), *told[task.id]) for task in tasks}


def _own_texts(task: Task) -> tuple[str, ...]:
    printed = (task.code, task.own_code, task.text, task.lead_text, task.coordinating_text, task.deadline.text)
    return *printed, task.note, task.area, task.steps


_FIGURES = (
    (MISSING, "Chưa có số liệu kỳ này"),
    (WRITTEN, "Đã có số liệu"),
    (OWED, "Chưa báo cáo kết quả"),
)
DIMENSION_FILTER = Filter(
    "dimension", "Tất cả nội dung", tuple((str(each.number), f"{each.number}. {each.name}") for each in DIMENSIONS)
)

TASKS = Register(
    name="tasks",
    title="Nhiệm vụ",
    columns=(
        RegisterColumn("code", "Mã", width=6),
        RegisterColumn("plan", "Kế hoạch", width=12, if_mixed=True),
        RegisterColumn("text", "Nhiệm vụ", ColumnKind.LONG, 40),
        RegisterColumn("part", "Vai trò", width=9),
        RegisterColumn("deadline", "Thời hạn", width=16),
        RegisterColumn("due", "Hạn cuối", ColumnKind.DATE, 10),
        RegisterColumn("officer", "Người phụ trách", width=16),
        RegisterColumn("percent", "Tỷ lệ", ColumnKind.PERCENT, 7),
        RegisterColumn("evidence", "Minh chứng", ColumnKind.NUMBER, 8),
        RegisterColumn("state", "Trạng thái", ColumnKind.STATE, 14),
    ),
    lines=task_lines,
    filters=(
        Filter(
            "part",
            "Chủ trì và phối hợp",
            ((Part.LEAD, "Chủ trì"), (Part.COORDINATE, "Phối hợp"), (Part.INFORM, "Để biết"), (EVERYTHING, "Tất cả")),
        ),
        replace(DIMENSION_FILTER, from_work=weak_choices),
        Filter("officer", "Tất cả người phụ trách", (("0", "Chưa giao"),), officer_choices),
        Filter("state", "Mọi trạng thái", tuple((state.value, state.value) for state in State)),
        Filter("due", "Mọi thời hạn", tuple((str(days), f"Đến hạn trong {days} ngày") for days in DUE_WITHIN)),
        Filter("lead", "Mọi cơ quan chủ trì", from_work=lead_choices),
        Filter("figures", "Mọi số liệu", _FIGURES),
        Filter("plan", "Mọi kế hoạch", from_work=plan_choices),
    ),
    group=lambda line: f"{line.dimension}. {line.dimension_name}",
    texts=task_texts,
)
