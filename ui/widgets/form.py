"""A form made from a tuple of `Field`s: labels, controls, names, "Đã ghi", what is wrong, and Enter moves on.

`show_value(value)` takes a dataclass or a mapping; `edited(key, value)` comes when a field was left with another value
(for saving field by field: answer with `note_saved(key)`); `values()` returns all (for forms that are saved whole).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.editors import ChoiceEdit, Editor, editor_for
from ui.widgets.fields import Field, FieldKind
from ui.widgets.many_edit import ManyEdit
from ui.widgets.texts import column, label, restyle, row

_SAVED_SHOWN = 4000


class Form(QWidget):
    """The controls are named `<page>.form.<field>`."""

    edited = Signal(str, object)

    def __init__(self, page: str, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.fields = page, tuple(fields)
        self._controls: dict[str, QWidget] = {}
        self._saved: dict[str, QLabel] = {}
        self._wrong: dict[str, QLabel] = {}
        self._labels: dict[str, QLabel] = {}
        self._shown: dict[str, Any] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        for group in _rows(self.fields):
            layout.addLayout(self._row(group))

    def show_value(self, value: object) -> None:
        """Show a value's fields; the field in which the cursor stands is left alone when it has unsaved text."""
        for field in self.fields:
            read = value.get(field.key) if isinstance(value, Mapping) else getattr(value, field.key)
            if not self._is_being_typed(field.key):
                self.editor(field.key).show_value(read)
                self._shown[field.key] = read
                self._complain(field.key, "")

    def values(self) -> dict[str, Any]:
        """Return what is in all fields."""
        return {field.key: self.editor(field.key).value() for field in self.fields if field.kind is not FieldKind.SHOWN}

    def is_changed(self) -> bool:
        """Tell whether anything differs from what was shown."""
        return any(value != self._shown.get(key) for key, value in self.values().items())

    def editor(self, key: str) -> Editor:
        """Return the control of a field by what it can do."""
        return cast(Editor, self._controls[key])

    def control(self, key: str) -> QWidget:
        """Return the control of a field as a widget."""
        return self._controls[key]

    def set_choices(self, key: str, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices in a choice field."""
        control = self._controls[key]
        if isinstance(control, ChoiceEdit | ManyEdit):
            control.set_choices(choices)

    def relabel(self, key: str, words: str) -> None:
        """Give a field another label."""
        self._labels[key].setText(words)
        self._controls[key].setAccessibleName(words)

    def narrow(self, key: str, width: int) -> None:
        """Give a field no more than this width in pixels; what stands beside it takes the rest."""
        block = self._controls[key].parentWidget()
        if block:
            block.setMaximumWidth(width)

    def set_visible(self, key: str, visible: bool) -> None:
        """Show or hide a field with its label."""
        block = self._controls[key].parentWidget()
        if block:
            block.setVisible(visible)

    def note_saved(self, key: str) -> None:
        """Say "Đã ghi" beside a field for a while."""
        self._shown[key] = self.editor(key).value()
        self._saved[key].setText("Đã ghi")
        QTimer.singleShot(_SAVED_SHOWN, self._saved[key], self._saved[key].clear)

    def note_wrong(self, key: str, sentence: str) -> None:
        """Say under a field's label what is wrong with it."""
        self._complain(key, sentence)

    def check(self) -> bool:
        """Mark every field that is wrong or missing, go to the first, and tell whether all that is shown is good."""
        wrong = [field for field in self.fields if not self._is_hidden(field.key) and not self._check_one(field)]
        if wrong:
            self._controls[wrong[0].key].setFocus()
        return not wrong

    def commit(self) -> None:
        """Take over what was typed in the field where the cursor stands."""
        focused = QApplication.focusWidget()
        if focused and self.isAncestorOf(focused):
            focused.clearFocus()
            focused.setFocus()

    def _row(self, fields: tuple[Field, ...]) -> QHBoxLayout:
        result = QHBoxLayout()
        result.setSpacing(3 * SPACE)
        for field in fields:
            result.addWidget(self._block(field), 1, Qt.AlignmentFlag.AlignTop)
        return result

    def _block(self, field: Field) -> QWidget:
        control, saved, wrong = editor_for(field), label("", "saved", False), label("", "wrong")
        control.setObjectName(f"{self.page}.form.{field.key}")
        control.setAccessibleName(field.label)
        self._controls[field.key], self._saved[field.key], self._wrong[field.key] = control, saved, wrong
        cast(Editor, control).committed.connect(lambda: self._commit(field))
        wrong.hide()
        words = label(
            "" if field.kind is FieldKind.TICK else field.label + (" *" if field.required else ""), "note", False
        )
        words.setBuddy(control)
        self._labels[field.key] = words
        block = QWidget(self)
        if field.kind is FieldKind.TICK and not field.half:
            block.setLayout(column(row(control, 1, saved), wrong, gap=1))
            words.deleteLater()
        else:
            block.setLayout(column(row(words, 1, saved), control, wrong, gap=1))
        return block

    def _commit(self, field: Field) -> None:
        editor = self.editor(field.key)
        if not self._check_one(field):
            return
        self.edited.emit(field.key, editor.value())

    def _check_one(self, field: Field) -> bool:
        editor = self.editor(field.key)
        sentence = editor.problem()
        if not sentence and field.required and editor.value() in (None, ""):
            sentence = "Cần nhập mục này."
        self._complain(field.key, sentence)
        return not sentence

    def _is_hidden(self, key: str) -> bool:
        block = self._controls[key].parentWidget()
        return block is not None and block.isHidden()

    def _is_being_typed(self, key: str) -> bool:
        control, focused = self._controls[key], QApplication.focusWidget()
        inside = focused is not None and (focused is control or control.isAncestorOf(focused))
        return inside and key in self._shown and self.editor(key).value() != self._shown[key]

    def _complain(self, key: str, sentence: str) -> None:
        note, control = self._wrong[key], self._controls[key]
        note.setText(sentence)
        note.setVisible(bool(sentence))
        if bool(control.property("wrong")) != bool(sentence):
            control.setProperty("wrong", bool(sentence))
            restyle(control)


def _rows(fields: Iterable[Field]) -> list[tuple[Field, ...]]:
    rows: list[tuple[Field, ...]] = []
    for field in fields:
        if field.half and rows and len(rows[-1]) == 1 and rows[-1][0].half:
            rows[-1] = (rows[-1][0], field)
        else:
            rows.append((field,))
    return rows
