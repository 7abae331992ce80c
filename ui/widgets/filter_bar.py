"""The filters above a list: one of them as buttons, the others as choices, and a way to clear them all."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from papi_desktop.services.registers import Filter
from ui.theme import SPACE
from ui.widgets.editors import ChoiceEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.texts import Action, button, row

Choices = Sequence[tuple[str, str]]


class FilterBar(QWidget):
    """`changed` comes whenever another choice is made; the filter shown as buttons is the widget `quick`."""

    changed = Signal()

    def __init__(
        self, page: str, filters: Sequence[Filter], as_buttons: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page, self._filters = page, tuple(filters)
        self._choices: dict[str, ChoiceEdit] = {}
        self._left_out: frozenset[str] = frozenset()
        self._buttons: dict[str, dict[str, QPushButton]] = {}
        self.quick: QWidget | None = None
        layout = FlowLayout(2 * SPACE)
        for each in self._filters:
            if each.key == as_buttons:
                self.quick = self._button_row(each)
            else:
                layout.addWidget(self._choice(each))
        self._clear = button(Action("Bỏ lọc", self.clear, name=f"{page}.filter.clear"), "quiet")
        self._clear.hide()
        layout.addWidget(self._clear)
        self.setLayout(layout)

    @property
    def has_choices(self) -> bool:
        """Tell whether there is anything beside the buttons."""
        return bool(self._choices)

    @property
    def beside(self) -> int:
        """Return how many choices beside the buttons are set."""
        return sum(bool(choice.value()) for choice in self._choices.values())

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Return the filters that are set."""
        values = [(each.key, self._value(each.key)) for each in self._filters]
        return tuple((key, value) for key, value in values if value)

    def choose(self, values: Mapping[str, str]) -> None:
        """Set exactly these filters, without a signal."""
        for each in self._filters:
            self._show(each.key, values.get(each.key, ""))
        self._show_clear()

    def clear(self) -> None:
        """Set no filter."""
        self.choose({})
        self.changed.emit()

    def offer(self, key: str, choices: Choices) -> None:
        """Offer the choices that are data; a filter without any choice is not seen."""
        each = next(found for found in self._filters if found.key == key)
        if key in self._choices:
            self._choices[key].set_choices([("", each.label), *each.choices, *choices])
            self._show_choice(key)

    def leave_out(self, keys: Collection[str]) -> None:
        """Hide exactly these filters, where they have no effect; what was chosen stays."""
        self._left_out = frozenset(keys)
        for key in self._choices:
            self._show_choice(key)

    def _show_choice(self, key: str) -> None:
        self._choices[key].setVisible(self._choices[key].count() > 1 and key not in self._left_out)

    def _choice(self, each: Filter) -> ChoiceEdit:
        control = ChoiceEdit([("", each.label), *each.choices], self)
        control.setObjectName(f"{self._page}.filter.{each.key}")
        control.setAccessibleName(each.label)
        control.setMinimumContentsLength(
            min(max(len(words) for words in (each.label, *dict(each.choices).values())), 18)
        )
        control.show_value("")
        control.committed.connect(self._tell)
        self._choices[each.key] = control
        return control

    def _button_row(self, each: Filter) -> QWidget:
        group, buttons = QButtonGroup(self), {}
        for value, words in [("", each.label), *each.choices]:
            choice = button(
                Action(words, self._tell, name=f"{self._page}.filter.{each.key}.{value or 'all'}"), "choice"
            )
            choice.setCheckable(True)
            choice.setChecked(not value)
            group.addButton(choice)
            buttons[value] = choice
        self._buttons[each.key] = buttons
        holder = QWidget()
        holder.setLayout(row(*buttons.values(), gap=1))
        return holder

    def _value(self, key: str) -> str:
        if key in self._choices:
            return str(self._choices[key].value() or "")
        return next(value for value, choice in self._buttons[key].items() if choice.isChecked())

    def _show(self, key: str, value: str) -> None:
        if key in self._choices:
            self._choices[key].show_value(value)
        elif value in self._buttons[key]:
            self._buttons[key][value].setChecked(True)

    def _tell(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self._clear.setVisible(bool(self.chosen()))
