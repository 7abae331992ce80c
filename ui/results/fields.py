"""The fields of a year's result."""

from typing import Final

from papi_desktop.domain.scores import Group
from papi_desktop.services.result_form import GROUPS, POINTS
from ui.widgets.fields import Field, FieldKind

_CHOICES: Final = ((None, "Không rõ"), *((group, group[:1].upper() + group[1:]) for group in Group))
_NAMES: Final = (
    "Tham gia của người dân",
    "Công khai, minh bạch",
    "Trách nhiệm giải trình",
    "Kiểm soát tham nhũng",
    "Thủ tục hành chính công",
    "Cung ứng dịch vụ công",
    "Quản trị môi trường",
    "Quản trị điện tử",
)
"""The eight contents by the names that fit over half of a narrow panel."""

YEAR: Final = Field("year", "Năm", hint="Ví dụ: 2022", required=True, half=True)
BASIS: Final = Field("basis", "Nguồn", hint="Ví dụ: Báo cáo PAPI 2022", half=True)
RESULT: Final = (
    Field("total", "Tổng điểm", FieldKind.DECIMAL, hint="Ví dụ: 42,67", half=True),
    Field("group", "Nhóm của tỉnh", FieldKind.CHOICE, _CHOICES, half=True),
    Field("rank", "Thứ hạng (nếu có)", FieldKind.NUMBER, half=True),
    Field("of", "Trong số tỉnh, thành phố", FieldKind.NUMBER, half=True),
    *(
        field
        for number, (name, points, group) in enumerate(zip(_NAMES, POINTS, GROUPS, strict=True), start=1)
        for field in (
            Field(points, f"{number}. {name}", FieldKind.DECIMAL, hint="Từ 1 đến 10", half=True),
            Field(group, "Nhóm", FieldKind.CHOICE, _CHOICES, half=True),
        )
    ),
)
NEW: Final = (YEAR, BASIS, *RESULT)
KNOWN: Final = (*RESULT, Field("basis", "Nguồn", FieldKind.LONG, lines=2))
