"""The settings in panes, so that each shows one matter and nothing to be afraid of."""

from dataclasses import replace
from functools import partial

from papi_desktop.services.notice_templates import NoticeKind
from ui.desk import Desk, Jump
from ui.settings.about import AboutPane
from ui.settings.commune import CommunePane
from ui.settings.data import DataPane
from ui.settings.display import DisplayPane
from ui.settings.holidays import HolidaysPane
from ui.settings.records import OFFICER, PLACE, PLAN, VILLAGE
from ui.settings.recycle import RecyclePane
from ui.settings.rules import RulesPane
from ui.settings.templates import TemplatesPane
from ui.widgets.page import Page
from ui.widgets.print_dialog import PrintDialog
from ui.widgets.record_page import RecordPage
from ui.widgets.register_page import RegisterPage
from ui.widgets.room import PageColumn
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.texts import Action


class SettingsPage(Page):
    """A jump to officers, villages, places or plans opens their pane."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings")
        self.tabs = Tabs(
            "settings",
            (
                Tab("commune", "Đơn vị", partial(CommunePane, desk)),
                Tab("villages", "Thôn, tổ", partial(RecordPage, desk, VILLAGE)),
                Tab("officers", "Cán bộ", partial(_officers, desk)),
                Tab("places", "Nơi công khai", partial(RecordPage, desk, PLACE)),
                Tab("kept_plans", "Kế hoạch", partial(_plans, desk)),
                Tab("rules", "Quy định", partial(RulesPane, desk), begins_group=True),
                Tab("holidays", "Ngày nghỉ", partial(HolidaysPane, desk)),
                Tab("templates", "Mẫu văn bản", partial(TemplatesPane, desk)),
                Tab("display", "Hiển thị", partial(DisplayPane, desk), begins_group=True),
                Tab("data", "Dữ liệu", partial(DataPane, desk)),
                Tab("recycle", "Thùng rác", partial(RecyclePane, desk)),
                Tab("about", "Giới thiệu", AboutPane),
            ),
            listed=True,
        )
        layout = PageColumn(self)
        layout.addWidget(self.tabs)
        self.tabs.open("commune")

    def refresh(self) -> None:
        """Leave each pane to read for itself."""
        self.summarised.emit("")

    def jump(self, jump: Jump) -> None:
        """Open the pane of a register, at one line of it."""
        if jump.page in ("officers", "villages", "places", "kept_plans", "recycle"):
            pane = self.tabs.open(jump.page)
            if isinstance(pane, RegisterPage):
                pane.jump(jump)

    def focus_search(self) -> bool:
        """Put the cursor into the pane's search box, where it has one."""
        pane = self.tabs.current()
        return isinstance(pane, Page) and pane.focus_search()


def _officers(desk: Desk) -> RecordPage:
    """Return the pane of the officers, whose directory can be printed."""

    def show() -> None:
        PrintDialog(page, desk, NoticeKind.DIRECTORY).open()

    page = RecordPage(desk, replace(OFFICER, lead=(Action("In danh bạ…", show, "print", "officers.print"),)))
    return page


def _plans(desk: Desk) -> RecordPage:
    """Return the pane of the plans, which come from the page where they are read."""
    load = Action("Nạp kế hoạch…", partial(desk.go, "plans"), "plan", "kept_plans.load")
    return RecordPage(desk, replace(PLAN, lead=(load,)))
