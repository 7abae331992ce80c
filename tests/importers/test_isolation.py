"""The process in which foreign files are read: whatever happens there, one sentence comes back."""

import os
import sys
import time

import pytest

from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.importers import isolation
from papi_desktop.importers.isolation import run_apart


def never() -> bool:
    return False


def doubled(content: bytes) -> bytes:
    return content * 2


def refused(content: bytes) -> bytes:
    raise KnownError("Không đọc được. Hãy chọn tệp khác.")


def broken(content: bytes) -> bytes:
    raise ZeroDivisionError


def dead(content: bytes) -> bytes:
    os._exit(3)


def slow(content: bytes) -> bytes:
    time.sleep(60)
    return content


def greedy(content: bytes) -> bytes:
    return bytes(2 * isolation.MEMORY_BYTES)[:1]


def test_the_result_comes_back() -> None:
    assert run_apart(doubled, b"ab", never) == b"abab"


def test_a_refusal_comes_back_as_it_was_said() -> None:
    with pytest.raises(KnownError, match="^Không đọc được. Hãy chọn tệp khác.$"):
        run_apart(refused, b"", never)


@pytest.mark.parametrize("read", [broken, dead])
def test_any_failure_comes_back_as_one_sentence(read: object) -> None:
    with pytest.raises(KnownError, match="lưu thành một tệp mới rồi nạp lại"):
        run_apart(read, b"", never)  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit of memory here")
def test_taking_too_much_memory_comes_back_as_one_sentence() -> None:
    with pytest.raises(KnownError, match="lưu thành một tệp mới rồi nạp lại"):
        run_apart(greedy, b"", never)


def test_taking_too_long_comes_back_as_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "SECONDS", 1)
    with pytest.raises(KnownError, match="Đọc tệp quá 30 giây nên đã dừng lại"):
        run_apart(slow, b"", never)


def test_stopping_ends_the_process_at_once() -> None:
    started = time.monotonic()
    with pytest.raises(Cancelled):
        run_apart(slow, b"", lambda: time.monotonic() - started > 0.3)
    assert time.monotonic() - started < 5
