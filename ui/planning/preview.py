"""The plan as it was read: its head, what needs a look, and every row, all of it open to change before it is saved."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from papi_desktop.domain.calendar import written
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.tasks import Part
from papi_desktop.services.plan_checking import Checking, Wanted
from papi_desktop.services.registers import ColumnKind, RegisterColumn
from ui.planning.row_detail import RowDetail
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.room import is_low
from ui.widgets.side_panel import SidePanel
from ui.widgets.table_model import TableModel
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import Action, box, button, label, row

_COLUMNS: Final = (
    RegisterColumn("code", "Mã in", width=5),
    RegisterColumn("own_code", "Mã dùng", width=6),
    RegisterColumn("text", "Nhiệm vụ", ColumnKind.LONG, 40),
    RegisterColumn("part", "Vai trò", width=13),
    RegisterColumn("review", "Kiểm tra", ColumnKind.STATE, 10),
    RegisterColumn("reading", "Thời hạn và cách hiểu", ColumnKind.LONG, 28),
    RegisterColumn("lead", "Chủ trì", width=20),
    RegisterColumn("coordinating", "Phối hợp", width=20),
)
_YEAR: Final = 90
"""Pixels that a year takes."""
_NUMBERS: Final = (
    Field("number", "Số, ký hiệu", hint="Ví dụ: 239/KH-UBND", half=True),
    Field("issued_on", "Ngày ban hành", FieldKind.DATE, half=True),
)
_ISSUER: Final = (Field("issuer", "Cơ quan ban hành", half=True), Field("year", "Năm", half=True))
_FILTERS: Final = ((Wanted.ALL, "Tất cả"), (Wanted.DOUBTFUL, "Cần xem lại"), (Wanted.OURS, "Phần việc của xã"))


class Preview(QWidget):
    """Holds the `checking`; `changed` after every change of it; a row's detail may cover the whole of `cover`."""

    changed = Signal()

    def __init__(self, cover: QWidget) -> None:
        super().__init__()
        self.checking: Checking | None = None
        self.wanted = Wanted.ALL
        self.numbers, self.issuer = Form("plans", _NUMBERS), Form("plans", _ISSUER)
        self.issuer.narrow("year", theme.pixels(_YEAR))
        self.remarks, self._noted = MessagePanel(), 0
        self.remarks.closed.connect(self._forget_remarks)
        self.counts = label("", "section")
        self.table = RegisterTable(TableModel(_COLUMNS, lambda line: line.heading))
        self.table.setObjectName("plans.table")
        self.table.setAccessibleName("Các nhiệm vụ đọc được từ kế hoạch")
        self.detail = RowDetail()
        self.side = SidePanel(self.table, lambda: self.detail, cover)
        self._filters: dict[Wanted, QPushButton] = {}
        self._lay_out()
        self.numbers.edited.connect(self._edit_head)
        self.issuer.edited.connect(self._edit_head)
        self.detail.changed.connect(self._take)
        self.table.chosen.connect(self._show_detail)
        self.side.closed.connect(self.table.clearSelection)

    def begin(self, checking: Checking) -> None:
        """Show a plan that was just read."""
        self.side.close_panel()
        self.table.clearSelection()
        self._want(Wanted.ALL)
        plan = checking.proposal.plan
        self.numbers.show_value(plan)
        self.issuer.show_value({"issuer": plan.issuer, "year": str(plan.year)})
        self._noted = len(checking.proposal.remarks)
        self.remarks.say("\n".join(checking.proposal.remarks), "hint")
        self._is_unfolded = False
        self.table.verticalScrollBar().setValue(0)
        self._take(checking)

    def go_to(self, id: int) -> None:
        """Select a row; 0 is the head of the plan."""
        self._want(Wanted.ALL)
        self._show_rows()
        if id:
            self.table.select_id(id)
        else:
            self._unfold()
            self.issuer.control("year").setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the head in a low window."""
        super().resizeEvent(event)
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the detail away, too, which may cover what is shown instead."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.side.hide_panel()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the detail of the selected row again."""
        super().showEvent(event)
        if not event.spontaneous():
            self._show_detail(self.table.current_line())

    def commit(self) -> None:
        """Take over what was typed in the field where the cursor stands."""
        for form in (self.numbers, self.issuer, self.detail.form):
            form.commit()

    def _take(self, checking: Checking) -> None:
        self.checking = self.detail.checking = checking
        self._show_rows()
        self.changed.emit()

    def _edit_head(self, _key: str, _value: object) -> None:
        if self.checking:
            values = self.numbers.values() | self.issuer.values()
            year = int(values["year"]) if values["year"].isdecimal() else 0
            title = self.checking.proposal.plan.title
            self._take(self.checking.with_plan(values["number"], values["issued_on"], values["issuer"], year, title))

    def _want(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._filters[wanted].setChecked(True)

    def _filter(self, wanted: Wanted) -> None:
        self._want(wanted)
        self._show_rows()

    def _show_rows(self) -> None:
        if self.checking is None:
            return
        self.table.show_lines(self.checking.lines(self.wanted))
        self._fold()
        total, ours = len(self.checking.proposal.tasks), self.checking.count(Part.LEAD)
        ours += self.checking.count(Part.COORDINATE)
        for wanted, number in (
            (Wanted.ALL, total),
            (Wanted.DOUBTFUL, self.checking.open_doubts),
            (Wanted.OURS, ours),
        ):
            self._filters[wanted].setText(f"{dict(_FILTERS)[wanted]} ({number})")
        self._show_detail(self.table.current_line())

    def _show_detail(self, line: object) -> None:
        if line is None:
            self.side.close_panel()
        else:
            self.side.open_line(line)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        head.setSpacing(3 * SPACE)
        head.addWidget(self.numbers, 1)
        head.addWidget(self.issuer, 1)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._head = box(head, "card")
        layout.addWidget(self._head)
        layout.addWidget(self.remarks)
        counted = row(self._folded_head(), self.counts, *self._filter_buttons())
        counted.setStretch(0, 1)
        counted.setStretch(1, 1)
        layout.addLayout(counted)
        layout.addWidget(self.side, 1)

    def _folded_head(self) -> QWidget:
        self._is_unfolded = False
        self._folded = label("", "strong", wrap=False)
        self._folded.setMinimumWidth(1)
        self._opens = button(Action("", self._turn_head, "", "plans.head"), "quiet")
        self._line = QWidget()
        line = row(self._folded, self._opens, gap=1)
        line.setStretch(0, 1)
        self._line.setLayout(line)
        return self._line

    def _forget_remarks(self) -> None:
        self._noted = 0

    def _turn_head(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._fold()

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._fold()

    def _fold(self) -> None:
        """Let the rows have the room in a low window; the head is one line there until it is to be changed."""
        low = is_low(self)
        is_folded = low and not self._is_unfolded
        self._column.setSpacing((2 if low else 3) * SPACE)
        self._line.setVisible(low)
        self._head.setVisible(not is_folded)
        self.remarks.setVisible(bool(self._noted) and not is_folded)
        self._opens.setText(_opening(self._noted) if is_folded else "Thu gọn")
        self._folded.setText(self._in_short() if is_folded else "")
        self.counts.setVisible(not low)
        self.counts.setText(self.checking.sentence if self.checking else "")

    def _in_short(self) -> str:
        """Return as much of the head of the plan as has room beside the buttons."""
        if self.checking is None:
            return ""
        parts = _parts(self.checking.proposal.plan)
        buttons = (self._opens, *self._filters.values())
        room = self.width() - sum(each.sizeHint().width() + 2 * SPACE for each in buttons)
        metrics = QFontMetrics(theme.font(semibold=True))
        ways = [" · ".join(parts[:count]) for count in range(len(parts), 0, -1)]
        return next((words for words in ways if metrics.horizontalAdvance(words) <= room), ways[-1])

    def _filter_buttons(self) -> list[QPushButton]:
        group = QButtonGroup(self)
        for wanted, words in _FILTERS:
            choice = button(Action(words, partial(self._filter, wanted), name=_name(wanted)), "choice")
            choice.setCheckable(True)
            group.addButton(choice)
            self._filters[wanted] = choice
        return list(self._filters.values())


def _parts(plan: Plan) -> list[str]:
    number = f"Số {plan.number}" if plan.number else "Chưa có số"
    return [part for part in (number, written(plan.issued_on), plan.issuer, f"năm {plan.year}") if part]


def _opening(noted: int) -> str:
    return f"Xem {noted} lưu ý" if noted else "Xem, sửa"


def _name(wanted: Wanted) -> str:
    return f"plans.filter.{wanted.name.lower()}"
