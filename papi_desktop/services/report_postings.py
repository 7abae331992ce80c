"""Annex II: each publication with where it was posted, from when to when, and whether that was enough."""

from collections.abc import Iterator
from datetime import date

from papi_desktop.domain.documents import CellKind, Column, Row, RowKind, Table
from papi_desktop.domain.publications import PlaceCheck, PlaceKind, Posting, PublicationCheck
from papi_desktop.services.report_findings import Findings

_CENTRED, _NUMBER, _DATE = CellKind.CENTRED, CellKind.NUMBER, CellKind.DATE
_MANY = {PlaceKind.VILLAGE_HOUSE: "nhà văn hóa thôn, tổ dân phố"}


def postings_table(findings: Findings) -> Table:
    """Return each publication as a band, and under it one row for the places that hung it on the same days."""
    columns = (
        Column("Nơi công khai", 30),
        Column("Hình thức", 13),
        Column("Số nơi", 6, _NUMBER),
        Column("Từ ngày", 10, _DATE),
        Column("Đến ngày", 10, _DATE),
        Column("Số ngày đến kỳ chốt", 8, _NUMBER),
        Column("Tối thiểu", 7, _NUMBER),
        Column("Cách tính", 10, _CENTRED),
        Column("Kết quả", 12, _CENTRED),
    )
    rows = [row for number, check in enumerate(findings.checks, start=1) for row in _rows(number, check, findings.day)]
    return Table(columns, tuple(rows))


def _rows(number: int, check: PublicationCheck, day: date) -> Iterator[Row]:
    publication = check.publication
    latest = f"; công khai chậm nhất ngày {publication.latest_on:%d/%m/%Y}" if publication.latest_on else ""
    basis = f" ({publication.basis})" if publication.basis else ""
    yield Row((f"{number}. {publication.title}{basis}{latest}. Kết quả: {check.state.value}.",), RowKind.BAND)
    groups: dict[tuple[PlaceKind, date | None, date | None, int, bool], list[PlaceCheck]] = {}
    for each in check.places:
        since, until = (each.posting.since, _taken_down(each.posting, day)) if each.posting else (None, None)
        groups.setdefault((each.place.kind, since, until, each.days, bool(each.gone_on)), []).append(each)
    for (kind, since, until, days, _gone), places in groups.items():
        first = places[0]
        shown = (_names(places), _form(kind), len(places), since, until, days, first.needed, first.unit.value)
        yield Row((*shown, _verdict(first, until)))


def _names(places: list[PlaceCheck]) -> str:
    kind = places[0].place.kind
    if len(places) > 3 and kind in _MANY:
        return f"{len(places)} {_MANY[kind]}"
    return "; ".join(each.place.name for each in places)


def _form(kind: PlaceKind) -> str:
    return {PlaceKind.LOUDSPEAKER: "Phát thanh", PlaceKind.WEBSITE: "Đăng tải"}.get(kind, "Niêm yết")


def _taken_down(posting: Posting, day: date) -> date | None:
    """Return when a posting came down, if that was by `day`: later days are not counted."""
    return posting.until if posting.until and posting.until <= day else None


def _verdict(check: PlaceCheck, until: date | None) -> str:
    if check.posting is None:
        return "Chưa niêm yết"
    if check.gone_on:
        return "Đã gỡ, chưa thay"
    if check.is_enough:
        return "Đủ"
    return "Đang niêm yết" if until is None else "Thiếu ngày"
