"""What the report counts but nothing proves yet, each line a way to where the evidence is added."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.domain.attachments import Owner
from papi_desktop.services.missing_evidence import MissingEvidence, missing_evidence
from ui.desk import Desk
from ui.theme import SPACE
from ui.widgets.link_line import LinkLine
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row

_KINDS = {Owner.PROGRESS: "Nhiệm vụ đã hoàn thành", Owner.POSTING: "Lần niêm yết", Owner.DIALOGUE: "Cuộc đối thoại"}


class MissingEvidenceDialog(Dialog):
    """Lists what has no evidence in the period; a click goes there."""

    def __init__(self, parent: QWidget, desk: Desk, missing: Sequence[MissingEvidence]) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Chưa có minh chứng")
        self.setObjectName("missing_evidence.dialog")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(label(f"Chưa có minh chứng: {desk.period.words}", "title"))
        words = "Bấm vào một dòng để mở và thêm ảnh, bản quét." if missing else "Mọi kết quả của kỳ đều có minh chứng."
        layout.addWidget(label(words, "note"))
        layout.addWidget(scrolled(self._lines(missing)), 1)
        layout.addLayout(row(1, button(Action("Đóng", self.reject, name="missing_evidence.leave"))))
        self.fit(680, 560)

    def _lines(self, missing: Sequence[MissingEvidence]) -> QWidget:
        inside = QWidget()
        layout = column(gap=1)
        for kind, words in _KINDS.items():
            own = [each for each in missing if each.owner is kind]
            if own:
                layout.addWidget(label(f"{words} ({len(own)})", "section"))
            for each in own:
                layout.addWidget(self._line(each))
        layout.addStretch(1)
        inside.setLayout(layout)
        return inside

    def _line(self, each: MissingEvidence) -> LinkLine:
        line = LinkLine(f"missing_evidence.{each.owner}.{each.id}", each.text)
        line.fill(column(label(each.text)))
        line.clicked.connect(partial(self._go, each))
        return line

    def _go(self, each: MissingEvidence) -> None:
        self.accept()
        self._desk.go(each.register, each.id)


def open_missing_evidence(parent: QWidget, desk: Desk) -> None:
    """Read what has no evidence in the period and show it."""
    period, today = desk.period, desk.today
    desk.operations.read(
        lambda work: missing_evidence(work, period, today),
        lambda missing: MissingEvidenceDialog(parent, desk, missing).open(),
    )
