"""Starting a new plan year from the last one: which tasks go on, why, and which deadlines a person should look at."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.domain.plans import Plan
from papi_desktop.services.new_year import CarriedTask, NewYear, Why, propose_new_year, save_new_year
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.theme import SPACE
from ui.widgets.cards import Card, MessagePanel, drop_all
from ui.widgets.editors import ChoiceEdit, TickEdit
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row, rule

_KEPT = "Cán bộ, thôn, nơi niêm yết và quy định giữ nguyên. Kế hoạch cũ và kết quả đã ghi không thay đổi."
_THERE = "Đã có trong kế hoạch mới: chỉ nhận lại người phụ trách, thôn và các bước ở chỗ còn trống."


class NewYearDialog(Dialog):
    """`started(plan)` after everything was written in one change."""

    started = Signal(Plan)

    def __init__(self, parent: QWidget, desk: Desk, years: Sequence[int], proposal: NewYear) -> None:
        super().__init__(parent)
        self._desk, self._proposal = desk, proposal
        self._ticks: dict[int, TickEdit] = {}
        self.setObjectName("plans.new_year.dialog")
        self.setWindowTitle("Bắt đầu năm kế hoạch mới")
        self.year = ChoiceEdit([(year, f"Năm {year}") for year in years])
        self.year.setObjectName("plans.new_year.year")
        self.year.setAccessibleName("Năm kế hoạch mới")
        self.year.show_value(proposal.year)
        self.year.committed.connect(self._propose)
        self.said = label("", "strong", selectable=True)
        self.message = MessagePanel(self)
        self.save = button(Action("Chuyển", self.submit, name="plans.new_year.save"), "main")
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.submit)
        self._show(proposal)

    def accepted_tasks(self) -> frozenset[int]:
        """Return the ids of the tasks that are ticked."""
        return frozenset(id for id, tick in self._ticks.items() if tick.value())

    def tick(self, id: int) -> TickEdit:
        """Return the tick of a task."""
        return self._ticks[id]

    def submit(self) -> None:
        """Write the new year in one change."""
        proposal, accepted = self._proposal, self.accepted_tasks()
        if not accepted:
            return
        self.save.setEnabled(False)
        backups = self._desk.folder.backups
        self._desk.operations.take_over(
            backups, lambda work: save_new_year(work, proposal, accepted), self._finish, self._complain
        )

    def _propose(self) -> None:
        year = self.year.value()
        self.save.setEnabled(False)
        self._desk.operations.read(lambda work: propose_new_year(work, year), self._show, self._complain)

    def _show(self, proposal: NewYear) -> None:
        self._proposal = proposal
        self._ticks = {}
        self.message.hide()
        drop_all(self._cards)
        for why in Why:
            rows = [each for each in proposal.rows if each.why is why]
            if rows:
                self._cards.addWidget(self._card(why, rows))
        self._cards.addStretch(1)
        self.said.setText(proposal.sentence)
        self._count()

    def _card(self, why: Why, rows: Sequence[CarriedTask]) -> Card:
        card = Card()
        ids = [each.id for each in rows]
        whole = Action("Chọn hoặc bỏ cả nhóm", lambda: self._turn(ids), name=f"plans.new_year.all.{why.name.lower()}")
        card.inside.addLayout(row(label(f"{why} ({len(rows)})", "section", wrap=False), 1, button(whole, "quiet")))
        for number, each in enumerate(rows):
            if number:
                card.inside.addWidget(rule())
            card.inside.addWidget(self._row(each))
        return card

    def _row(self, each: CarriedTask) -> QWidget:
        code = each.task.own_code or each.task.code
        tick = TickEdit("")
        tick.setObjectName(f"plans.new_year.carry.{each.id}")
        tick.setAccessibleName(f"Chuyển nhiệm vụ {code}")
        tick.show_value(each.is_proposed)
        tick.committed.connect(self._count)
        self._ticks[each.id] = tick
        words = [label(f"{code}  {each.task.text}"), label(f"Thời hạn: {each.deadline.text}", "note")]
        if each.doubt:
            words.append(label(each.doubt, "unsure"))
        if each.there:
            words.append(label(_THERE, "note"))
        result = QWidget()
        parts = row(column(tick, 1), column(*words, gap=0), gap=2)
        parts.setStretch(1, 1)
        result.setLayout(parts)
        return result

    def _turn(self, ids: Sequence[int]) -> None:
        is_on = not all(self._ticks[id].value() for id in ids)
        for id in ids:
            self._ticks[id].show_value(is_on)
        self._count()

    def _count(self) -> None:
        number = len(self.accepted_tasks())
        self.save.setText(f"Chuyển {number} nhiệm vụ sang năm {self.year.value()}")
        self.save.setAccessibleName(self.save.text())
        self.save.setEnabled(bool(number))

    def _finish(self, plan: Plan) -> None:
        self.accept()
        self.started.emit(plan)

    def _complain(self, sentence: str) -> None:
        self.message.say(sentence)
        self._count()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(4 * SPACE)
        head = row(label("Bắt đầu năm kế hoạch mới", "title", wrap=False), 1, self.year)
        leave = button(Action("Bỏ", self.reject, name="plans.new_year.leave"))
        layout = column(head, self.said, label(_KEPT, "note"), self.message, scrolled(inside), gap=3, margin=6)
        layout.setStretch(4, 1)
        layout.addLayout(row(1, leave, self.save))
        self.setLayout(layout)
        self.fit(820, 680)


def first_proposal(work: Work) -> tuple[tuple[int, ...], NewYear] | None:
    """Return the years that can be started and what is proposed for the first of them, or None without a plan."""
    years = years_to_start(work.plans.all())
    return (years, propose_new_year(work, years[0])) if years else None


def years_to_start(plans: Sequence[Plan]) -> tuple[int, ...]:
    """Return the years that can be started: the one after the newest plan, then the newest where an older is there."""
    years = sorted({plan.year for plan in plans})
    if not years:
        return ()
    return (years[-1] + 1, years[-1]) if len(years) > 1 else (years[-1] + 1,)
