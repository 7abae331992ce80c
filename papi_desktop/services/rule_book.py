"""The rules and the office days in force for one unit of work: the bundled ones with what the commune changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final

from papi_desktop import catalog
from papi_desktop.domain.calendar import OfficeDays, add_working_days, written
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.rules import Rule, RuleBook, RuleChange, is_figure
from papi_desktop.domain.stores import Saved
from papi_desktop.domain.text import has_words
from papi_desktop.services.registers import ColumnKind, Query, Register, RegisterColumn
from papi_desktop.services.work import Work

UNITS: Final = {
    "day_consecutive": "ngày liên tục",
    "working_day": "ngày làm việc",
    "day": "ngày",
    "day_per_week": "ngày mỗi tuần",
    "day_per_month": "ngày mỗi tháng",
    "conference": "hội nghị",
    "percent_voters": "% cử tri",
    "percent_attendees": "% số người dự",
    "dong_per_month": "đồng/người/tháng",
    "time": "lần",
    "year": "",
}
_MOST_DIGITS: Final = 12
"""More than any figure has; Python refuses to read a number of some thousands of digits."""


@dataclass(frozen=True)
class Terms:
    """What is in force: the figures of the law and the days on which offices are open."""

    book: RuleBook
    days: OfficeDays

    def after(self, key: str, day: date) -> date:
        """Return the last day of the time limit `key` that begins on `day`."""
        rule = self.book.rule(key, day)
        if rule.unit == "working_day":
            return add_working_days(day, int(rule.value), self.days)
        return date.fromordinal(day.toordinal() + int(rule.value))

    def before(self, key: str, day: date) -> date:
        """Return the last day on which the time `key` ahead of `day` is kept."""
        rule = self.book.rule(key, day)
        if rule.unit == "working_day":
            return add_working_days(day, -int(rule.value), self.days)
        return date.fromordinal(day.toordinal() - int(rule.value))


@lru_cache(maxsize=64)
def public_days(year: int) -> Mapping[date, bool]:
    """Return the public holidays of a year (False) and the weekend days worked in exchange (True)."""
    calendar = _library(year)
    worked = {day: True for day in calendar.weekend_workdays if day.year == year}
    return dict.fromkeys(calendar, False) | worked


@lru_cache(maxsize=64)
def public_names(year: int) -> Mapping[date, str]:
    """Return the names of the public holidays of a year."""
    return dict(_library(year))


def _library(year: int) -> Any:
    from holidays.countries.vietnam import Vietnam  # a third of a second: not before the first window

    return Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]


def bundled_terms() -> Terms:
    """Return what is in force when the commune changed nothing."""
    return Terms(catalog.rule_book(), OfficeDays(public=public_days))


def terms(work: Work) -> Terms:
    """Return what is in force for this commune."""
    return Terms(rule_book(work), office_days(work))


def rule_book(work: Work) -> RuleBook:
    """Return the bundled rules with the updates and the officer's own figures."""
    return catalog.rule_book().with_changes(work.rule_changes.all())


def office_days(work: Work) -> OfficeDays:
    """Return the days on which this commune's offices are open."""
    return OfficeDays({each.on: each.is_open for each in work.special_days.all()}, public_days)


def override(work: Work, rule: Rule, value: str, note: str) -> Saved[RuleChange]:
    """Put the officer's own figure in the place of a rule.

    Raises KnownError without a whole number or a note, and for a figure that cannot be in the rule's unit.
    """
    figure = value.strip().replace(".", "")
    if not figure.isascii() or not figure.isdigit() or not figure.strip("0"):
        raise KnownError(f"Mức “{value.strip()}” không phải là số. Hãy nhập một số nguyên lớn hơn 0, ví dụ 30.")
    if len(figure) > _MOST_DIGITS or not is_figure(int(figure), rule.unit):
        raise KnownError(
            f"Mức “{value.strip()}” không thể có ở mục này (hiện là {figure_words(rule)}). Hãy kiểm tra lại."
        )
    if not note.strip():
        raise KnownError("Chưa ghi lý do sửa mức này. Hãy ghi văn bản hoặc lý do vào ô ghi chú để người sau biết.")
    change = RuleChange(
        key=rule.key,
        value=str(int(figure)),
        unit=rule.unit,
        starts=rule.starts,
        ends=rule.ends,
        basis=rule.basis,
        name=rule.name,
        note=note.strip(),
        confidence="found",
    )
    own = own_change(work, rule)
    return work.rule_changes.put(replace(change, id=own.id, uuid=own.uuid) if own else change)


