"""A list of figures, each a label, a number and a unit: "Số thôn đã lập sổ – 9 – thôn"."""

from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from papi_desktop.domain.tasks import Figure
from papi_desktop.domain.text import nfc, thousands
from ui.theme import SPACE, theme
from ui.widgets.texts import Action, button, row


class FiguresEdit(QWidget):
    """Holds a tuple of figures; a line with neither label nor number is no figure."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_FigureLine] = []
        self._kept: tuple[Figure, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(self._column)
        self.add = button(Action("Thêm số liệu", self._add_empty, "add", "figures.add"), "quiet")
        layout.addLayout(row(self.add, 1))

    def value(self) -> tuple[Figure, ...]:
        """Return the figures."""
        return tuple(figure for line in self._lines if (figure := line.figure()))

    def show_value(self, value: Any) -> None:
        """Show figures; the cursor stays where it is when nothing changed."""
        self._kept = tuple(value or ())
        if self.value() == self._kept and self._lines:
            return
        for line in tuple(self._lines):
            self._drop(line)
        for figure in self._kept:
            self._append(figure)

    def problem(self) -> str:
        """Return a sentence when one of the numbers is none."""
        return next((sentence for line in self._lines if (sentence := line.problem())), "")

    def _add_empty(self) -> None:
        self._append(Figure("")).label.setFocus()

    def _append(self, figure: Figure) -> "_FigureLine":
        line = _FigureLine(figure, self)
        line.finished.connect(self._finish)
        line.removed.connect(self._remove)
        self._lines.append(line)
        self._column.addWidget(line)
        return line

    def _remove(self, line: "_FigureLine") -> None:
        self._drop(line)
        self._finish()

    def _drop(self, line: "_FigureLine") -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _finish(self) -> None:
        if self.problem() or self.value() != self._kept:
            self._kept = self.value()
            self.committed.emit()


class _FigureLine(QWidget):
    """One figure."""

    finished = Signal()
    removed = Signal(object)

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = _part(figure.label, "Số liệu gì", "figures.label")
        self.number = _part(number_text(figure.value), "Số", "figures.number")
        self.unit = _part(figure.unit, "Đơn vị", "figures.unit")
        self.number.setFixedWidth(theme.pixels(64))
        self.unit.setFixedWidth(theme.pixels(92))
        self.bin: QPushButton = button(
            Action("Bỏ số liệu này", lambda: self.removed.emit(self), "close", "figures.remove"), "icon"
        )
        line = row(self.label, self.number, self.unit, self.bin, gap=1)
        line.setStretch(0, 1)
        self.setLayout(line)
        for part in (self.label, self.number, self.unit):
            part.editingFinished.connect(self.finished)
            part.returnPressed.connect(part.focusNextChild)

    def figure(self) -> Figure | None:
        """Return the figure, or None for an empty line."""
        words, number = nfc(self.label.text()).strip(), read_number(self.number.text())
        if not words and number is None:
            return None
        return Figure(words, number, nfc(self.unit.text()).strip())

    def problem(self) -> str:
        """Return a sentence when the number is none."""
        text = self.number.text().strip()
        if text and read_number(text) is None:
            return f"“{text}” không phải là số. Hãy nhập như 1.250 hoặc 37,5."
        return ""


def number_text(value: Decimal | None) -> str:
    """Return a number as people write it: 1.250 or 37,5."""
    if value is None:
        return ""
    whole, _, rest = f"{value.normalize():f}".partition(".")
    return thousands(int(whole)) + (f",{rest}" if rest else "")


def read_number(text: str) -> Decimal | None:
    """Read 1.250 or 37,5; None for anything else."""
    try:
        return Decimal(text.replace(" ", "").replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None


def _part(text: str, hint: str, name: str) -> QLineEdit:
    part = QLineEdit(text)
    part.setCursorPosition(0)
    part.setToolTip(text)
    part.setPlaceholderText(hint)
    part.setAccessibleName(hint)
    part.setObjectName(name)
    return part
