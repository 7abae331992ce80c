"""Beginning a publication in three clicks: the catalogue as a list to choose from, and what a choice fills in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from papi_desktop.domain.calendar import written
from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.publications import Place, PlaceKind, Publication
from papi_desktop.domain.text import has_words
from papi_desktop.services.publication_kinds import enough_one_of, kind, kinds, title_of
from papi_desktop.services.publishing import new_publication
from papi_desktop.services.registers import ColumnKind, RegisterColumn
from papi_desktop.services.rule_book import Terms, terms
from papi_desktop.services.work import Work

OWN_KIND = ""
KIND_COLUMNS = (RegisterColumn("name", "Nội dung phải công khai", ColumnKind.LONG, 40),)


@dataclass(frozen=True)
class KindLine:
    """One kind of publication to choose, under its PAPI content."""

    id: int
    key: str
    name: str
    group: str
    trigger: str


@dataclass(frozen=True)
class Fact:
    """One thing that a choice fills in, and whether its figure still has to be compared with the law."""

    label: str
    words: str
    is_verified: bool = True


@dataclass(frozen=True)
class Ground:
    """What a new publication is made on: the commune's places, and what is in force."""

    places: tuple[Place, ...]
    terms: Terms


def kind_lines(words: str = "") -> list[KindLine]:
    """Return the kinds whose name, basis or content has the words, by content; one's own kind comes last."""
    ordered = sorted(enumerate(kinds(), 1), key=lambda each: each[1].dimension)
    lines = [
        KindLine(number, each.key, each.name, dimension(each.dimension).name, each.trigger)
        for number, each in ordered
        if has_words(words, each.name, each.basis, dimension(each.dimension).name)
    ]
    own = KindLine(len(ordered) + 1, OWN_KIND, "Nội dung khác (tự đặt tên)", "Khác", "Ngày có nội dung phải công khai")
    return [*lines, own]


def read_ground(work: Work) -> Ground:
    """Return the places and the terms in force for this commune."""
    return Ground(tuple(work.places.all()), terms(work))


def draft(key: str, trigger_on: date | None, today: date, ground: Ground) -> Publication:
    """Return a publication of one kind with everything filled in that the commune's rules and places give."""
    made = new_publication(key, trigger_on, today, ground.places, ground.terms)
    return replace(made, title=title_of(made))


def facts(publication: Publication, ground: Ground) -> list[Fact]:
    """Return what was filled in for a new publication, for a person to look over."""
    known, day = kind(publication.kind), publication.trigger_on
    unsure = (
        {rule.key for rule in known.rules(day, ground.terms.book) if not rule.is_verified or rule.is_over(day)}
        if known and day
        else set()
    )
    basis = [Fact("Căn cứ", publication.basis)] if publication.basis else []
    latest = written(publication.latest_on)
    within = known.publish_within_rule if known else ""
    shortest = f"Ít nhất {publication.min_days} {publication.day_kind}"
    return [
        *basis,
        *([Fact("Phải công khai", f"Chậm nhất ngày {latest}", within not in unsure)] if latest else []),
        Fact("Thời gian niêm yết", shortest, not known or known.min_days_rule not in unsure),
        *_loudspeaker(publication, ground.places, unsure),
        Fact("Nơi công khai", place_words(publication, ground.places)),
        *_one_of(publication, ground.places),
    ]


def place_words(publication: Publication, places: Sequence[Place]) -> str:
    """Return the places of a publication in short: several village houses are counted."""
    chosen = [place for place in places if place.id in publication.place_ids]
    count = Counter(place.kind for place in chosen)
    parts = []
    for each in dict.fromkeys(place.kind for place in chosen):
        if each is PlaceKind.VILLAGE_HOUSE and count[each] > 1:
            parts.append(f"{count[each]} nhà văn hóa thôn, tổ dân phố")
        else:
            parts += [place.name for place in chosen if place.kind is each]
    return "; ".join(parts) or "chưa chọn"


def _one_of(publication: Publication, places: Sequence[Place]) -> list[Fact]:
    """Return the places of which one is enough, if several were filled in."""
    kinds_chosen = enough_one_of(publication.kind)
    names = [place.name for place in places if place.id in publication.place_ids and place.kind in kinds_chosen]
    return [Fact("Chỉ cần một trong các hình thức", "; ".join(names))] if len(names) > 1 else []


def _loudspeaker(publication: Publication, places: Sequence[Place], unsure: set[str]) -> list[Fact]:
    kinds_chosen = {place.kind for place in places if place.id in publication.place_ids}
    if PlaceKind.LOUDSPEAKER not in kinds_chosen:
        return []
    known = kind(publication.kind)
    words = f"Ít nhất {publication.loudspeaker_days} ngày liên tục"
    return [Fact("Phát trên truyền thanh", words, not known or known.loudspeaker_rule not in unsure)]