def own_change(work: Work, rule: Rule) -> RuleChange | None:
    """Return the officer's own figure that stands for a rule, or None."""
    same = (each for each in work.rule_changes.all() if (each.key, each.starts) == (rule.key, rule.starts))
    return next((each for each in same if each.is_own), None)


def take_back(work: Work, rule: Rule) -> None:
    """Let a rule be again what it was before the officer changed it."""
    own = own_change(work, rule)
    if own:
        work.rule_changes.remove(own.id)


def figure_words(rule: Rule) -> str:
    """Return a rule's figure with its unit: "30 ngày liên tục"."""
    if rule.unit in ("day_of_last_month", "day_of_month") and int(rule.value) >= 31:
        return "ngày cuối tháng"
    if rule.unit == "day_of_last_month":
        return f"ngày {rule.value} của tháng cuối kỳ"
    if rule.unit == "day_of_month":
        return f"ngày {rule.value} hằng tháng"
    if rule.unit == "month_day":
        return f"ngày {int(rule.value) % 100:02d}/{int(rule.value) // 100:02d}"
    grouped = f"{int(rule.value):,}".replace(",", ".") if rule.unit == "dong_per_month" else rule.value
    return f"{grouped} {UNITS.get(rule.unit, rule.unit)}".strip()


def proof(rule: Rule) -> str:
    """Return how sure the figure is, in words."""
    if rule.note:
        return f"Đã sửa: {rule.note}"
    return "Đã kiểm chứng" if rule.is_verified else "Chưa kiểm chứng"


@dataclass(frozen=True)
class RuleLine:
    """One rule as the list shows it."""

    id: int
    key: str
    name: str
    figure: str
    starts: date | None
    ends: date | None
    basis: str
    proof: str
    in_force: str


def rule_lines(work: Work, query: Query) -> list[RuleLine]:
    """Return all rules; "in_force" tells whether each holds on the day."""
    book = rule_book(work)
    return [
        _line(number, rule, query.today, book)
        for number, rule in enumerate(book.rules, start=1)
        if has_words(query.words, rule.name, rule.basis)
    ]


def _line(number: int, rule: Rule, today: date, book: RuleBook) -> RuleLine:
    held = _held(rule, today, is_used=book.rule(rule.key, today) == rule)
    return RuleLine(
        number, rule.key, rule.name, figure_words(rule), rule.starts, rule.ends, rule.basis, proof(rule), held
    )


def _held(rule: Rule, today: date, is_used: bool) -> str:
    if rule.holds_on(today):
        return "Đang áp dụng"
    if _is_later(rule, today):
        return f"Từ {written(rule.starts)}"
    return "Hết hiệu lực, chưa có mức mới" if is_used else "Hết hiệu lực"


def _is_later(rule: Rule, today: date) -> bool:
    return rule.starts is not None and rule.starts > today


RULES = Register(
    name="rules",
    title="Quy định theo ngày",
    columns=(
        RegisterColumn("name", "Quy định", ColumnKind.LONG, 36),
        RegisterColumn("figure", "Mức", width=16),
        RegisterColumn("starts", "Từ ngày", ColumnKind.DATE, 11),
        RegisterColumn("ends", "Đến ngày", ColumnKind.DATE, 11),
        RegisterColumn("basis", "Căn cứ", ColumnKind.LONG, 32),
        RegisterColumn("in_force", "Hiệu lực", width=14),
        RegisterColumn("proof", "Kiểm chứng", ColumnKind.LONG, 16),
    ),
    lines=rule_lines,
)
