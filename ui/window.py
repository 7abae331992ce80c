"""The window: navigation at the left, header above, one page at a time, a status line below."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.settings import Settings, read_settings, write_settings
from ui import memory
from ui.desk import Desk, Jump
from ui.found import FoundPage
from ui.header import Header
from ui.help import HelpDialog
from ui.navigation import Navigation
from ui.pages import PAGES, feature_of
from ui.status_line import StatusLine
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePlace
from ui.widgets.page import Page
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.reading_order import follow_reading_order, stops
from ui.widgets.room import stand_closer
from ui.widgets.texts import Action, button, label, retint, row

_EARLY = "tasks"
"""The page that is also read while nobody waits, because its list is the longest."""
_PAUSE = 100
"""Milliseconds for whatever the user does between two pages that are made early."""
SAMPLE = "Dữ liệu mẫu – mọi tên người và số liệu ở đây đều được đặt ra để dùng thử."

_MINUTE = 60_000
"""Milliseconds between two looks at the calendar (a window may stay open over midnight) and at what can be let go."""
_SIZE: Final = QSize(1280, 740)
"""How large the window is at first, where the screen has room for more."""


class Window(QWidget):
    """Shows the pages of `PAGES`; `own_data_wanted` when the user leaves the sample data."""

    own_data_wanted = Signal()
    prepared = Signal()
    """All pages are made."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self.desk = desk
        self._settings = settings
        self.setObjectName("window")
        self.setWindowTitle("PAPI Desktop")
        self._pages: dict[str, Page] = {}
        self._titles = {each.name: each.title for each in PAGES} | {"found": "Kết quả tìm"}
        shown = tuple(each for each in PAGES if not each.hidden)
        self.navigation, self.header, self.status = Navigation(shown), Header(desk), StatusLine(desk)
        self.message = MessagePlace()
        self.sample = self._sample_strip()
        self.progress = ProgressStrip(desk.operations)
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self._lay_out()
        self._connect()
        self._add_keys()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._each_minute)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.resize(_SIZE)
        self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))

    def appear(self) -> None:
        """Show the window where it stood last; the first time over the whole of a screen that has no room for it."""
        room = self.screen().availableSize()
        if self._settings.window or _SIZE.boundedTo(room) == _SIZE:
            self.show()
        else:
            self.resize(_SIZE.boundedTo(room))
            self.showMaximized()

    def welcome(self, commune: Commune | None) -> None:
        """Show whose data was opened, and open the first page."""
        self.desk.welcome(commune)
        if self._settings.period and not (commune and commune.is_sample):
            self.desk.choose_period(read_period(self._settings.period))
        if commune:
            self.navigation.show_commune(commune)
            self.setWindowTitle(f"{commune.committee} – PAPI Desktop")
            self.sample.setVisible(commune.is_sample)
        self.status.say_safe("Dữ liệu an toàn: mọi thay đổi được ghi ngay")
        self.desk.operations.offer_undo()
        self.desk.begin_day(self._open_first)
        self._clock.start(_MINUTE)
        self.setFocus()

    def open_page(self, name: str) -> Page:
        """Show a page; it is made now if this is the first time."""
        page = self._page(name)
        self.status.summarise("")
        self.header.show_title(self._titles[name])
        self.navigation.mark(name)
        if self.stack.currentWidget() is page and page.isVisible():
            page.renew()
        else:
            page.expire()
            self.stack.setCurrentWidget(page)
        return page

    def prepare_pages(self) -> None:
        """Import and make the pages that were not opened yet, one at a time with pauses, so that none is waited for."""
        waiting = next((each for each in PAGES if each.name not in self._pages), None)
        if waiting is None:
            memory.keep_what_is_loaded()
            self.prepared.emit()
        elif self.desk.operations.is_busy:  # the page that is seen comes first
            QTimer.singleShot(_PAUSE, self, self.prepare_pages)
        else:
            self.desk.operations.compute(waiting.load, lambda _make: self._make_early(waiting.name))

    def complain(self, sentence: str) -> None:
        """Show what went wrong above the page."""
        self.message.say(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the field in which the cursor stands, then let everything finish."""
        focused = QApplication.focusWidget()
        if focused and self.isAncestorOf(focused):
            focused.clearFocus()
        self.desk.operations.close()
        self._remember()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page more room in a low window."""
        super().resizeEvent(event)
        stand_closer(self.header, 3 * SPACE, 2 * SPACE)
        stand_closer(self.sample, SPACE, 0)
        self.status.fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab, or back with Shift+Tab, in reading order; stay in the page when its control was hidden."""
        focused, page = QApplication.focusWidget(), self.stack.currentWidget()
        if not isinstance(page, Page):
            return super().focusNextPrevChild(forward)
        if focused is not None and not focused.isVisible():
            page.setFocus()  # nobody pressed Tab: Qt looks for another place
            return True
        follow_reading_order(self)
        first = next(stops(page), None) if focused is page and forward else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def _make_early(self, name: str) -> None:
        if name not in self._pages:
            page = self._page(name)
            if name == _EARLY:
                page.refresh()
        QTimer.singleShot(_PAUSE, self, self.prepare_pages)

    def _open_first(self) -> None:
        """Open the first page, which then is read once, with what the day brought."""
        if self.stack.currentWidget() is None:
            self.open_page(PAGES[0].name)

    def _each_minute(self) -> None:
        self.desk.turn_to(date.today())
        if not self.desk.operations.is_busy:
            memory.search()

    def _remember(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        kept = replace(read_settings(self.desk.folder), window=geometry, period=self.desk.period.code)
        try:
            write_settings(self.desk.folder, kept)
        except KnownError:
            return  # the program must close also when the folder is gone

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            feature = next((each for each in PAGES if each.name == name), None)
            page = feature.load()(self.desk) if feature else FoundPage(self.desk)
            page.summarised.connect(lambda words: self._summarise(page, words))
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def _jump(self, jump: Jump) -> None:
        feature = feature_of(jump.page)
        if feature:
            self.open_page(feature.name).jump(jump)

    def _search(self, words: str) -> None:
        if words:
            page = self.open_page("found")
            page.jump(Jump("found", filters=(("words", words),)))

    def _summarise(self, page: Page, words: str) -> None:
        if self.stack.currentWidget() is page:
            self.status.summarise(words)

    def _find(self) -> None:
        page = self.stack.currentWidget()
        if not (isinstance(page, Page) and page.focus_search()):
            self.header.search.setFocus()

    def _commit(self) -> None:
        focused = QApplication.focusWidget()
        if focused:
            focused.clearFocus()
            focused.setFocus()
        self.desk.note("Đã ghi. Mọi thay đổi được ghi ngay khi rời ô nhập.")

    def _help(self) -> None:
        page = self.stack.currentWidget()
        name = next((name for name, each in self._pages.items() if each is page), "")
        HelpDialog(name, self).show()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self.header, self.sample, self.progress, self.message, self.status):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self.header, self.sample, self.progress, self.message):
            right.addWidget(part)
        # A page knows its least height only for its least width: it would make the window higher than the screen.
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _sample_strip(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("sample")
        leave = button(Action("Nhập dữ liệu của xã…", self.own_data_wanted.emit, name="sample.leave"), "quiet")
        inside = row(label(SAMPLE, "note", wrap=False), 1, leave)
        inside.setContentsMargins(6 * SPACE, SPACE, 4 * SPACE, SPACE)
        strip.setLayout(inside)
        strip.hide()
        return strip

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.open_page)
        self.header.searched.connect(self._search)
        self.desk.jumped.connect(self._jump)
        self.desk.operations.failed.connect(self.complain)
        theme.changed.connect(retint)

    def _add_keys(self) -> None:
        for keys, action in (
            (QKeySequence.StandardKey.Find, self._find),
            (QKeySequence.StandardKey.Save, self._commit),
            (QKeySequence.StandardKey.Undo, self.desk.operations.undo),
            (QKeySequence.StandardKey.HelpContents, self._help),
        ):
            QShortcut(QKeySequence(keys), self, action)
