"""The recycle bin: what was removed from all lists in one list, and the way back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from papi_desktop.domain.calendar import written
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.reports import Report
from papi_desktop.domain.stores import Removed, Store
from papi_desktop.domain.tasks import Progress
from papi_desktop.domain.text import has_words, squeeze
from papi_desktop.services.registers import ColumnKind, Filter, Query, Register, RegisterColumn
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class RemovedLine:
    """One thing in the recycle bin; its id is that of the line and tells nothing of the thing itself."""

    id: int
    kind: str
    what: str
    when: str
    by: str
    removed_at: datetime
    store: str
    """The name of its store, and under which id it is there."""
    value_id: int


@dataclass(frozen=True)
class _Kind:
    store: str
    name: str
    store_of: Callable[[Work], Store[Any]]
    words: Callable[[Any], str]


def removed_lines(work: Work, query: Query) -> list[RemovedLine]:
    """Return what is in the recycle bin, the newest first."""
    lines = [line for number, kind in enumerate(_KINDS) for line in _lines(work, number, kind)]
    asked = [
        line
        for line in lines
        if query.filter("kind") in ("", line.store) and has_words(query.words, line.kind, line.what, line.by)
    ]
    return sorted(asked, key=lambda line: line.removed_at, reverse=True)


def restore(work: Work, line: RemovedLine) -> object:
    """Take one thing and its parts out of the recycle bin. Raises KnownError when what it is part of is still there."""
    kind = next(each for each in _KINDS if each.store == line.store)
    return kind.store_of(work).restore(line.value_id)


def restore_many(work: Work, lines: Iterable[RemovedLine]) -> int:
    """Take several things out of the recycle bin and return how many."""
    # What was removed last comes back first: a task can only come back into a plan that is there.
    wanted = sorted(lines, key=lambda line: line.removed_at, reverse=True)
    for line in wanted:
        restore(work, line)
    work.label(f"Khôi phục {len(wanted)} mục từ Thùng rác")
    return len(wanted)


def _lines(work: Work, number: int, kind: _Kind) -> Iterable[RemovedLine]:
    for each in kind.store_of(work).removed():
        yield RemovedLine(
            id=each.value.id * len(_KINDS) + number,
            kind=kind.name,
            what=squeeze(kind.words(each.value)),
            when=_moment(each),
            by=each.by,
            removed_at=each.when,
            store=kind.store,
            value_id=each.value.id,
        )


def _moment(removed: Removed[Any]) -> str:
    return f"{written(removed.when.date())} {removed.when:%H:%M}"


def _of_period(value: Progress | Report, words: str) -> str:
    return f"{read_period(value.period).title} {words}"


def _on(day: date, words: str) -> str:
    return f"{written(day)} {words}"


_KINDS: Final = (
    _Kind("plans", "Kế hoạch", lambda work: work.plans, lambda each: f"{each.title} năm {each.year}"),
    _Kind("tasks", "Nhiệm vụ", lambda work: work.tasks, lambda each: f"{each.own_code or each.code} {each.text}"),
    _Kind("progress", "Kết quả thực hiện", lambda work: work.progress, lambda each: _of_period(each, each.result)),
    _Kind("publications", "Nội dung công khai", lambda work: work.publications, lambda each: each.title),
    _Kind("postings", "Lần niêm yết", lambda work: work.postings, lambda each: f"Từ ngày {written(each.since)}"),
    _Kind("posting_opinions", "Ý kiến khi niêm yết", lambda work: work.posting_opinions, lambda each: each.content),
    _Kind("places", "Nơi niêm yết", lambda work: work.places, lambda each: each.name),
    _Kind("dialogues", "Đối thoại", lambda work: work.dialogues, lambda each: _on(each.held_on, each.topic)),
    _Kind("opinions", "Ý kiến", lambda work: work.opinions, lambda each: each.content),
    _Kind("household_lists", "Danh sách hộ nghèo", lambda work: work.household_lists, lambda each: f"Năm {each.year}"),
    _Kind("households", "Hộ", lambda work: work.households, lambda each: each.head),
    _Kind("budget_forms", "Biểu ngân sách", lambda work: work.budget_forms, lambda each: f"{each.form} {each.period}"),
    _Kind("reception_schedules", "Lịch tiếp dân", lambda work: work.reception_schedules, lambda each: each.title),
    _Kind(
        "reception_sessions",
        "Buổi tiếp dân",
        lambda work: work.reception_sessions,
        lambda each: _on(each.on, each.person),
    ),
    _Kind(
        "session_changes",
        "Đổi lịch tiếp dân",
        lambda work: work.session_changes,
        lambda each: _on(each.changed_on, each.reason),
    ),
    _Kind("attachments", "Minh chứng", lambda work: work.attachments, lambda each: each.name),
    _Kind("reports", "Báo cáo", lambda work: work.reports, lambda each: _of_period(each, each.number)),
    _Kind("officers", "Cán bộ", lambda work: work.officers, lambda each: each.name),
    _Kind("villages", "Thôn, tổ dân phố", lambda work: work.villages, lambda each: each.name),
    _Kind("scores", "Kết quả PAPI", lambda work: work.scores, lambda each: f"{each.province} năm {each.year}"),
    _Kind(
        "rule_changes", "Quy định", lambda work: work.rule_changes, lambda each: f"{each.name or each.key} {each.value}"
    ),
    _Kind("special_days", "Ngày nghỉ, làm bù", lambda work: work.special_days, lambda each: _on(each.on, each.name)),
    _Kind("templates", "Mẫu in", lambda work: work.templates, lambda each: each.text),
    _Kind("views", "Cách xem", lambda work: work.views, lambda each: each.name),
    _Kind("mappings", "Cách đọc cột", lambda work: work.mappings, lambda each: each.source_key),
)

RECYCLE: Final = Register(
    name="recycle",
    title="Thùng rác",
    columns=(
        RegisterColumn("kind", "Loại", width=14),
        RegisterColumn("what", "Nội dung", ColumnKind.LONG, 50),
        RegisterColumn("when", "Xóa lúc", width=14),
        RegisterColumn("by", "Người xóa", width=16),
    ),
    lines=removed_lines,
    filters=(Filter("kind", "Mọi loại", tuple((kind.store, kind.name) for kind in _KINDS)),),
)
