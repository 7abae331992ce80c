"""The rules and office days in force: the officer's own figures, updates from files, holidays and swapped days."""

from datetime import date
from pathlib import Path

import pytest

from db.database import Database
from papi_desktop import catalog
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.services.holiday_list import holiday_lines, mark
from papi_desktop.services.publication_list import checks_of
from papi_desktop.services.publishing import new_publication, post
from papi_desktop.services.registers import Query
from papi_desktop.services.rule_book import (
    figure_words,
    office_days,
    override,
    proof,
    rule_book,
    rule_lines,
    take_back,
    terms,
)
from papi_desktop.services.rule_update import apply_update, read_update
from papi_desktop.services.work import Work

MARCH = date(2024, 3, 1)
HEAD = "key,name,value,unit,from,to,basis,confidence\n"
KEY = "budget.posting.min_days"


def test_an_officers_figure_is_used_for_new_publications_and_can_be_taken_back(sample_work: Work) -> None:
    rule = rule_book(sample_work).rule(KEY, MARCH)
    override(sample_work, rule, "45", "Theo công văn của tỉnh")
    now = terms(sample_work)
    draft = new_publication("budget_quarter", date(2024, 3, 31), MARCH, sample_work.places.all(), now)
    assert draft.min_days == 45
    assert proof(now.book.rule(KEY, MARCH)) == "Đã sửa: Theo công văn của tỉnh"
    take_back(sample_work, rule)
    assert rule_book(sample_work).number(KEY, MARCH) == 30


def test_overriding_twice_keeps_one_figure(sample_work: Work) -> None:
    rule = rule_book(sample_work).rule(KEY, MARCH)
    override(sample_work, rule, "45", "lần một")
    override(sample_work, rule, "60", "lần hai")
    assert [each.value for each in sample_work.rule_changes.all()] == ["60"]


@pytest.mark.parametrize(("value", "note"), [("", "x"), ("ba mươi", "x"), ("0", "x"), ("-5", "x"), ("²", "x")])
def test_a_figure_that_is_no_number_is_refused(sample_work: Work, value: str, note: str) -> None:
    with pytest.raises(KnownError, match="không phải là số"):
        override(sample_work, rule_book(sample_work).rule(KEY, MARCH), value, note)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("posting.default.min_days", "99999999"),
        ("work.soon_days", "9" * 30),
        ("reception.chairman", "32"),
        ("report.cutoff", "45"),
        ("poor.review.first_day", "1300"),
        ("poor.meeting.agree_percent", "101"),
    ],
)
def test_a_figure_that_no_calendar_can_hold_is_refused(sample_work: Work, key: str, value: str) -> None:
    with pytest.raises(KnownError, match="không thể có ở mục này"):
        override(sample_work, rule_book(sample_work).rule(key, MARCH), value, "gõ nhầm")
    assert sample_work.rule_changes.all() == []


