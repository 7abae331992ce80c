"""A task's state follows from its deadline, what was written, and the day."""

from datetime import date

import pytest

from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.tasks import Part, Progress, State, Status, Task, asked_in, due_in, standing, state_of

Q1, Q3, YEAR = (read_period(f"2022-{kind}") for kind in ("Q1", "Q3", "Y"))
BEFORE_OCTOBER = Deadline("Trước ngày 30/9/2022", DeadlineKind.BEFORE, due=date(2022, 9, 29))
ALWAYS = Deadline("Thường xuyên", DeadlineKind.CONTINUOUS)


def task(deadline: Deadline, part: Part = Part.LEAD) -> Task:
    return Task(1, 2, 1, "2.1", "2.1", "Công khai ngân sách", "UBND cấp xã", "", part, deadline, id=7)


def entry(period: str, status: Status = Status.DONE) -> Progress:
    return Progress(7, period, status)


def test_work_past_its_last_day_is_late() -> None:
    assert state_of(task(BEFORE_OCTOBER), None, Q3, date(2022, 9, 30)) is State.LATE


def test_work_on_its_last_day_is_not_yet_late() -> None:
    assert state_of(task(BEFORE_OCTOBER), None, Q3, date(2022, 9, 29)) is State.SOON


def test_finished_work_is_done_however_late_it_is() -> None:
    assert state_of(task(BEFORE_OCTOBER), entry("2022-Q3"), Q3, date(2023, 1, 1)) is State.DONE


def test_continuous_work_without_an_entry_has_no_figures() -> None:
    assert state_of(task(ALWAYS), None, Q3, date(2022, 9, 1)) is State.NO_FIGURES


def test_work_under_way_with_time_left_is_on_track() -> None:
    assert state_of(task(BEFORE_OCTOBER), entry("2022-Q3", Status.DOING), Q3, date(2022, 8, 1)) is State.ON_TRACK


def test_an_entry_without_any_word_counts_as_none() -> None:
    assert state_of(task(ALWAYS), entry("2022-Q3", Status.NOT_STARTED), Q3, date(2022, 8, 1)) is State.NO_FIGURES


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        (Deadline("Định kỳ hàng quý", DeadlineKind.RECURRING, every=Every.QUARTER), date(2022, 9, 30)),
        (Deadline("", DeadlineKind.RECURRING, every=Every.QUARTER, day=14), date(2022, 9, 14)),
        (BEFORE_OCTOBER, date(2022, 9, 29)),
        (ALWAYS, None),
    ],
)
def test_recurring_work_is_due_within_each_period(deadline: Deadline, due: date | None) -> None:
    assert due_in(task(deadline), Q3) == due


def test_work_finished_in_quarter_three_still_stands_in_the_year() -> None:
    done = entry("2022-Q3")
    assert standing(task(BEFORE_OCTOBER), [done], YEAR) is done


def test_an_entry_that_only_holds_evidence_does_not_undo_what_was_finished() -> None:
    done = entry("2022-Q3")
    assert standing(task(BEFORE_OCTOBER), [done, entry("2022-Y", Status.NOT_STARTED)], YEAR) is done


def test_continuous_work_must_be_written_anew_each_period() -> None:
    assert standing(task(ALWAYS), [entry("2022-Q3")], YEAR) is None


def test_an_entry_of_a_later_period_does_not_speak_for_an_earlier_one() -> None:
    assert standing(task(BEFORE_OCTOBER), [entry("2022-Y")], Q1) is None


def test_the_newest_entry_speaks_for_work_with_one_deadline() -> None:
    entries = [entry("2022-Q3", Status.DOING), entry("2022-08", Status.NOT_STARTED)]
    assert standing(task(BEFORE_OCTOBER), entries, YEAR) is entries[0]


def test_finished_work_is_not_asked_for_again() -> None:
    assert asked_in(task(BEFORE_OCTOBER), [entry("2022-Q3")], Q3)
    assert not asked_in(task(BEFORE_OCTOBER), [entry("2022-Q3")], YEAR)


YEARLY = Deadline("Trước ngày 15/12 hằng năm", DeadlineKind.RECURRING, due=date(2022, 12, 14), every=Every.YEAR, day=14)
HALF_YEARLY = Deadline("Định kỳ 6 tháng", DeadlineKind.RECURRING, every=Every.HALF_YEAR)
BEFORE_THE_FIRST = Deadline("Trước ngày 01 hằng tháng", DeadlineKind.RECURRING, every=Every.MONTH, day=0)


@pytest.mark.parametrize(
    ("deadline", "period", "due"),
    [
        (YEARLY, "2022-Q1", date(2022, 12, 14)),
        (YEARLY, "2023-Y", date(2023, 12, 14)),
        (HALF_YEARLY, "2022-Q1", date(2022, 6, 30)),
        (HALF_YEARLY, "2022-Q3", date(2022, 12, 31)),
        (BEFORE_THE_FIRST, "2022-Q3", date(2022, 8, 31)),
        (BEFORE_THE_FIRST, "2022-01", date(2021, 12, 31)),
        (Deadline("", DeadlineKind.RECURRING, every=Every.QUARTER), "2022-07", date(2022, 9, 30)),
    ],
)
def test_recurring_work_is_due_at_the_end_of_its_own_cycle(deadline: Deadline, period: str, due: date) -> None:
    assert due_in(task(deadline), read_period(period)) == due


def test_work_that_comes_back_is_asked_for_when_it_falls_due() -> None:
    assert not asked_in(task(HALF_YEARLY), [], Q1)
    assert asked_in(task(HALF_YEARLY), [], read_period("2022-H1"))
    assert not asked_in(task(YEARLY), [], Q3)
    assert asked_in(task(YEARLY), [], YEAR)


def test_yearly_work_finished_early_is_finished_for_its_year_only() -> None:
    done = entry("2022-Q1")
    assert standing(task(YEARLY), [done], YEAR) is done
    assert not asked_in(task(YEARLY), [done], YEAR)
    assert standing(task(YEARLY), [done], read_period("2023-Y")) is None


def test_half_yearly_work_is_asked_for_anew_in_the_second_half() -> None:
    assert standing(task(HALF_YEARLY), [entry("2022-H1")], YEAR) is None
    assert standing(task(HALF_YEARLY), [entry("2022-Q3")], YEAR) is not None


def test_work_with_a_date_every_year_is_not_finished_once_for_all() -> None:
    assert not task(YEARLY).is_one_off
    assert task(BEFORE_OCTOBER).is_one_off


def test_work_for_information_is_never_asked_for() -> None:
    assert not asked_in(task(ALWAYS, Part.INFORM), [], Q3)


def test_work_is_not_asked_for_before_its_window_opens() -> None:
    autumn = Deadline("Quý IV/2022", DeadlineKind.WINDOW, due=date(2022, 12, 31), starts=date(2022, 10, 1))
    assert not asked_in(task(autumn), [], Q3)
    assert asked_in(task(autumn), [], YEAR)
