"""Other ways to a plan than reading one: a blank plan to fill in, and last year's tasks."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from papi_desktop.domain.periods import Period, PeriodKind
from papi_desktop.domain.plans import Plan
from papi_desktop.services.new_year import NewYear
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.planning.new_year import NewYearDialog, first_proposal
from ui.widgets.saving import ask_target

_NO_PLAN = "Chưa có kế hoạch năm nào để chuyển sang năm mới. Hãy nạp kế hoạch của tỉnh trước."


class OtherWays(QObject):
    """`failed(sentence)` when there is no other way."""

    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent

    def save_blank(self) -> None:
        """Write a blank plan of the period's year, to be filled in with Excel."""
        from papi_desktop.services.plan_template import FILE_NAME, plan_template
        from papi_desktop.services.register_export import write_workbook

        target = ask_target(self._window, self._desk, "Ghi mẫu kế hoạch trống", FILE_NAME)
        if target is None:
            return
        year = self._desk.period.year

        def action(progress: Progress, is_cancelled: IsCancelled) -> Path:
            return write_workbook(plan_template(year), target, progress, is_cancelled)

        self._desk.operations.run("Đang ghi mẫu kế hoạch", action, self._tell_written, self.failed.emit)

    def start_year(self) -> None:
        """Propose a new plan year from the last one."""
        self._desk.operations.read(first_proposal, self._open_new_year)

    def _open_new_year(self, found: tuple[tuple[int, ...], NewYear] | None) -> None:
        if found is None:
            self.failed.emit(_NO_PLAN)
            return
        dialog = NewYearDialog(self._window, self._desk, *found)
        dialog.started.connect(self._go_to_year)
        dialog.open()

    def _go_to_year(self, plan: Plan) -> None:
        self._desk.choose_period(Period(plan.year, PeriodKind.QUARTER_1))
        self._desk.note(f"Đã lập kế hoạch năm {plan.year}. Khi có kế hoạch của tỉnh, hãy nạp để đối chiếu.")
        self._desk.go("tasks")

    def _tell_written(self, path: Path) -> None:
        self._desk.note(f"Đã ghi xong và kiểm tra “{path.name}”. Điền xong thì nạp tệp này.")
