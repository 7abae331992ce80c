"""Legal figures come from a table by date, never from code."""

from datetime import date, timedelta

import pytest

from papi_desktop import catalog
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.rules import Rule, RuleBook, RuleChange

BEFORE = Rule("reception.chairman", "1", "day_per_week", date(2014, 7, 1), date(2026, 6, 30), "Luật 42/2013", "found")
AFTER = Rule("reception.chairman", "2", "day_per_month", date(2026, 7, 1), None, "Luật 136/2025", "found")


@pytest.mark.parametrize(
    ("day", "rule"), [(date(2026, 6, 30), BEFORE), (date(2026, 7, 1), AFTER), (date(2010, 1, 1), BEFORE)]
)
def test_the_rule_in_force_on_the_day_is_the_one_that_counts(day: date, rule: Rule) -> None:
    assert RuleBook([AFTER, BEFORE]).rule("reception.chairman", day) == rule


def test_an_unknown_key_is_refused_in_words() -> None:
    with pytest.raises(KnownError, match="không có mục"):
        RuleBook([]).number("posting.min_days", date(2022, 1, 1))


def test_what_is_only_remembered_is_marked_unverified() -> None:
    book = catalog.rule_book()
    assert not book.rule("posting.default.min_days", date(2024, 1, 1)).is_verified
    assert book.rule("report.cutoff", date(2024, 1, 1)).is_verified


def test_every_bundled_rule_has_a_basis_and_a_whole_number() -> None:
    for rule in catalog.rule_book().rules:
        assert rule.basis, rule.key
        assert int(rule.value) > 0, rule.key


CHANGES_OF_LAW = [
    ("reception.chairman", date(2026, 6, 30), ("1", "day_per_week")),
    ("reception.chairman", date(2026, 7, 1), ("2", "day_per_month")),
    ("poor.standard", date(2026, 12, 31), ("2022", "year")),
    ("poor.standard", date(2027, 1, 1), ("2027", "year")),
    ("poor.standard", date(2030, 12, 31), ("2027", "year")),
    ("poor.standard", date(2031, 1, 1), ("2027", "year")),
]


@pytest.mark.parametrize(("key", "day", "expected"), CHANGES_OF_LAW)
def test_on_both_sides_of_a_change_of_law_its_own_figure_holds(key: str, day: date, expected: tuple[str, str]) -> None:
    rule = catalog.rule_book().rule(key, day)
    assert (rule.value, rule.unit) == expected


def test_every_rule_holds_from_its_first_to_its_last_day_and_not_beside() -> None:
    book, one = catalog.rule_book(), timedelta(days=1)
    for rule in book.rules:
        if rule.starts:
            assert book.rule(rule.key, rule.starts) is rule
            assert not rule.holds_on(rule.starts - one)
        if rule.ends:
            assert book.rule(rule.key, rule.ends) is rule
            assert not rule.holds_on(rule.ends + one)


def test_every_figure_that_changes_is_tried_on_both_sides() -> None:
    keys = [rule.key for rule in catalog.rule_book().rules]
    assert {key for key in keys if keys.count(key) > 1} == {key for key, _, _ in CHANGES_OF_LAW}


def test_a_figure_that_ended_without_a_successor_is_the_last_one_that_began() -> None:
    book, one = catalog.rule_book(), timedelta(days=1)
    for rule in book.rules:
        if rule.ends:
            after = book.rule(rule.key, rule.ends + one)
            assert after.starts is not None
            assert rule.starts is not None
            assert after.starts >= rule.starts
            assert after is rule or after.holds_on(rule.ends + one)
            assert after.is_over(rule.ends + one) is (after is rule)


def change(value: str, starts: date | None, is_own: bool) -> RuleChange:
    return RuleChange("a.b", value, "day", starts, None, "Luật", "Tên", "ghi chú", is_own)


def test_ones_own_figure_goes_before_an_update_and_an_update_before_the_bundled_one() -> None:
    first = date(2020, 1, 1)
    book = RuleBook([Rule("a.b", "1", "day", first, None, "Luật", "found")])
    assert book.with_changes([change("2", first, False)]).number("a.b", first) == 2
    assert book.with_changes([change("3", first, True), change("2", first, False)]).number("a.b", first) == 3


def test_an_update_with_a_later_first_day_holds_only_from_then() -> None:
    first, later = date(2020, 1, 1), date(2027, 1, 1)
    book = RuleBook([Rule("a.b", "1", "day", first, None, "Luật", "found")]).with_changes([change("2", later, False)])
    assert [book.number("a.b", day) for day in (later - timedelta(days=1), later)] == [1, 2]
