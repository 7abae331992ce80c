"""The figures of the report, against counts made here from the sample's own tables."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.catalog import rows
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.reports import Report
from papi_desktop.domain.tasks import Status
from papi_desktop.services.report_ahead import coming_checks, faults_text, short_checks
from papi_desktop.services.report_findings import Findings, gather
from papi_desktop.services.rule_book import override, rule_book
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
WINDOWS = {
    "2022-Q1": (date(2021, 12, 15), date(2022, 3, 10)),
    "2022-H1": (date(2021, 12, 15), date(2022, 6, 10)),
    "2022-Q3": (date(2022, 6, 15), date(2022, 9, 9)),
    "2022-Y": (date(2021, 12, 15), TODAY),
}
"""The days each sample report counts: to the day it is dated, or to the sample's today."""


def findings(work: Work, period: str) -> Findings:
    return gather(work, read_period(period), TODAY)


def held(period: str) -> dict[str, dict[str, str]]:
    first, last = WINDOWS[period]
    return {row["key"]: row for row in rows("sample/dialogues") if first <= date.fromisoformat(row["held_on"]) <= last}


def raised(period: str) -> Iterator[dict[str, str]]:
    dialogues = held(period)
    return (row for row in rows("sample/opinions") if row["dialogue"] in dialogues)


def carried_over(period: str) -> Iterator[dict[str, str]]:
    first = WINDOWS[period][0].isoformat()
    held = {row["key"]: row["held_on"] for row in rows("sample/dialogues")}
    for row in rows("sample/opinions"):
        if held[row["dialogue"]] < first and not ("" < row["answered_on"] < first):
            yield row


@pytest.mark.parametrize("period", WINDOWS)
def test_dialogues_and_people_are_those_of_the_days_of_the_period(sample_work: Work, period: str) -> None:
    found = findings(sample_work, period)
    assert found.now("dialogues.held") == len(held(period))
    assert found.now("dialogues.people") == sum(int(row["attendance"]) for row in held(period).values())


@pytest.mark.parametrize("period", WINDOWS)
def test_opinions_are_answered_late_or_waiting_as_of_the_last_day(sample_work: Work, period: str) -> None:
    found, last = findings(sample_work, period), WINDOWS[period][1].isoformat()
    own = list(raised(period))
    carried = list(carried_over(period))
    both = own + carried
    answered = [row for row in both if row["answered_on"] and row["answered_on"] <= last]
    late = [row for row in both if row not in answered and row["due_on"] < last]
    assert found.now("opinions.raised") == len(own)
    assert found.now("opinions.carried") == len(carried)
    assert found.now("opinions.total") == len(both)
    assert found.now("opinions.answered") == len(answered)
    assert found.now("opinions.late") == len(late)
    assert found.now("opinions.waiting") == len(both) - len(answered) - len(late)


def test_an_overdue_opinion_of_an_earlier_period_is_a_fault_of_this_one_and_no_gap_of_an_earlier_day(
    sample_work: Work,
) -> None:
    opinion = next(each for each in sample_work.opinions.all() if each.due_on == date(2022, 4, 1))
    sample_work.opinions.put(replace(opinion, answer="", answered_on=None))
    before, after = findings(sample_work, "2022-Q1"), findings(sample_work, "2022-Q3")
    assert (before.now("opinions.late"), after.now("opinions.late")) == (0, 1)
    wanted = "Ý kiến quá hạn trả lời"
    assert [gap.id for gap in after.gaps if gap.sentence.startswith(wanted)] == [opinion.id]
    assert not [gap for gap in before.gaps if gap.sentence.startswith(wanted)]
    assert "Còn 01 ý kiến của người dân quá hạn trả lời" in faults_text(after)


@pytest.mark.parametrize("period", WINDOWS)
def test_postings_are_those_put_up_in_the_period(sample_work: Work, period: str) -> None:
    first, last = WINDOWS[period]
    in_days = [posting for posting in sample_work.postings.all() if first <= posting.since <= last]
    assert findings(sample_work, period).now("postings.count") == len(in_days)


@pytest.mark.parametrize("period", WINDOWS)
def test_every_task_is_counted_in_exactly_one_state(sample_work: Work, period: str) -> None:
    found = findings(sample_work, period)
    states = ("tasks.done", "tasks.on_track", "tasks.late", "tasks.no_figures")
    assert sum(found.now(key) for key in states) == found.now("tasks.total") == 28
    assert (found.now("tasks.lead"), found.now("tasks.coordinate")) == (15, 13)


def test_the_years_tasks_are_done_by_their_own_entry_or_an_earlier_one_of_work_done_once(sample_work: Work) -> None:
    done = {
        (row["dimension"], row["ordinal"])
        for row in rows("sample/progress")
        if row["status"] == "DONE" and (row["period"] == "2022-Y" or row["done_on"])
    } - {("4", "5")}
    assert findings(sample_work, "2022-Y").now("tasks.done") == len(done)


