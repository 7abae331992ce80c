"""What is said of a dialogue: how its opinions stand, and whether its notices were in time."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.catalog import rule_book
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.services.dialogue_list import Tally
from papi_desktop.services.dialogue_words import answered, counted_words, new_opinion, notice_hint, result_hint
from papi_desktop.services.work import Work

HELD = Dialogue(date(2025, 10, 20), "Đối thoại năm 2025")
TODAY = date(2025, 10, 25)
BOOK = rule_book()


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (Tally(23, 20, 2, 1), "23 ý kiến: 20 đã trả lời, 2 đang giải quyết, 1 quá hạn"),
        (Tally(4, 4, 0, 0), "4 ý kiến: 4 đã trả lời"),
        (Tally(), "Chưa ghi ý kiến nào"),
    ],
)
def test_opinions_are_counted_in_one_line(counted: Tally, words: str) -> None:
    assert counted_words(counted) == words


@pytest.mark.parametrize(
    ("announced", "is_good"),
    [(date(2025, 10, 13), True), (date(2025, 10, 14), False), (date(2025, 10, 21), False), (None, None)],
)
def test_a_dialogue_is_announced_seven_days_before(announced: date | None, is_good: bool | None) -> None:
    assert notice_hint(replace(HELD, announced_on=announced), BOOK).is_good is is_good


@pytest.mark.parametrize(
    ("told", "is_good"), [(date(2025, 10, 30), True), (date(2025, 10, 31), False), (date(2025, 10, 1), False)]
)
def test_the_result_is_told_within_ten_days(told: date, is_good: bool) -> None:
    assert result_hint(replace(HELD, result_on=told), BOOK, TODAY).is_good is is_good


def test_a_result_that_is_not_yet_due_says_its_last_day() -> None:
    hint = result_hint(HELD, BOOK, TODAY)
    assert (hint.is_good, "chậm nhất ngày 30/10/2025" in hint.sentence) == (None, True)


def test_a_result_that_was_not_told_in_time_is_said() -> None:
    assert result_hint(HELD, BOOK, date(2025, 10, 31)).is_good is False


def test_the_law_is_named_only_for_dialogues_that_it_covers() -> None:
    assert "Luật 72/2025/QH15" in notice_hint(HELD, BOOK).sentence
    assert "Luật" not in notice_hint(Dialogue(date(2022, 5, 5), "Đối thoại năm 2022"), BOOK).sentence


def test_a_new_opinion_is_the_next_and_due_with_the_one_before(sample_work: Work) -> None:
    dialogue = sample_work.dialogues.all()[0]
    last = sample_work.opinions.of_dialogue(dialogue.id)[-1]
    opinion = new_opinion(sample_work, dialogue.id)
    assert (opinion.ordinal, opinion.due_on) == (last.ordinal + 1, last.due_on)


def test_an_answer_without_a_day_was_given_today() -> None:
    assert answered(Opinion(1, "Hỏi", answer="Đáp"), TODAY).answered_on == TODAY


def test_a_day_that_was_given_stays() -> None:
    opinion = Opinion(1, "Hỏi", answer="Đáp", answered_on=date(2025, 10, 21))
    assert answered(opinion, TODAY) == opinion
