"""Pointing out the table of tasks in a file, and what each of its columns holds."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from papi_desktop.importers.plan_choices import Choices, FoundTable
from papi_desktop.importers.plan_columns import Column
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.editors import ChoiceEdit
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row

_MEANINGS: Final = (
    (None, "Không dùng"),
    (Column.CODE, "Số thứ tự, mã"),
    (Column.TASK, "Nội dung nhiệm vụ"),
    (Column.LEAD, "Cơ quan chủ trì"),
    (Column.COORDINATING, "Cơ quan phối hợp"),
    (Column.DEADLINE, "Thời gian thực hiện"),
)
_HINT: Final = "Chọn bảng có các nhiệm vụ, rồi chọn ý nghĩa của từng cột. Lần sau bảng cùng mẫu được đọc theo cách này."
_TWICE: Final = "Hai cột đang cùng được chọn là “{}”. Hãy để một cột, cột kia chọn “Không dùng”."
_NO_TASK: Final = "Chưa chọn cột nào là “Nội dung nhiệm vụ”. Hãy chọn cột có nội dung nhiệm vụ."


class ColumnsDialog(Dialog):
    """`chosen(choices)` when the columns of the shown table were settled."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, tables: Sequence[FoundTable]) -> None:
        super().__init__(parent)
        self.setObjectName("plans.columns")
        self.setWindowTitle("Chọn bảng và các cột")
        self._tables = tuple(tables)
        self.message = MessagePanel(self)
        self._panes = [_Pane(table) for table in self._tables]
        self._stack = QStackedWidget()
        for pane in self._panes:
            self._stack.addWidget(scrolled(pane))
        self.which = ChoiceEdit([(number, _name(number, table)) for number, table in enumerate(self._tables)])
        self.which.setObjectName("plans.columns.table")
        self.which.setAccessibleName("Bảng")
        self.which.show_value(0)
        self.which.committed.connect(lambda: self._stack.setCurrentIndex(self.which.value()))
        self._lay_out()

    def submit(self) -> None:
        """Hand back what was settled, when it makes sense."""
        pane = self._panes[self._stack.currentIndex()]
        problem = pane.problem()
        if problem:
            self.message.say(problem)
            return
        self.accept()
        self.chosen.emit(pane.choices())

    def _lay_out(self) -> None:
        leave = button(Action("Bỏ", self.reject, name="plans.columns.leave"))
        save = button(Action("Đọc lại", self.submit, name="plans.columns.save"), "main")
        layout = column(
            label("Chọn bảng và các cột", "title"),
            label(_HINT, "note"),
            self.which,
            self.message,
            self._stack,
            row(1, leave, save),
            gap=3,
            margin=6,
        )
        layout.setStretch(4, 1)
        self.setLayout(layout)
        self.which.setVisible(len(self._tables) > 1)
        self.fit(760, 560)


class _Pane(QWidget):
    """The columns of one table: heading, first cells, meaning."""

    def __init__(self, table: FoundTable) -> None:
        super().__init__()
        self._key = table.source_key
        self._edits: list[ChoiceEdit] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(4 * SPACE)
        grid.setColumnStretch(0, 1)
        for number, found in enumerate(table.columns):
            edit = ChoiceEdit(_MEANINGS)
            edit.setObjectName(f"plans.columns.{number + 1}")
            edit.setAccessibleName(f"Ý nghĩa của cột {found.heading or number + 1}")
            edit.setMinimumWidth(theme.pixels(190))
            edit.show_value(found.meaning)
            self._edits.append(edit)
            words = column(
                label(found.heading or f"Cột {number + 1}", "strong"), label(_few(found.samples), "note"), gap=0
            )
            grid.addLayout(words, number, 0)
            grid.addWidget(edit, number, 1)
        grid.setRowStretch(len(table.columns), 1)

    def choices(self) -> Choices:
        """Return what the columns mean."""
        found = {edit.value(): number for number, edit in enumerate(self._edits) if edit.value() is not None}
        return {self._key: found}

    def problem(self) -> str:
        """Return a sentence when the table cannot be read like that."""
        chosen = [edit.value() for edit in self._edits if edit.value() is not None]
        for meaning, words in _MEANINGS:
            if chosen.count(meaning) > 1:
                return _TWICE.format(words)
        return "" if Column.TASK in chosen else _NO_TASK


def _name(number: int, table: FoundTable) -> str:
    name = f"Trang tính “{table.name}”" if table.name else f"Bảng {number + 1}"
    return f"{name}, {table.rows} dòng"


def _few(samples: Sequence[str]) -> str:
    return " · ".join(text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]} …" for text in samples)
