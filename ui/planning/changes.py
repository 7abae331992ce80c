"""A file beside the plan that is saved already: row by row what is new, what differs and what is gone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from papi_desktop.services.planning import HEAD, Change, Comparison, Difference, RowChange
from ui.theme import SPACE
from ui.widgets.cards import Card, drop_all
from ui.widgets.chips import StatusChip
from ui.widgets.editors import TickEdit
from ui.widgets.scroll import ScrollPane
from ui.widgets.texts import column, label, row, rule

_NOTES = {
    Change.CHANGED: "Đánh dấu những dòng muốn sửa theo tệp mới; dòng không đánh dấu giữ nguyên.",
    Change.GONE: "Đánh dấu những dòng muốn bỏ; dòng không đánh dấu giữ nguyên.",
    Change.NEW: "Những dòng này chưa có và sẽ được thêm khi ghi.",
}
_TICKS = {Change.CHANGED: "Sửa theo tệp mới", Change.GONE: "Bỏ nhiệm vụ này"}


class Changes(ScrollPane):
    """`ticked` whenever a row is accepted or not; nothing is accepted at first."""

    ticked = Signal()

    def __init__(self) -> None:
        inside = QWidget()
        super().__init__(inside, reading="Những chỗ tệp khác với bản đã ghi")
        self.setObjectName("plans.changes")
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(4 * SPACE)
        self._ticks: dict[str, TickEdit] = {}
        self.comparison: Comparison | None = None

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what a file changes; rows that were ticked stay ticked."""
        kept = self.accepted()
        self.comparison = comparison
        self._ticks = {}
        drop_all(self._cards)
        if comparison.head:
            self._cards.addWidget(self._head_card(comparison))
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

    def _head_card(self, comparison: Comparison) -> Card:
        card = Card()
        chip = StatusChip(Change.CHANGED)
        card.inside.addLayout(row(chip, label("Thông tin chung của kế hoạch", "section", wrap=False), 1, gap=3))
        card.inside.addWidget(label("Đánh dấu nếu muốn sửa theo tệp mới; không đánh dấu thì giữ nguyên.", "note"))
        tick = self._tick(HEAD, "Sửa theo tệp mới", "thông tin chung của kế hoạch")
        card.inside.addLayout(column(*_differences(comparison.head), tick, gap=1))
        return card

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
        result = QWidget()
        layout = column(label(words, "strong"), *_differences(each.differences), gap=1)
        if each.change in _TICKS:
            layout.addWidget(self._tick(each.key, _TICKS[each.change], source.code if source else ""))
        result.setLayout(layout)
        return result

    def _tick(self, key: str, words: str, about: str) -> TickEdit:
        tick = TickEdit(words)
        tick.setObjectName(f"plans.accept.{key}")
        tick.setAccessibleName(f"{words}: {about}")
        tick.committed.connect(self.ticked)
        self._ticks[key] = tick
        return tick


def _differences(found: tuple[Difference, ...]) -> list[QLabel]:
    return [
        label(f"{each.label}: {each.before or '(trống)'}  →  {each.after or '(trống)'}", selectable=True)
        for each in found
    ]
