"""One control for each kind of field; all have `value()`, `show_value()`, `problem()` and the signal `committed`."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, Protocol, cast

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from papi_desktop.domain.calendar import YEARS
from papi_desktop.domain.text import nfc, thousands
from ui.theme import theme
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import Field, FieldKind
from ui.widgets.figures_edit import FiguresEdit
from ui.widgets.many_edit import ManyEdit
from ui.widgets.table_model import shown
from ui.widgets.texts import column, label

_DECIMAL: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_PAUSE: Final = 1500
"""After this many milliseconds without a key a long text is saved while the cursor stays in it."""


class Editor(Protocol):
    """What a form asks of a control."""

    committed: SignalInstance

    def value(self) -> Any:
        """Return what is in the control."""
        ...

    def show_value(self, value: Any) -> None:
        """Put a value into the control without a signal."""
        ...

    def problem(self) -> str:
        """Return a sentence when what was typed cannot be saved."""
        ...


class LineEdit(QLineEdit):
    """One line of text."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.editingFinished.connect(self._finish)
        self.returnPressed.connect(self.focusNextChild)

    def value(self) -> str:
        """Return the text in one normal form, without spaces at its ends."""
        return nfc(self.text()).strip()

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self._kept = str(value or "")
        if self.text() != self._kept:
            self.setText(self._kept)
            self.setCursorPosition(0)

    def problem(self) -> str:
        """Any text is good."""
        return ""

    def _finish(self) -> None:
        if self.value() != self._kept:
            self._kept = self.value()
            self.committed.emit()


class LongEdit(QPlainTextEdit):
    """Free text; saved when it is left and after a pause in typing."""

    committed = Signal()

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(QFontMetrics(theme.font()).lineSpacing() * lines + 26)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._finish)
        self.textChanged.connect(self._pause.start)

    def value(self) -> str:
        """Return the text in one normal form, without spaces at its ends."""
        return nfc(self.toPlainText()).strip()

    def show_value(self, value: Any) -> None:
        """Show a text; the cursor stays where it is when nothing changed."""
        self._kept = str(value or "")
        if self.value() != self._kept:
            self.setPlainText(self._kept)
        self._pause.stop()

    def problem(self) -> str:
        """Any text is good."""
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save what was typed."""
        super().focusOutEvent(event)
        self._finish()

    def _finish(self) -> None:
        self._pause.stop()
        if self.value() != self._kept:
            self._kept = self.value()
            self.committed.emit()


class NumberEdit(LineEdit):
    """A whole number or nothing, shown with dots between thousands."""

    def value(self) -> Any:
        """Return the number, or None."""
        return self._typed()

    def _typed(self) -> int | None:
        digits = self.text().replace(".", "").replace(" ", "")
        return int(digits) if digits.isdecimal() else None

    def show_value(self, value: Any) -> None:
        """Show a number."""
        self._kept = value
        self.setText("" if value is None else thousands(int(value)))

    def problem(self) -> str:
        """Return a sentence when what was typed is no whole number."""
        if self.text().strip() and self._typed() is None:
            return f"“{self.text().strip()}” không phải là số. Hãy chỉ nhập chữ số, ví dụ 1.250."
        return ""

    def _finish(self) -> None:
        value = self.value()
        if self.problem():
            self.committed.emit()
        elif value != self._kept:
            self.show_value(value)
            self.committed.emit()


class CountEdit(NumberEdit):
    """How many; an empty field stands for 0, which nobody counted."""

    def value(self) -> Any:
        """Return the number, 0 for none."""
        return self._typed() or 0

    def show_value(self, value: Any) -> None:
        """Show a number, or nothing for 0."""
        super().show_value(value or None)
        self._kept = value


class YearEdit(NumberEdit):
    """A year or nothing, shown as it is written."""

    def show_value(self, value: Any) -> None:
        """Show a year."""
        self._kept = value
        self.setText("" if value is None else str(value))

    def problem(self) -> str:
        """Return a sentence when what was typed is no year."""
        value = self.value()
        if self.text().strip() and value not in YEARS:
            return f"“{self.text().strip()}” không phải là năm. Hãy nhập bốn chữ số, ví dụ 2022."
        return ""


class DecimalEdit(LineEdit):
    """A number with places or nothing, with a decimal comma."""

    def value(self) -> Any:
        """Return the number, or None."""
        plain = self.text().strip().replace(",", ".")
        return Decimal(plain) if _DECIMAL.fullmatch(plain) else None

    def show_value(self, value: Any) -> None:
        """Show a number with its places as they were written."""
        self._kept = value
        self.setText("" if value is None else f"{value:f}".replace(".", ","))

    def problem(self) -> str:
        """Return a sentence when what was typed is no number."""
        if self.text().strip() and self.value() is None:
            return f"“{self.text().strip()}” không phải là số. Hãy nhập dạng 42,67."
        return ""

    def _finish(self) -> None:
        if self.problem() or self.value() != self._kept:
            self._kept = self.value()
            self.committed.emit()


class PercentEdit(NumberEdit):
    """0 to 100 per cent; the arrow keys go in steps of five."""

    def value(self) -> Any:
        """Return the number, 0 for nothing; None for what is none."""
        digits = self.text().replace("%", "").strip()
        return int(digits or 0) if digits.isdecimal() or not digits else None

    def show_value(self, value: Any) -> None:
        """Show a number."""
        self._kept = value
        self.setText(f"{int(value or 0)}%")

    def problem(self) -> str:
        """Return a sentence when what was typed is no percentage."""
        number = self.value()
        if number is None or number > 100:
            return "Tỷ lệ phải là số từ 0 đến 100."
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down with the arrow keys."""
        step = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}.get(Qt.Key(event.key()))
        if step is None or self.value() is None:
            super().keyPressEvent(event)
        else:
            self.setText(f"{min(max(self.value() + step, 0), 100)}%")


