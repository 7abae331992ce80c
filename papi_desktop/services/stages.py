"""The progress of one stage of a longer piece of work as a part of the whole, which stops when it is asked to."""

from collections.abc import Callable

from papi_desktop.domain.errors import Cancelled

Progress = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None:
    """Take progress that nobody wants to hear of."""


def never() -> bool:
    """Say that nobody asked to stop."""
    return False


class Stage:
    """Turns the progress of one stage into a part of the whole, in percent. Raises Cancelled when asked to stop."""

    def __init__(self, stage: int, stages: int, progress: Progress, cancelled: Callable[[], bool]) -> None:
        self._stage, self._stages, self._progress, self._cancelled = stage, stages, progress, cancelled

    def __call__(self, done: int, total: int) -> None:
        if self._cancelled():
            raise Cancelled
        self._progress(int(100 * (self._stage + done / max(total, 1)) / self._stages), 100)
