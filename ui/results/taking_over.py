"""What a file of results would change, year by year, to be ticked before anything is written."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.scores import YearScore, written_score
from papi_desktop.importers.results_file import ResultsProposal
from papi_desktop.services.results_import import Effect, YearChange, save_results
from ui.desk import Desk
from ui.theme import SPACE
from ui.widgets.cards import Card, MessagePanel
from ui.widgets.chips import StatusChip
from ui.widgets.editors import TickEdit
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, box, button, label, row

_HINT = "Chưa có gì được ghi. Số liệu không có trong tệp thì giữ nguyên số đã ghi."


class TakingOver(Dialog):
    """New years are ticked; years that would change are not, until a person says so."""

    def __init__(self, parent: QWidget, desk: Desk, proposal: ResultsProposal, changes: Sequence[YearChange]) -> None:
        super().__init__(parent)
        self._desk, self._changes = desk, tuple(changes)
        self._ticks: dict[int, TickEdit] = {}
        self.setObjectName("results.import.dialog")
        self.setWindowTitle("Nạp kết quả PAPI")
        self.message = MessagePanel(self)
        self.save = button(Action("Ghi", self.submit, name="results.import.save"), "main")
        self._lay_out(proposal)
        self._say_what_will_be_saved()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.submit)

    def accepted_years(self) -> frozenset[int]:
        """Return the years that are ticked."""
        return frozenset(year for year, tick in self._ticks.items() if tick.value())

    def tick(self, year: int) -> TickEdit:
        """Return the tick of a year."""
        return self._ticks[year]

    def submit(self) -> None:
        """Write the ticked years in one change."""
        years, changes = self.accepted_years(), self._changes
        if not years:
            return
        self.save.setEnabled(False)
        backups = self._desk.folder.backups
        self._desk.operations.take_over(
            backups, lambda work: save_results(work, changes, years), self._finish, self._fail
        )

    def _finish(self, number: int) -> None:
        self._desk.note(f"Đã ghi kết quả {number} năm.")
        self.accept()

    def _fail(self, sentence: str) -> None:
        self.message.say(sentence)
        self.save.setEnabled(True)

    def _say_what_will_be_saved(self) -> None:
        number = len(self.accepted_years())
        self.save.setText(f"Ghi {number} năm" if number else "Ghi")
        self.save.setAccessibleName(self.save.text())
        self.save.setEnabled(bool(number))

    def _lay_out(self, proposal: ResultsProposal) -> None:
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(3 * SPACE)
        if proposal.remarks:
            cards.addWidget(box(row(label("\n".join(proposal.remarks)), margin=3), "hint"))
        for change in self._changes:
            cards.addWidget(self._card(change))
        cards.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(label(f"Kết quả đọc được từ “{proposal.source_name}”", "title"))
        layout.addWidget(label(_HINT, "note"))
        layout.addWidget(self.message)
        layout.addWidget(scrolled(inside), 1)
        leave = button(Action("Bỏ", self.reject, name="results.import.leave"))
        layout.addLayout(row(1, leave, self.save))
        self.fit(680, min(280 + 150 * len(self._changes), 660))

    def _card(self, change: YearChange) -> Card:
        card = Card()
        card.inside.setSpacing(2 * SPACE)
        head = row(label(f"Năm {change.year}", "section", wrap=False), StatusChip(change.effect), 1, gap=3)
        card.inside.addLayout(head)
        card.inside.addWidget(label("\n".join(_figures(change)), selectable=True))
        for doubt in change.proposal.doubts:
            card.inside.addWidget(label(doubt, "wrong"))
        if change.effect is not Effect.UNCHANGED:
            tick = TickEdit("Ghi năm này" if change.effect is Effect.NEW else "Sửa theo tệp")
            tick.setObjectName(f"results.import.accept.{change.year}")
            tick.setAccessibleName(f"{tick.text()}: {change.year}")
            tick.show_value(change.effect is Effect.NEW and not change.proposal.doubts)
            tick.committed.connect(self._say_what_will_be_saved)
            self._ticks[change.year] = tick
            card.inside.addWidget(tick)
        return card


def _figures(change: YearChange) -> list[str]:
    if change.effect is Effect.CHANGED:
        return [f"{name}: {before or '(trống)'}  →  {after}" for name, before, after in change.differences]
    return [whole_words(change.proposal.score), contents_words(change.proposal.score)]


def whole_words(score: YearScore) -> str:
    """Return the total, the group and the rank in one line."""
    of = f"/{score.of}" if score.of else ""
    parts = (
        f"Tổng điểm {written_score(score.score)}" if score.score is not None else "Không có tổng điểm",
        f"nhóm {score.group}" if score.group else "",
        f"hạng {score.rank}{of}" if score.rank else "",
    )
    return ", ".join(filter(None, parts))


def contents_words(score: YearScore) -> str:
    """Return the figures of the eight contents in one line."""
    found = zip(DIMENSIONS, score.by_dimension, score.groups, strict=True)
    words = [f"{each.number}: {written_score(points) or group}" for each, points, group in found if points or group]
    return "Nội dung " + "; ".join(words) if words else "Không có điểm từng nội dung"
