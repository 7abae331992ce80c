"""What goes into a store comes out equal, in order, in NFC, and keeps its keys."""

import unicodedata
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.database import Database
from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.commune import Commune, Officer, Unit, Village
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.mappings import ColumnMapping
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.publications import Place, PlaceKind, Posting, Publication
from papi_desktop.domain.reports import ExportedFile, Report, ReportStatus
from papi_desktop.domain.tasks import Progress, Status, Task
from papi_desktop.domain.views import View
from tests.db.values import DAY, plan, progress, saved_task, saved_tree, task

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
NUMBERS = st.integers(-(2**53), 2**53)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
PERIODS = st.sampled_from(["2022-Q1", "2022-H1", "2022-Q3", "2022-Y", "2023-07"])
OWN = {"id": st.just(0), "uuid": st.just("")}
SLOW_IS_FINE = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

for kind, strategy in ((str, TEXTS), (int, NUMBERS), (Decimal, DECIMALS), (date, st.dates())):
    st.register_type_strategy(kind, strategy)


def values(kind: type[Any], **fixed: Any) -> st.SearchStrategy[Any]:
    """Return made-up values of one kind whose links are given."""
    return st.builds(kind, **(OWN | {name: st.just(value) for name, value in fixed.items()}), **_optional(kind, fixed))


def _optional(kind: type[Any], fixed: dict[str, Any]) -> dict[str, Any]:
    given_names = set(fixed) | set(OWN)
    wanted = [field.name for field in fields(kind) if field.name not in given_names]
    return {name: ... for name in wanted if name != "period"} | ({"period": PERIODS} if "period" in wanted else {})


@pytest.mark.parametrize(
    ("store", "kind", "links"),
    [
        ("villages", Village, ()),
        ("officers", Officer, ()),
        ("plans", Plan, ()),
        ("tasks", Task, ("plan_id", "officer_id", "leader_id", "village_ids")),
        ("progress", Progress, ("task_id",)),
        ("places", Place, ("village_id",)),
        ("publications", Publication, ("task_id", "place_ids")),
        ("postings", Posting, ("publication_id", "place_id")),
        ("dialogues", Dialogue, ()),
        ("opinions", Opinion, ("dialogue_id",)),
        ("reports", Report, ()),
        ("views", View, ()),
        ("mappings", ColumnMapping, ()),
    ],
)
def test_a_stored_value_comes_back_equal(
    database: Database, store: str, kind: type[Any], links: tuple[str, ...]
) -> None:
    with database.work() as work:
        ids = saved_tree(work) | {
            "officers": work.officers.put(Officer("Lý A Páo")).after.id,
            "villages": work.villages.put(Village("Bản Lếch")).after.id,
        }
        second = work.places.put(Place(PlaceKind.WEBSITE, "Trang thông tin của xã")).after.id
        work.progress.remove(ids["progress"])
    of_link = {
        "plan_id": ids["plans"],
        "officer_id": ids["officers"],
        "leader_id": 0,
        "task_id": ids["tasks"],
        "village_id": ids["villages"],
        "village_ids": (ids["villages"],),
        "publication_id": ids["publications"],
        "place_id": ids["places"],
        "place_ids": (second, ids["places"]),
        "dialogue_id": ids["dialogues"],
    }

    @SLOW_IS_FINE
    @given(values(kind, **{name: of_link[name] for name in links}))
    def comes_back(value: Any) -> None:
        with database.work() as work:
            saved = getattr(work, store).put(value)
        with database.work() as work:
            back = getattr(work, store).get(saved.after.id)
            listed = [each for each in getattr(work, store).all() if each.id == back.id]
            getattr(work, store).remove(back.id)
        assert saved.before is None
        assert back == saved.after == replace(value, id=back.id, uuid=back.uuid)
        assert listed == [back]

    comes_back()


@pytest.mark.parametrize("owner", list(Owner))
def test_evidence_comes_back_for_every_kind_of_owner(database: Database, owner: Owner) -> None:
    stores = {Owner.PROGRESS: "progress", Owner.POSTING: "postings", Owner.DIALOGUE: "dialogues"}
    with database.work() as work:
        owner_id = saved_tree(work)[stores[owner]]
        before = work.attachments.counts(owner).get(owner_id, 0)
        saved = work.attachments.put(Attachment(owner, owner_id, "Biên bản.pdf", "cd" * 32, 2**40, DAY)).after
        assert work.attachments.of(owner, owner_id)[-1] == saved
        assert work.attachments.counts(owner) == {owner_id: before + 1}


def test_the_profile_is_replaced_and_its_old_state_returned(database: Database) -> None:
    first = Commune(Unit.COMMUNE, "Bản Lếch", "Lào Cai", "Giàng Seo Chứ", "Sở Nội vụ tỉnh Lào Cai")
    second = replace(first, district="Bắc Hà", is_sample=True, sample_day=DAY)
    with database.work() as work:
        assert work.commune.put(first).before is None
        assert work.commune.put(second).before == first
    with database.work() as work:
        assert work.commune.get() == second


