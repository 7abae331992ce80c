"""The days off and the worked weekends of a year; the commune marks the swap days that the Government announces."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from papi_desktop.domain.calendar import written
from papi_desktop.domain.holidays import SpecialDay
from papi_desktop.domain.stores import Saved
from papi_desktop.services.holiday_list import HOLIDAYS, WORKED, HolidayLine, mark
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.widgets.fields import Field, FieldKind
from ui.widgets.questions import FormDialog
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, button, column, label, row

FIELDS: Final = (
    Field("on", "Ngày", FieldKind.DATE, required=True, half=True),
    Field("is_open", "Ngày này", FieldKind.CHOICE, ((False, "Nghỉ"), (True, "Làm việc (làm bù)")), half=True),
    Field("name", "Lý do", required=True, hint="Ví dụ: Nghỉ bù Quốc khánh"),
)


class HolidaysPane(RegisterPage):
    """The year is that of the period at the top right."""

    def __init__(self, desk: Desk) -> None:
        add = Action("Thêm ngày…", lambda: open_day(self, desk, None), "add", "holidays.add")
        offers = Offers("Năm này chưa có ngày nghỉ nào.", empty_action=add, add=add)
        super().__init__(desk, HOLIDAYS, offers, partial(DayDetail, desk))
        layout = self.layout()
        if layout:
            layout.setContentsMargins(0, 0, 0, 0)


class DayDetail(Detail):
    """One day; a day of the common calendar is changed by marking it anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line: HolidayLine | None = None
        self.words, self.source = label("", selectable=True), label("", "note")
        change = button(Action("Sửa ngày này…", self._change, name="holidays.change"), "main")
        self._remove = button(Action("Bỏ, theo lịch chung", self._take_out, "remove", "holidays.remove"), "quiet")
        self.setLayout(column(self.words, self.source, row(change, self._remove, 1), 1, gap=3, margin=4))

    def heading(self, line: HolidayLine) -> str:
        """Return the day."""
        return f"{line.weekday}, {written(line.on)}"

    def show_line(self, line: HolidayLine) -> None:
        """Show the day."""
        self._line = line
        self.words.setText(f"{line.state}: {line.name}")
        self.source.setText(f"Nguồn: {line.source}")
        self._remove.setVisible(bool(line.id))

    def _change(self) -> None:
        open_day(self, self._desk, self._line)

    def _take_out(self) -> None:
        if self._line and self._line.id:
            id = self._line.id
            self._desk.operations.remove(
                lambda work: work.special_days, id, lambda _day: self._desk.note("Đã bỏ. Bấm Hoàn tác để lấy lại.")
            )


def open_day(parent: Any, desk: Desk, line: HolidayLine | None) -> None:
    """Ask for a day that differs from the calendar."""

    def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        def action(work: Work) -> Saved[SpecialDay]:
            work.label(f"Đánh dấu ngày {written(values['on'])}")
            return mark(work, values["on"], values["is_open"], values["name"])

        def after(_saved: Saved[SpecialDay]) -> None:
            done()
            desk.note("Đã ghi. Thời hạn tính theo ngày làm việc dùng ngay lịch này.")

        desk.operations.write(action, after, failed)

    value = {"on": line.on if line else None, "is_open": line.state == WORKED if line else False}
    name = line.name if line else ""
    hint = "Dùng cho ngày hoán đổi, nghỉ bù, làm bù theo thông báo của Chính phủ hoặc tỉnh."
    FormDialog(parent, "Ngày nghỉ, ngày làm bù", "holidays", FIELDS, value | {"name": name}, save, hint=hint).open()
