"""The table of a printed schedule of reception, and what is the same for all its days, said once above it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from papi_desktop.domain.calendar import written
from papi_desktop.domain.documents import CellKind, Column, Row, Table
from papi_desktop.domain.reception import ReceptionSession, SessionChange, weekday_date
from papi_desktop.services.reception_schedule import change_words

Said = Callable[[ReceptionSession], str]
_WEEKS: Final = 13
"""A blank schedule has a row for each week of a quarter."""
_FEWEST: Final = 3
"""From so many sessions on, what is the same for all is said once."""


def reception_table(sessions: Sequence[ReceptionSession], blank: bool, once: bool = False) -> Table:
    """Return the table of a schedule; `once` leaves out what `shared_lines` says; `blank` has rows to write in."""
    columns = (
        Column("Ngày", 16, CellKind.CENTRED),
        Column("Giờ", 17, CellKind.CENTRED),
        Column("Người tiếp, chức vụ, điện thoại", 27),
        Column("Thành phần tham dự", 17),
        Column("Dự kiến nội dung", 20),
        Column("Hình thức", 11, CellKind.CENTRED),
    )
    if blank:
        return Table(columns, tuple(Row(("\n ", *("",) * 5)) for _ in range(_WEEKS)))
    shared = {name for name, _ in _shared(sessions)} if once else set()
    kept = [(column, said) for column, said in zip(columns, _CELLS, strict=True) if column.heading not in shared]
    if len(kept) < _FEWEST:
        return _narrow_table(sessions)
    rows = (Row(tuple(said(each) for _, said in kept)) for each in sessions)
    return Table(tuple(column for column, _ in kept), tuple(rows))


def _narrow_table(sessions: Sequence[ReceptionSession]) -> Table:
    """Return the table with the day and the hours only, a line each; a note where a holiday moved a day."""
    columns = [Column("Ngày", 30, CellKind.CENTRED), Column("Giờ", 36, CellKind.CENTRED)]
    cells: list[Said] = [lambda each: weekday_date(each.on), lambda each: each.hours.replace(" - ", "–")]
    if any(each.planned_on for each in sessions):
        columns, cells = [*columns, Column("Ghi chú", 30)], [*cells, _moved]
    return Table(tuple(columns), tuple(Row(tuple(said(each) for said in cells)) for each in sessions))


def shared_lines(sessions: Sequence[ReceptionSession]) -> str:
    """Return what is the same for all sessions, a line each; empty when nothing is."""
    return "\n".join(f"- {name}: {words}." for name, words in _shared(sessions) if words)


def change_lines(changes: Iterable[SessionChange]) -> str:
    """Return the changes after posting, from what to what and why, a line each."""
    return "\n".join(change_words(each) for each in changes)


def unbroken(phone: str) -> str:
    """Return a telephone number that is not parted at the end of a line: 0900.000.201."""
    return phone.strip().replace(" ", ".")


def _shared(sessions: Sequence[ReceptionSession]) -> list[tuple[str, str]]:
    """Return the columns that say the same for all sessions, with what they say in one line."""
    if len(sessions) < _FEWEST:
        return []
    names = ("Người tiếp, chức vụ, điện thoại", "Thành phần tham dự", "Dự kiến nội dung", "Hình thức")
    found = [(name, {said(each) for each in sessions}) for name, said in zip(names, _CELLS[2:], strict=True)]
    return [(name, next(iter(words)).replace("\n", ", ").rstrip(".")) for name, words in found if len(words) == 1]


def _day(session: ReceptionSession) -> str:
    return weekday_date(session.on).replace(", ", "\n")


def _hours(session: ReceptionSession) -> str:
    return session.hours.replace(", ", "\n").replace(" - ", "–")


def _who(session: ReceptionSession) -> str:
    phone = f"ĐT: {unbroken(session.phone)}" if session.phone else ""
    return "\n".join(filter(None, (session.person, session.position, phone)))


def _moved(session: ReceptionSession) -> str:
    return f"Dời từ {written(session.planned_on)} (ngày nghỉ)" if session.planned_on else ""


_CELLS: Final[tuple[Said, ...]] = (
    _day,
    _hours,
    _who,
    lambda each: each.attendees,
    lambda each: each.content,
    lambda each: str(each.mode),
)
