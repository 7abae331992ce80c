"""A year's result as the fields of a form: the total, the eight contents with their groups, the rank."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from papi_desktop.domain.calendar import YEARS
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.scores import CONTENTS, Group, YearScore, checks
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.work import Work

PLAIN: Final = ("total", "group", "rank", "of", "basis")
POINTS: Final = tuple(f"d{number}" for number in range(1, CONTENTS + 1))
GROUPS: Final = tuple(f"g{number}" for number in range(1, CONTENTS + 1))


def form_values(score: YearScore) -> dict[str, Any]:
    """Return what the form shows of a result."""
    return (
        {key: getattr(score, key) for key in PLAIN}
        | {"year": str(score.year) if score.year else ""}
        | dict(zip(POINTS, score.by_dimension, strict=True))
        | dict(zip(GROUPS, score.groups, strict=True))
    )


def with_value(score: YearScore, key: str, value: Any) -> YearScore:
    """Return the result with one field of the form changed; a figure that was typed is no longer worked out."""
    inferred = score.is_inferred and key not in ("total", "rank")
    score = replace(score, is_sample=False, is_inferred=inferred)
    if key in POINTS:
        return replace(score, by_dimension=_with(score.by_dimension, POINTS.index(key), value))
    if key in GROUPS:
        return replace(score, groups=_with(score.groups, GROUPS.index(key), value))
    return replace(score, **{key: value})


def new_score(work: Work, values: Mapping[str, Any]) -> YearScore:
    """Return the result that a filled-in form stands for. Raises KnownError for a year that cannot be one."""
    score = YearScore(read_commune(work).province, read_year(values["year"]))
    for key in (*PLAIN, *POINTS, *GROUPS):
        score = with_value(score, key, values[key])
    return score


def read_year(text: str) -> int:
    """Read the year of a result. Raises KnownError; PAPI began in 2009."""
    if not text.strip().isdecimal() or not 2009 <= int(text) <= YEARS[-1]:
        raise KnownError(f"“{text.strip()}” không phải là năm của kết quả PAPI. Hãy nhập năm từ 2009, ví dụ 2022.")
    return int(text)


def warning(values: Mapping[str, Any]) -> str:
    """Return what cannot be right in a filled-in form, or nothing."""
    year = values["year"].strip()
    score = YearScore(
        "",
        int(year) if year.isdecimal() else 0,
        values["total"],
        _points(values),
        rank=values["rank"],
        of=values["of"],
    )
    return "\n".join(checks(score))


def _points(values: Mapping[str, Any]) -> tuple[Decimal | None, ...]:
    return tuple(values[key] for key in POINTS)


def _with(known: tuple[Any, ...], place: int, value: Decimal | Group | None) -> tuple[Any, ...]:
    return (*known[:place], value, *known[place + 1 :])
