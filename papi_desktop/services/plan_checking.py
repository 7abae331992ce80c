"""A plan as read from a file while a person checks it: what needs a look, and every change made before it is saved."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from papi_desktop.domain.calendar import YEARS
from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.plans import PlanProposal, TaskProposal
from papi_desktop.domain.tasks import Part
from papi_desktop.domain.text import nfc, squeeze
from papi_desktop.importers.plan import deadline_doubts
from papi_desktop.services.task_reading import problem

_NO_TEXT: Final = "(để trống)"


class Review(StrEnum):
    """Whether a row's reading should be looked at."""

    NEEDED = "Cần xem lại"
    SEEN = "Đã xem"
    CLEAR = ""


class Wanted(StrEnum):
    """Which rows are shown."""

    ALL = "tất cả"
    DOUBTFUL = "cần xem lại"
    OURS = "phần việc của xã"


@dataclass(frozen=True)
class CheckLine:
    """One row as the preview shows it; `id` is its place in the file, from 1."""

    id: int
    code: str
    own_code: str
    heading: str
    text: str
    lead: str
    coordinating: str
    deadline: str
    reading: str
    """The deadline's own words, and on a second line what they were understood to mean."""
    part: Part
    review: Review
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class Checking:
    """A proposal with what was confirmed so far; every change returns another one."""

    proposal: PlanProposal
    seen: frozenset[int] = frozenset()
    year_read: int = 0
    """The year by which deadlines that name none were read; 0 for the plan's own."""

    def lines(self, wanted: Wanted = Wanted.ALL) -> list[CheckLine]:
        """Return the rows that are asked for, in the order of the file."""
        return [line for line in map(self.line, range(1, len(self.proposal.tasks) + 1)) if _is_wanted(line, wanted)]

    def line(self, id: int) -> CheckLine:
        """Return one row."""
        row = self.row(id)
        return CheckLine(
            id=id,
            code=row.code,
            own_code=row.proposed_code,
            heading=f"{row.dimension}. {dimension(row.dimension).name}",
            text=row.text or _NO_TEXT,
            lead=row.lead_text,
            coordinating=row.coordinating_text,
            deadline=row.deadline.text,
            reading=f"{squeeze(row.deadline.text)}\u2028→ {row.deadline.meaning}",
            part=row.part,
            review=self._review(id, row),
            doubts=tuple(doubt.sentence for doubt in row.doubts),
        )

    def row(self, id: int) -> TaskProposal:
        """Return one row as it will be saved."""
        return self.proposal.tasks[id - 1]

    def count(self, part: Part) -> int:
        """Return how many tasks give the commune this part."""
        return sum(row.part is part for row in self.proposal.tasks)

    @property
    def open_doubts(self) -> int:
        """Return how many rows still need a look."""
        return sum(line.review is Review.NEEDED for line in self.lines())

    @property
    def sentence(self) -> str:
        """Return "39 nhiệm vụ: 15 chủ trì, 13 phối hợp, 11 để biết; 5 chỗ cần xem lại"."""
        parts = ", ".join(f"{self.count(part)} {part}" for part in Part)
        doubts = self.open_doubts
        return f"{len(self.proposal.tasks)} nhiệm vụ: {parts}" + (f"; {doubts} chỗ cần xem lại" if doubts else "")

    def with_plan(self, number: str, issued_on: date | None, issuer: str, year: int, title: str) -> "Checking":
        """Return the same rows under another head; another year reads the deadlines again that name none."""
        plan = replace(
            self.proposal.plan,
            number=nfc(number).strip(),
            issued_on=issued_on,
            issuer=nfc(issuer).strip(),
            year=year,
            title=nfc(title).strip() or self.proposal.plan.title,
        )
        changed = replace(self, proposal=replace(self.proposal, plan=plan), year_read=self._year_read)
        return changed._read_again(year) if _is_year(year) else changed

    def with_row(self, id: int, row: TaskProposal) -> "Checking":
        """Return the same plan with one row changed; what a person has changed counts as looked at."""
        tasks = list(self.proposal.tasks)
        tasks[id - 1] = row
        return replace(self, proposal=replace(self.proposal, tasks=tuple(tasks)), seen=self.seen | {id})

    def confirmed(self, id: int) -> "Checking":
        """Return the same plan with one row's reading confirmed."""
        return replace(self, seen=self.seen | {id})

    def problems(self) -> Iterator[tuple[int, str]]:
        """Return what keeps the plan from being saved: the row (0 for the head) and the sentence."""
        if not _is_year(self.proposal.plan.year):
            yield 0, "Năm của kế hoạch chưa đúng. Hãy nhập năm có bốn chữ số, ví dụ 2022."
        for id, row in enumerate(self.proposal.tasks, start=1):
            name = row.proposed_code or row.code or f"ở dòng {id}"
            if not row.text.strip():
                yield id, f"Nhiệm vụ {name} chưa có nội dung. Hãy nhập nội dung."
            if lacks := problem(row.deadline):
                yield id, f"Nhiệm vụ {name} {lacks}"

    @property
    def _year_read(self) -> int:
        return self.year_read or self.proposal.plan.year

    def _read_again(self, year: int) -> "Checking":
        """Read the deadlines by another year, but for those that a person has changed."""
        tasks = tuple(_with_year(row, self._year_read, year) for row in self.proposal.tasks)
        return replace(self, proposal=replace(self.proposal, tasks=tasks), year_read=year)

    def _review(self, id: int, row: TaskProposal) -> Review:
        if not row.doubts:
            return Review.CLEAR
        return Review.SEEN if id in self.seen else Review.NEEDED


def _is_year(year: int) -> bool:
    return 2000 <= year <= YEARS[-1]


def _with_year(row: TaskProposal, before: int, year: int) -> TaskProposal:
    text = row.deadline.text
    if year == before or row.deadline != read_deadline(text, before):
        return row
    deadline = read_deadline(text, year)
    others = tuple(doubt for doubt in row.doubts if doubt.field != "deadline")
    return replace(row, deadline=deadline, doubts=(*others, *deadline_doubts(deadline, year)))


def _is_wanted(line: CheckLine, wanted: Wanted) -> bool:
    if wanted is Wanted.DOUBTFUL:
        return line.review is not Review.CLEAR
    return wanted is Wanted.ALL or line.part is not Part.INFORM
