"""The program killed, the power cut, the disk full: what was saved stays saved, and nothing is ever half."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.database import Database
from papi_desktop.domain.dialogues import Dialogue
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder
from tests.db.values import DAY

pytestmark = pytest.mark.faults
HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def harness(script: str, *arguments: str) -> dict[str, Any]:
    """Run one of the scripts beside this file and return what it found."""
    command = [sys.executable, str(HERE / script), *arguments]
    place = {**os.environ, "PYTHONPATH": str(ROOT)}
    outcome = subprocess.run(command, cwd=ROOT, env=place, capture_output=True, encoding="utf-8", check=False)
    assert outcome.returncode == 0, outcome.stderr
    found: dict[str, Any] = json.loads(outcome.stdout)
    return found


@pytest.fixture
def tracer(strace: str, require: Callable[[bool, str], None]) -> None:
    """Ask for leave to trace a running process."""
    scope = Path("/proc/sys/kernel/yama/ptrace_scope")
    is_free = not scope.exists() or scope.read_text().strip() == "0"
    require(is_free or os.geteuid() == 0, "this account may not trace a running process")


@pytest.fixture
def cuttable(tmp_path: Path, require: Callable[[bool, str], None]) -> Path:
    """Give the folder for a disk whose power can be cut."""
    require(hasattr(os, "geteuid") and os.geteuid() == 0, "cutting the power of a disk needs root")
    image = tmp_path / "trial.img"
    with image.open("wb") as file:
        file.truncate(16 << 20)
    place = tmp_path / "trial"
    place.mkdir()
    made = subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=False).returncode == 0
    mounted = made and subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=False).returncode == 0
    require(mounted, "this machine cannot mount an ext4 disk from a file")
    subprocess.run(["umount", str(place)], check=True)
    return tmp_path / "power"


@pytest.fixture
def after_cut(cuttable: Path) -> Any:
    """Unmount what a broken run has left."""
    yield cuttable
    subprocess.run(["umount", "-l", str(cuttable / "disk")], capture_output=True, check=False)


def test_the_sweep_sees_tables_that_are_made_one_by_one(tmp_path: Path, tracer: None) -> None:
    assert harness("kill_sweep.py", str(tmp_path), "careless", "40")["bad"]


@pytest.mark.parametrize("act", ["first", "save", "undo", "upgrade"])
def test_a_kill_at_any_write_leaves_the_old_state_or_the_new(tmp_path: Path, tracer: None, act: str) -> None:
    found = harness("kill_sweep.py", str(tmp_path), act, "1")
    assert found["points"] > 30
    assert found["acknowledged"]
    assert found["bad"] == []


def test_the_power_cut_sees_saves_that_were_never_flushed(after_cut: Path) -> None:
    assert harness("power_cut.py", str(after_cut), "20", "careless")["bad"]


def test_sixty_power_cuts_lose_nothing_that_was_acknowledged(after_cut: Path) -> None:
    found = harness("power_cut.py", str(after_cut), "60", "careful")
    assert found["bad"] == []
    assert found["cuts"] == 60
    assert found["saves"] > 60


def test_a_full_disk_is_explained_and_leaves_the_data_as_it_was(small_disk: Path) -> None:
    database = Database(DataFolder(small_disk))
    database.open()
    saved = fill(database)
    with database.work() as work:
        assert len(work.dialogues.all()) == saved
    (small_disk / "ballast").unlink()
    with database.work() as work:
        work.dialogues.put(Dialogue(DAY, "Đối thoại sau khi dọn ổ đĩa"))
    assert database.check() == []
    database.close()


def test_a_disk_that_is_full_from_the_start_is_explained(small_disk: Path) -> None:
    ballast(small_disk)
    with pytest.raises(KnownError, match="Không đủ chỗ trống"):
        Database(DataFolder(small_disk / "Dữ liệu")).open()


def test_a_copy_to_a_full_stick_is_explained_and_leaves_nothing(data_dir: Path, small_disk: Path) -> None:
    database = Database(DataFolder(data_dir))
    database.open()
    ballast(small_disk)
    with pytest.raises(KnownError, match="Ổ đĩa đã đầy"):
        database.backup(small_disk / "sao-luu.db")
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]
    database.close()


def ballast(place: Path, spare: int = 0) -> None:
    """Fill a disk but for `spare` bytes."""
    left = os.statvfs(place)
    (place / "ballast").write_bytes(bytes(left.f_bavail * left.f_frsize - spare))


def fill(database: Database) -> int:
    """Save dialogues until the disk is full, and return how many were saved."""
    ballast(database.folder.root, spare=200_000)
    saved = 0
    try:
        while saved < 1_000:
            with database.work() as work:
                work.dialogues.put(Dialogue(DAY, "Đối thoại", note="dài " * 2_000))
            saved += 1
    except KnownError as error:
        reason = str(error)
    assert "Ổ đĩa đã đầy" in reason
    return saved
