"""Households are found in their own list only, and stored in the order of Vietnamese names."""

from datetime import date

from db.database import Database
from papi_desktop.domain.households import Household, HouseholdList
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.text import name_sort_key
from papi_desktop.services.household_list import HOUSEHOLDS
from papi_desktop.services.registers import Query

HEADS = ("Vàng Seo Lử", "Lò Thị Á", "Đặng Văn Ánh", "Lò Thị Ạ", "Giàng A Dế", "Lý A Đề", "Lò Thị A", "Ma Seo Ăm")


def test_a_household_is_found_in_its_own_list_and_never_by_the_search_over_everything(database: Database) -> None:
    with database.work() as work:
        yearly = work.household_lists.put(HouseholdList(2022)).after
        work.households.put(Household(yearly.id, "Vàng Seo Lử", identity="010000000001", note="Ốm đau dài ngày"))
        query = Query(read_period("2022-Q3"), date(2022, 9, 5), "vàng seo lu")
        assert [line.head for line in HOUSEHOLDS.lines(work, query)] == ["Vàng Seo Lử"]
        for words in ("Vàng Seo Lử", "lu", "010000000001", "ốm đau"):
            assert work.search.find(words) == []


def test_the_stored_order_is_that_of_the_key(database: Database) -> None:
    with database.work() as work:
        yearly = work.household_lists.put(HouseholdList(2022)).after
        work.households.put_many(Household(yearly.id, head) for head in HEADS)
        stored = [each.head for each in work.households.of_list(yearly.id)]
    assert stored == sorted(HEADS, key=name_sort_key)
