"""The board of tasks: one column for each state, the gravest first, with the tasks that the list's filters leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.tasks import State
from papi_desktop.services.registers import Query
from papi_desktop.services.task_list import TaskLine, task_lines
from papi_desktop.services.work import Work

COLUMNS: Final = (State.LATE, State.SOON, State.NO_FIGURES, State.ON_TRACK, State.DONE)


@dataclass(frozen=True)
class BoardColumn:
    """The tasks of one state: those with a date first by that date, then the others by content."""

    state: State
    lines: tuple[TaskLine, ...]

    @property
    def heading(self) -> str:
        """Return "Quá hạn (2)"."""
        return f"{self.state} ({len(self.lines)})"


def board(work: Work, query: Query) -> tuple[BoardColumn, ...]:
    """Return every state with its tasks, also those without any, so that the columns keep their places."""
    return columns_of(task_lines(work, query))


def columns_of(lines: Iterable[TaskLine]) -> tuple[BoardColumn, ...]:
    """Return the columns of lines that were read already."""
    known = tuple(lines)
    return tuple(
        BoardColumn(state, tuple(sorted((line for line in known if line.state is state), key=_order)))
        for state in COLUMNS
    )


def _order(line: TaskLine) -> tuple[bool, int, int, int]:
    return line.due is None, line.due.toordinal() if line.due else 0, line.dimension, line.id
