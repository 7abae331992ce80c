"""Filling pages: slabs that are never split, some of which stay with the slab below."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM: Final = 72 / 25.4

Paint = Callable[["Canvas", float, float], None]
"""Draws on a canvas, given the left edge and the top edge in pt from the bottom of the page."""


@dataclass(frozen=True)
class PageShape:
    """The paper and its margins in pt: A4, 20 mm top and bottom, 30 mm left, 15 mm right (NĐ 30/2020 Phụ lục I)."""

    width: float = 210 * MM
    height: float = 297 * MM
    top: float = 20 * MM
    bottom: float = 20 * MM
    left: float = 30 * MM
    right: float = 15 * MM

    @property
    def room(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def middle(self) -> float:
        """Return the centre of the space between the side margins."""
        return self.left + self.room / 2


PORTRAIT: Final = PageShape()
LANDSCAPE: Final = PageShape(width=PORTRAIT.height, height=PORTRAIT.width)


@dataclass(frozen=True)
class Slab:
    """A piece of a page; `gap` is white space above it, `header` is repeated above it where it begins a page."""

    height: float
    paint: Paint
    gap: float = 0.0
    stays: bool = False
    """True keeps it on one page with the next slab."""
    header: "Slab | None" = None


@dataclass
class Page:
    """The slabs of one page, each with its distance from the top margin."""

    depth: float
    placed: list[tuple[float, Slab]] = field(default_factory=list)
    used: float = 0.0

    def holds(self, slabs: list[Slab]) -> bool:
        """Tell whether all of `slabs` fit in what is left."""
        return self._after(slabs) <= self.depth + 0.01

    def put(self, slab: Slab) -> None:
        """Place one slab under the others."""
        if not self.placed and slab.header:
            self.placed.append((0.0, slab.header))
            self.used = slab.header.height
        elif self.placed:
            self.used += slab.gap
        self.placed.append((self.used, slab))
        self.used += slab.height

    def _after(self, slabs: list[Slab]) -> float:
        tall = sum(slab.height + slab.gap for slab in slabs)
        if self.placed:
            return self.used + tall
        header = slabs[0].header
        return tall - (0.0 if header else slabs[0].gap) + (header.height if header else 0.0)


def pages(slabs: Iterable[Slab], depth: float) -> Iterator[Page]:
    """Yield pages of `depth` pt; what stays together goes to the next page together; of more, its end does."""
    page = Page(depth)
    for cluster in _clusters(slabs):
        for unit in _units(cluster, depth):
            if page.placed and not page.holds(unit):
                yield page
                page = Page(depth)
            for slab in unit:
                page.put(slab)
    yield page


def _units(cluster: list[Slab], depth: float) -> list[list[Slab]]:
    """Return a cluster in one piece, or as single slabs and as much of its end as one page holds."""
    whole = next((index for index in range(len(cluster)) if Page(depth).holds(cluster[index:])), len(cluster) - 1)
    return [*([slab] for slab in cluster[:whole]), cluster[whole:]]


def _clusters(slabs: Iterable[Slab]) -> Iterator[list[Slab]]:
    cluster: list[Slab] = []
    for slab in slabs:
        cluster.append(slab)
        if not slab.stays:
            yield cluster
            cluster = []
    if cluster:
        yield cluster
