"""A list from Excel or the clipboard, checked row by row before anything is written: `ImportDialog`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from papi_desktop.domain.household_reading import ENTRY_FIELDS, HouseholdSheet
from papi_desktop.domain.text import thousands
from papi_desktop.services.household_entry import Cells, Entered, EntryRow, HouseholdDraft
from papi_desktop.services.household_import import ImportRow, Outcome, Verdict, save
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.households.detail import village_choices
from ui.households.entry_model import FIXED, EntryModel
from ui.households.fields import STANDINGS
from ui.operations import IsCancelled, Progress
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.cells import ChipDelegate
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.grid_view import GridView
from ui.widgets.reading_order import Dialog
from ui.widgets.room import is_low
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, box, button, column, label, row

FILES: Final = "Tệp Excel, Word (*.xlsx *.xls *.docx *.doc);;Mọi tệp (*)"
LEFT_OUT, TAKEN = "Không ghi", "Vẫn ghi"
_HINT: Final = "Gõ tiếp vào dòng trống, hoặc dán các ô chép từ Excel."
_SPARE: Final = 30
"""Empty rows below the last one, to type on."""
_MEASURED: Final = 60
_ALL, _DOUBTFUL, _NEW = "all", "doubtful", "new"
_FILTERS: Final = {_ALL: "Tất cả", _DOUBTFUL: "Cần xem lại", _NEW: "Sẽ ghi"}
_YEAR: Final = (Field("year", "Danh sách của năm", FieldKind.CHOICE),)
_CHOICES: Final = (
    Field("village_id", "Thôn, tổ dân phố", FieldKind.CHOICE, half=True),
    Field("standing", "Phân loại", FieldKind.CHOICE, half=True),
)
_UNCHOSEN: Final = (0, "Chọn thôn…")


@dataclass(frozen=True)
class Checked:
    """What was read or typed, compared with the list of a year, and the villages to choose from."""

    entered: Entered
    villages: tuple[tuple[int, str], ...]


class ImportDialog(Dialog):
    """A sheet to look over, correct and go on with; `saved(year)` after its rows were written, not before."""

    saved = Signal(int)

    def __init__(self, parent: QWidget, desk: Desk, sheet: HouseholdSheet, year: int, source: str) -> None:
        super().__init__(parent)
        self._desk, self._remarks, self._year = desk, sheet.remarks, year
        self._draft = HouseholdDraft(sheet, year)
        self._entered: Entered | None = None
        self._left_out: set[int] = set()
        self._taken: set[int] = set()
        self._names: dict[int, str] = {}
        self._wanted, self._chosen = _ALL, -1
        self.setObjectName("households.import.dialog")
        self.setWindowTitle("Nạp danh sách hộ")
        self.message = MessagePanel(self)
        self.year = Form("households.import", _YEAR)
        years = range(desk.today.year + 1, desk.today.year - 6, -1)
        self.year.set_choices("year", [(each, str(each)) for each in sorted({*years, year}, reverse=True)])
        self.year.show_value({"year": year})
        self.model = EntryModel(self)
        self.table = _grid(self.model)
        self.choices = Form("households.import", _CHOICES)
        self.choices.set_choices("standing", [("", "Chọn phân loại…"), *STANDINGS])
        self._filters: dict[str, QPushButton] = {}
        self._lay_out(source)
        self.year.edited.connect(self._choose_year)
        self.choices.edited.connect(self._correct)
        self.model.typed.connect(self.type)
        self.table.entered.connect(self.model.take)
        self.table.selectionModel().currentChanged.connect(lambda *_indexes: self._show_row())
        self._read(lambda _draft: None)

    @property
    def rows(self) -> tuple[EntryRow, ...]:
        """Return the rows of the sheet as they were compared."""
        return self._entered.rows if self._entered else ()

    def words(self) -> dict[int, str]:
        """Return what becomes of each row that is not empty, by its position."""
        return {place: self._word(place, each.row) for place, each in enumerate(self.rows) if each.row}

    def type(self, cells: Cells) -> None:
        """Take what was typed or pasted into cells."""
        self._read(lambda draft: draft.type(cells))

    def write(self) -> None:
        """Write the rows that are new and not left out, and those that were taken by hand."""
        if self._entered is None:
            return
        comparison, positions = self._entered.comparison, self._entered.comparison_positions()
        chosen = frozenset(positions[place] for place in self._to_write())
        self.save.setEnabled(False)
        backups = self._desk.folder.backups
        self._desk.operations.take_over(backups, lambda work: save(work, comparison, chosen), self._finish, self._fail)

    def leave_out(self) -> None:
        """Leave the selected row out or take it in, whichever it is not."""
        row = self._chosen_row()
        if row:
            marks = self._taken if row.may_be_taken else self._left_out
            marks ^= {self._chosen}
            self._show_rows()

    def _read(self, change: Callable[[HouseholdDraft], None]) -> None:
        """Change the draft and compare it, on the thread that it belongs to; changes come one after the other."""
        draft = self._draft

        def action(work: Work) -> Checked:
            change(draft)
            return Checked(draft.compare(work), village_choices(work))

        self._desk.operations.read(action, self._show, self._fail)

    def _finish(self, outcome: Outcome) -> None:
        self.accept()
        self._desk.note(outcome.sentence)
        self.saved.emit(self._year)

    def _fail(self, sentence: str) -> None:
        self.save.setEnabled(True)
        self.message.say(sentence)

    def _choose_year(self, _key: str, year: Any) -> None:
        self._year = int(year)
        self._read(partial(_set_year, self._year))

    def _show(self, found: Checked) -> None:
        if found.entered.comparison.year == self._year:
            is_first, self._entered, self._names = self._entered is None, found.entered, dict(found.villages)
            self.choices.set_choices("village_id", [_UNCHOSEN, *found.villages[1:]])
            self._show_rows()
            if is_first:
                self.table.resizeColumnsToContents()
                self.table.setCurrentIndex(self.model.index(0, FIXED))
                self.table.setFocus()

    def _correct(self, key: str, value: Any) -> None:
        if self._chosen >= 0 and value:
            field, text = ("village", self._names[int(value)]) if key == "village_id" else ("standing", str(value))
            self.type({(self._chosen, ENTRY_FIELDS.index(field)): text})

    def _want(self, name: str) -> None:
        self._wanted = name
        self._show_rows()

    def _to_write(self) -> list[int]:
        return [place for place, each in enumerate(self.rows) if each.row and self._is_written(place, each.row)]

    def _is_written(self, place: int, row: ImportRow) -> bool:
        if row.may_be_taken:
            return place in self._taken
        return row.verdict is Verdict.NEW and place not in self._left_out

    def _word(self, place: int, row: ImportRow) -> str:
        if row.may_be_taken and place in self._taken:
            return TAKEN
        is_left_out = row.verdict is Verdict.NEW and place in self._left_out
        return LEFT_OUT if is_left_out else row.verdict.value

    def _show_rows(self) -> None:
        rows, writing = self.rows, self._to_write()
        doubtful = [place for place, each in enumerate(rows) if each.row and each.row.doubts]
        wanted = {_ALL: range(len(rows)), _DOUBTFUL: doubtful, _NEW: writing}
        for name, choice in self._filters.items():
            choice.setText(f"{_FILTERS[name]} ({len(wanted[name])})")
        self.model.show(rows, tuple(wanted[self._wanted]), self.words(), _SPARE if self._wanted == _ALL else 0)
        self._counts.setText(_sentence(sum(each.row is not None for each in rows), len(writing)))
        self.save.setText(f"Ghi {thousands(len(writing))} hộ")
        self.save.setEnabled(bool(writing))
        self._show_row()

    def _chosen_row(self) -> ImportRow | None:
        return self.rows[self._chosen].row if 0 <= self._chosen < len(self.rows) else None

    def _show_row(self) -> None:
        here = self.table.currentIndex()
        self._chosen = self.model.place(here.row()) if here.isValid() else -1
        row = self._chosen_row()
        self._row_box.setEnabled(row is not None)
        who = f"{row.proposal.place}: {row.proposal.head}".strip(": ") if row else _HINT
        self._who.setText(who[:1].upper() + who[1:])
        self._why.setText("\n".join(doubt.sentence for doubt in row.doubts) if row else "")
        self._leave.setVisible(bool(row and (row.may_be_taken or row.verdict is Verdict.NEW)))
        if row:
            self._leave.setText("Không ghi dòng này" if self._is_written(self._chosen, row) else "Vẫn ghi dòng này")
            self.choices.show_value({"village_id": row.village_id, "standing": row.proposal.standing or ""})

    def _lay_out(self, source: str) -> None:
        self.fit(1320, 700)
        self.save = button(Action("Ghi", self.write, "tick", "households.import.save"), "main")
        remarks = label("\n".join(self._remarks), selectable=True)
        remark_box = box(row(remarks, margin=3), "hint")
        remark_box.setVisible(bool(self._remarks))
        layout = QVBoxLayout(self)
        layout.addLayout(self._head(source))
        for widget in (self.message, remark_box, self.table, self._one_row()):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        leave = button(Action("Bỏ, không nạp", self.reject, name="households.import.leave"))
        layout.addLayout(row(label("Chưa có gì được ghi.", "note", wrap=False), 1, leave, self.save))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the room of the margins where the window is low."""
        super().resizeEvent(event)
        low, layout = is_low(self), self.layout()
        self._reading.setFixedHeight((2 if low else 3) * QFontMetrics(theme.font()).lineSpacing() + SPACE)
        if layout:
            layout.setContentsMargins(*((4 if low else 6) * SPACE,) * 4)
            layout.setSpacing((2 if low else 3) * SPACE)

    def _head(self, source: str) -> QHBoxLayout:
        self._counts = label("", "strong")
        self.year.setFixedWidth(theme.pixels(150))
        heading = row(label("Nạp danh sách hộ", "title", wrap=False), label(source, "note"), gap=3)
        heading.setStretch(1, 1)
        filters = column(1, row(*self._filter_buttons(), gap=1))
        head = row(column(heading, self._counts, gap=1), filters, self.year, gap=3)
        head.setStretch(0, 1)
        return head

    def _one_row(self) -> QFrame:
        """Return what is said of the row in hand and can be done with it; as high for every row."""
        self._who, self._why = label("", "strong"), label("", selectable=True)
        self._leave = button(Action("Không ghi dòng này", self.leave_out, "remove", "households.import.leave_out"))
        policy = self._leave.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._leave.setSizePolicy(policy)
        sentences = QWidget()
        sentences.setLayout(column(self._why, 1, gap=0))
        self._reading = scrolled(sentences, reading="Điều cần xem lại ở dòng đang chọn")
        about = row(self._who, self._leave)
        about.setStretch(0, 1)
        self.choices.setFixedWidth(theme.pixels(340))
        inside = row(column(about, self._reading, gap=1), self.choices, gap=4, margin=3)
        inside.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        inside.setStretch(0, 1)
        self._row_box = box(inside, "card")
        return self._row_box

    def _filter_buttons(self) -> Sequence[QPushButton]:
        group = QButtonGroup(self)
        for name, words in _FILTERS.items():
            choice = button(Action(words, partial(self._want, name), name=f"households.import.filter.{name}"), "choice")
            choice.setCheckable(True)
            choice.setChecked(name == _ALL)
            group.addButton(choice)
            self._filters[name] = choice
        return list(self._filters.values())


