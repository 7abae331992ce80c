"""Reads a foreign file in a process of its own, with limits of time and memory, so that it can do no harm."""

import multiprocessing
import sys
import time
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Final, TypeVar, cast

from papi_desktop.domain.errors import Cancelled, KnownError

ResultT = TypeVar("ResultT")

SECONDS: Final = 30
MEMORY_BYTES: Final = 512 * 1024 * 1024
_POLL_SECONDS: Final = 0.05
_BROKEN: Final = (
    "Không đọc được nội dung tệp, có thể tệp bị hỏng hoặc có cấu trúc lạ. "
    "Hãy mở tệp bằng Word hoặc Excel, lưu thành một tệp mới rồi nạp lại."
)
_TOO_SLOW: Final = (
    f"Đọc tệp quá {SECONDS} giây nên đã dừng lại. Hãy chép riêng bảng nhiệm vụ sang một tệp mới rồi nạp lại."
)


def run_apart(read: Callable[[bytes], ResultT], content: bytes, cancelled: Callable[[], bool]) -> ResultT:
    """Return read(content) from a child process. Raises KnownError when it fails or is slow, Cancelled on request."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(sender, read, content), daemon=True)
    process.start()
    sender.close()
    try:
        outcome = _outcome(receiver, cancelled)
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(outcome, str):
        raise KnownError(outcome)
    return cast(ResultT, outcome)


def _outcome(receiver: Connection, cancelled: Callable[[], bool]) -> object:
    until = time.monotonic() + SECONDS
    while not receiver.poll(_POLL_SECONDS):
        if cancelled():
            raise Cancelled
        if time.monotonic() > until:
            return _TOO_SLOW
    try:
        return receiver.recv()
    except EOFError:
        return _BROKEN


def _child(sender: Connection, read: Callable[[bytes], object], content: bytes) -> None:
    """Send the result, or the sentence that says why there is none: the one place where any error is taken."""
    warnings.simplefilter("ignore")
    _limit()
    try:
        outcome = read(content)
    except KnownError as refusal:
        outcome = str(refusal)
    except Exception:
        outcome = _BROKEN
    sender.send(outcome)


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
