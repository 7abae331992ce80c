"""The yearly review as a checklist, and the decision that recognises its result."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from papi_desktop.domain.calendar import written
from papi_desktop.domain.households import HouseholdList
from papi_desktop.services.household_list import list_for
from papi_desktop.services.household_review import Review, Step, checklist_text, keep_checklist, with_step
from ui.desk import Desk
from ui.theme import SPACE, theme
from ui.widgets.cards import Card, drop_all
from ui.widgets.chips import StatusChip
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.questions import FormDialog
from ui.widgets.scroll import ScrollPane
from ui.widgets.texts import Action, button, column, label, row, rule

_DECISION: Final = (
    Field("decision_number", "Số quyết định công nhận", hint="45/QĐ-UBND", half=True),
    Field("decided_on", "Ngày quyết định", FieldKind.DATE, half=True),
    Field("note", "Ghi chú", FieldKind.LONG, lines=2),
)
_STEPS: Final = (
    Field(
        "text",
        "Mỗi dòng một bước: tên bước | từ ngày | đến ngày. Xóa hết để lấy lại các bước gốc.",
        FieldKind.LONG,
        lines=10,
    ),
)
_HOW: Final = "Ghi ngày làm xong từng bước; để trống bước chưa làm."
_UNSURE: Final = "Chưa kiểm chứng: hãy đối chiếu văn bản."


class ReviewView(ScrollPane):
    """Each step has the days it belongs to and the day on which it was done."""

    def __init__(self, desk: Desk) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._desk, self._record = desk, HouseholdList(0)
        self.setObjectName("households.review")
        self.decision = Form("households.list", _DECISION)
        self.decision.edited.connect(self._save_decision)
        self._heading, self._of_review, self._monthly = label("", "section"), label("", "section"), label("", "note")
        self._steps = Card()
        edit = button(Action("Sửa các bước…", self.edit_steps, "list", "households.steps.edit"))
        head = row(self._of_review, edit)
        head.setStretch(0, 1)
        self._head = QWidget()
        self._head.setLayout(column(head, label(_HOW, "note"), self._monthly, gap=1))
        self._steps.inside.addWidget(self._head)
        card = Card()
        card.inside.addWidget(self._heading)
        card.inside.addWidget(self.decision)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(card)
        layout.addWidget(self._steps)
        layout.addStretch(1)
        self.forms: dict[str, Form] = {}
        self._chips: dict[str, StatusChip] = {}
        self._made: tuple[int, list[str]] = (0, [])

    def show_year(self, found: Review) -> None:
        """Show the decision on the list of a year, and the review in that year, which makes the next list."""
        record, names = found.record, [each.name for each in found.steps]
        self._record = record
        self._heading.setText(f"Quyết định công nhận danh sách năm {record.year}")
        self._of_review.setText(f"Rà soát cuối năm {record.year} (cho danh sách năm {record.year + 1})")
        self._monthly.setText(found.monthly)
        self.decision.show_value(record)
        if (record.year, names) != self._made:
            self._made = (record.year, names)
            self._make_steps(found.steps)
        for step in found.steps:
            self.forms[step.key].show_value({"done_on": step.done_on})
            self._chips[step.key].show_word(_state(step, self._desk))

    def edit_steps(self) -> None:
        """Ask for the commune's own steps."""
        year = self._record.year
        self._desk.operations.read(lambda work: checklist_text(work, year), self._open_steps)

    def _open_steps(self, text: str) -> None:
        year, operations = self._record.year, self._desk.operations

        def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
            operations.write(lambda work: keep_checklist(work, year, values["text"]), lambda _kept: done(), failed)

        FormDialog(self, "Các bước rà soát hằng năm", "households.steps", _STEPS, {"text": text}, save).open()

    def _make_steps(self, steps: Sequence[Step]) -> None:
        drop_all(self._steps.inside, keep=1)
        self.forms, self._chips = {}, {}
        for number, step in enumerate(steps, start=1):
            if number > 1:
                self._steps.inside.addWidget(rule())
            self._steps.inside.addLayout(self._step(number, step))

    def _step(self, number: int, step: Step) -> QHBoxLayout:
        form = Form(f"households.step.{step.key}", (Field("done_on", "Ngày làm xong", FieldKind.DATE),))
        form.edited.connect(partial(self._save_step, step.key))
        form.setFixedWidth(theme.pixels(180))
        self.forms[step.key], self._chips[step.key] = form, StatusChip()
        days = f"Từ ngày {written(step.first)} đến ngày {written(step.last)}. {step.basis}".strip()
        notes = [label(days, "note"), *([] if step.is_verified else [label(_UNSURE, "unsure")])]
        name = row(label(f"{number}. {step.name}", "strong"), self._chips[step.key], gap=4)
        name.setStretch(0, 1)
        words = column(name, *notes, 1, gap=1)
        line = row(words, form, gap=4)
        line.setStretch(0, 1)
        return line

    def _save_step(self, key: str, _field: str, day: Any) -> None:
        year, form = self._record.year, self.forms[key]
        self._desk.operations.save(
            lambda work: work.household_lists,
            lambda work: with_step(list_for(work, year), key, day),
            lambda _saved: form.note_saved("done_on"),
            partial(form.note_wrong, "done_on"),
        )

    def _save_decision(self, key: str, value: Any) -> None:
        year = self._record.year
        self._desk.operations.save(
            lambda work: work.household_lists,
            lambda work: _changed(list_for(work, year), key, value),
            lambda _saved: self.decision.note_saved(key),
            partial(self.decision.note_wrong, key),
        )


def _changed(record: HouseholdList, key: str, value: Any) -> HouseholdList:
    return replace(record, **{key: value})


def _state(step: Step, desk: Desk) -> str:
    if step.done_on:
        return "Xong"
    if step.is_late(desk.today):
        return "Quá hạn"
    return "Đang thực hiện" if step.first <= desk.today else "Chưa đến ngày"
