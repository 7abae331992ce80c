"""The contents in which the province scored low in a year: their tasks come first in the list."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

from papi_desktop.domain.scores import YearScore, marked
from papi_desktop.services.work import Work

_CHOICE: Final = "yếu "


class OfContent(Protocol):
    """Anything that belongs to one of the eight contents."""

    @property
    def dimension(self) -> int:
        """Return the number of the content."""
        ...


LineT = TypeVar("LineT", bound=OfContent)


def weak_choice(year: int) -> str:
    """Return the choice in a list's filter of contents that puts those weak in `year` first."""
    return f"{_CHOICE}{year}"


def is_weak_choice(chosen: str) -> bool:
    """Tell whether a choice puts weak contents first, so that it leaves nothing out."""
    return chosen.startswith(_CHOICE) and chosen.removeprefix(_CHOICE).isdecimal()


def weak_choices(work: Work) -> Sequence[tuple[str, str]]:
    """Return one choice for each year whose result has weak contents, the newest first."""
    years = [score.year for score in reversed(_scores(work)) if marked([score])]
    return [(weak_choice(year), f"Nội dung yếu năm {year} xếp trước") for year in years]


def chosen_contents(work: Work, chosen: str) -> tuple[int, ...]:
    """Return the contents that a choice puts first, the weakest before all; nothing for any other choice."""
    if not is_weak_choice(chosen):
        return ()
    year = int(chosen.removeprefix(_CHOICE))
    return marked(score for score in _scores(work) if score.year == year)


def put_first(lines: Iterable[LineT], first: Sequence[int]) -> list[LineT]:
    """Return the lines of the contents `first` before the others, the weakest content before all."""
    order = {number: place for place, number in enumerate(first)}
    return sorted(lines, key=lambda line: (order.get(line.dimension, len(order)), line.dimension))


def _scores(work: Work) -> list[YearScore]:
    commune = work.commune.get()
    return work.scores.of_province(commune.province) if commune else []
