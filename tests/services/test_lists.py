"""The lists that people work with."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import event

from db.database import Database
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.publications import PublicationState
from papi_desktop.domain.tasks import Part, Progress, State
from papi_desktop.services.lists import REGISTERS, register
from papi_desktop.services.publication_list import publication_matrix
from papi_desktop.services.registers import Query, Register
from papi_desktop.services.task_list import TASKS, task_lines, task_texts
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
YEAR = read_period("2022-Y")


def asked(words: str = "", **filters: str) -> Query:
    return Query(YEAR, TODAY, words, tuple(filters.items()))


def test_the_list_of_tasks_shows_the_28_that_concern_the_commune(sample_work: Work) -> None:
    lines = task_lines(sample_work, asked())
    assert (len(lines), sum(line.part is Part.LEAD for line in lines)) == (28, 15)


def test_the_other_tasks_are_shown_on_request(sample_work: Work) -> None:
    assert len(task_lines(sample_work, asked(part="tất cả"))) == 39
    assert len(task_lines(sample_work, asked(part=Part.INFORM))) == 11


def test_tasks_are_grouped_by_content(sample_work: Work) -> None:
    assert TASKS.group is not None
    groups = [TASKS.group(line) for line in task_lines(sample_work, asked())]
    assert groups == sorted(groups)
    assert len(set(groups)) == 8


def test_words_without_accents_find_texts_with_accents(sample_work: Work) -> None:
    assert "2.2" in {line.code for line in task_lines(sample_work, asked("ho ngheo"))}
    assert len(register("dialogues").lines(sample_work, asked("doi thoai"))) == 6


def test_a_task_is_found_by_what_was_written_in_any_period(sample_work: Work) -> None:
    task = task_lines(sample_work, asked())[0]
    sample_work.progress.put(Progress(task.id, "2022-01", result="Đã thăm nhà cụ Giàng"))
    assert [line.id for line in task_lines(sample_work, asked("tham nha cu giang"))] == [task.id]
    sought_in = task_texts(sample_work, asked())
    assert [id for id, text in sought_in.items() if "tham nha cu giang" in text] == [task.id]


def test_filters_of_tasks_can_be_combined(sample_work: Work) -> None:
    officer = next(each for each in sample_work.officers.all() if each.name == "Đặng Văn Toàn")
    lines = task_lines(sample_work, asked(officer=str(officer.id), state=State.LATE))
    assert [line.code for line in lines] == ["5.2"]


def test_work_finished_in_an_earlier_period_stays_finished(sample_work: Work) -> None:
    line = next(line for line in task_lines(sample_work, asked()) if line.code == "3.1")
    assert (line.state, line.entry_period, line.is_missing) == (State.DONE, "2022-Q3", False)


def test_every_column_and_group_of_every_list_can_be_read(sample_work: Work) -> None:
    for each in REGISTERS:
        lines = each.lines(sample_work, asked())
        assert lines
        for line in lines:
            assert all(hasattr(line, column.key) for column in each.columns)
            assert each.group is None or each.group(line)


def test_every_choice_of_every_filter_gives_a_list(sample_work: Work) -> None:
    for each in REGISTERS:
        for choice in each.filters:
            more = choice.from_work(sample_work) if choice.from_work else ()
            for value, label in (*choice.choices, *more):
                assert label
                each.lines(sample_work, asked(**{choice.key: value}))


def test_a_period_narrows_the_dialogues_to_its_days(sample_work: Work) -> None:
    query = Query(read_period("2022-Q3"), TODAY, filters=(("when", "kỳ"),))
    assert [line.held_on for line in register("dialogues").lines(sample_work, query)] == [
        date(2022, 8, 19),
        date(2022, 7, 22),
    ]


def test_a_publication_that_lacks_a_village_house_is_not_done(sample_work: Work) -> None:
    lines = register("publications").lines(sample_work, asked(state=PublicationState.LATE))
    assert [line.shown_places for line in lines] == ["7/10"]
    assert "Chưa niêm yết tại Nhà văn hóa thôn Suối Thầu." in lines[0].reasons


def test_the_matrix_has_every_place_and_publication(sample_work: Work) -> None:
    matrix = publication_matrix(sample_work, asked())
    assert (len(matrix.places), len(matrix.checks)) == (14, 12)


@pytest.mark.parametrize("each", REGISTERS, ids=lambda each: each.name)
def test_a_list_asks_the_database_a_fixed_number_of_questions(
    sample: Database, each: Register[object], statements: Callable[[], int]
) -> None:
    with sample.work() as work:
        lines = each.lines(work, asked())
    assert statements() <= 16
    assert len(lines) > 0


def test_an_unknown_list_is_refused_with_the_known_names() -> None:
    with pytest.raises(KnownError, match="tasks, publications"):
        register("gì đó")


@pytest.fixture
def statements(sample: Database) -> Callable[[], int]:
    count: list[str] = []
    event.listen(sample.engine, "before_cursor_execute", lambda *arguments: count.append(arguments[2]))
    return lambda: len(count)
