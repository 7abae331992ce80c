"""The list of publications and the matrix of places: what is posted where, how long, and what is missing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.calendar import OfficeDays
from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.periods import Window
from papi_desktop.domain.publication_checks import check_publication
from papi_desktop.domain.publications import Place, Posting, Publication, PublicationCheck, PublicationState
from papi_desktop.domain.rules import RuleBook
from papi_desktop.services.publication_kinds import enough_one_of, kind_name, stays_until_replaced
from papi_desktop.services.registers import ColumnKind, Filter, Query, Register, RegisterColumn
from papi_desktop.services.rule_book import bundled_terms, office_days, rule_book
from papi_desktop.services.spans import WHEN_FILTER, asked_window
from papi_desktop.services.task_list import DIMENSION_FILTER
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class PublicationLine:
    """One publication as the list shows it, with the program's verdict on the day."""

    id: int
    title: str
    kind: str
    dimension: int
    dimension_name: str
    basis: str
    trigger_on: date | None
    latest_on: date | None
    first_day: date | None
    min_days: int
    day_kind: str
    places: int
    done_places: int
    shown_places: str
    evidence: int
    state: PublicationState
    reasons: str
    is_soon: bool
    """Whether it must be put up within the days that the rules call soon, and some place still misses it."""


@dataclass(frozen=True)
class Matrix:
    """Places across, publications down; each publication's check holds one cell for each place it needs."""

    places: tuple[Place, ...]
    checks: tuple[PublicationCheck, ...]


def checks_of(
    publications: Iterable[Publication],
    places: Sequence[Place],
    postings: Iterable[Posting],
    day: date,
    days: OfficeDays | None = None,
    only: Collection[int] | None = None,
) -> list[PublicationCheck]:
    """Return the verdict on each publication, or on those with the ids `only`, as of `day`.

    What went up later does not count. What hangs until it is replaced is judged beside the others of its kind.
    """
    of: dict[int, list[Posting]] = defaultdict(list)
    for posting in postings:
        if posting.since <= day:
            of[posting.publication_id].append(posting)
    days, publications = days or bundled_terms().days, tuple(publications)
    replaced = _replacements(publications, of)
    return [
        replace(
            check_publication(
                each,
                places,
                of[each.id],
                day,
                days,
                enough_one_of(each.kind),
                stays=stays_until_replaced(each.kind) and each.id not in replaced,
            ),
            replaced_on=replaced.get(each.id),
        )
        for each in publications
        if only is None or each.id in only
    ]


def _replacements(publications: Iterable[Publication], of: Mapping[int, Sequence[Posting]]) -> dict[int, date]:
    """Return the day on which a newer one of its kind went up, by publication."""
    first = {each.id: min(posting.since for posting in of[each.id]) for each in publications if of[each.id]}
    up = sorted((each.kind, first[each.id], each.id) for each in publications if each.id in first)
    return {
        id: newer_since
        for (key, _since, id), (newer, newer_since, _id) in pairwise(up)
        if key == newer and stays_until_replaced(key)
    }


def belongs_to(check: PublicationCheck, window: Window, today: date) -> bool:
    """Tell whether a publication is work of `window`: it fell due, was triggered or hung in it, or has no date yet."""
    days = [check.publication.trigger_on, check.publication.latest_on]
    hung = [each.posting for each in check.places if each.posting]
    if not hung and not any(days):
        return window.last >= today
    return any(day in window for day in days) or any(
        posting.since <= window.last and (posting.until or today) >= window.first for posting in hung
    )


def is_soon(check: PublicationCheck, today: date, book: RuleBook) -> bool:
    """Tell whether a publication still misses a place, and its latest day is near."""
    latest = check.publication.latest_on
    if latest is None or all(each.posting for each in check.places):
        return False
    return today <= latest <= today + timedelta(days=book.number("work.soon_days", today))


def publication_lines(work: Work, query: Query) -> list[PublicationLine]:
    """Return the publications, newest first."""
    evidence, book = _evidence(work), rule_book(work)
    return [
        _line(check, evidence.get(check.publication.id, 0), is_soon(check, query.today, book))
        for check in _checks(work, query)
        if _is_asked_for(check, query)
    ]


def publication_matrix(work: Work, query: Query) -> Matrix:
    """Return the publications of the list with their places, for the view of places across and publications down."""
    checks = [check for check in _checks(work, query) if _is_asked_for(check, query)]
    return Matrix(tuple(work.places.all()), tuple(checks))


def _checks(work: Work, query: Query) -> list[PublicationCheck]:
    publications = work.publications.all()
    checks = checks_of(publications, work.places.all(), work.postings.all(), query.today, office_days(work))
    if query.words.strip():
        found = {hit.id for hit in work.search.find(query.words, "publications", len(publications))}
        checks = [check for check in checks if check.publication.id in found]
    window = asked_window(work, query)
    return [check for check in checks if window is None or belongs_to(check, window, query.today)]


def _evidence(work: Work) -> dict[int, int]:
    counts = work.attachments.counts(Owner.POSTING)
    total: dict[int, int] = defaultdict(int)
    for posting in work.postings.all() if counts else []:
        total[posting.publication_id] += counts.get(posting.id, 0)
    return total


def _line(check: PublicationCheck, evidence: int, soon: bool) -> PublicationLine:
    publication = check.publication
    return PublicationLine(
        id=publication.id,
        title=publication.title,
        kind=kind_name(publication.kind),
        dimension=publication.dimension,
        dimension_name=dimension(publication.dimension).name,
        basis=publication.basis,
        trigger_on=publication.trigger_on,
        latest_on=publication.latest_on,
        first_day=check.first_day,
        min_days=publication.min_days,
        day_kind=publication.day_kind,
        places=len(check.places),
        done_places=check.done_places,
        shown_places=f"{check.done_places}/{len(check.places)}",
        evidence=evidence,
        state=check.state,
        reasons=" ".join(check.reasons),
        is_soon=soon,
    )


def _is_asked_for(check: PublicationCheck, query: Query) -> bool:
    dimension = str(check.publication.dimension)
    return query.filter("dimension") in ("", dimension) and query.filter("state") in ("", check.state)


PUBLICATIONS = Register(
    name="publications",
    title="Công khai",
    columns=(
        RegisterColumn("title", "Nội dung công khai", ColumnKind.LONG, 36),
        RegisterColumn("shown_places", "Nơi đạt", width=8),
        RegisterColumn("latest_on", "Hạn công khai", ColumnKind.DATE, 12),
        RegisterColumn("first_day", "Niêm yết từ", ColumnKind.DATE, 10),
        RegisterColumn("min_days", "Ngày tối thiểu", ColumnKind.NUMBER, 8),
        RegisterColumn("evidence", "Minh chứng", ColumnKind.NUMBER, 8),
        RegisterColumn("basis", "Căn cứ", width=20),
        RegisterColumn("state", "Kết quả", ColumnKind.STATE, 14),
    ),
    lines=publication_lines,
    filters=(
        Filter("state", "Mọi kết quả", tuple((state.value, state.value) for state in PublicationState)),
        DIMENSION_FILTER,
        WHEN_FILTER,
    ),
)
