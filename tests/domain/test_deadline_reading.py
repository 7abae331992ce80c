"""Deadline texts of plans, each with its reading (domain grammar of the plan 239/KH-UBND and its variants)."""

import csv
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain.deadline_reading import names_no_day, read_deadline
from papi_desktop.domain.deadlines import Deadline, DeadlineKind, Every

CORPUS = Path(__file__).with_name("deadlines_corpus.csv")
YEAR = 2022
WORDS = ("trước", "ngày", "tháng", "quý", "năm", "31/2", "9/22", "30", "IV", "hằng", "-", "§", "\ue000")
BEFORE = ("Trước ngày {0.day}/{0.month}/{0.year}", "Trước {0:%d-%m-%Y}", "Hoàn thành trước ngày {0:%d.%m.%Y}")
BY = (
    "Chậm nhất ngày {0:%d/%m/%Y}",
    "Đến hết {0:%d/%m/%Y}",
    "{0:%d/%m/%Y}",
    "ngày {0.day} tháng {0.month} năm {0.year}",
)
DAYS = st.dates(date(2010, 1, 2), date(2089, 12, 31))


def corpus() -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def as_row(text: str, deadline: Deadline) -> dict[str, str]:
    return {
        "text": text,
        "kind": deadline.kind,
        "due": str(deadline.due or ""),
        "starts": str(deadline.starts or ""),
        "every": deadline.every or "",
        "day": "" if deadline.day is None else str(deadline.day),
        "report_to": deadline.report_to or "",
        "report_due": str(deadline.report_due or ""),
    }


@pytest.mark.parametrize("row", corpus(), ids=lambda row: row["text"] or "empty")
def test_every_text_of_the_corpus_is_read_as_noted(row: dict[str, str]) -> None:
    assert as_row(row["text"], read_deadline(row["text"], YEAR)) == row


def test_the_corpus_has_at_least_120_texts() -> None:
    assert len({row["text"] for row in corpus()}) >= 120


def test_a_deadline_before_the_fifth_is_due_on_the_fourth() -> None:
    deadline = read_deadline("Trước ngày 5/7/2022", YEAR)
    assert (deadline.kind, deadline.due) == (DeadlineKind.BEFORE, date(2022, 7, 4))


def test_a_date_without_a_year_is_of_the_year_of_the_plan() -> None:
    assert read_deadline("Trước 30/9", 2024).due == date(2024, 9, 29)
    assert read_deadline("Quý III", 2024).due == date(2024, 9, 30)


def test_a_report_duty_inside_a_deadline_names_the_body_it_goes_to() -> None:
    deadline = read_deadline("Báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022", YEAR)
    assert (deadline.kind, deadline.due, deadline.report_to) == (DeadlineKind.BEFORE, date(2022, 7, 29), "Sở Nội vụ")


def test_a_report_with_a_day_of_its_own_leaves_the_work_its_deadline() -> None:
    text = "Hoàn thành trước ngày 15/7/2024, báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2024"
    deadline = read_deadline(text, 2024)
    assert (deadline.due, deadline.report_to, deadline.report_due) == (
        date(2024, 7, 14),
        "Sở Nội vụ",
        date(2024, 7, 29),
    )
    continuous = read_deadline("Thường xuyên; báo cáo về Sở Nội vụ trước 15/12/2024", 2024)
    assert (continuous.kind, continuous.report_due) == (DeadlineKind.CONTINUOUS, date(2024, 12, 14))


def test_the_report_s_own_day_stands_in_the_meaning() -> None:
    deadline = read_deadline("Quý III/2022, báo cáo trước ngày 10/10/2022", YEAR)
    assert deadline.meaning == "Từ 01/07 đến 30/09/2022; báo cáo chậm nhất 09/10/2022"
    assert read_deadline("Từ 15/11/2022 đến 15/01/2023", YEAR).meaning == "Từ 15/11/2022 đến 15/01/2023"