def test_a_figure_without_a_note_is_refused(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Chưa ghi lý do"):
        override(sample_work, rule_book(sample_work).rule(KEY, MARCH), "45", " ")


def test_every_rule_can_be_read_in_words(sample_work: Work) -> None:
    lines = rule_lines(sample_work, Query(read_period("2026-Q1"), MARCH))
    assert len(lines) == len(catalog.rule_book().rules)
    assert all(not any(part.isascii() and "_" in part for part in line.figure.split()) for line in lines)
    assert figure_words(rule_book(sample_work).rule("poor.review.last_day", MARCH)) == "ngày 14/12"


@pytest.mark.parametrize("day", [date(2026, 2, 17), date(2026, 4, 27), date(2026, 8, 31), date(2027, 2, 8)])
def test_offices_are_closed_on_public_holidays_and_at_tet(sample_work: Work, day: date) -> None:
    assert not office_days(sample_work).is_open(day)


def test_a_saturday_worked_in_exchange_counts_as_a_working_day(sample_work: Work) -> None:
    assert office_days(sample_work).is_open(date(2026, 8, 22))
    assert not office_days(sample_work).is_open(date(2026, 8, 15))


def test_a_day_of_the_communes_own_table_goes_before_the_calendar(sample_work: Work) -> None:
    mark(sample_work, date(2026, 11, 20), False, "Nghỉ bù theo thông báo")
    mark(sample_work, date(2026, 11, 20), False, "Nghỉ bù")
    mark(sample_work, date(2026, 8, 22), False, "Không làm bù")
    days = office_days(sample_work)
    assert not days.is_open(date(2026, 11, 20))
    assert not days.is_open(date(2026, 8, 22))
    lines = holiday_lines(sample_work, Query(read_period("2026-Y"), date(2026, 12, 1)))
    assert [(each.name, each.source) for each in lines if each.on == date(2026, 11, 20)] == [("Nghỉ bù", "Xã tự nhập")]


def test_tet_is_not_counted_when_a_poor_list_hangs(sample_work: Work) -> None:
    places = sample_work.places.all()[:1]
    draft = new_publication("poor_review", date(2026, 2, 10), MARCH, places, terms(sample_work))
    saved = sample_work.publications.put(draft).after
    post(sample_work, saved, [places[0].id], date(2026, 2, 13))
    days = office_days(sample_work)

    def counted(day: date) -> int:
        check = checks_of([saved], places, sample_work.postings.of_publication(saved.id), day, days)[0]
        return check.places[0].days

    assert [counted(date(2026, 2, day)) for day in (13, 20, 23, 24)] == [1, 1, 2, 3]
    assert saved.latest_on == date(2026, 2, 24)


def written(folder: Path, text: str, name: str = "cập nhật.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_update_is_shown_first_and_then_written_beside_the_old_figure(sample_work: Work, tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEAD}{KEY},,40,day_consecutive,2027-01-01,,Thông tư mới,found\n")
    update = read_update(sample_work, path)
    assert sample_work.rule_changes.all() == []
    assert [each.sentence for each in update.differences] == [
        "Thời gian niêm yết công khai ngân sách tối thiểu: thêm mức 40 ngày liên tục (Thông tư mới)."
    ]
    assert apply_update(sample_work, update) == 1
    book = rule_book(sample_work)
    assert [book.number(KEY, date(2026, 12, 31)), book.number(KEY, date(2027, 1, 1))] == [30, 40]
    assert read_update(sample_work, path).differences == ()


def test_an_update_does_not_overrule_the_officer(sample_work: Work, tmp_path: Path) -> None:
    override(sample_work, rule_book(sample_work).rule(KEY, MARCH), "45", "công văn")
    path = written(tmp_path, f"{HEAD}{KEY},,40,day_consecutive,2017-01-01,,Thông tư mới,found\n")
    apply_update(sample_work, read_update(sample_work, path))
    assert rule_book(sample_work).number(KEY, MARCH) == 45


def test_an_update_can_be_toml(sample_work: Work, tmp_path: Path) -> None:
    text = f'[[rule]]\nkey = "{KEY}"\nvalue = 40\nunit = "day_consecutive"\nfrom = 2027-01-01\nbasis = "Thông tư mới"\n'
    (difference,) = read_update(sample_work, written(tmp_path, text, "a.toml")).differences
    assert difference.after.starts == date(2027, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD,
        "a;b\n1;2\n",
        f"{HEAD}{KEY},,=1+1,day,2027-01-01,,Luật,found\n",
        f"{HEAD}{KEY},,10,day,01/01/2027,,Luật,found\n",
        f"{HEAD}{KEY},,10,day,2027-01-01,2026-01-01,Luật,found\n",
        f"{HEAD}{KEY},,10,parsec,2027-01-01,,Luật,found\n",
        f"{HEAD}{KEY},,10,day,2027-01-01,,,found\n",
        f"{HEAD}{KEY},,999999999,day_consecutive,2027-01-01,,Luật,found\n",
        f"{HEAD}{KEY},,30,percent_voters,2027-01-01,,Luật,found\n",
        f"{HEAD}poor.review.last_day,,1350,month_day,2027-01-01,,Luật,found\n",
        f"{HEAD}report.cutoff,,32,day_of_last_month,2027-01-01,,Luật,found\n",
        f"{HEAD}{KEY},,10,day,2027-01-01,,Luật\n",
        f"{HEAD}../x,,10,day,2027-01-01,,Luật,found\n",
        f"{HEAD}{KEY},,10,day,,,{'L' * 600},found\n",
        HEAD + f"{KEY},,10,day,2027-01-01,,Luật,found\n" * 2,
        HEAD + "".join(f"a.b{number},,10,day,,,Luật,found\n" for number in range(600)),
        f'{HEAD}{KEY},"10,day',
        "\0",
        "x" * 1_100_000,
    ],
)
def test_a_hostile_update_gives_one_sentence_and_writes_nothing(sample_work: Work, tmp_path: Path, text: str) -> None:
    with pytest.raises(KnownError) as refused:
        read_update(sample_work, written(tmp_path, text))
    assert "\n" not in str(refused.value)
    assert sample_work.rule_changes.all() == []


@pytest.mark.parametrize("text", ["[[rule]", "rule = 1", "rule = [1]", "a = " + "[" * 5000])
def test_a_hostile_toml_gives_one_sentence(sample_work: Work, tmp_path: Path, text: str) -> None:
    with pytest.raises(KnownError):
        read_update(sample_work, written(tmp_path, text, "a.toml"))


def test_a_file_that_is_gone_or_in_another_encoding_is_refused(sample_work: Work, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Không đọc được"):
        read_update(sample_work, tmp_path / "không có.csv")
    path = tmp_path / "a.csv"
    path.write_bytes("mã,Tên".encode("utf-16-le").replace(b"\0", b"\xff"))
    with pytest.raises(KnownError, match="UTF-8"):
        read_update(sample_work, path)


def test_changes_live_in_the_file_and_not_in_memory(sample: Database) -> None:
    with sample.work() as work:
        override(work, rule_book(work).rule(KEY, MARCH), "45", "công văn")
    with sample.work() as work:
        assert rule_book(work).number(KEY, MARCH) == 45
    assert catalog.rule_book().number(KEY, MARCH) == 30


def test_a_figure_that_ended_without_a_new_one_is_marked_on_the_screen(sample_work: Work) -> None:
    query = Query(read_period("2031-Y"), date(2031, 1, 1))
    held = {(line.key, line.starts): line.in_force for line in rule_lines(sample_work, query)}
    assert held["poor.standard", date(2022, 1, 1)] == "Hết hiệu lực"
    assert held["poor.standard", date(2027, 1, 1)] == "Hết hiệu lực, chưa có mức mới"
