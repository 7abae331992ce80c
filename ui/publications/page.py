"""The publications as a list with their details, and as a board of places."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from PySide6.QtWidgets import QWidget

from papi_desktop.domain.publications import PublicationState
from papi_desktop.services.publication_choice import Ground, read_ground
from papi_desktop.services.publication_list import PUBLICATIONS, Matrix, PublicationLine, publication_matrix
from papi_desktop.services.registers import Query
from ui.desk import Desk, Jump
from ui.publications.detail import PublicationDetail
from ui.publications.matrix import Board, Picked
from ui.publications.new import NewPublicationDialog
from ui.publications.posting import open_cell
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.texts import Action
from ui.widgets.view_switch import View, ViewSwitch

EMPTY: Final = "Chưa có mục công khai nào. Hãy chọn từ danh mục; căn cứ và thời hạn sẽ tự điền."
LIST, BOARD = "list", "board"
_VIEWS: Final = (View(LIST, "Danh sách", "list"), View(BOARD, "Bảng nơi niêm yết", "grid"))


class PublicationsPage(RegisterPage):
    """Two views of the same publications; search and filters hold for both."""

    def __init__(self, desk: Desk) -> None:
        add = Action("Thêm mục công khai…", self.add, "add", "publications.add")
        self.switch = ViewSwitch("publications", _VIEWS)
        self.board = Board(desk.today)
        self._shown = LIST
        offers = Offers(EMPTY, empty_action=add, add=add, summary=summary, lead=self.switch)
        super().__init__(desk, PUBLICATIONS, offers, lambda: self.detail)
        self.add_view(self.board)
        self.switch.chosen.connect(self.open_view)
        self.board.opened.connect(self._open_cell)
        self.board.titled.connect(self._open_title)

    @cached_property
    def detail(self) -> PublicationDetail:
        """Return the detail of the selected publication."""
        return PublicationDetail(self.desk)

    def view(self) -> QWidget:
        """Return the list or the board."""
        return self.board if self._shown == BOARD else super().view()

    def open_view(self, name: str) -> None:
        """Show the list or the board."""
        self._shown = name
        self.switch.show_view(name)
        if self.side and name == BOARD:
            self.side.close_panel()
        self.refresh()

    def refresh(self) -> None:
        """Read the list, and the board where it is seen."""
        super().refresh()
        if self._shown == BOARD:
            query = self.desk.query(self.search.words(), self.filters.chosen())
            self.desk.operations.read(lambda work: (query, publication_matrix(work, query)), self._show_board)

    def jump(self, jump: Jump) -> None:
        """Go to one publication in the list."""
        if jump.id:
            self.open_view(LIST)
        super().jump(jump)

    def add(self) -> None:
        """Choose from the catalogue what is to be made public."""
        self.desk.operations.read(read_ground, self._open_new)

    def _open_new(self, ground: Ground) -> None:
        dialog = NewPublicationDialog(self, self.desk, ground)
        dialog.added.connect(self._go_to_new)
        dialog.open()

    def _go_to_new(self, id: int) -> None:
        self.desk.note("Đã thêm. Khi dán xong, bấm “Niêm yết tại nhiều nơi”.")
        self.show_all()
        self.open_view(LIST)
        self.select(id)

    def _show_board(self, answer: tuple[Query, Matrix]) -> None:
        query, matrix = answer
        if query.words == self.search.words() and query.filters == self.filters.chosen():
            self.board.show_matrix(matrix, query.today)

    def _open_cell(self, picked: Picked) -> None:
        open_cell(self, self.desk, picked.publication, picked.check)

    def _open_title(self, id: int) -> None:
        self.open_view(LIST)
        self.select(id)


NEEDS_WORK = (PublicationState.LATE, PublicationState.FAILED)


def summary(lines: Sequence[PublicationLine]) -> str:
    """Return how many publications are shown, how many are done, and how many are late or soon will be."""
    if not lines:
        return ""
    done = sum(line.state is PublicationState.DONE for line in lines)
    late = sum(line.state in NEEDS_WORK for line in lines)
    soon = sum(line.is_soon for line in lines)
    parts = ((late, "cần xử lý"), (soon, "sắp đến hạn"))
    return " · ".join([f"{len(lines)} mục công khai", f"{done} đạt", *(f"{n} {words}" for n, words in parts if n)])
