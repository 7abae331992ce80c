"""Turns a document's text and tables into a plan for a person to check."""

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from papi_desktop.catalog import body_names
from papi_desktop.domain.bodies import part_doubts, part_of
from papi_desktop.domain.body_roles import read_responsible
from papi_desktop.domain.deadline_reading import names_no_day, read_deadline
from papi_desktop.domain.deadlines import Deadline, DeadlineKind
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.plans import Doubt, Plan, PlanProposal, TaskProposal
from papi_desktop.importers.grid import SourceDocument
from papi_desktop.importers.plan_choices import Choices
from papi_desktop.importers.plan_columns import Column
from papi_desktop.importers.plan_contents import PlacedTask, place, repeated_codes
from papi_desktop.importers.plan_rows import Heading, PlanTable, TaskRow, read_table, tasks_of
from papi_desktop.importers.plan_title import read_title


class NoPlanTable(KnownError):
    """A file in which no table of tasks was found; a person may point one out."""


NO_TABLE: Final = (
    "Không tìm thấy bảng nhiệm vụ trong tệp. Bảng cần có dòng tiêu đề với cột nhiệm vụ và các cột như "
    "chủ trì, phối hợp, thời gian; hãy kiểm tra lại tệp, hoặc chỉ ra bảng và các cột trong cửa sổ của chương trình."
)

NO_TEXT: Final = "Ô nhiệm vụ để trống, hoặc là công thức chưa có giá trị; hãy bổ sung."


def propose(
    document: SourceDocument,
    today: date,
    source_name: str,
    source_sha256: str,
    choices: Choices = MappingProxyType({}),
) -> PlanProposal:
    """Read the plan in a document, its columns as a person corrected them. Raises NoPlanTable when it has none."""
    table = read_table(document, choices)
    rows = list(tasks_of(table))
    if not rows:
        raise NoPlanTable(NO_TABLE)
    title = read_title(table.around, [row.deadline for row in rows])
    year = title.year or today.year
    plan = Plan(
        year, title.title or source_name, title.number, title.issued_on, title.issuer, source_name, source_sha256
    )
    remarks = (*table.remarks, *_missing(table, title.year, year))
    return propose_tasks(plan, table.lines, remarks)


def propose_tasks(plan: Plan, lines: Sequence[Heading | TaskRow], remarks: Sequence[str] = ()) -> PlanProposal:
    """Read the rows of a plan that is known."""
    placed = place(lines)
    return PlanProposal(plan, tuple(_task(task, plan.year) for task in placed), (*remarks, *repeated_codes(placed)))


def _missing(table: PlanTable, year_named: int | None, year: int) -> list[str]:
    remarks = [
        f"Bảng không có cột {column.value}."
        for column in Column
        if column not in table.columns and column is not Column.CODE
    ]
    if year_named is None:
        remarks.append(f"Trong tệp không thấy năm của kế hoạch; tạm lấy năm {year}. Hãy sửa lại nếu không đúng.")
    return remarks


def _task(placed: PlacedTask, year: int) -> TaskProposal:
    row = placed.row
    responsible = read_responsible(row.lead, row.coordinating, body_names().knows)
    lead, coordinating = responsible.lead, responsible.coordinating
    deadline = read_deadline(row.deadline, year)
    return TaskProposal(
        dimension=placed.dimension,
        ordinal=placed.ordinal,
        code=row.code,
        proposed_code=placed.proposed_code,
        text=row.text,
        lead_text=row.lead,
        coordinating_text=row.coordinating,
        lead=lead.names,
        coordinating=coordinating.names,
        part=part_of(lead.names, coordinating.names),
        deadline=deadline,
        doubts=(
            *placed.doubts,
            *(() if row.text else (Doubt("text", NO_TEXT),)),
            *(Doubt("lead", sentence) for sentence in lead.doubts),
            *(Doubt("coordinating", sentence) for sentence in coordinating.doubts),
            *part_doubts(lead.names, coordinating.names),
            *deadline_doubts(deadline, year),
        ),
    )


def deadline_doubts(deadline: Deadline, year: int) -> tuple[Doubt, ...]:
    """Return why a deadline of the year's plan should be looked at."""
    if deadline.kind is DeadlineKind.UNREAD:
        return (Doubt("deadline", _unread(deadline.text, year)),)
    report = deadline.report_due
    if (deadline.due and not _touches(deadline, year)) or (report and report.year not in (year, year + 1)):
        sentence = f"Thời hạn “{deadline.text}” không thuộc năm {year} của kế hoạch; hãy xem lại."
        return (Doubt("deadline", sentence),)
    return ()


def _touches(deadline: Deadline, year: int) -> bool:
    """Tell whether a dated deadline has to do with the plan's year: due in it or the next, or running through it."""
    due = deadline.due
    return bool(
        due and (due.year in (year, year + 1) or (deadline.starts and deadline.starts.year <= year <= due.year))
    )


def _unread(text: str, year: int) -> str:
    if not text.strip():
        return "Kế hoạch để trống thời hạn; hãy chọn thời hạn nếu có."
    if names_no_day(text, year):
        return f"Thời hạn “{text}” có ngày không có trong lịch; nguyên văn được giữ lại, hãy chọn lại thời hạn."
    return f"Chưa hiểu được thời hạn “{text}”; nguyên văn được giữ lại, hãy chọn lại thời hạn nếu có."
