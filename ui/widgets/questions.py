"""Questions answered by their own buttons, and a dialog whose form is saved whole: `ask`, `tell`, `FormDialog`."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.fields import Field
from ui.widgets.form import Form
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, label, row

Done = Callable[[], None]
Failed = Callable[[str], None]


def ask(parent: QWidget, question: str, yes: str, no: str, more: str = "") -> bool:
    """Ask a question that is answered by its two buttons, and tell whether the first was chosen; Esc is the second."""
    window = _window(parent, question, more)
    first = window.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    second = window.addButton(no, QMessageBox.ButtonRole.RejectRole)
    window.setDefaultButton(second)
    window.setEscapeButton(second)
    window.exec()
    return window.clickedButton() is first


def tell(parent: QWidget, sentence: str, more: str = "") -> None:
    """Show a sentence with one button that puts it away."""
    window = _window(parent, sentence, more)
    window.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
    window.exec()


def _window(parent: QWidget, sentence: str, more: str) -> QMessageBox:
    window = QMessageBox(QMessageBox.Icon.NoIcon, "", sentence, parent=parent)
    window.setInformativeText(more)
    window.setTextFormat(Qt.TextFormat.PlainText)
    layout = window.layout()
    if layout:
        layout.setContentsMargins(*(6 * SPACE,) * 4)
    return window


class FormDialog(Dialog):
    """A form that is saved whole by "Ghi" or Ctrl+S; `save(values, done, failed)` saves and calls one of the two.

    `more` stands under the form. What `warning` says of the values is shown as soon as it is true; "Ghi" then saves
    once it was shown.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        page: str,
        fields: Sequence[Field],
        value: object,
        save: Callable[[dict[str, Any], Done, Failed], object],
        hint: str = "",
        save_words: str = "Ghi",
        more: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName(f"{page}.dialog")
        self._save = save
        self.form = Form(page, fields, self)
        self.form.show_value(value)
        self._warned = ""
        self.form.edited.connect(lambda _key, _value: self.warn())
        self.message = MessagePanel(self)
        self._lay_out(title, hint, save_words, page, more)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.submit)

    def submit(self) -> None:
        """Save when everything is good; the dialog closes only after the data is committed."""
        self.form.commit()
        known = self._warned
        if self.form.check() and self.warn() in ("", known):
            self._save(self.form.values(), self.accept, self.message.say)

    def warning(self, _values: dict[str, Any]) -> str:
        """Return a sentence on what is unusual in the values; a dialog that knows of something overrides this."""
        return ""

    def warn(self) -> str:
        """Show what is unusual in the values, and return it."""
        sentence = self.warning(self.form.values())
        if sentence and sentence != self._warned:
            self.message.say(sentence, "warning")
        elif self._warned and not sentence:
            self.message.close_message()
        self._warned = sentence
        return sentence

    def is_changed(self) -> bool:
        """Tell whether anything would be lost."""
        return self.form.is_changed()

    def reject(self) -> None:
        """Ask before changes are lost."""
        if not self.is_changed() or ask(self, "Bỏ những gì vừa nhập?", "Bỏ", "Ở lại"):
            super().reject()

    def _lay_out(self, title: str, hint: str, save_words: str, page: str, more: QWidget | None) -> None:
        inside = QWidget()
        holder = QVBoxLayout(inside)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(4 * SPACE)
        holder.addWidget(self.form)
        if more:
            holder.addWidget(more)
        holder.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(label(title, "title"))
        if hint:
            layout.addWidget(label(hint, "note"))
        layout.addWidget(self.message)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(self._buttons(save_words, page))
        wanted = inside.sizeHint().height() + theme.pixels(230)
        room = self.screen().availableGeometry().height() - 12 * SPACE
        self.resize(theme.pixels(620), min(wanted, theme.pixels(720), room))

    def _buttons(self, save_words: str, page: str) -> QHBoxLayout:
        leave = button(Action("Bỏ", self.reject, name=f"{page}.form.leave"))
        save = button(Action(save_words, self.submit, name=f"{page}.form.save"), "main")
        return row(1, leave, save, gap=2)
