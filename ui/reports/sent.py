"""What is said of a report that was sent: when, what has changed since, and the way to open it again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from papi_desktop.domain.text import thousands
from papi_desktop.services.report_sending import Sending, SentFigure
from ui.theme import SPACE
from ui.widgets.cards import Card
from ui.widgets.texts import Action, button, column, label, row


class SentNotice(QFrame):
    """Stands over every step of a sent report, and nowhere else."""

    def __init__(self, compare: Callable[[], None], reopen: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("reports.sent")
        self.setProperty("role", "hint")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.sentence, self.comparison = label("", "strong"), label("", "note")
        self._compare = button(Action("Xem đối chiếu", compare, name="reports.sent.compare"), "quiet")
        again = button(Action("Mở lại để sửa", reopen, "undo", "reports.sent.reopen"))
        words = column(self.sentence, self.comparison, gap=1)
        line = row(words, self._compare, again, gap=3, margin=3)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_sending(self, sending: Sending | None) -> None:
        """Show what there is to say, or nothing."""
        self.setVisible(sending is not None)
        if sending:
            self.sentence.setText(sending.sentence)
            self.comparison.setText(sending.comparison)
            self.setAccessibleName(f"{sending.sentence} {sending.comparison}")
            self._compare.setVisible(bool(sending.changed))


def comparison_card(sending: Sending) -> Card:
    """Return the figures that were sent beside those of today, where they differ."""
    card = Card("Số liệu lúc gửi và hiện nay", sending.comparison)
    card.setObjectName("reports.sent.comparison")
    grid = QGridLayout()
    grid.setHorizontalSpacing(6 * SPACE)
    grid.setVerticalSpacing(SPACE)
    grid.setColumnStretch(0, 1)
    for place, heading in enumerate(("Số liệu", "Lúc gửi", "Hiện nay")):
        grid.addWidget(label(heading, "note", wrap=False), 0, place, _side(place))
    for number, figure in enumerate(sending.changed, start=1):
        for place, text in enumerate(_cells(figure)):
            grid.addWidget(
                label(text, "strong" if place == 2 else "body", wrap=place == 0), number, place, _side(place)
            )
    card.inside.addLayout(grid)
    return card


def _cells(figure: SentFigure) -> tuple[str, str, str]:
    return f"{figure.name} ({figure.unit})", thousands(figure.sent), thousands(figure.now)


def _side(place: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag(0)
