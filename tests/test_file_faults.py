"""Killed, full, locked and cut off: after each the final name holds the old file or the whole new one."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.files import safe_write

pytestmark = [pytest.mark.faults, pytest.mark.skipif(sys.platform != "linux", reason="kills and mounts as on Linux")]

SIZE = 3_000_000
CUTS = 20
KILLED = """
import os, signal, sys
from pathlib import Path
from papi_desktop.files import safe_write
count, stop, after = 0, int(sys.argv[2]), sys.argv[3] == "after"
def wrap(name):
    real = getattr(os, name)
    def call(*arguments, **named):
        global count
        count += 1
        if count == stop and not after: os.kill(os.getpid(), signal.SIGKILL)
        result = real(*arguments, **named)
        if count == stop: os.kill(os.getpid(), signal.SIGKILL)
        return result
    setattr(os, name, call)
for name in ("write", "fsync", "replace", "open", "unlink"): wrap(name)
safe_write(Path(sys.argv[1]), b"new" * 1_000_000)
"""
VERSIONS = """
import sys
from pathlib import Path
from papi_desktop.files import safe_write
for version in range(int(sys.argv[2]), 10_000):
    safe_write(Path(sys.argv[1]), b"%08d" % version * (3_000_000 // 8))
    print(version, flush=True)
"""


def needed(condition: bool, reason: str) -> None:
    """Skip a fault test for a reason, or fail it where REQUIRE_FAULT_TESTS=1 says that it must run."""
    if not condition:
        assert os.environ.get("REQUIRE_FAULT_TESTS") != "1", reason
        pytest.skip(reason)


def mounted(*arguments: str) -> None:
    needed(os.geteuid() == 0, "mounting needs root")
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    needed(done.returncode == 0, f"mounting is not possible here: {done.stderr.strip()}")


def unmounted(folder: Path) -> None:
    for _ in range(100):
        if subprocess.run(["umount", str(folder)], capture_output=True, check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise AssertionError(f"{folder} stays busy")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 4 MB."""
    folder = tmp_path / "usb"
    folder.mkdir()
    mounted("-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder))
    yield folder
    unmounted(folder)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_at_every_call_the_name_holds_the_old_or_the_whole_new_file(tmp_path: Path, moment: str) -> None:
    target, new = tmp_path / "a.pdf", b"new" * 1_000_000
    seen = set()
    for stop in range(1, 40):
        target.write_bytes(b"old")
        done = subprocess.run([sys.executable, "-c", KILLED, str(target), str(stop), moment], check=False)
        assert target.read_bytes() in (b"old", new)
        seen.add(target.read_bytes())
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    assert done.returncode == 0
    assert len(seen) == 2


def test_a_full_disk_is_told_and_keeps_the_old_file(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = small_disk / "a.pdf"
    safe_write(target, b"old" * 300_000)
    with pytest.raises(KnownError, match="Không đủ chỗ trống"):
        safe_write(target, bytes(SIZE))
    usage = shutil.disk_usage(Path("/"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(KnownError, match="Không đủ chỗ trống"):
        safe_write(target, bytes(2 * SIZE))
    assert target.read_bytes() == b"old" * 300_000
    assert [path.name for path in small_disk.iterdir()] == ["a.pdf"]


def test_a_disk_locked_against_writing_is_told(small_disk: Path) -> None:
    safe_write(small_disk / "a.pdf", b"old")
    mounted("-o", "remount,ro", str(small_disk))
    with pytest.raises(KnownError, match="đang khóa ghi"):
        safe_write(small_disk / "a.pdf", b"new")
    assert (small_disk / "a.pdf").read_bytes() == b"old"


def test_a_power_cut_leaves_the_last_file_that_was_called_safe_or_a_newer_one(tmp_path: Path) -> None:
    needed(shutil.which("mkfs.ext4") is not None, "mkfs.ext4 is missing")
    image, folder, chance = tmp_path / "disk.img", tmp_path / "disk", Random(7)
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(96 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    safe = 0
    for _ in range(CUTS):
        mounted("-o", "loop", str(image), str(folder))
        safe = max(safe, cut_power(folder, safe + 1, chance.uniform(0.1, 0.4)))
        unmounted(folder)
        mounted("-o", "loop", str(image), str(folder))
        safe = whole_version(folder / "a.pdf", safe)
        unmounted(folder)
    assert safe > CUTS


def cut_power(folder: Path, first: int, seconds: float) -> int:
    """Write version after version, stop the file system after some time, and return the last version called safe."""
    import fcntl
    import struct

    command = [sys.executable, "-c", VERSIONS, str(folder / "a.pdf"), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as writer:
        assert writer.stdout is not None
        told: list[int] = []
        reader = Thread(target=lambda lines: told.extend(int(line) for line in lines), args=(writer.stdout,))
        reader.start()
        time.sleep(seconds + 0.15)
        safe = max(told, default=0)
        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.ioctl(descriptor, 0x8004587D, struct.pack("I", 2))  # FS_IOC_SHUTDOWN without writing the journal out
        os.close(descriptor)
        writer.wait(30)
        reader.join()
    return safe


def whole_version(path: Path, safe: int) -> int:
    """Return the version a file holds, which must be whole and not older than the last one called safe."""
    if not path.exists():
        assert safe == 0
        return 0
    data = path.read_bytes()
    version = int(data[:8])
    assert data == b"%08d" % version * (SIZE // 8)
    assert version >= safe
    return version
