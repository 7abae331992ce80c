"""The province's published PAPI results by year: checked, compared, and read for its weakest contents."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, Protocol

from papi_desktop.domain.dimensions import DIMENSIONS, dimension
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.stores import Store
from papi_desktop.domain.text import squeeze

CONTENTS: Final = len(DIMENSIONS)
LOWEST, HIGHEST = Decimal(1), Decimal(10)


class Group(StrEnum):
    """The four groups of provinces in which UNDP publishes; the rank is made by the provinces themselves."""

    HIGHEST = "cao nhất"
    UPPER = "trung bình cao"
    LOWER = "trung bình thấp"
    LOWEST = "thấp nhất"


@dataclass(frozen=True)
class YearScore:
    """A province's result in one year; whatever was not published or not entered is None."""

    province: str
    year: int
    total: Decimal | None = None
    by_dimension: tuple[Decimal | None, ...] = (None,) * CONTENTS
    """The score of each content, 1 to 8, in order."""
    group: Group | None = None
    groups: tuple[Group | None, ...] = (None,) * CONTENTS
    """The group of each content, 1 to 8, in order."""
    rank: int | None = None
    of: int | None = None
    basis: str = ""
    is_inferred: bool = False
    """Whether the figures were worked out from others ("+0,97 điểm so với 2019") and not read as such."""
    is_sample: bool = False
    id: int = 0
    uuid: str = ""

    @property
    def sum_of_contents(self) -> Decimal | None:
        """Return the sum of the eight contents, or None while one is missing."""
        known = [score for score in self.by_dimension if score is not None]
        return sum(known, Decimal(0)) if len(known) == CONTENTS else None

    @property
    def score(self) -> Decimal | None:
        """Return the total as published, or else the sum of the eight contents."""
        return self.sum_of_contents if self.total is None else self.total


class ScoreStore(Store[YearScore], Protocol):
    """The results, by province, then the newest year first; one for each province and year."""

    def of_province(self, province: str) -> list[YearScore]:
        """Return the results of one province, oldest year first."""
        ...

    def find(self, province: str, year: int) -> YearScore | None:
        """Return the result of one province in one year, if it was entered."""
        ...


@dataclass(frozen=True)
class Change:
    """What changed against the year before; None where either year lacks the figure. A rank gained is positive."""

    year: int
    total: Decimal | None
    by_dimension: tuple[Decimal | None, ...]
    rank: int | None
    is_inferred: bool = False
    """Whether one of the two years was worked out from other figures."""


def year_score(row: Mapping[str, str]) -> YearScore:
    """Read one row of the catalogue's table of results; these are sample data."""
    contents = range(1, CONTENTS + 1)
    return YearScore(
        row["province"],
        int(row["year"]),
        read_score(row["total"]),
        tuple(read_score(row[f"d{number}"]) for number in contents),
        read_group(row["group"]),
        tuple(read_group(row[f"g{number}"]) for number in contents),
        int(row["rank"]) if row["rank"] else None,
        int(row["of"]) if row["of"] else None,
        row["basis"],
        is_inferred=row["confidence"] == "inference",
        is_sample=True,
    )


def read_score(text: str) -> Decimal | None:
    """Read a score as typed, "42,67" or "42.67"; nothing for an empty text. Raises KnownError for anything else."""
    plain = squeeze(text).replace(",", ".")
    if not plain:
        return None
    if not _SCORE.fullmatch(plain):
        raise KnownError(f"“{text.strip()}” không phải là điểm số. Hãy nhập dạng 42,67.")
    return Decimal(plain)


def read_group(text: str) -> Group | None:
    """Read a group's name, with or without "nhất" ("Cao", "TB thấp"). Raises KnownError for an unknown one."""
    plain = squeeze(text).casefold().removeprefix("nhóm ").replace("tb ", "trung bình ")
    if not plain:
        return None
    found = next((group for group in Group if plain in (group, group.removesuffix(" nhất"))), None)
    if found is None:
        raise KnownError(
            f"Không có nhóm “{text.strip()}”. Hãy chọn cao nhất, trung bình cao, trung bình thấp hoặc thấp nhất."
        )
    return found


def written_score(score: Decimal | None) -> str:
    """Return a score with a decimal comma, or nothing."""
    return "" if score is None else f"{score:f}".replace(".", ",")


def checks(score: YearScore) -> tuple[str, ...]:
    """Return what cannot be right in a result, one sentence each; what is missing is not wrong."""
    return (*_wrong_contents(score), *_wrong_total(score), *_wrong_rank(score))


