"""The catalogue of what a commune must publish: with its basis, its places, and the rules its numbers come from."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from papi_desktop.catalog import rows, rule_book
from papi_desktop.domain.publications import DayKind, PlaceKind
from papi_desktop.domain.recurrence import Recurrence
from papi_desktop.domain.rules import Rule, RuleBook


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
    channels: str = ""
    """Other ways by which it also reaches the people, in words."""

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

    def unverified(self, day: date) -> tuple[str, ...]:
        """Return one sentence for each of its numbers that was not read in a source."""
        return tuple(
            f"Chưa kiểm chứng: {_amount(rule)} theo {rule.basis}. Hãy đối chiếu văn bản trước khi ghi vào thông báo."
            for rule in self.rules(day)
            if not rule.is_verified
        )


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
            channels=row["channels"],
        )
        for row in rows("publication_kinds")
    )


def kind(key: str) -> PublicationKind | None:
    """Return one kind, or None for a publication of the officer's own."""
    return next((each for each in kinds() if each.key == key), None)


def kind_name(key: str) -> str:
    """Return the name of a kind; "Nội dung khác" for one of the officer's own."""
    known = kind(key)
    return known.name if known else "Nội dung khác"


def _amount(rule: Rule) -> str:
    unit = {"working_day": "ngày làm việc", "day_consecutive": "ngày liên tục"}.get(rule.unit, "ngày")
    return f"{rule.value} {unit}"
