"""Any list as a workbook: the columns and the groups of the screen, its filters in words, its lines as they stand."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Final

from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import CellKind, Column, Row, RowKind, Sheet, Table, Value, Workbook
from papi_desktop.domain.text import fold
from papi_desktop.services.papers import issuer, papers_stem, sample_mark
from papi_desktop.services.registers import ColumnKind, Filter, Query, Register, RegisterColumn, is_worth_showing
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.stages import Progress, Stage, never, silent
from papi_desktop.services.work import Work

_KINDS: Final = {
    ColumnKind.NUMBER: CellKind.NUMBER,
    ColumnKind.PERCENT: CellKind.PERCENT,
    ColumnKind.DATE: CellKind.DATE,
    ColumnKind.STATE: CellKind.CENTRED,
}
_UPRIGHT: Final = 90
"""Lists with columns of this width in all, or less, are printed upright."""


def read_workbook(work: Work, register: Register[Any], query: Query, lines: Sequence[Any]) -> Workbook:
    """Return `lines` as a workbook headed by what the list was asked for. Raises KnownError before the set-up."""
    commune = read_commune(work)
    words = (*_filter_words(work, register, query), *_search_words(query))
    return workbook(register, lines, commune, query, words)


def workbook(
    register: Register[Any], lines: Sequence[Any], commune: Commune, query: Query, words: Sequence[str] = ()
) -> Workbook:
    """Return the lines of a list, in their order, as one sheet; `words` tell which of all lines they are."""
    about = (f"(Kỳ: {query.period.label}; lập ngày {written(query.today)})", "; ".join(words))
    mark = sample_mark(commune)
    titles = ("\n".join(issuer(commune)), register.title.upper(), *filter(None, (*about, mark)))
    columns = [column for column in register.columns if is_worth_showing(column, lines)]
    table = Table(tuple(map(_column, columns)), tuple(_rows(register, columns, lines)))
    upright = sum(column.width for column in columns) <= _UPRIGHT
    sheet = Sheet(register.title, titles, table, (_counted(lines),), landscape=not upright)
    return Workbook(register.title, commune.committee, (sheet,), stem(register, commune, query.today))


def stem(register: Register[Any], commune: Commune, today: date) -> str:
    """Return the name of the file without its ending: "NhiemVu_20220721_XaAnBinh"."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(register.title)).split()
    return papers_stem("".join(word.capitalize() for word in words), f"{today:%Y%m%d}", commune)


def write_workbook(
    book: Workbook, target: Path, progress: Progress = silent, cancelled: Callable[[], bool] = never
) -> Path:
    """Write a workbook under exactly this name, whole or not at all. Raises KnownError or Cancelled."""
    from papi_desktop.exporters.xlsx import workbook_xlsx
    from papi_desktop.files import safe_write

    data = workbook_xlsx(book, Stage(0, 2, progress, cancelled))
    Stage(1, 2, progress, cancelled)(0, 1)
    safe_write(target, data)
    progress(100, 100)
    return target


def _column(column: RegisterColumn) -> Column:
    return Column(column.heading, column.width, _KINDS.get(column.kind, CellKind.TEXT))


def _rows(register: Register[Any], columns: Sequence[RegisterColumn], lines: Sequence[Any]) -> Iterator[Row]:
    heading = ""
    for line in lines:
        group = register.group(line) if register.group else ""
        if group != heading:
            heading = group
            yield Row((group,), RowKind.BAND)
        yield Row(tuple(_value(getattr(line, column.key), column.kind) for column in columns))


def _value(value: Any, kind: ColumnKind) -> Value:
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, Enum):
        return str(value)[:1].upper() + str(value)[1:]
    is_figure = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return value if is_figure and kind in (ColumnKind.NUMBER, ColumnKind.PERCENT) else str(value)


def _filter_words(work: Work, register: Register[Any], query: Query) -> Iterator[str]:
    for each in register.filters:
        chosen = query.filter(each.key)
        if chosen:
            yield _choices(work, each).get(chosen, chosen)


def _choices(work: Work, chosen: Filter) -> dict[str, str]:
    return dict(chosen.choices) | dict(chosen.from_work(work) if chosen.from_work else ())


def _search_words(query: Query) -> Iterator[str]:
    if query.words.strip():
        yield f"có “{query.words.strip()}”"


def _counted(lines: Sequence[Any]) -> str:
    return f"Danh sách có {len(lines)} dòng." if lines else "Danh sách không có dòng nào."
