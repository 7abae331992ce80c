"""The figures that the law or the province sets, with their basis and whether they were verified."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from papi_desktop.catalog import rule_book
from papi_desktop.domain.calendar import written
from papi_desktop.domain.rules import Rule
from papi_desktop.services.registers import ColumnKind, RegisterColumn
from ui.widgets.table_model import TableModel
from ui.widgets.table_view import RegisterTable
from ui.widgets.texts import column, label

_UNITS: Final = {
    "day_consecutive": "ngày liên tục",
    "working_day": "ngày làm việc",
    "day": "ngày",
    "day_of_last_month": "của tháng cuối kỳ",
    "day_per_week": "ngày mỗi tuần",
    "day_per_month": "ngày mỗi tháng",
}
_COLUMNS: Final = (
    RegisterColumn("name", "Quy định", ColumnKind.LONG, 36),
    RegisterColumn("figure", "Mức", width=18),
    RegisterColumn("since", "Từ ngày", width=11),
    RegisterColumn("basis", "Căn cứ", ColumnKind.LONG, 34),
    RegisterColumn("verified", "Kiểm chứng", width=16),
)


@dataclass(frozen=True)
class _Line:
    id: int
    name: str
    figure: str
    since: str
    basis: str
    verified: str


class RulesPane(QWidget):
    """A table to read; the officer confirms doubtful figures with the legal text."""

    def __init__(self) -> None:
        super().__init__()
        table = RegisterTable(TableModel(_COLUMNS, None, None, self))
        table.setObjectName("settings.rules")
        table.setAccessibleName("Bảng quy định")
        table.show_lines([_line(number, rule) for number, rule in enumerate(rule_book().rules, start=1)])
        note = label(
            "Các con số này đi theo ngày hiệu lực của văn bản. Mục ghi “Chưa kiểm chứng” cần đối chiếu với văn bản gốc "
            "trước khi viện dẫn; ở từng mục công khai vẫn sửa được số ngày.",
            "note",
        )
        layout = column(note, table, gap=3)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def _line(number: int, rule: Rule) -> _Line:
    figure = f"{rule.value} {_UNITS.get(rule.unit, rule.unit)}"
    if rule.unit == "day_of_last_month":
        figure = f"ngày {rule.value} {_UNITS[rule.unit]}"
    verified = "Đã đọc văn bản" if rule.is_verified else "Chưa kiểm chứng"
    return _Line(number, rule.name, figure, written(rule.starts), rule.basis, verified)
