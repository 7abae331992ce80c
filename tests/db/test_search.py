"""Finding Vietnamese text with and without accents, whatever a user types."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.database import Database
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.publications import Publication
from papi_desktop.services.work import Hit
from tests.db.values import DAY, progress, saved_task, saved_tree, task


@pytest.mark.parametrize(
    "words", ["ho ngheo", "hộ nghèo", "HỘ NGHÈO", "Ho\u0323\u0302 nghe\u0300o", "nghèo hộ", "ho ngh"]
)
@pytest.mark.parametrize("written", ["Rà soát hộ nghèo", "RÀ SOÁT HỘ NGHÈO", "Rà soát Hộ Nghèo"])
def test_poor_households_are_found_however_they_are_typed(database: Database, words: str, written: str) -> None:
    with database.work() as work:
        found = saved_task(work, written)
        assert work.search.find(words) == [Hit("tasks", found.id)]


@pytest.mark.parametrize("words", ["doi thoai", "đối thoại", "Đối Thoại", "ĐỐI THOẠI", "doi tho"])
def test_dialogues_are_found_by_their_topic(database: Database, words: str) -> None:
    with database.work() as work:
        found = work.dialogues.put(Dialogue(DAY, "Đối thoại với thanh niên")).after
        assert work.search.find(words) == [Hit("dialogues", found.id)]


def test_old_and_new_places_of_the_tone_mark_are_the_same(database: Database) -> None:
    with database.work() as work:
        found = work.dialogues.put(Dialogue(DAY, "Hoà giải ở cơ sở, Uỷ ban mời")).after
        assert work.search.find("hòa giải ủy ban") == [Hit("dialogues", found.id)]


def test_exact_accents_come_first_and_then_the_newest(database: Database) -> None:
    with database.work() as work:
        texts = ("Hộ nghèo", "Họ nghèo", "Hộ nghèo mới", "Hồ nghèo")
        ids = [work.dialogues.put(Dialogue(DAY, text)).after.id for text in texts]
        assert [hit.id for hit in work.search.find("hộ nghèo")] == [ids[2], ids[0], ids[3], ids[1]]
        assert [hit.id for hit in work.search.find("ho ngheo")] == [ids[3], ids[2], ids[1], ids[0]]


def test_every_word_must_match(database: Database) -> None:
    with database.work() as work:
        saved_task(work, "Rà soát hộ nghèo")
        assert work.search.find("hộ giàu") == []


def test_only_the_last_word_may_be_a_beginning(database: Database) -> None:
    with database.work() as work:
        saved_task(work, "Rà soát hộ nghèo")
        assert work.search.find("so ngheo") == []
        assert len(work.search.find("ngheo so")) == 1


def test_a_task_is_found_by_what_was_done_on_it_and_only_once(database: Database) -> None:
    with database.work() as work:
        found = saved_task(work)
        for period in ("2022-Q1", "2022-H1"):
            work.progress.put(progress(found.id, period, "Đã lập sổ theo dõi tại Nậm Lúc"))
        assert work.search.find("nam luc") == [Hit("tasks", found.id)]
        assert work.search.find("so", "tasks") == [Hit("tasks", found.id)]


def test_one_register_can_be_asked_for(database: Database) -> None:
    with database.work() as work:
        ids = saved_tree(work)
        assert work.search.find("hộ nghèo", "publications") == [Hit("publications", ids["publications"])]
        assert work.search.find("rác", "opinions") == [Hit("opinions", ids["opinions"])]
        assert work.search.find("rác", "tasks") == []


def test_changed_text_is_found_by_its_new_words_only(database: Database) -> None:
    with database.work() as work:
        old = saved_task(work, "Rà soát hộ nghèo")
        work.tasks.put(replace(old, text="Trồng rừng"))
        assert work.search.find("nghèo") == []
        assert work.search.find("trong rung") == [Hit("tasks", old.id)]


def test_a_code_is_found_as_it_is_printed(database: Database) -> None:
    with database.work() as work:
        plan_id = saved_task(work).plan_id
        wanted = work.tasks.put(task(plan_id, 2, dimension=2)).after
        assert work.search.find("2.2") == [Hit("tasks", wanted.id)]


def test_no_more_hits_are_returned_than_asked_for(database: Database) -> None:
    with database.work() as work:
        for number in range(5):
            work.publications.put(Publication(f"Danh sách số {number}"))
        assert len(work.search.find("danh sach", limit=3)) == 3


@pytest.mark.parametrize("words", ["", "   ", '"', "*", "()", "-", "“”"])
def test_a_search_without_a_word_finds_nothing(database: Database, words: str) -> None:
    with database.work() as work:
        saved_tree(work)
        assert work.search.find(words) == []


@pytest.mark.parametrize(
    "words", ['"hộ" AND', "hộ OR nghèo)", "nghèo*", "exact:hộ", "NEAR(hộ", "hộ -nghèo", "'; DROP--"]
)
def test_search_commands_are_only_words(database: Database, words: str) -> None:
    with database.work() as work:
        saved_tree(work)
        work.search.find(words)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nothing_a_user_types_breaks_the_search(database: Database, words: str) -> None:
    with database.work() as work:
        work.search.find(words)


def test_an_opinion_is_found_by_its_answer(database: Database) -> None:
    with database.work() as work:
        dialogue = work.dialogues.put(Dialogue(DAY, "Gặp gỡ")).after
        opinion = work.opinions.put(Opinion(dialogue.id, "Đường hỏng", answer="Sẽ sửa cầu treo")).after
        assert work.search.find("cau treo") == [Hit("opinions", opinion.id)]
