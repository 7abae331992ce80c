"""The report's words, its annexes and its workbook: they cannot disagree."""

import re
from dataclasses import replace
from datetime import date

import pytest

from papi_desktop.domain.documents import Annex, Heading, Letter, Paragraph, Row, RowKind
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.publications import Posting, Publication
from papi_desktop.services.plan_words import purpose
from papi_desktop.services.report_ahead import ahead_text, faults_text
from papi_desktop.services.report_findings import Findings, gather
from papi_desktop.services.report_text import sections
from papi_desktop.services.report_words import mended_by
from papi_desktop.services.reporting import letter, workbook
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
PERIODS = ("2022-Q1", "2022-H1", "2022-Q3", "2022-Y")


def findings(work: Work, period: str) -> Findings:
    return gather(work, read_period(period), TODAY)


def words(document: Letter) -> str:
    return "\n".join(block.text for block in document.blocks if isinstance(block, (Paragraph, Heading)))


def numbers(pattern: str, text: str) -> list[int]:
    match = re.search(pattern, text)
    assert match, pattern
    return [int(group.replace(".", "")) for group in match.groups()]


def asked(text: str) -> tuple[int, int, int]:
    """Return how many opinions the text says were raised, carried over and answered."""
    pattern = r"tiếp nhận (\d+) ý kiến(?:, kỳ trước chuyển sang (\d+) ý kiến)?, đã trả lời (\d+) ý kiến"
    match = re.search(pattern, text)
    assert match
    return int(match[1]), int(match[2] or 0), int(match[3])


def plain(annex: Annex) -> list[Row]:
    return [row for row in annex.table.rows if row.kind is RowKind.PLAIN]


def column(annex: Annex, heading: str) -> list[object]:
    index = [each.heading for each in annex.table.columns].index(heading)
    return [row.cells[index] for row in plain(annex)]


def annex_of(document: Letter, number: str) -> Annex:
    return next(annex for annex in document.annexes if annex.number == number)


@pytest.mark.parametrize("period", PERIODS)
def test_the_text_counts_the_tasks_that_the_annex_lists(sample_work: Work, period: str) -> None:
    document = letter(findings(sample_work, period))
    total, done = numbers(r"Tổng số (\d+) nhiệm vụ; hoàn thành (\d+) nhiệm vụ", words(document))
    states = column(annex_of(document, "I"), "Trạng thái")
    assert (total, done) == (len(states), states.count("Hoàn thành"))


@pytest.mark.parametrize("period", ["2022-H1", "2022-Q3", "2022-Y"])
def test_the_text_counts_the_dialogues_and_opinions_that_the_annexes_list(sample_work: Work, period: str) -> None:
    document = letter(findings(sample_work, period))
    held, people = numbers(r"Tổ chức (\d+) cuộc đối thoại với ([\d.]+) lượt người dự", words(document))
    raised, carried, answered = asked(words(document))
    dialogues, opinions = annex_of(document, "III"), annex_of(document, "IV")
    attendance = column(dialogues, "Số người dự")
    known = [int(str(each)) for each in attendance if each is not None]
    assert (held, people) == (len(known), sum(known))
    in_annexes = sum(int(str(each)) for each in column(dialogues, "Ý kiến"))
    assert raised + carried == len(plain(opinions)) == in_annexes
    assert answered == column(opinions, "Kết quả").count("Đã trả lời")


@pytest.mark.parametrize("period", PERIODS)
def test_each_contents_sentence_agrees_with_its_rows_in_the_annex(sample_work: Work, period: str) -> None:
    found = findings(sample_work, period)
    annex = annex_of(letter(found), "I")
    codes, states = column(annex, "Mã"), column(annex, "Trạng thái")
    for section in sections(found):
        match = re.match(r"Hoàn thành (\d+)/(\d+) nhiệm vụ", section.draft)
        if section.key.startswith("content.") and match:
            own = [state for code, state in zip(codes, states, strict=True) if str(code)[0] == section.key[-1]]
            assert (int(match[1]), int(match[2])) == (own.count("Hoàn thành"), len(own))


