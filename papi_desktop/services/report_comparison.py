"""The tables of figures: beside those of the period before and of last year, and by content."""

from decimal import Decimal
from typing import Final

from papi_desktop.domain.documents import CellKind, Column, Row, RowKind, Table, Value
from papi_desktop.domain.reports import Indicator
from papi_desktop.services.report_figures import FLOWS, ContentCounts
from papi_desktop.services.report_findings import Findings
from papi_desktop.services.report_words import year_so_far

_CENTRED, _NUMBER, _PERCENT = CellKind.CENTRED, CellKind.NUMBER, CellKind.PERCENT

_BANDS: Final = (
    ("Nhiệm vụ", "tasks."),
    ("Công khai, niêm yết", ("publications.", "postings.", "places.")),
    ("Đối thoại", "dialogues."),
    ("Ý kiến của người dân", "opinions."),
)
UNEQUAL: Final = "Không tính tăng, giảm của số phát sinh vì hai kỳ dài ngắn khác nhau"
KEY_FIGURES: Final = (
    "tasks.done",
    "tasks.on_track",
    "tasks.late",
    "publications.done",
    "postings.count",
    "dialogues.held",
    "dialogues.people",
    "opinions.raised",
    "opinions.answered",
)


def comparison_table(findings: Findings) -> Table:
    """Return every figure, in groups."""
    rows: list[Row] = []
    for name, prefix in _BANDS:
        rows.append(Row((name,), RowKind.BAND))
        rows += [_row(findings, each) for each in findings.indicators if each.key.startswith(prefix)]
    return Table(_columns(findings), tuple(rows))


def key_table(findings: Findings) -> Table:
    """Return the main figures, for the text of the report."""
    return Table(_columns(findings), tuple(_row(findings, findings.figure(key)) for key in KEY_FIGURES))


def _columns(findings: Findings) -> tuple[Column, ...]:
    year = (Column(year_so_far(findings.period).capitalize(), 10, _NUMBER),) if findings.has_cumulative else ()
    previous = (
        (Column(findings.period.previous.label, 11, _NUMBER), Column("Tăng, giảm", 9, CellKind.CHANGE))
        if findings.has_previous
        else ()
    )
    last_year = (Column(findings.period.same_last_year.label, 11, _NUMBER),) if findings.has_last_year else ()
    now = findings.period.label
    return (
        Column("Chỉ tiêu", 36),
        Column("Đơn vị", 10, _CENTRED),
        Column(now, 11, _NUMBER),
        *year,
        *previous,
        *last_year,
    )


def _row(findings: Findings, figure: Indicator) -> Row:
    cells: tuple[Value, ...] = (figure.name, figure.unit, figure.now)
    if findings.has_cumulative:
        cells += (figure.year_to_date,)
    if findings.has_previous:
        cells += (figure.previous, _difference(findings, figure))
    if findings.has_last_year:
        cells += (figure.last_year,)
    return Row(cells)


def comparable(findings: Findings, key: str) -> bool:
    """Tell whether a figure may be set against the period before: flows only between periods of one length."""
    same_length = len(findings.period.months) == len(findings.period.previous.months)
    return same_length or not key.startswith(FLOWS)


def _difference(findings: Findings, figure: Indicator) -> int | None:
    if figure.previous is None or not comparable(findings, figure.key):
        return None
    return figure.now - figure.previous


def contents_table(findings: Findings) -> Table:
    """Return the figures of the eight contents and their total."""
    columns = (
        Column("TT", 4, _CENTRED),
        Column("Nội dung", 30),
        Column("Số nhiệm vụ", 8, _NUMBER),
        Column("Hoàn thành", 8, _NUMBER),
        Column("Tỷ lệ", 8, _PERCENT),
        Column("Đúng tiến độ", 8, _NUMBER),
        Column("Quá hạn", 8, _NUMBER),
        Column("Chưa có số liệu", 8, _NUMBER),
        Column("Ý kiến", 7, _NUMBER),
        Column("Đã trả lời", 7, _NUMBER),
    )
    rows = tuple(_content(counts) for counts in findings.contents)
    return Table(columns, (*rows, _total(findings)))


def _content(counts: ContentCounts) -> Row:
    return Row(
        (
            counts.dimension,
            counts.name,
            counts.tasks,
            counts.done,
            _rate(counts.done, counts.tasks),
            counts.on_track,
            counts.late,
            counts.no_figures,
            counts.opinions,
            counts.answered,
        )
    )


def _total(findings: Findings) -> Row:
    now = findings.now
    total, done = now("tasks.total"), now("tasks.done")
    rest = ("tasks.on_track", "tasks.late", "tasks.no_figures", "opinions.total", "opinions.answered")
    return Row(("", "Tổng cộng", total, done, _rate(done, total), *(now(key) for key in rest)), RowKind.TOTAL)


def _rate(part: int, whole: int) -> Decimal | None:
    return round(Decimal(100 * part) / whole, 1) if whole else None
