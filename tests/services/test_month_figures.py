"""The chairman's month as lines, and which month is looked at first."""

from datetime import date

import pytest

from papi_desktop.domain.month_sheet import month_sheet
from papi_desktop.domain.periods import read_period
from papi_desktop.services.month_figures import (
    figure_columns,
    figure_lines,
    first_month,
    review_months,
    sentence,
    year_lines,
)
from papi_desktop.services.month_review import read_review
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)


def test_the_lines_are_the_figures_of_the_sheet_and_add_up_to_the_total(sample_work: Work) -> None:
    review = read_review(sample_work, read_period("2022-11"), TODAY)
    lines = figure_lines(review.sheet)
    total, officers = lines[0], [line for line in lines if line.group == "Theo người phụ trách"]
    contents = [line for line in lines if line.group == "Theo nội dung PAPI"]
    assert len(contents) == 8
    for key in ("planned", "done", "overdue", "doing", "no_figures"):
        assert sum(getattr(line, key) for line in officers) == getattr(total, key)
        assert sum(getattr(line, key) for line in contents) == getattr(total, key)


def test_last_month_bears_its_name_also_over_the_turn_of_the_year() -> None:
    headings = [column.heading for column in figure_columns(read_period("2022-01"))]
    assert headings[-1] == "Tháng 12"


def test_a_month_without_work_says_so_instead_of_nothing_of_nothing() -> None:
    lines = figure_lines(month_sheet((), (), (), read_period("2022-11"), TODAY))
    assert {line.before for line in lines} == {"không có việc"}


def test_each_officer_has_a_line_of_the_year(sample_work: Work) -> None:
    review = read_review(sample_work, read_period("2022-11"), TODAY)
    lines = year_lines(review.years)
    assert [line.name for line in lines] == [each.name for each in review.years]
    assert all(line.done == line.in_time + line.done_late + line.undated for line in lines)


def test_the_month_is_said_in_one_sentence(sample_work: Work) -> None:
    total = (sheet := read_review(sample_work, read_period("2022-11"), TODAY).sheet).total.now
    assert sentence(sheet).startswith(f"Tháng 11/2022 có {total.planned} việc: {total.done} hoàn thành")
    empty = month_sheet((), (), (), read_period("2019-03"), TODAY)
    assert sentence(empty) == "Tháng 3/2019 không có việc nào theo kế hoạch."


@pytest.mark.parametrize(
    ("period", "month"),
    [("2022-07", "2022-07"), ("2022-Y", "2022-12"), ("2022-H1", "2022-06"), ("2023-Q1", "2023-01")],
)
def test_the_first_month_is_the_chosen_one_or_the_last_that_has_begun(period: str, month: str) -> None:
    assert first_month(read_period(period), TODAY).code == month


def test_months_that_have_not_begun_are_not_offered() -> None:
    assert [month.month for month in review_months(2022, date(2022, 3, 1))] == [3, 2, 1]
    assert len(review_months(2023, TODAY)) == 12
