"""The fields of a task's detail: who answers for it, and what was done in the period."""

from typing import Final

from papi_desktop.domain.tasks import Status
from ui.widgets.fields import Field, FieldKind

ASSIGNMENT: Final = (
    Field("officer_id", "Người phụ trách", FieldKind.CHOICE, half=True),
    Field("leader_id", "Lãnh đạo chỉ đạo", FieldKind.CHOICE, half=True),
)
OWN_PLAN: Final = (
    Field("area", "Lĩnh vực", hint="Ví dụ: Tài chính, Tư pháp", half=True),
    Field("village_ids", "Địa bàn", FieldKind.MANY, hint="Toàn xã", half=True),
    Field("planned_from", "Dự kiến từ ngày", FieldKind.DATE, half=True),
    Field("planned_to", "Dự kiến đến ngày", FieldKind.DATE, half=True),
    Field("steps", "Các bước thực hiện", FieldKind.LONG, hint="Mỗi bước một dòng", lines=3),
)
PROGRESS: Final = (
    Field("status", "Tình trạng", FieldKind.CHOICE, tuple((each, each.value) for each in Status), half=True),
    Field("percent", "Tỷ lệ hoàn thành", FieldKind.PERCENT, half=True),
    Field("figures", "Số liệu", FieldKind.FIGURES),
    Field("result", "Kết quả kỳ này", FieldKind.LONG, hint="Đã làm gì, đạt kết quả gì", lines=4),
    Field("cause", "Nguyên nhân chậm, khó khăn", FieldKind.LONG, hint="Chỉ ghi khi chậm hoặc có vướng mắc", lines=2),
    Field("done_on", "Ngày hoàn thành", FieldKind.DATE, half=True),
    Field("reported_on", "Ngày đã báo cáo kết quả", FieldKind.DATE, half=True),
)
NOBODY: Final = (0, "Chưa giao")
