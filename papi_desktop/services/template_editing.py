"""Editing the wording of a printed paper in plain fields: to and from its file, and something to try it on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.templates import placeholders
from papi_desktop.services.disclosure import BUDGET_KINDS
from papi_desktop.services.notice_templates import (
    NoticeKind,
    Template,
    bundled_text,
    keep_template,
    read_template,
    template,
)
from papi_desktop.services.notices import letters, preview, values_of
from papi_desktop.services.work import Work

_LISTS: Final = ("bases", "signature", "recipients")
_SINGLE: Final = ("kind", "symbol", "subject", "authority", "signer")
_BETWEEN: Final = " | "


@dataclass(frozen=True)
class Wording:
    """One paper as it is edited: its fields, the places it may fill, and whether it is the commune's own."""

    kind: NoticeKind
    fields: Mapping[str, str]
    known: Mapping[str, str]
    """Each placeholder with what it would hold now."""
    is_own: bool


def read_wording(work: Work, kind: NoticeKind, today: date) -> Wording:
    """Return the wording in force of one kind of paper, to be edited."""
    made = template(work, kind)
    return Wording(kind, fields_of(made), _known(work, kind, today), work.templates.of_kind(kind) is not None)


def fields_of(made: Template) -> dict[str, str]:
    """Return a wording as plain texts; lists have one line for each entry."""
    lists = {key: "\n".join(getattr(made, key)) for key in _LISTS}
    parties = "\n".join(_BETWEEN.join(party) for party in made.parties)
    return {key: getattr(made, key) for key in _SINGLE} | lists | {"body": made.body.strip(), "parties": parties}


def keep_wording(work: Work, kind: NoticeKind, fields: Mapping[str, str], today: date) -> None:
    """Keep the edited wording as the commune's own. Raises KnownError for an unknown placeholder."""
    work.label(f"Sửa mẫu {kind.label}")
    keep_template(work, kind, file_text(fields), _known(work, kind, today))


def try_wording(work: Work, kind: NoticeKind, fields: Mapping[str, str], today: date) -> bytes:
    """Return the paper that a wording makes of the newest data, as a PDF; nothing is kept. Raises KnownError."""
    id = _subject(work, kind)
    if not id and kind is not NoticeKind.DIRECTORY:
        raise KnownError(
            "Chưa có mục công khai, lịch hoặc danh sách nào để in thử. Mẫu vẫn ghi được; hãy in thử khi có dữ liệu."
        )
    return preview(letters(work, kind, id, today, wording=read_template(file_text(fields)))[:1])


def file_text(fields: Mapping[str, str]) -> str:
    """Return edited fields as the text of a file of wording."""
    lines = [f"{key} = {_quoted(fields[key].strip())}" for key in _SINGLE]
    lines += [f"{key} = {_list([_quoted(each) for each in _lines(fields[key])])}" for key in _LISTS]
    parties = [_list([_quoted(part) for part in _party(each)]) for each in _lines(fields["parties"])]
    return "\n".join([*lines, f"body = {_quoted(fields['body'].strip())}", f"parties = {_list(parties)}", ""])


def _party(line: str) -> tuple[str, str]:
    title, _, name = line.partition(_BETWEEN.strip())
    return title.strip(), name.strip()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "")


def _list(parts: Sequence[str]) -> str:
    return f"[{', '.join(parts)}]"


def _known(work: Work, kind: NoticeKind, today: date) -> dict[str, str]:
    id = _subject(work, kind)
    if id or kind is NoticeKind.DIRECTORY:
        return values_of(work, kind, id, today)
    return dict.fromkeys(placeholders("\n".join(read_template(bundled_text(kind)).texts)), "")


def _subject(work: Work, kind: NoticeKind) -> int:
    """Return the newest schedule, list or publication (with places, for minutes) that a paper is tried on, or 0."""
    if kind is NoticeKind.DIRECTORY:
        return 0
    if kind is NoticeKind.RECEPTION:
        return max((each.id for each in work.reception_schedules.all()), default=0)
    if kind is NoticeKind.HOUSEHOLDS:
        return max((each.year for each in work.household_lists.all()), default=0)
    kinds = BUDGET_KINDS if kind is NoticeKind.BUDGET_DECISION else None
    fitting = (each for each in work.publications.all() if kinds is None or each.kind in kinds)
    return max((each.id for each in fitting if each.place_ids), default=0)
