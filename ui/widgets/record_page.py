"""A register of simple records, made from one description: list, "Thêm …", fields that save themselves, "Xóa".

A feature gives a `Record`: its register, its store, its fields, and how a new value is made from them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from papi_desktop.domain.stores import Saved, Store
from papi_desktop.services.registers import Register
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.widgets.fields import Field
from ui.widgets.form import Form
from ui.widgets.questions import FormDialog
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, button, column, row


@dataclass(frozen=True)
class Record:
    """What a page of simple records needs to know."""

    register: Register[Any]
    store: Callable[[Work], Store[Any]]
    fields: tuple[Field, ...]
    make: Callable[[Mapping[str, Any]], Any]
    blank: Any
    """A value whose fields fill an empty form."""
    empty: str
    add: str
    """What its button and its dialog say; empty where records come from elsewhere, by the first action of `lead`."""
    remove: str
    put_new: Callable[[Work, Any], Saved[Any]] | None = None
    """Writes a new value where that takes more than its store."""
    lead: tuple[Action, ...] = field(default_factory=tuple)


class RecordPage(RegisterPage):
    """The list of the records, with the fields of the chosen one beside it."""

    def __init__(self, desk: Desk, record: Record) -> None:
        add = Action(f"{record.add}…", lambda: self._add(record), "add", f"{record.register.name}.add")
        first = add if record.add else next(iter(record.lead), None)
        offers = Offers(record.empty, empty_action=first, add=add if record.add else None, more=record.lead)
        super().__init__(desk, record.register, offers, partial(RecordDetail, desk, record))
        layout = self.layout()
        if layout:
            layout.setContentsMargins(0, 0, 0, 0)  # it stands inside a page that has margins already

    def _add(self, record: Record) -> None:

        def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
            def after(saved: Saved[Any]) -> None:
                done()
                self.desk.note("Đã ghi.")
                self.select(saved.after.id)

            if record.put_new:
                self.desk.operations.write(lambda work: _put(record, work, values), after, failed)
            else:
                self.desk.operations.save(record.store, lambda _work: record.make(values), after, failed)

        blank = self._with_next_number(record.blank)
        FormDialog(self, record.add, record.register.name, record.fields, blank, save).open()

    def _with_next_number(self, blank: Any) -> Any:
        """Return the empty value, in the next place of the list where its records have places."""
        if not hasattr(blank, "ordinal"):
            return blank
        return replace(blank, ordinal=max((each.ordinal for each in self.table.lines.lines), default=0) + 1)


class RecordDetail(Detail):
    """The fields of one record; each saves itself, Ctrl+Z takes it back."""

    def __init__(self, desk: Desk, record: Record) -> None:
        super().__init__()
        self._desk, self._record, self._id = desk, record, 0
        self.form = Form(record.register.name, record.fields)
        self.form.edited.connect(self._save)
        remove = button(Action(record.remove, self._remove, "remove", f"{record.register.name}.remove"), "quiet")
        self.setLayout(column(self.form, row(remove, 1), 1, gap=4, margin=4))

    def heading(self, line: Any) -> str:
        """Return the record's name."""
        return str(line.name)

    def show_line(self, line: Any) -> None:
        """Read the record that the line stands for."""
        if self._id and self._id != line.id:
            self.form.commit()
        self._id = line.id
        self._desk.operations.read(lambda work: self._record.store(work).get(line.id), self._show)

    def _show(self, value: Any) -> None:
        if value.id == self._id:
            self.form.show_value(value)

    def _save(self, key: str, value: Any) -> None:
        id, store = self._id, self._record.store
        self._desk.operations.save(
            store,
            lambda work: replace(store(work).get(id), **{key: value}),
            lambda _saved: self.form.note_saved(key),
            partial(self.form.note_wrong, key),
        )

    def _remove(self) -> None:
        id, self._id = self._id, 0
        self._desk.operations.remove(
            self._record.store, id, lambda value: self._desk.note(f"Đã xóa “{value.name}”. Bấm Hoàn tác để lấy lại.")
        )


def _put(record: Record, work: Work, values: Mapping[str, Any]) -> Saved[Any]:
    value = record.make(values)
    return record.put_new(work, value) if record.put_new else record.store(work).put(value)
