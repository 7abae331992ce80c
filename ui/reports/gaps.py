"""What is still missing before the report is whole, by kind, each with the way to where it is mended."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from papi_desktop.domain.reports import Gap
from papi_desktop.services.report_findings import Findings
from papi_desktop.services.report_sending import Sending
from ui.reports.sent import comparison_card
from ui.theme import SPACE
from ui.widgets.cards import Bar, Card, drop_all
from ui.widgets.scroll import ScrollPane
from ui.widgets.texts import Action, button, label, row

_OTHER = "Việc khác"
_FEW = 6


class Gaps(ScrollPane):
    """`wanted(gap)` when the user wants to go to one."""

    wanted = Signal(Gap)

    def __init__(self) -> None:
        inside = QWidget()
        super().__init__(inside)
        self.setObjectName("reports.gaps")
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(4 * SPACE)
        self._open: set[str] = set()

    def show_findings(self, findings: Findings, sent: Sending | None) -> None:
        """Show the gaps, and what was `sent` where it is otherwise now; the list does not jump."""
        scroll = self.verticalScrollBar().value()
        drop_all(self._cards)
        if sent and sent.changed:
            self._cards.addWidget(comparison_card(sent))
        self._cards.addWidget(_summary(findings))
        groups: dict[str, list[Gap]] = defaultdict(list)
        for gap in findings.gaps:
            groups[gap.heading or _OTHER].append(gap)
        for heading, gaps in groups.items():
            self._cards.addWidget(self._group(heading, gaps))
        self._cards.addStretch(1)
        self.verticalScrollBar().setValue(scroll)
        self._shown = (findings, sent)

    def _group(self, heading: str, gaps: Sequence[Gap]) -> Card:
        card = Card()
        card.inside.setSpacing(SPACE)
        card.inside.addWidget(label(f"{heading}: {len(gaps)}", "section"))
        shown = gaps if heading in self._open or len(gaps) <= _FEW + 1 else gaps[:_FEW]
        for gap in shown:
            card.inside.addLayout(self._line(gap))
        if len(shown) < len(gaps):
            more = button(Action(f"Xem cả {len(gaps)} điểm", lambda: self._unfold(heading)), "quiet")
            card.inside.addLayout(row(more, 1))
        return card

    def _line(self, gap: Gap) -> QHBoxLayout:
        words = label(gap.matter)
        go = button(Action("Mở", lambda: self.wanted.emit(gap), name=f"reports.gap.{gap.register}.{gap.id}"), "quiet")
        go.setAccessibleName(f"Mở: {gap.sentence}")
        line = row(words, gap=3)
        line.setStretch(0, 1)
        line.addWidget(go, alignment=Qt.AlignmentFlag.AlignTop)
        return line

    def _unfold(self, heading: str) -> None:
        self._open.add(heading)
        self.show_findings(*self._shown)


def _summary(findings: Findings) -> Card:
    card = Card()
    card.inside.setSpacing(2 * SPACE)
    number = len(findings.gaps)
    heading = f"Còn {number} điểm nên bổ sung" if number else "Đã đủ số liệu để lập báo cáo"
    more = (
        "Vẫn có thể lập báo cáo ngay: phần chưa có số liệu được ghi đúng như hiện có."
        if number
        else "Hãy sang bước Nội dung để đọc lại trước khi xuất."
    )
    written = sum(line.has_figures for line in findings.tasks)
    total = written + sum(line.is_missing for line in findings.tasks)
    bar = Bar(written, total)
    bar.setFixedWidth(240)
    card.inside.addWidget(label(heading, "section"))
    card.inside.addLayout(
        row(bar, label(f"{written}/{total} nhiệm vụ có số liệu kỳ này", "note", wrap=False), 1, gap=3)
    )
    card.inside.addWidget(label(more, "note"))
    return card
