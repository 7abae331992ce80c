"""The beginning of a day in the window: what comes again begins by itself, once, and can be taken back."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.services.recurring_publications import begin_next_turns
from papi_desktop.services.sample import SAMPLE_DAY
from papi_desktop.services.work import Work
from tests.ui.conftest import Settle
from ui.desk import Desk
from ui.window import Window

LATER = date(2023, 1, 20)


@pytest.fixture
def own(desk: Desk) -> Desk:
    """Give the desk of a commune whose data is its own, so that its day moves on."""
    assert desk.commune
    desk.commune = replace(desk.commune, sample_day=None)
    return desk


def titles(desk: Desk, settle: Settle) -> list[str]:
    found: list[list[str]] = []

    def read(work: Work) -> list[str]:
        return sorted(each.title for each in work.publications.all())

    desk.operations.read(read, found.append)
    settle()
    return found[0]


def test_a_day_in_the_window_begins_what_comes_again_once(own: Desk, settle: Settle) -> None:
    before = titles(own, settle)
    own.turn_to(LATER)
    settle()
    after = titles(own, settle)
    assert len(after) > len(before)
    own.begin_day()
    settle()
    assert titles(own, settle) == after
    assert own.today == LATER


def test_what_began_by_itself_is_named_and_taken_back_in_one(own: Desk, settle: Settle) -> None:
    before = titles(own, settle)
    own.turn_to(LATER)
    settle()
    assert own.operations.last_change
    assert own.operations.last_change.label == "Lập các mục công khai định kỳ đến kỳ"
    own.operations.undo()
    settle()
    assert titles(own, settle) == before


def test_opening_the_window_begins_the_day_and_the_sample_stands_still(window: Window, settle: Settle) -> None:
    settle()
    before, change = titles(window.desk, settle), window.desk.operations.last_change
    window.desk.turn_to(LATER)
    window.desk.begin_day()
    settle()
    assert titles(window.desk, settle) == before
    assert window.desk.today == SAMPLE_DAY
    assert window.desk.operations.last_change == change, "a day on which nothing begins leaves nothing to take back"


def test_the_sample_holds_what_came_due_before_its_day(desk: Desk, settle: Settle) -> None:
    begun: list[int] = []
    desk.operations.read(lambda work: len(begin_next_turns(work, SAMPLE_DAY)), begun.append)
    settle()
    assert begun == [0]
