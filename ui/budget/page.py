"""The page of the budget forms: the list of those that were filled in, and one of them opened."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from papi_desktop.domain.budget import BudgetForm, period_words
from papi_desktop.domain.periods import Period, PeriodKind, read_period
from papi_desktop.services.budget_forms import (
    BUDGET_FORMS,
    BudgetLine,
    problem_sentence,
    problems,
    templates,
)
from ui.budget.sheet import UNSURE, FormSheet
from ui.desk import Desk, Jump
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.page import Page
from ui.widgets.questions import FormDialog
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, box, button, column, label, row

EMPTY: Final = "Chưa lập biểu công khai ngân sách nào. Hãy lập biểu, rồi nạp số liệu từ chương trình kế toán hoặc nhập."
_PERIODS: Final = (
    (PeriodKind.QUARTER_1, "Quý I"),
    (PeriodKind.HALF, "6 tháng đầu năm"),
    (PeriodKind.QUARTER_3, "9 tháng"),
    (PeriodKind.YEAR, "Cả năm"),
)
_FIELDS: Final = (
    Field("decision_number", "Số quyết định công bố", hint="45/QĐ-UBND", half=True),
    Field("decided_on", "Ngày quyết định", FieldKind.DATE, half=True),
    Field("explanation", "Thuyết minh in dưới biểu", FieldKind.LONG, lines=3),
)


class BudgetPage(Page):
    """A list of forms; one of them opens over it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "budget")
        self.list, self.sheet = BudgetList(desk, self.open_form), FormSheet(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.list.summarised.connect(self.summarised)
        self.sheet.left.connect(self.show_list)

    def refresh(self) -> None:
        """Read the form that is open; the list reads itself."""
        if self._stack.currentWidget() is self.sheet:
            self.sheet.refresh()

    def jump(self, jump: Jump) -> None:
        """Go to one form in the list."""
        self.show_list()
        self.list.jump(jump)

    def focus_search(self) -> bool:
        """Put the cursor into the search box of the list."""
        self.show_list()
        return self.list.focus_search()

    def show_list(self) -> None:
        """Go back to the list."""
        self._stack.setCurrentWidget(self.list)

    def open_form(self, number: str, period: Period) -> None:
        """Open a form, an empty one where there is none yet."""
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.open_form(number, period)


class BudgetList(RegisterPage):
    """The forms that were filled in, the newest period first."""

    def __init__(self, desk: Desk, open_form: Callable[[str, Period], None]) -> None:
        self._open_form = open_form
        add = Action("Lập biểu…", self.add, "add", "budget_forms.add")
        offers = Offers(EMPTY, empty_action=add, add=add, summary=summary)
        super().__init__(desk, BUDGET_FORMS, offers, partial(BudgetDetail, desk, open_form))
        self.table.opened.connect(lambda line: open_form(line.form, read_period(line.period)))

    def add(self) -> None:
        """Ask which form of which period, and open it."""
        today, shown = self.desk.today, self.desk.period
        years = tuple((each, str(each)) for each in range(today.year + 1, today.year - 5, -1))
        forms = tuple((each.number, f"{each.number}: {_name(each.title)}") for each in templates())
        fields = (
            Field("form", "Biểu", FieldKind.CHOICE, forms),
            Field("year", "Năm", FieldKind.CHOICE, years, half=True),
            Field("kind", "Kỳ", FieldKind.CHOICE, _PERIODS, half=True),
        )
        kind = shown.kind if shown.kind in dict(_PERIODS) else PeriodKind.YEAR

        def save(values: dict[str, Any], done: Callable[[], None], _failed: Callable[[str], None]) -> None:
            done()
            self._open_form(values["form"], Period(values["year"], PeriodKind(values["kind"])))

        value = {"form": "113", "year": shown.year, "kind": kind}
        FormDialog(self, "Lập biểu công khai", "budget_forms", fields, value, save, save_words="Mở biểu").open()


class BudgetDetail(Detail):
    """The deciding document of one form, what does not add up in it, and the way into it."""

    def __init__(self, desk: Desk, open_form: Callable[[str, Period], None]) -> None:
        super().__init__()
        self._desk, self._open_form, self._id = desk, open_form, 0
        self._line: BudgetLine | None = None
        self._title, self._unsure = label("", "strong"), label(UNSURE, "unsure")
        self._source = label("", "note")
        self._problems = label("", selectable=True)
        self._problem_box = box(column(label("Số chưa khớp", "strong"), self._problems, gap=1, margin=3), "message")
        self.form = Form("budget_forms", _FIELDS)
        self.form.edited.connect(self._save)
        opening = button(Action("Mở biểu", self._open, "open", "budget_forms.open"), "main")
        remove = button(Action("Bỏ biểu này", self._remove, "remove", "budget_forms.remove"), "quiet")
        self.setLayout(
            column(
                self._title,
                self._unsure,
                row(opening, 1),
                self._problem_box,
                self.form,
                self._source,
                row(remove, 1),
                1,
                gap=3,
                margin=4,
            )
        )

    def heading(self, line: BudgetLine) -> str:
        """Return the number and the period of the form."""
        return f"Biểu {line.form}, {period_words(read_period(line.period))}"

    def show_line(self, line: BudgetLine) -> None:
        """Read the form that the line stands for."""
        if self._id and self._id != line.id:
            self.form.commit()
        self._line, self._id = line, line.id
        self._title.setText(line.title)
        self._unsure.setVisible(not line.is_verified)
        self._desk.operations.read(lambda work: work.budget_forms.get(line.id), self._show)

    def _show(self, form: BudgetForm) -> None:
        if form.id != self._id:
            return
        self.form.show_value(form)
        sentences = [problem_sentence(each) for each in problems(form)]
        self._problems.setText("\n".join(f"• {sentence}" for sentence in sentences))
        self._problem_box.setVisible(bool(sentences))
        self._source.setText(f"Số liệu nạp từ tệp “{form.source_name}”." if form.source_name else "")

    def _open(self) -> None:
        if self._line:
            self._open_form(self._line.form, read_period(self._line.period))

    def _save(self, key: str, value: Any) -> None:
        id = self._id
        self._desk.operations.save(
            lambda work: work.budget_forms,
            lambda work: replace(work.budget_forms.get(id), **{key: value}),
            lambda _saved: self.form.note_saved(key),
            partial(self.form.note_wrong, key),
        )

    def _remove(self) -> None:
        self._desk.operations.remove(
            lambda work: work.budget_forms, self._id, lambda _gone: self._desk.note("Đã bỏ biểu.")
        )


def summary(lines: Sequence[BudgetLine]) -> str:
    """Return how many forms are listed, and how many do not add up."""
    if not lines:
        return ""
    wrong = sum(bool(line.mismatches) for line in lines)
    return f"{len(lines)} biểu" + (f" · {wrong} biểu có ô chưa khớp" if wrong else "")


def _name(title: str) -> str:
    return " ".join(title.replace("{period}", "").split()).capitalize()
