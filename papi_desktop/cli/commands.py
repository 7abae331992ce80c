"""What each command of the command line does."""

import argparse
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from papi_desktop.cli.entry import Entry
from papi_desktop.cli.opening import as_json, existing, opened, out_folder, refuse_nothing, say, today_of
from papi_desktop.domain.calendar import typed, written
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import current_report, read_period
from papi_desktop.domain.reports import ReportStatus
from papi_desktop.paths import DataFolder

if TYPE_CHECKING:
    from papi_desktop.domain.plans import PlanProposal
    from papi_desktop.importers.plan_choices import Choices
    from papi_desktop.services.planning import Comparison
    from papi_desktop.services.work import Storage


_ALREADY_SENT = "đã gửi; ghi lại đúng các tệp đã gửi."


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
    with opened(entry.open_storage(folder)) as storage, storage.work() as work:
        commune = set_up(work, profile.commune, profile.villages)
    say(f"Đã tạo dữ liệu của {commune.full_name} với {len(profile.villages)} thôn, tổ dân phố trong “{folder.root}”.")
    return 0


def import_plan(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Read a plan and save its new tasks; what differs from the saved plan is shown and never overwritten."""
    from papi_desktop.importers.plan_file import read_plan
    from papi_desktop.services.kept_columns import kept_choices
    from papi_desktop.services.planning import proposal_json

    storage = entry.open_storage(folder)
    if not chosen.dry_run:
        refuse_nothing(storage, folder)
    choices: Choices = {}
    if storage.exists():
        with opened(storage), storage.work() as work:
            choices = kept_choices(work)
    proposal = read_plan(Path(chosen.file), entry.today, choices=choices)
    if chosen.dry_run:
        comparison, saved, last = _compared(storage, proposal), 0, f"Đã đọc {len(proposal.tasks)} nhiệm vụ, chưa ghi."
    else:
        comparison, saved, last = _saved(storage, folder, proposal)
    if chosen.json:
        say(as_json(proposal_json(proposal, saved, comparison)))
        return 0
    for task in proposal.tasks:
        say(f"{task.proposed_code} | {task.part} | {task.deadline.text} ({task.deadline.meaning}) | {task.text}")
        for doubt in task.doubts:
            say(f"  Cần xem lại: {doubt.sentence}")
    for line in (*proposal.remarks, *(_kept_differences(comparison) if comparison else ()), last):
        say(line)
    return 0


def _compared(storage: "Storage", proposal: "PlanProposal") -> "Comparison | None":
    from papi_desktop.services.planning import compare

    if not storage.exists():
        return None
    with opened(storage), storage.work() as work:
        return compare(work, proposal)


def _saved(storage: "Storage", folder: DataFolder, proposal: "PlanProposal") -> "tuple[Comparison, int, str]":
    from papi_desktop.services.planning import compare, save
    from papi_desktop.services.safety_copy import keep_copy

    with opened(storage):
        keep_copy(storage, folder.backups)
        with storage.work() as work:
            comparison, outcome = compare(work, proposal), save(work, proposal)
    return comparison, outcome.saved, outcome.sentence


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
    """Print one list, or write it to an Excel file; with --period only what belongs to that period."""
    from papi_desktop.services.lists import register
    from papi_desktop.services.register_export import read_workbook, write_workbook
    from papi_desktop.services.registers import Query
    from papi_desktop.services.spans import IN_PERIOD

    asked = register(chosen.register)
    given = read_period(chosen.period) if chosen.period else None
    with existing(folder, entry) as storage, storage.work() as work:
        day = today_of(work.commune.get(), entry)
        filters = (("when", IN_PERIOD),) if given else ()
        query = Query(given or current_report(day), day, filters=filters)
        lines = asked.lines(work, query)
        book = read_workbook(work, asked, query, lines) if chosen.xlsx else None
    if book:
        say(f"Đã ghi {len(lines)} dòng vào {write_workbook(book, Path(chosen.xlsx).absolute())}")
        return 0
    if chosen.json:
        say(as_json({"rows": [asdict(line) for line in lines]}))
        return 0
    say(" | ".join(column.heading for column in asked.columns))
    for line in lines:
        say(" | ".join(_shown(getattr(line, column.key)) for column in asked.columns))
    return 0


def report(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write the report of one period; Excel and PDF when no kind is asked for."""
    from papi_desktop.cli.papers import write_review
    from papi_desktop.services.report_export import FileKind, export
    from papi_desktop.services.report_findings import gather

    period = read_period(chosen.period)
    kinds = [kind for kind in FileKind if getattr(chosen, kind)] or [FileKind.XLSX, FileKind.PDF]
    target = out_folder(Path(chosen.out))
    with existing(folder, entry) as storage:
        with storage.work() as work:
            day = today_of(work.commune.get(), entry)
            found = gather(work, period, day)
        files = export(storage, period, target, kinds, day, folder)
        if period.month:
            files += write_review(storage, period, target, day)
    is_sent = found.report.status is ReportStatus.SENT
    say(f"Báo cáo {period.words}: {_ALREADY_SENT if is_sent else _gap_count(len(found.gaps))}")
    for gap in () if is_sent else found.gaps:
        say(f"- {gap.sentence}")
    for file in files:
        say(f"Đã ghi {file}")
    return 0


def notice(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write one printable paper as PDF and Word."""
    from papi_desktop.services.notice_facts import prepared
    from papi_desktop.services.notice_templates import notice_kind
    from papi_desktop.services.notices import PaperOptions, export

    kind, dated = notice_kind(chosen.kind), typed(chosen.dated)
    target = out_folder(Path(chosen.out))
    with existing(folder, entry) as storage:
        with storage.work() as work:
            day = today_of(work.commune.get(), entry)
            asked = PaperOptions(blank=chosen.blank, large=chosen.large)
            options, remarks = prepared(work, kind, chosen.id, day, asked, chosen.number, dated)
        files = export(storage, kind, chosen.id, target, day, options)
    for line in (*remarks, *(f"Đã ghi {file}" for file in files)):
        say(line)
    return 0


def begin_day(_chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Begin the recurring publications that came due, and say what to do about the postings."""
    from papi_desktop.services.posting_tasks import posting_tasks
    from papi_desktop.services.recurring_publications import begin_next_turns

    with existing(folder, entry) as storage, storage.work() as work:
        day = today_of(work.commune.get(), entry)
        begun, tasks = begin_next_turns(work, day), posting_tasks(work, day, with_free=True)
    for publication in begun:
        say(f"Đã lập mục công khai: {publication.title}")
    for task in tasks:
        say(f"{task.kind}: {task.sentence}")
    say(f"Ngày {written(day)}: lập {len(begun)} mục mới, có {len(tasks)} việc niêm yết cần làm.")
    return 0


def check(_chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Look at the database and the evidence, and say what is damaged."""
    storage = entry.open_storage(folder)
    refuse_nothing(storage, folder)
    found = storage.check()
    if found:
        raise KnownError("\n".join(found))
    say("Dữ liệu nguyên vẹn.")
    return 0


def backup(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write a verified copy of the database."""
    name = f"SaoLuu_PAPI_{datetime.now():%Y%m%d-%H%M%S}.db"
    target = Path(chosen.out).absolute() if chosen.out else folder.backups / name
    with existing(folder, entry) as storage:
        out_folder(target.parent)
        storage.backup(target)
    say(f"Đã sao lưu và kiểm tra lại: {target}")
    return 0


def _shown(value: object) -> str:
    if isinstance(value, date):
        return written(value)
    return "" if value is None else str(value)


def _gap_count(number: int) -> str:
    return f"còn {number} điểm cần bổ sung." if number else "đủ số liệu."


def _fill(folder: DataFolder, entry: Entry) -> None:
    from papi_desktop.services.sample import fill_sample

    with opened(entry.open_storage(folder)) as storage, storage.work() as work:
        fill_sample(work, folder)
