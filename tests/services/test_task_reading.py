"""How a saved task was understood is corrected by a person, and its words stay."""

from datetime import date
from typing import Any

import pytest

from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.tasks import Part, Task
from papi_desktop.services.task_reading import corrected, problem, read_as, reread_task
from papi_desktop.services.work import Work

QUARTER_3 = Deadline("Quý III/2022", DeadlineKind.WINDOW, date(2022, 9, 30), date(2022, 7, 1))


def coded(work: Work, code: str) -> Task:
    return next(task for task in work.tasks.of_plans([work.plans.all()[0].id]) if task.own_code == code)


def test_reading_a_deadline_as_recurring_drops_its_date_and_asks_for_a_quarter() -> None:
    read = read_as(Deadline("Trước ngày 5/7", DeadlineKind.BEFORE, date(2022, 7, 4)), DeadlineKind.RECURRING)
    assert read == Deadline("Trước ngày 5/7", DeadlineKind.RECURRING, every=Every.QUARTER)


def test_reading_a_deadline_as_continuous_keeps_only_its_words() -> None:
    assert read_as(QUARTER_3, DeadlineKind.CONTINUOUS) == Deadline("Quý III/2022", DeadlineKind.CONTINUOUS)


def test_reading_a_deadline_as_another_date_keeps_the_date() -> None:
    assert read_as(QUARTER_3, DeadlineKind.BY) == Deadline("Quý III/2022", DeadlineKind.BY, date(2022, 9, 30))


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, QUARTER_3),
        (
            {"kind": "by", "due": date(2022, 9, 15), "starts": date(2022, 7, 1), "every": Every.MONTH},
            Deadline("Quý III/2022", DeadlineKind.BY, date(2022, 9, 15)),
        ),
        (
            {"kind": "recurring", "every": Every.MONTH},
            Deadline("Quý III/2022", DeadlineKind.RECURRING, every=Every.MONTH),
        ),
        (
            {"kind": "continuous", "due": date(2022, 9, 15), "report_to": "Sở Nội vụ", "report_due": date(2022, 10, 5)},
            Deadline("Quý III/2022", DeadlineKind.CONTINUOUS, report_to="Sở Nội vụ", report_due=date(2022, 10, 5)),
        ),
    ],
)
def test_only_what_goes_with_the_chosen_kind_is_taken_over(values: dict[str, Any], wanted: Deadline) -> None:
    assert corrected(QUARTER_3, values) == wanted


def test_a_duty_that_comes_back_keeps_its_turn_where_none_is_chosen() -> None:
    assert corrected(QUARTER_3, {"kind": "recurring", "every": None}).every is Every.QUARTER


def test_the_day_of_a_yearly_duty_is_a_date_and_that_of_a_more_frequent_one_a_day() -> None:
    yearly = read_deadline("Trước ngày 15/12 hằng năm", 2022)
    assert (yearly.due, yearly.day) == (date(2022, 12, 14), 14)
    later = corrected(yearly, {"every": Every.YEAR, "due": date(2022, 12, 20), "day": 3})
    assert (later.due, later.day, later.meaning) == (date(2022, 12, 20), 20, "Hằng năm, chậm nhất ngày 20/12")
    quarterly = corrected(yearly, {"every": Every.QUARTER, "due": date(2022, 12, 20)})
    assert (quarterly.due, quarterly.day, quarterly.meaning) == (None, None, "Hằng quý")
    assert corrected(quarterly, {"day": 25}).meaning == "Hằng quý, chậm nhất ngày 25"
    assert corrected(yearly, {}) == yearly


def test_a_reading_that_is_not_whole_is_told_and_a_whole_one_is_not() -> None:
    assert problem(QUARTER_3) == ""
    assert "chưa có ngày hạn cuối" in problem(corrected(QUARTER_3, {"due": None}))
    assert "chưa có ngày bắt đầu" in problem(corrected(QUARTER_3, {"starts": None}))
    assert "sau ngày hạn cuối" in problem(corrected(QUARTER_3, {"starts": date(2022, 10, 1)}))
    assert "lớn hơn 31" in problem(corrected(QUARTER_3, {"kind": "recurring", "day": 32}))


def test_a_saved_task_is_understood_anew_and_keeps_its_words(sample_work: Work) -> None:
    before = coded(sample_work, "4.5")
    after = reread_task(sample_work, before.id, Part.LEAD, {"kind": "by", "due": date(2022, 10, 31)})
    assert (after.part, after.deadline.due, after.deadline.text) == (
        Part.LEAD,
        date(2022, 10, 31),
        before.deadline.text,
    )
    assert (after.text, after.lead_text, after.ordinal) == (before.text, before.lead_text, before.ordinal)
    assert sample_work.tasks.get(before.id) == after


def test_a_day_that_is_lacking_is_refused_and_nothing_is_changed(sample_work: Work) -> None:
    before = coded(sample_work, "4.5")
    with pytest.raises(KnownError, match="Nhiệm vụ 4.5 chưa có ngày hạn cuối"):
        reread_task(sample_work, before.id, Part.LEAD, {"kind": "before"})
    assert sample_work.tasks.get(before.id) == before
