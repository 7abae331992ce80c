"""The tables of poor and near-poor households: the one for the wall, the full one for the files, and the totals."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from papi_desktop.domain.documents import Block, CellKind, Column, Heading, Row, RowKind, Table
from papi_desktop.domain.households import Household, HouseholdClass, PublicHousehold, public
from papi_desktop.domain.text import count
from papi_desktop.services.household_list import YearBook
from papi_desktop.services.report_words import lower_first

Cells = tuple[str | int | None, ...]
Shown = TypeVar("Shown")
_CENTRED, _NUMBER = CellKind.CENTRED, CellKind.NUMBER
_WALL = (
    Column("TT", 5, _CENTRED),
    Column("Họ và tên chủ hộ", 25, of_names=True),
    Column("Thôn, tổ dân phố", 16),
    Column("Số khẩu", 8, _NUMBER),
    Column("Phân loại", 24),
    Column("Ghi chú", 14),
)
_OFFICE = (
    Column("TT", 4, _CENTRED),
    Column("Họ và tên chủ hộ", 17, of_names=True),
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


LEFT_TITLE = "Hộ thoát nghèo, thoát cận nghèo"
_BLANK_ROWS = 25


def wall_blocks(book: YearBook, blank: bool = False) -> tuple[Block, ...]:
    """Return what the wall shows of a list; those that left have a table of their own. `blank` has rows to write in."""
    if blank:
        return (Table(_WALL, tuple(Row((number, "\n ", *("",) * 4)) for number in range(1, _BLANK_ROWS + 1))),)
    on, off = parts(book)
    gone = (Heading(LEFT_TITLE, 2), wall_table(off, book)) if off else ()
    return (wall_table(on, book), *gone)


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


def parts(book: YearBook) -> tuple[list[Household], list[Household]]:
    """Return the households that are on the list, and those that left it."""
    on = [each for each in book.households if each.standing.is_listed]
    return on, [each for each in book.households if not each.standing.is_listed]
