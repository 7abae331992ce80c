"""A file beside the plan that is saved already: row by row what is new, what differs and what is gone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from papi_desktop.services.planning import Change, Comparison, RowChange
from ui.theme import SPACE
from ui.widgets.cards import Card, drop_all
from ui.widgets.chips import StatusChip
from ui.widgets.editors import TickEdit
from ui.widgets.texts import column, label, row, rule

_NOTES = {
    Change.CHANGED: "Đánh dấu những dòng muốn sửa theo tệp mới; dòng không đánh dấu giữ nguyên.",
    Change.GONE: "Đánh dấu những dòng muốn bỏ; dòng không đánh dấu giữ nguyên.",
    Change.NEW: "Những dòng này chưa có và sẽ được thêm khi ghi.",
}
_TICKS = {Change.CHANGED: "Sửa theo tệp mới", Change.GONE: "Bỏ nhiệm vụ này"}


class Changes(QScrollArea):
    """`ticked` whenever a row is accepted or not; nothing is accepted at first."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        inside = QWidget()
        inside.setProperty("role", "page")
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 3 * SPACE, 0)
        self._cards.setSpacing(4 * SPACE)
        self.setWidget(inside)
        self._ticks: dict[str, TickEdit] = {}
        self.comparison: Comparison | None = None

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what a file changes; rows that were ticked stay ticked."""
        kept = self.accepted()
        self.comparison = comparison
        self._ticks = {}
        drop_all(self._cards)
        for change, note in _NOTES.items():
            rows = comparison.of(change)
            if rows:
                self._cards.addWidget(self._card(change, note, rows))
        same = len(comparison.of(Change.UNCHANGED))
        if same:
            self._cards.addWidget(label(f"{same} nhiệm vụ không thay đổi.", "note"))
        self._cards.addStretch(1)
        for key, tick in self._ticks.items():
            tick.show_value(key in kept)

    def accepted(self) -> frozenset[str]:
        """Return the keys of the rows that were ticked."""
        return frozenset(key for key, tick in self._ticks.items() if tick.value())

    def _card(self, change: Change, note: str, rows: tuple[RowChange, ...]) -> Card:
        card = Card()
        card.inside.addLayout(row(StatusChip(change), label(f"{len(rows)} nhiệm vụ", "section", wrap=False), 1, gap=3))
        card.inside.addWidget(label(note, "note"))
        for number, each in enumerate(rows):
            if number:
                card.inside.addWidget(rule())
            card.inside.addWidget(self._row(each))
        return card

    def _row(self, each: RowChange) -> QWidget:
        source = each.row or each.task
        words = f"{source.code}  {source.text}" if source else ""
        parts = [
            label(f"{found.label}: {found.before or '(trống)'}  →  {found.after or '(trống)'}", selectable=True)
            for found in each.differences
        ]
        result = QWidget()
        layout = column(label(words, "strong"), *parts, gap=1)
        if each.change in _TICKS:
            layout.addWidget(self._tick(each))
        result.setLayout(layout)
        return result

    def _tick(self, each: RowChange) -> TickEdit:
        tick = TickEdit(_TICKS[each.change])
        tick.setObjectName(f"plans.accept.{each.key}")
        source = each.row or each.task
        tick.setAccessibleName(f"{_TICKS[each.change]}: {source.code if source else ''}")
        tick.committed.connect(self.ticked)
        self._ticks[each.key] = tick
        return tick
