"""Kills the program at one write to the disk after another and looks at what the next start finds.

Usage: kill_sweep.py FOLDER ACT EVERY: ACT is first, save, undo, upgrade or careless; every EVERY-th write is a point.
Prints JSON. The child is forked when everything is imported and strace is attached to it: a point takes 0.1 s.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from alembic import op

import db.database
import db.migrations
import db.upgrade
from db.connection import connect, setting
from db.database import Database
from db.integrity import faults_of
from papi_desktop.domain.errors import KnownError
from papi_desktop.keys import database_key
from papi_desktop.paths import DataFolder
from tests.db.values import progress, saved_task

CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,link"
NEWEST = len(db.migrations.VERSIONS)


def sweep(root: Path, act: str, every: int) -> dict[str, object]:
    """Kill at each point until the act gets through, and collect what was found wrong."""
    prepare, do, verify = ACTS[act]
    template = DataFolder(root / "mẫu")
    template.root.mkdir(parents=True)
    prepare(template)
    bad: list[str] = []
    point = 1
    while True:
        folder = DataFolder(root / f"điểm {point}")
        shutil.copytree(template.root, folder.root)
        was_killed, acknowledged = run_and_kill(do, folder, point)
        if not was_killed:
            return {"points": point // every, "writes": point, "acknowledged": acknowledged, "bad": bad}
        bad += [f"{point}: {fault}" for fault in faults(verify, folder, acknowledged)]
        shutil.rmtree(folder.root)
        point += every


def run_and_kill(do: Callable[[DataFolder], None], folder: DataFolder, point: int) -> tuple[bool, bool]:
    """Let a child do the act and kill it at its write number `point`; tell whether it was killed and had finished."""
    start, go = os.pipe()
    ack, acked = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(start, 1)
        do(folder)
        os.write(acked, b"!")
        os._exit(0)
    os.close(acked)
    inject = f"inject={CALLS}:signal=KILL:when={point}"
    command = ["strace", "-f", "-o", "/dev/null", "-p", str(child), "-e", f"trace={CALLS}", "-e", inject]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as strace:
        assert strace.stderr is not None
        strace.stderr.readline()
        os.write(go, b"!")
        status = os.waitpid(child, 0)[1]
    acknowledged = os.read(ack, 1) == b"!"
    for descriptor in (start, go, ack):
        os.close(descriptor)
    return os.WIFSIGNALED(status), acknowledged


def faults(verify: Callable[[DataFolder, bool], list[str]], folder: DataFolder, acknowledged: bool) -> list[str]:
    """Return what is wrong after a kill; a folder that does not open is wrong as well."""
    try:
        return verify(folder, acknowledged)
    except KnownError as error:
        return [str(error)]


def version_and_tables(folder: DataFolder) -> tuple[object, int]:
    """Return the version of the file and how many tables it has, before the program opens it."""
    if not folder.database.exists():
        return 0, 0
    with closing(connect(folder.database, database_key(folder))) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0]
        return setting(connection, "user_version"), tables


def nothing(folder: DataFolder) -> None:
    """Begin with an empty folder."""


def open_and_close(folder: DataFolder) -> None:
    database = Database(folder)
    database.open()
    database.close()


def first_run_is_whole(folder: DataFolder, acknowledged: bool) -> list[str]:
    version, tables = version_and_tables(folder)
    half = [] if (version == 0) == (tables == 0) else [f"version {version} with {tables} tables"]
    lost = ["lost"] if acknowledged and not version else []
    open_and_close(folder)
    again = [] if version_and_tables(folder)[0] == NEWEST else ["not opened"]
    return [*half, *lost, *again, *Database(folder).check()]


def with_a_task(folder: DataFolder) -> None:
    database = Database(folder)
    database.open()
    with database.work() as work:
        saved_task(work, "Nội dung cũ")
    database.close()


def save(folder: DataFolder) -> None:
    database = Database(folder)
    database.open()
    with database.work() as work:
        work.tasks.put(replace(work.tasks.get(1), text="Nội dung mới"))
        work.progress.put(progress(1))
    database.close()


def save_is_whole(folder: DataFolder, acknowledged: bool) -> list[str]:
    database = Database(folder)
    database.open()
    with database.work() as work:
        marks = (
            work.tasks.get(1).text == "Nội dung mới",
            bool(work.progress.of_task(1)),
            bool(work.search.find("noi dung moi")),
            not work.search.find("noi dung cu"),
        )
    marks = (*marks, database.change_number() == 2)
    database.close()
    half = [] if len(set(marks)) == 1 else [f"half saved: {marks}"]
    lost = ["lost"] if acknowledged and not any(marks) else []
    return [*half, *lost, *database.check()]


def with_a_removed_plan(folder: DataFolder) -> None:
    with_a_task(folder)
    database = Database(folder)
    database.open()
    with database.work() as work:
        work.progress.put(progress(1))
    with database.work() as work:
        work.tasks.put(replace(work.tasks.get(1), text="Nội dung mới"))
        work.plans.remove(1)
    database.close()


def take_back(folder: DataFolder) -> None:
    database = Database(folder)
    database.open()
    database.undo()
    database.close()


def undo_is_whole(folder: DataFolder, acknowledged: bool) -> list[str]:
    database = Database(folder)
    database.open()
    change = database.last_change()
    with database.work() as work:
        marks = (
            [task.text for task in work.tasks.all()] == ["Nội dung cũ"],
            bool(work.plans.all()),
            bool(work.progress.all()),
            bool(work.search.find("noi dung cu")),
            not work.plans.removed(),
        )
    marks = (*marks, change is not None and change.number == 2, database.change_number() == 4)
    database.close()
    half = [] if len(set(marks)) == 1 else [f"half taken back: {marks}"]
    lost = ["lost"] if acknowledged and not any(marks) else []
    return [*half, *lost, *database.check()]


def upgrade(folder: DataFolder) -> None:
    module = ModuleType("db.migrations.v9999_trial")
    module.upgrade = change_the_tables  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module
    db.upgrade.VERSIONS = (*db.migrations.VERSIONS, "v9999_trial")  # type: ignore[misc]
    open_and_close(folder)


def change_the_tables() -> None:
    op.execute("CREATE TABLE trial(a)")
    op.execute("ALTER TABLE task ADD COLUMN trial TEXT")
    op.execute("UPDATE task SET trial = text")


def upgrade_is_whole(folder: DataFolder, acknowledged: bool) -> list[str]:
    version, tables = version_and_tables(folder)
    found = [] if not acknowledged or version == NEWEST + 1 else ["lost"]
    with closing(connect(folder.database, database_key(folder))) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(task)")]
        found += faults_of(connection)
    whole = {(NEWEST, False), (NEWEST + 1, True)}
    found += [] if (version, "trial" in columns) in whole else [f"version {version}, {tables} tables"]
    for copy in folder.backups.glob("[!~]*.db") if folder.backups.exists() else ():
        with closing(connect(copy, database_key(folder))) as connection:
            found += faults_of(connection)
    return found


def open_carelessly(folder: DataFolder) -> None:
    """Make the tables one by one instead of in one transaction, so that the sweep can show that it sees it."""
    db.database._begin = lambda connection: None  # type: ignore[assignment]  # noqa: ARG005
    open_and_close(folder)


ACTS = {
    "careless": (nothing, open_carelessly, first_run_is_whole),
    "first": (nothing, open_and_close, first_run_is_whole),
    "save": (with_a_task, save, save_is_whole),
    "undo": (with_a_removed_plan, take_back, undo_is_whole),
    "upgrade": (with_a_task, upgrade, upgrade_is_whole),
}

if __name__ == "__main__":
    print(json.dumps(sweep(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])), ensure_ascii=False))
