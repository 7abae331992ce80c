"""The list of places and channels where things are made public."""

from collections import Counter
from dataclasses import dataclass

from papi_desktop.domain.publications import PlaceKind
from papi_desktop.domain.text import has_words
from papi_desktop.services.registers import ColumnKind, Query, Register, RegisterColumn
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class PlaceLine:
    """One place with how many publications ask for it."""

    id: int
    ordinal: int
    name: str
    kind: PlaceKind
    publications: int


def place_lines(work: Work, query: Query) -> list[PlaceLine]:
    """Return the places, in the commune's own order."""
    asked = Counter(place for publication in work.publications.all() for place in publication.place_ids)
    return [
        PlaceLine(each.id, each.ordinal, each.name, each.kind, asked[each.id])
        for each in work.places.all()
        if has_words(query.words, each.name, each.kind)
    ]


PLACES = Register(
    name="places",
    title="Nơi công khai",
    columns=(
        RegisterColumn("ordinal", "TT", ColumnKind.NUMBER, 5),
        RegisterColumn("name", "Tên nơi, kênh công khai", width=34),
        RegisterColumn("kind", "Loại", width=20),
        RegisterColumn("publications", "Số mục công khai", ColumnKind.NUMBER, 10),
    ),
    lines=place_lines,
)
