"""The filters of a list under names of their own: choose, keep, rename, remove (`NamedViews`)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from papi_desktop.domain.stores import Saved
from papi_desktop.domain.views import View
from papi_desktop.services.registers import Query
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.widgets.fields import Field
from ui.widgets.questions import FormDialog
from ui.widgets.texts import Action, menu_line, set_icon

_NAME = (Field("name", "Tên bộ lọc", hint="Ví dụ: Việc của tôi sắp đến hạn", required=True),)


class NamedViews(QPushButton):
    """A button with a menu; `chosen(view)` when filters that were kept are wanted again."""

    chosen = Signal(View)

    def __init__(self, desk: Desk, register: str, query: Callable[[], Query], parent: QWidget | None = None) -> None:
        super().__init__("Bộ lọc đã lưu", parent)
        self._desk, self._register, self._query = desk, register, query
        self.setObjectName(f"{register}.views")
        self.setAccessibleName("Bộ lọc đã lưu")
        self.setProperty("menu", True)
        self.setAutoDefault(False)
        set_icon(self, "filter")
        self._views: Sequence[View] = ()
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._fill()

    def renew(self) -> None:
        """Read the names again."""
        register = self._register
        self._desk.operations.read(lambda work: work.views.of_register(register), self.show_views)

    def show_views(self, views: Sequence[View]) -> None:
        """Offer these views."""
        self._views = tuple(views)
        self._fill()

    def keep(self) -> None:
        """Ask for a name and keep what the list is asked for now under it."""
        query = self._query()
        new = View(self._register, "", query.filters, query.words)
        self._ask("Lưu bộ lọc này", lambda name: replace(new, name=name), "")

    def rename(self, view: View) -> None:
        """Ask for another name."""
        self._ask("Đổi tên bộ lọc", lambda name: replace(view, name=name), view.name)

    def remove(self, view: View) -> None:
        """Forget a view; it lies in the recycle bin."""
        self._desk.operations.remove(
            lambda work: work.views, view.id, lambda _view: self._desk.note(f"Đã xóa bộ lọc “{view.name}”.")
        )

    def _ask(self, title: str, make: Callable[[str], View], name: str) -> None:
        def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
            def after(saved: Saved[View]) -> None:
                done()
                self._desk.note(f"Đã lưu bộ lọc “{saved.after.name}”.")

            self._desk.operations.write(lambda work: _keep(work, make(values["name"])), after, failed)

        FormDialog(self, title, f"{self._register}.view", _NAME, {"name": name}, save).open()

    def _fill(self) -> None:
        menu, name = self._menu, self._register
        menu.clear()
        for number, view in enumerate(self._views):
            choose = Action(view.name, _call(self.chosen.emit, view), name=f"{name}.view.{number}")
            menu.addAction(menu_line(choose, menu))
        if self._views:
            menu.addSeparator()
        menu.addAction(menu_line(Action("Lưu bộ lọc này…", self.keep, "add", f"{name}.view.keep"), menu))
        if self._views:
            self._add_choice("Đổi tên", self.rename, "…")
            self._add_choice("Xóa", self.remove, "")

    def _add_choice(self, words: str, do: Callable[[View], object], ending: str) -> None:
        beside = self._menu.addMenu(words)
        for view in self._views:
            beside.addAction(menu_line(Action(f"{view.name}{ending}", _call(do, view)), beside))


def _keep(work: Work, view: View) -> Saved[View]:
    work.label(f"Lưu bộ lọc “{view.name}”")
    return work.views.put(view)


def _call(do: Callable[[View], object], view: View) -> Callable[[], object]:
    return lambda: do(view)
