"""One publication beside the list: where it hangs and how long, what is missing, and what it is."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.domain.stores import Saved
from papi_desktop.services.disclosure import BUDGET_KINDS
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.posting_states import Standing, read_standing, with_change
from papi_desktop.services.publication_list import PublicationLine
from papi_desktop.services.rule_book import terms
from ui.desk import Desk
from ui.publications.fields import PUBLICATION
from ui.publications.many import PutUpDialog, RequiredPlacesDialog, TakeDownDialog, places_to_clear, places_to_fill
from ui.publications.opinions import OpinionsPane
from ui.publications.place_line import PlaceLine
from ui.publications.posting import open_cell
from ui.theme import SPACE
from ui.widgets.cards import drop_all
from ui.widgets.chips import StatusChip
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Form
from ui.widgets.print_dialog import print_action
from ui.widgets.side_panel import Detail
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.texts import Action, button, column, label, menu_button, row


class PublicationDetail(Detail):
    """Fields save themselves when they are left; postings are written in dialogs of their own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = 0
        self._standing: Standing | None = None
        self.chip, self.verdict = StatusChip(), label("", selectable=True)
        self.form = Form("publications", PUBLICATION)
        self.form.edited.connect(self._save)
        self.opinions = OpinionsPane(desk)
        self._places = QVBoxLayout()
        self._places.setSpacing(0)
        self._lines: list[PlaceLine] = []
        self.tabs = Tabs(
            "publications",
            (
                Tab("places", "Nơi niêm yết", self._places_pane),
                Tab("facts", "Nội dung, căn cứ", self._facts_pane),
                Tab("opinions", "Ý kiến", lambda: self.opinions),
            ),
        )
        self.setLayout(column(self._head(), self.tabs, gap=4, margin=4))
        self.tabs.open("places")

    def heading(self, line: PublicationLine) -> str:
        """Return what is made public."""
        return line.title

    def show_line(self, line: PublicationLine) -> None:
        """Show what the list knows at once, and the rest when it is read."""
        if self._id and self._id != line.id:
            self.form.commit()
        self._id, today = line.id, self._desk.today
        self.chip.show_word(line.state)
        self._desk.operations.read(lambda work: read_standing(work, line.id, today), self._show)

    def _show(self, standing: Standing) -> None:
        if standing.check.publication.id != self._id:
            return
        self._standing = standing
        self._decision.setVisible(standing.check.publication.kind in BUDGET_KINDS)
        self.opinions.show_standing(standing)
        check = standing.check
        self.verdict.setText(_verdict(standing))
        self.form.show_value(check.publication)
        self._show_places(standing)
        self._put_up.setVisible(bool(places_to_fill(standing)))
        self._take_down.setVisible(bool(places_to_clear(standing)))

    def _show_places(self, standing: Standing) -> None:
        checks, today = (*standing.check.places, *standing.check.spared), self._desk.today
        if [line.check.place for line in self._lines] == [each.place for each in checks]:
            for line, each in zip(self._lines, checks, strict=True):
                line.show_check(standing, each, today)
            return
        drop_all(self._places)
        self._lines = [PlaceLine(standing, each, today) for each in checks]
        for line in self._lines:
            self._places.addWidget(line)
            line.clicked.connect(partial(self._open_place, line))

    def _open_place(self, line: PlaceLine) -> None:
        open_cell(self, self._desk, line.standing.check.publication, line.check)

    def _save(self, key: str, value: Any) -> None:
        id = self._id

        def after(_saved: Saved[Any]) -> None:
            if self._id == id:
                self.form.note_saved(key)

        self._desk.operations.save(
            lambda work: work.publications,
            lambda work: with_change(work.publications.get(id), key, value, terms(work)),
            after,
            partial(self.form.note_wrong, key),
        )

    def _remove(self) -> None:
        id, self._id = self._id, 0
        self._desk.operations.remove(
            lambda work: work.publications,
            id,
            lambda publication: self._desk.note(f"Đã xóa “{publication.title}”. Bấm Hoàn tác để lấy lại."),
        )

    def _open_put_up(self) -> None:
        if self._standing:
            PutUpDialog(self, self._desk, self._standing).open()

    def _open_take_down(self) -> None:
        if self._standing:
            TakeDownDialog(self, self._desk, self._standing).open()

    def _open_required(self) -> None:
        if self._standing:
            RequiredPlacesDialog(self, self._desk, self._standing).open()

    def _head(self) -> QVBoxLayout:
        kinds = (NoticeKind.POSTING, NoticeKind.POSTING_RECORD, NoticeKind.POSTING_END, NoticeKind.BUDGET_DECISION)
        papers = [
            print_action(self, self._desk, each, lambda: self._id, f"publications.print.{each}") for each in kinds
        ]
        self.papers = menu_button("In", papers, "print", "publications.print")
        self._decision = self.papers.menu().actions()[-1]
        return column(row(self.chip, 1, self.papers, gap=3), self.verdict, gap=2)

    def _places_pane(self) -> QWidget:
        name = "publications"
        self._put_up = button(
            Action("Niêm yết tại nhiều nơi…", self._open_put_up, "publications", f"{name}.put_up"), "main"
        )
        self._take_down = button(Action("Gỡ tại nhiều nơi…", self._open_take_down, name=f"{name}.take_down"))
        choose = button(Action("Chọn nơi…", self._open_required, name=f"{name}.required"))
        doing = FlowLayout(2 * SPACE)
        for each in (self._put_up, self._take_down, choose):
            doing.addWidget(each)
        buttons = QWidget()
        buttons.setLayout(doing)
        pane = QWidget()
        pane.setLayout(column(buttons, self._places, 1, gap=3))
        return pane

    def _facts_pane(self) -> QWidget:
        remove = button(Action("Xóa mục công khai này", self._remove, "remove", "publications.remove"), "quiet")
        pane = QWidget()
        pane.setLayout(column(self.form, row(remove, 1), 1, gap=4))
        return pane


def _verdict(standing: Standing) -> str:
    check = standing.check
    if not check.places:
        return "Chưa chọn nơi phải niêm yết. Bấm “Chọn nơi…” để đánh dấu."
    done = f"{check.done_places}/{len(check.places)} nơi đạt thời gian tối thiểu."
    return f"{done} {check.lateness}".rstrip()
