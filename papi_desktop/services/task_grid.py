"""The tasks as a grid for Excel: what is copied, and what a pasted grid would change, shown cell by cell first."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Officer
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period
from papi_desktop.domain.tasks import Progress, Status, Task
from papi_desktop.domain.text import fold, squeeze
from papi_desktop.importers.grid import Grid, SourceDocument
from papi_desktop.services.bulk import tabbed
from papi_desktop.services.standing import tasks_for
from papi_desktop.services.task_progress import changed, entry_for
from papi_desktop.services.work import Work

KEY: Final = "Mã"
TEXT: Final = "Nhiệm vụ"
NO_HEADER: Final = (
    "Không thấy dòng tiêu đề có cột “Mã” trong phần đã dán. Hãy sao chép cả dòng tiêu đề của bảng, rồi dán lại."
)

_NONE: Final = "Không có nhiệm vụ nào mang mã “{}” nên bỏ qua dòng này."
_SEVERAL: Final = (
    "Mã “{}” có thể là của nhiều nhiệm vụ ({}) nên bỏ qua dòng này. "
    "Hãy dán cả cột “Nhiệm vụ” để chương trình nhận đúng nhiệm vụ."
)
_OTHER_WORDS: Final = (
    "Dòng có mã “{}” ghi nội dung khác với nhiệm vụ mang mã này nên bỏ qua. "
    "Hãy sao chép lại từ chương trình, giữ nguyên cột “Mã” và cột “Nhiệm vụ”."
)
_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d+)?", re.ASCII)


@dataclass(frozen=True)
class CellChange:
    """One cell that the pasted grid has otherwise: the task with its words, the column, and both values as text."""

    task_id: int
    code: str
    text: str
    key: str
    label: str
    before: str
    after: str
    value: Any

    @property
    def id(self) -> str:
        """Return what the change is accepted by."""
        return f"{self.task_id}.{self.key}"


@dataclass(frozen=True)
class PasteProposal:
    """What a pasted grid would change, and what it says that cannot be taken over, in sentences."""

    changes: tuple[CellChange, ...]
    problems: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def sentence(self) -> str:
        """Return what would happen, in one sentence."""
        tasks = len({change.task_id for change in self.changes})
        left = f"; {len(self.problems)} chỗ không nhận" if self.problems else ""
        return f"Sẽ sửa {len(self.changes)} ô của {tasks} nhiệm vụ; {self.unchanged} ô không đổi{left}."


@dataclass(frozen=True)
class _Line:
    task: Task
    entry: Progress
    officers: Mapping[int, Officer]

    def officer(self, id: int) -> str:
        return self.officers[id].name if id in self.officers else ""


@dataclass(frozen=True)
class _Column:
    key: str
    heading: str
    text: Callable[[_Line], str]
    read: Callable[[str, _Line], Any] | None = None
    """Reads a pasted text; None for a column that is only shown. Raises KnownError."""
    of_progress: bool = False


def copy_tasks(work: Work, ids: Sequence[int], period: Period) -> str:
    """Return the tasks as text for a spreadsheet, with a heading row; pasted back, it shows what was changed."""
    lines = [_line(work, work.tasks.get(id), period, _officers(work)) for id in ids]
    return tabbed(
        [[column.heading for column in COLUMNS], *([column.text(line) for column in COLUMNS] for line in lines)]
    )


def propose_paste(work: Work, document: SourceDocument, period: Period) -> PasteProposal:
    """Return what a pasted table with a heading row would change; nothing is written. KnownError without a heading."""
    for grid in document.blocks:
        for number, row in enumerate(grid.rows if isinstance(grid, Grid) else ()):
            columns = _columns_of(row)
            if KEY in columns and isinstance(grid, Grid):
                return _propose(work, grid.rows[number + 1 :], columns, period)
    raise KnownError(NO_HEADER)


def apply_paste(work: Work, changes: Iterable[CellChange], accept: Collection[str], period: Period, today: date) -> int:
    """Write the accepted cells in one change and return how many there were."""
    wanted = [change for change in changes if change.id in accept]
    if wanted:
        work.label(f"Dán {len(wanted)} ô vào danh sách nhiệm vụ")
    progress_keys = {column.key for column in COLUMNS if column.of_progress}
    for task_id in dict.fromkeys(change.task_id for change in wanted):
        own = {change.key: change.value for change in wanted if change.task_id == task_id}
        fields = {key: value for key, value in own.items() if key not in progress_keys}
        if fields:
            work.tasks.put(replace(work.tasks.get(task_id), **fields))
        if len(fields) < len(own):
            _write_progress(work, task_id, period, own, today)
    return len(wanted)


def _write_progress(work: Work, task_id: int, period: Period, values: Mapping[str, Any], today: date) -> None:
    entry = entry_for(work, task_id, period)
    for column in COLUMNS:
        if column.of_progress and column.key in values:
            entry = changed(entry, column.key, values[column.key], today)
    work.progress.put(entry)


def _propose(work: Work, rows: Sequence[Sequence[str]], columns: Mapping[str, int], period: Period) -> PasteProposal:
    tasks = [task for task in tasks_for(work, period) if task.concerns_us]
    officers = _officers(work)
    changes: list[CellChange] = []
    problems: list[str] = []
    unchanged = 0
    for row in rows:
        task = _task_of(row, columns, tasks, problems)
        if task:
            cells = list(_cells(row, columns, _line(work, task, period, officers), problems))
            changes += [cell for cell in cells if cell.before != cell.after]
            unchanged += sum(cell.before == cell.after for cell in cells)
    return PasteProposal(tuple(changes), tuple(problems), unchanged)


def _task_of(row: Sequence[str], columns: Mapping[str, int], tasks: Sequence[Task], problems: list[str]) -> Task | None:
    """Return the task of a row, by its code and its words: Excel makes 6.1 of the code 6.10."""
    code = squeeze(row[columns[KEY]])
    if not code:
        return None
    found = [task for task in tasks if _may_be(task, code)]
    if found and TEXT in columns:
        words = fold(row[columns[TEXT]])
        found = [task for task in found if fold(task.text) == words]
        if not found:
            problems.append(_OTHER_WORDS.format(code))
            return None
    if len(found) == 1:
        return found[0]
    problems.append((_SEVERAL if found else _NONE).format(code, " hoặc ".join(map(_code, found))))
    return None


def _may_be(task: Task, code: str) -> bool:
    """Tell whether a code is the task's, or what is left of it where a number has no zeros at its end."""
    known = {task.own_code, task.code} - {""}
    return code in known or any("." in each and each.rstrip("0") == code for each in known)


