"""The fields of a dialogue and of an opinion."""

from typing import Final

from papi_desktop.domain.dimensions import DIMENSIONS
from ui.widgets.fields import Field, FieldKind

DIALOGUE: Final = (
    Field("topic", "Chủ đề", FieldKind.LONG, required=True, lines=2),
    Field("held_on", "Ngày đối thoại", FieldKind.DATE, required=True, half=True),
    Field("announced_on", "Ngày thông báo họp", FieldKind.DATE, half=True),
    Field("place", "Địa điểm"),
    Field("chair", "Chủ trì"),
    Field("attendance", "Số người dự", FieldKind.COUNT, half=True),
    Field("women", "Trong đó nữ", FieldKind.NUMBER, half=True),
    Field("result_on", "Ngày thông báo kết quả", FieldKind.DATE),
    Field("note", "Ghi chú", FieldKind.LONG, lines=2),
)
OPINION: Final = (
    Field("content", "Nội dung ý kiến", FieldKind.LONG, required=True, lines=2),
    Field("group", "Thôn hoặc nhóm", hint="Không ghi tên người", half=True),
    Field("due_on", "Hạn trả lời", FieldKind.DATE, half=True),
    Field(
        "dimension",
        "Nội dung PAPI",
        FieldKind.CHOICE,
        tuple((each.number, f"{each.number}. {each.name}") for each in DIMENSIONS),
    ),
    Field("answerer", "Người, bộ phận trả lời"),
    Field("answer", "Nội dung trả lời", FieldKind.LONG, lines=3),
    Field("answered_on", "Ngày trả lời", FieldKind.DATE),
)
NO_NAMES: Final = "Chỉ ghi thôn hoặc nhóm nêu ý kiến, không ghi tên người."
"""Names of people do not belong into the report that leaves the commune."""