@pytest.mark.parametrize("period", PERIODS)
def test_the_workbook_has_the_summary_and_the_tables_of_the_annexes(sample_work: Work, period: str) -> None:
    found = findings(sample_work, period)
    sheets, document = workbook(found).sheets, letter(found)
    assert sheets[0].name == "Tổng hợp"
    assert [sheet.table for sheet in sheets[1:]] == [annex.table for annex in document.annexes]
    assert all(len(sheet.name) <= 31 for sheet in sheets)


@pytest.mark.parametrize("period", [*PERIODS, "2022-07", "2022-11"])
def test_no_section_is_empty_and_every_row_fits_its_columns(sample_work: Work, period: str) -> None:
    found = findings(sample_work, period)
    for section in sections(found):
        assert section.text.strip(), section.key
        assert ".." not in section.text.replace("./.", "")
        assert "None" not in section.text
    for annex in letter(found).annexes:
        for row in annex.table.rows:
            assert row.kind is RowKind.BAND or len(row.cells) == len(annex.table.columns)


def test_the_report_has_six_parts_and_eight_contents(sample_work: Work) -> None:
    found = sections(findings(sample_work, "2022-Q3"))
    assert [section.heading.split(".")[0] for section in found if section.level == 1] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
    ]
    assert [section.heading[0] for section in found if section.level == 2] == list("12345678")
    assert found[-1].text.endswith("của UBND xã An Bình./.")


def test_the_third_quarter_prints_nine_months_in_text_and_tables(sample_work: Work) -> None:
    document = letter(findings(sample_work, "2022-Q3"))
    assert document.subject.endswith("Quý III và 9 tháng năm 2022")
    assert "Lũy kế 9 tháng: hoàn thành" in words(document)
    assert "Lũy kế 9 tháng" in [each.heading for each in annex_of(document, "I").table.columns]
    assert "9 tháng" in [each.heading for each in annex_of(document, "V").table.columns]


def test_flows_are_not_compared_between_periods_of_different_length(sample_work: Work) -> None:
    annex = annex_of(letter(findings(sample_work, "2022-Y")), "V")
    changes = dict(zip(column(annex, "Chỉ tiêu"), column(annex, "Tăng, giảm"), strict=True))
    assert changes["Cuộc đối thoại"] is None
    assert changes["Nhiệm vụ quá hạn"] == 2
    assert "Không tính tăng, giảm của số phát sinh" in words(letter(findings(sample_work, "2022-Y")))


def test_a_report_cites_no_plan_issued_after_its_day(sample_work: Work) -> None:
    intros = {period: words(letter(findings(sample_work, period))) for period in PERIODS}
    assert ["239/KH-UBND" in intros[period] for period in PERIODS] == [False, False, True, True]
    assert "Thực hiện Kế hoạch của UBND tỉnh Lào Cai về" in intros["2022-Q1"]


def test_what_a_task_says_was_held_is_not_denied_by_the_report(sample_work: Work) -> None:
    text = words(letter(findings(sample_work, "2022-Q1")))
    assert "Tổ chức 01 cuộc đối thoại với 96 người dự" in text
    assert "chưa tổ chức đối thoại" not in text


