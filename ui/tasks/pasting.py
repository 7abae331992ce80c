"""What a table pasted from Excel would change, cell by cell, before anything is written: `PasteDialog`."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from papi_desktop.services.report_words import short
from papi_desktop.services.task_grid import CellChange, PasteProposal, apply_paste
from ui.desk import Desk
from ui.theme import SPACE
from ui.widgets.cards import MessagePanel
from ui.widgets.reading_order import Dialog
from ui.widgets.texts import Action, box, button, column, label, row

_HEADINGS: Final = ("Ghi", "Mã", "Nhiệm vụ", "Cột", "Đang có", "Sẽ thành")
_MOST_PROBLEMS: Final = 8


class PasteDialog(Dialog):
    """Every change is ticked; a tick taken away leaves that cell as it is."""

    def __init__(self, parent: QWidget, desk: Desk, proposal: PasteProposal) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dán từ Excel")
        self.setObjectName("tasks.paste.dialog")
        self._desk, self._proposal, self._period = desk, proposal, desk.period
        self.message = MessagePanel(self)
        self.table = _table(proposal.changes)
        self.save = button(Action("Ghi các ô đã chọn", self.write, name="tasks.paste.save"), "main")
        self.save.setEnabled(bool(proposal.changes))
        self.table.itemChanged.connect(lambda _item: self.save.setEnabled(bool(self.ticked())))
        self._lay_out(proposal)

    def ticked(self) -> frozenset[str]:
        """Return the ids of the changes that are ticked."""
        return frozenset(
            change.id
            for number, change in enumerate(self._proposal.changes)
            if (item := self.table.item(number, 0)) and item.checkState() is Qt.CheckState.Checked
        )

    def write(self) -> None:
        """Write what is ticked in one change; the dialog closes when it is committed."""
        changes, accept, period, today = self._proposal.changes, self.ticked(), self._period, self._desk.today

        def after(number: int) -> None:
            self.accept()
            self._desk.note(f"Đã ghi {number} ô. Bấm Hoàn tác để lấy lại.")

        self._desk.operations.write(
            lambda work: apply_paste(work, changes, accept, period, today), after, self.message.say
        )

    def _lay_out(self, proposal: PasteProposal) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(label("Dán từ Excel", "title"))
        layout.addWidget(label(proposal.sentence if proposal.changes else _nothing(proposal), "strong"))
        layout.addWidget(self.message)
        if proposal.problems:
            shown = [f"• {sentence}" for sentence in proposal.problems[:_MOST_PROBLEMS]]
            more = len(proposal.problems) - len(shown)
            lines = [*shown, f"và {more} chỗ khác."] if more else shown
            layout.addWidget(box(column(label("\n".join(lines), selectable=True), margin=3), "warning"))
        layout.addWidget(self.table, 1)
        self.table.setVisible(bool(proposal.changes))
        if not proposal.changes:
            layout.addStretch(1)
        layout.addLayout(row(1, button(Action("Không dán", self.reject, name="tasks.paste.leave")), self.save))
        self.fit(900, 560)


def _nothing(proposal: PasteProposal) -> str:
    if proposal.problems:
        return "Không có ô nào ghi được."
    return f"Không có gì thay đổi: {proposal.unchanged} ô đều giống như đang có."


def _table(changes: tuple[CellChange, ...]) -> QTableWidget:
    table = QTableWidget(len(changes), len(_HEADINGS))
    table.setObjectName("tasks.paste.table")
    table.setAccessibleName("Các ô sẽ thay đổi")
    table.setHorizontalHeaderLabels(list(_HEADINGS))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    for number, change in enumerate(changes):
        tick = QTableWidgetItem()
        tick.setCheckState(Qt.CheckState.Checked)
        tick.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        tick.setData(Qt.ItemDataRole.AccessibleTextRole, f"Ghi {change.label} của nhiệm vụ {change.code}")
        table.setItem(number, 0, tick)
        words = (change.code, short(change.text, 60), change.label, change.before or "–", change.after or "–")
        for place, text in enumerate(words, start=1):
            table.setItem(number, place, QTableWidgetItem(text))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place in range(len(_HEADINGS)):
        fits = place in (0, 1, 3)
        header.setSectionResizeMode(
            place, QHeaderView.ResizeMode.ResizeToContents if fits else QHeaderView.ResizeMode.Stretch
        )
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