def test_text_typed_as_nfd_is_stored_as_nfc(database: Database) -> None:
    decomposed = unicodedata.normalize("NFD", "Đối thoại ở thôn Nậm Lúc Thượng")
    with database.work() as work:
        after = work.dialogues.put(Dialogue(DAY, decomposed)).after
        report = work.reports.put(Report("2022-Q1", texts=((decomposed, decomposed),))).after
    assert unicodedata.is_normalized("NFC", after.topic)
    assert report.texts == ((after.topic, after.topic),)
    with database.work() as work:
        assert work.dialogues.get(after.id) == after


def test_replacing_a_value_keeps_its_keys_and_returns_the_old_one(database: Database) -> None:
    with database.work() as work:
        old = saved_task(work)
        saved = work.tasks.put(replace(old, text="Nội dung mới", uuid=""))
    assert saved.before == old
    assert saved.after == replace(old, text="Nội dung mới")


def test_a_given_exchange_key_is_kept(database: Database) -> None:
    with database.work() as work:
        assert work.villages.put(Village("Nậm Lúc", uuid="da-co")).after.uuid == "da-co"


def test_replacing_parts_leaves_no_old_ones(database: Database) -> None:
    with database.work() as work:
        entry = work.progress.put(progress(saved_task(work).id)).after
        work.progress.put(replace(entry, figures=entry.figures[1:]))
    with database.work() as work:
        assert work.progress.get(entry.id).figures == entry.figures[1:]
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM figure").scalar() == 1


def test_two_tasks_of_a_plan_cannot_hold_the_same_number(database: Database) -> None:
    with pytest.raises(KnownError, match="đã có một nhiệm vụ mang số thứ tự đó"), database.work() as work:
        work.tasks.put(task(saved_task(work).plan_id))
    with database.work() as work:
        assert work.tasks.all() == []


def test_a_task_has_one_entry_for_each_period(database: Database) -> None:
    with database.work() as work:
        entry = work.progress.put(progress(saved_task(work).id)).after
    with pytest.raises(KnownError, match="đã có kết quả của kỳ đó"), database.work() as work:
        work.progress.put(replace(entry, id=0, uuid=""))


def test_a_period_has_one_report(database: Database) -> None:
    with database.work() as work:
        work.reports.put(Report("2022-Q1"))
    with pytest.raises(KnownError, match="Kỳ này đã có báo cáo"), database.work() as work:
        work.reports.put(Report("2022-Q1"))


def test_a_key_is_free_again_once_its_row_is_in_the_recycle_bin(database: Database) -> None:
    with database.work() as work:
        first = work.reports.put(Report("2022-Q1")).after
        work.reports.remove(first.id)
        second = work.reports.put(Report("2022-Q1", ReportStatus.EXPORTED)).after
        assert work.reports.find("2022-Q1") == second
    with pytest.raises(KnownError, match="Kỳ này đã có báo cáo"), database.work() as work:
        work.reports.restore(first.id)


def test_a_value_that_is_gone_is_named_in_the_message(database: Database) -> None:
    with database.work() as work, pytest.raises(KnownError, match="Không còn nhiệm vụ này"):
        work.tasks.get(99)


def test_a_part_of_something_unknown_is_refused(database: Database) -> None:
    with pytest.raises(KnownError, match="không còn nữa"), database.work() as work:
        work.progress.put(progress(99))


def test_an_action_that_fails_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(KnownError), database.work() as work:
        work.tasks.get(saved_tree(work)["tasks"] + 1)
    with database.work() as work:
        assert work.plans.all() == work.tasks.all() == work.search.find("hộ nghèo") == []


def test_officers_are_listed_by_given_name_in_vietnamese_order(database: Database) -> None:
    names = ["Nguyễn Văn Ân", "Trần Thị Ánh", "Lý Văn Đào", "Hoàng Thị Dung", "Vàng A Ba"]
    with database.work() as work:
        for name in names:
            work.officers.put(Officer(name))
        listed = [officer.name for officer in work.officers.all()]
    assert listed == ["Trần Thị Ánh", "Nguyễn Văn Ân", "Vàng A Ba", "Hoàng Thị Dung", "Lý Văn Đào"]


def test_villages_keep_the_order_of_the_commune(database: Database) -> None:
    with database.work() as work:
        for ordinal, name in enumerate(["Nậm Lúc", "Bản Cái", "Đội 4"]):
            work.villages.put(Village(name, ordinal=ordinal))
        assert [village.name for village in work.villages.all()] == ["Nậm Lúc", "Bản Cái", "Đội 4"]