def test_the_first_part_names_documents_and_sessions_or_leaves_room_for_them(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Y")
    text = words(letter(found))
    assert "1. Văn bản đã ban hành: 11 văn bản (" in text
    total = sum(number for _code, number in found.sessions)
    assert f"4. Tuyên truyền: tổ chức {total} buổi" in text
    for publication in sample_work.publications.all():
        sample_work.publications.put(replace(publication, document=""))
    found = findings(sample_work, "2022-Y")
    assert "1. Văn bản đã ban hành: …" in words(letter(found))
    assert [gap.sentence for gap in found.gaps if gap.register == "report_texts"] == [
        "Phần I chưa ghi: các văn bản đã ban hành."
    ]


def test_the_first_part_names_no_document_of_another_period(sample_work: Work) -> None:
    text = words(letter(findings(sample_work, "2022-Q3")))
    assert (
        "1. Văn bản đã ban hành: 02 văn bản (Quyết định số 62/QĐ-UBND ngày 05/7/2022; Thông báo số 41/TB-UBND "
        "ngày 15/8/2022)." in text
    )
    for publication in sample_work.publications.all():
        undated = publication.document.replace("22/TB-UBND ngày 24/5/2022", "22/TB-UBND")
        sample_work.publications.put(replace(publication, document=undated))
    assert "Thông báo số 22/TB-UBND" in words(letter(findings(sample_work, "2022-Q3")))


@pytest.mark.parametrize(
    ("issued", "latest", "posted", "expected"),
    [
        ("05/9/2022", date(2022, 9, 20), date(2022, 9, 16), ["2022-09", "2022-Q3", "2022-Y"]),
        ("29/9/2022", date(2022, 10, 14), date(2022, 10, 3), ["2022-09", "2022-Y"]),
    ],
)
def test_a_paper_is_named_in_the_periods_it_was_issued_in_though_it_was_posted_after_them(
    sample_work: Work, issued: str, latest: date, posted: date, expected: list[str]
) -> None:
    paper, place = f"Quyết định số 999/QĐ-UBND ngày {issued}", sample_work.places.all()[0].id
    made = Publication("Quyết định của xã", latest_on=latest, place_ids=(place,), document=paper)
    sample_work.postings.put(Posting(sample_work.publications.put(made).after.id, place, posted))
    periods = ("2022-09", "2022-Q3", "2022-10", "2022-Y")
    assert [each for each in periods if paper in findings(sample_work, each).documents] == expected


def test_a_month_tells_nothing_of_a_quarter_that_goes_on_after_it(sample_work: Work) -> None:
    lines = {line.code: line for line in findings(sample_work, "2022-07").tasks}
    assert (lines["6.6"].state.value, lines["6.6"].result) == ("Đúng tiến độ", "")
    assert "22/7/2022" in lines["3.1"].result
    assert lines["1.3"].result == "Ghi 47 lượt đóng góp vào sổ của các thôn"


def test_work_still_due_in_the_period_is_not_headed_as_next_years(sample_work: Work) -> None:
    headings = [each.heading for each in sections(findings(sample_work, "2022-Y")) if each.key == "ahead"]
    assert headings == ["V. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI"]


def test_a_single_fault_has_no_number(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Y")
    late = [line for line in found.tasks if line.code == "5.2"]
    alone = replace(found, tasks=tuple(late), checks=(), results=(), opinions=())
    assert faults_text(alone).startswith("Nhiệm vụ 5.2")


def test_a_posting_has_no_end_after_the_day_of_the_report(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Q3")
    ends = [each for each in column(annex_of(letter(found), "II"), "Đến ngày") if each]
    assert ends
    assert all(isinstance(each, date) and each <= found.day for each in ends)


def test_a_month_is_a_short_sheet_for_the_chairman(sample_work: Work) -> None:
    document = letter(findings(sample_work, "2022-11"))
    assert document.addressee == "Chủ tịch UBND xã An Bình"
    assert document.signature.lines == ("NGƯỜI TỔNG HỢP",)
    assert set(document.signature.name) == {"."}
    assert document.symbol == document.number == ""
    assert "SO SÁNH" not in words(document)


def test_faults_name_cause_responsible_and_date(sample_work: Work) -> None:
    faults = next(section for section in sections(findings(sample_work, "2022-Y")) if section.key == "faults")
    assert "Nhiệm vụ 5.2" in faults.draft
    assert "Trách nhiệm: Đặng Văn Toàn – Công chức Địa chính - Xây dựng." in faults.draft
    assert "Hạn khắc phục: trong tháng 12 năm 2022." in faults.draft
    assert "rà soát hộ nghèo" not in faults.draft


def test_a_deputy_signs_for_the_chairman(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Y")
    report = replace(found.report, signer="Hoàng Thị Minh", signer_title="PHÓ CHỦ TỊCH")
    signature = letter(replace(found, report=report)).signature
    assert signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signature.name == "Hoàng Thị Minh"


def test_sample_data_is_marked_on_paper_and_real_data_is_not(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Y")
    assert letter(found).draft_mark == "DỮ LIỆU MẪU"
    assert letter(replace(found, commune=replace(found.commune, is_sample=False))).draft_mark == ""


def test_faults_known_before_the_year_is_over_are_mended_in_what_is_left_of_it() -> None:
    year = read_period("2022-Y")
    assert mended_by(year, date(2022, 12, 6)) == "tháng 12 năm 2022"
    assert mended_by(year, date(2022, 12, 31)) == "quý I năm 2023"
    assert mended_by(read_period("2022-Q3"), date(2022, 9, 9)) == "quý IV năm 2022"


def test_a_single_plan_is_cited_by_its_own_title(sample_work: Work) -> None:
    plan = sample_work.plans.all()[0]
    text = "\n".join(section.text for section in sections(findings(sample_work, "2022-Y")))
    assert f"{plan.number} ngày 30/6/2022 của UBND tỉnh Lào Cai về {purpose(plan)}" in text
    assert purpose(replace(plan, title="PAPI 2022")) == ""


def test_the_papers_issued_are_named_by_their_day(sample_work: Work) -> None:
    text = next(each for each in sections(findings(sample_work, "2022-Y")) if each.key == "direction").draft
    named = re.findall(r"ngày (\d{1,2})/(\d{1,2})/(\d{4})", text.splitlines()[0])
    days = [date(int(year), int(month), int(day)) for day, month, year in named]
    assert len(days) == 11
    assert days == sorted(days)


def test_a_paper_whose_words_name_an_impossible_day_is_named_last(sample_work: Work) -> None:
    first = sample_work.publications.all()[0]
    sample_work.publications.put(replace(first, document="Công văn số 1/UBND ngày 31/02/2022"))
    text = next(each for each in sections(findings(sample_work, "2022-Y")) if each.key == "direction").draft
    assert text.splitlines()[0].endswith("Công văn số 1/UBND ngày 31/02/2022).")


def test_a_result_announced_late_is_named_with_its_day_as_the_annex_counts_it(sample_work: Work) -> None:
    found = findings(sample_work, "2022-Y")
    assert found.now("dialogues.held") - found.now("dialogues.resulted") == 1
    assert faults_text(found).count("Kết quả đối thoại ngày") == 1
    late = "Kết quả đối thoại ngày 14/10/2022 được thông báo ngày 28/10/2022, hạn cuối là ngày 24/10/2022."
    assert late in faults_text(found)


def test_a_result_not_announced_is_a_fault_only_when_its_days_are_over(sample_work: Work) -> None:
    last = max(sample_work.dialogues.all(), key=lambda each: each.held_on)
    sample_work.dialogues.put(replace(last, result_on=None))
    missing = "Chưa thông báo kết quả đối thoại ngày 24/11/2022, hạn cuối là ngày 04/12/2022."
    assert missing in faults_text(gather(sample_work, read_period("2022-Y"), date(2022, 12, 5)))
    still_runs = gather(sample_work, read_period("2022-Y"), date(2022, 12, 4))
    assert "24/11/2022" not in faults_text(still_runs)
    assert "Thông báo kết quả đối thoại ngày 24/11/2022 chậm nhất ngày 04/12/2022." in ahead_text(still_runs)


def test_a_result_announced_after_the_day_of_the_report_is_not_yet_one(sample_work: Work) -> None:
    found = gather(sample_work, read_period("2022-Y"), date(2022, 10, 27))
    assert "Chưa thông báo kết quả đối thoại ngày 14/10/2022" in faults_text(found)
    told = column(annex_of(letter(found), "III"), "Thông báo kết quả")
    known = [date(2022, 3, 10), date(2022, 6, 3), date(2022, 7, 28), date(2022, 8, 26)]
    assert told == [*known, None]
