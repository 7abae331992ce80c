"""How a posting stands at one place, and what is said when it comes down too early."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from db.database import Database
from papi_desktop.domain.publication_checks import check_publication
from papi_desktop.domain.publications import DayKind, Place, PlaceKind, Posting, Publication
from papi_desktop.services.posting_states import (
    PlaceState,
    early_warning,
    early_warnings,
    place_sentence,
    place_state,
    read_standing,
    short_name,
    with_change,
)
from papi_desktop.services.publication_kinds import stays_until_replaced

HOUSE = Place(PlaceKind.VILLAGE_HOUSE, "Nhà văn hóa thôn An Lạc", id=2)
LOUDSPEAKER = Place(PlaceKind.LOUDSPEAKER, "Đài truyền thanh xã An Bình", id=3)
LIST = Publication("Danh sách hộ nghèo", latest_on=date(2022, 3, 10), min_days=20, place_ids=(2,), id=1)


def on(today: date, since: date | None = None, until: date | None = None, publication: Publication = LIST):
    """Return the check of the house on a day."""
    postings = [Posting(1, 2, since, until)] if since else []
    return check_publication(publication, [HOUSE], postings, today).places[0]


@pytest.mark.parametrize(
    ("today", "since", "until", "state"),
    [
        (date(2022, 3, 10), None, None, PlaceState.MISSING),
        (date(2022, 3, 11), None, None, PlaceState.OVERDUE),
        (date(2022, 3, 20), date(2022, 3, 1), None, PlaceState.DONE),
        (date(2022, 3, 19), date(2022, 3, 1), None, PlaceState.HANGING),
        (date(2022, 3, 19), date(2022, 3, 1), date(2022, 3, 10), PlaceState.EARLY),
        (date(2022, 4, 30), date(2022, 3, 11), date(2022, 4, 10), PlaceState.LATE),
    ],
)
def test_a_place_has_one_of_six_states(today: date, since: date | None, until: date | None, state: PlaceState) -> None:
    assert place_state(LIST, on(today, since, until), today) is state


def test_what_still_hangs_says_until_when() -> None:
    today = date(2022, 3, 10)
    assert place_sentence(LIST, on(today, date(2022, 3, 1)), today) == (
        "Mới được 10 ngày liên tục (cần 20); cần để đến hết ngày 20/03/2022."
    )


def test_what_came_down_early_says_so() -> None:
    today = date(2022, 3, 30)
    assert place_sentence(LIST, on(today, date(2022, 3, 1), date(2022, 3, 10)), today) == (
        "Đã gỡ khi mới được 10 ngày liên tục (cần 20). Cần niêm yết lại cho đủ thời gian."
    )


def test_taking_down_on_the_day_before_the_last_is_warned_of() -> None:
    assert early_warning(LIST, HOUSE, date(2022, 3, 1), date(2022, 3, 19)) == (
        "Gỡ ngày 19/03/2022 thì mới được 19 ngày liên tục (cần 20), chưa đủ thời gian tối thiểu. "
        "Cần để đến hết ngày 20/03/2022."
    )


def test_taking_down_on_the_last_day_is_not_warned_of() -> None:
    assert early_warning(LIST, HOUSE, date(2022, 3, 1), date(2022, 3, 20)) == ""


def test_three_working_days_over_a_weekend_end_on_the_tuesday() -> None:
    poor = replace(LIST, min_days=3, day_kind=DayKind.WORKING)
    friday, monday, tuesday = date(2022, 3, 4), date(2022, 3, 7), date(2022, 3, 8)
    assert "mới được 2 ngày làm việc (cần 3)" in early_warning(poor, HOUSE, friday, monday)
    assert early_warning(poor, HOUSE, friday, tuesday) == ""


def test_the_loudspeaker_has_days_of_its_own() -> None:
    assert early_warning(LIST, LOUDSPEAKER, date(2022, 3, 1), date(2022, 3, 3)) == ""


def test_several_places_are_counted_in_one_warning() -> None:
    other = replace(HOUSE, id=4, name="Nhà văn hóa thôn Nà Sim")
    both = replace(LIST, place_ids=(2, 4))
    postings = [Posting(1, 2, date(2022, 3, 1)), Posting(1, 4, date(2022, 3, 5))]
    checks = check_publication(both, [HOUSE, other], postings, date(2022, 3, 15)).places
    warning = early_warnings(both, checks, date(2022, 3, 15))
    assert warning == (
        "Gỡ ngày 15/03/2022 thì 2 nơi chưa đủ thời gian niêm yết tối thiểu. Cần để đến hết ngày 24/03/2022."
    )
    assert early_warnings(both, checks, date(2022, 3, 24)) == ""


def test_a_new_trigger_day_moves_the_latest_day_that_was_reckoned_from_the_old_one() -> None:
    quarter = Publication(
        "Ngân sách quý I", "budget_quarter", trigger_on=date(2022, 3, 31), latest_on=date(2022, 4, 15)
    )
    assert with_change(quarter, "trigger_on", date(2022, 4, 1)).latest_on == date(2022, 4, 16)


def test_a_latest_day_of_ones_own_stays() -> None:
    quarter = Publication("Ngân sách quý I", "budget_quarter", trigger_on=date(2022, 3, 31), latest_on=date(2022, 4, 9))
    assert with_change(quarter, "trigger_on", date(2022, 4, 1)).latest_on == date(2022, 4, 9)


def test_a_house_is_called_by_its_village_where_there_is_little_room() -> None:
    assert [short_name(HOUSE), short_name(LOUDSPEAKER)] == ["Thôn An Lạc", "Truyền thanh"]


def test_opening_one_publication_reads_no_postings_but_those_of_its_kind(sample: Database) -> None:
    with sample.work() as work:
        opened = next(each for each in work.publications.all() if not stays_until_replaced(each.kind))
    statements: list[tuple[str, object]] = []
    event.listen(
        sample.engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, values, _context, _many: statements.append((statement, values)),
    )
    with sample.work() as work:
        assert read_standing(work, opened.id, date(2022, 12, 6)).check.publication == opened
    (values,) = [values for statement, values in statements if "FROM posting" in statement and "since" in statement]
    assert values == (opened.id,)
