"""The warnings about postings for the first page: one line for each publication and kind of warning.

What may come down stands there among the work of the week.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from papi_desktop.services.posting_warnings import PostingWarning, WarningKind, posting_warnings
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class PostingTask:
    """One thing to do about one publication, at one place or at several."""

    kind: WarningKind
    sentence: str
    publication_id: int


def posting_tasks(work: Work, today: date, with_free: bool = False) -> list[PostingTask]:
    """Return what to do about the postings on `today`, the gravest first; `with_free` adds what may come down."""
    groups: dict[tuple[object, ...], list[PostingWarning]] = {}
    wanted = (each for each in posting_warnings(work, today) if with_free or each.kind is not WarningKind.MAY_COME_DOWN)
    for each in wanted:
        groups.setdefault((each.kind, each.publication_id, each.publication_kind), []).append(each)
    titles = {each.id: each.title for each in work.publications.all()}
    return [_task(group, titles.get(group[0].publication_id, "")) for group in groups.values()]


def _task(group: list[PostingWarning], title: str) -> PostingTask:
    first = group[0]
    words = first.sentence if len(group) == 1 else f"{title}: {_places(group)}"
    return PostingTask(first.kind, words, first.publication_id)


def _places(group: Sequence[PostingWarning]) -> str:
    number = len({each.place_id for each in group})
    if group[0].kind is WarningKind.MAY_COME_DOWN:
        return f"{number} nơi đã đủ thời gian niêm yết, được gỡ."
    return f"{number} nơi gỡ trước khi đủ thời gian, cần niêm yết lại."
