"""Many tasks are changed at once, and a grid goes to Excel and back with every change shown first."""

from dataclasses import replace
from datetime import date

import pytest

from db.database import Database
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.tasks import Status, Task
from papi_desktop.importers.clipboard import read_clipboard
from papi_desktop.services.bulk import copied, edit_progress, edit_tasks
from papi_desktop.services.registers import Query
from papi_desktop.services.task_grid import PasteProposal, apply_paste, copy_tasks, propose_paste
from papi_desktop.services.task_list import TASKS, task_lines
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
YEAR = read_period("2022-Y")


def ours(work: Work) -> list[Task]:
    return [task for task in work.tasks.all() if task.concerns_us]


def pasted(work: Work, text: str) -> PasteProposal:
    return propose_paste(work, read_clipboard(text), YEAR)


def test_a_selection_gets_an_officer_in_one_change(sample: Database) -> None:
    with sample.work() as work:
        officer = work.officers.all()[0].id
        ids = [task.id for task in ours(work)]
        before = {task.id: task.officer_id for task in ours(work)}
        number = edit_tasks(work, ids, {"officer_id": officer, "area": "Tư pháp"})
        assert number == len(ids)
        assert {(task.officer_id, task.area) for task in ours(work)} == {(officer, "Tư pháp")}
    change = sample.undo()
    assert change is not None
    assert change.label == "Sửa 28 nhiệm vụ"
    with sample.work() as work:
        assert {task.id: task.officer_id for task in ours(work)} == before


def test_a_selection_that_is_so_already_is_not_written(sample_work: Work) -> None:
    task = ours(sample_work)[0]
    assert edit_tasks(sample_work, [task.id], {"officer_id": task.officer_id}) == 0


def test_a_selection_is_finished_with_its_day(sample_work: Work) -> None:
    ids = [task.id for task in ours(sample_work)][:5]
    edit_progress(sample_work, ids, read_period("2022-08"), {"status": Status.DONE}, TODAY)
    for id in ids:
        entry = sample_work.progress.find(id, "2022-08")
        assert entry is not None
        assert (entry.status, entry.percent, entry.done_on) == (Status.DONE, 100, TODAY)


def test_the_plan_s_own_words_are_not_changed_for_many_at_once(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Hãy mở từng nhiệm vụ"):
        edit_tasks(sample_work, [ours(sample_work)[0].id], {"text": "x"})


def test_any_list_is_copied_with_its_headings_and_without_formulas(sample_work: Work) -> None:
    task = ours(sample_work)[0]
    edit_tasks(sample_work, [task.id], {"note": "", "area": "=1+1"})
    lines = task_lines(sample_work, Query(YEAR, TODAY))
    text = copied(TASKS.columns, lines)
    assert text.split("\r\n")[0].split("\t") == [column.heading for column in TASKS.columns]
    assert text.count("\r\n") == len(lines) + 1
    assert "\t =1+1\t" in copy_tasks(sample_work, [task.id], YEAR)


def test_a_grid_pasted_back_unchanged_changes_nothing(sample_work: Work) -> None:
    text = copy_tasks(sample_work, [task.id for task in ours(sample_work)], YEAR)
    proposal = pasted(sample_work, text)
    assert (proposal.changes, proposal.problems) == ((), ())
    assert proposal.unchanged == 28 * 9


def test_a_changed_cell_is_shown_with_both_values_and_written_only_when_accepted(sample_work: Work) -> None:
    task = ours(sample_work)[0]
    officers = sample_work.officers.all()
    name = next(officer.name for officer in officers if officer.id not in (task.officer_id, task.leader_id))
    was = next(officer.name for officer in officers if officer.id == task.officer_id)
    code = task.own_code or task.code
    proposal = pasted(sample_work, f"Mã\tNgười phụ trách\tLĩnh vực\n{code}\t{name.upper()}\tTư pháp")
    assert [(cell.label, cell.before) for cell in proposal.changes] == [
        ("Người phụ trách", was),
        ("Lĩnh vực", task.area),
    ]
    assert sample_work.tasks.get(task.id) == task
    assert apply_paste(sample_work, proposal.changes, {f"{task.id}.area"}, YEAR, TODAY) == 1
    after = sample_work.tasks.get(task.id)
    assert (after.officer_id, after.area) == (task.officer_id, "Tư pháp")


def test_status_and_percentage_are_pasted_into_the_period(sample_work: Work) -> None:
    task = next(task for task in ours(sample_work) if sample_work.progress.find(task.id, "2022-Y") is None)
    code = task.own_code or task.code
    proposal = pasted(sample_work, f"Mã\tTình trạng\tTỷ lệ\tKết quả\n{code}\tđang thực hiện\t40%\tĐã họp 3 thôn")
    apply_paste(sample_work, proposal.changes, {change.id for change in proposal.changes}, YEAR, TODAY)
    entry = sample_work.progress.find(task.id, "2022-Y")
    assert entry is not None
    assert (entry.status, entry.percent, entry.result) == (Status.DOING, 40, "Đã họp 3 thôn")


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (("Người phụ trách", "Người Lạ"), "không có ai tên “Người Lạ”"),
        (("Tỷ lệ", "140%"), "không phải tỷ lệ từ 0 đến 100"),
        (("Tình trạng", "xong rồi"), "không hiểu “xong rồi”"),
        (("Tỷ lệ", "1"), "có thể là 1% hoặc 100%"),
        (("Tỷ lệ", "90,5"), "không có số lẻ"),
        (("Nhiệm vụ", "Việc khác"), "ghi nội dung khác với nhiệm vụ mang mã này"),
        (("Thời hạn", "Hằng quý"), "không sửa bằng cách dán"),
    ],
)
def test_what_cannot_be_taken_over_is_said_and_left(sample_work: Work, cells: tuple[str, str], sentence: str) -> None:
    task = ours(sample_work)[0]
    proposal = pasted(sample_work, f"Mã\t{cells[0]}\n{task.own_code or task.code}\t{cells[1]}")
    assert proposal.changes == ()
    assert sentence in proposal.problems[0]


