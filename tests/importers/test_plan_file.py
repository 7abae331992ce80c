"""A plan read from a file: which plan it is, what is doubtful, and that nothing is lost."""

from datetime import date
from pathlib import Path

import pytest

from papi_desktop.domain.plans import Doubt
from papi_desktop.importers.plan_file import read_plan
from papi_desktop.importers.plan_title import PlanTitle, read_title
from tests.importers.annex import HEADINGS, TODAY, annex, assert_is_the_annex, document, read_xlsx, saved, sheet


@pytest.mark.parametrize("name", ["Kế hoạch PAPI.docx", "Kế hoạch PAPI.xlsx"])
def test_a_file_on_disk_gives_the_annex_and_its_plan(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(saved(document([HEADINGS, *annex()]) if name.endswith("docx") else sheet(annex())))
    proposal = read_plan(path, TODAY)
    assert_is_the_annex(proposal)
    plan = proposal.plan
    assert (plan.number, plan.issued_on, plan.issuer) == ("239/KH-UBND", date(2022, 6, 30), "UBND tỉnh Lào Cai")
    assert (plan.year, plan.source_name, len(plan.source_sha256)) == (2022, name, 64)
    assert plan.title == (
        "NHIỆM VỤ CẢI THIỆN CHỈ SỐ NỘI DUNG VÀ NỘI DUNG THÀNH PHẦN THUỘC CHỈ SỐ PAPI TỈNH LÀO CAI NĂM 2022"
    )


def test_the_second_block_of_sevens_is_content_eight_with_a_doubt_on_each_row() -> None:
    proposal = read_xlsx(sheet(annex()))
    block = proposal.tasks[-5:]
    assert [(task.code, task.dimension, task.proposed_code) for task in block] == [
        (f"7.{n}", 8, f"8.{n}") for n in range(1, 6)
    ]
    assert all("code" in {doubt.field for doubt in task.doubts} for task in block)
    assert not any(doubt.field == "code" for task in proposal.tasks[:-5] for doubt in task.doubts)
    assert any("7.1–7.5" in remark and "8.1–8.5" in remark for remark in proposal.remarks)


def test_every_doubt_is_a_finished_sentence_on_the_field_it_is_about() -> None:
    proposal = read_xlsx(sheet(annex()))
    doubts = [doubt for task in proposal.tasks for doubt in task.doubts]
    assert {doubt.field for doubt in doubts} == {"code", "coordinating", "part"}
    assert all(doubt.sentence.endswith(".") for doubt in doubts)


def test_tasks_that_need_no_second_look_have_no_doubts() -> None:
    plain = {task.proposed_code for task in read_xlsx(sheet(annex())).tasks if not task.doubts}
    assert {"1.1", "2.1", "2.2", "2.4", "4.1", "7.1"} <= plain


@pytest.mark.parametrize(
    ("deadline", "sentence"),
    [
        (
            "Trước ngày 31/2/2022",
            "Thời hạn “Trước ngày 31/2/2022” có ngày không có trong lịch; "
            "nguyên văn được giữ lại, hãy chọn lại thời hạn.",
        ),
        (
            "Khi có chỉ đạo",
            "Chưa hiểu được thời hạn “Khi có chỉ đạo”; nguyên văn được giữ lại, hãy chọn lại thời hạn nếu có.",
        ),
        ("", "Kế hoạch để trống thời hạn; hãy chọn thời hạn nếu có."),
        (
            "Thường xuyên; báo cáo trước ngày 15/12/2019",
            "Thời hạn “Thường xuyên; báo cáo trước ngày 15/12/2019” không thuộc năm 2022 của kế hoạch; hãy xem lại.",
        ),
        ("Quý III/2019", "Thời hạn “Quý III/2019” không thuộc năm 2022 của kế hoạch; hãy xem lại."),
    ],
)
def test_a_deadline_that_is_not_understood_is_kept_and_doubtful(deadline: str, sentence: str) -> None:
    (task,) = read_xlsx(sheet([["1.1", "Lập kế hoạch", "UBND cấp xã", "", deadline]])).tasks
    assert task.deadline.text == deadline
    assert task.doubts == (Doubt("deadline", sentence),)


def test_a_file_that_names_no_year_takes_this_year_with_a_remark() -> None:
    proposal = read_xlsx(sheet([["1.1", "Lập kế hoạch", "UBND cấp xã", "", "Quý III"]], title=()))
    assert proposal.plan.year == TODAY.year
    assert proposal.plan.title == "ke-hoach.xlsx"
    assert any(f"tạm lấy năm {TODAY.year}" in remark for remark in proposal.remarks)


def test_a_task_that_belongs_to_no_content_is_doubtful() -> None:
    (task,) = read_xlsx(sheet([["", "Lập kế hoạch", "UBND cấp xã", "", "Quý III"]])).tasks
    assert task.dimension == 1
    assert [doubt.field for doubt in task.doubts] == ["dimension"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["(Kèm theo Kế hoạch số 45/KH-UBND ngày 15/02/2024 của UBND tỉnh Hưng Yên)"],
            PlanTitle("", "45/KH-UBND", date(2024, 2, 15), "UBND tỉnh Hưng Yên", 2024),
        ),
        (
            ["Kèm theo Quyết định số: 512/QĐ-UBND ngày 01 tháng 3 năm 2023", "của Chủ tịch UBND tỉnh Kon Tum"],
            PlanTitle("", "512/QĐ-UBND", date(2023, 3, 1), "UBND tỉnh Kon Tum", 2023),
        ),
        (
            [
                "Số: 239/KH-UBND",
                "Lào Cai, ngày 30 tháng 6 năm 2022",
                "KẾ HOẠCH",
                "CẢI THIỆN CHỈ SỐ PAPI NĂM 2023",
                "Căn cứ",
            ],
            PlanTitle("KẾ HOẠCH CẢI THIỆN CHỈ SỐ PAPI NĂM 2023", "239/KH-UBND", date(2022, 6, 30), "", 2023),
        ),
        (
            [
                "KẾ HOẠCH",
                "Cải thiện Chỉ số PAPI tỉnh Lào Cai năm 2022",
                "(Kèm theo Kế hoạch số     /KH-UBND ngày   /   /2022)",
            ],
            PlanTitle("KẾ HOẠCH Cải thiện Chỉ số PAPI tỉnh Lào Cai năm 2022", "", None, "", 2022),
        ),
        (["KẾ HOẠCH PAPI 2024"], PlanTitle("KẾ HOẠCH PAPI 2024", "", None, "", 2024)),
        (["KẾ HOẠCH PAPI 2021 - 2025"], PlanTitle("KẾ HOẠCH PAPI 2021 - 2025", "", None, "", None)),
        ([], PlanTitle()),
    ],
)
def test_the_plan_is_read_from_the_text_around_the_table(lines: list[str], expected: PlanTitle) -> None:
    assert read_title(lines, []) == expected