def test_a_report_that_would_be_due_before_its_work_is_not_guessed() -> None:
    text = "Hoàn thành trước ngày 30/9, báo cáo trước ngày 15/9/2022"
    assert read_deadline(text, YEAR) == Deadline(text, DeadlineKind.UNREAD)


def test_a_day_before_the_middle_of_the_last_month_comes_back_every_quarter() -> None:
    deadline = read_deadline("trước ngày 15 của tháng cuối kỳ báo cáo", YEAR)
    assert (deadline.kind, deadline.every, deadline.day) == (DeadlineKind.RECURRING, Every.QUARTER, 14)


def test_a_day_that_no_calendar_has_is_kept_as_text_and_told() -> None:
    assert read_deadline("Trước ngày 31/2/2022", YEAR) == Deadline("Trước ngày 31/2/2022", DeadlineKind.UNREAD)
    assert names_no_day("Trước ngày 31/2/2022", YEAR)
    assert not names_no_day("Quý II, Quý IV/2022", YEAR)
    assert not names_no_day("Theo chỉ đạo", YEAR)


def test_decomposed_letters_are_read_and_kept_composed() -> None:
    text = "Báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022"
    assert read_deadline(unicodedata.normalize("NFD", text), YEAR) == read_deadline(text, YEAR)


@given(st.text())
def test_any_text_is_kept_and_never_raises(text: str) -> None:
    assert read_deadline(text, YEAR).text == unicodedata.normalize("NFC", text)


@given(
    st.lists(
        st.sampled_from(
            ["trước", "ngày", "tháng", "quý", "năm", "31/2", "9/22", "30", "IV", "hằng", "-", "§", "\ue000"]
        )
    )
)
def test_any_mixture_of_the_words_of_deadlines_never_raises(words: list[str]) -> None:
    text = " ".join(words)
    assert read_deadline(text, YEAR).text == unicodedata.normalize("NFC", text)


@given(DAYS, st.sampled_from(BEFORE))
def test_before_a_day_means_the_day_before_at_the_latest(day: date, wording: str) -> None:
    deadline = read_deadline(wording.format(day), YEAR)
    assert (deadline.kind, deadline.due) == (DeadlineKind.BEFORE, day - timedelta(days=1))


@given(DAYS, st.sampled_from(BY))
def test_by_a_day_means_that_day_at_the_latest(day: date, wording: str) -> None:
    deadline = read_deadline(wording.format(day), YEAR)
    assert (deadline.kind, deadline.due) == (DeadlineKind.BY, day)


@given(
    DAYS,
    DAYS,
    st.sampled_from(BEFORE),
    st.sampled_from((", báo cáo về Sở Nội vụ ", "; gửi Sở Nội vụ ", " và báo cáo ")),
)
def test_the_report_never_moves_the_day_of_its_work(work: date, report: date, wording: str, clause: str) -> None:
    work, report = sorted((work, report))
    both = read_deadline(f"{wording.format(work)}{clause}{wording.format(report).lower()}", YEAR)
    assert both.due == work - timedelta(days=1)
    assert both.report_due == (report - timedelta(days=1) if report > work else None)


@given(DAYS, st.sampled_from(("Theo Kế hoạch số 15/KH-UBND ngày {0:%d/%m/%Y}", "Sau kỳ họp cuối năm {0.year}")))
def test_the_day_of_a_paper_or_an_occasion_is_no_deadline(day: date, wording: str) -> None:
    assert read_deadline(wording.format(day), YEAR).due is None


@given(DAYS)
def test_a_month_is_a_window_from_its_first_to_its_last_day(day: date) -> None:
    deadline = read_deadline(f"Tháng {day.month}/{day.year}", YEAR)
    assert deadline.starts == day.replace(day=1)
    assert deadline.due
    assert deadline.due + timedelta(days=1) == (deadline.starts + timedelta(days=31)).replace(day=1)
