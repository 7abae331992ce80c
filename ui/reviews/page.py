"""Đánh giá tháng: the month's figures, the sheet that the chairman signs, and each officer's year."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from papi_desktop.domain.periods import Period, read_period
from papi_desktop.services.month_figures import (
    YEAR_COLUMNS,
    figure_columns,
    figure_lines,
    first_month,
    review_months,
    sentence,
    year_lines,
)
from papi_desktop.services.month_review import BY_TURNS, MonthReview, papers, read_review
from papi_desktop.services.papers import write_papers
from papi_desktop.services.registers import RegisterColumn
from ui.desk import Desk, Jump
from ui.operations import IsCancelled, Progress
from ui.theme import SPACE
from ui.widgets.cards import EmptyState
from ui.widgets.editors import ChoiceEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.page import Page
from ui.widgets.pdf_preview import PdfPreview, Wanted
from ui.widgets.room import PageColumn
from ui.widgets.saving import ask_folder
from ui.widgets.table_model import TableModel
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import Action, button, label
from ui.widgets.view_switch import View, ViewSwitch

FIGURES, PAPER, YEAR = "figures", "paper", "year"
_EMPTY: Final = "Chưa nạp kế hoạch của tỉnh nên chưa có việc để đánh giá. Hãy nạp kế hoạch trước."


class ReviewsPage(Page):
    """Follows the period chosen above where that is a month; otherwise it keeps a month of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "reviews")
        self.month = first_month(desk.period, desk.today)
        self.review: MonthReview | None = None
        self.view = FIGURES
        self.figures = _table(figure_columns(self.month), "reviews.table", "Số liệu của tháng")
        self.years = _table(YEAR_COLUMNS, "reviews.years", "Kết quả của từng người trong năm")
        self.paper = PdfPreview(desk.operations, "reviews")
        self.months = ChoiceEdit([])
        self.said = label("", "strong", selectable=True)
        self._lay_out()
        self._offer_months()
        self.months.committed.connect(lambda: self.choose_month(read_period(self.months.value())))
        desk.period_changed.connect(self._follow_period)

    def refresh(self) -> None:
        """Read the figures of the month."""
        month, today = self.month, self.desk.today
        self.desk.operations.read(lambda work: (bool(work.plans.all()), read_review(work, month, today)), self._show)

    def jump(self, jump: Jump) -> None:
        """Open the view asked for."""
        wanted = dict(jump.filters).get("view", "")
        if wanted in (FIGURES, PAPER, YEAR):
            self.open_view(wanted)

    def choose_month(self, month: Period) -> None:
        """Look at another month."""
        self.month = month
        self._offer_months()
        self.refresh()

    def open_view(self, name: str) -> None:
        """Show the figures, the paper or the year."""
        self.view = name
        self.switch.show_view(name)
        self._say()
        self._stack.setCurrentIndex((FIGURES, PAPER, YEAR).index(name))
        self._prepare_paper()

    def export(self) -> None:
        """Ask for a folder and write the sheet as PDF and Excel there."""
        review = self.review
        folder = ask_folder(self, self.desk, "Chọn thư mục để ghi phiếu đánh giá") if review else None
        if review is None or folder is None:
            return

        def action(progress: Progress, is_cancelled: IsCancelled) -> list[Path]:
            return write_papers(papers(review), folder, progress, is_cancelled)

        self.desk.operations.run("Đang ghi phiếu đánh giá", action, self._tell_written)

    def _show(self, found: tuple[bool, MonthReview]) -> None:
        has_plan, review = found
        if review.month != self.month:
            return
        self.review = review
        self._faces.setCurrentIndex(0 if has_plan else 1)
        self._say()
        self.figures.lines.columns = figure_columns(review.month)
        self.figures.show_lines(figure_lines(review.sheet))
        self.years.show_lines(year_lines(review.years))
        self.summarised.emit(f"Số liệu đến {review.sheet.day:%d/%m/%Y}")
        self._prepare_paper()

    def _say(self) -> None:
        if self.review is not None:
            self.said.setText(BY_TURNS if self.view == YEAR else sentence(self.review.sheet))

    def _prepare_paper(self) -> None:
        review = self.review
        if self.view == PAPER and review is not None:
            self.paper.show_paper(Wanted(review, review.month, partial(_pdf, review)))

    def _follow_period(self) -> None:
        if self.desk.period.month or self.desk.period.year != self.month.year:
            self.month = first_month(self.desk.period, self.desk.today)
            self._offer_months()
            self.renew()

    def _offer_months(self) -> None:
        known = review_months(self.month.year, self.desk.today)
        months = known if self.month in known else [self.month, *known]
        self.months.set_choices([(month.code, month.label) for month in months])
        self.months.show_value(self.month.code)

    def _tell_written(self, files: list[Path]) -> None:
        names = " và ".join(f"“{each.name}”" for each in files)
        self.desk.note(f"Đã ghi xong và kiểm tra {names}.")

    def _lay_out(self) -> None:
        self.months.setObjectName("reviews.month")
        self.months.setAccessibleName("Tháng")
        self.months.setMinimumContentsLength(13)
        views = (
            View(FIGURES, "Số liệu"),
            View(PAPER, "Phiếu để ký"),
            View(YEAR, "Cả năm"),
        )
        self.switch = ViewSwitch("reviews", views)
        self.switch.chosen.connect(self.open_view)
        export = button(Action("Xuất phiếu…", self.export, "export", "reviews.export"), "main")
        self._stack = QStackedWidget()
        for face in (self.figures, self.paper, self.years):
            self._stack.addWidget(face)
        work = QWidget()
        inside = PageColumn(work)
        tools = FlowLayout(2 * SPACE, push_last=True)
        for part in (self.months, self.switch, export):
            tools.addWidget(part)
        inside.addLayout(tools)
        inside.addWidget(self.said)
        inside.addWidget(self._stack, 1)
        load = Action("Nạp kế hoạch…", lambda: self.desk.go("plans"), "plan", "reviews.load_plan")
        self._faces = QStackedWidget()
        self._faces.addWidget(work)
        self._faces.addWidget(EmptyState(_EMPTY, load, "reviews"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._faces)


def _table(columns: tuple[RegisterColumn, ...], name: str, title: str) -> RegisterTable:
    group = (lambda line: line.group) if name == "reviews.table" else None
    table = RegisterTable(TableModel(columns, group), keeps_all=True)
    table.setObjectName(name)
    table.setAccessibleName(title)
    return table


def _pdf(review: MonthReview, progress: Progress) -> bytes:
    from papi_desktop.exporters.pdf import letter_pdf

    return letter_pdf(papers(review).letter, progress)
