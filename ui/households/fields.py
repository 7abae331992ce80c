"""The fields of one household, and how what was typed becomes its values."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.household_reading import birth_year_doubt
from papi_desktop.domain.households import Arrival, HouseholdClass, Sex
from ui.widgets.fields import Field, FieldKind

STANDINGS: Final = tuple((each, each.value) for each in HouseholdClass)
ARRIVALS: Final = (
    (Arrival.KEPT, "Có từ năm trước"),
    (Arrival.NEW, "Mới phát sinh"),
    (Arrival.AGAIN, "Tái nghèo, tái cận nghèo"),
)
SEXES: Final = ((Sex.UNKNOWN, "Chưa ghi"), (Sex.MALE, "Nam"), (Sex.FEMALE, "Nữ"))
PUBLIC: Final = (
    Field("head", "Họ và tên chủ hộ", required=True),
    Field("village_id", "Thôn, tổ dân phố", FieldKind.CHOICE, half=True),
    Field("standing", "Phân loại", FieldKind.CHOICE, STANDINGS, half=True),
    Field("persons", "Số khẩu", FieldKind.NUMBER, half=True),
    Field("arrival", "Vào danh sách", FieldKind.CHOICE, ARRIVALS, half=True),
)
PERSONAL: Final = (
    Field("birth_year", "Năm sinh chủ hộ", hint="Ví dụ: 1975", half=True),
    Field("sex", "Giới tính", FieldKind.CHOICE, SEXES, half=True),
    Field("ethnicity", "Dân tộc"),
    Field("income_points", "Điểm B1", FieldKind.NUMBER, half=True),
    Field("lack_points", "Điểm B2", FieldKind.NUMBER, half=True),
    Field("deprivations", "Thiếu hụt"),
    Field("note", "Ghi chú", FieldKind.LONG, lines=2),
)
IDENTITY: Final = Field("identity", "Số định danh")
NO_VILLAGE: Final = (0, "Chưa rõ thôn")
BLANK: Final = {
    "head": "",
    "village_id": 0,
    "standing": HouseholdClass.POOR,
    "persons": None,
    "arrival": Arrival.NEW,
    "birth_year": "",
    "sex": Sex.UNKNOWN,
    "ethnicity": "",
    "income_points": None,
    "lack_points": None,
    "deprivations": "",
    "note": "",
    "identity": "",
}


def typed(key: str, value: Any, today: date) -> Any:
    """Return the value that was typed in a field. Raises KnownError for a year of birth that cannot be one."""
    if key != "birth_year":
        return value.strip() if type(value) is str else value
    text = str(value or "").strip()
    if not text:
        return None
    year = int(text) if text.isascii() and text.isdecimal() else 0
    if birth_year_doubt(year, today.year):
        raise KnownError("Năm sinh gồm bốn chữ số, ví dụ 1975. Hãy nhập lại hoặc để trống.")
    return year


def all_typed(values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return the values of a whole form."""
    return {key: typed(key, value, today) for key, value in values.items()}
