"""What a search through everything found, as a list that leads to the things themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QStackedWidget

from papi_desktop.services.registers import ColumnKind, RegisterColumn
from papi_desktop.services.work import Hit, Work
from ui.desk import Desk, Jump
from ui.widgets.cards import EmptyState
from ui.widgets.page import Page
from ui.widgets.room import PageColumn
from ui.widgets.table_model import TableModel
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import label

_COLUMNS: Final = (RegisterColumn("words", "Nội dung", ColumnKind.LONG, 40), RegisterColumn("kind", "Ở đâu", width=20))


@dataclass(frozen=True)
class FoundLine:
    """One thing that was found: its words, where it is, and the way to it."""

    id: int
    words: str
    kind: str
    hit: Hit


class FoundPage(Page):
    """Opened by the search box of the header."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "found")
        self._words = ""
        self._heading = label("", "note")
        self.table = RegisterTable(TableModel(_COLUMNS, parent=self))
        self.table.setObjectName("found.table")
        self.table.setAccessibleName("Kết quả tìm")
        self._nothing = EmptyState("Không tìm thấy. Hãy thử từ ngắn hơn; có thể gõ không dấu.", icon_name="search")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        layout = PageColumn(self)
        layout.addWidget(self._heading)
        layout.addWidget(self._stack, 1)
        self.table.opened.connect(self._go)
        self.table.clicked.connect(lambda _index: self._go(self.table.current_line()))

    def jump(self, jump: Jump) -> None:
        """Look for other words."""
        self._words = dict(jump.filters).get("words", "")
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        self.desk.operations.read(partial(found_lines, self._words), self._show)

    def _show(self, lines: list[FoundLine]) -> None:
        self._heading.setText(f"{len(lines)} kết quả cho “{self._words}”. Bấm vào một dòng để mở.")
        self.table.show_lines(lines)
        self._stack.setCurrentWidget(self.table if lines else self._nothing)

    def _go(self, line: FoundLine | None) -> None:
        if line is not None:
            filters = {"part": "tất cả"} if line.hit.register == "tasks" else {}
            self.desk.go(line.hit.register, line.hit.id, **filters)


def found_lines(words: str, work: Work) -> list[FoundLine]:
    """Return what matches the words, in the order of the search."""
    readers: dict[str, tuple[str, Callable[[int], Any], str]] = {
        "tasks": ("Nhiệm vụ", work.tasks.get, "text"),
        "publications": ("Công khai", work.publications.get, "title"),
        "dialogues": ("Đối thoại", work.dialogues.get, "topic"),
        "opinions": ("Ý kiến tại đối thoại", work.opinions.get, "content"),
    }
    lines = []
    for number, hit in enumerate(work.search.find(words) if words.strip() else (), 1):
        if hit.register in readers:
            kind, read, key = readers[hit.register]
            lines.append(FoundLine(number, str(getattr(read(hit.id), key)), kind, hit))
    return lines
