"""The fields in which a person says what the words of a deadline mean, before a plan is saved and after it."""

from typing import Any, Final

from papi_desktop.domain.deadlines import EVERY_WORDS, Deadline, DeadlineKind, Every
from papi_desktop.domain.tasks import Part
from papi_desktop.services.task_reading import parts_of
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form

_KINDS: Final = (
    (DeadlineKind.BEFORE, "Trước một ngày"),
    (DeadlineKind.BY, "Chậm nhất một ngày"),
    (DeadlineKind.WINDOW, "Trong một khoảng thời gian"),
    (DeadlineKind.RECURRING, "Định kỳ"),
    (DeadlineKind.CONTINUOUS, "Thường xuyên"),
    (DeadlineKind.BY_LAW, "Theo quy định"),
    (DeadlineKind.UNREAD, "Chưa rõ, giữ nguyên văn"),
)
_EVERY: Final = tuple(EVERY_WORDS.items())
PARTS: Final = tuple((part, str(part).capitalize()) for part in Part)
DEADLINE_FIELDS: Final = (
    Field("kind", "Thời hạn được hiểu là", FieldKind.CHOICE, _KINDS),
    Field("starts", "Từ ngày", FieldKind.DATE, half=True),
    Field("due", "Ngày cuối cùng còn đúng hạn", FieldKind.DATE, half=True),
    Field("every", "Lặp lại", FieldKind.CHOICE, _EVERY, half=True),
    Field("day", "Chậm nhất ngày (trong tháng cuối kỳ)", FieldKind.NUMBER, hint="Ví dụ: 25", half=True),
    Field("report_to", "Báo cáo kết quả về", hint="Sở Nội vụ", half=True),
    Field("report_due", "Hạn báo cáo, nếu khác hạn trên", FieldKind.DATE, half=True),
)


def deadline_values(deadline: Deadline) -> dict[str, Any]:
    """Return what the fields show of a deadline."""
    read = {field.key: getattr(deadline, field.key) for field in DEADLINE_FIELDS}
    return read | {"report_to": deadline.report_to or ""}


def fit_deadline(form: Form) -> None:
    """Show only the fields that go with the kind of deadline that is chosen, every quarter where it is not said."""
    kind, every = DeadlineKind(form.editor("kind").value()), form.editor("every")
    if kind is DeadlineKind.RECURRING and not every.value():
        every.show_value(Every.QUARTER)
    for field in DEADLINE_FIELDS[1:]:
        form.set_visible(field.key, field.key in parts_of(kind, every.value()))
