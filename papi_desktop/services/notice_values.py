"""What stands in the placeholders of printable papers, taken from the commune's data."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from papi_desktop.catalog import law
from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.calendar import dated
from papi_desktop.domain.commune import Commune, Officer
from papi_desktop.domain.documents import CellKind, Column, Row, Table
from papi_desktop.domain.publication_checks import counted_days, day_unit, last_day_needed, needed_days
from papi_desktop.domain.publications import Place, PlaceKind, Posting, PostingOpinion, Publication
from papi_desktop.domain.reception import ReceptionSchedule, ReceptionSession
from papi_desktop.domain.templates import dotted_lines
from papi_desktop.domain.text import count
from papi_desktop.services.disclosure import deciding_document
from papi_desktop.services.notice_bases import written_bases
from papi_desktop.services.notice_reception import change_lines, shared_lines, unbroken
from papi_desktop.services.publication_choice import place_words
from papi_desktop.services.publication_kinds import title_of
from papi_desktop.services.reception_schedule import history
from papi_desktop.services.report_words import lower_first
from papi_desktop.services.rule_book import Terms, terms
from papi_desktop.services.work import Work

LAWS: Final = {
    "luật dân chủ": "democracy",
    "luật tiếp công dân": "reception",
    "luật tổ chức chính quyền": "organisation",
    "luật ngân sách": "budget",
    "nghị định ngân sách": "budget_decree",
    "thông tư công khai ngân sách": "budget_circular",
}
"""The places in which a law stands, with its key in the catalogue."""
ALWAYS: Final = frozenset(
    {"xã", "UBND", "ỦY BAN NHÂN DÂN", "bảng", "giờ", "giờ kết thúc"}
    | {"chức danh tại nơi niêm yết", "BÊN THỨ HAI"}
    | {"văn phòng", "bộ phận tài chính"}
    | set(LAWS)
)
"""What is printed also on a paper whose other places are left for the clerk."""

DAY_DOTS: Final = "ngày …… tháng …… năm ………"
HOUR_DOTS: Final = "…… giờ …… phút"
SHORT_DOTS: Final = "……"
PHONE_DOTS: Final = "…" * 8
SHORT: Final = ("năm", "số tờ", "số ngày", "số ngày thực tế", "số lần phát", "số ngày phát")
LONG: Final = ("nội dung", "các nơi", "ý kiến", "ý kiến của các bên", "kết luận")
WHOLE_LINE: Final = ("nội dung viết thường", "nội dung ngân sách")
FROM_DATA: Final = frozenset({"thay đổi", "thông tin chung"})
OPTIONAL: Final = FROM_DATA | {"số ngày phát"}
"""A line of the body with one of these is left out when there is nothing to say; of the first also on a blank paper."""
DAYS: Final = ("từ ngày", "đến ngày", "ngày niêm yết", "ngày gỡ")


def long_dots(name: str, size: float) -> str:
    """Return lines to write on where a paper is blank: two for a long value, one for a title; else nothing."""
    if name in LONG:
        return dotted_lines(2, size)
    return dotted_lines(1, size) if name in WHOLE_LINE else ""


def dots(name: str) -> str:
    """Return the room that a value needs when it is written by hand; empty for the usual."""
    if name.startswith(("điện thoại", "thư điện tử")):
        return PHONE_DOTS
    special = {
        "tên lịch": f"Lịch tiếp công dân {SHORT_DOTS} năm ………",
        "tên danh sách": "Hộ nghèo, hộ cận nghèo năm ………",
        "tên danh sách viết thường": "danh sách hộ nghèo, hộ cận nghèo năm ………",
        "loại ngày": "ngày",
    }
    return special.get(name, DAY_DOTS if name in DAYS else SHORT_DOTS if name in SHORT else "")


def commune_values(commune: Commune) -> dict[str, str]:
    """Return what every paper may use."""
    return {
        "xã": commune.full_name,
        "UBND": commune.committee,
        "ỦY BAN NHÂN DÂN": f"ỦY BAN NHÂN DÂN {commune.full_name.upper()}",
        "người ký": commune.chairman,
        "bảng": "{{bảng}}",
    }


def law_values(day: date) -> dict[str, str]:
    """Return the laws in force on `day`, as a paper cites them."""
    return {name: law(key, day).text for name, key in LAWS.items()}


def publication_values(work: Work, publication: Publication, today: date) -> dict[str, str]:
    """Return what a paper on a whole publication may use; one not posted yet is taken as posted on `today`.

    A place where it is done on one day has no part in the time it hangs.
    """
    now, places = terms(work), work.places.all()
    chosen = [place for place in places if place.id in publication.place_ids]
    postings = work.postings.of_publication(publication.id)
    since = min((each.since for each in postings), default=today)
    hung = [place for place in chosen if not place.kind.is_event]
    until = max((last_day_needed(publication, place, since, now.days) for place in hung), default=None)
    spoken = any(place.kind is PlaceKind.LOUDSPEAKER for place in chosen)
    contact, title = _contact(work, publication), title_of(publication)
    return {
        "nội dung": title,
        "nội dung viết thường": lower_first(title),
        "nội dung ngân sách": lower_first(title),
        "căn cứ": written_bases(publication.basis, today),
        "văn bản": publication.document or deciding_document(work, publication),
        "số tờ": count(publication.sheets) if publication.sheets else "",
        "từ ngày": dated(since),
        "đến ngày": dated(until) if until else "",
        "số ngày": count(publication.min_days),
        "loại ngày": str(publication.day_kind),
        "các nơi": place_words(publication, places) if chosen else "",
        "bộ phận tiếp nhận": contact.title if contact else "",
        "người tiếp nhận": contact.name if contact else "",
        "điện thoại": unbroken(contact.phone) if contact else "",
        "số lần phát": "",
        "số ngày phát": count(publication.loudspeaker_days) if spoken else "",
        "thay đổi": _change(work, publication),
    }


def posting_values(work: Work, publication: Publication, place: Place) -> dict[str, str]:
    """Return what the minutes of one place may use."""
    now = terms(work)
    posting = _posting(work, publication, place)
    since = posting.since if posting else None
    until = last_day_needed(publication, place, since, now.days) if since else None
    village = {each.id: each for each in work.villages.all()}.get(place.village_id)
    return {
        "nơi": place.name,
        "hình thức": _form(place),
        "giờ": HOUR_DOTS,
        "giờ kết thúc": HOUR_DOTS,
        "ngày niêm yết": dated(since) if since else "",
        "đến ngày": dated(until) if until else "",
        "số ngày": count(needed_days(publication, place)),
        "loại ngày": str(day_unit(publication, place)),
        "người niêm yết": posting.posted_by if posting else "",
        "người chứng kiến": posting.witnesses if posting else "",
        "chức danh tại nơi niêm yết": _second_party(place),
        "BÊN THỨ HAI": _second_party(place).upper(),
        "trưởng thôn": village.head if village else "",
        "đại diện giám sát": "",
        "đại diện hộ dân": posting.witnesses if posting else "",
        "ý kiến của các bên": "",
        "ảnh": _pictures(work, posting),
        **_end_values(work, publication, place, posting, now),
    }


def _end_values(
    work: Work, publication: Publication, place: Place, posting: Posting | None, now: Terms
) -> dict[str, str]:
    down = posting.until if posting else None
    days = counted_days(publication, place, posting.since, down, now.days) if posting and down else 0
    opinions = work.posting_opinions.of_posting(posting.id) if posting else []
    return {
        "ngày gỡ": dated(down) if down else "",
        "người gỡ": posting.taken_by or posting.posted_by if posting else "",
        "tình trạng khi gỡ": lower_first(posting.condition) if posting else "",
        "số ngày thực tế": count(days) if days else "",
        "ý kiến": opinion_words(opinions) if down else "",
        "kết luận": _conclusion(publication, place, days) if down else "",
    }


def opinion_words(opinions: Sequence[PostingOpinion]) -> str:
    """Return what was said of a posting in words; nobody is named."""
    if not opinions:
        return "không có."
    lines = [f"- Ý kiến {number}: {_opinion(each)}" for number, each in enumerate(opinions, start=1)]
    return "\n".join([f"có {count(len(opinions))} ý kiến:", *lines])


def reception_values(work: Work, schedule: ReceptionSchedule, sessions: Sequence[ReceptionSession]) -> dict[str, str]:
    """Return what a schedule of reception may use."""
    duty = next((each for each in work.officers.all() if "tiếp công dân thường xuyên" in each.duty.lower()), None)
    return {
        "người tiếp thường xuyên": f"{duty.name}, {lower_first(duty.title)}" if duty else "",
        "điện thoại tiếp thường xuyên": unbroken(duty.phone) if duty else "",
        "thay đổi": change_lines(history(work, schedule)),
        "thông tin chung": shared_lines(sessions),
        "tên lịch": schedule.title,
        "nơi tiếp": schedule.room or next((each.room for each in sessions if each.room), ""),
        "luật tiếp công dân": law("reception", schedule.first).text,
    }


def directory_values(officers: Sequence[Officer], commune: Commune) -> dict[str, str]:
    """Return what the directory may use besides its table."""
    head = next((each for each in officers if each.name == commune.chairman), None)
    return {
        "điện thoại người đứng đầu": unbroken(head.phone) if head else "",
        "thư điện tử người đứng đầu": head.email if head else "",
    }


def directory_officers(officers: Sequence[Officer], commune: Commune) -> list[Officer]:
    """Return who stands in the directory: the chairman first, the other leaders, then the rest."""
    known = any(each.name == commune.chairman for each in officers)
    head = (
        []
        if known or not commune.chairman
        else [Officer(commune.chairman, f"Chủ tịch UBND {commune.unit}", is_leader=True)]
    )
    order = sorted(officers, key=lambda each: (each.name != commune.chairman, not each.is_leader))
    return [*head, *order]


def directory_table(officers: Sequence[Officer], blank: bool) -> Table:
    """Return the table of officers: the leaders first; when `blank`, rows to write in by hand."""
    columns = (
        Column("TT", 5, CellKind.CENTRED),
        Column("Họ và tên", 21, of_names=True),
        Column("Chức danh", 22),
        Column("Nhiệm vụ được phân công", 26),
        Column("Điện thoại, thư điện tử", 26),
    )
    rows = [
        Row((number, each.name, each.title, each.duty, "\n".join(filter(None, (unbroken(each.phone), each.email)))))
        for number, each in enumerate(officers, start=1)
    ]
    return Table(columns, tuple(Row((n, "\n ", "", "", "")) for n in range(1, 9)) if blank else tuple(rows))


def _contact(work: Work, publication: Publication) -> Officer | None:
    """Return the officer of the task that a publication belongs to, if there is one."""
    if not publication.task_id:
        return None
    task = next((each for each in work.tasks.all() if each.id == publication.task_id), None)
    return next((each for each in work.officers.all() if task and each.id == task.officer_id), None)


def _posting(work: Work, publication: Publication, place: Place) -> Posting | None:
    own = [each for each in work.postings.of_publication(publication.id) if each.place_id == place.id]
    return own[-1] if own else None


def _second_party(place: Place) -> str:
    is_house = place.kind is PlaceKind.VILLAGE_HOUSE
    return "Trưởng thôn, tổ trưởng" if is_house else "Người phụ trách"


def _form(place: Place) -> str:
    forms = {
        PlaceKind.LOUDSPEAKER: "phát trên đài truyền thanh",
        PlaceKind.WEBSITE: "đăng trên trang thông tin điện tử",
    }
    return forms.get(place.kind, "dán trên bảng niêm yết")


def _conclusion(publication: Publication, place: Place, days: int) -> str:
    if days >= needed_days(publication, place):
        return "Việc niêm yết bảo đảm đủ thời gian, đúng địa điểm theo quy định; các bên thống nhất kết thúc niêm yết."
    return "Việc niêm yết chưa đủ thời gian tối thiểu theo quy định; UBND sẽ niêm yết lại cho đủ thời gian."


def _change(work: Work, publication: Publication) -> str:
    """Return the changed session that a publication announces, with its reason."""
    return change_lines([each for each in work.session_changes.all() if each.publication_id == publication.id])


def _opinion(opinion: PostingOpinion) -> str:
    handled = f" Người xử lý: {opinion.handled_by}." if opinion.handled_by else ""
    answer = f" Kết quả: {opinion.answer.rstrip('.')}." if opinion.answer else " Đang xử lý."
    return f"{opinion.content.rstrip('.')}.{handled}{answer}"


def _pictures(work: Work, posting: Posting | None) -> str:
    if posting is None:
        return ""
    number = len(work.attachments.of(Owner.POSTING, posting.id))
    return f"có ({count(number)} ảnh, tệp)" if number else "không"
