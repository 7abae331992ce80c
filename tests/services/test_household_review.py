"""The yearly review: its days and figures come from the rules, and the officer may word the steps anew."""

from datetime import date

import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.rules import RuleChange
from papi_desktop.services.household_list import list_for
from papi_desktop.services.household_review import Step, checklist_text, keep_checklist, review, with_step
from papi_desktop.services.work import Work


def steps(work: Work, year: int = 2022) -> dict[str, Step]:
    return {step.key: step for step in review(work, year).steps}


def own_rule(work: Work, key: str, value: str, unit: str) -> None:
    work.rule_changes.put(RuleChange(key, value, unit, date(2021, 9, 1), None, "Quyết định mới", "", "đã đổi"))


def test_the_review_has_its_steps_with_their_days(sample_work: Work) -> None:
    found = steps(sample_work)
    assert found["list"].done_on == date(2022, 9, 12)
    assert (found["list"].first, found["decision"].last) == (date(2022, 9, 1), date(2022, 12, 14))
    assert not found["decision"].is_late(date(2022, 12, 14))
    assert found["decision"].is_late(date(2022, 12, 15))


def test_days_and_figures_follow_the_rules(sample_work: Work) -> None:
    own_rule(sample_work, "poor.review.last_day", "1130", "month_day")
    own_rule(sample_work, "poor.posting.min_days", "5", "working_day")
    own_rule(sample_work, "poor.meeting.agree_percent", "60", "percent_attendees")
    found = steps(sample_work, 2023)
    assert found["decision"].last == date(2023, 11, 30)
    assert "05 ngày làm việc" in found["posting"].name
    assert "từ 60% số người dự" in found["meeting"].name


def test_what_holds_for_every_month_is_told_from_the_rules(sample_work: Work) -> None:
    assert "từ ngày 15 hằng tháng; quyết định trong 15 ngày" in review(sample_work, 2022).monthly


def test_a_step_is_ticked_and_unticked(sample_work: Work) -> None:
    record = list_for(sample_work, 2022)
    ticked = sample_work.household_lists.put(with_step(record, "decision", date(2022, 12, 9))).after
    assert steps(sample_work)["decision"].done_on == date(2022, 12, 9)
    assert with_step(ticked, "decision", None).done_steps == record.done_steps


def test_the_officer_words_the_steps_anew_and_done_steps_stay_done(sample_work: Work) -> None:
    lines = checklist_text(sample_work, 2022).splitlines()
    assert lines[0] == "Lập danh sách hộ cần rà soát | 01/9 | 15/9"
    keep_checklist(
        sample_work,
        2022,
        "\n".join([lines[0], "Chấm điểm tại hộ | 16/9 | 31/10", *lines[2:], "Lưu hồ sơ | 20/12 | 31/12"]),
    )
    found = review(sample_work, 2022).steps
    assert [each.name for each in found][1::7] == ["Chấm điểm tại hộ", "Lưu hồ sơ"]
    assert [each.done_on for each in found][:3] == [date(2022, 9, 12), date(2022, 10, 25), date(2022, 11, 8)]
    assert len({each.key for each in found}) == 9


def test_an_empty_text_brings_the_bundled_steps_back(sample_work: Work) -> None:
    before = checklist_text(sample_work, 2022)
    keep_checklist(sample_work, 2022, "Họp dân | 01/11 | 10/11")
    keep_checklist(sample_work, 2022, " ")
    assert checklist_text(sample_work, 2022) == before


@pytest.mark.parametrize("line", ["Họp dân", "Họp dân | 31/02 | 10/11", "Họp dân | 10/11 | 01/11"])
def test_a_line_that_is_no_step_is_refused_in_one_sentence(sample_work: Work, line: str) -> None:
    with pytest.raises(KnownError, match="Họp dân"):
        keep_checklist(sample_work, 2022, line)
