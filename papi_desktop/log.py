"""The log of unknown errors: where in the program they happened, never what a person wrote."""

import faulthandler
import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from papi_desktop.paths import DataFolder

_LOG = logging.getLogger("papi_desktop")
_SENTENCE = (
    "Chương trình gặp lỗi ngoài dự kiến; dữ liệu đã ghi vẫn còn nguyên. "
    "Hãy làm lại, và nếu lỗi lặp lại thì gửi tệp “loi.log” trong thư mục “loi” cho người hỗ trợ."
)


class _PlacesOnly(logging.Formatter):
    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name that logging calls
        return described(ei[1])


_crash_file: TextIO | None = None


def begin(folder: DataFolder, makes_folder: bool = False) -> None:
    """Log unknown errors of every thread into `folder`, 5 MB at most; go on without a log if it refuses."""
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    sys.excepthook = _unknown
    threading.excepthook = _unknown_in_thread
    if not makes_folder and not folder.root.is_dir():
        return
    try:
        folder.errors.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder.errors / "loi.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8")
        _watch_crashes(folder.errors / "dung-dot-ngot.txt")
    except OSError:
        return
    handler.setFormatter(_PlacesOnly("%(asctime)s %(message)s"))
    end()
    _LOG.addHandler(handler)


def end() -> None:
    """Close the log."""
    for handler in list(_LOG.handlers):
        _LOG.removeHandler(handler)
        handler.close()


def note(error: BaseException) -> str:
    """Log one unknown error and return the sentence to show for it."""
    _LOG.error("%s", described(error))
    return _SENTENCE


def described(error: BaseException) -> str:
    """Return the error's type and the places it passed through; not its text, which may hold someone's data."""
    return " | ".join(_described_alone(each) for each in _with_causes(error))


def _with_causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found


def _described_alone(error: BaseException) -> str:
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} {' < '.join(reversed(places))}"


def _watch_crashes(path: Path) -> None:
    global _crash_file  # noqa: PLW0603 - faulthandler needs the file open as long as the process lives
    if _crash_file is not None:
        faulthandler.disable()
        _crash_file.close()
    _crash_file = path.open("a", encoding="utf-8")
    faulthandler.enable(_crash_file)


def _unknown(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    sentence = note(error)
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")


def _unknown_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        _unknown(args.exc_type, args.exc_value, args.exc_traceback)