def test_contents_add_up_to_the_whole(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Y")
    assert sum(each.done for each in found.contents) == found.now("tasks.done")
    assert sum(each.opinions for each in found.contents) == found.now("opinions.total") == 64
    assert sum(each.publications for each in found.contents) == found.now("publications.total")


def test_publications_are_done_posted_short_or_still_have_time(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Y")
    parts = ("publications.done", "publications.posted", "publications.short", "publications.coming")
    assert [found.now(key) for key in parts] == [9, 1, 1, 1]
    assert found.now("publications.total") == 12


@pytest.mark.parametrize("period", [*WINDOWS, "2022-07", "2022-11"])
def test_publications_that_fell_short_are_those_the_text_names_and_all_add_up(sample_work: Work, period: str) -> None:
    found = findings(sample_work, period)
    parts = ("publications.done", "publications.posted", "publications.short", "publications.coming")
    assert sum(found.now(key) for key in parts) == found.now("publications.total")
    assert found.now("publications.short") == len(short_checks(found))
    assert found.now("publications.coming") == len(coming_checks(found))


def test_the_third_quarter_counts_nine_months_beside_it(sample_work: Work) -> None:
    figure = findings(sample_work, "2022-Q3").figure("dialogues.held")
    assert (figure.now, figure.year_to_date, figure.previous) == (2, 4, 2)


def test_nothing_is_compared_with_a_period_without_records(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Q1")
    assert not found.has_previous
    assert not found.has_last_year


def test_a_dated_report_counts_nothing_after_its_day(sample_work: Work) -> None:
    sample_work.reports.put(
        replace(_report(sample_work, "2022-Y"), dated=date(2022, 11, 1)),
    )
    found = findings(sample_work, "2022-Y")
    assert found.day == date(2022, 11, 1)
    assert found.now("dialogues.held") == 5


def test_what_is_missing_is_said_with_the_place_to_mend_it(sample_work: Work) -> None:
    gaps = findings(sample_work, "2022-Y").gaps
    missing = [gap for gap in gaps if gap.sentence.startswith("Chưa có số liệu kỳ này")]
    assert [sample_work.tasks.get(gap.id).code for gap in missing] == ["4.5", "6.6", "7.3"]
    assert missing[0].sentence.startswith("Chưa có số liệu kỳ này: 4.5 Tổ chức kiểm tra, thanh tra")
    assert {gap.register for gap in gaps} == {"tasks", "publications", "opinions"}


def test_a_late_task_without_a_cause_is_a_gap(sample_work: Work) -> None:
    task = next(task for task in sample_work.tasks.all() if task.own_code == "5.2")
    entry = sample_work.progress.find(task.id, "2022-Y")
    assert entry is not None
    sample_work.progress.put(replace(entry, cause=""))
    sentences = [gap.sentence for gap in findings(sample_work, "2022-Y").gaps]
    assert any(sentence.startswith("Quá hạn nhưng chưa ghi nguyên nhân: 5.2") for sentence in sentences)


def test_a_finished_task_without_evidence_a_signer_and_an_officer_are_gaps(sample_work: Work) -> None:
    task = next(task for task in sample_work.tasks.all() if task.own_code == "8.3")
    sample_work.tasks.put(replace(task, officer_id=0))
    entry = sample_work.progress.find(task.id, "2022-Q3")
    assert entry is not None
    sample_work.progress.put(replace(entry, id=0, uuid="", period="2022-Y", status=Status.DONE))
    sample_work.reports.put(replace(_report(sample_work, "2022-Y"), signer=""))
    sentences = " ".join(gap.sentence for gap in findings(sample_work, "2022-Y").gaps)
    assert "Đã hoàn thành nhưng chưa có minh chứng: 8.3" in sentences
    assert "Chưa giao người phụ trách: 8.3" in sentences
    assert "Chưa có người ký báo cáo." in sentences


@pytest.mark.parametrize(
    ("rule", "days", "figure", "figures"),
    [
        ("dialogue.notice_before", "60", "dialogues.announced", (6, 0)),
        ("dialogue.result_within", "1", "dialogues.resulted", (5, 0)),
    ],
)
def test_notices_are_judged_by_the_communes_own_limits(
    sample_work: Work, rule: str, days: str, figure: str, figures: tuple[int, int]
) -> None:
    bundled = findings(sample_work, "2022-Y").now(figure)
    _override(sample_work, rule, days)
    assert (bundled, findings(sample_work, "2022-Y").now(figure)) == figures


def test_a_result_is_missing_only_after_the_communes_own_limit(sample_work: Work) -> None:
    for dialogue in sample_work.dialogues.all():
        sample_work.dialogues.put(replace(dialogue, result_on=None))
    wanted = "Chưa thông báo kết quả cuộc đối thoại"
    before = [gap for gap in findings(sample_work, "2022-Y").gaps if gap.sentence.startswith(wanted)]
    _override(sample_work, "dialogue.result_within", "400")
    after = [gap for gap in findings(sample_work, "2022-Y").gaps if gap.sentence.startswith(wanted)]
    assert (len(before), len(after)) == (6, 0)


def _override(work: Work, key: str, days: str) -> None:
    for rule in rule_book(work).rules:
        if rule.key == key:
            override(work, rule, days, "Quy chế của xã")


def _report(work: Work, period: str) -> Report:
    report = work.reports.find(period)
    assert report is not None
    return report
