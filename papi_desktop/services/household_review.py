"""The yearly review of poor households as a checklist: with the figures of the rules, or in the commune's own steps."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from papi_desktop.catalog import rows
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.households import HouseholdList
from papi_desktop.domain.rules import RuleBook
from papi_desktop.domain.templates import ChangedTemplate
from papi_desktop.services.rule_book import figure_words, rule_book
from papi_desktop.services.work import Work

_KIND: Final = "household_steps"
_RULE: Final = re.compile(r"{([a-z_.]+)}")
_LINE: Final = re.compile(r"(.+?)\s*\|\s*(\d{1,2})/(\d{1,2})\s*\|\s*(\d{1,2})/(\d{1,2})")


@dataclass(frozen=True)
class Step:
    """One step of the yearly review: its days in the year of the review, and when it was done."""

    key: str
    name: str
    first: date
    last: date
    basis: str
    is_verified: bool
    done_on: date | None

    def is_late(self, today: date) -> bool:
        """Tell whether it should have been done by now."""
        return self.done_on is None and self.last < today


@dataclass(frozen=True)
class Review:
    """The list of a year, the review in that year, which makes the next list, and what holds for every month."""

    record: HouseholdList
    steps: tuple[Step, ...]
    monthly: str


def review(work: Work, year: int) -> Review:
    """Return the review of a year; its list is an empty one where none is kept yet."""
    record, book = work.household_lists.of_year(year) or HouseholdList(year), rule_book(work)
    return Review(record, tuple(_steps(work, record, book)), _monthly(book, _last(year)))


def with_step(found: HouseholdList, key: str, done_on: date | None) -> HouseholdList:
    """Return the list with one step done on a day, or not done."""
    done = dict(found.done_steps)
    done.pop(key, None)
    return replace(found, done_steps=(*done.items(), *(((key, done_on.isoformat()),) if done_on else ())))


def checklist_text(work: Work, year: int) -> str:
    """Return the steps to edit, one on a line: "Lập danh sách hộ cần rà soát | 01/9 | 15/9"."""
    return "\n".join(f"{each.name} | {_day(each.first)} | {_day(each.last)}" for each in review(work, year).steps)


def keep_checklist(work: Work, year: int, text: str) -> None:
    """Keep the commune's own steps; an empty text goes back to the bundled ones. Raises KnownError for a wrong line.

    A step that keeps its name or its place keeps the day on which it was done.
    """
    before, own = review(work, year).steps, work.templates.of_kind(_KIND)
    made = [_read(line, year) for line in filter(None, map(str.strip, text.splitlines()))]
    work.label("Sửa các bước rà soát hộ nghèo")
    if not made:
        if own:
            work.templates.remove(own.id)
        return
    keys = _keys([name for name, _first, _last in made], before)
    lines = [f"{key}|{name}|{first:%m-%d}|{last:%m-%d}" for key, (name, first, last) in zip(keys, made, strict=True)]
    work.templates.put(ChangedTemplate(_KIND, "\n".join(lines), own.id if own else 0, own.uuid if own else ""))


def _steps(work: Work, record: HouseholdList, book: RuleBook) -> Iterator[Step]:
    own, done = work.templates.of_kind(_KIND), dict(record.done_steps)
    for row in _own_rows(own.text) if own else rows("household_steps"):
        used = [book.rule(key, _last(record.year)) for key in _RULE.findall(" ".join(row.values()))]
        first, last = (_on(record.year, _filled(row[key], book, record.year)) for key in ("from", "to"))
        done_on = date.fromisoformat(done[row["key"]]) if row["key"] in done else None
        is_verified = row["confidence"].startswith("found") and all(rule.is_verified for rule in used)
        name = _filled(row["name"], book, record.year)
        yield Step(row["key"], name, first, last, row["basis"], is_verified, done_on)


def _own_rows(text: str) -> Iterator[Mapping[str, str]]:
    for line in text.splitlines():
        key, name, first, last = line.split("|")
        yield {"key": key, "name": name, "from": first, "to": last, "basis": "", "confidence": "found"}


def _filled(text: str, book: RuleBook, year: int) -> str:
    """Return a text with its rules' figures of that year: a day as MM-DD, a count with its zero before it."""

    def figure(match: re.Match[str]) -> str:
        rule = book.rule(match[1], _last(year))
        number = int(rule.value)
        return f"{number // 100:02d}-{number % 100:02d}" if rule.unit == "month_day" else f"{number:02d}"

    return _RULE.sub(figure, text)


def _monthly(book: RuleBook, day: date) -> str:
    start, within = book.rule("poor.review.monthly_start", day), book.rule("poor.monthly.decide_within", day)
    words = f"từ {figure_words(start)}; quyết định trong {within.value} ngày kể từ ngày nhận giấy đề nghị"
    return f"Hộ phát sinh trong năm: rà soát {words} ({within.basis})."


def _read(line: str, year: int) -> tuple[str, date, date]:
    found = _LINE.fullmatch(line)
    try:
        if not found:
            raise ValueError(line)
        first, last = date(year, int(found[3]), int(found[2])), date(year, int(found[5]), int(found[4]))
    except ValueError:
        raise KnownError(
            f"Dòng “{line}” chưa đúng. Hãy ghi: tên bước | từ ngày | đến ngày, ví dụ Họp dân | 01/11 | 10/11."
        ) from None
    if last < first:
        raise KnownError(f"Dòng “{line}” có ngày cuối trước ngày đầu. Hãy sửa lại hai ngày.")
    return found[1].replace("|", " "), first, last


def _keys(names: list[str], before: tuple[Step, ...]) -> list[str]:
    by_name = {each.name: each.key for each in before}
    free = {each.key for each in before} - {by_name[name] for name in names if name in by_name}
    keys: list[str] = []
    for place, name in enumerate(names):
        at_place = before[place].key if place < len(before) else ""
        key = by_name.get(name) or (at_place if at_place in free else f"own-{place + 1}")
        free.discard(key)
        keys.append(key)
    return keys


def _day(day: date) -> str:
    return f"{day.day:02d}/{day.month}"


def _on(year: int, month_day: str) -> date:
    return date.fromisoformat(f"{year}-{month_day}")


def _last(year: int) -> date:
    """Return the day whose rules hold for the review of a year: its last, so that a change during the year counts."""
    return date(year, 12, 31)
