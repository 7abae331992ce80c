"""The chairman's month as lines of a list: by officer and by content beside last month, and each officer's year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from papi_desktop.domain.month_sheet import Counts, Line, MonthSheet, OfficerYear
from papi_desktop.domain.periods import Period, month_period
from papi_desktop.domain.text import percent
from papi_desktop.services.registers import ColumnKind, RegisterColumn

_NUMBER: Final = ColumnKind.NUMBER
BY_OFFICER, BY_CONTENT, ALL = "Theo người phụ trách", "Theo nội dung PAPI", "Tổng số"


@dataclass(frozen=True)
class FigureLine:
    """One officer, one content or all: this month's figures, and last month's."""

    id: int
    group: str
    name: str
    planned: int
    done: int
    overdue: int
    doing: int
    no_figures: int
    before: str
    """Last month: "10/18 xong, 2 quá hạn"."""


@dataclass(frozen=True)
class YearLine:
    """One officer's figures of the year so far."""

    id: int
    name: str
    planned: int
    done: int
    in_time: int
    done_late: int
    undated: int
    overdue: int
    doing: int
    no_figures: int
    share: str


def figure_columns(month: Period) -> tuple[RegisterColumn, ...]:
    """Return the columns of the month's figures; those of last month bear its name."""
    return (
        RegisterColumn("name", "Người phụ trách, nội dung", width=26),
        RegisterColumn("planned", "Kế hoạch", _NUMBER, 7),
        RegisterColumn("done", "Hoàn thành", _NUMBER, 8),
        RegisterColumn("overdue", "Còn quá hạn", _NUMBER, 9),
        RegisterColumn("doing", "Đang làm", _NUMBER, 7),
        RegisterColumn("no_figures", "Chưa có số liệu", _NUMBER, 10),
        RegisterColumn("before", f"Tháng {month.previous.month}", width=18),
    )


YEAR_COLUMNS: Final = (
    RegisterColumn("name", "Người phụ trách", width=28),
    RegisterColumn("planned", "Số lượt", _NUMBER, 8),
    RegisterColumn("done", "Hoàn thành", _NUMBER, 9),
    RegisterColumn("in_time", "Đúng hạn", _NUMBER, 9),
    RegisterColumn("done_late", "Xong sau hạn", _NUMBER, 10),
    RegisterColumn("undated", "Chưa ghi ngày", _NUMBER, 12),
    RegisterColumn("overdue", "Còn quá hạn", _NUMBER, 10),
    RegisterColumn("doing", "Đang làm", _NUMBER, 9),
    RegisterColumn("no_figures", "Chưa có số liệu", _NUMBER, 12),
    RegisterColumn("share", "Tỷ lệ", _NUMBER, 8),
)


def figure_lines(sheet: MonthSheet) -> list[FigureLine]:
    """Return the figures of a month: the total, then the officers, then the eight contents."""
    groups = ((ALL, (sheet.total,)), (BY_OFFICER, sheet.by_officer), (BY_CONTENT, sheet.by_content))
    return [_figure_line(number, group, line) for number, (group, line) in enumerate(_grouped(groups), start=1)]


def year_lines(years: tuple[OfficerYear, ...]) -> list[YearLine]:
    """Return the figures of each officer's year."""
    return [_year_line(number, each.name, each.counts) for number, each in enumerate(years, start=1)]


def sentence(sheet: MonthSheet) -> str:
    """Return the month in one sentence, with what changed against last month."""
    now, before = sheet.total.now, sheet.total.before
    if not now.planned:
        return f"{sheet.month.label} không có việc nào theo kế hoạch."
    parts = (f"{now.done} hoàn thành", f"{now.overdue} còn quá hạn", f"{now.no_figures} chưa có số liệu")
    last = (
        f"Tháng {sheet.month.previous.month}: {before.done}/{before.planned} hoàn thành, {before.overdue} còn quá hạn."
    )
    return f"{sheet.month.label} có {now.planned} việc: {', '.join(parts)}. {last}"


def review_months(year: int, today: date) -> list[Period]:
    """Return the months of a year that have begun by `today`, the latest first; all of them for a year to come."""
    months = [month_period(year, number) for number in range(12, 0, -1)]
    return [month for month in months if month.calendar_window.first <= today] or months


def first_month(period: Period, today: date) -> Period:
    """Return the month to look at first: the chosen one, or the last one of the chosen period that has begun."""
    if period.month:
        return period
    begun = [month for month in period.months if month.calendar_window.first <= today]
    return begun[-1] if begun else period.months[0]


def _grouped(groups: tuple[tuple[str, tuple[Line, ...]], ...]) -> Iterator[tuple[str, Line]]:
    for group, lines in groups:
        for line in lines:
            yield group, line


def _figure_line(number: int, group: str, line: Line) -> FigureLine:
    now = line.now
    return FigureLine(
        id=number,
        group=group,
        name=line.name if group != ALL else "Tất cả nhiệm vụ",
        planned=now.planned,
        done=now.done,
        overdue=now.overdue,
        doing=now.doing,
        no_figures=now.no_figures,
        before=_before(line.before),
    )


def _before(counts: Counts) -> str:
    if not counts.planned:
        return "không có việc"
    return f"{counts.done}/{counts.planned} xong" + (f", {counts.overdue} quá hạn" if counts.overdue else "")


def _year_line(number: int, name: str, counts: Counts) -> YearLine:
    return YearLine(
        id=number,
        name=name,
        planned=counts.planned,
        done=counts.done,
        in_time=counts.in_time,
        done_late=counts.done_late,
        undated=counts.undated,
        overdue=counts.overdue,
        doing=counts.doing,
        no_figures=counts.no_figures,
        share=percent(counts.done, counts.planned),
    )
