"""Legal figures come from a table by date, never from code."""

from datetime import date

import pytest

from papi_desktop import catalog
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.rules import Rule, RuleBook

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
