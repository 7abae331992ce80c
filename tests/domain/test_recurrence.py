"""The turns of recurring publications and the days on which they begin."""

from datetime import date

import pytest

from papi_desktop.domain.recurrence import Recurrence, nearest, occurrences, turn_words

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def test_quarters_begin_on_their_last_days() -> None:
    found = list(occurrences(Recurrence.QUARTER, "end", *YEAR))
    assert [each.code for each in found] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert [each.trigger_on.month for each in found] == [3, 6, 9, 12]
    assert turn_words(found[2].code) == "quý III năm 2026"


def test_months_begin_on_their_last_days() -> None:
    found = list(occurrences(Recurrence.MONTH, "end", *YEAR))
    assert len(found) == 12
    assert found[1].trigger_on == date(2026, 2, 28)


def test_a_year_begins_on_its_own_day() -> None:
    assert [each.trigger_on for each in occurrences(Recurrence.YEAR, "12-14", *YEAR)] == [date(2026, 12, 14)]


def test_a_turn_can_begin_before_its_period() -> None:
    found = list(occurrences(Recurrence.QUARTER, "start-14", *YEAR))
    assert (found[-1].code, found[-1].trigger_on) == ("2027-Q1", date(2026, 12, 18))


@pytest.mark.parametrize("recurs", [Recurrence.ON_CHANGE, Recurrence.ON_EVENT])
def test_what_follows_events_has_no_turns(recurs: Recurrence) -> None:
    assert list(occurrences(recurs, "end", *YEAR)) == []


def test_a_day_belongs_to_the_nearest_turn() -> None:
    assert nearest(Recurrence.YEAR, "12-14", date(2022, 1, 10)).code == "2021"
    assert nearest(Recurrence.YEAR, "12-14", date(2022, 12, 5)).code == "2022"
