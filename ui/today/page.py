"""The first page: four numbers that lead to lists, what is late, this week, and how ready the period's report is."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from papi_desktop.domain.calendar import WEEKDAYS, written
from papi_desktop.domain.reports import ReportStatus
from papi_desktop.services.posting_tasks import PostingTask, posting_tasks
from papi_desktop.services.today import Count, CountKey, NextReport, Readiness, TodayView, today_view
from papi_desktop.services.today_week import WeekItem
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.theme import SPACE, theme
from ui.today.late import LateCard
from ui.today.postings import PostingsCard
from ui.today.week import WeekLine
from ui.widgets.cards import Bar, Card, NumberTile
from ui.widgets.chips import Shape
from ui.widgets.missing_evidence import open_missing_evidence
from ui.widgets.page import Page
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row

SHAPES: Final = {
    CountKey.LATE: (Shape.DISC, "Quá hạn"),
    CountKey.SOON: (Shape.DIAMOND, "Sắp đến hạn"),
    CountKey.MISSING: (Shape.RING, "Chưa có số liệu kỳ này"),
    CountKey.OPINIONS: (Shape.TRIANGLE, "Ý kiến chưa trả lời"),
}
NOTES: Final = {
    CountKey.LATE: ("không có", "cần làm ngay"),
    CountKey.SOON: ("không có", "nhiệm vụ"),
    CountKey.MISSING: ("đã nhập đủ", "cần nhập"),
    CountKey.OPINIONS: ("đã trả lời hết", "tại đối thoại"),
}
_NARROW = 860
_FIRST: Final = "Việc đầu tiên: nạp kế hoạch của tỉnh"
_FIRST_NOTE: Final = (
    "Nhiệm vụ, thời hạn và báo cáo đều lấy từ kế hoạch. Mọi dòng được xem lại trước khi ghi; chưa có tệp của tỉnh thì "
    "dùng kế hoạch mẫu có sẵn."
)


class TodayPage(Page):
    """Answers: what is late, what comes this week, how far is the report."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "today")
        self.tiles = {key: NumberTile(words, shape, f"today.{key}") for key, (shape, words) in SHAPES.items()}
        self.day = label("", "section")
        self.week, self.report, self.postings, self.late = Card(), Card(), PostingsCard(), LateCard()
        self.late.followed.connect(self._open_late)
        self.postings.followed.connect(partial(self.desk.go, "publications"))
        self.first = self._first_card()
        self._counts: dict[CountKey, Count] = {}
        for key, tile in self.tiles.items():
            tile.clicked.connect(partial(self._follow, key))
        self._lay_out()

    def refresh(self) -> None:
        """Read what holds today, all at once: what is shown is laid out while nothing else is read."""
        self.desk.operations.read(partial(_read, self.desk), self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under each other where the window is narrow."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.pixels(_NARROW)
        self._cards.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _show(self, found: tuple[TodayView, list[PostingTask]]) -> None:
        view, postings = found
        self.postings.show_tasks(postings)
        today = self.desk.today
        self.day.setText(f"{WEEKDAYS[today.weekday()]}, {written(today)}")
        self._counts = {count.key: count for count in view.counts}
        for count in view.counts:
            none, some = NOTES[count.key]
            self.tiles[count.key].rename(count.label)
            self.tiles[count.key].show_number(count.number, some if count.number else none)
        self.late.show_tasks(view.late)
        for part in (self._tiles, self.report):
            part.setVisible(view.has_plan)
        self.first.setVisible(not view.has_plan)
        self.week.setVisible(view.has_plan or bool(view.week))
        self._show_week(view.week, view.days)
        self._show_report(view.report, view.readiness)

    def _show_week(self, items: tuple[WeekItem, ...], days: int) -> None:
        self.week.clear()
        self.week.inside.addWidget(label(f"{_day_words(days)} tới".capitalize(), "section"))
        for number, item in enumerate(items, start=1):
            line = WeekLine(f"today.week.{number}", item, self.desk.today)
            line.clicked.connect(partial(self.desk.go, item.register, item.id))
            self.week.inside.addWidget(line)
        if not items:
            self.week.inside.addWidget(label(f"Không có việc nào đến hạn trong {_day_words(days)} tới.", "note"))
        self.week.inside.addStretch(1)

    def _show_report(self, report: NextReport, readiness: tuple[Readiness, ...]) -> None:
        self.report.clear()
        inside = self.report.inside
        inside.addWidget(label(f"Báo cáo {report.period.title}", "section"))
        inside.addWidget(label(_report_words(report), "note"))
        inside.addWidget(label("Số nhiệm vụ đã có số liệu kỳ này:", "note"))
        inside.addLayout(_bars(readiness))
        write = Action("Lập báo cáo", lambda: self.desk.go("reports"), "reports", "today.report")
        inside.addSpacing(SPACE)
        prove = Action("Việc chưa có minh chứng…", self._open_missing, "attach", "today.missing_evidence")
        inside.addLayout(row(button(write, "main"), button(prove, "quiet"), 1))
        inside.addStretch(1)

    def _open_late(self, id: int) -> None:
        if id:
            self.desk.go("tasks", id)
        else:
            self._follow(CountKey.LATE)

    def _open_missing(self) -> None:
        open_missing_evidence(self, self.desk)

    def _follow(self, key: CountKey) -> None:
        count = self._counts.get(key)
        if count:
            self.desk.go(count.register, 0, **dict(count.filters))

    def _first_card(self) -> Card:
        """Return the way into the work, which is all there is before a plan was loaded."""
        card = Card(_FIRST, _FIRST_NOTE)
        load = Action("Nạp kế hoạch…", lambda: self.desk.go("plans"), "plan", "today.load_plan")
        card.inside.addLayout(row(button(load, "main"), 1))
        card.hide()
        return card

    def _lay_out(self) -> None:
        self._tiles = QWidget()
        self._tiles.setLayout(row(*self.tiles.values(), gap=4))
        self._cards = QHBoxLayout()
        self._cards.setSpacing(4 * SPACE)
        self._cards.addWidget(self.week, 1)
        self._cards.addWidget(self.report, 1)
        inside = QWidget()
        layout = column(self.day, self.first, self._tiles, self.late, self.postings, self._cards, gap=4, margin=6)
        layout.setStretch(5, 1)
        inside.setLayout(layout)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside, within=True))


def _read(desk: Desk, work: Work) -> tuple[TodayView, list[PostingTask]]:
    return today_view(work, desk.period, desk.today), posting_tasks(work, desk.today)


def _day_words(days: int) -> str:
    return "bảy ngày" if days == 7 else f"{days} ngày"


def _report_words(report: NextReport) -> str:
    parts = [report.sentence, f"hạn gửi {written(report.due)}", report.status or ""]
    if report.status is ReportStatus.SENT:
        parts = [report.status, parts[1]]
    return " · ".join(part for part in parts if part)


def _bars(readiness: tuple[Readiness, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * SPACE)
    grid.setVerticalSpacing(2 * SPACE)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 1)
    for number, each in enumerate(readiness):
        grid.addWidget(label(f"{each.dimension}. {each.name}"), number, 0)
        grid.addWidget(Bar(each.written, each.total), number, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label(f"{each.written}/{each.total}" if each.total else "–", "note", wrap=False), number, 2)
    return grid
