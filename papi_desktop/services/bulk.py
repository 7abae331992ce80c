"""Changing many tasks at once: the same field of a selection, or lines copied to a spreadsheet and pasted back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import Period
from papi_desktop.services.registers import RegisterColumn
from papi_desktop.services.task_progress import changed, entry_for
from papi_desktop.services.work import Work

TASK_FIELDS: Final = (
    "officer_id",
    "leader_id",
    "area",
    "village_ids",
    "steps",
    "planned_from",
    "planned_to",
    "sub_dimension",
    "part",
    "note",
)
"""What can be given to a whole selection of tasks."""
PROGRESS_FIELDS: Final = ("status", "percent", "cause", "result", "done_on")
"""What can be written for a whole selection of tasks in one period."""


def edit_tasks(work: Work, ids: Collection[int], values: Mapping[str, Any]) -> int:
    """Give the tasks the same values in one change; return how many were not so before."""
    _require(values, TASK_FIELDS)
    tasks = [work.tasks.get(id) for id in ids]
    new = [(task, replace(task, **values)) for task in tasks]
    wanted = [after for before, after in new if before != after]
    if wanted:
        work.label(f"Sửa {len(wanted)} nhiệm vụ")
    return len(work.tasks.put_many(wanted))


def edit_progress(work: Work, ids: Collection[int], period: Period, values: Mapping[str, Any], today: date) -> int:
    """Write the same for the tasks in one period, in one change; return how many were not so before."""
    _require(values, PROGRESS_FIELDS)
    wanted = []
    for id in ids:
        before = after = entry_for(work, id, period)
        for key, value in values.items():
            after = changed(after, key, value, today)
        if before != after:
            wanted.append(after)
    if wanted:
        work.label(f"Ghi kết quả của {len(wanted)} nhiệm vụ")
    return len(work.progress.put_many(wanted))


def copied(columns: Sequence[RegisterColumn], lines: Iterable[object], shown: Mapping[str, str] | None = None) -> str:
    """Return lines of any list as text for a spreadsheet, with the headings first; nothing in it becomes a formula.

    `shown` names, for a column's key, another attribute of the line to copy instead.
    """
    keys = [(shown or {}).get(column.key, column.key) for column in columns]
    rows = [[column.heading for column in columns], *([_text(getattr(line, key)) for key in keys] for line in lines)]
    return tabbed(rows)


def tabbed(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as text with tabs, as spreadsheet programs put it on the clipboard."""
    return "".join("\t".join(map(_cell, row)) + "\r\n" for row in rows)


def _require(values: Mapping[str, Any], known: Sequence[str]) -> None:
    if not set(values) <= set(known):
        raise KnownError("Không sửa được mục này cho nhiều nhiệm vụ một lúc. Hãy mở từng nhiệm vụ để sửa.")


def _text(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def _cell(text: str) -> str:
    """Return a cell's text; one that would begin a formula stands behind a space, one with line ends in quotes."""
    text = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\t", " ")
    if text[:1] in ("=", "+", "-", "@") and not text[1:].replace(",", "").replace(".", "").isdigit():
        text = f" {text}"
    if "\n" in text or text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    return text
