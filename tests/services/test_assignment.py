"""The commune's own plan with its table of tasks."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pypdfium2
import pytest

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.tasks import Task
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.exporters.xlsx import workbook_xlsx
from papi_desktop.services.assignment import Assignment, papers, read_assignment
from papi_desktop.services.planning import bundled_plan, save
from papi_desktop.services.work import Work

TODAY = date(2022, 7, 14)


def text_of(assignment: Assignment) -> str:
    with pypdfium2.PdfDocument(letter_pdf(papers(assignment).letter)) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def first_task(work: Work) -> Task:
    return next(task for task in work.tasks.all() if task.concerns_us)


def test_each_task_prints_in_the_plan_s_own_words_with_who_where_how_and_when(sample_work: Work) -> None:
    villages = sample_work.villages.all()
    task = replace(
        first_task(sample_work),
        area="Văn hóa - Xã hội",
        village_ids=(villages[0].id, villages[2].id),
        steps="1. Lập danh sách\n2. Họp thôn",
        planned_from=date(2022, 7, 1),
        planned_to=date(2022, 7, 14),
    )
    sample_work.tasks.put(task)
    found = text_of(read_assignment(sample_work, 2022, TODAY))
    assert "BẢNG PHÂN CÔNG NHIỆM VỤ" in found
    for words in ("Văn hóa - Xã hội", "Thôn An Hòa, Thôn", "2. Họp thôn", "01/07/2022", "Trước ngày 15/7/2022"):
        assert words in found
    assert "Hoàng Thị Minh, Phó Chủ tịch UBND xã" in found


def test_tasks_without_villages_are_for_the_whole_commune(sample_work: Work) -> None:
    assert "Toàn xã" in text_of(read_assignment(sample_work, 2022, TODAY))


def test_the_plan_rests_on_the_province_s_plan(sample_work: Work) -> None:
    found = text_of(read_assignment(sample_work, 2022, TODAY))
    assert "Căn cứ Kế hoạch số 239/KH-UBND ngày 30/6/2022 của UBND tỉnh Lào Cai về cải thiện" in found
    assert "28 nhiệm vụ của kế hoạch trên địa bàn xã, gồm 15 nhiệm vụ chủ trì và 13 nhiệm vụ phối hợp" in found


def test_the_workbook_groups_the_tasks_by_content(sample_work: Work) -> None:
    book = openpyxl.load_workbook(BytesIO(workbook_xlsx(papers(read_assignment(sample_work, 2022, TODAY)).workbook)))
    first = [str(row[0].value) for row in book["Phân công"].iter_rows()]
    assert [text for text in first if text.startswith(("1. ", "2. "))] == [
        "1. Tham gia của người dân ở cấp cơ sở",
        "2. Công khai, minh bạch trong việc ra quyết định ở địa phương",
    ]
    assert "1.2" in first


def test_a_year_without_a_plan_is_refused_with_what_to_do(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Chưa có kế hoạch năm 2030"):
        read_assignment(sample_work, 2030, TODAY)


def test_every_plan_of_the_year_is_a_basis_but_not_the_commune_s_own(sample_work: Work) -> None:
    given, rows = bundled_plan(), bundled_plan().tasks[:2]
    for number, issuer in (("77/KH-UBND", "UBND huyện Bảo Thắng"), ("12/KH-UBND", "Ủy ban nhân dân xã An Bình")):
        plan = replace(given.plan, number=number, issuer=issuer, issued_on=date(2022, 7, 5), title="Kế hoạch PAPI")
        save(
            sample_work,
            replace(given, plan=plan, tasks=tuple(replace(row, text=f"{number} {row.text}") for row in rows)),
        )
    found = text_of(read_assignment(sample_work, 2022, TODAY))
    assert "Căn cứ Kế hoạch số 239/KH-UBND" in found
    assert "Căn cứ Kế hoạch số 77/KH-UBND ngày 05/7/2022 của UBND huyện Bảo Thắng về PAPI" in found
    assert "Căn cứ Kế hoạch số 12/KH-UBND" not in found


def test_who_follows_the_work_up_is_the_office_that_there_is_on_the_day(sample_work: Work) -> None:
    assert "Công chức Văn phòng - Thống kê theo dõi" in text_of(read_assignment(sample_work, 2022, TODAY))
    later = text_of(read_assignment(sample_work, 2022, date(2026, 3, 2)))
    assert "Văn phòng HĐND và UBND theo dõi, đôn đốc" in later
    assert "Thống kê theo dõi" not in later
