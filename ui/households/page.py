"""The page of the poor and near-poor households: list, totals by village, changes, and the yearly review."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QFileDialog, QWidget

from papi_desktop.domain.household_reading import HouseholdSheet
from papi_desktop.domain.households import Household, HouseholdClass
from papi_desktop.domain.stores import Saved
from papi_desktop.domain.text import thousands
from papi_desktop.services.disclosure import Disclosed, publish_households
from papi_desktop.services.household_list import HOUSEHOLDS, HouseholdLine, list_for, newest_year
from papi_desktop.services.household_print import office_papers
from papi_desktop.services.household_review import review
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.registers import Query
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.households.detail import HouseholdDetail, village_choices
from ui.households.fields import BLANK, IDENTITY, PERSONAL, PUBLIC, all_typed
from ui.households.importing import FILES, ImportDialog, read_file, read_paste
from ui.households.review import ReviewView
from ui.households.totals import Changes, Totals, read_changes, read_totals
from ui.widgets.clipboard import pasted_table
from ui.widgets.paper_dialog import PaperDialog, Variant
from ui.widgets.print_dialog import PrintDialog
from ui.widgets.questions import FormDialog, ask
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.texts import Action
from ui.widgets.view_switch import View, ViewSwitch

EMPTY: Final = "Chưa có danh sách hộ nghèo, hộ cận nghèo. Hãy nạp từ tệp Excel của xã; mọi dòng được xem trước khi ghi."
LIST, TOTALS, CHANGES, REVIEW = "list", "totals", "changes", "review"
_LIST_FILTERS: Final = ("standing", "village")
"""What narrows the list only; the other views are of the whole year."""
_VIEWS: Final = (
    View(LIST, "Danh sách", "list"),
    View(TOTALS, "Theo thôn", "grid"),
    View(CHANGES, "Biến động", "reports"),
    View(REVIEW, "Rà soát", "check"),
)
OFFICE_HINT: Final = "Có đủ số định danh, dân tộc, mức thiếu hụt. Chỉ lưu hồ sơ; mọi trang in chữ “KHÔNG NIÊM YẾT”."
_OFFICE_QUESTION: Final = "Bản nội bộ có thông tin cá nhân của từng hộ. Mở bản nội bộ?"


class HouseholdsPage(RegisterPage):
    """Four views of the list of one year; the filters choose the year."""

    def __init__(self, desk: Desk) -> None:
        load = Action("Nạp từ Excel…", self.load, "import", "households.load")
        from_file = Action("Từ tệp Excel…", self.load, "import", "households.import")
        paste = Action("Dán các dòng từ Excel", self.paste, "file", "households.paste")
        typed = Action("Nhập vào bảng…", self.type, "grid", "households.type")
        add = Action("Thêm hộ…", self.add, "add", "households.add")
        self.switch = ViewSwitch("households", _VIEWS)
        self._shown, self.year = LIST, desk.today.year
        offers = Offers(
            EMPTY,
            empty_action=load,
            empty_others=(typed, paste, add),
            add=add,
            menu=("Nạp", (from_file, paste, typed)),
            exports=(
                Action("Bản niêm yết…", self.show_wall_paper, "print", "households.print"),
                Action("Bản nội bộ…", self.show_office_paper, "print", "households.print.office"),
                Action("Niêm yết danh sách này", self.publish, "publications", "households.publish"),
            ),
            summary=summary,
            group_words=group_words,
            lead=self.switch,
            lead_stays=True,
        )
        shown = tuple(each for each in HOUSEHOLDS.columns if each.key != "village")  # the headings name it
        super().__init__(desk, replace(HOUSEHOLDS, columns=shown), offers, partial(HouseholdDetail, desk))
        self.register = HOUSEHOLDS
        self.totals, self.changes, self.review = Totals(), self._changes(), ReviewView(desk)
        self._views: dict[str, QWidget] = {TOTALS: self.totals, CHANGES: self.changes, REVIEW: self.review}
        for view in self._views.values():
            self.add_view(view)
        self.switch.chosen.connect(self.open_view)

    def _changes(self) -> Changes:
        """Return the view of the changes, which begins with last year's list where there is none."""
        load = Action("Nạp danh sách năm trước…", partial(self.load, 1), "import", "households.before.load")
        paste = Action("Dán các dòng từ Excel", partial(self.paste, 1), "file", "households.before.paste")
        typed = Action("Nhập vào bảng…", partial(self.type, 1), "grid", "households.before.type")
        return Changes(load, (typed, paste))

    def query(self) -> Query:
        """Ask for the whole list of the year where a view shows more than the list."""
        query = super().query()
        if self._shown == LIST:
            return query
        return replace(query, words="", filters=tuple(each for each in query.filters if each[0] not in _LIST_FILTERS))

    def view(self) -> QWidget:
        """Return the chosen view."""
        return self._views.get(self._shown) or super().view()

    def face(self, query: Query, lines: Sequence[Any]) -> QWidget:
        """Show the review also where the list has no household yet."""
        return self.review if self._shown == REVIEW else super().face(query, lines)

    def open_view(self, name: str) -> None:
        """Show another view."""
        self._shown = name
        self.switch.show_view(name)
        self.searches = name == LIST
        self.filters.leave_out(() if name == LIST else _LIST_FILTERS)
        if self.side and name != LIST:
            self.side.close_panel()
        self.refresh()

    def show_answer(self, lines: Sequence[HouseholdLine]) -> None:
        """Show the lines, and read what the chosen view shows of the same year."""
        super().show_answer(lines)
        if lines:
            self._show_year_of(bool(lines), lines[0].year)
        else:
            query = self.query()
            newest = partial(_year_asked, query, self.desk.today.year)
            self.desk.operations.read(newest, partial(self._show_year_of, bool(lines)))

    def load(self, before: int = 0) -> None:
        """Ask for a file with the list of the year shown, or so many years before, and read it."""
        name, _kind = QFileDialog.getOpenFileName(self, "Chọn tệp danh sách hộ nghèo, hộ cận nghèo", "", FILES)
        if name:
            self.read(Path(name), before)

    def read(self, path: Path, before: int = 0) -> None:
        """Read a file and show its rows."""
        year = self.year - before
        then = partial(self._check, year, f"Từ tệp “{path.name}”")
        read_file(self.desk, path, year, then, self.desk.operations.failed.emit)

    def paste(self, before: int = 0) -> None:
        """Read the rows on the clipboard and show them."""
        year = self.year - before
        text, _page = pasted_table()
        read_paste(
            self.desk, text, year, partial(self._check, year, "Các dòng vừa dán"), self.desk.operations.failed.emit
        )

    def type(self, before: int = 0) -> None:
        """Open an empty sheet to type or paste a list into."""
        self._check(self.year - before, "Gõ hoặc dán như trong Excel", HouseholdSheet(()))

    def add(self) -> None:
        """Ask for one household."""
        self.desk.operations.read(village_choices, self._open_new)

    def show_wall_paper(self) -> None:
        """Show the masked list as it will print, with the same choices as every notice."""
        PrintDialog(self, self.desk, NoticeKind.HOUSEHOLDS, self.year).open()

    def show_office_paper(self) -> None:
        """Show the full list as it will print, after a question."""
        year = self.year
        if ask(self, _OFFICE_QUESTION, "Mở bản nội bộ", "Không mở", OFFICE_HINT):
            office = Variant("office", "Bản nội bộ", lambda work: office_papers(work, year), OFFICE_HINT)
            PaperDialog(self, self.desk, "households", f"Danh sách năm {year}, bản nội bộ", (office,)).open()

    def publish(self) -> None:
        """Begin the publication of this list, and go there."""
        year, today = self.year, self.desk.today
        self.desk.operations.write(lambda work: publish_households(work, year, today), self._go_to_publication)

    def _go_to_publication(self, found: Disclosed) -> None:
        self.desk.note("Đã thêm mục công khai." if found.is_new else "Danh sách này đã có mục công khai.")
        self.desk.go("publications", found.publication.id)

    def _check(self, year: int, source: str, sheet: HouseholdSheet) -> None:
        dialog = ImportDialog(self, self.desk, sheet, year, source)
        dialog.saved.connect(self._show_changes if year < self.year else self._show_year)
        dialog.open()

    def _show_changes(self, _year: int) -> None:
        self.refresh()

    def _show_year(self, year: int) -> None:
        self.open_view(LIST)
        self.choose({"year": str(year)})

    def _open_new(self, villages: tuple[tuple[int, str], ...]) -> None:
        year, today = self.year, self.desk.today

        def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
            def after(saved: Saved[Household]) -> None:
                done()
                self.desk.note(f"Đã ghi hộ {saved.after.head}.")
                self.select(saved.after.id)

            self.desk.operations.write(lambda work: _put(work, year, all_typed(values, today)), after, failed)

        title = f"Thêm hộ vào danh sách năm {year}"
        dialog = FormDialog(self, title, "households", (*PUBLIC, IDENTITY, *PERSONAL), BLANK, save)
        dialog.form.set_choices("village_id", villages)
        dialog.form.show_value(BLANK)
        dialog.open()

    def _show_year_of(self, has_list: bool, year: int) -> None:
        """Remember the year whose list is shown, and read what the chosen view shows of it."""
        self.year = year
        operations = self.desk.operations
        if self._shown == REVIEW:
            operations.read(lambda work: review(work, year), self.review.show_year)
        elif self._shown == TOTALS and has_list:
            operations.read(lambda work: read_totals(work, year), self.totals.show_year)
        elif self._shown == CHANGES and has_list:
            operations.read(lambda work: read_changes(work, year), self.changes.show_year)


