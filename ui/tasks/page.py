"""The list of tasks, grouped by the eight contents, each group with how much of it is done."""

from collections.abc import Sequence
from typing import Final

from papi_desktop.domain.tasks import State
from papi_desktop.services.task_list import TASKS, TaskLine
from ui.desk import Desk
from ui.tasks.detail import TaskDetail
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.texts import Action

EMPTY: Final = "Chưa có nhiệm vụ nào. Hãy nạp kế hoạch của tỉnh từ tệp Word hoặc Excel."


class TasksPage(RegisterPage):
    """Tasks come from the plan; a plan is loaded on the settings page."""

    def __init__(self, desk: Desk) -> None:
        load = Action("Nạp kế hoạch…", lambda: desk.go("plans"), "plan", "tasks.load_plan")
        offers = Offers(
            EMPTY,
            empty_action=load,
            more=(load,),
            is_done=lambda line: line.state is State.DONE,
            filter_as_buttons="part",
            summary=summary,
        )
        super().__init__(desk, TASKS, offers, TaskDetail(desk))


def summary(lines: Sequence[TaskLine]) -> str:
    """Return how many tasks are shown, how many of them are late, and of how many the result is still to report."""
    late = sum(line.state is State.LATE for line in lines)
    owed = sum(line.owes_report for line in lines)
    counted = ((late, "quá hạn"), (owed, "chưa báo cáo kết quả"))
    return " · ".join([f"{len(lines)} nhiệm vụ", *(f"{number} {words}" for number, words in counted if number)])
