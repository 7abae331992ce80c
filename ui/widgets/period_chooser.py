"""The one place where the reporting period is chosen: a button with the year's four reports and its months."""

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from papi_desktop.domain.periods import Period, PeriodKind, month_period, reports_of
from ui.desk import Desk
from ui.widgets.texts import Action, menu_line, set_icon


class PeriodChooser(QPushButton):
    """Shows the period of the desk and changes it for every page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("period")
        self.setProperty("menu", True)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        desk.period_changed.connect(self._show)
        self._show()
        set_icon(self, "calendar")

    def _show(self) -> None:
        self.setText(f"Kỳ: {self._desk.period.label}")
        self.setAccessibleName(f"Kỳ báo cáo: {self._desk.period.label}")

    def _fill(self) -> None:
        menu, year = self._menu, self._desk.period.year
        menu.clear()
        for period in reports_of(year):
            menu.addAction(menu_line(self._choice(period), menu))
        months = menu.addMenu(f"Tháng của năm {year}")
        for number in range(1, 13):
            months.addAction(menu_line(self._choice(month_period(year, number)), months))
        menu.addSeparator()
        for other in (year - 1, year + 1):
            beside = menu.addMenu(f"Năm {other}")
            for period in reports_of(other):
                beside.addAction(menu_line(self._choice(period), beside))

    def _choice(self, period: Period) -> Action:
        words = period.label if period.kind is not PeriodKind.YEAR else f"Cả năm {period.year}"
        return Action(words, lambda: self._desk.choose_period(period), name=f"period.{period.code}")
