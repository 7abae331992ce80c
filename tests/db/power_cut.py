"""Cuts the power of a disk while the program writes, and looks at what is there when it is back (Linux, root).

Usage: power_cut.py FOLDER CUTS careful|careless. A cut is ext4's own shutdown, which drops all that was not flushed;
"careless" writes without flushing, to show that the harness sees a loss. Prints JSON.
"""

import fcntl
import json
import os
import random
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import db.connection
import db.upgrade  # noqa: F401
from db.database import Database
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder
from tests.db.values import DAY

SHUTDOWN = 0x8004587D
WITHOUT_FLUSHING_THE_LOG = 2
CUTS_UNTIL_A_NEW_DISK = 12


@dataclass(frozen=True)
class Disk:
    """A disk in a file, and the folder it is mounted on."""

    image: Path
    place: Path

    @property
    def folder(self) -> DataFolder:
        return DataFolder(self.place / "Dữ liệu")

    def renew(self) -> None:
        with self.image.open("wb") as file:
            file.truncate(64 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", str(self.image)], check=True)

    def mount(self) -> None:
        subprocess.run(["mount", "-o", "loop", str(self.image), str(self.place)], check=True)

    def unmount(self) -> None:
        for _ in range(100):
            if subprocess.run(["umount", str(self.place)], capture_output=True, check=False).returncode == 0:
                return
            time.sleep(0.05)
        raise SystemExit("the disk stays busy")

    def cut(self) -> float:
        """Cut the power and return the moment just before."""
        descriptor = os.open(self.place, os.O_RDONLY)
        moment = time.monotonic()
        fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", WITHOUT_FLUSHING_THE_LOG))
        os.close(descriptor)
        return moment


def main(root: Path, cuts: int, is_careful: bool) -> dict[str, object]:
    """Cut so many times, and stop a careless run at the first loss."""
    if not is_careful:
        db.connection.SETTINGS["synchronous"] = ("off", 0)
    disk = Disk(root / "disk.img", root / "disk")
    disk.place.mkdir(parents=True)
    bad: list[str] = []
    acknowledged = saves = 0
    for number in range(cuts):
        if number % CUTS_UNTIL_A_NEW_DISK == 0:
            disk.renew()
            acknowledged = 0
        before = acknowledged
        acknowledged = max(acknowledged, write_until_cut(disk))
        saves += acknowledged - before
        faults, found = look(disk, acknowledged)
        acknowledged = max(acknowledged, found)
        bad += [f"{number}: {fault}" for fault in faults]
        if bad:
            break
    return {"cuts": number + 1, "saves": saves, "bad": bad}


def write_until_cut(disk: Disk) -> int:
    """Let a child save one thing after another, cut, and return the last one it was told to be safe before."""
    disk.mount()
    ack, acked = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_for_ever(disk.folder, acked)
        finally:
            os._exit(1)
    os.close(acked)
    time.sleep(random.uniform(0.05, 0.4))
    moment = disk.cut()
    os.waitpid(child, 0)
    with os.fdopen(ack) as lines:
        told = [line.split() for line in lines]
    disk.unmount()
    return max((int(number) for number, at in told if float(at) < moment), default=0)


def write_for_ever(folder: DataFolder, acked: int) -> None:
    database = Database(folder)
    database.open()
    with database.work() as work:
        number = len(work.dialogues.all())
    while True:
        number += 1
        with database.work() as work:
            dialogue = work.dialogues.put(Dialogue(DAY, f"Đối thoại {number}", note="x" * random.randrange(3000))).after
            work.opinions.put(Opinion(dialogue.id, f"Ý kiến {number}"))
        os.write(acked, f"{number} {time.monotonic():.6f}\n".encode())


def look(disk: Disk, acknowledged: int) -> tuple[list[str], int]:
    """Return what is wrong with the disk after the power is back, and how many saves it holds."""
    disk.mount()
    database = Database(disk.folder)
    try:
        database.open()
        with database.work() as work:
            topics = sorted(int(each.topic.split()[-1]) for each in work.dialogues.all())
            opinions = len(work.opinions.all())
        faults = database.check()
    except KnownError as error:
        return [str(error)], 0
    finally:
        database.close()
        disk.unmount()
    found = len(topics)
    faults += [] if topics == list(range(1, found + 1)) and opinions == found else ["half a save"]
    faults += [] if found >= acknowledged else [f"lost {acknowledged - found} of {acknowledged} saves"]
    return faults, found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "careful"), ensure_ascii=False))
