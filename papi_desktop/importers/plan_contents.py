"""Finds which of the eight contents each task belongs to, from headings, printed codes and the order of the rows."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from papi_desktop.domain.dimensions import DIMENSIONS, dimension
from papi_desktop.domain.plans import Doubt
from papi_desktop.importers.plan_rows import Heading, TaskRow, content_named


@dataclass(frozen=True)
class PlacedTask:
    """A task row with its content, its position there, and the code that the program proposes."""

    row: TaskRow
    dimension: int
    ordinal: int
    proposed_code: str
    doubts: tuple[Doubt, ...] = ()


_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_HEADING_NUMBER: Final = re.compile(
    r"^(?:(?:chỉ số )?nội dung |mục |phần )?(?:số )?(?P<number>[IV]{1,4}|[1-8])\b", re.IGNORECASE
)
_WORDS: Final = re.compile(r"\b(?![IVX]+\b)[^\W\d_]{2}")
_CODE: Final = re.compile(r"^\D{0,3}(?P<first>\d{1,2})(?:[.,](?P<rest>\d{1,3}(?:[.,]\d{1,3})*))?[.,)]?$")


def place(lines: Sequence[Heading | TaskRow]) -> tuple[PlacedTask, ...]:
    """Place every task row; a code that comes back starts the next content."""
    printed = _printed(lines)
    placing = _Placing({int(code.partition(".")[0]) for code in printed}, printed)
    return tuple(placing.placed(lines))


def repeated_codes(placed: Sequence[PlacedTask]) -> tuple[str, ...]:
    """Return a remark for each content whose codes were printed before for another one."""
    moved: defaultdict[int, list[PlacedTask]] = defaultdict(list)
    for task in placed:
        if task.doubts and _first_number(task.row.code) not in (None, task.dimension):
            moved[task.dimension].append(task)
    return tuple(
        f"Các mã {tasks[0].row.code}–{tasks[-1].row.code} được in lại ở nhóm nhiệm vụ sau; nhóm này được hiểu là "
        f"nội dung {number} ({dimension(number).name}), mã đề nghị {tasks[0].proposed_code}–{tasks[-1].proposed_code}."
        for number, tasks in sorted(moved.items())
    )


def _printed(lines: Sequence[Heading | TaskRow]) -> set[str]:
    codes = (_CODE.match(line.code) for line in lines if isinstance(line, TaskRow))
    return {_dotted(int(code["first"]), code["rest"]) for code in codes if code and code["rest"]}


def _dotted(first: int, rest: str) -> str:
    return f"{first}.{rest.replace(',', '.')}"


def _first_number(code: str) -> int | None:
    match = _CODE.match(code)
    return int(match["first"]) if match and match["rest"] else None


@dataclass
class _Placing:
    """The state of one pass over the rows."""

    printed: set[int]
    printed_codes: set[str]
    heading: int | None = None
    heading_by_name: bool = False
    heading_is_sure: bool = False
    """Whether the heading names a content, or is only a number."""
    under_heading: int | None = None
    """The first number of the codes under the present heading; another number ends its reach."""
    current: int = 0
    last_code: tuple[int, str] = (0, "")
    last_plain: int = 0
    counts: Counter[int] = field(default_factory=Counter)
    codes: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    proposed: set[str] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)

    def placed(self, lines: Sequence[Heading | TaskRow]) -> Iterator[PlacedTask]:
        for line in lines:
            if isinstance(line, Heading):
                self._enter(line)
            else:
                yield self._task(line)

    def _enter(self, heading: Heading) -> None:
        named = content_named(heading.text)
        self.heading_by_name = named is not None
        self.heading = named or _heading_number(heading.text)
        self.heading_is_sure = self.heading_by_name or not _WORDS.search(heading.text)
        self.under_heading = None
        self.last_plain = 0 if self.heading else self.last_plain

    def _task(self, row: TaskRow) -> PlacedTask:
        match = _CODE.match(row.code)
        if match and match["rest"]:
            number, doubts = self._by_code(int(match["first"]), self._rest(int(match["first"]), match["rest"]))
        else:
            number, doubts = self._by_order(int(match["first"]) if match else 0)
        self.current = number
        self.counts[number] += 1
        proposed = self._proposal(row.code, number)
        return PlacedTask(
            row, number, self.counts[number], proposed, (*doubts, *_code_doubt(row.code, number, proposed))
        )

    def _rest(self, first: int, rest: str) -> str:
        """Return the second number; a workbook turns 1.10 into 1.1, which is told by what comes before."""
        before = self.last_code[1]
        tenth = self.last_code[0] == first and before.isdigit() and f"{int(before) + 1}" == f"{rest}0"
        rest = f"{rest}0" if tenth else rest
        self.last_code = (first, rest)
        return rest

    def _by_code(self, first: int, rest: str) -> tuple[int, tuple[Doubt, ...]]:
        if self.under_heading not in (None, first):
            self.heading = None
        self.under_heading = first
        number = self.heading if self.heading and self.heading_by_name else self.moved.get(first, first)
        code = _dotted(first, rest)
        if code in self.codes[number][:1]:
            number = self.moved[first] = self._next(number)
        self.codes[number].append(code)
        return (number, ()) if number in range(1, 9) else self._unknown()

    def _next(self, number: int) -> int:
        """Return the content that follows and that no code of the plan prints; the same one when there is none."""
        taken = self.printed | set(self.counts)
        return next((later for later in range(number + 1, 9) if later not in taken), number)

    def _by_order(self, plain: int) -> tuple[int, tuple[Doubt, ...]]:
        restarts = 0 < plain <= self.last_plain
        self.last_plain = plain or self.last_plain
        if self.heading:
            self.current = self.heading
            return self.heading, () if self.heading_is_sure else self._unknown()[1]
        if self.current and (not restarts or self.current == len(DIMENSIONS)):
            return self.current, () if self.printed else self._unknown()[1]
        self.current += restarts
        return self._unknown()

    def _unknown(self) -> tuple[int, tuple[Doubt, ...]]:
        number = self.current or 1
        sentence = (
            f"Chưa rõ nhiệm vụ này thuộc nội dung nào của PAPI; tạm xếp vào nội dung {number}. Hãy chọn lại nếu cần."
        )
        return number, (Doubt("dimension", sentence),)

    def _proposal(self, code: str, number: int) -> str:
        """Return the printed code where it says the content and is free, otherwise the next free one."""
        own = _dotted(*self.last_code) if _first_number(code) == number else ""
        if not own or own in self.proposed:
            free = (f"{number}.{count}" for count in itertools.count(self.counts[number]))
            own = next(code for code in free if code not in self.proposed and code not in self.printed_codes)
        self.proposed.add(own)
        return own


def _heading_number(text: str) -> int | None:
    match = _HEADING_NUMBER.match(text)
    if not match:
        return None
    number = match["number"].upper()
    if number.isdigit():
        return int(number)
    return _ROMAN.index(number) + 1 if number in _ROMAN else None


def _code_doubt(code: str, number: int, proposed: str) -> tuple[Doubt, ...]:
    match = _CODE.match(code)
    if not match or not match["rest"] or proposed.startswith(_dotted(int(match["first"]), match["rest"])):
        return ()
    if _first_number(code) == number:
        return (Doubt("code", f"Mã {code} được in hai lần trong nội dung {number}; đề nghị dùng mã {proposed}."),)
    sentence = (
        f"Kế hoạch in mã {code}, nhưng theo thứ tự các nhóm thì nhiệm vụ này thuộc nội dung {number} "
        f"({dimension(number).name}); đề nghị dùng mã {proposed}."
    )
    return (Doubt("code", sentence),)
