"""The opinions of one dialogue as a list that is as high as it has lines; the panel around it scrolls."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from papi_desktop.services.opinion_list import OpinionLine
from papi_desktop.services.registers import ColumnKind, RegisterColumn
from ui.widgets.table_model import TableModel
from ui.widgets.table_view import RegisterTable

_COLUMNS: Final = (
    RegisterColumn("content", "Nội dung ý kiến", ColumnKind.LONG, 30),
    RegisterColumn("due_on", "Hạn trả lời", ColumnKind.DATE, 10),
    RegisterColumn("state", "Kết quả", ColumnKind.STATE, 12),
)


class OpinionTable(RegisterTable):
    """`opened(line)` by a click or Enter."""

    def __init__(self) -> None:
        super().__init__(TableModel(_COLUMNS))
        self.setObjectName("dialogues.opinions")
        self.setAccessibleName("Ý kiến tại cuộc đối thoại")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.opened.emit(self.lines.line(index.row())))

    def show_opinions(self, opinions: Sequence[OpinionLine]) -> None:
        """Show other opinions, all of them at once."""
        self.show_lines(opinions)
        rows = sum(self.rowHeight(number) for number in range(len(opinions)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 4)
        self.setVisible(bool(opinions))

    def reveal(self, id: int) -> None:
        """Select an opinion and bring it into sight."""
        if not self.select_id(id, scroll_to=False):
            return
        row = self.lines.row_of(id)
        area, inside = _scroll_area(self)
        if area and inside:
            line = self.mapTo(inside, QPoint(0, self.rowViewportPosition(row) + self.rowHeight(row)))
            area.ensureVisible(0, line.y(), 0, 2 * self.rowHeight(row))


def _scroll_area(widget: QWidget) -> tuple[QScrollArea | None, QWidget | None]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent, parent.widget()
        parent = parent.parentWidget()
    return None, None
