"""The commune's own plan: who does what, where, how and when, as a plan with its table of tasks and as a workbook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from papi_desktop.catalog import body_names
from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Commune, Officer, Village
from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.documents import (
    Annex,
    Block,
    CellKind,
    Column,
    Heading,
    Letter,
    Paragraph,
    Row,
    RowKind,
    Sheet,
    Signature,
    Table,
    Value,
    Workbook,
)
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period, PeriodKind
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.services.own_plan import is_own
from papi_desktop.services.papers import Papers, issuer, papers_stem, sample_mark
from papi_desktop.services.plan_words import by_plan, cited, plan_headings, purpose
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.standing import plans_for
from papi_desktop.services.work import Work

TITLE = "Bảng phân công nhiệm vụ"
_WATCHER = "Công chức Văn phòng - Thống kê"


@dataclass(frozen=True)
class Assignment:
    """What the table is made from: the year's plans, the commune's tasks in them, and the names that print."""

    commune: Commune
    year: int
    plans: tuple[Plan, ...]
    tasks: tuple[Task, ...]
    officers: Mapping[int, Officer]
    villages: Mapping[int, Village]
    watcher: str
    """Who follows the work up for the chairman, by the name that holds on the day of the paper."""

    @property
    def unassigned(self) -> int:
        """Count the tasks that nobody answers for yet."""
        return sum(not task.officer_id for task in self.tasks)


def read_assignment(work: Work, year: int, today: date) -> Assignment:
    """Return the tasks that the commune leads or coordinates in the plans of `year`. Raises KnownError without any."""
    commune = read_commune(work)
    plans = plans_for(work.plans.all(), Period(year, PeriodKind.YEAR))
    if not plans or plans[0].year != year:
        raise KnownError(f"Chưa có kế hoạch năm {year}. Hãy nạp kế hoạch của tỉnh, hoặc lập năm mới từ năm trước.")
    tasks = work.tasks.of_plans([plan.id for plan in plans])
    return Assignment(
        commune,
        year,
        tuple(plans),
        tuple(task for task in tasks if task.concerns_us),
        {officer.id: officer for officer in work.officers.all()},
        {village.id: village for village in work.villages.all()},
        "; ".join(body_names().today_body(_WATCHER, today, commune.unit).names),
    )


def papers(assignment: Assignment) -> Papers:
    """Return the plan to print, with the table as its annex, and the workbook; nothing is written."""
    stem = papers_stem("PhanCong", str(assignment.year), assignment.commune)
    return Papers(stem, letter(assignment, stem), workbook(assignment, stem))


def letter(assignment: Assignment, stem: str) -> Letter:
    """Return the commune's plan: a short text by which it is carried out, and the table as its annex."""
    commune, year = assignment.commune, assignment.year
    table = assignment_table(assignment)
    return Letter(
        issuer=issuer(commune),
        symbol="KH-UBND",
        place=commune.seat or commune.name,
        kind="KẾ HOẠCH",
        subject=f"Thực hiện nhiệm vụ nâng cao Chỉ số PAPI năm {year} trên địa bàn {commune.full_name}",
        addressee="",
        blocks=tuple(_text(assignment)),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), commune.chairman),
        recipients=(
            commune.recipient,
            f"TT Đảng ủy, TT HĐND {commune.unit} (b/c)",
            f"Chủ tịch, các Phó Chủ tịch UBND {commune.unit}",
            "Những người có tên trong Phụ lục",
            "Lưu: VT",
        ),
        bases=tuple(_bases(assignment)),
        annexes=(Annex("", f"{TITLE} thực hiện kế hoạch PAPI năm {year}", table, TITLE),),
        file_mark=stem,
        draft_mark=sample_mark(commune),
    )


def workbook(assignment: Assignment, stem: str) -> Workbook:
    """Return the table as a workbook."""
    titles = (
        "\n".join(issuer(assignment.commune)),
        f"{TITLE.upper()} THỰC HIỆN KẾ HOẠCH PAPI NĂM {assignment.year}",
        *filter(None, [sample_mark(assignment.commune)]),
    )
    sheet = Sheet("Phân công", titles, assignment_table(assignment))
    return Workbook(f"{TITLE} năm {assignment.year}", assignment.commune.committee, (sheet,), stem)


