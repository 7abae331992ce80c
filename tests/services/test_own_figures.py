"""The officer's own figure of a rule counts in every list, sentence and report, and stops counting when taken back."""

from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.dialogues import Dialogue
from papi_desktop.domain.periods import Window, read_period
from papi_desktop.domain.tasks import State
from papi_desktop.services.dialogue_words import read_meeting
from papi_desktop.services.lists import register
from papi_desktop.services.missing_evidence import missing_evidence
from papi_desktop.services.publishing import new_publication
from papi_desktop.services.registers import Query
from papi_desktop.services.report_findings import gather
from papi_desktop.services.rule_book import override, rule_book, take_back, terms
from papi_desktop.services.sample import SAMPLE_DAY
from papi_desktop.services.spans import IN_PERIOD, IN_YEAR, asked_window, window_of, year_to_date
from papi_desktop.services.today import CountKey, next_report, today_view
from papi_desktop.services.work import Work

YEAR = read_period("2022-Y")


def set_figure(work: Work, key: str, value: str, day: date = SAMPLE_DAY) -> None:
    override(work, rule_book(work).rule(key, day), value, "Theo công văn của huyện")


def test_the_cutoff_day_moves_the_days_of_every_period(sample_work: Work) -> None:
    set_figure(sample_work, "report.cutoff", "20")
    book = rule_book(sample_work)
    assert window_of(YEAR, book) == Window(date(2021, 12, 21), date(2022, 12, 20))
    assert year_to_date(YEAR, book).last == date(2022, 12, 20)


@pytest.mark.parametrize("when", [IN_PERIOD, IN_YEAR])
def test_the_cutoff_day_moves_what_a_list_shows_of_the_period(sample_work: Work, when: str) -> None:
    set_figure(sample_work, "report.cutoff", "20")
    query = Query(YEAR, SAMPLE_DAY, filters=(("when", when),))
    window = asked_window(sample_work, query)
    assert window
    assert window.last == date(2022, 12, 20)
    late = sample_work.dialogues.put(Dialogue(date(2022, 12, 18), "Nước sạch", "Thôn Một")).after
    assert late.id in {line.id for line in register("dialogues").lines(sample_work, query)}


def test_the_cutoff_day_moves_what_the_report_counts(sample_work: Work) -> None:
    day = date(2022, 12, 31)
    late = sample_work.dialogues.put(Dialogue(date(2022, 12, 18), "Nước sạch", "Thôn Một")).after
    assert late.id not in {each.id for each in gather(sample_work, YEAR, day).dialogues}
    set_figure(sample_work, "report.cutoff", "20")
    after = gather(sample_work, YEAR, day)
    assert late.id in {each.id for each in after.dialogues}
    assert after.window.last == date(2022, 12, 20)


def test_the_cutoff_day_moves_what_must_have_evidence(sample_work: Work) -> None:
    late = sample_work.dialogues.put(Dialogue(date(2022, 12, 18), "Nước sạch", "Thôn Một")).after

    def is_asked_for() -> bool:
        found = missing_evidence(sample_work, YEAR, date(2022, 12, 31))
        return ("dialogues", late.id) in {(each.register, each.id) for each in found}

    assert not is_asked_for()
    set_figure(sample_work, "report.cutoff", "20")
    assert is_asked_for()


def test_the_days_of_due_soon_move_the_list_the_first_page_and_the_report(sample_work: Work) -> None:
    def counted() -> tuple[int, int, int]:
        lines = register("tasks").lines(sample_work, Query(YEAR, SAMPLE_DAY))
        view = today_view(sample_work, YEAR, SAMPLE_DAY)
        soon = next(each for each in view.counts if each.key is CountKey.SOON)
        told = [line for line in gather(sample_work, YEAR, SAMPLE_DAY).tasks if line.state is State.SOON]
        return sum(line.state is State.SOON for line in lines), soon.number, len(told)

    before = counted()
    set_figure(sample_work, "work.soon_days", "60")
    after = counted()
    assert len(set(before)) == len(set(after)) == 1, "the three agree"
    assert after[0] > before[0]
    take_back(sample_work, rule_book(sample_work).rule("work.soon_days", SAMPLE_DAY))
    assert counted() == before


def test_the_first_page_names_the_days_of_due_soon_and_shows_as_many(sample_work: Work) -> None:
    before = today_view(sample_work, YEAR, SAMPLE_DAY)
    set_figure(sample_work, "work.soon_days", "60")
    after = today_view(sample_work, YEAR, SAMPLE_DAY)
    assert [each.label for each in after.counts if each.key is CountKey.SOON] == ["Đến hạn trong 60 ngày"]
    assert after.days == 60
    assert len(after.week) > len(before.week)


def test_the_day_on_which_a_report_is_due_follows_the_rule(sample_work: Work) -> None:
    set_figure(sample_work, "report.due_commune", "12")
    assert next_report(sample_work, YEAR, SAMPLE_DAY).due == date(2022, 12, 12)


def test_the_sentences_of_a_dialogue_follow_the_rule(sample_work: Work) -> None:
    day = date(2026, 3, 20)
    held = sample_work.dialogues.put(Dialogue(day, "Nước sạch", "Thôn Một", announced_on=date(2026, 3, 12))).after
    assert read_meeting(sample_work, held.id, day).hints[0].is_good is True
    set_figure(sample_work, "dialogue.notice_before", "10", day)
    assert read_meeting(sample_work, held.id, day).hints[0].is_good is False


def test_a_new_publication_follows_the_rules_for_its_latest_day_and_its_minimum(sample_work: Work) -> None:
    trigger = date(2026, 3, 31)
    set_figure(sample_work, "budget.quarter.publish_within", "20", trigger)
    set_figure(sample_work, "budget.posting.min_days", "45", trigger)
    made = new_publication("budget_quarter", trigger, trigger, sample_work.places.all(), terms(sample_work))
    assert (made.latest_on, made.min_days) == (date(2026, 4, 20), 45)
    assert replace(made, min_days=30) == replace(
        new_publication("budget_quarter", trigger, trigger, sample_work.places.all()),
        latest_on=made.latest_on,
    ), "without the commune's own figures the bundled ones count"
