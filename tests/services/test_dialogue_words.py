"""What is said of a dialogue: how its opinions stand, and whether its notices were in time."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.rules import RuleBook
from papi_desktop.services.dialogue_days import result_day
from papi_desktop.services.dialogue_list import Tally
from papi_desktop.services.dialogue_words import answered, counted_words, new_opinion, notice_hint, result_hint
from papi_desktop.services.rule_book import Terms, bundled_terms
from papi_desktop.services.work import Work

HELD = Dialogue(date(2025, 10, 20), "Đối thoại năm 2025")
TODAY = date(2025, 10, 25)
NOW = bundled_terms()


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
    assert notice_hint(replace(HELD, announced_on=announced), NOW).is_good is is_good


@pytest.mark.parametrize(
    ("told", "is_good"), [(date(2025, 10, 30), True), (date(2025, 10, 31), False), (date(2025, 10, 1), False)]
)
def test_the_result_is_told_within_ten_days(told: date, is_good: bool) -> None:
    assert result_hint(replace(HELD, result_on=told), NOW, TODAY).is_good is is_good


def test_a_result_that_is_not_yet_due_says_its_last_day() -> None:
    hint = result_hint(HELD, NOW, TODAY)
    assert (hint.is_good, "chậm nhất ngày 30/10/2025" in hint.sentence) == (None, True)


def test_a_result_that_was_not_told_in_time_is_said() -> None:
    assert result_hint(HELD, NOW, date(2025, 10, 31)).is_good is False


def test_a_limit_that_a_new_law_counts_in_working_days_is_counted_so() -> None:
    key = "dialogue.result_within"
    other = replace(NOW.book.rule(key, TODAY), unit="working_day", starts=date(2025, 7, 1))
    now = Terms(RuleBook([*NOW.book.rules, other]), NOW.days)
    hint = result_hint(replace(HELD, result_on=date(2025, 11, 3)), now, TODAY)
    assert (hint.is_good, "không quá 10 ngày làm việc" in hint.sentence) == (True, True)
    assert result_day(replace(HELD, result_on=date(2025, 11, 4)), now, date(2025, 12, 1)).is_late


def test_a_result_dated_before_its_dialogue_is_none() -> None:
    told = result_day(replace(HELD, result_on=date(2025, 10, 1)), NOW, date(2025, 10, 31))
    assert (told.told_on, told.is_late, told.in_time) == (None, True, False)


def test_the_law_is_named_only_for_dialogues_that_it_covers() -> None:
    assert "Luật 72/2025/QH15" in notice_hint(HELD, NOW).sentence
    assert "Luật" not in notice_hint(Dialogue(date(2022, 5, 5), "Đối thoại năm 2022"), NOW).sentence


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
