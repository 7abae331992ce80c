"""The face of the results that is read first: the total over the years, the eight contents, and the weak ones."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.scores import YearScore, marked
from papi_desktop.services.results import History
from ui.results.contents_chart import ContentsChart, Legend
from ui.results.totals_chart import TotalsChart
from ui.theme import SPACE, theme
from ui.widgets.cards import Card
from ui.widgets.editors import ChoiceEdit
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, box, button, label, row

_ROOM_FOR_TWO = 860


class Charts(QWidget):
    """`tasks_wanted(year)` when the tasks of the contents weak in a year are to be seen."""

    tasks_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._history: History | None = None
        self.totals, self.contents, self.legend = TotalsChart(), ContentsChart(), Legend()
        self.year = ChoiceEdit([])
        self.year.setObjectName("results.year")
        self.year.setAccessibleName("Năm")
        self.year.committed.connect(self._show_year)
        self.weak = label("", selectable=True)
        self.tasks = button(Action("Xem nhiệm vụ của nội dung yếu", self._want_tasks, "tasks", "results.weak_tasks"))
        self.left = Card("Tổng điểm của tỉnh qua các năm")
        self.note = label("", "note")
        self.by_group = label("Chưa có điểm từng nội dung nên vẽ theo nhóm.", "note")
        self._lay_out()

    def show_history(self, history: History) -> None:
        """Show the years known; the year that was looked at stays chosen."""
        self._history = history
        self.totals.show_scores(history.scores)
        years = [each.year for each in reversed(history.scores)]
        chosen = self.year.value() if self.year.value() in years else next(iter(years), None)
        self.year.set_choices([(year, f"Năm {year}") for year in years])
        self.year.show_value(chosen)
        inferred = any(each.is_inferred and each.score is not None for each in history.scores)
        self.note.setText("Số trong ngoặc và nét đứt: suy ra từ năm khác, không phải số công bố." if inferred else "")
        self.note.setVisible(inferred)
        self._show_year()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts under each other where the window is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.pixels(_ROOM_FOR_TWO)
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _show_year(self) -> None:
        score, before = self._score(self.year.value()), self._score((self.year.value() or 0) - 1)
        if score is None:
            return
        first = marked([score])
        self.contents.show_year(score, before, first)
        other = before.year if before and any(before.by_dimension) else 0
        self.legend.show_years(score.year, other)
        self.legend.setVisible(bool(other))
        self.by_group.setVisible(not any(score.by_dimension) and any(score.groups))
        self.weak.setText(weak_words(score, first))
        self.tasks.setVisible(bool(first))

    def _score(self, year: int) -> YearScore | None:
        scores = self._history.scores if self._history else ()
        return next((each for each in scores if each.year == year), None)

    def _want_tasks(self) -> None:
        self.tasks_wanted.emit(self.year.value())

    def _lay_out(self) -> None:
        self.left.inside.addWidget(self.totals, 1)
        self.left.inside.addWidget(self.note)
        right = Card()
        right.inside.addLayout(row(label("Tám nội dung", "section", wrap=False), self.year, 1, self.legend, gap=3))
        right.inside.addWidget(self.contents, 1)
        right.inside.addWidget(self.by_group)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(4 * SPACE)
        self._cards.addWidget(self.left, 4)
        self._cards.addWidget(right, 5)
        said = row(self.weak, self.tasks, gap=4, margin=3)
        said.setStretch(0, 1)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 2, 0)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(box(said, "hint"))
        layout.addLayout(self._cards, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))


def weak_words(score: YearScore, first: tuple[int, ...]) -> str:
    """Return which contents were weak in a year, in one sentence."""
    if not any(score.by_dimension) and not any(score.groups):
        return f"Năm {score.year} chưa có điểm hoặc nhóm của từng nội dung. Hãy nhập ở “Các năm” để thấy nội dung yếu."
    if not first:
        return f"Năm {score.year} không có nội dung nào ở nhóm thấp."
    names = "; ".join(f"{number}.\u00a0{dimension(number).name}" for number in sorted(first))
    return f"{len(first)} nội dung yếu năm {score.year}: {names}."
