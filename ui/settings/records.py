"""What the settings know of villages, officers, places and plans, each in one description."""

from dataclasses import replace
from typing import Final

from papi_desktop.domain.commune import Officer, Village
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.publications import Place, PlaceKind
from papi_desktop.services.people_list import OFFICERS, VILLAGES
from papi_desktop.services.place_list import PLACES
from papi_desktop.services.plan_list import PLANS
from papi_desktop.services.publishing import add_village
from ui.widgets.fields import Field, FieldKind
from ui.widgets.record_page import Record

VILLAGE: Final = Record(
    VILLAGES,
    lambda work: work.villages,
    (
        Field("name", "Tên thôn, tổ dân phố", required=True),
        Field("head", "Trưởng thôn, tổ trưởng", half=True),
        Field("phone", "Điện thoại", half=True),
        Field("households", "Số hộ", FieldKind.NUMBER, half=True),
        Field("ordinal", "Thứ tự", FieldKind.NUMBER, half=True),
    ),
    lambda values: Village(**{**values, "ordinal": values["ordinal"] or 0}),
    Village(""),
    "Chưa có thôn, tổ dân phố nào. Hãy thêm để chọn được nơi niêm yết ở từng thôn.",
    "Thêm thôn, tổ dân phố",
    "Xóa thôn, tổ dân phố này",
    put_new=add_village,
)
OFFICER: Final = Record(
    OFFICERS,
    lambda work: work.officers,
    (
        Field("name", "Họ và tên", required=True),
        Field("title", "Chức vụ, chức danh"),
        Field("duty", "Nhiệm vụ được phân công", FieldKind.LONG, lines=2),
        Field("phone", "Điện thoại", half=True),
        Field("email", "Thư điện tử công vụ", half=True),
        Field("is_leader", "Là lãnh đạo UBND", FieldKind.TICK),
    ),
    lambda values: Officer(**values),
    Officer(""),
    "Chưa có cán bộ nào. Hãy thêm cán bộ để giao nhiệm vụ.",
    "Thêm cán bộ",
    "Xóa cán bộ này",
)
PLACE: Final = Record(
    PLACES,
    lambda work: work.places,
    (
        Field("name", "Tên nơi, kênh công khai", required=True),
        Field("kind", "Loại", FieldKind.CHOICE, tuple((each, each.value) for each in PlaceKind)),
        Field("ordinal", "Thứ tự", FieldKind.NUMBER, half=True),
    ),
    lambda values: Place(values["kind"], values["name"], ordinal=values["ordinal"] or 0),
    Place(PlaceKind.OTHER, ""),
    "Chưa có nơi công khai nào. Hãy thêm trụ sở, nhà văn hóa các thôn, đài truyền thanh.",
    "Thêm nơi công khai",
    "Xóa nơi này",
)
PLAN: Final = Record(
    replace(PLANS, name="kept_plans"),
    lambda work: work.plans,
    (
        Field("number", "Số, ký hiệu", half=True),
        Field("issued_on", "Ngày ban hành", FieldKind.DATE, half=True),
        Field("issuer", "Cơ quan ban hành", half=True),
        Field("year", "Năm", FieldKind.YEAR, required=True, half=True),
        Field("title", "Tên kế hoạch", FieldKind.LONG, required=True, lines=2),
    ),
    lambda values: Plan(**values),
    Plan(0, ""),
    "Chưa có kế hoạch nào. Hãy nạp kế hoạch của tỉnh từ tệp Word hoặc Excel.",
    "",
    "Bỏ kế hoạch này cùng các nhiệm vụ của nó",
)
