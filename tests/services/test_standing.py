"""How a task stands whose report has a day of its own."""

from datetime import date

from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.periods import Period, PeriodKind
from papi_desktop.domain.tasks import Part, Progress, Status, Task
from papi_desktop.services.standing import standings
from papi_desktop.services.task_list import report_words

TEXT = "Hoàn thành trước ngày 15/7/2022, báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022"
TASK = Task(1, 3, 1, "3.1", "3.1", "Đối thoại", "UBND cấp xã", "", Part.LEAD, read_deadline(TEXT, 2022), id=7)
QUARTER = Period(2022, PeriodKind.QUARTER_3)
DONE = Progress(7, "2022-Q3", Status.DONE, done_on=date(2022, 7, 10))


def test_finished_work_still_owes_its_report_until_the_report_s_own_day() -> None:
    (open_one,) = standings([TASK], [DONE], QUARTER, date(2022, 7, 20), 7)
    assert (open_one.due, open_one.report_due, open_one.owes_report) == (date(2022, 7, 14), date(2022, 7, 29), True)
    assert report_words(open_one) == "Báo cáo Sở Nội vụ: chậm nhất 29/07/2022, chưa báo cáo"


def test_a_report_given_in_another_period_counts_where_it_is_due_once() -> None:
    given = Progress(7, "2022-Y", reported_on=date(2022, 12, 10))
    text = "Hằng quý; báo cáo tổng kết về Sở Nội vụ trước ngày 15/12/2022"
    task = Task(1, 3, 1, "3.1", "3.1", "Đối thoại", "UBND cấp xã", "", Part.LEAD, read_deadline(text, 2022), id=7)
    (known,) = standings([task], [given], QUARTER, date(2022, 12, 20), 7)
    assert (known.report_due, known.owes_report) == (date(2022, 12, 14), False)
