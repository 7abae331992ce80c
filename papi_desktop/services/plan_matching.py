"""Finds which saved task a row of a new file stands for, by text first and never by the printed code alone."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from papi_desktop.domain.plans import TaskProposal
from papi_desktop.domain.tasks import Task
from papi_desktop.domain.text import fold

Pairs = dict[int, Task]
"""The task that stands behind each row, by the row's position in the proposal."""

_SAME_PLACE: Final = 0.4
_ANY_PLACE: Final = 0.65
_MOST_COMPARISONS: Final = 250_000


def match(tasks: Sequence[Task], rows: Sequence[TaskProposal]) -> Pairs:
    """Pair rows with tasks: the same words, then the same place with similar words, then similar words anywhere."""
    pairs: Pairs = {}
    left = {task.id: task for task in tasks}
    _pair_equal(pairs, left, rows, lambda item: (item.dimension, item.code, fold(item.text)))
    _pair_equal(pairs, left, rows, lambda item: (item.dimension, fold(item.text)))
    _pair_equal(pairs, left, rows, lambda item: fold(item.text))
    _pair_in_place(pairs, left, rows)
    _pair_similar(pairs, left, rows)
    return pairs


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are by their words, from 0 to 1; at least a half when one holds the other."""
    ours, theirs = set(fold(one).split()), set(fold(other).split())
    common = len(ours & theirs)
    return common / 2 * (1 / len(ours | theirs) + 1 / min(len(ours), len(theirs))) if common else 0.0


def _pair_equal(
    pairs: Pairs,
    left: dict[int, Task],
    rows: Sequence[TaskProposal],
    key: Callable[[Task | TaskProposal], Hashable],
) -> None:
    by_key: dict[Hashable, list[Task]] = {}
    for task in left.values():
        by_key.setdefault(key(task), []).append(task)
    for position, row in enumerate(rows):
        found = by_key.get(key(row)) if position not in pairs else None
        if found:
            pairs[position] = left.pop(found.pop(0).id)


def _pair_in_place(pairs: Pairs, left: dict[int, Task], rows: Sequence[TaskProposal]) -> None:
    by_place = {(task.dimension, task.ordinal): task for task in left.values()}
    for position, row in enumerate(rows):
        task = by_place.get((row.dimension, row.ordinal)) if position not in pairs else None
        if task and similarity(task.text, row.text) >= _SAME_PLACE:
            pairs[position] = left.pop(task.id)


def _pair_similar(pairs: Pairs, left: dict[int, Task], rows: Sequence[TaskProposal]) -> None:
    open_rows = [position for position in range(len(rows)) if position not in pairs]
    if len(open_rows) * len(left) > _MOST_COMPARISONS:
        return
    ranked = sorted(
        (
            (similarity(task.text, rows[position].text), position, task.id)
            for position in open_rows
            for task in left.values()
        ),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    for alike, position, id in ranked:
        if alike >= _ANY_PLACE and position not in pairs and id in left:
            pairs[position] = left.pop(id)
