"""An update of the rules from a file (CSV or TOML): read and checked whole, shown, then written in one transaction."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.rules import Rule, RuleBook, RuleChange, is_figure, may_replace
from papi_desktop.domain.text import squeeze
from papi_desktop.services.rule_book import UNITS, figure_words, rule_book
from papi_desktop.services.work import Work

COLUMNS: Final = ("key", "name", "value", "unit", "from", "to", "basis", "confidence")
_MOST_BYTES: Final = 1_000_000
_MOST_ROWS: Final = 500
_LONGEST: Final = 500
_KEY: Final = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
_UNITS: Final = frozenset(UNITS) | {"day_of_last_month", "day_of_month", "month_day"}
_CONFIDENCES: Final = ("found", "seed", "memory-high", "memory-medium", "inference")


@dataclass(frozen=True)
class RuleDifference:
    """One rule of the file against the one in force: `before` is None for a new one."""

    before: Rule | None
    after: Rule

    @property
    def sentence(self) -> str:
        """Return what the update changes, in words."""
        new = figure_words(self.after)
        if self.before is None:
            return f"{self.after.name}: thêm mức {new} ({self.after.basis})."
        return f"{self.after.name}: {figure_words(self.before)} đổi thành {new} ({self.after.basis})."


@dataclass(frozen=True)
class RuleUpdate:
    """A file that was read and found sound: all its rules, and those that differ from what is in force."""

    source: str
    rules: tuple[Rule, ...]
    differences: tuple[RuleDifference, ...]


def read_update(work: Work, path: Path) -> RuleUpdate:
    """Read a file of rules and compare it with what is in force; nothing is written. Raises KnownError."""
    book = rule_book(work)
    found = tuple(_checked(number, row, book) for number, row in enumerate(_rows(path), start=1))
    if not found:
        raise KnownError(f"Tệp “{path.name}” không có quy định nào. Hãy chọn đúng tệp cập nhật quy định.")
    keys = [(rule.key, rule.starts) for rule in found]
    if len(set(keys)) < len(keys):
        raise KnownError(f"Tệp “{path.name}” có hai dòng cùng một quy định và ngày bắt đầu. Hãy bỏ bớt một dòng.")
    there = {(rule.key, rule.starts): rule for rule in book.rules}
    pairs = [RuleDifference(there.get((rule.key, rule.starts)), rule) for rule in found]
    return RuleUpdate(path.name, found, tuple(pair for pair in pairs if _is_news(pair)))


def apply_update(work: Work, update: RuleUpdate) -> int:
    """Write the differing rules and return how many; the officer's own figures stay in force before them."""
    there = {(each.key, each.starts): each for each in work.rule_changes.all() if not each.is_own}
    for difference in update.differences:
        change = _change(difference.after, update.source)
        known = there.get((change.key, change.starts))
        work.rule_changes.put(RuleChange(**(vars(change) | ({"id": known.id, "uuid": known.uuid} if known else {}))))
    work.label("Cập nhật quy định")
    return len(update.differences)


def _is_news(pair: RuleDifference) -> bool:
    return pair.before is None or _content(pair.before) != _content(pair.after)


def _content(rule: Rule) -> tuple[object, ...]:
    return rule.value, rule.unit, rule.ends, rule.basis, rule.name


def _change(rule: Rule, source: str) -> RuleChange:
    note = f"Theo tệp cập nhật {source}"
    return RuleChange(
        rule.key, rule.value, rule.unit, rule.starts, rule.ends, rule.basis, rule.name, note, False, rule.confidence
    )


def _rows(path: Path) -> list[Mapping[str, str]]:
    text = _text(path)
    rows = list(_toml_rows(text, path) if path.suffix.lower() == ".toml" else _csv_rows(text, path))
    if len(rows) > _MOST_ROWS:
        raise KnownError(f"Tệp “{path.name}” có quá {_MOST_ROWS} dòng, không thể là tệp quy định. Hãy chọn đúng tệp.")
    return rows


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES or b"\0" in data:
            raise KnownError(f"Tệp “{path.name}” không phải tệp quy định (.csv hoặc .toml). Hãy chọn đúng tệp.")
        return data.decode("utf-8-sig")
    except OSError:
        raise KnownError(
            f"Không đọc được tệp “{path.name}”. Hãy kiểm tra USB hoặc chép tệp vào máy rồi thử lại."
        ) from None
    except UnicodeDecodeError:
        raise KnownError(
            f"Tệp “{path.name}” không lưu bằng bảng mã UTF-8. Hãy lưu lại dạng CSV UTF-8 rồi nạp."
        ) from None