@pytest.mark.parametrize(("cell", "percent"), [("0,9", 90), ("0.35", 35), ("1,0", 100), ("90,0%", 90), ("0", 0)])
def test_a_share_that_lost_its_format_in_excel_is_read(sample_work: Work, cell: str, percent: int) -> None:
    task = next(task for task in ours(sample_work) if sample_work.progress.find(task.id, "2022-Y") is None)
    text = f"Mã\tTỷ lệ\n{task.own_code or task.code}\t{cell}"
    found = pasted(sample_work, text).changes
    assert [(each.value, each.after) for each in found if each.value != 0] == [(percent, f"{percent}%")] * bool(percent)


def with_ten(work: Work) -> tuple[Task, Task]:
    """Return tasks 6.1 and 6.10, whose codes are one number to Excel."""
    one = next(task for task in ours(work) if task.code == "6.1")
    ten = work.tasks.put(replace(one, id=0, uuid="", ordinal=99, code="6.10", own_code="6.10", text="Việc khác hẳn."))
    return one, ten.after


def test_a_code_that_excel_shortened_is_known_by_the_task_s_words(sample_work: Work) -> None:
    _one, ten = with_ten(sample_work)
    proposal = pasted(sample_work, f"Mã\tNhiệm vụ\tLĩnh vực\n6.1\t{ten.text}\tTư pháp")
    assert [(each.task_id, each.text) for each in proposal.changes] == [(ten.id, "Việc khác hẳn.")]
    assert not proposal.problems


def test_a_code_that_excel_may_have_shortened_is_not_guessed(sample_work: Work) -> None:
    with_ten(sample_work)
    proposal = pasted(sample_work, "Mã\tLĩnh vực\n6.1\tTư pháp")
    assert not proposal.changes
    assert "(6.1 hoặc 6.10)" in proposal.problems[0]


def test_an_unknown_code_is_passed_over_with_a_sentence(sample_work: Work) -> None:
    proposal = pasted(sample_work, "Mã\tLĩnh vực\n99.9\tTư pháp")
    assert proposal.changes == ()
    assert "“99.9”" in proposal.problems[0]


def test_a_grid_without_its_heading_row_is_refused(sample_work: Work) -> None:
    with pytest.raises(KnownError, match="Không thấy dòng tiêu đề"):
        pasted(sample_work, "1.2\tTư pháp")


def test_a_pasted_grid_is_one_change(sample: Database) -> None:
    with sample.work() as work:
        before = [task.area for task in ours(work)]
        codes = [task.own_code or task.code for task in ours(work)[:3]]
        text = "Mã\tLĩnh vực\tTỷ lệ\n" + "\n".join(f"{code}\tVăn hóa\t35" for code in codes)
        proposal = pasted(work, text)
        apply_paste(work, proposal.changes, {change.id for change in proposal.changes}, YEAR, TODAY)
    sample.undo()
    with sample.work() as work:
        assert [task.area for task in ours(work)] == before
