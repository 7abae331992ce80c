"""The commands for what is made public: lists of households and budget forms."""

import argparse
from pathlib import Path

from papi_desktop.cli.entry import Entry
from papi_desktop.cli.opening import as_json, existing, out_folder, say, today_of
from papi_desktop.domain.calendar import typed
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.paths import DataFolder


def import_households(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Read a list of households and save the new ones; those kept before stay as they are."""
    from papi_desktop.importers.household_file import read_households
    from papi_desktop.services.household_import import compare, comparison_json, save
    from papi_desktop.services.safety_copy import keep_copy

    with existing(folder, entry) as storage:
        with storage.work() as work:
            year = chosen.year or today_of(work.commune.get(), entry).year
        sheet = read_households(Path(chosen.file), year)
        if not chosen.dry_run:
            keep_copy(storage, folder.backups)
        with storage.work() as work:
            comparison = compare(work, sheet, year)
            outcome = None if chosen.dry_run else save(work, comparison)
    if chosen.json:
        say(as_json(comparison_json(comparison, outcome.saved if outcome else 0)))
        return 0
    for row in comparison.rows:
        for doubt in row.doubts:
            say(f"{row.proposal.place}, {row.proposal.head}: {doubt.sentence}")
    for line in comparison.remarks:
        say(line)
    say(outcome.sentence if outcome else f"Đã đọc {len(comparison.rows)} hộ, {comparison.new} hộ mới, chưa ghi.")
    return 0


def households(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write the list of one year: the one for the wall, or with --internal the full one for the files."""
    from papi_desktop.services.household_print import office_papers, wall_papers
    from papi_desktop.services.notice_facts import paper_facts
    from papi_desktop.services.notice_templates import NoticeKind
    from papi_desktop.services.notices import PaperOptions
    from papi_desktop.services.papers import write_papers

    options = PaperOptions(chosen.number or "", typed(chosen.dated), chosen.blank, chosen.large)
    if chosen.internal and options != PaperOptions():
        raise KnownError("Bản nội bộ chỉ có một cách in. Hãy bỏ --blank, --large, --number, --dated rồi chạy lại.")
    target = out_folder(Path(chosen.out))
    with existing(folder, entry) as storage, storage.work() as work:
        day = today_of(work.commune.get(), entry)
        papers = office_papers(work, chosen.year) if chosen.internal else wall_papers(work, chosen.year, day, options)
        remarks = paper_facts(work, NoticeKind.HOUSEHOLDS, chosen.year, day, options).remarks
    for line in ["Bản nội bộ có thông tin cá nhân, không niêm yết."] if chosen.internal else remarks:
        say(line)
    for file in write_papers(papers, target):
        say(f"Đã ghi {file}")
    return 0


def budget(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    """Write budget forms of one period with the decision that makes them public."""
    from papi_desktop.services.budget_decision import budget_turn
    from papi_desktop.services.budget_forms import form_for, problem_sentence, problems
    from papi_desktop.services.notice_facts import prepared
    from papi_desktop.services.notice_templates import NoticeKind
    from papi_desktop.services.notices import PaperFile, PaperOptions, export

    kind, period, target = NoticeKind.BUDGET_DECISION, read_period(chosen.period), out_folder(Path(chosen.out))
    asked = PaperOptions(blank=chosen.blank, large=chosen.large, forms=tuple(chosen.form))
    with existing(folder, entry) as storage:
        with storage.work() as work:
            day, turn = today_of(work.commune.get(), entry), budget_turn(work, chosen.form, period)
            options, remarks = prepared(work, kind, turn, day, asked, chosen.number, typed(chosen.dated))
            found = [(each, problem) for each in chosen.form for problem in problems(form_for(work, each, period))]
        files = export(storage, kind, turn, target, day, options, (PaperFile.PDF, PaperFile.DOCX, PaperFile.XLSX))
    for number, problem in found:
        say(f"Biểu {number} chưa khớp: {problem_sentence(problem)}")
    for line in (*remarks, *(f"Đã ghi {file}" for file in files)):
        say(line)
    return 0