def test_progress_of_a_task_is_listed_in_the_order_of_the_periods(database: Database) -> None:
    codes = ["2022-Y", "2022-Q3", "2022-H1", "2022-Q1", "2022-07", "2021-Y"]
    with database.work() as work:
        task_id = saved_task(work).id
        for code in codes:
            work.progress.put(progress(task_id, code))
        listed = [entry.period for entry in work.progress.of_task(task_id)]
        found = work.progress.find(task_id, "2022-07")
        assert found is not None
        assert found.period == "2022-07"
        assert work.progress.find(task_id, "2030-Y") is None
    assert listed == ["2021-Y", "2022-Q1", "2022-H1", "2022-07", "2022-Q3", "2022-Y"]


def test_dialogues_and_plans_are_listed_newest_first(database: Database) -> None:
    with database.work() as work:
        for year in (2021, 2023, 2022):
            work.plans.put(replace(plan(), year=year))
            work.dialogues.put(Dialogue(date(year, 1, 1), "Đối thoại"))
        assert [each.year for each in work.plans.all()] == [2023, 2022, 2021]
        assert [each.held_on.year for each in work.dialogues.all()] == [2023, 2022, 2021]


def test_the_change_number_grows_with_each_action_that_changes_something(database: Database) -> None:
    assert database.change_number() == 0
    with database.work() as work:
        saved_tree(work)
    assert database.change_number() == 1
    with database.work() as work:
        work.tasks.all()
    assert database.change_number() == 1


def test_each_row_says_who_changed_it(database: Database) -> None:
    with database.work() as work:
        work.villages.put(Village("Nậm Lúc"))
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT changed_by FROM village").scalar() == "Vàng Thị Mai"


def test_reports_keep_texts_figures_and_files_apart(database: Database) -> None:
    report = Report(
        "2022-Q1",
        ReportStatus.SENT,
        texts=(("I", "Công tác chỉ đạo"), ("II", "Kết quả")),
        figures=(("tasks.done", "12"),),
        files=(ExportedFile("bao-cao.pdf", "ef" * 32),),
    )
    with database.work() as work:
        saved = work.reports.put(report).after
        assert replace(saved, id=0, uuid="") == report
        changed = work.reports.put(replace(saved, texts=())).after
        assert (changed.texts, changed.figures, changed.files) == ((), report.figures, report.files)


def test_ten_thousand_tasks_of_a_plan_are_read_in_two_queries(database: Database) -> None:
    with database.work() as work:
        plan_id = saved_task(work).plan_id
    statement = (
        "INSERT INTO task SELECT number, 'u' || number, plan_id, 2, number, code, own_code, text, lead_text, "
        "coordinating_text, part, deadline_text, deadline_kind, deadline_due, deadline_starts, deadline_every, "
        "deadline_day, deadline_report_to, officer_id, leader_id, note, '', '', NULL, NULL, '', '', "
        "created_at, changed_at, changed_by, NULL, NULL, NULL "
        "FROM task, (WITH RECURSIVE counted(number) AS (SELECT 10 UNION ALL SELECT number + 1 FROM counted "
        "WHERE number < 10008) SELECT number FROM counted) WHERE id = 1"
    )
    with database.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    statements = []
    with database.work() as work:
        raw = work._session.connection().connection.dbapi_connection  # type: ignore[attr-defined]
        raw.set_trace_callback(statements.append)
        tasks = work.tasks.of_plan(plan_id)
        raw.set_trace_callback(None)
    assert len(tasks) == 10_000
    assert len(statements) == 2


def test_the_progress_of_a_whole_plan_is_read_without_a_query_each(database: Database) -> None:
    with database.work() as work:
        plan_id = saved_task(work).plan_id
        for ordinal in range(2, 40):
            work.progress.put(progress(work.tasks.put(task(plan_id, ordinal)).after.id))
    statements = []
    with database.work() as work:
        raw = work._session.connection().connection.dbapi_connection  # type: ignore[attr-defined]
        raw.set_trace_callback(statements.append)
        assert len(work.progress.of_plans([plan_id])) == 38
        raw.set_trace_callback(None)
    assert len(statements) == 2


def test_every_reading_of_a_deadline_comes_back(database: Database) -> None:
    readings = [
        Deadline("Trước 15/12", DeadlineKind.WINDOW, DAY, date(2022, 1, 1)),
        Deadline("Hằng quý", DeadlineKind.RECURRING, every=Every.QUARTER, day=20, report_to="Sở Nội vụ"),
        Deadline("Thường xuyên", DeadlineKind.CONTINUOUS, report_to="Sở Nội vụ", report_due=DAY),
        Deadline("", DeadlineKind.UNREAD),
    ]
    with database.work() as work:
        plan_id = work.plans.put(plan()).after.id
        for ordinal, deadline in enumerate(readings):
            work.tasks.put(replace(task(plan_id, ordinal), deadline=deadline))
        assert [each.deadline for each in work.tasks.of_plan(plan_id)] == readings


def test_a_status_is_stored_by_its_own_words(database: Database) -> None:
    with database.work() as work:
        work.progress.put(replace(progress(saved_task(work).id), status=Status.DONE))
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT status FROM progress").scalar() == "Hoàn thành"
