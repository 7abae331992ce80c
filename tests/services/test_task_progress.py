"""Status, percentage and day of an entry agree whichever of them is written."""

from datetime import date

from papi_desktop.domain.tasks import Progress, Status
from papi_desktop.services.task_progress import changed

TODAY = date(2022, 9, 8)
EMPTY = Progress(task_id=1, period="2022-Q3")


def test_finished_work_is_at_100_percent_and_has_a_day() -> None:
    done = changed(EMPTY, "status", Status.DONE, TODAY)
    assert (done.percent, done.done_on) == (100, TODAY)


def test_a_day_that_was_written_before_is_kept() -> None:
    done = changed(Progress(1, "2022-Q3", done_on=date(2022, 8, 1)), "status", Status.DONE, TODAY)
    assert done.done_on == date(2022, 8, 1)


def test_a_day_of_completion_finishes_the_work() -> None:
    done = changed(EMPTY, "done_on", date(2022, 9, 1), TODAY)
    assert (done.status, done.percent) == (Status.DONE, 100)


def test_work_that_is_taken_up_again_is_below_100_percent_and_has_no_day() -> None:
    again = changed(changed(EMPTY, "status", Status.DONE, TODAY), "status", Status.DOING, TODAY)
    assert (again.percent, again.done_on) == (95, None)


def test_a_percentage_means_that_the_work_has_begun() -> None:
    assert changed(EMPTY, "percent", 30, TODAY).status is Status.DOING


def test_any_other_field_changes_nothing_else() -> None:
    assert changed(EMPTY, "result", "Đã phát thanh.", TODAY) == Progress(1, "2022-Q3", result="Đã phát thanh.")
