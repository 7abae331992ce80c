"""What each command of the command line does."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papi_desktop.cli.entry import Entry
from papi_desktop.domain.calendar import written
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import current_report, read_period
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Storage

if TYPE_CHECKING:
    from papi_desktop.services.planning import Comparison


def gui(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Open the window; with --demo on the sample data, which is made first when there is none."""
    if chosen.demo and not entry.open_storage(folder.sample).exists():
        _fill(folder.sample, entry)
    return entry.run_window(folder, chosen.demo)


def init(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Make a new data folder from a profile, or with the sample data."""
    from papi_desktop.services.setup import read_profile, set_up

    if chosen.demo:
        _fill(folder, entry)
        say(f"Đã tạo dữ liệu mẫu trong “{folder.root}”.")
        return 0
    profile = read_profile(Path(chosen.profile))
    with _opened(entry.open_storage(folder)) as storage, storage.work() as work:
        commune = set_up(work, profile.commune, profile.villages)
    say(f"Đã tạo dữ liệu của {commune.full_name} với {len(profile.villages)} thôn, tổ dân phố trong “{folder.root}”.")
    return 0


def import_plan(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Read a plan and save its new tasks; what differs from the saved plan is shown and never overwritten."""
    from papi_desktop.importers.plan_file import read_plan
    from papi_desktop.services.planning import compare, proposal_json, save

    storage = entry.open_storage(folder)
    if not chosen.dry_run:
        _refuse_nothing(storage, folder)
    proposal = read_plan(Path(chosen.file), entry.today)
    saved, last = 0, [f"Đã đọc {len(proposal.tasks)} nhiệm vụ, chưa ghi."]
    if not chosen.dry_run:
        with _opened(storage), storage.work() as work:
            kept = _kept_differences(compare(work, proposal))
            outcome = save(work, proposal)
        saved, last = outcome.saved, [*kept, outcome.sentence]
    if chosen.json:
        say(as_json(proposal_json(proposal, saved)))
        return 0
    for task in proposal.tasks:
        say(f"{task.proposed_code} | {task.part} | {task.deadline.text} ({task.deadline.meaning}) | {task.text}")
        for doubt in task.doubts:
            say(f"  Cần xem lại: {doubt.sentence}")
    for line in (*proposal.remarks, *last):
        say(line)
    return 0


def _kept_differences(comparison: "Comparison") -> list[str]:
    from papi_desktop.services.planning import Change

    lines = []
    for row in comparison.rows:
        if row.task and row.change is Change.GONE:
            lines.append(f"Tệp không còn nhiệm vụ {row.task.own_code}; nhiệm vụ đã ghi được giữ nguyên.")
        if row.task and row.change is Change.CHANGED:
            lines += [
                f"Nhiệm vụ {row.task.own_code}, {each.label}: đã ghi “{each.before}”, trong tệp “{each.after}”; "
                "giữ nguyên."
                for each in row.differences
            ]
    return lines


def list_register(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Print one list; with --period only what belongs to that period."""
    from papi_desktop.services.lists import register
    from papi_desktop.services.registers import Query
    from papi_desktop.services.spans import IN_PERIOD

    asked = register(chosen.register)
    given = read_period(chosen.period) if chosen.period else None
    with _existing(folder, entry) as storage, storage.work() as work:
        day = _today(work.commune.get(), entry)
        filters = (("when", IN_PERIOD),) if given else ()
        lines = asked.lines(work, Query(given or current_report(day), day, filters=filters))
    if chosen.json:
        say(as_json({"rows": [asdict(line) for line in lines]}))
        return 0
    say(" | ".join(column.heading for column in asked.columns))
    for line in lines:
        say(" | ".join(_shown(getattr(line, column.key)) for column in asked.columns))
    return 0


def report(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write the report of one period; Excel and PDF when no kind is asked for."""
    from papi_desktop.services.report_export import FileKind, export
    from papi_desktop.services.report_findings import gather

    period = read_period(chosen.period)
    kinds = [kind for kind in FileKind if getattr(chosen, kind)] or [FileKind.XLSX, FileKind.PDF]
    target = _folder(Path(chosen.out))
    with _existing(folder, entry) as storage:
        with storage.work() as work:
            day = _today(work.commune.get(), entry)
            gaps = gather(work, period, day).gaps
        files = export(storage, period, target, kinds, day)
    say(f"Báo cáo {period.label}: {_gap_count(len(gaps))}")
    for gap in gaps:
        say(f"- {gap.sentence}")
    for file in files:
        say(f"Đã ghi {file}")
    return 0


def check(_chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Look at the database and the evidence, and say what is damaged."""
    storage = entry.open_storage(folder)
    _refuse_nothing(storage, folder)
    found = storage.check()
    if found:
        raise KnownError("\n".join(found))
    say("Dữ liệu nguyên vẹn.")
    return 0


def backup(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write a verified copy of the database."""
    name = f"SaoLuu_PAPI_{datetime.now():%Y%m%d-%H%M%S}.db"
    target = Path(chosen.out).absolute() if chosen.out else folder.backups / name
    with _existing(folder, entry) as storage:
        _folder(target.parent)
        storage.backup(target)
    say(f"Đã sao lưu và kiểm tra lại: {target}")
    return 0


def say(text: str) -> None:
    """Write one line for the person at the keyboard."""
    sys.stdout.write(f"{text}\n")


def as_json(value: Any) -> str:
    """Return a value as one line of JSON: dates as YYYY-MM-DD, enumerations by their words."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value).__name__)


def _shown(value: object) -> str:
    if isinstance(value, date):
        return written(value)
    return "" if value is None else str(value)


def _gap_count(number: int) -> str:
    return f"còn {number} điểm cần bổ sung." if number else "đủ số liệu."


def _today(commune: Any, entry: Entry) -> date:
    sample_day: date | None = commune.sample_day if commune else None
    return sample_day or entry.today


@contextmanager
def _opened(storage: Storage) -> Iterator[Storage]:
    storage.open()
    try:
        yield storage
    finally:
        storage.close()


@contextmanager
def _existing(folder: DataFolder, entry: Entry) -> Iterator[Storage]:
    storage = entry.open_storage(folder)
    _refuse_nothing(storage, folder)
    with _opened(storage):
        yield storage


def _refuse_nothing(storage: Storage, folder: DataFolder) -> None:
    if not storage.exists():
        raise KnownError(f"Chưa có dữ liệu trong “{folder.root}”. Hãy chạy lệnh init trước, hoặc chọn đúng thư mục.")


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise KnownError(f"Không tạo được thư mục “{path}”. Hãy kiểm tra USB, hoặc chọn thư mục khác.") from None
    return path.absolute()


def _fill(folder: DataFolder, entry: Entry) -> None:
    from papi_desktop.services.sample import fill_sample

    with _opened(entry.open_storage(folder)) as storage, storage.work() as work:
        fill_sample(work, folder)
