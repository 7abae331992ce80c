"""Beginning a publication in three clicks: choose what it is, give the day, and everything else is filled in."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from papi_desktop.domain.publications import Publication
from papi_desktop.domain.stores import Saved
from papi_desktop.services.publication_choice import KIND_COLUMNS, Fact, Ground, KindLine, draft, facts, kind_lines
from ui.desk import Desk
from ui.theme import SPACE
from ui.widgets.cards import Card, MessagePanel, drop_all
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.reading_order import Dialog
from ui.widgets.scroll import scrolled
from ui.widgets.search_box import SearchBox
from ui.widgets.table_model import TableModel
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import Action, button, column, label, row, rule

_FIELDS = (
    Field("trigger_on", "Ngày phát sinh", FieldKind.DATE),
    Field("title", "Tên mục công khai", FieldKind.LONG, required=True, lines=2),
)
_UNSURE = "Chưa kiểm chứng: hãy đối chiếu văn bản trước khi ghi vào thông báo."


class NewPublicationDialog(Dialog):
    """`added(id)` after the publication is written."""

    added = Signal(int)

    def __init__(self, parent: QWidget, desk: Desk, ground: Ground) -> None:
        super().__init__(parent)
        self._desk, self._ground = desk, ground
        self._line: KindLine | None = None
        self._title = ""
        self.setObjectName("publications.dialog")
        self.setWindowTitle("Thêm mục công khai")
        self.search = SearchBox("Tìm nội dung phải công khai", "publications.new.search")
        self.table = RegisterTable(TableModel(KIND_COLUMNS, lambda line: line.group, parent=self))
        self.table.setObjectName("publications.new.kinds")
        self.table.setAccessibleName("Các nội dung phải công khai")
        self.table.horizontalHeader().hide()
        self.form = Form("publications.new", _FIELDS)
        self.message = MessagePanel(self)
        self._facts = QVBoxLayout()
        self._lay_out()
        self.table.show_lines(kind_lines())
        self.search.searched.connect(lambda words: self.table.show_lines(kind_lines(words)))
        self.table.chosen.connect(self.choose)
        self.form.edited.connect(lambda _key, _value: self._take_day())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.submit)

    def choose(self, line: KindLine | None) -> None:
        """Fill in what a kind brings."""
        if line is None:
            return
        self._line = line
        day = self.form.editor("trigger_on").value() or self._desk.today
        self._before.hide()
        self._after.show()
        self.form.relabel("trigger_on", line.trigger)
        self._title = self._draft(day).title
        self.form.show_value({"trigger_on": day, "title": self._title})
        self._show_facts()

    def submit(self) -> None:
        """Write the publication; the dialog closes when it is written."""
        self.form.commit()
        if self._line is None:
            self.message.say("Chưa chọn nội dung nào. Hãy bấm vào một dòng ở danh sách bên trái.", "hint")
            return
        if not self.form.check():
            return
        values = self.form.values()
        publication = replace(self._draft(values["trigger_on"]), title=values["title"])

        def after(saved: Saved[Publication]) -> None:
            self.accept()
            self.added.emit(saved.after.id)

        self._desk.operations.save(lambda work: work.publications, lambda _work: publication, after, self.message.say)

    def _take_day(self) -> None:
        """Show what follows from the day; a title that nobody changed names its turn."""
        title, fresh = self.form.editor("title"), self._draft(self.form.editor("trigger_on").value()).title
        if title.value() == self._title:
            title.show_value(fresh)
            self._title = fresh
        self._show_facts()

    def _draft(self, day: date | None) -> Publication:
        key = self._line.key if self._line else ""
        return draft(key, day, self._desk.today, self._ground)

    def _show_facts(self) -> None:
        drop_all(self._facts)
        day = self.form.editor("trigger_on").value()
        for fact in facts(self._draft(day), self._ground):
            self._facts.addLayout(column(label(fact.label, "note"), label(fact.words), *_unsure(fact), gap=0))

    def _lay_out(self) -> None:
        left = QWidget()
        left.setLayout(column(self.search, self.table, gap=2))
        body = row(left, scrolled(self._right()), gap=4)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        leave = button(Action("Bỏ", self.reject, name="publications.new.leave"))
        save = button(Action("Thêm mục này", self.submit, name="publications.new.save"), "main")
        layout = column(label("Thêm mục công khai", "title"), self.message, body, row(1, leave, save), gap=4, margin=6)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.fit(920, 680)

    def _right(self) -> QWidget:
        self._before = label(
            "Chọn một nội dung ở danh sách bên trái. Căn cứ, thời hạn và nơi niêm yết sẽ tự điền.", "note"
        )
        self._facts.setSpacing(3 * SPACE)
        self._after = QWidget()
        note = label("Mọi mục đều sửa được sau khi thêm.", "note")
        self._after.setLayout(column(self.form, self._facts, rule(), note, gap=4))
        self._after.hide()
        card = Card()
        for part in (self._before, self._after):
            card.inside.addWidget(part)
        card.inside.addStretch(1)
        holder = QWidget()
        holder.setLayout(row(card))
        return holder


def _unsure(fact: Fact) -> list[QLabel]:
    return [] if fact.is_verified else [label(_UNSURE, "unsure")]