def _code(task: Task) -> str:
    return task.own_code or task.code


def _cells(row: Sequence[str], columns: Mapping[str, int], line: _Line, problems: list[str]) -> Iterator[CellChange]:
    for column in COLUMNS:
        if column.heading not in columns or column.heading == KEY:
            continue
        before, after = _plain(column.text(line)), _plain(row[columns[column.heading]])
        code = _code(line.task)
        if column.read is None:
            if fold(before) != fold(after):
                problems.append(f"Nhiệm vụ {code}: cột “{column.heading}” không sửa bằng cách dán, giữ nguyên.")
            continue
        try:
            value = column.read(after, line)
        except KnownError as error:
            problems.append(f"Nhiệm vụ {code}, {column.heading}: {error}")
            continue
        after = f"{value}%" if column.key == "percent" else after
        yield CellChange(line.task.id, code, line.task.text, column.key, column.heading, before, after, value)


def _plain(text: str) -> str:
    return "\n".join(squeeze(line) for line in text.splitlines()).strip()


def _columns_of(row: Sequence[str]) -> dict[str, int]:
    known = {fold(column.heading): column.heading for column in COLUMNS}
    found = [(known.get(fold(text)), position) for position, text in enumerate(row)]
    return {heading: position for heading, position in reversed(found) if heading}


def _officers(work: Work) -> Mapping[int, Officer]:
    return {officer.id: officer for officer in work.officers.all()}


def _line(work: Work, task: Task, period: Period, officers: Mapping[int, Officer]) -> _Line:
    return _Line(task, entry_for(work, task.id, period), officers)


def _officer_id(text: str, line: _Line) -> int:
    if not text:
        return 0
    found = [officer.id for officer in line.officers.values() if fold(officer.name) == fold(text)]
    if len(found) != 1:
        raise KnownError(f"không có ai tên “{text}” trong danh sách cán bộ. Hãy thêm người này trước.")
    return found[0]


def _status(text: str, line: _Line) -> Status:
    found = [status for status in Status if fold(status) == fold(text)]
    if not found and text:
        raise KnownError(f"không hiểu “{text}”. Hãy dùng {', '.join(Status)}.")
    return found[0] if found else line.entry.status


def _percent(text: str, line: _Line) -> int:
    """Read 90%, 90, or 0,9 as Excel shows a share that lost its format; 1 alone could be either."""
    bare = text.removesuffix("%").strip().replace(",", ".")
    if not bare:
        return line.entry.percent
    if text.strip() == "1":
        raise KnownError("“1” có thể là 1% hoặc 100%. Hãy ghi rõ “1%” hoặc “100%”.")
    if not _NUMBER.fullmatch(bare):
        raise KnownError(f"“{text}” không phải tỷ lệ từ 0 đến 100.")
    share = Decimal(bare)
    if "." in bare and share <= 1 and "%" not in text:
        share *= 100
    if share != int(share) or share > 100:
        raise KnownError(f"“{text}” không phải tỷ lệ từ 0 đến 100, không có số lẻ.")
    return int(share)


def _as_it_is(text: str, _line: _Line) -> str:
    return text


COLUMNS: Final = (
    _Column("code", KEY, lambda line: line.task.own_code or line.task.code),
    _Column("text", TEXT, lambda line: line.task.text),
    _Column("deadline", "Thời hạn", lambda line: line.task.deadline.text),
    _Column("due", "Hạn cuối", lambda line: written(line.task.deadline.due)),
    _Column("officer_id", "Người phụ trách", lambda line: line.officer(line.task.officer_id), _officer_id),
    _Column("leader_id", "Lãnh đạo phụ trách", lambda line: line.officer(line.task.leader_id), _officer_id),
    _Column("area", "Lĩnh vực", lambda line: line.task.area, _as_it_is),
    _Column("steps", "Các bước thực hiện", lambda line: line.task.steps, _as_it_is),
    _Column("status", "Tình trạng", lambda line: line.entry.status, _status, of_progress=True),
    _Column("percent", "Tỷ lệ", lambda line: f"{line.entry.percent}%", _percent, of_progress=True),
    _Column("result", "Kết quả", lambda line: line.entry.result, _as_it_is, of_progress=True),
    _Column("cause", "Nguyên nhân chậm", lambda line: line.entry.cause, _as_it_is, of_progress=True),
    _Column("note", "Ghi chú", lambda line: line.task.note, _as_it_is),
)
"""The columns of the grid, in order; those that can be read can be changed by pasting."""
