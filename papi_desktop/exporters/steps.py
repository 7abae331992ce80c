"""Telling how far a long export has come, and letting the user stop it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.documents import Letter, Table

Progress = Callable[[int, int], None]
"""Is told (rows done, rows in all); it may raise to stop the work."""
_EVERY: Final = 20


@dataclass
class Steps:
    """Counts rows and reports now and then."""

    progress: Progress | None
    total: int
    done: int = 0

    def __call__(self) -> None:
        """Count one row."""
        self.done += 1
        if self.progress and self.done % _EVERY == 0:
            self.progress(min(self.done, self.total), self.total)

    def finish(self) -> None:
        """Report that everything is done."""
        if self.progress:
            self.progress(self.total, self.total)


def row_count(letter: Letter) -> int:
    """Return how many table rows a letter has, at least 1."""
    tables = [block for block in letter.blocks if isinstance(block, Table)] + [annex.table for annex in letter.annexes]
    return max(sum(len(table.rows) for table in tables), 1)
