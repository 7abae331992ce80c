"""The one list of features, in the order of the navigation; a page is made when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ui.desk import Desk
from ui.widgets.page import Page

MakePage = Callable[[Desk], Page]


@dataclass(frozen=True)
class Feature:
    """One entry of the navigation: its objectName is `nav.<name>`, and so is the name of its icon."""

    name: str
    title: str
    load: Callable[[], MakePage]
    """Imports the page; may be called on another thread, and what it returns on the main one."""
    also: tuple[str, ...] = ()
    """Other registers that live on this page; a jump to one of them opens it."""
    hidden: bool = False
    """A page that is reached from another one, and is not in the navigation."""
    is_register: bool = False
    """One of the books and forms, which stand together under their own heading."""


def _today() -> MakePage:
    from ui.today.page import TodayPage

    return TodayPage


def _tasks() -> MakePage:
    from ui.tasks.page import TasksPage

    return TasksPage


def _planning() -> MakePage:
    from ui.planning.page import PlanningPage

    return PlanningPage


def _publications() -> MakePage:
    from ui.publications.page import PublicationsPage

    return PublicationsPage


def _households() -> MakePage:
    from ui.households.page import HouseholdsPage

    return HouseholdsPage


def _budget() -> MakePage:
    from ui.budget.page import BudgetPage

    return BudgetPage


def _dialogues() -> MakePage:
    from ui.dialogues.page import DialoguesPage

    return DialoguesPage


def _reception() -> MakePage:
    from ui.reception.page import ReceptionPage

    return ReceptionPage


def _reports() -> MakePage:
    from ui.reports.page import ReportsPage

    return ReportsPage


def _reviews() -> MakePage:
    from ui.reviews.page import ReviewsPage

    return ReviewsPage


def _results() -> MakePage:
    from ui.results.page import ResultsPage

    return ResultsPage


def _settings() -> MakePage:
    from ui.settings.page import SettingsPage

    return SettingsPage


PAGES: Final = (
    Feature("today", "Hôm nay", _today),
    Feature("tasks", "Nhiệm vụ", _tasks),
    Feature("planning", "Nạp kế hoạch", _planning, also=("plans",), hidden=True),
    Feature("publications", "Công khai", _publications),
    Feature("dialogues", "Đối thoại", _dialogues, also=("opinions",)),
    Feature("reception", "Tiếp công dân", _reception),
    Feature("reports", "Báo cáo", _reports),
    Feature("households", "Hộ nghèo, cận nghèo", _households, is_register=True),
    Feature("budget", "Công khai ngân sách", _budget, also=("budget_forms",), is_register=True),
    Feature("reviews", "Đánh giá tháng", _reviews, is_register=True),
    Feature("results", "Kết quả PAPI", _results, is_register=True),
    Feature("settings", "Cài đặt", _settings, also=("officers", "villages", "places", "kept_plans", "recycle")),
)


def feature_of(register: str) -> Feature | None:
    """Return the feature on whose page a register lives."""
    return next((each for each in PAGES if register == each.name or register in each.also), None)
