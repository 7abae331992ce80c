"""Moving width between the columns of a table, from those with room to those that make rows tall."""

from math import ceil
from typing import Final

PADDING: Final = 3.5
"""White space at both sides of a cell, in pt."""
_STEPS: Final = 40
_SHARE: Final = 0.01
"""How much of the table's width is moved at once."""
_LOSS: Final = 13.0
"""What a broken line leaves empty, in pt: about half a word."""
_KEPT: Final = 0.7
"""No column becomes narrower than this part of what it was given."""


def shortened(widths: list[float], least: list[float], lengths: list[list[float]]) -> list[float]:
    """Return widths of the same sum under which the rows, whose texts are so long, take fewer lines."""
    floor = [max(low, _KEPT * wide) for low, wide in zip(least, widths, strict=True)]
    best = widths
    for _ in range(_STEPS):
        better = _step(best, floor, lengths)
        if better is None:
            break
        best = better
    return best


def _step(widths: list[float], floor: list[float], lengths: list[list[float]]) -> list[float] | None:
    """Return the best of the moves to the neediest columns, or None when none helps."""
    move = _SHARE * sum(widths)
    lines = [_lines(row, widths) for row in lengths]
    now = _cost(lines)
    need = [sum(row[index] == max(row) for row in lines if max(row) > 1) for index in range(len(widths))]
    spare = [sum(max(row) - row[index] for row in lines) for index in range(len(widths))]
    givers = [index for index, wide in enumerate(widths) if wide - move >= floor[index]]
    takers = sorted((index for index, many in enumerate(need) if many), key=lambda index: -need[index])[:3]
    for giver in sorted(givers, key=lambda index: -spare[index])[:3]:
        for taker in takers:
            tried = _moved(widths, giver, taker, move)
            if giver != taker and _cost([_lines(row, tried) for row in lengths]) < now:
                return tried
    return None


def _moved(widths: list[float], giver: int, taker: int, move: float) -> list[float]:
    moved = list(widths)
    moved[giver] -= move
    moved[taker] += move
    return moved


def _lines(row: list[float], widths: list[float]) -> list[float]:
    """Return about how many lines each cell takes."""
    return [_depth(length, wide - 2 * PADDING) for length, wide in zip(row, widths, strict=False)]


def _depth(length: float, room: float) -> float:
    return min(length / room, 1.0) if length <= room else max(length / max(room - _LOSS, room / 2), 1.01)


def _cost(lines: list[list[float]]) -> float:
    """Return the height of the rows; halves of lines count a little, so that small steps are seen to help."""
    return sum(ceil(max(row, default=1.0)) + max(row, default=1.0) for row in lines)
