"""The only road from a click to the database: one thread that works, results that come back, one slot for errors."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from papi_desktop import log
from papi_desktop.domain.changes import Change
from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.domain.stores import Saved, Store
from papi_desktop.services.safety_copy import keep_copy
from papi_desktop.services.work import Storage, Work

T = TypeVar("T")
Progress = Callable[[int, int], None]
"""Called by long work with what is done and what there is in all; a total of 0 means that nobody knows."""
IsCancelled = Callable[[], bool]
Failed = Callable[[str], None]


@dataclass(frozen=True)
class _Job:
    """What was asked for, kept by the main thread so that no widget is let go of in the other one."""

    action: Callable[[], Any]
    then: Callable[[Any], None] | None
    failed: Failed | None
    changes: bool
    is_long: bool


class Operations(QObject):
    """Runs reads, writes and long work one after another on the database thread."""

    changed = Signal()
    """A write was committed: whatever is shown should be read again."""
    failed = Signal(str)
    """Something went wrong; carries the whole sentence to show."""
    began = Signal(str)
    """Long work began; carries what it is, in words."""
    progressed = Signal(int, int)
    ended = Signal()
    undoable = Signal(str)
    """What Ctrl+Z would take back now, in words; empty for nothing."""
    undone = Signal(str)
    """What was taken back, in words; empty when there was nothing any more."""
    _done = Signal(int)

    def __init__(self, open_storage: Callable[[], Storage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_storage = open_storage
        self._storage: Storage | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._jobs: dict[int, tuple[_Job, Future[Any]]] = {}
        self._last = 0
        self._change: Change | None = None
        self._cancel = Event()
        self._is_closed = False
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def storage(self) -> Storage:
        """Return the open storage; only for functions that run on the database thread."""
        if self._storage is None:
            storage = self._open_storage()
            storage.open()
            self._storage = storage
        return self._storage

    @property
    def is_busy(self) -> bool:
        """Tell whether something was asked for whose result has not come back."""
        return bool(self._jobs)

    @property
    def last_change(self) -> Change | None:
        """Return what Ctrl+Z would take back, with its time, as it was last heard of."""
        return self._change

    def read(
        self, action: Callable[[Work], T], then: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Do `action` in a transaction of its own and hand its result to `then` on the main thread."""
        self._submit(_Job(lambda: self._in_work(action), then, failed, changes=False, is_long=False))

    def write(
        self, action: Callable[[Work], T], then: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Do `action` in one transaction, hand its result to `then`, and tell everybody that something changed.

        Ctrl+Z takes it back; `work.label(words)` says what it was.
        """
        self._submit(_Job(lambda: self._in_work(action), then, failed, changes=True, is_long=False))

    def take_over(
        self,
        backups: Path,
        action: Callable[[Work], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Write like `write` what was read from a file, after a verified copy is in `backups`; else nothing."""
        self._submit(_Job(lambda: self._with_copy(backups, action), then, failed, changes=True, is_long=False))

    def save(
        self,
        store: Callable[[Work], Store[T]],
        value: Callable[[Work], T],
        then: Callable[[Saved[T]], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Put the value that `value` makes (from what is stored now) into `store`."""
        self.write(lambda work: store(work).put(value(work)), then, failed)

    def remove(self, store: Callable[[Work], Store[T]], id: int, then: Callable[[T], None] | None = None) -> None:
        """Move one value to the recycle bin."""
        self.write(lambda work: store(work).remove(id), then)

    def undo(self) -> None:
        """Take back the newest change of the last hour, if there is one."""
        self._submit(_Job(self._undo, self._tell_undone, None, changes=True, is_long=False))

    def offer_undo(self) -> None:
        """Tell what could be taken back now, also from before the program was opened."""
        self._submit(_Job(self._note_last_change, self._tell_undoable, None, changes=False, is_long=False))

    def run(
        self,
        words: str,
        action: Callable[[Progress, IsCancelled], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        changes: bool = False,
    ) -> None:
        """Do long work with a progress strip named by `words`; it should look at its second argument to stop early."""
        self._cancel.clear()
        self._submit(_Job(lambda: action(self.progressed.emit, self._cancel.is_set), then, failed, changes, True))
        self.began.emit(words)

    def compute(
        self, action: Callable[[], T], then: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Do short work that needs no database, off the UI thread."""
        self._submit(_Job(action, then, failed, changes=False, is_long=False))

    def cancel(self) -> None:
        """Ask the long work to stop."""
        self._cancel.set()

    def close(self) -> None:
        """Finish what was asked for, close the storage and end the thread; closing twice is harmless."""
        if self._is_closed:
            return
        self._is_closed = True
        self.cancel()
        self._thread.submit(self._close_storage).result()
        self._thread.shutdown()

    def _close_storage(self) -> None:
        if self._storage is not None:
            self._storage.close()

    def _in_work(self, action: Callable[[Work], T]) -> T:
        with self.storage.work() as work:
            return action(work)

    def _with_copy(self, backups: Path, action: Callable[[Work], T]) -> T:
        keep_copy(self.storage, backups)
        return self._in_work(action)

    def _undo(self) -> Change | None:
        return self.storage.undo()

    def _tell_undone(self, change: Change | None) -> None:
        self.undone.emit(change.label if change else "")

    def _tell_undoable(self, _nothing: None) -> None:
        self.undoable.emit(self._change.label if self._change else "")

    def _with_last_change(self, job: _Job) -> Any:
        result = job.action()
        if job.changes:
            self._note_last_change()
        return result

    def _note_last_change(self) -> None:
        self._change = self.storage.last_change()

    def _submit(self, job: _Job) -> None:
        if self._is_closed:
            return
        self._last += 1
        number = self._last
        future = self._thread.submit(self._with_last_change, job)
        self._jobs[number] = (job, future)
        future.add_done_callback(lambda _future: self._done.emit(number))

    @Slot(int)
    def _deliver(self, number: int) -> None:
        job, future = self._jobs.pop(number)
        if job.is_long:
            self.ended.emit()
        error = future.exception()
        if error is not None:
            self._explain(error, job)
            return
        if job.then and _is_alive(job.then):
            job.then(future.result())
        if job.changes:
            self._tell_undoable(None)
            self.changed.emit()

    def _explain(self, error: BaseException, job: _Job) -> None:
        if isinstance(error, Cancelled):
            return
        sentence = str(error) if isinstance(error, KnownError) else log.note(error)
        if job.failed and _is_alive(job.failed):
            job.failed(sentence)
        else:
            self.failed.emit(sentence)


def _is_alive(callback: Callable[..., object]) -> bool:
    """Tell whether no widget that the callback works on was closed meanwhile."""
    return all(shiboken6.isValid(each) for each in _held(callback) if isinstance(each, QObject))


def _held(callback: Callable[..., object]) -> Iterator[object]:
    """Yield what a callback works on: a method's owner, what a partial was given, what a function closes over."""
    if isinstance(callback, partial):
        yield from _held(callback.func)
        yield from callback.args
    yield getattr(callback, "__self__", None)
    for cell in getattr(callback, "__closure__", None) or ():
        yield cell.cell_contents