def weakest(scores: Iterable[YearScore]) -> tuple[int, ...]:
    """Return the contents of the latest year that has any, weakest first: by group, then by score.

    Where only some contents have a group, the others follow by score: a group says more than a bare score does,
    because some contents score low in every province.
    """
    latest = _latest(scores)
    return tuple(sorted(_known(latest), key=lambda number: _weakness(latest, number))) if latest else ()


def marked(scores: Iterable[YearScore], number: int = 3) -> tuple[int, ...]:
    """Return the contents to mark as weak: all of the lowest group below "cao nhất", or `number` by score alone."""
    latest = _latest(scores)
    order = weakest([latest] if latest else [])
    if not latest or not order:
        return ()
    group = latest.groups[order[0] - 1]
    if group is None:
        return order[:number]
    return () if group is Group.HIGHEST else tuple(n for n in order if latest.groups[n - 1] is group)


def change(scores: Iterable[YearScore], year: int) -> Change | None:
    """Return what changed in `year` against the year before it, or None when either year is missing."""
    by_year = {score.year: score for score in scores}
    now, before = by_year.get(year), by_year.get(year - 1)
    if not now or not before:
        return None
    pairs = zip(now.by_dimension, before.by_dimension, strict=True)
    return Change(
        year,
        _rounded(_difference(now.score, before.score), now, before),
        tuple(_difference(new, old) for new, old in pairs),
        None if now.rank is None or before.rank is None else before.rank - now.rank,
        now.is_inferred or before.is_inferred,
    )


def _difference(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or before is None else now - before


def _rounded(difference: Decimal | None, *scores: YearScore) -> Decimal | None:
    """Return a difference with no more places than a figure has that was itself worked out."""
    if difference is None:
        return None
    exponents = [each.score.as_tuple().exponent for each in scores if each.is_inferred and each.score is not None]
    places = max((each for each in exponents if isinstance(each, int)), default=None)
    return difference if places is None else round(difference, -places)


def _latest(scores: Iterable[YearScore]) -> YearScore | None:
    return max((score for score in scores if _known(score)), key=lambda score: score.year, default=None)


def _known(score: YearScore) -> list[int]:
    """Return the contents of which a group or a score is known."""
    pairs = enumerate(zip(score.groups, score.by_dimension, strict=True), start=1)
    return [number for number, (group, points) in pairs if group is not None or points is not None]


def _weakness(score: YearScore, number: int) -> tuple[int, Decimal, int]:
    group, points = score.groups[number - 1], score.by_dimension[number - 1]
    return _GROUP_ORDER[group], HIGHEST if points is None else points, number


def _wrong_contents(score: YearScore) -> Iterator[str]:
    for number, points in enumerate(score.by_dimension, start=1):
        if points is not None and not LOWEST <= points <= HIGHEST:
            yield (
                f"Nội dung {number} “{dimension(number).name}” năm {score.year} có điểm {written_score(points)}; "
                "điểm mỗi nội dung phải từ 1 đến 10."
            )


def _wrong_total(score: YearScore) -> Iterator[str]:
    if score.total is None:
        return
    if not CONTENTS * LOWEST <= score.total <= CONTENTS * HIGHEST:
        yield f"Tổng điểm năm {score.year} là {written_score(score.total)}; tổng điểm phải từ 8 đến 80."
    summed = score.sum_of_contents
    if summed is not None and abs(summed - score.total) > _rounding((*score.by_dimension, score.total)):
        yield (
            f"Tổng điểm năm {score.year} là {written_score(score.total)} nhưng tám nội dung cộng lại được "
            f"{written_score(summed)}; hãy xem lại từng điểm."
        )


def _wrong_rank(score: YearScore) -> Iterator[str]:
    if score.rank is not None and (score.rank < 1 or (score.of is not None and score.rank > score.of)):
        among = f" trong {score.of} tỉnh, thành phố" if score.of is not None else ""
        yield f"Thứ hạng năm {score.year} là {score.rank}{among}; hãy xem lại thứ hạng."


def _rounding(figures: Iterable[Decimal | None]) -> Decimal:
    """Return how far a sum may be off when each figure was rounded to the places it is written with."""
    return sum((_half_a_unit(figure) for figure in figures if figure is not None), Decimal(0))


def _half_a_unit(figure: Decimal) -> Decimal:
    exponent = figure.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


_SCORE: Final = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,6})?")
_GROUP_ORDER: Final = {Group.LOWEST: 0, Group.LOWER: 1, Group.UPPER: 2, Group.HIGHEST: 3, None: 4}
