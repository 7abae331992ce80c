"""The one list of features, in the order of the navigation; a page is made when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ui.desk import Desk
from ui.widgets.page import Page


@dataclass(frozen=True)
class Feature:
    """One entry of the navigation: its objectName is `nav.<name>`, and so is the name of its icon."""

    name: str
    title: str
    make: Callable[[Desk], Page]
    also: tuple[str, ...] = ()
    """Other registers that live on this page; a jump to one of them opens it."""
    hidden: bool = False
    """A page that is reached from another one, and is not in the navigation."""


def _today(desk: Desk) -> Page:
    from ui.today.page import TodayPage

    return TodayPage(desk)


def _tasks(desk: Desk) -> Page:
    from ui.tasks.page import TasksPage

    return TasksPage(desk)


def _planning(desk: Desk) -> Page:
    from ui.planning.page import PlanningPage

    return PlanningPage(desk)


def _publications(desk: Desk) -> Page:
    from ui.publications.page import PublicationsPage

    return PublicationsPage(desk)


def _dialogues(desk: Desk) -> Page:
    from ui.dialogues.page import DialoguesPage

    return DialoguesPage(desk)


def _reports(desk: Desk) -> Page:
    from ui.reports.page import ReportsPage

    return ReportsPage(desk)


def _settings(desk: Desk) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(desk)


PAGES: Final = (
    Feature("today", "Hôm nay", _today),
    Feature("tasks", "Nhiệm vụ", _tasks),
    Feature("planning", "Nạp kế hoạch", _planning, also=("plans",), hidden=True),
    Feature("publications", "Công khai", _publications),
    Feature("dialogues", "Đối thoại", _dialogues, also=("opinions",)),
    Feature("reports", "Báo cáo", _reports),
    Feature("settings", "Cài đặt", _settings, also=("officers", "villages", "places")),
)


def feature_of(register: str) -> Feature | None:
    """Return the feature on whose page a register lives."""
    return next((each for each in PAGES if register == each.name or register in each.also), None)