def _csv_rows(text: str, path: Path) -> Iterator[Mapping[str, str]]:
    try:
        reader = csv.DictReader(io.StringIO(text), strict=True)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise KnownError(f"Tệp “{path.name}” phải có dòng đầu gồm các cột: {', '.join(COLUMNS)}. Hãy sửa lại tệp.")
        for number, row in enumerate(reader, start=1):
            if None in row or None in row.values():
                raise KnownError(f"Dòng {number} của tệp “{path.name}” thừa hoặc thiếu cột. Hãy sửa lại tệp.")
            yield row
    except csv.Error:
        raise KnownError(f"Tệp “{path.name}” viết sai dạng CSV. Hãy mở bằng Excel, lưu lại dạng CSV UTF-8.") from None


def _toml_rows(text: str, path: Path) -> Iterator[Mapping[str, str]]:
    try:
        found = tomllib.loads(text).get("rule", [])
    except (tomllib.TOMLDecodeError, RecursionError):
        raise KnownError(f"Tệp “{path.name}” viết sai dạng TOML. Hãy lấy lại tệp gốc từ nơi gửi.") from None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise KnownError(f"Tệp “{path.name}” phải gồm các mục [[rule]]. Hãy lấy lại tệp gốc từ nơi gửi.")
    for row in found:
        yield {key: _plain(row.get(key, "")) for key in COLUMNS}


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _checked(number: int, row: Mapping[str, str], book: RuleBook) -> Rule:
    """Return one row as a rule. Raises KnownError that names the row and what is wrong with it."""
    bare = {key: squeeze(row[key]) for key in COLUMNS}
    same = [rule for rule in book.rules if rule.key == bare["key"]]
    for wrong in _faults(bare, same):
        raise KnownError(f"Dòng {number} của tệp quy định: {wrong} Chưa có gì được ghi; hãy sửa tệp rồi nạp lại.")
    starts, ends = _day(bare["from"]), _day(bare["to"])
    name = bare["name"] or (same[-1].name if same else bare["key"])
    return Rule(
        bare["key"],
        bare["value"],
        bare["unit"],
        starts,
        ends,
        bare["basis"],
        bare["confidence"] or "memory-medium",
        name,
    )


def _faults(row: Mapping[str, str], known: Sequence[Rule]) -> Iterable[str]:
    if not _KEY.fullmatch(row["key"]):
        yield f"mã “{row['key'][:40]}” không đúng dạng."
    if not (row["value"].isascii() and row["value"].isdigit() and 0 < len(row["value"]) <= 9 and int(row["value"])):
        yield f"mức “{row['value'][:40]}” không phải số nguyên lớn hơn 0."
        return
    yield from _unit_faults(row, known)
    if row["confidence"] not in ("", *_CONFIDENCES):
        yield f"độ tin cậy “{row['confidence'][:40]}” không có trong chương trình."
    if not row["basis"]:
        yield "thiếu căn cứ."
    if max(map(len, row.values())) > _LONGEST:
        yield f"có ô dài quá {_LONGEST} chữ."
    yield from _day_faults(row)


def _unit_faults(row: Mapping[str, str], known: Sequence[Rule]) -> Iterable[str]:
    value, unit = row["value"], row["unit"]
    if unit not in _UNITS:
        yield f"đơn vị “{unit[:40]}” không có trong chương trình."
    elif any(not may_replace(unit, rule.unit) for rule in known):
        yield f"đơn vị “{unit}” không dùng được cho quy định này."
    elif not is_figure(int(value), unit):
        yield f"mức “{value}” không thể có với đơn vị “{unit}”."


def _day_faults(row: Mapping[str, str]) -> Iterable[str]:
    for key in ("from", "to"):
        if row[key] and _day(row[key]) is None:
            yield f"ngày “{row[key][:40]}” phải viết dạng năm-tháng-ngày, ví dụ 2026-07-01."
    starts, ends = _day(row["from"]), _day(row["to"])
    if starts and ends and ends < starts:
        yield "ngày hết hiệu lực sớm hơn ngày có hiệu lực."


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
