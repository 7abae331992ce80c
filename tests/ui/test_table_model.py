"""The model of every list: lines, headings with done and total, order, and how values are written."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from papi_desktop.services.registers import ColumnKind, RegisterColumn
from ui.widgets.cells import few_lines
from ui.widgets.table_model import GROUP_ROLE, TableModel, shown


class Level(StrEnum):
    LOW = "thấp"
    HIGH = "cao"


@dataclass(frozen=True)
class Line:
    id: int
    name: str
    group: str
    day: date | None = None
    number: int = 0
    level: Level = Level.LOW


COLUMNS = (
    RegisterColumn("name", "Tên", ColumnKind.LONG),
    RegisterColumn("day", "Ngày", ColumnKind.DATE),
    RegisterColumn("number", "Số", ColumnKind.NUMBER),
    RegisterColumn("level", "Mức", ColumnKind.STATE),
)
LINES = (
    Line(1, "Đường làng", "Một", date(2022, 9, 5), 1250, Level.HIGH),
    Line(2, "Ấp Đông", "Một", None, 7),
    Line(3, "Bờ mương", "Hai", date(2022, 1, 2), 30),
)


def grouped() -> TableModel:
    model = TableModel(COLUMNS, lambda line: line.group, lambda line: line.number > 10)
    model.show(LINES)
    return model


def texts(model: TableModel, column: int = 0) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = grouped()
    qtmodeltester.check(model, force_py=True)
    model.show(LINES[:1])
    model.sort(1, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model, force_py=True)


def test_an_empty_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(TableModel(COLUMNS), force_py=True)


def test_every_group_begins_with_a_heading_that_counts_what_is_done() -> None:
    model = grouped()
    assert texts(model) == ["Một", "Đường làng", "Ấp Đông", "Hai", "Bờ mương"]
    heading = model.index(0, 0).data(GROUP_ROLE)
    assert (heading.done, heading.total) == (1, 2)


def test_a_heading_cannot_be_selected() -> None:
    model = grouped()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_lines_are_ordered_inside_their_groups() -> None:
    model = grouped()
    model.sort(0)
    assert texts(model) == ["Một", "Ấp Đông", "Đường làng", "Hai", "Bờ mương"]


def test_the_lists_own_order_comes_back() -> None:
    model = grouped()
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert texts(model) == ["Một", "Đường làng", "Ấp Đông", "Hai", "Bờ mương"]


def test_values_are_written_as_people_write_them() -> None:
    assert texts(grouped(), 1) == ["", "05/09/2022", "", "", "02/01/2022"]
    assert texts(grouped(), 2) == ["", "1.250", "7", "", "30"]
    assert shown(40, ColumnKind.PERCENT) == "40%"
    assert shown(Level.LOW) == "Thấp"
    assert shown(None) == ""


def test_a_line_is_found_by_its_id() -> None:
    assert grouped().row_of(3) == 4
    assert grouped().row_of(99) == -1


def test_a_long_text_breaks_into_two_lines_that_end_in_an_ellipsis(qapp: object) -> None:
    from ui.theme import theme

    lines = few_lines(
        "Danh sách hộ nghèo và các chế độ, chính sách đối với hộ nghèo " * 3, 200, theme.font().toString()
    )
    assert len(lines) == 2
    assert lines[1].endswith("…")
    first, second = few_lines(f"{'Hoàn thành ' * 9}\u2028→ Quý III", 200, theme.font().toString())
    assert (first.endswith("…"), second) == (True, "→ Quý III")
    assert few_lines("Ngắn", 200, theme.font().toString()) == ("Ngắn",)
    assert few_lines("", 200, theme.font().toString()) == ("",)
    three = few_lines("Danh sách hộ nghèo và các chế độ, chính sách " * 3, 200, theme.font().toString(), 3)
    assert [each.endswith("…") for each in three] == [False, False, True]


def test_a_heading_over_numbers_breaks_between_words_into_no_more_lines_than_asked_for() -> None:
    number, text = ColumnKind.NUMBER, ColumnKind.TEXT
    columns = (
        RegisterColumn("amount", "Chưa có số liệu", number),
        RegisterColumn("amount", "Đúng hạn", number),
        RegisterColumn("name", "Người phụ trách", text),
    )
    model = TableModel(columns)
    assert [model.heading(each) for each in range(3)] == ["Chưa có số liệu", "Đúng hạn", "Người phụ trách"]
    assert [model.heading(each, 2) for each in range(3)] == ["Chưa có\nsố liệu", "Đúng\nhạn", "Người phụ trách"]
    assert model.heading(0, 3) == "Chưa\ncó số\nliệu"
    assert TableModel((RegisterColumn("amount", "", number),)).heading(0, 2) == ""
