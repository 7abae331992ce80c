"""Named views and mappings of columns are found again."""

import pytest

from db.database import Database
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.mappings import ColumnMapping
from papi_desktop.domain.views import View


def test_views_belong_to_their_list_and_are_listed_by_name(database: Database) -> None:
    with database.work() as work:
        for name in ("Ở thôn xa", "Đến hạn", "Chưa giao"):
            work.views.put(View("tasks", name, (("officer", "1"), ("state", "Quá hạn")), "hộ nghèo"))
        work.views.put(View("dialogues", "Đến hạn"))
        assert [view.name for view in work.views.of_register("tasks")] == ["Chưa giao", "Đến hạn", "Ở thôn xa"]
        found = work.views.find("tasks", "Đến hạn")
        assert found is not None
        assert found.filters == (("officer", "1"), ("state", "Quá hạn"))
    with pytest.raises(KnownError, match="đã có một cách xem mang tên đó"), database.work() as work:
        work.views.put(View("tasks", "Đến hạn"))


def test_the_mapping_of_a_source_is_found_again(database: Database) -> None:
    with database.work() as work:
        saved = work.mappings.put(ColumnMapping("Sở Nội vụ", (("text", "2"), ("deadline", "5")))).after
        assert work.mappings.find("Sở Nội vụ") == saved
        assert work.mappings.find("UBND tỉnh") is None
