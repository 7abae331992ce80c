"""The page of every register, made from its description: list, search, filters, buttons, empty state, detail.

A feature gives its `Register`, what to say when it is empty, and, where it has them, what makes its `Detail`, an add
action, export actions, `is_done` (groups then show done/total) and the key of the filter that is shown as buttons.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from papi_desktop.domain.text import sought
from papi_desktop.services.registers import Query, Register
from papi_desktop.services.work import Work
from ui.desk import Desk, Jump
from ui.theme import SPACE, theme
from ui.widgets.cards import EmptyState
from ui.widgets.filter_bar import Choices, FilterBar
from ui.widgets.flow import FlowLayout
from ui.widgets.list_export import export_list
from ui.widgets.named_views import NamedViews
from ui.widgets.page import Page
from ui.widgets.room import PageColumn, is_low
from ui.widgets.search_box import PAUSE, SearchBox
from ui.widgets.side_panel import Detail, SidePanel
from ui.widgets.table_model import TableModel, id_of
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import Action, button, menu_button, row

_MANY = 5
"""Of more filters than this, all but the buttons stand behind a button."""


@dataclass(frozen=True)
class Offers:
    """What a register page offers beyond its list."""

    empty_sentence: str
    empty_action: Action | None = None
    empty_others: tuple[Action, ...] = ()
    """Other ways to fill the list; while it is empty, nothing else stands on the page."""
    add: Action | None = None
    more: tuple[Action, ...] = ()
    exports: tuple[Action, ...] = ()
    menu: tuple[str, tuple[Action, ...]] = ("", ())
    """A button with further actions: its words and what it offers."""
    is_done: Callable[[Any], bool] | None = None
    group_words: Callable[[str, Sequence[Any]], str] | None = None
    """What stands at the head of a group, from its name and its lines, where that is more than the name."""
    filter_as_buttons: str = ""
    summary: Callable[[Sequence[Any]], str] | None = None
    lead: QWidget | None = None
    """Stands before the search box, such as the choice between two views."""
    lead_stays: bool = False
    """Whether the lead is of use also while the list is empty."""
    many: bool = False
    """Whether several lines can be selected at once."""
    named_views: bool = False
    """Whether the filters can be kept under a name."""


@dataclass(frozen=True)
class _Answer:
    """What one reading of the list brought."""

    query: Query
    lines: Sequence[Any]
    choices: Mapping[str, Choices]


@dataclass(frozen=True)
class _Texts:
    """What each line can be found by, where the page searches by itself."""

    query: Query
    by_id: Mapping[int, str]

    def narrow(self, lines: Sequence[Any], words: str) -> Sequence[Any]:
        """Return the lines that are found by all words."""
        wanted = sought(words)
        return [line for line in lines if all(part in self.by_id.get(id_of(line), "") for part in wanted)]


class RegisterPage(Page):
    """A list that a person works with."""

    def __init__(
        self,
        desk: Desk,
        register: Register[Any],
        offers: Offers,
        detail: Callable[[], Detail] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, register.name, parent)
        self.register, self.offers = register, offers
        self._wanted = 0
        self.searches = True
        """Whether words narrow what is shown; not in a view that shows the whole."""
        self._answer: _Answer | None = None
        self._texts: _Texts | None = None
        self._is_empty = False
        model = TableModel(register.columns, register.group, offers.is_done, self, offers.group_words)
        self.table = RegisterTable(model, offers.many)
        self.table.setObjectName(f"{register.name}.table")
        self.table.setAccessibleName(register.title)
        pause = 0 if register.texts else PAUSE
        self.search = SearchBox("Tìm trong danh sách", f"{register.name}.search", pause)
        self.filters = FilterBar(register.name, register.filters, offers.filter_as_buttons)
        self.named = NamedViews(desk, register.name, self.query, self) if offers.named_views else None
        self.faces = QStackedWidget()
        self.faces.addWidget(self.table)
        self.side = SidePanel(self.faces, detail, self) if detail else None
        self.empty = EmptyState(offers.empty_sentence, offers.empty_action, others=offers.empty_others)
        self.nothing = EmptyState(
            "Không có dòng nào khớp với điều kiện đang chọn.", Action("Bỏ lọc và tìm kiếm", self.show_all), "search"
        )
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the list; selection, scroll and widths stay."""
        asked = self._asked()
        self._answer = self._texts = None
        self.desk.operations.read(partial(_read, self.register, asked), self._take)
        if self.register.texts:
            self.desk.operations.read(partial(_read_texts, self.register.texts, asked), self._take_texts)
        if self.named:
            self.named.renew()

    def query(self) -> Query:
        """Return what the list is asked for now."""
        return self.desk.query(self.search.words(), self.filters.chosen())

    def export_lines(self) -> None:
        """Write the lines that are listed, in the order in which they stand, to an Excel file."""
        export_list(self, self.desk, self.register, self.query(), self.table.lines.ordered_lines())

    def jump(self, jump: Jump) -> None:
        """Set the filters asked for, and go to the line asked for."""
        self._wanted = jump.id
        self.choose(dict(jump.filters))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the filters behind a button where the window is low."""
        super().resizeEvent(event)
        self._show_filters()

    def focus_search(self) -> bool:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()
        return True

    def view(self) -> QWidget:
        """Return what shows the lines; a page with several views gives the chosen one."""
        return self.side or self.faces

    def add_view(self, view: QWidget) -> None:
        """Take another view of the lines, for `view` to choose."""
        self._stack.addWidget(view)

    def choose(self, filters: Mapping[str, str], words: str = "") -> None:
        """Set exactly these filters and words."""
        self.search.blockSignals(True)
        self.search.setText(words)
        self.search.blockSignals(False)
        self.filters.choose(filters)
        self._show_chosen_filters()
        self.refresh()

    def show_all(self) -> None:
        """Show the whole list again."""
        self.choose({})

    def select(self, id: int) -> None:
        """Go to the line with an id as soon as it is there."""
        self._wanted = id
        self.refresh()

    def show_answer(self, lines: Sequence[Any]) -> None:
        """Show the lines that were read; a page with other faces shows them there too."""
        self.table.show_lines(lines)
        if self._wanted and self.table.select_id(self._wanted):
            self._wanted = 0

    def face(self, query: Query, lines: Sequence[Any]) -> QWidget:
        """Return what is shown for the lines that were read: a view of them, or what to do where there is none."""
        if lines:
            return self.view()
        return self.nothing if query.words or query.filters else self.empty

    def _asked(self) -> Query:
        """Return what the database is asked for: without the words where the page looks for them by itself."""
        return replace(self.query(), words="") if self.register.texts else self.query()

    def _search(self) -> None:
        """Look for other words in what was read, or is being read, already; otherwise read the list."""
        if self.register.texts:
            self._show()
        else:
            self.refresh()

    def _take(self, answer: _Answer) -> None:
        if answer.query != self._asked():
            return
        self._answer = answer
        for key, choices in answer.choices.items():
            self.filters.offer(key, choices)
        self._show()

    def _take_texts(self, texts: _Texts) -> None:
        if texts.query != self._asked():
            return
        self._texts = texts
        if self.search.words():
            self._show()

    def _show(self) -> None:
        """Show what was read, or what the words leave of it; wait for what is still being read."""
        answer, texts, query = self._answer, self._texts, self.query()
        narrows = bool(self.register.texts and query.words)
        if answer is None or (narrows and texts is None):
            return
        lines = texts.narrow(answer.lines, query.words) if narrows and texts else answer.lines
        self.show_answer(lines)
        self._show_face(self.face(query, lines))
        self.exports.setEnabled(bool(lines))
        self._show_detail(self.table.current_line())
        if self.offers.summary:
            self.summarised.emit(self.offers.summary(lines))

    def _show_face(self, face: QWidget) -> None:
        """Show a face; over an empty list there is nothing to look for, to filter or to export."""
        self._is_empty = face is self.empty
        self._stack.setCurrentWidget(face)
        self._tools.setVisible(not self._is_empty or self.offers.lead_stays)
        self.search.setVisible(self.searches and not self._is_empty)
        self._doing.setVisible(not self._is_empty)
        self._show_filters()

    def _show_detail(self, line: Any) -> None:
        if self.side and line is not None and len(self.table.chosen_lines()) == 1:
            self.side.open_line(line)
        elif self.side:
            self.side.hide_panel()

    def _show_filters(self) -> None:
        hides = is_low(self) and bool(self.register.filters)
        collapses = hides or len(self.register.filters) > _MANY
        is_open = not self._is_empty and (not collapses or self._filtering.isChecked())
        self._second.setVisible(
            self.named is not None and not self._is_empty and (not hides or self._filtering.isChecked())
        )
        chosen = len(self.filters.chosen()) if hides and self.named else self.filters.beside
        words = f"Lọc ({chosen})" if chosen else "Lọc"
        self._filtering.setText(words)
        self._filtering.setAccessibleName(words)
        self._filtering.setVisible(collapses and not self._is_empty)
        self.filters.setVisible(self.filters.has_choices and is_open)

    def _show_chosen_filters(self) -> None:
        """Open the filters when one of them is set, so that nobody wonders what is missing, if that leaves a list."""
        if self.filters.beside and not is_low(self):
            self._filtering.setChecked(True)
        self._show_filters()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for face in (self.side or self.faces, self.empty, self.nothing):
            self._stack.addWidget(face)
        self.search.setFixedWidth(theme.pixels(190 if self.offers.lead else 260))
        tools = FlowLayout(2 * SPACE, push_last=True)
        self._tools, self._doing, self._second = QWidget(), QWidget(), QWidget()
        self._tools.setLayout(tools)
        self._doing.setLayout(row(*self._buttons(), gap=2))
        self._filtering = button(Action("Lọc", self._show_filters, "filter", f"{self.register.name}.filter"), "choice")
        self._filtering.setCheckable(True)
        narrowing = [part for part in (self.filters.quick, self.named) if part]
        self._second.setLayout(_flow(narrowing if self.named else []))
        for part in (self.offers.lead, self.search, self._filtering, *([] if self.named else narrowing), self._doing):
            if part:
                tools.addWidget(part)
        layout = PageColumn(self)
        layout.addWidget(self._tools)
        layout.addWidget(self._second)
        layout.addWidget(self.filters)
        layout.addWidget(self._stack, 1)

    def _buttons(self) -> list[QPushButton]:
        offers, name = self.offers, self.register.name
        buttons = [button(each) for each in offers.more]
        excel = Action("Danh sách này ra Excel…", self.export_lines, "export", f"{name}.export.xlsx")
        self.exports = menu_button("Xuất", (*offers.exports, excel), "export", f"{name}.export")
        buttons.append(self.exports)
        words, actions = offers.menu
        if actions:
            buttons.append(menu_button(words, actions, name=f"{name}.menu"))
        if offers.add:
            add = button(offers.add, "main")
            add.setObjectName(f"{name}.add")
            buttons.append(add)
        return buttons

    def _connect(self) -> None:
        self.search.searched.connect(lambda _words: self._search())
        self.filters.changed.connect(self.refresh)
        self.table.chosen.connect(self._show_detail)
        if self.side:
            self.side.closed.connect(self.table.clearSelection)
        if self.named:
            self.named.chosen.connect(lambda view: self.choose(dict(view.filters), view.words))


def _read(register: Register[Any], query: Query, work: Work) -> _Answer:
    choices = {each.key: tuple(each.from_work(work)) for each in register.filters if each.from_work}
    return _Answer(query, register.lines(work, query), choices)


def _read_texts(texts: Callable[[Work, Query], Mapping[int, str]], query: Query, work: Work) -> _Texts:
    return _Texts(query, texts(work, query))


def _flow(parts: Sequence[QWidget]) -> FlowLayout:
    layout = FlowLayout(2 * SPACE)
    for part in parts:
        layout.addWidget(part)
    return layout
