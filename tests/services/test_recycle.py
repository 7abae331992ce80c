"""The recycle bin shows what was removed from every list, and gives it back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.budget import BudgetForm
from papi_desktop.domain.commune import Officer, Village
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.holidays import SpecialDay
from papi_desktop.domain.households import Household, HouseholdList
from papi_desktop.domain.mappings import ColumnMapping
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.publications import Place, PlaceKind, Posting, PostingOpinion, Publication
from papi_desktop.domain.reception import ReceptionSchedule, ReceptionSession, SessionChange
from papi_desktop.domain.reports import Report
from papi_desktop.domain.rules import RuleChange
from papi_desktop.domain.scores import YearScore
from papi_desktop.domain.templates import ChangedTemplate
from papi_desktop.domain.views import View
from papi_desktop.services.recycle import RECYCLE, RemovedLine, removed_lines, restore, restore_many
from papi_desktop.services.registers import Query
from papi_desktop.services.work import Storage, Work

DAY = date(2022, 9, 5)
QUERY = Query(read_period("2022-Q3"), DAY)

# One new value of each store, made from what the sample commune has, and what the recycle bin calls it.
MADE: dict[str, tuple[Callable[[Work], Any], str]] = {
    "plans": (lambda work: work.plans.all()[0], "Kế hoạch"),
    "tasks": (lambda work: work.tasks.all()[0], "Nhiệm vụ"),
    "progress": (lambda work: work.progress.all()[0], "Kết quả thực hiện"),
    "publications": (lambda _work: Publication("Danh sách hộ nghèo"), "Nội dung công khai"),
    "postings": (
        lambda work: Posting(work.publications.all()[0].id, work.places.all()[0].id, DAY),
        "Lần niêm yết",
    ),
    "posting_opinions": (
        lambda work: PostingOpinion(work.postings.all()[0].id, DAY, "Đề nghị xem lại"),
        "Ý kiến khi niêm yết",
    ),
    "places": (lambda _work: Place(PlaceKind.OTHER, "Chợ phiên"), "Nơi niêm yết"),
    "dialogues": (lambda _work: Dialogue(DAY, "Vệ sinh môi trường"), "Đối thoại"),
    "opinions": (lambda work: Opinion(work.dialogues.all()[0].id, "Thu gom rác"), "Ý kiến"),
    "household_lists": (lambda _work: HouseholdList(2031), "Danh sách hộ nghèo"),
    "households": (lambda work: Household(work.household_lists.put(HouseholdList(2031)).after.id, "Lý A Páo"), "Hộ"),
    "budget_forms": (lambda _work: BudgetForm("113", "2031-Y"), "Biểu ngân sách"),
    "reception_schedules": (lambda _work: ReceptionSchedule("Lịch tiếp công dân", DAY, DAY), "Lịch tiếp dân"),
    "reception_sessions": (
        lambda work: ReceptionSession(
            work.reception_schedules.put(ReceptionSchedule("Lịch tiếp công dân", DAY, DAY)).after.id,
            DAY,
            "",
            "Lý A Páo",
        ),
        "Buổi tiếp dân",
    ),
    "session_changes": (
        lambda work: SessionChange(
            work.reception_sessions.put(
                ReceptionSession(
                    work.reception_schedules.put(ReceptionSchedule("Lịch", DAY, DAY)).after.id, DAY, "", "Lý A Páo"
                )
            ).after.id,
            DAY,
            "a",
            "b",
            "Chủ tịch đi họp",
        ),
        "Đổi lịch tiếp dân",
    ),
    "attachments": (
        lambda work: Attachment(Owner.PROGRESS, work.progress.all()[0].id, "ảnh.jpg", "ab" * 32, 10, DAY),
        "Minh chứng",
    ),
    "reports": (lambda _work: Report("2031-Y"), "Báo cáo"),
    "officers": (lambda _work: Officer("Lò Thị Mây"), "Cán bộ"),
    "villages": (lambda _work: Village("Nậm Lúc"), "Thôn, tổ dân phố"),
    "scores": (lambda _work: YearScore("Lào Cai", 2031), "Kết quả PAPI"),
    "rule_changes": (lambda _work: RuleChange("trial", "1", "ngày", None, None, "", "Hạn thử", ""), "Quy định"),
    "special_days": (lambda _work: SpecialDay(date(2031, 9, 3), False, "Nghỉ bù"), "Ngày nghỉ, làm bù"),
    "templates": (lambda _work: ChangedTemplate("trial", "Kính gửi"), "Mẫu in"),
    "views": (lambda _work: View("tasks", "Quá hạn"), "Cách xem"),
    "mappings": (lambda _work: ColumnMapping("Sở Nội vụ"), "Cách đọc cột"),
}


def test_every_store_has_its_place_in_the_recycle_bin() -> None:
    stores = {name for name in vars(Work) if not name.startswith("_")} - {"commune", "search", "label"}
    assert set(dict(RECYCLE.filters[0].choices)) == stores == set(MADE)


@pytest.mark.parametrize("store", sorted(MADE))
def test_what_was_removed_is_listed_and_comes_back(sample_work: Work, store: str) -> None:
    make, kind = MADE[store]
    values = getattr(sample_work, store)
    made = values.put(make(sample_work)).after
    before = values.all()
    values.remove(made.id)
    (line,) = removed_lines(sample_work, QUERY)
    assert (line.kind, line.store, line.value_id) == (kind, store, made.id)
    assert line.what
    restore(sample_work, line)
    assert removed_lines(sample_work, QUERY) == []
    assert values.all() == before


def remove_a_task_and_its_plan(work: Work) -> list[RemovedLine]:
    task = work.tasks.all()[0]
    work.tasks.remove(task.id)
    work.plans.remove(task.plan_id)
    return removed_lines(work, QUERY)


def test_the_newest_removal_stands_first_and_parts_do_not_stand_alone(sample_work: Work) -> None:
    lines = remove_a_task_and_its_plan(sample_work)
    assert [line.store for line in lines] == ["plans", "tasks"]
    assert len({line.id for line in lines}) == 2


def test_a_part_alone_is_refused_while_its_whole_is_in_the_bin(sample_work: Work) -> None:
    plan, task = remove_a_task_and_its_plan(sample_work)
    with pytest.raises(KnownError, match="Hãy khôi phục mục kia trước"):
        restore(sample_work, task)


def test_several_come_back_in_the_order_that_works(sample: Storage) -> None:
    with sample.work() as work:
        lines = remove_a_task_and_its_plan(work)
        assert restore_many(work, reversed(lines)) == 2
        assert removed_lines(work, QUERY) == []
    change = sample.last_change()
    assert change is not None
    assert change.label == "Khôi phục 2 mục từ Thùng rác"


def test_the_bin_is_narrowed_by_kind_and_words(sample_work: Work) -> None:
    remove_a_task_and_its_plan(sample_work)
    assert [line.store for line in removed_lines(sample_work, Query(QUERY.period, DAY, "", (("kind", "tasks"),)))] == [
        "tasks"
    ]
    assert removed_lines(sample_work, Query(QUERY.period, DAY, "không có chữ này")) == []
