"""Other ways to a plan: a pasted table, a blank plan, and a new year from the last one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from papi_desktop.domain.plans import Plan
from papi_desktop.domain.tasks import Task
from papi_desktop.importers.plan_columns import Column
from papi_desktop.importers.plan_file import read_plan
from tests.ui.conftest import Settle
from tests.ui.planning.conftest import point_out_columns
from ui.planning.columns import ColumnsDialog
from ui.planning.new_year import NewYearDialog, years_to_start
from ui.planning.page import PlanningPage
from ui.widgets.editors import ChoiceEdit
from ui.window import Window

TABLE = """<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Cơ quan phối hợp</th>
<th>Thời gian thực hiện</th></tr>
<tr><td colspan=5>1. Tham gia của người dân ở cấp cơ sở</td></tr>
<tr><td>1.1</td><td>Tuyên truyền tại các thôn</td><td>UBND cấp xã</td><td>Trưởng thôn</td><td>Trước ngày 15/7</td></tr>
<tr><td>1.2</td><td>Lập sổ ghi chép đóng góp</td><td>UBND cấp xã</td><td></td><td>Thường xuyên</td></tr></table>"""


@pytest.fixture
def page(window: Window, settle: Settle) -> PlanningPage:
    page = window.open_page("planning")
    settle()
    assert isinstance(page, PlanningPage)
    return page


def press(page: PlanningPage, name: str) -> None:
    page.findChild(QAbstractButton, name).click()


def copied(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def tasks(page: PlanningPage, settle: Settle, year: int) -> list[Task]:
    found: list[Task] = []
    page.desk.operations.read(
        lambda work: [task for plan in work.plans.all() if plan.year == year for task in work.tasks.of_plan(plan.id)],
        found.extend,
    )
    settle()
    return found


def test_a_table_copied_in_word_is_shown_for_checking_and_nothing_is_written(
    page: PlanningPage, settle: Settle
) -> None:
    before = len(tasks(page, settle, 2022))
    copied("", TABLE)
    press(page, "plans.paste")
    settle()
    assert page.preview.checking is not None
    assert [task.text for task in page.preview.checking.proposal.tasks] == [
        "Tuyên truyền tại các thôn",
        "Lập sổ ghi chép đóng góp",
    ]
    assert len(tasks(page, settle, 2022)) == before


def test_the_columns_of_a_copied_table_can_be_corrected(page: PlanningPage, settle: Settle) -> None:
    copied("", TABLE)
    press(page, "plans.paste")
    settle()
    press(page, "plans.ask_columns")
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnsDialog)
    dialog.findChild(ChoiceEdit, "plans.columns.3").show_value(Column.COORDINATING)
    dialog.findChild(ChoiceEdit, "plans.columns.4").show_value(Column.LEAD)
    dialog.submit()
    settle()
    assert page.preview.checking is not None
    assert page.preview.checking.row(1).lead_text == "Trưởng thôn"


def test_a_copied_table_with_strange_headings_can_be_pointed_out(page: PlanningPage, settle: Settle) -> None:
    rows = [["Mục", "Việc phải làm", "Bên giao", "Bên nhận", "Xong lúc"]]
    rows += [["1.1", "Lập sổ", "UBND cấp xã", "Trưởng thôn", "Trước ngày 15/7"]]
    copied("\n".join("\t".join(row) for row in rows))
    press(page, "plans.paste")
    settle()
    assert "Không tìm thấy bảng nhiệm vụ trong phần đã sao chép" in page.choose.message.sentence.text()
    point_out_columns(settle)
    assert page.preview.checking is not None
    assert [task.text for task in page.preview.checking.proposal.tasks] == ["Lập sổ"]


def test_what_is_no_table_is_refused_in_one_sentence(page: PlanningPage, settle: Settle) -> None:
    copied("chỉ một câu không có bảng")
    press(page, "plans.paste")
    settle()
    assert page.choose.message.isVisible()
    assert "phần đã sao chép" in page.choose.message.sentence.text()


def test_a_blank_plan_is_written_and_can_be_read_again(
    page: PlanningPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mẫu.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(page, "plans.blank")
    settle()
    assert len(read_plan(target, page.desk.today).tasks) == 1


def test_a_new_year_takes_over_what_is_ticked_in_one_change(window: Window, page: PlanningPage, settle: Settle) -> None:
    dialog = opened(page, settle)
    proposed = dialog.accepted_tasks()
    left_out = min(proposed)
    dialog.tick(left_out).click()
    assert dialog.save.text() == f"Chuyển {len(proposed) - 1} nhiệm vụ sang năm 2023"
    dialog.submit()
    settle()
    assert len(tasks(page, settle, 2023)) == len(proposed) - 1
    assert window.desk.period.year == 2023
    window.desk.operations.undo()
    settle()
    assert tasks(page, settle, 2023) == []


def test_leaving_the_dialog_writes_nothing(page: PlanningPage, settle: Settle) -> None:
    opened(page, settle).reject()
    settle()
    assert tasks(page, settle, 2023) == []


def test_a_whole_group_is_ticked_and_cleared_at_once(page: PlanningPage, settle: Settle) -> None:
    dialog = opened(page, settle)
    before = dialog.accepted_tasks()
    finished = dialog.findChild(QAbstractButton, "plans.new_year.all.finished")
    finished.click()
    assert dialog.accepted_tasks() > before
    finished.click()
    assert dialog.accepted_tasks() == before
    dialog.reject()


def test_the_year_after_the_newest_plan_is_offered_first() -> None:
    assert years_to_start([]) == ()
    assert years_to_start([Plan(2022, "")]) == (2023,)
    assert years_to_start([Plan(2022, ""), Plan(2023, "")]) == (2024, 2023)


def opened(page: PlanningPage, settle: Settle) -> NewYearDialog:
    press(page, "plans.new_year")
    settle()
    dialog = page.findChild(NewYearDialog)
    assert isinstance(dialog, NewYearDialog)
    return dialog
