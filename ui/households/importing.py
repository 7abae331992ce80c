"""A list from Excel or the clipboard, checked row by row before anything is written: `ImportDialog`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from papi_desktop.domain.household_reading import HouseholdSheet
from papi_desktop.domain.households import HouseholdClass, masked
from papi_desktop.domain.text import thousands
from papi_desktop.services.household_import import (
    HouseholdComparison,
    ImportRow,
    Outcome,
    Verdict,
    compare,
    save,
    with_standing,
    with_village,
)
from papi_desktop.services.registers import ColumnKind, RegisterColumn
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.households.detail import village_choices
from ui.households.fields import STANDINGS
from ui.operations import IsCancelled, Progress
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.reading_order import Dialog
from ui.widgets.table_model import TableModel
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import Action, box, button, column, label, row

FILES: Final = "Tệp Excel, Word (*.xlsx *.xls *.docx *.doc);;Mọi tệp (*)"
LEFT_OUT: Final = "Không ghi"
_COLUMNS: Final = (
    RegisterColumn("place", "Dòng", width=9),
    RegisterColumn("head", "Họ và tên chủ hộ", width=18),
    RegisterColumn("village", "Thôn, tổ dân phố", width=14),
    RegisterColumn("standing", "Phân loại", width=14),
    RegisterColumn("persons", "Số khẩu", ColumnKind.NUMBER, 6),
    RegisterColumn("verdict", "Sẽ ghi thế nào", ColumnKind.STATE, 10),
    RegisterColumn("doubts", "Cần xem lại", ColumnKind.LONG, 30),
    RegisterColumn("identity", "Số định danh", width=12),
)
_ALL, _DOUBTFUL, _NEW = "all", "doubtful", "new"
_FILTERS: Final = {_ALL: "Tất cả", _DOUBTFUL: "Cần xem lại", _NEW: "Sẽ ghi"}
_YEAR: Final = (Field("year", "Danh sách của năm", FieldKind.CHOICE),)
_CHOICES: Final = (
    Field("village_id", "Thôn, tổ dân phố", FieldKind.CHOICE, half=True),
    Field("standing", "Phân loại", FieldKind.CHOICE, half=True),
)
_UNCHOSEN: Final = (0, "Chọn thôn…")


@dataclass(frozen=True)
class RowLine:
    """One row of the file as the preview shows it."""

    id: int
    place: str
    head: str
    village: str
    standing: str
    persons: int | None
    verdict: str
    doubts: str
    identity: str


@dataclass(frozen=True)
class Checked:
    """What was read, compared with the list of a year, and the villages to choose from."""

    comparison: HouseholdComparison
    villages: tuple[tuple[int, str], ...]


class ImportDialog(Dialog):
    """`saved(year)` after the rows were written; until then nothing is."""

    saved = Signal(int)

    def __init__(self, parent: QWidget, desk: Desk, sheet: HouseholdSheet, year: int, source: str) -> None:
        super().__init__(parent)
        self._desk, self._sheet, self._year = desk, sheet, year
        self._rows: tuple[ImportRow, ...] = ()
        self._left_out: set[int] = set()
        self._names: dict[int, str] = {}
        self._wanted, self._chosen = _ALL, -1
        self.setObjectName("households.import.dialog")
        self.setWindowTitle("Nạp danh sách hộ")
        self.message = MessagePanel(self)
        self.year = Form("households.import", _YEAR)
        years = range(desk.today.year + 1, desk.today.year - 6, -1)
        self.year.set_choices("year", [(each, str(each)) for each in sorted({*years, year}, reverse=True)])
        self.year.show_value({"year": year})
        self.table = RegisterTable(TableModel(_COLUMNS))
        self.table.setObjectName("households.import.table")
        self.table.setAccessibleName("Các hộ đọc được")
        self.choices = Form("households.import", _CHOICES)
        self.choices.set_choices("standing", [("", "Chọn phân loại…"), *STANDINGS])
        self._filters: dict[str, QPushButton] = {}
        self._lay_out(source)
        self.year.edited.connect(self._choose_year)
        self.choices.edited.connect(self._correct)
        self.table.chosen.connect(self._show_row)
        self._compare()

    def write(self) -> None:
        """Write the rows that are new and not left out."""
        comparison = HouseholdComparison(self._year, self._rows, self._sheet.remarks)
        chosen = self._to_write()
        self.save.setEnabled(False)
        backups = self._desk.folder.backups
        self._desk.operations.take_over(backups, lambda work: save(work, comparison, chosen), self._finish, self._fail)

    def leave_out(self) -> None:
        """Leave the selected row out, or take it in again."""
        if self._chosen >= 0:
            self._left_out ^= {self._chosen}
            self._show_rows()

    def _finish(self, outcome: Outcome) -> None:
        self.accept()
        self._desk.note(outcome.sentence)
        self.saved.emit(self._year)

    def _fail(self, sentence: str) -> None:
        self.save.setEnabled(True)
        self.message.say(sentence)

    def _choose_year(self, _key: str, year: Any) -> None:
        self._year = int(year)
        self._compare()

    def _compare(self) -> None:
        sheet, year = self._sheet, self._year
        self._desk.operations.read(lambda work: _checked(work, sheet, year), self._show, self._fail)

    def _show(self, found: Checked) -> None:
        if found.comparison.year == self._year:
            self._rows, self._names = found.comparison.rows, dict(found.villages)
            self.choices.set_choices("village_id", [_UNCHOSEN, *found.villages[1:]])
            self._show_rows()

    def _correct(self, key: str, value: Any) -> None:
        if self._chosen < 0 or not value:
            return
        old = self._rows[self._chosen]
        new = with_village(old, int(value)) if key == "village_id" else with_standing(old, HouseholdClass(value))
        self._rows = (*self._rows[: self._chosen], new, *self._rows[self._chosen + 1 :])
        self._show_rows()

    def _want(self, name: str) -> None:
        self._wanted = name
        self._show_rows()

    def _to_write(self) -> frozenset[int]:
        new = (place for place, each in enumerate(self._rows) if each.verdict is Verdict.NEW)
        return frozenset(new) - self._left_out

    def _show_rows(self) -> None:
        writing = self._to_write()
        doubtful = {place for place, each in enumerate(self._rows) if each.doubts}
        wanted = {_ALL: set(range(len(self._rows))), _DOUBTFUL: doubtful, _NEW: set(writing)}
        for name, choice in self._filters.items():
            choice.setText(f"{_FILTERS[name]} ({len(wanted[name])})")
        self.table.show_lines([self._line(place) for place in sorted(wanted[self._wanted])])
        self._counts.setText(_sentence(len(self._rows), len(writing)))
        self.save.setText(f"Ghi {thousands(len(writing))} hộ")
        self.save.setEnabled(bool(writing))
        self._show_row(self.table.current_line())

    def _show_row(self, line: RowLine | None) -> None:
        self._chosen = line.id - 1 if line else -1
        self._row_box.setVisible(line is not None)
        if line is None:
            return
        each = self._rows[self._chosen]
        self._who.setText(f"{each.proposal.place}: {each.proposal.head}".strip(": "))
        self._why.setText("\n".join(doubt.sentence for doubt in each.doubts))
        self._why.setVisible(bool(each.doubts))
        self._leave.setText("Ghi lại dòng này" if self._chosen in self._left_out else "Không ghi dòng này")
        self._leave.setVisible(each.verdict is Verdict.NEW)
        self.choices.show_value({"village_id": each.village_id, "standing": each.proposal.standing or ""})

    def _line(self, place: int) -> RowLine:
        each = self._rows[place]
        return RowLine(
            id=place + 1,
            place=each.proposal.place,
            head=each.proposal.head,
            village=self._names.get(each.village_id, "") if each.village_id else each.proposal.village,
            standing=each.proposal.standing.value if each.proposal.standing else "",
            persons=each.proposal.persons,
            verdict=LEFT_OUT if place in self._left_out else each.verdict.value,
            doubts=" ".join(doubt.sentence for doubt in each.doubts),
            identity=masked(each.proposal.identity),
        )

    def _lay_out(self, source: str) -> None:
        self.save = button(Action("Ghi", self.write, "tick", "households.import.save"), "main")
        self._counts = label("", "strong")
        remarks = label("\n".join(self._sheet.remarks), selectable=True)
        remark_box = box(row(remarks, margin=3), "hint")
        remark_box.setVisible(bool(self._sheet.remarks))
        self.year.setFixedWidth(theme.pixels(170))
        head = row(column(label("Nạp danh sách hộ", "title"), label(source, "note"), gap=1), self.year, gap=4)
        head.setStretch(0, 1)
        counted = row(self._counts, *self._filter_buttons())
        counted.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(3 * SPACE)
        for part in (head, counted):
            layout.addLayout(part)
        for widget in (self.message, remark_box, self.table, self._one_row()):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        leave = button(Action("Bỏ, không nạp", self.reject, name="households.import.leave"))
        layout.addLayout(row(label("Chưa có gì được ghi.", "note", wrap=False), 1, leave, self.save))
        room = self.screen().availableSize()
        self.resize(min(theme.pixels(1180), room.width() - 48), min(theme.pixels(700), room.height() - 64))

    def _one_row(self) -> QFrame:
        self._who, self._why = label("", "strong"), label("", selectable=True)
        self._leave = button(Action("Không ghi dòng này", self.leave_out, "remove", "households.import.leave_out"))
        words = column(self._who, self._why, row(self._leave, 1), gap=1)
        inside = row(words, self.choices, gap=6, margin=3)
        for place in (0, 1):
            inside.setStretch(place, 1)
        self._row_box = box(inside, "card")
        self._row_box.hide()
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


def _checked(work: Work, sheet: HouseholdSheet, year: int) -> Checked:
    return Checked(compare(work, sheet, year), village_choices(work))


def _sentence(total: int, writing: int) -> str:
    passed = total - writing
    words = f"Đọc được {thousands(total)} dòng, sẽ ghi {thousands(writing)} hộ"
    return f"{words}; {thousands(passed)} dòng không ghi." if passed else f"{words}."