class ChoiceEdit(QComboBox):
    """One of a few choices."""

    committed = Signal()

    def __init__(self, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self._wanted: Any = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.set_choices(choices)
        self.activated.connect(self._finish)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the chosen one stays chosen."""
        self._values = [value for value, _words in choices]
        self.clear()
        self.addItems([words for _value, words in choices])
        self.show_value(self._wanted)

    def value(self) -> Any:
        """Return the chosen value."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else self._wanted

    def show_value(self, value: Any) -> None:
        """Show a choice."""
        self._wanted = value
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def problem(self) -> str:
        """Any choice is good."""
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let words that are too long end in …, and be read whole under the mouse."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        place = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place, self).width()
        whole = self.currentText()
        option.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if option.currentText == whole else whole)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead of changing the choice by accident."""
        event.ignore()

    def _finish(self) -> None:
        if self.value() != self._wanted:
            self._wanted = self.value()
            self.committed.emit()


class TickEdit(QCheckBox):
    """Yes or no."""

    committed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.clicked.connect(lambda _checked: self.committed.emit())

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: Any) -> None:
        """Tick or clear it."""
        self.setChecked(bool(value))

    def problem(self) -> str:
        """Both are good."""
        return ""


class ShownText(QWidget):
    """A value that is only shown; the text can be selected and copied."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = None
        self._label = label(selectable=True)
        self.setLayout(column(self._label))

    def value(self) -> Any:
        """Return what is shown."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self._value = value
        self._label.setText(shown(value) or "–")

    def problem(self) -> str:
        """Nothing can be wrong."""
        return ""


def editor_for(field: Field) -> QWidget:
    """Return the control for a field."""
    kinds: dict[FieldKind, Any] = {
        FieldKind.LINE: LineEdit,
        FieldKind.NUMBER: NumberEdit,
        FieldKind.COUNT: CountEdit,
        FieldKind.YEAR: YearEdit,
        FieldKind.DECIMAL: DecimalEdit,
        FieldKind.PERCENT: PercentEdit,
        FieldKind.DATE: DateEdit,
        FieldKind.FIGURES: FiguresEdit,
        FieldKind.SHOWN: ShownText,
        FieldKind.LONG: lambda: LongEdit(field.lines),
        FieldKind.CHOICE: lambda: ChoiceEdit(field.choices),
        FieldKind.MANY: lambda: ManyEdit(field.choices, field.hint),
        FieldKind.TICK: lambda: TickEdit(field.label),
    }
    control = cast(QWidget, kinds[field.kind]())
    if field.hint and isinstance(control, QLineEdit | QPlainTextEdit):
        control.setPlaceholderText(field.hint)
    return control
