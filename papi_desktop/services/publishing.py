"""Publications: beginning one from the catalogue, posting it at many places at once, and taking it down."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Commune, Unit, Village
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.publications import Place, PlaceKind, Posting, PostingOpinion, Publication
from papi_desktop.domain.stores import Saved
from papi_desktop.paths import DataFolder
from papi_desktop.services import evidence
from papi_desktop.services.photos import Prepared, add_prepared
from papi_desktop.services.publication_kinds import PublicationKind, kind
from papi_desktop.services.rule_book import Terms, bundled_terms
from papi_desktop.services.work import Work


def new_publication(
    key: str, trigger_on: date | None, today: date, places: Sequence[Place], terms: Terms | None = None
) -> Publication:
    """Return a publication of one kind as a draft: its numbers from the rules in force, its places from the kind."""
    known = kind(key)
    if known is None:
        return Publication(title="", place_ids=tuple(place.id for place in places), trigger_on=trigger_on)
    terms, day = terms or bundled_terms(), trigger_on or today
    return Publication(
        title=known.name,
        kind=known.key,
        dimension=known.dimension,
        basis=known.basis,
        trigger_on=trigger_on,
        latest_on=latest_day(known, trigger_on, terms) if trigger_on else None,
        min_days=known.min_days(day, terms.book),
        day_kind=known.day_kind(day, terms.book),
        loudspeaker_days=terms.book.number(known.loudspeaker_rule or "posting.loudspeaker.min_days", day),
        place_ids=tuple(place.id for place in places if place.kind in known.places),
    )


def latest_day(known: PublicationKind, trigger_on: date, terms: Terms | None = None) -> date:
    """Return the last day on which a publication of this kind is in time."""
    terms = terms or bundled_terms()
    return (terms.before if known.is_ahead else terms.after)(known.publish_within_rule, trigger_on)


def default_places(commune: Commune, villages: Sequence[Village]) -> list[Place]:
    """Return the usual places and channels: office, village houses, loudspeaker, web page, meetings."""
    houses = [Place(PlaceKind.VILLAGE_HOUSE, house_name(commune, village), village.id) for village in villages]
    places = [
        Place(PlaceKind.OFFICE, f"Trụ sở {commune.committee}"),
        *houses,
        Place(PlaceKind.LOUDSPEAKER, f"Đài truyền thanh {commune.full_name}"),
        Place(PlaceKind.WEBSITE, f"Trang thông tin điện tử {commune.full_name}"),
        *(Place(kind, kind.value) for kind in (PlaceKind.VILLAGE_HEADS, PlaceKind.MEETING)),
    ]
    return [replace(place, ordinal=ordinal) for ordinal, place in enumerate(places, start=1)]


def house_name(commune: Commune, village: Village) -> str:
    """Return "Nhà văn hóa thôn …" or "Nhà sinh hoạt tổ dân phố …", however the village's name was typed."""
    is_rural = commune.unit in (Unit.COMMUNE, Unit.SPECIAL_ZONE)
    first, _, rest = village.name.partition(" ")
    if first.lower() in ("thôn", "tổ", "ấp", "khu", "khóm", "bon", "buôn"):
        name = f"{first.lower()} {rest}"
    else:
        name = f"{'thôn' if is_rural else 'tổ dân phố'} {village.name}"
    return f"{'Nhà văn hóa' if is_rural else 'Nhà sinh hoạt cộng đồng'} {name}"


def add_missing_places(work: Work) -> list[Place]:
    """Add the usual places that are not there yet and return them; asking twice adds nothing."""
    commune = work.commune.get()
    if commune is None:
        return []
    there = work.places.all()
    names = {place.name for place in there}
    wanted = default_places(commune, work.villages.all())
    return [work.places.put(place).after for place in wanted if place.name not in names]


def add_village(work: Work, village: Village) -> Saved[Village]:
    """Write a new village and add its house to the places."""
    last = max((each.ordinal for each in work.villages.all()), default=0)
    saved = work.villages.put(replace(village, ordinal=last + 1))
    commune = work.commune.get()
    if commune:
        after = max((place.ordinal for place in work.places.all()), default=0) + 1
        work.places.put(Place(PlaceKind.VILLAGE_HOUSE, house_name(commune, saved.after), saved.after.id, ordinal=after))
    return saved


def post(
    work: Work,
    publication: Publication,
    place_ids: Sequence[int],
    since: date,
    until: date | None = None,
    by: str = "",
    witnesses: str = "",
) -> list[Posting]:
    """Record that `publication` went up on `since` at several places at once. Raises KnownError for wrong dates."""
    check_dates(since, until)
    events = {place.id for place in work.places.all() if place.kind.is_event}
    fresh = [
        Posting(publication.id, place_id, since, since if place_id in events else until, by, witnesses)
        for place_id in place_ids
    ]
    return [work.postings.put(posting).after for posting in fresh]


def take_down(
    work: Work,
    publication: Publication,
    place_ids: Sequence[int],
    until: date,
    note: str = "",
    condition: str = "",
    by: str = "",
) -> list[Posting]:
    """Record the last day of what still hangs at these places. Raises KnownError for a day before it went up."""
    hanging = [
        posting
        for posting in work.postings.of_publication(publication.id)
        if posting.until is None and posting.place_id in place_ids
    ]
    for posting in hanging:
        check_dates(posting.since, until)
    down = [
        replace(
            posting,
            until=until,
            note=note or posting.note,
            condition=condition or posting.condition,
            taken_by=by or posting.taken_by,
        )
        for posting in hanging
    ]
    return [work.postings.put(posting).after for posting in down]


def note_opinion(
    work: Work, posting: Posting, received_on: date, content: str, handled_by: str = "", answer: str = ""
) -> Saved[PostingOpinion]:
    """Keep what someone said of a posting, without who it was. Raises KnownError for an empty text or a wrong day."""
    if not content.strip():
        raise KnownError("Chưa ghi nội dung ý kiến. Hãy ghi tóm tắt ý kiến, không ghi tên người có ý kiến.")
    if received_on < posting.since:
        raise KnownError(
            f"Ngày nhận ý kiến {written(received_on)} sớm hơn ngày niêm yết {written(posting.since)}. "
            "Hãy kiểm tra lại ngày."
        )
    opinion = PostingOpinion(posting.id, received_on, content.strip(), handled_by.strip(), answer.strip())
    return work.posting_opinions.put(opinion)


def keep_posting(
    work: Work,
    folder: DataFolder,
    posting: Posting,
    added: Sequence[Prepared] = (),
    removed: Sequence[int] = (),
    today: date | None = None,
) -> Saved[Posting]:
    """Write a posting with the evidence that was added and removed. Raises KnownError for wrong dates."""
    check_dates(posting.since, posting.until)
    saved = work.postings.put(posting)
    for each in added:
        add_prepared(work, folder, Owner.POSTING, saved.after.id, each, today or posting.since)
    for id in removed:
        evidence.remove(work, id)
    return saved


def check_dates(since: date, until: date | None) -> None:
    """Raise KnownError when a posting would come down before it went up."""
    if until and until < since:
        raise KnownError(
            f"Ngày gỡ {written(until)} sớm hơn ngày niêm yết {written(since)}. Hãy kiểm tra lại hai ngày này."
        )