def read_file(desk: Desk, path: Path, year: int, then: Any, failed: Any) -> None:
    """Read a file in the background; `then(sheet)` or `failed(sentence)`."""

    def action(_progress: Progress, is_cancelled: IsCancelled) -> HouseholdSheet:
        from papi_desktop.importers.household_file import read_households

        return read_households(path, year, is_cancelled)

    desk.operations.run(f"Đang đọc tệp “{path.name}”", action, then, failed)


def read_paste(desk: Desk, text: str, year: int, then: Any, failed: Any) -> None:
    """Read rows that were copied in Excel."""

    def action() -> HouseholdSheet:
        from papi_desktop.importers.household_file import read_pasted

        return read_pasted(text, year)

    desk.operations.compute(action, then, failed)


def _grid(model: EntryModel) -> GridView:
    table = GridView(model)
    table.setObjectName("households.import.table")
    table.setAccessibleName("Các hộ đọc được, sửa được trong từng ô")
    table.setStyleSheet("QTableView::item { padding: 0 4px; } QHeaderView::section { padding: 6px 7px; }")
    table.horizontalHeader().setResizeContentsPrecision(_MEASURED)
    table.horizontalHeader().setStretchLastSection(True)
    table.setItemDelegateForColumn(FIXED - 1, ChipDelegate(table))
    return table


def _set_year(year: int, draft: HouseholdDraft) -> None:
    draft.year = year


def _sentence(total: int, writing: int) -> str:
    passed = total - writing
    words = f"Đọc được {thousands(total)} dòng, sẽ ghi {thousands(writing)} hộ"
    return f"{words}; {thousands(passed)} dòng không ghi." if passed else f"{words}."
