"""The catalogue of what a commune must publish: with its basis, its places, and the rules its numbers come from."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from papi_desktop.catalog import rows, rule_book
from papi_desktop.domain.publications import DayKind, PlaceKind, Publication
from papi_desktop.domain.recurrence import Recurrence, nearest, so_far_words, turn_words
from papi_desktop.domain.rules import Rule, RuleBook

NO_TURN: Final = "-"
"""The occurrence of a publication beside the turns of its kind, such as the notice of a changed schedule."""


@dataclass(frozen=True)
class PublicationKind:
    """One kind of publication; its numbers are keys into the table of rules."""

    key: str
    name: str
    dimension: int
    basis: str
    trigger: str
    min_days_rule: str
    publish_within_rule: str
    loudspeaker_rule: str
    places: tuple[PlaceKind, ...]
    recurs: Recurrence = Recurrence.ON_EVENT
    usual: str = "end"
    """From which day a turn has to be published, as `domain.recurrence` reads it."""
    one_of: tuple[PlaceKind, ...] = ()
    """Those of its places of which one is enough."""
    about_year: int = 0
    """How many years after its usual day the year lies that a turn is about: 1 for the estimate of the next."""
    titled: str = ""
    """The title of a turn, with {turn} or, for figures that add up through the year, {so_far}; or else its name."""

    @property
    def is_ahead(self) -> bool:
        """Tell whether it is published ahead of its day, as a schedule is, and not after it."""
        return self.publish_within_rule.endswith("_before")

    def turn(self, code: str) -> str:
        """Return what one turn is about: "năm 2023", "9 tháng năm 2022"."""
        return so_far_words(code) if "{so_far}" in self.titled else turn_words(code, self.about_year)

    def turn_title(self, code: str) -> str:
        """Return the title of a publication that is one turn."""
        words = self.turn(code)
        return self.titled.format(turn=words, so_far=words) if self.titled else f"{self.name} ({words})"

    def rules(self, day: date, book: RuleBook | None = None) -> tuple[Rule, ...]:
        """Return the rules that give its numbers on `day`."""
        keys = (self.min_days_rule, self.publish_within_rule, self.loudspeaker_rule)
        return tuple((book or rule_book()).rule(key, day) for key in keys if key)

    def min_days(self, day: date, book: RuleBook | None = None) -> int:
        """Return how many days it must hang at least."""
        return (book or rule_book()).number(self.min_days_rule, day)

    def day_kind(self, day: date, book: RuleBook | None = None) -> DayKind:
        """Return how those days are counted."""
        unit = (book or rule_book()).rule(self.min_days_rule, day).unit
        return DayKind.WORKING if unit == "working_day" else DayKind.CONSECUTIVE


@lru_cache(maxsize=1)
def kinds() -> tuple[PublicationKind, ...]:
    """Return the kinds of publication, in the catalogue's order."""
    return tuple(
        PublicationKind(
            key=row["key"],
            name=row["name"],
            dimension=int(row["dimension"]),
            basis=row["basis"],
            trigger=row["trigger"],
            min_days_rule=row["min_days_rule"],
            publish_within_rule=row["publish_within_rule"],
            loudspeaker_rule=row["loudspeaker_rule"],
            places=tuple(PlaceKind[name] for name in row["places"].split()),
            recurs=Recurrence[row["recurs"]],
            usual=row["usual"],
            one_of=tuple(PlaceKind[name] for name in row["one_of"].split()),
            about_year=int(row["about_year"] or 0),
            titled=row["turn_title"],
        )
        for row in rows("publication_kinds")
    )


def kind(key: str) -> PublicationKind | None:
    """Return one kind, or None for a publication of the officer's own."""
    return next((each for each in kinds() if each.key == key), None)


def turn_of(publication: Publication) -> str:
    """Return the code of the turn that a publication is, also of one begun by hand; empty for what has no turns."""
    known = kind(publication.kind)
    if publication.occurrence or known is None or not known.recurs.months or publication.trigger_on is None:
        return publication.occurrence.removeprefix(NO_TURN)
    return nearest(known.recurs, known.usual, publication.trigger_on).code


def title_of(publication: Publication) -> str:
    """Return the title as papers print it: where it is only the name of a kind, the title of its turn instead."""
    known, turn = kind(publication.kind), turn_of(publication)
    is_bare = known and (publication.title == known.name or publication.title.startswith(f"{known.name} ("))
    return known.turn_title(turn) if known and known.titled and turn and is_bare else publication.title


def enough_one_of(key: str) -> tuple[PlaceKind, ...]:
    """Return the kinds of place of which one is enough for a kind of publication."""
    known = kind(key)
    return known.one_of if known else ()


def stays_until_replaced(key: str) -> bool:
    """Tell whether a kind of publication hangs until a newer one of its kind hangs, such as the fees in force."""
    known = kind(key)
    return known is not None and known.recurs is Recurrence.ON_CHANGE


def kind_name(key: str) -> str:
    """Return the name of a kind; "Nội dung khác" for one of the officer's own."""
    known = kind(key)
    return known.name if known else "Nội dung khác"
