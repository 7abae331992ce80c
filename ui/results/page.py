"""The province's published results: charts over the years, and the list in which they are entered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QFileDialog, QWidget

from papi_desktop.domain.scores import YearScore
from papi_desktop.domain.stores import Saved
from papi_desktop.services.registers import Query, Register
from papi_desktop.services.result_form import form_values, new_score, warning
from papi_desktop.services.results import IN_BRACKETS, RESULTS, ResultLine, history
from papi_desktop.services.results_import import YearChange, compare_results
from papi_desktop.services.weak_contents import weak_choice
from ui.desk import Desk, Jump
from ui.operations import IsCancelled, Progress
from ui.results.charts import Charts
from ui.results.detail import ResultDetail
from ui.results.fields import NEW
from ui.results.taking_over import TakingOver
from ui.widgets.list_export import export_list
from ui.widgets.questions import FormDialog
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.texts import Action
from ui.widgets.view_switch import View, ViewSwitch

EMPTY: Final = "Chưa có kết quả PAPI của tỉnh. Hãy nhập kết quả từng năm, hoặc nạp từ tệp Excel."
CHART, LIST = "chart", "list"
_VIEWS: Final = (View(CHART, "Biểu đồ", "reports"), View(LIST, "Các năm", "list"))
_SHOWN: Final = ("year", "total", "change", "group", "rank", "weakest", "basis")
_FILES: Final = "Tệp Excel, Word (*.xlsx *.docx *.xls *.doc);;Mọi tệp (*)"
_LIST: Final = Register(
    RESULTS.name,
    RESULTS.title,
    tuple(each for each in RESULTS.columns if each.key in _SHOWN),
    RESULTS.lines,
)
"""On the screen the eight contents stand in the chart and beside the list; the Excel file has them all."""


class ResultsPage(RegisterPage):
    """Two views of the same years."""

    def __init__(self, desk: Desk) -> None:
        add = Action("Nhập một năm…", self.add, "add", "results.add")
        load = Action("Nạp từ Excel…", self.browse, "import", "results.import")
        self.switch, self.charts = ViewSwitch("results", _VIEWS), Charts()
        self._view = CHART
        offers = Offers(
            EMPTY,
            empty_action=add,
            empty_others=(load,),
            add=add,
            more=(load,),
            summary=summary,
            lead=self.switch,
        )
        super().__init__(desk, _LIST, offers, partial(ResultDetail, desk))
        self.add_view(self.charts)
        self.searches = False
        self.switch.chosen.connect(self.open_view)
        self.charts.tasks_wanted.connect(self._go_to_tasks)

    def query(self) -> Query:
        """Ask for all years where the charts show them: no search box stands there."""
        return replace(super().query(), words="") if self._view == CHART else super().query()

    def view(self) -> QWidget:
        """Return the charts or the list."""
        return self.charts if self._view == CHART else super().view()

    def open_view(self, name: str) -> None:
        """Show the charts or the list."""
        self._view = name
        self.switch.show_view(name)
        self.searches = name == LIST
        if self.side and name == CHART:
            self.side.close_panel()
        self.refresh()

    def refresh(self) -> None:
        """Read the list, and the years for the charts."""
        super().refresh()
        self.desk.operations.read(history, self.charts.show_history)

    def focus_search(self) -> bool:
        """Search in the list."""
        if self._view == CHART:
            self.open_view(LIST)
        return super().focus_search()

    def jump(self, jump: Jump) -> None:
        """Go to one year in the list."""
        if jump.id:
            self.open_view(LIST)
        super().jump(jump)

    def export_lines(self) -> None:
        """Write the years with all of their figures."""
        export_list(self, self.desk, RESULTS, self.query(), self.table.lines.ordered_lines())

    def add(self) -> None:
        """Open an empty form."""
        _NewResult(
            self, "Nhập kết quả PAPI của một năm", "results", NEW, form_values(YearScore("", 0)), self._keep
        ).open()

    def browse(self) -> None:
        """Ask for a file with results."""
        name, _kind = QFileDialog.getOpenFileName(self, "Chọn tệp kết quả PAPI", "", _FILES)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a file in the background and show what it would change."""
        from papi_desktop.importers.results_file import ResultsProposal, read_results

        operations, commune = self.desk.operations, self.desk.commune
        province = commune.province if commune else ""

        def action(_progress: Progress, is_cancelled: IsCancelled) -> tuple[ResultsProposal, Sequence[YearChange]]:
            proposal = read_results(path, province, is_cancelled)
            with operations.storage.work() as work:
                return proposal, compare_results(work, proposal)

        def show(found: tuple[ResultsProposal, Sequence[YearChange]]) -> None:
            TakingOver(self, self.desk, *found).open()

        operations.run(f"Đang đọc tệp “{path.name}”", action, show)

    def _keep(self, values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        def after(saved: Saved[YearScore]) -> None:
            done()
            self.desk.note(f"Đã ghi kết quả năm {saved.after.year}.")
            self.charts.year.show_value(saved.after.year)

        self.desk.operations.save(lambda work: work.scores, lambda work: new_score(work, values), after, failed)

    def _go_to_tasks(self, year: int) -> None:
        self.desk.go("tasks", dimension=weak_choice(year))


class _NewResult(FormDialog):
    """Says what in the figures cannot be right while they are typed."""

    def warning(self, values: dict[str, Any]) -> str:
        """Return what cannot be right."""
        return warning(values)


def summary(lines: Sequence[ResultLine]) -> str:
    """Return how many years are known, and what a figure in brackets is."""
    known = f"{len(lines)} năm có kết quả" if lines else ""
    is_marked = any("(" in line.total_words + line.change_words for line in lines)
    return f"{known} · {IN_BRACKETS}" if is_marked else known
