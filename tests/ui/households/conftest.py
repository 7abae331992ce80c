"""The page of the households in the window, and what is kept of them."""

import pytest

from papi_desktop.domain.households import Household
from papi_desktop.services.household_list import list_for
from tests.ui.conftest import Settle
from ui.desk import Desk
from ui.households.page import HouseholdsPage
from ui.window import Window

PASTED = (
    "Họ tên\tThôn\tNăm sinh\tSố định danh\tSố khẩu\tPhân loại\n"
    "Lò Thị Mẩy\tThôn An Hòa\t1970\t010170001234\t4\tHộ nghèo\n"
    "Vàng A Dế\tThôn Lạ\t1980\t010180001235\t5\tHộ cận nghèo\n"
    "Giàng A Páo\tThôn An Lạc\t1985\t010185001236\t2\t\n"
)


@pytest.fixture
def page(window: Window, settle: Settle) -> HouseholdsPage:
    page = window.open_page("households")
    settle()
    assert isinstance(page, HouseholdsPage)
    return page


def households(desk: Desk, settle: Settle, year: int = 2022) -> list[Household]:
    found: list[Household] = []
    desk.operations.read(lambda work: work.households.of_list(list_for(work, year).id), found.extend)
    settle()
    return found
