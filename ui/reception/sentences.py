"""What the rules say of a schedule, one calm sentence each: `Sentences`."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QFrame

from ui.widgets.cards import drop_all
from ui.widgets.texts import column, label, restyle

GOOD: Final = "Đủ số ngày Chủ tịch tiếp công dân và đủ thời gian niêm yết trước."
_MOST: Final = 4


class Sentences(QFrame):
    """A block that is green when there is nothing to mend."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reception.sentences")
        self._lines = column(gap=1, margin=3)
        self.setLayout(self._lines)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show what is to be mended, or that all is good."""
        self.setProperty("role", "message" if sentences else "good")
        restyle(self)
        drop_all(self._lines)
        words = [*sentences[:_MOST]] or [GOOD]
        if len(sentences) > _MOST:
            words.append(f"Và {len(sentences) - _MOST} điểm nữa.")
        for each in words:
            self._lines.addWidget(label(each, selectable=True))
        self.setAccessibleName(" ".join(words))
        self.show()