def summary(lines: Sequence[HouseholdLine]) -> str:
    """Return how many households are listed, and of which class."""
    if not lines:
        return ""
    poor, near = _of(lines, HouseholdClass.POOR), _of(lines, HouseholdClass.NEAR_POOR)
    unplaced = sum(not line.village_id for line in lines)
    counted = f"Năm {lines[0].year} · {thousands(poor)} hộ nghèo · {thousands(near)} hộ cận nghèo"
    return f"{counted} · {thousands(unplaced)} hộ chưa rõ thôn" if unplaced else counted


def group_words(village: str, lines: Sequence[HouseholdLine]) -> str:
    """Return the name of a village with what its listed households come to."""
    poor, near = _of(lines, HouseholdClass.POOR), _of(lines, HouseholdClass.NEAR_POOR)
    persons = sum(line.persons or 0 for line in lines)
    return f"{village}: {thousands(poor)} hộ nghèo, {thousands(near)} hộ cận nghèo, {thousands(persons)} khẩu"


def _year_asked(query: Query, this_year: int, work: Work) -> int:
    return int(query.filter("year") or newest_year(work, query.period.year) or this_year)


def _of(lines: Sequence[HouseholdLine], standing: HouseholdClass) -> int:
    return sum(line.standing is standing for line in lines)


def _put(work: Work, year: int, values: dict[str, Any]) -> Saved[Household]:
    work.label(f"Thêm hộ {values['head']}")
    return work.households.put(Household(list_id=list_for(work, year).id, **values))
