"""One household beside the list: each field saves itself, and its identity number is shown only when asked for."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from papi_desktop.domain.households import Household
from papi_desktop.services.household_list import HouseholdLine, revealed_identity
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.households.fields import IDENTITY, NO_VILLAGE, PERSONAL, PUBLIC, typed
from ui.widgets.form import Form
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, button, column, label, row

_TWICE = "Có hộ khác cùng họ tên: bản niêm yết ghi thêm năm sinh để phân biệt."


class HouseholdDetail(Detail):
    """The upper fields are also on the wall; the lower ones stay in the office."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._id = desk, 0
        self.public, self.personal = Form("households", PUBLIC), Form("households", PERSONAL)
        self.identity = Form("households", (IDENTITY,))
        self.masked = label("", "strong", selectable=True)
        self.reveal = button(Action("Hiện số định danh", self.show_identity, "eye", "households.reveal"), "quiet")
        self._twice = label(_TWICE, "note")
        self._hidden = QWidget()
        words = label("Số định danh", "note", wrap=False)
        self._hidden.setLayout(row(words, self.masked, self.reveal, 1))
        for form in (self.public, self.personal, self.identity):
            form.edited.connect(partial(self._save, form))
        remove = button(Action("Bỏ hộ này khỏi danh sách", self._remove, "remove", "households.remove"), "quiet")
        self.setLayout(
            column(
                self.public,
                self._twice,
                label("Chỉ lưu tại cơ quan, không niêm yết", "section"),
                self._hidden,
                self.identity,
                self.personal,
                row(remove, 1),
                1,
                gap=3,
                margin=4,
            )
        )

    def heading(self, line: HouseholdLine) -> str:
        """Return the name of the head of the household."""
        return line.head

    def show_line(self, line: HouseholdLine) -> None:
        """Read the household that the line stands for; another one is masked again."""
        if line.id != self._id:
            for form in (self.public, self.personal, self.identity):
                form.commit()
            self._id = line.id
            self._mask()
        self.masked.setText(line.identity or "chưa ghi")
        self._twice.setVisible(line.is_homonym)
        self._desk.operations.read(partial(_read, line.id), self._show)

    def show_identity(self) -> None:
        """Show the whole number of this one household, where it can be corrected too."""
        id = self._id
        self._desk.operations.read(
            lambda work: (id, revealed_identity(work, id)), lambda found: self._show_identity(*found)
        )

    def _show_identity(self, id: int, number: str) -> None:
        if id == self._id:
            self.identity.show_value({"identity": number})
            self.identity.show()
            self._hidden.hide()

    def _mask(self) -> None:
        self.identity.show_value({"identity": ""})
        self.identity.hide()
        self._hidden.show()

    def _show(self, found: tuple[Household, tuple[tuple[int, str], ...]]) -> None:
        household, villages = found
        if household.id == self._id:
            self.public.set_choices("village_id", villages)
            self.public.show_value(household)
            fields = {field.key: getattr(household, field.key) for field in PERSONAL}
            self.personal.show_value(fields | {"birth_year": str(household.birth_year or "")})

    def _save(self, form: Form, key: str, value: Any) -> None:
        id, today = self._id, self._desk.today
        self._desk.operations.save(
            lambda work: work.households,
            lambda work: replace(work.households.get(id), **{key: typed(key, value, today)}),
            lambda _saved: form.note_saved(key),
            partial(form.note_wrong, key),
        )

    def _remove(self) -> None:
        self._desk.operations.remove(
            lambda work: work.households, self._id, lambda _gone: self._desk.note("Đã bỏ hộ khỏi danh sách.")
        )


def _read(id: int, work: Work) -> tuple[Household, tuple[tuple[int, str], ...]]:
    return replace(work.households.get(id), identity=""), village_choices(work)


def village_choices(work: Work) -> tuple[tuple[int, str], ...]:
    """Return the villages to choose from."""
    return (NO_VILLAGE, *((each.id, each.name) for each in work.villages.all()))
