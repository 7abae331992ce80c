"""The two printed lists of poor and near-poor households: the one for the wall, and the full one for the files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import (
    Annex,
    CellKind,
    Column,
    Heading,
    Letter,
    Paragraph,
    Row,
    RowKind,
    Sheet,
    Signature,
    Table,
    Workbook,
)
from papi_desktop.domain.households import Household, HouseholdClass, PublicHousehold, VillageCount, public
from papi_desktop.domain.text import count
from papi_desktop.services.household_list import YearBook, year_book
from papi_desktop.services.papers import Papers, issuer, papers_stem, sample_mark
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.report_words import in_prose, listed, lower_first
from papi_desktop.services.work import Work

INTERNAL_MARK = "KHÔNG NIÊM YẾT"
Cells = tuple[str | int | None, ...]
Shown = TypeVar("Shown")
_DOTS = "…" * 5
_CENTRED, _NUMBER = CellKind.CENTRED, CellKind.NUMBER
_WALL = (
    Column("TT", 5, _CENTRED),
    Column("Họ và tên chủ hộ", 27),
    Column("Thôn, tổ dân phố", 18),
    Column("Số khẩu", 8, _NUMBER),
    Column("Phân loại", 18),
    Column("Ghi chú", 14),
)
_OFFICE = (
    Column("TT", 4, _CENTRED),
    Column("Họ và tên chủ hộ", 17),
    Column("Năm sinh", 6, _CENTRED),
    Column("Giới tính", 5, _CENTRED),
    Column("Dân tộc", 7),
    Column("Số định danh", 12, _CENTRED),
    Column("Thôn, tổ dân phố", 11),
    Column("Số khẩu", 5, _NUMBER),
    Column("Điểm B1", 5, _NUMBER),
    Column("Điểm B2", 5, _NUMBER),
    Column("Phân loại", 11),
    Column("Thiếu hụt", 13),
    Column("Ghi chú", 12),
)


@dataclass(frozen=True)
class Hanging:
    """When the list hangs, and where people turn with what they have to say; unknown days become dots."""

    since: date | None = None
    until: date | None = None
    answers_at: str = ""


def wall_papers(work: Work, year: int, hanging: Hanging | None = None) -> Papers:
    """Return the list for the wall: names, villages, persons and classes only. Raises KnownError without a list."""
    commune, book = read_commune(work), year_book(work, year)
    stem = papers_stem("DanhSachHoNgheo_NiemYet", str(year), commune)
    return Papers(stem, _wall_letter(commune, book, hanging or Hanging(), stem), _wall_workbook(commune, book))


def office_papers(work: Work, year: int) -> Papers:
    """Return the full list for the files, marked as not for the wall. Raises KnownError without a list."""
    commune, book = read_commune(work), year_book(work, year)
    stem = papers_stem("DanhSachHoNgheo_NoiBo", str(year), commune)
    return Papers(stem, _office_letter(commune, book, stem), _office_workbook(commune, book))


def _wall_letter(commune: Commune, book: YearBook, hanging: Hanging, stem: str) -> Letter:
    on, off = _parts(book)
    gone = (Heading("Hộ thoát nghèo, thoát cận nghèo", 2), wall_table(off, book)) if off else ()
    return Letter(
        issuer=issuer(commune),
        symbol="",
        place=commune.seat or commune.name,
        kind="DANH SÁCH",
        subject=f"Hộ nghèo, hộ cận nghèo năm {book.record.year}",
        addressee="",
        blocks=(wall_table(on, book), *gone, *map(Paragraph, _foot(commune, hanging))),
        signature=_signature(commune),
        recipients=(),
        bases=(_basis(commune, book),),
        file_mark=stem,
        draft_mark=sample_mark(commune),
    )


def _wall_workbook(commune: Commune, book: YearBook) -> Workbook:
    on, off = _parts(book)
    title, year = _title(book), book.record.year
    sheets = [Sheet("Danh sách", (title, _decision(commune, book)), wall_table(on, book), landscape=False)]
    if off:
        name = f"DANH SÁCH HỘ THOÁT NGHÈO, THOÁT CẬN NGHÈO NĂM {year}"
        sheets.append(Sheet("Hộ thoát nghèo", (name,), wall_table(off, book), landscape=False))
    sheets.append(Sheet("Tổng hợp", (f"TỔNG HỢP THEO THÔN NĂM {year}",), totals_table(book), landscape=False))
    return Workbook(title, commune.committee, tuple(sheets), f"{title.capitalize()} - {commune.committee}")


def _office_letter(commune: Commune, book: YearBook, stem: str) -> Letter:
    title = f"{_title(book)} (BẢN NỘI BỘ)"
    annex = Annex("", title, office_table(book), "Danh sách", label=INTERNAL_MARK, belongs=_decision(commune, book))
    text = (
        f"Danh sách năm {book.record.year} có {_counted(book.totals)}. Danh sách kèm theo có thông tin cá nhân, "
        "chỉ lưu hồ sơ và cung cấp cho cơ quan có thẩm quyền, không niêm yết, không sao gửi rộng rãi."
    )
    return Letter(
        issuer=issuer(commune),
        symbol="",
        place=commune.seat or commune.name,
        kind="TỔNG HỢP",
        subject=f"Hộ nghèo, hộ cận nghèo năm {book.record.year} (bản nội bộ)",
        addressee="",
        blocks=(Paragraph(text), totals_table(book)),
        signature=_signature(commune),
        recipients=(),
        bases=(_basis(commune, book),),
        annexes=(annex,),
        file_mark=stem,
        draft_mark="\n".join(filter(None, (INTERNAL_MARK, sample_mark(commune)))),
    )


def _office_workbook(commune: Commune, book: YearBook) -> Workbook:
    title, year = _title(book), book.record.year
    marks = (INTERNAL_MARK, title, _decision(commune, book))
    sheets = (
        Sheet("Danh sách nội bộ", marks, office_table(book)),
        Sheet("Tổng hợp", (f"TỔNG HỢP THEO THÔN NĂM {year}",), totals_table(book), landscape=False),
    )
    return Workbook(f"{title} ({INTERNAL_MARK})", commune.committee, sheets, f"{INTERNAL_MARK} - {commune.committee}")


def wall_table(households: Sequence[Household], book: YearBook) -> Table:
    """Return the rows for the wall, village by village, with what each village and all of them come to."""
    rows = _villages(households, public(households), book, _wall_cells, _wall_total)
    return Table(_WALL, tuple(rows))


def office_table(book: YearBook) -> Table:
    """Return every column of every household, village by village; those that left come with their own class."""
    return Table(_OFFICE, tuple(_villages(book.households, book.households, book, _office_cells, _office_total)))


def totals_table(book: YearBook) -> Table:
    """Return the counts of each village, and of all."""
    columns = (
        Column("TT", 5, _CENTRED),
        Column("Thôn, tổ dân phố", 30),
        Column("Hộ nghèo", 12, _NUMBER),
        Column("Hộ cận nghèo", 12, _NUMBER),
        Column("Hộ thoát nghèo, thoát cận nghèo", 16, _NUMBER),
        Column("Số khẩu nghèo, cận nghèo", 16, _NUMBER),
    )
    found = book.totals
    rows = [
        Row((number, book.village_name(each.village_id), each.poor, each.near_poor, each.left, each.persons))
        for number, each in enumerate(found, start=1)
    ]
    sums = [sum(getattr(each, name) for each in found) for name in ("poor", "near_poor", "left", "persons")]
    return Table(columns, (*rows, Row(("", "Tổng cộng", *sums), RowKind.TOTAL)))


def _villages(
    households: Sequence[Household],
    shown: Sequence[Shown],
    book: YearBook,
    cells: Callable[[int, Shown, YearBook], Cells],
    total: Callable[[str, Sequence[Household]], Cells],
) -> Iterator[Row]:
    number = 0
    pairs = zip(households, shown, strict=True)
    for village_id, group in groupby(pairs, key=lambda each: each[0].village_id):
        own = list(group)
        name = book.village_name(village_id)
        yield Row((name,), RowKind.BAND)
        for _household, each in own:
            number += 1
            yield Row(cells(number, each, book))
        yield Row(total(f"Cộng {lower_first(name)}", [household for household, _each in own]), RowKind.TOTAL)
    yield Row(total("Tổng cộng", households), RowKind.TOTAL)


def _wall_cells(number: int, each: PublicHousehold, book: YearBook) -> Cells:
    note = f"Sinh năm {each.birth_year}" if each.birth_year else ""
    return number, each.head, book.village_name(each.village_id), each.persons, each.label, note


def _wall_total(name: str, households: Sequence[Household]) -> Cells:
    return "", name, f"{count(len(households))} hộ", _persons(households), _classes(households), ""


def _office_cells(number: int, each: Household, book: YearBook) -> Cells:
    return (
        number,
        each.head,
        str(each.birth_year or ""),
        each.sex.value,
        each.ethnicity,
        each.identity,
        book.village_name(each.village_id),
        each.persons,
        each.income_points,
        each.lack_points,
        each.label,
        each.deprivations,
        each.note,
    )


def _office_total(name: str, households: Sequence[Household]) -> Cells:
    blank = ("",) * 4
    of = f"{count(len(households))} hộ"
    return "", name, *blank, of, _persons(households), None, None, _classes(households), "", ""


def _persons(households: Sequence[Household]) -> int:
    return sum(each.persons or 0 for each in households)


def _classes(households: Sequence[Household]) -> str:
    kinds = sorted({each.standing for each in households}, key=list(HouseholdClass).index)
    parts = (f"{count(sum(each.standing is kind for each in households))} {kind.removeprefix('Hộ ')}" for kind in kinds)
    return ", ".join(parts)


def _counted(found: Sequence[VillageCount]) -> str:
    poor, near = sum(each.poor for each in found), sum(each.near_poor for each in found)
    left = sum(each.left for each in found)
    parts = [f"{count(poor)} hộ nghèo", f"{count(near)} hộ cận nghèo"]
    return listed([*parts, f"{count(left)} hộ thoát nghèo, thoát cận nghèo" if left else ""])


def _parts(book: YearBook) -> tuple[list[Household], list[Household]]:
    on = [each for each in book.households if each.standing.is_listed]
    return on, [each for each in book.households if not each.standing.is_listed]


def _title(book: YearBook) -> str:
    return f"DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM {book.record.year}"


def _decision(commune: Commune, book: YearBook) -> str:
    return f"(Theo {_deciding(commune, book)})"


def _basis(commune: Commune, book: YearBook) -> str:
    return f"Căn cứ {_deciding(commune, book)} về việc công nhận hộ nghèo, hộ cận nghèo năm {book.record.year}"


def _deciding(commune: Commune, book: YearBook) -> str:
    number = book.record.decision_number.strip() or f"{_DOTS}/QĐ-UBND"
    number = number if "/" in number else f"{number}/QĐ-UBND"
    day = in_prose(book.record.decided_on) if book.record.decided_on else _DOTS
    return f"Quyết định số {number} ngày {day} của Chủ tịch {commune.committee}"


def _foot(commune: Commune, hanging: Hanging) -> Iterator[str]:
    since, until = (in_prose(day) if day else _DOTS for day in (hanging.since, hanging.until))
    yield f"Thời gian niêm yết: từ ngày {since} đến hết ngày {until}."
    at = hanging.answers_at or f"Trưởng thôn, tổ trưởng tổ dân phố và {commune.committee}"
    yield f"Nơi tiếp nhận ý kiến, phản ánh: {at}."


def _signature(commune: Commune) -> Signature:
    return Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), commune.chairman)
