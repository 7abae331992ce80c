"""What must be published again and again: the next turn begins by itself, and a turn that nobody posted is missed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from papi_desktop.domain.calendar import written
from papi_desktop.domain.publications import Posting, Publication
from papi_desktop.domain.recurrence import Occurrence, nearest, occurrences
from papi_desktop.services.publication_kinds import PublicationKind, kinds, turn_of
from papi_desktop.services.publishing import latest_day, new_publication
from papi_desktop.services.rule_book import Terms, terms
from papi_desktop.services.schedule_turns import covered_quarters
from papi_desktop.services.work import Work

_CATCH_UP = timedelta(days=366)


@dataclass(frozen=True)
class MissedTurn:
    """A kind whose present turn is not up."""

    kind: str
    name: str
    occurrence: str
    due_on: date
    last_posted_on: date | None
    publication_id: int = 0
    """The publication of the turn when it was begun already."""

    @property
    def sentence(self) -> str:
        """Return what is missing and since when."""
        last = f"lần gần nhất niêm yết ngày {written(self.last_posted_on)}" if self.last_posted_on else "chưa lần nào"
        return f"{self.name}: kỳ {self.occurrence} phải công khai chậm nhất ngày {written(self.due_on)}; {last}."


def begin_next_turns(work: Work, today: date) -> list[Publication]:
    """Begin the turns of recurring kinds that came due since the last one, and return them; twice begins nothing new.

    Only kinds that the commune published before go on by themselves. A turn in the recycle bin is not begun again.
    """
    now, places = terms(work), work.places.all()
    there = work.publications.all()
    covered = covered_quarters(work)
    known = _known(there) | _known(each.value for each in work.publications.removed())
    known |= {(each.kind, code) for each in there for code in covered.get(each.id, ())}
    horizon = today + timedelta(days=now.book.number("work.soon_days", today))
    begun = []
    for each in _recurring():
        for turn in _due(each, there, horizon):
            if (each.key, turn.code) not in known:
                draft = new_publication(each.key, _day_of(each, turn), today, places, now)
                fresh = replace(draft, title=each.turn_title(turn.code), occurrence=turn.code)
                begun.append(work.publications.put(fresh).after)
    return begun


def missed_turns(work: Work, today: date) -> list[MissedTurn]:
    """Return the kinds whose present turn should hang and does not, by day."""
    now, postings, covered = terms(work), work.postings.all(), covered_quarters(work)
    publications = work.publications.all()
    latest = {each.id: max((turn_of(each), *covered.get(each.id, ()))) for each in publications}
    found = [_missed(each, publications, postings, latest, today, now) for each in _recurring()]
    return sorted(filter(None, found), key=lambda each: (each.due_on, each.kind))


def _missed(
    known: PublicationKind,
    publications: Iterable[Publication],
    postings: Iterable[Posting],
    latest: Mapping[int, str],
    today: date,
    now: Terms,
) -> MissedTurn | None:
    past = [
        (turn, due)
        for turn in occurrences(known.recurs, known.usual, today - 2 * _CATCH_UP, today)
        if (due := latest_day(known, _day_of(known, turn), now)) < today
    ]
    own = {each.id for each in publications if each.kind == known.key}
    up = [each for each in postings if each.publication_id in own and each.since <= today]
    turn, due = past[-1]
    if not own or any(latest[each.publication_id] >= turn.code for each in up):
        return None
    begun = max((id for id in own if latest[id] == turn.code), default=0)
    return MissedTurn(
        known.key, known.name, known.turn(turn.code), due, max((each.since for each in up), default=None), begun
    )


def _day_of(known: PublicationKind, turn: Occurrence) -> date:
    """Return the day from which the last day of a turn is reckoned: that of a schedule is its first day."""
    return turn.first_on if known.is_ahead else turn.trigger_on


def _recurring() -> list[PublicationKind]:
    return [each for each in kinds() if each.recurs.months]


def _known(publications: Iterable[Publication]) -> set[tuple[str, str]]:
    return {(each.kind, turn_of(each)) for each in publications}


def _due(known: PublicationKind, there: Iterable[Publication], horizon: date) -> list[Occurrence]:
    triggers = [each.trigger_on for each in there if each.kind == known.key and each.trigger_on and turn_of(each)]
    if not triggers:
        return []
    first = max(min(triggers), horizon - _CATCH_UP)
    latest = nearest(known.recurs, known.usual, max(triggers))
    return [
        turn
        for turn in occurrences(known.recurs, known.usual, first, horizon)
        if turn.trigger_on > min(latest.trigger_on, max(triggers))
    ]
