"""One printable paper in a window of its own: its real pages, how it is to be printed, the printer and the files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from papi_desktop.domain.errors import KnownError
from papi_desktop.services.notice_facts import PaperFacts, paper_facts
from papi_desktop.services.notice_templates import NoticeKind, known_placeholders
from papi_desktop.services.notices import PaperFile, PaperOptions, Subject, export, letters, preview
from papi_desktop.services.work import Work
from papi_desktop.settings import read_settings, write_settings
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.theme import theme
from ui.widgets.cards import Card, MessagePanel
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.pdf_preview import PdfPreview, Wanted
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row

_OF_PLACES: Final = (NoticeKind.POSTING_RECORD, NoticeKind.POSTING_END)
_NUMBER: Final = (
    Field("number", "Số văn bản", half=True),
    Field("dated", "Ngày văn bản", FieldKind.DATE, half=True),
)
_PLACE: Final = Field("place", "In cho nơi", FieldKind.CHOICE, ((0, "Tất cả, mỗi nơi một bản"),))
_FORMS: Final = Field("form", "Biểu in kèm", FieldKind.CHOICE, (("", "Cả bộ"),))
_SIDE: Final = 340
_FIELD_ROOM: Final = 248
"""How much text one line of a field at the left shows, in pixels at 100 %."""
_MOST_LINES: Final = 5
_SET_BY_PROGRAM: Final = ("xã", "UBND", "ỦY BAN NHÂN DÂN", "bảng", "BÊN THỨ HAI")
_NOTHING: Final[dict[str, Any]] = {"number": "", "dated": None, "place": 0, "form": ""}


@dataclass(frozen=True)
class _Read:
    """What the data says: the facts of the paper, the places to fill in, and where it may be printed for."""

    facts: PaperFacts
    names: tuple[str, ...]
    places: tuple[tuple[int, str], ...] = ()


class PrintDialog(Dialog):
    """What is shown is what is printed and saved; nothing here changes the data."""

    def __init__(self, parent: QWidget, desk: Desk, kind: NoticeKind, subject: Subject = 0) -> None:
        super().__init__(parent)
        self._desk, self._kind, self._subject = desk, kind, subject
        self._known: dict[str, str] = {}
        self._day: date | None = None
        self.setWindowTitle(kind.label)
        self.setObjectName("print.dialog")
        self.preview = PdfPreview(desk.operations, "print")
        self.open_number = _tick("print.open_number", "Để trống số, ngày cho văn thư")
        self.large = _tick("print.large", "Chữ lớn để dán tường (17 pt)")
        self.blank = _tick("print.blank", "Để trống mọi chỗ, ghi bằng tay")
        self.open_number.setChecked(True)
        for each in (self.open_number, self.large, self.blank):
            each.toggled.connect(lambda _on: self.show_pages())
        self.open_number.setVisible(kind not in _OF_PLACES)
        first = (_FORMS,) if kind is NoticeKind.BUDGET_DECISION else ()
        self.how = Form("print", (_PLACE,) if kind in _OF_PLACES else (*first, *_NUMBER))
        self.how.show_value(_NOTHING)
        self.how.edited.connect(lambda _key, _value: self.show_pages())
        self.places = Form("print.values", ())
        self.message = MessagePanel()
        self.remarks = label("", "unsure")
        self.remarks.hide()
        self._lay_out()
        self._show_number()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_it)
        desk.operations.read(self._read, self._begin, self._fail)

    def options(self) -> PaperOptions:
        """Return how the paper is to be printed."""
        how, typed = self.how.values(), self.places.values()
        is_blank, place = self.blank.isChecked(), how.get("place", 0)
        is_open = self.open_number.isChecked() or is_blank
        return PaperOptions(
            number="" if is_open else how.get("number", "").strip(),
            dated=None if is_open else how.get("dated"),
            blank=is_blank,
            large=self.large.isChecked(),
            place_ids=(place,) if place else (),
            forms=tuple(filter(None, [how.get("form")])),
            values={name: text for name, text in typed.items() if text != self._known[name]},
        )

    def show_pages(self) -> None:
        """Show the pages as they would be printed now."""
        self._show_number()
        options = self.options()
        if options.dated != self._day:
            self._desk.operations.read(lambda work: self._read(work, options), self._show, self._fail)
            return
        source = (replace(options, values={}), tuple(sorted(options.values.items())))
        self.preview.show_paper(Wanted(source, self._kind, lambda _step: self._pdf(options)))

    def print_it(self) -> None:
        """Choose a printer and send the pages to it."""
        from ui.widgets.printing import NO_PRINTER, ask_printer, has_printer

        self._commit()
        if not has_printer():
            self.message.say(NO_PRINTER)
            return
        printer = ask_printer(self, self._kind.label)
        if printer:
            self.print_to(printer)

    def print_to(self, printer: Any) -> None:
        """Send the pages to a printer that was chosen."""
        from ui.widgets.printing import print_pages

        options = self.options()

        def action(progress: Progress, is_cancelled: IsCancelled) -> int:
            return print_pages(printer, lambda: self._pdf(options), progress, is_cancelled)

        def told(pages: int) -> None:
            self.message.say(f"Đã gửi {pages} trang tới máy in.", "good")

        self._desk.operations.run("Đang in", action, told, self._fail)

    def save_as(self, kind: PaperFile) -> None:
        """Ask for a folder and write the paper into it."""
        self._commit()
        last = read_settings(self._desk.folder).export_folder
        chosen = QFileDialog.getExistingDirectory(self, "Chọn thư mục để ghi", last or str(Path.home()))
        if chosen:
            self.save_to(Path(chosen), kind)

    def save_to(self, folder: Path, kind: PaperFile) -> None:
        """Write the paper into a folder and name the file."""
        operations, options = self._desk.operations, self.options()
        paper, subject, today, data = self._kind, self._subject, self._desk.today, self._desk.folder

        def action(_progress: Progress, _is_cancelled: IsCancelled) -> list[Path]:
            done = export(operations.storage, paper, subject, folder, today, options, (kind,))
            write_settings(data, replace(read_settings(data), export_folder=str(folder)))
            return done

        operations.run("Đang ghi văn bản", action, partial(self._tell, folder), self._fail)

    def _tell(self, folder: Path, files: list[Path]) -> None:
        names = ", ".join(each.name for each in files)
        self.message.say(f"Đã ghi và kiểm tra: {names}, trong thư mục {folder}.", "good")

    def _fail(self, sentence: str) -> None:
        self.message.say(sentence)

    def _pdf(self, options: PaperOptions) -> bytes:
        """Make the pages; on the thread of the database."""
        with self._desk.operations.storage.work() as work:
            made = letters(work, self._kind, self._subject, self._desk.today, options)
        return preview(made)

    def _read(self, work: Work, options: PaperOptions | None = None) -> _Read:
        facts = paper_facts(work, self._kind, self._subject, self._desk.today, options)
        known = known_placeholders(work, self._kind)
        derived = (*_SET_BY_PROGRAM, *(("nội dung viết thường",) if "nội dung" in known else ()))
        names = tuple(each for each in known if each not in derived)
        missing = next((each for each in names if each not in facts.values), "")
        if missing:
            raise KnownError(f"Mẫu có chỗ điền “{missing}” chưa dùng được. Hãy lấy lại mẫu gốc trong Cài đặt.")
        if self._kind in _OF_PLACES and isinstance(self._subject, int):
            return _Read(facts, names, _hung_at(work, self._subject))
        return _Read(facts, names)

    def _begin(self, found: _Read) -> None:
        """Offer what the paper can be printed for, and the number and day that the data knows."""
        facts, self._day = found.facts, found.facts.dated
        if self._kind in _OF_PLACES:
            self.how.set_choices("place", [*_PLACE.choices, *found.places])
        if self._kind is NoticeKind.BUDGET_DECISION:
            self.how.set_choices("form", _form_choices(facts.forms))
            self.how.set_visible("form", len(facts.forms) > 1)
        self.how.show_value({**_NOTHING, "number": facts.number, "dated": facts.dated})
        self.open_number.setChecked(not facts.number)
        self._show(found)

    def _show(self, found: _Read) -> None:
        """Show the places to fill in with what the data says by the day of the paper; what was typed stays."""
        typed = self.options().values
        self._day = self.options().dated
        self._known = {name: found.facts.values[name] for name in found.names}
        self.remarks.setText("\n".join(found.facts.remarks))
        self.remarks.setVisible(bool(found.facts.remarks))
        self._typed.clear(keep=2)
        self.places = Form("print.values", [_place_field(*each) for each in self._known.items()])
        self.places.show_value({**self._known, **typed})
        self.places.edited.connect(lambda _key, _value: self.show_pages())
        self._typed.inside.addWidget(self.places)
        self.show_pages()

    def _show_number(self) -> None:
        is_blank, of_places = self.blank.isChecked(), self._kind in _OF_PLACES
        is_dated = not (of_places or self.open_number.isChecked() or is_blank)
        for key in ("number", "dated") if not of_places else ():
            self.how.set_visible(key, is_dated)
        self.how.setVisible(of_places or is_dated or self._kind is NoticeKind.BUDGET_DECISION)
        several = of_places and not self.how.values()["place"]
        self._typed.setVisible(not is_blank and not several)

    def _commit(self) -> None:
        self.how.commit()
        self.places.commit()

    def _lay_out(self) -> None:
        hint = "Chữ sửa ở đây chỉ dùng cho lần in này; sổ sách giữ nguyên. Ô để trống sẽ in dòng chấm."
        self._typed = Card("Nội dung điền vào mẫu", hint)
        self._typed.inside.addWidget(self.places)
        choices = Card("Cách in")
        for each in (self.open_number, self.how, self.large, self.blank):
            choices.inside.addWidget(each)
        left = QWidget()
        left.setLayout(column(choices, self._typed, 1, gap=3))
        side = scrolled(left)
        side.setFixedWidth(theme.pixels(_SIDE))
        middle = row(side, self.preview, gap=4)
        middle.setStretch(1, 1)
        head = (label(self._kind.label, "title"), self.remarks, self.message)
        layout = column(*head, middle, self._buttons(), gap=3, margin=5)
        layout.setStretch(len(head), 1)
        self.setLayout(layout)
        room = self.screen().availableGeometry()
        self.resize(min(theme.pixels(1180), room.width() - 40), min(theme.pixels(680), room.height() - 60))

    def _buttons(self) -> QHBoxLayout:
        leave = button(Action("Đóng", self.reject, name="print.leave"))
        return row(leave, 1, *(button(each) for each in self._saving()), button(self._printing(), "main"))

    def _saving(self) -> tuple[Action, ...]:
        kinds = {PaperFile.DOCX: "Lưu Word…", PaperFile.PDF: "Lưu PDF…"}
        if self._kind in (NoticeKind.BUDGET_DECISION, NoticeKind.HOUSEHOLDS):
            kinds = {PaperFile.XLSX: "Lưu Excel…"} | kinds
        return tuple(
            Action(words, partial(self.save_as, kind), "export", f"print.save.{kind}") for kind, words in kinds.items()
        )

    def _printing(self) -> Action:
        return Action("In…", self.print_it, "print", "print.print")


def print_action(parent: QWidget, desk: Desk, kind: NoticeKind, id: Callable[[], int], name: str) -> Action:
    """Return the line of a menu that opens one paper; `id` is asked for when it is chosen."""
    return Action(f"{kind.label}…", lambda: PrintDialog(parent, desk, kind, id()).open(), "print", name)


def _form_choices(forms: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("", f"Cả bộ {', '.join(forms)}"), *((number, f"Chỉ biểu {number}") for number in forms)]


def _tick(name: str, words: str) -> QCheckBox:
    result = QCheckBox(words)
    result.setObjectName(name)
    result.setAccessibleName(words)
    return result


def _place_field(name: str, value: str) -> Field:
    """Return the field of a place, with as many lines as its value needs, up to a few."""
    words = name[:1].upper() + name[1:].lower() if name.isupper() else name[:1].upper() + name[1:]
    metrics, room = QFontMetrics(theme.font()), theme.pixels(_FIELD_ROOM)
    lines = sum(metrics.horizontalAdvance(line) // room + 1 for line in value.split("\n"))
    return Field(name, words, FieldKind.LONG if lines > 1 else FieldKind.LINE, lines=min(lines, _MOST_LINES))


def _hung_at(work: Work, publication_id: int) -> tuple[tuple[int, str], ...]:
    wanted = work.publications.get(publication_id).place_ids
    hung = (each for each in work.places.all() if each.id in wanted and not each.kind.is_event)
    return tuple((each.id, each.name) for each in hung)
