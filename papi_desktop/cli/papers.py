"""The commands that print papers for the commune itself: the chairman's month, who does what, and a blank plan."""

import argparse
from datetime import date
from pathlib import Path

from papi_desktop.cli.entry import Entry
from papi_desktop.cli.opening import existing, out_folder, say, today_of
from papi_desktop.domain.periods import Period, read_period
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Storage


def review(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write the chairman's sheet of one month as a page and a workbook."""
    month, target = read_period(chosen.month), out_folder(Path(chosen.out))
    with existing(folder, entry) as storage:
        with storage.work() as work:
            day = today_of(work.commune.get(), entry)
        files = write_review(storage, month, target, day)
    _tell(files)
    return 0


def write_review(storage: Storage, month: Period, target: Path, day: date) -> list[Path]:
    """Write the chairman's sheet of a month and return the files. Raises KnownError for a period that is no month."""
    from papi_desktop.services.month_review import papers, read_review
    from papi_desktop.services.papers import write_papers

    with storage.work() as work:
        found = read_review(work, month, day)
    return write_papers(papers(found), target)


def assignment(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write the commune's plan with its table of who does what."""
    from papi_desktop.services.assignment import papers, read_assignment
    from papi_desktop.services.papers import write_papers

    target = out_folder(Path(chosen.out))
    with existing(folder, entry) as storage, storage.work() as work:
        found = read_assignment(work, chosen.year, today_of(work.commune.get(), entry))
    if found.unassigned:
        say(f"Còn {found.unassigned}/{len(found.tasks)} nhiệm vụ chưa giao người thực hiện.")
    _tell(write_papers(papers(found), target))
    return 0


def plan_template(chosen: argparse.Namespace, _folder: DataFolder, _entry: Entry) -> int:
    """Write a blank plan to fill in; it needs no data."""
    from papi_desktop.files import safe_write
    from papi_desktop.services.plan_template import FILE_NAME, template_bytes

    target = out_folder(Path(chosen.out)) / FILE_NAME
    safe_write(target, template_bytes(chosen.year))
    _tell([target])
    return 0


def _tell(files: list[Path]) -> None:
    for file in files:
        say(f"Đã ghi {file}")
