"""The province's results are kept by year, content by content."""

from dataclasses import replace
from decimal import Decimal

import pytest

from db.database import Database
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.scores import Group, YearScore


def test_scores_of_a_province_are_read_oldest_first_and_found_by_year(database: Database) -> None:
    points = (Decimal("5.10"), None, *(Decimal(number) for number in range(1, 7)))
    groups = (Group.LOWEST, *(None,) * 6, Group.HIGHEST)
    with database.work() as work:
        for year in (2022, 2020, 2021):
            work.scores.put(YearScore("Lào Cai", year, Decimal("42.67"), points, Group.UPPER, groups, 7, 63))
        work.scores.put(YearScore("Đắk Lắk", 2021))
        assert [each.year for each in work.scores.of_province("Lào Cai")] == [2020, 2021, 2022]
        assert [each.province for each in work.scores.all()] == ["Đắk Lắk", *["Lào Cai"] * 3]
        found = work.scores.find("Lào Cai", 2021)
        assert found is not None
        assert (found.by_dimension, found.groups) == (points, groups)
        assert work.scores.put(replace(found, by_dimension=(None,) * 8)).after.by_dimension == (None,) * 8
        assert work.scores.find("Lào Cai", 1999) is None


def test_a_province_has_one_result_for_each_year(database: Database) -> None:
    with pytest.raises(KnownError, match="Năm này đã có kết quả"), database.work() as work:
        work.scores.put_many([YearScore("Lào Cai", 2022), YearScore("Lào Cai", 2022)])
