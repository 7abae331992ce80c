"""The province's results in the window: charts, weak contents, entering, a file, and the way to the tasks."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from papi_desktop.domain.scores import Group, YearScore
from papi_desktop.services.results import score_words
from papi_desktop.services.task_list import TaskLine
from tests.ui.conftest import Settle
from ui.results.contents_chart import figure_words, part
from ui.results.page import CHART, LIST, ResultsPage, summary
from ui.results.taking_over import TakingOver
from ui.results.totals_chart import span
from ui.widgets.questions import FormDialog
from ui.widgets.register_page import RegisterPage
from ui.window import Window

TEN = tuple(Decimal(f"{number}.5") for number in range(2, 10))


@pytest.fixture
def page(window: Window, settle: Settle) -> ResultsPage:
    page = window.open_page("results")
    settle()
    assert isinstance(page, ResultsPage)
    return page


def stored(page: ResultsPage, settle: Settle) -> list[YearScore]:
    found: list[YearScore] = []
    page.desk.operations.read(lambda work: work.scores.of_province("Lào Cai"), found.extend)
    settle()
    return found


def press(root: QWidget, name: str) -> None:
    root.findChild(QAbstractButton, name).click()


def shown(page: ResultsPage, kind: type) -> QWidget:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def test_the_charts_show_every_year_and_name_the_weak_contents_of_the_newest(page: ResultsPage) -> None:
    assert page.charts.isVisible()
    assert [score.year for score in page.charts.totals.scores] == [2020, 2021]
    assert page.charts.contents.marked == (3, 4, 6, 7)
    assert page.charts.weak.text().startswith("4 nội dung yếu năm 2021: 3.\u00a0Trách nhiệm giải trình")
    assert "năm 2021: 40,151" in page.charts.totals.accessibleName()
    assert page.charts.by_group.isVisible()


def test_the_search_box_stands_over_the_list_only(page: ResultsPage, settle: Settle) -> None:
    assert not page.search.isVisible()
    page.open_view(LIST)
    settle()
    assert page.search.isVisible()


def test_words_searched_in_the_list_do_not_hide_the_charts(page: ResultsPage, settle: Settle) -> None:
    page.open_view(LIST)
    page.search.setText("không có năm nào")
    page.refresh()
    settle()
    assert not page.table.isVisible()
    page.open_view(CHART)
    settle()
    assert page.charts.isVisible()


def test_the_list_marks_a_worked_out_total_as_the_chart_does_and_says_what_the_mark_is(
    page: ResultsPage, settle: Settle
) -> None:
    page.open_view(LIST)
    settle()
    lines = page.table.lines
    column = [each.key for each in lines.columns].index("total")
    assert [lines.index(row, column).data() for row in range(2)] == ["40,151", "(42,95)"]
    lines.sort(column)
    assert [lines.index(row, column).data() for row in range(2)] == ["40,151", "(42,95)"]
    assert "Số trong ngoặc: suy ra từ năm khác, không phải số công bố." in summary(lines.ordered_lines())


def test_a_year_without_contents_says_what_to_enter(page: ResultsPage) -> None:
    page.charts.year.show_value(2020)
    page.charts.year.committed.emit()
    assert "chưa có điểm hoặc nhóm" in page.charts.weak.text()
    assert not page.charts.tasks.isVisible()


def test_the_tasks_of_the_weak_contents_come_first_and_none_is_left_out(
    window: Window, page: ResultsPage, settle: Settle
) -> None:
    press(page, "results.weak_tasks")
    settle()
    tasks = window.stack.currentWidget()
    assert isinstance(tasks, RegisterPage)
    lines: list[TaskLine] = tasks.table.lines.ordered_lines()
    assert list(dict.fromkeys(line.dimension for line in lines)) == [3, 4, 6, 7, 1, 2, 5, 8]
    assert len(lines) == 28


def test_a_year_is_entered_with_its_figures(page: ResultsPage, settle: Settle) -> None:
    page.open_view(LIST)
    page.add()
    dialog = shown(page, FormDialog)
    assert isinstance(dialog, FormDialog)
    for key, value in {"year": "2022", "total": Decimal("41.82"), "group": Group.LOWER, "d1": Decimal("4.9")}.items():
        dialog.form.editor(key).show_value(value)
    dialog.submit()
    settle()
    new = stored(page, settle)[-1]
    assert (new.year, new.total, new.group, new.by_dimension[0]) == (
        2022,
        Decimal("41.82"),
        Group.LOWER,
        Decimal("4.9"),
    )
    assert not dialog.isVisible()


def test_what_cannot_be_right_is_said_before_it_is_saved(page: ResultsPage, settle: Settle) -> None:
    page.add()
    dialog = shown(page, FormDialog)
    assert isinstance(dialog, FormDialog)
    dialog.form.editor("year").show_value("2022")
    dialog.form.editor("total").show_value(Decimal(90))
    dialog.submit()
    settle()
    assert "tổng điểm phải từ 8 đến 80" in dialog.message.sentence.text()
    assert len(stored(page, settle)) == 2
    dialog.form.editor("total").show_value(Decimal(42))
    dialog.form.editor("year").show_value("2021")
    dialog.submit()
    settle()
    assert dialog.message.sentence.text() == "Năm này đã có kết quả của tỉnh đó. Hãy mở kết quả đã có để sửa."
    dialog.done(0)


def test_a_figure_saves_itself_and_the_chart_follows(page: ResultsPage, settle: Settle, qtbot: QtBot) -> None:
    page.open_view(LIST)
    settle()
    page.table.select_id(page.table.lines.lines[0].id)
    settle()
    form = page.findChild(QWidget, "results.form.d3")
    form.setFocus()
    qtbot.keyClicks(form, "4,25")
    form.editingFinished.emit()
    settle()
    assert stored(page, settle)[-1].by_dimension[2] == Decimal("4.25")
    assert page.charts.contents.score is not None
    assert page.charts.contents.score.by_dimension[2] == Decimal("4.25")


def test_a_removed_year_comes_back_with_undo(window: Window, page: ResultsPage, settle: Settle) -> None:
    page.open_view(LIST)
    settle()
    page.table.select_id(page.table.lines.lines[0].id)
    settle()
    press(page, "results.remove")
    settle()
    assert [score.year for score in stored(page, settle)] == [2020]
    window.desk.operations.undo()
    settle()
    assert [score.year for score in stored(page, settle)] == [2020, 2021]


def test_a_file_is_shown_first_and_only_ticked_years_are_written(
    page: ResultsPage, settle: Settle, tmp_path: Path
) -> None:
    page.read_file(results_file(tmp_path / "kết quả.xlsx"))
    settle()
    dialog = shown(page, TakingOver)
    assert isinstance(dialog, TakingOver)
    assert dialog.accepted_years() == {2022}
    assert [score.year for score in stored(page, settle)] == [2020, 2021]
    dialog.tick(2021).click()
    assert dialog.save.text() == "Ghi 2 năm"
    dialog.submit()
    settle()
    assert [(score.year, score.total) for score in stored(page, settle)][1:] == [
        (2021, Decimal("40.2")),
        (2022, Decimal("41.9")),
    ]


def test_a_file_without_results_is_refused_in_one_sentence(
    window: Window, page: ResultsPage, settle: Settle, tmp_path: Path
) -> None:
    wrong = tmp_path / "khác.xlsx"
    openpyxl.Workbook().save(wrong)
    page.read_file(wrong)
    settle()
    assert window.message.isVisible()
    assert "kết quả PAPI" in window.message.sentence.text()


def test_bars_are_as_long_as_the_score_or_else_the_group() -> None:
    known = YearScore("Lào Cai", 2022, by_dimension=TEN)
    assert [part(known, number) for number in (1, 8)] == [0.25, 0.95]
    by_group = YearScore("Lào Cai", 2021, groups=(Group.LOWEST, Group.LOWER, Group.UPPER, Group.HIGHEST) * 2)
    assert [part(by_group, number) for number in (1, 2, 3, 4)] == [0.25, 0.5, 0.75, 1.0]
    assert [figure_words(each, 1) for each in (known, by_group)] == ["2,5", "thấp nhất"]


def test_the_grid_leaves_room_around_the_totals_and_inferred_ones_stand_in_brackets() -> None:
    scores = [
        YearScore("Lào Cai", 2020, Decimal("42.95"), is_inferred=True),
        YearScore("Lào Cai", 2021, Decimal("40.15")),
    ]
    assert span(scores) == (39, 44)
    assert [score_words(score) for score in scores] == ["(42,95)", "40,15"]


def results_file(target: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Năm", "Tổng điểm", "Nhóm", "Xếp hạng"])
    sheet.append([2021, 40.2, "Thấp", "49/60"])
    sheet.append([2022, 41.9, "TB thấp", "44/61"])
    book.save(target)
    return target
