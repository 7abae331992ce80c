"""What to do about the postings today: put up before it is late, put up again, take down, begin what comes again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from papi_desktop.domain.calendar import written
from papi_desktop.domain.publications import PublicationCheck
from papi_desktop.services.coming_down import Free, free_days
from papi_desktop.services.posting_states import PlaceState, place_state
from papi_desktop.services.publication_list import checks_of, is_soon
from papi_desktop.services.recurring_publications import missed_turns
from papi_desktop.services.rule_book import Terms, terms
from papi_desktop.services.work import Work


class WarningKind(StrEnum):
    """The kinds of warnings, the gravest first."""

    OVERDUE = "Quá hạn niêm yết"
    MISSED = "Chưa công khai kỳ này"
    EARLY = "Gỡ sớm"
    SOON = "Sắp đến hạn niêm yết"
    MAY_COME_DOWN = "Được gỡ"


@dataclass(frozen=True)
class PostingWarning:
    """One thing to do: a sentence, the day it hangs on, and the publication (0 for a turn not begun) and place."""

    kind: WarningKind
    day: date
    sentence: str
    publication_id: int = 0
    place_id: int = 0
    publication_kind: str = ""


def posting_warnings(work: Work, today: date) -> list[PostingWarning]:
    """Return what to do about the postings on `today`: the gravest kind first, then by day."""
    now = terms(work)
    checks = checks_of(work.publications.all(), work.places.all(), work.postings.all(), today, now.days)
    found, free = [], free_days(work, checks)
    for check in checks:
        found += [*_latest_day(check, today, now), *_early(check, today), *_gone(check), *_free(check, free, today)]
    overdue = {each.publication_id for each in found if each.kind is WarningKind.OVERDUE}
    found += [each for each in _missed(work, today) if each.publication_id not in overdue]
    order = {kind: number for number, kind in enumerate(WarningKind)}
    return sorted(found, key=lambda each: (order[each.kind], each.day, each.publication_id, each.place_id))


def _missed(work: Work, today: date) -> Iterator[PostingWarning]:
    for turn in missed_turns(work, today):
        yield PostingWarning(
            WarningKind.MISSED, turn.due_on, turn.sentence, turn.publication_id, publication_kind=turn.kind
        )


def _latest_day(check: PublicationCheck, today: date, now: Terms) -> Iterator[PostingWarning]:
    publication, latest = check.publication, check.publication.latest_on
    missing = [each for each in check.places if each.posting is None]
    if latest is None or not missing:
        return
    places = f"{len(missing)} nơi" if len(missing) > 1 or missing[0].one_of else missing[0].place.name
    if latest < today:
        text = f"{publication.title}: đã quá hạn công khai (chậm nhất ngày {written(latest)}), còn thiếu {places}."
        yield PostingWarning(WarningKind.OVERDUE, latest, text, publication.id)
    elif is_soon(check, today, now.book):
        when = "hôm nay là ngày cuối" if latest == today else f"phải công khai chậm nhất ngày {written(latest)}"
        text = f"{publication.title}: {when}, còn thiếu {places}."
        yield PostingWarning(WarningKind.SOON, latest, text, publication.id)


def _early(check: PublicationCheck, today: date) -> Iterator[PostingWarning]:
    """Yield what came down before its minimum."""
    publication = check.publication
    for each in check.places:
        posting = each.posting
        if posting and posting.until and not each.gone_on and place_state(publication, each, today) is PlaceState.EARLY:
            text = (
                f"{publication.title}, {each.place.name}: gỡ ngày {written(posting.until)} khi mới được {each.counted}."
            )
            yield PostingWarning(WarningKind.EARLY, posting.until, text, publication.id, each.place.id)


def _gone(check: PublicationCheck) -> Iterator[PostingWarning]:
    """Yield where it came down although it has to hang until it is replaced."""
    gone = {each.place.id: each.gone_on for each in check.places if each.gone_on}
    if not gone:
        return
    publication, last = check.publication, max(gone.values())
    names = [each.place.name for each in check.places if each.gone_on]
    left = any(each.stays and each.place.id not in gone for each in check.places)
    where = f" tại {', '.join(names) if len(names) < 4 else f'{len(names)} nơi'}" if left else ""
    text = (
        f"{publication.title}: đã gỡ ngày {written(last)}{where}, chưa có bản thay thế; nội dung này phải niêm yết "
        "cho đến khi có bản mới."
    )
    yield PostingWarning(WarningKind.MISSED, last, text, publication.id, publication_kind=publication.kind)


def _free(check: PublicationCheck, free: Free, today: date) -> Iterator[PostingWarning]:
    """Yield what may come down now."""
    publication = check.publication
    for each in (*check.places, *check.spared):
        day = free.get((publication.id, each.place.id))
        if day and day <= today:
            text = f"{publication.title}, {each.place.name}: đã {each.counted}, được gỡ từ ngày {written(day)}."
            yield PostingWarning(WarningKind.MAY_COME_DOWN, day, text, publication.id, each.place.id)
