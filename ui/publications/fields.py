"""The fields of a publication, of a posting at one place, and of postings at many places."""

from typing import Final

from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.publications import DayKind
from ui.widgets.fields import Field, FieldKind

PUBLICATION: Final = (
    Field("title", "Nội dung công khai", FieldKind.LONG, required=True, lines=3),
    Field("document", "Văn bản được niêm yết", hint="Ví dụ: Quyết định số 45/QĐ-UBND ngày 05/12/2022"),
    Field("sheets", "Số tờ niêm yết", FieldKind.COUNT, half=True),
    Field("basis", "Căn cứ pháp lý", FieldKind.LONG, lines=2),
    Field(
        "dimension",
        "Nội dung PAPI",
        FieldKind.CHOICE,
        tuple((each.number, f"{each.number}. {each.name}") for each in DIMENSIONS),
    ),
    Field("trigger_on", "Ngày phát sinh", FieldKind.DATE, half=True),
    Field("latest_on", "Công khai chậm nhất ngày", FieldKind.DATE, half=True),
    Field("min_days", "Niêm yết ít nhất", FieldKind.NUMBER, required=True, half=True),
    Field("day_kind", "Cách tính ngày", FieldKind.CHOICE, tuple((each, each.value) for each in DayKind), half=True),
    Field("loudspeaker_days", "Số ngày phát trên truyền thanh", FieldKind.NUMBER, required=True, half=True),
    Field("note", "Ghi chú", FieldKind.LONG, lines=2),
)
POSTING: Final = (
    Field("since", "Niêm yết từ ngày", FieldKind.DATE, required=True, half=True),
    Field("until", "Niêm yết đến hết ngày", FieldKind.DATE, half=True),
    Field("posted_by", "Người niêm yết", half=True),
    Field("witnesses", "Người chứng kiến", half=True),
    Field("condition", "Tình trạng khi gỡ", hint="Ví dụ: còn nguyên vẹn", half=True),
    Field("taken_by", "Người gỡ", half=True),
    Field("note", "Ghi chú", FieldKind.LONG, lines=2),
)
PUT_UP: Final = (
    Field("since", "Niêm yết từ ngày", FieldKind.DATE, required=True, half=True),
    Field("by", "Người niêm yết", half=True),
    Field("witnesses", "Người chứng kiến"),
)
TAKE_DOWN: Final = (
    Field("until", "Niêm yết đến hết ngày", FieldKind.DATE, required=True, half=True),
    Field("by", "Người gỡ", half=True),
    Field("condition", "Tình trạng khi gỡ", hint="Ví dụ: còn nguyên vẹn"),
)
OPINION: Final = (
    Field("posting_id", "Nơi niêm yết", FieldKind.CHOICE, required=True),
    Field("received_on", "Ngày nhận", FieldKind.DATE, required=True, half=True),
    Field("handled_by", "Người xử lý", half=True),
    Field("content", "Nội dung ý kiến (không ghi tên người có ý kiến)", FieldKind.LONG, required=True, lines=3),
    Field("answer", "Kết quả xử lý, trả lời", FieldKind.LONG, lines=3),
)
