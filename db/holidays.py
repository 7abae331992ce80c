"""The days that the commune marked as off or worked."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from db.schema import Row, one_live
from db.stores import RowStore
from papi_desktop.domain.holidays import SpecialDay


class SpecialDayRow(Row):
    """One special day."""

    __tablename__ = "special_day"
    __table_args__ = (one_live("ux_special_day_on", "on"),)
    taken = "Ngày này đã có trong bảng ngày nghỉ, ngày làm bù. Hãy mở dòng đã có để sửa."

    on: Mapped[date]
    is_open: Mapped[bool]
    name: Mapped[str]


class SpecialDays(RowStore[SpecialDayRow, SpecialDay]):
    """The special days, oldest first."""

    row = SpecialDayRow
    value = SpecialDay
    noun = "ngày nghỉ, ngày làm bù"
    order: ClassVar = (SpecialDayRow.on, SpecialDayRow.id)
