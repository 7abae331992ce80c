"""The fields of a schedule and of one of its sessions, and how the days that were typed are read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from papi_desktop.domain.calendar import WEEKDAYS
from papi_desktop.domain.commune import Commune, Officer
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.reception import (
    Pattern,
    Reception,
    ReceptionMode,
    ReceptionSchedule,
    ReceptionSession,
    is_chairmans_position,
)
from papi_desktop.domain.text import fold
from papi_desktop.services.reception_schedule import span_of
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form

MODES: Final = tuple((each, each.value) for each in ReceptionMode)
_WHO: Final = (
    Field("person", "Người tiếp công dân", required=True, half=True),
    Field("position", "Chức vụ", half=True),
    Field("phone", "Điện thoại", half=True),
    Field("mode", "Hình thức tiếp", FieldKind.CHOICE, MODES, half=True),
    Field("hours", "Giờ tiếp"),
    Field("room", "Nơi tiếp"),
    Field("content", "Dự kiến nội dung", FieldKind.LONG, lines=2),
    Field("attendees", "Thành phần tham dự", FieldKind.LONG, lines=2),
    Field("is_chairman", "Là buổi của Chủ tịch UBND (tính vào số ngày tối thiểu)", FieldKind.TICK),
)
SCHEDULE: Final = (
    Field("span", "Lập cho", FieldKind.CHOICE, half=True),
    Field("post_on", "Dự kiến niêm yết ngày", FieldKind.DATE, half=True),
    Field(
        "weekdays",
        "Các thứ trong tuần",
        FieldKind.MANY,
        tuple((number, WEEKDAYS[number]) for number in range(5)),
        hint="Không theo thứ",
        half=True,
    ),
    Field("month_days", "Hoặc các ngày trong tháng", hint="Ví dụ: 5, 20", half=True),
    Field("dates", "Thêm ngày cụ thể", hint="Ví dụ: 12/01/2023; 15/02/2023"),
    *_WHO,
)
SESSION: Final = (Field("on", "Ngày tiếp", FieldKind.DATE, required=True), *_WHO)
CHANGE: Final = (
    SESSION[0],
    Field("reason", "Lý do thay đổi", FieldKind.LONG, hint="In trên thông báo niêm yết lại", required=True, lines=2),
    *_WHO,
)
_FOLLOWING: Final[Mapping[str, Callable[[Officer], str]]] = {
    "position": lambda officer: officer.title,
    "phone": lambda officer: officer.phone,
}
_SEPARATORS: Final = re.compile(r"[,;\s]+")
_DATE: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def spans(today: date) -> list[tuple[tuple[int, date], str]]:
    """Return the periods for which a schedule is made: this month and the next ones, quarters, years."""
    firsts = [(1, day) for day in _firsts(today, 1, 4)] + [(3, day) for day in _firsts(today, 3, 4)]
    found = [*firsts, *((12, day) for day in _firsts(today, 12, 2))]
    return [((length, day), _capital(span_of(length, day)[0])) for length, day in found]


def proposed(today: date, commune: Commune | None, officers: Iterable[Officer]) -> dict[str, Any]:
    """Return a form filled with what is usual: the chairman, every Thursday, the next quarter."""
    name = commune.chairman if commune else ""
    own = _officer(name, officers)
    chairman = Reception(
        person=name,
        phone=own.phone if own else "",
        position=f"Chủ tịch UBND {commune.unit}" if commune else "Chủ tịch UBND",
        room=f"Phòng tiếp công dân, trụ sở {commune.committee}" if commune else "",
    )
    when = {"span": _next_quarter(today), "post_on": today, "weekdays": (3,), "month_days": "", "dates": ""}
    return when | vars(chairman)


def pattern(values: dict[str, Any]) -> Pattern:
    """Return the pattern that a form describes. Raises KnownError for days that cannot be read."""
    who = Reception(**{field.key: values[field.key] for field in _WHO})
    return Pattern(who, values["weekdays"], _month_days(values["month_days"]), _dates(values["dates"]))


def with_officer(values: Mapping[str, Any], officers: Sequence[Officer], key: str) -> dict[str, Any]:
    """Return what follows the field that was left: position and phone an officer's name, the tick the position.

    What another officer came with goes with him, also when a name comes that is not in the list; what was typed stays
    where there is nothing to put there.
    """
    found: dict[str, Any] = {}
    if key == "person":
        own = _officer(values["person"], officers)
        found = {name: _own(values[name], own, officers, of) for name, of in _FOLLOWING.items()}
    position = found.get("position", values["position"])
    if key == "position" or position != values["position"]:
        found["is_chairman"] = is_chairmans_position(position)
    return found


def _own(value: str, own: Officer | None, officers: Iterable[Officer], of: Callable[[Officer], str]) -> str:
    return (of(own) if own else "") or ("" if value in map(of, officers) else value)


def follow(form: Form, officers: Sequence[Officer], key: str) -> None:
    """Show in a form what follows the field that was left; each can still be changed."""
    for name, value in with_officer(form.values(), officers, key).items():
        form.editor(name).show_value(value)


def new_session(schedule: ReceptionSchedule, values: dict[str, Any]) -> ReceptionSession:
    """Return one more session of a schedule. Raises KnownError for a day outside of it."""
    if not schedule.first <= values["on"] <= schedule.last:
        raise KnownError(f"Ngày này nằm ngoài “{schedule.title}”. Hãy chọn ngày trong kỳ của lịch.")
    return ReceptionSession(schedule.id, **values)


def _officer(name: str, officers: Iterable[Officer]) -> Officer | None:
    return next((each for each in officers if name and fold(each.name) == fold(name)), None)


def _month_days(text: str) -> tuple[int, ...]:
    found = [part for part in _SEPARATORS.split(text.strip()) if part]
    wrong = next((part for part in found if not (part.isascii() and part.isdigit() and 1 <= int(part) <= 31)), "")
    if wrong:
        raise KnownError(f"Ngày trong tháng “{wrong}” không đọc được. Hãy viết các số từ 1 đến 31, ví dụ: 5, 20.")
    return tuple(sorted({int(part) for part in found}))


def _dates(text: str) -> tuple[date, ...]:
    return tuple(_date(part) for part in _SEPARATORS.split(text.strip()) if part)


def _date(part: str) -> date:
    found = _DATE.fullmatch(part)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise KnownError(f"Ngày “{part}” không đọc được. Hãy viết ngày/tháng/năm, ví dụ: 12/01/2023.")


def _firsts(today: date, length: int, number: int) -> Iterator[date]:
    day = today
    for _ in range(number):
        window = span_of(length, day)[1]
        yield window.first
        day = window.last + timedelta(days=1)


def _next_quarter(today: date) -> tuple[int, date]:
    return 3, list(_firsts(today, 3, 2))[1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