def assignment_table(assignment: Assignment) -> Table:
    """Return one row for each task in the plan's own words, under its content."""
    columns = (
        Column("Mã", 4, CellKind.CENTRED),
        Column("Nhiệm vụ", 26),
        Column("Vai trò", 7, CellKind.CENTRED),
        Column("Lãnh đạo phụ trách", 11),
        Column("Người thực hiện", 13),
        Column("Lĩnh vực", 9),
        Column("Địa bàn", 10),
        Column("Các bước thực hiện", 20),
        Column("Thời gian thực hiện", 12, CellKind.CENTRED),
        Column("Thời hạn theo kế hoạch", 11, CellKind.CENTRED),
    )
    return Table(columns, tuple(_rows(assignment)))


def _rows(assignment: Assignment) -> Iterator[Row]:
    headings = plan_headings(assignment.plans)
    for content in DIMENSIONS:
        own = [task for task in assignment.tasks if task.dimension == content.number]
        if own:
            yield Row((f"{content.number}. {content.full_name}",), RowKind.BAND)
        for heading, tasks in by_plan(own, headings):
            if heading:
                yield Row((heading,), RowKind.BAND)
            for task in tasks:
                yield Row(_cells(assignment, task))


def _cells(assignment: Assignment, task: Task) -> tuple[Value, ...]:
    return (
        task.own_code or task.code,
        task.text,
        "Chủ trì" if task.part is Part.LEAD else "Phối hợp",
        _person(assignment, task.leader_id),
        _person(assignment, task.officer_id),
        task.area,
        places(task, assignment.villages),
        task.steps,
        planned_time(task),
        task.deadline.text,
    )


def places(task: Task, villages: Mapping[int, Village]) -> str:
    """Return where a task is done: its villages, or the whole commune."""
    names = [villages[id].name for id in task.village_ids if id in villages]
    return ", ".join(names) if names and len(names) < len(villages) else "Toàn xã"


def planned_time(task: Task) -> str:
    """Return when a task is planned: "01/03/2022 – 30/06/2022", or what is known of it."""
    if task.planned_from and task.planned_to:
        return f"{written(task.planned_from)} – {written(task.planned_to)}"
    if task.planned_to:
        return f"đến {written(task.planned_to)}"
    return f"từ {written(task.planned_from)}" if task.planned_from else ""


def _person(assignment: Assignment, id: int) -> str:
    officer = assignment.officers.get(id)
    return f"{officer.name}, {officer.title}".removesuffix(", ") if officer else ""


def _bases(assignment: Assignment) -> Iterator[str]:
    """Return the plans that the commune's own plan carries out: the documents of others."""
    for plan in assignment.plans:
        if (plan.number or plan.issuer) and not is_own(plan, assignment.commune):
            about = purpose(plan)
            yield f"Căn cứ {cited(plan)}{f' về {about}' if about else ''}"


def _text(assignment: Assignment) -> Iterator[Block]:
    commune = assignment.commune
    lead = sum(task.part is Part.LEAD for task in assignment.tasks)
    yield Paragraph(
        f"{commune.committee} phân công thực hiện {len(assignment.tasks)} nhiệm vụ của "
        f"{'các kế hoạch' if len(assignment.plans) > 1 else 'kế hoạch'} trên địa bàn "
        f"{commune.unit}, gồm {lead} nhiệm vụ chủ trì và {len(assignment.tasks) - lead} nhiệm vụ phối hợp, như sau:"
    )
    yield Heading("1. Phân công", 2)
    yield Paragraph(
        "Lãnh đạo phụ trách, người thực hiện, lĩnh vực, địa bàn, các bước và thời gian thực hiện từng nhiệm vụ ghi tại "
        "Phụ lục kèm theo Kế hoạch này."
    )
    yield Heading("2. Tổ chức thực hiện", 2)
    yield Paragraph(
        "Người được phân công chịu trách nhiệm trước Chủ tịch về tiến độ và kết quả nhiệm vụ; cập nhật số liệu, minh "
        "chứng từng kỳ; báo cáo ngay khi có khó khăn, vướng mắc."
    )
    yield Paragraph(
        f"{assignment.watcher} theo dõi, đôn đốc, hằng tháng tổng hợp để Chủ tịch đánh giá kết quả của từng người và "
        "từng nội dung./."
    )
