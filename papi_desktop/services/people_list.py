"""The lists of officers and of villages."""

from collections import Counter
from dataclasses import dataclass

from papi_desktop.domain.text import has_words
from papi_desktop.services.registers import ColumnKind, Query, Register, RegisterColumn
from papi_desktop.services.standing import tasks_for
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class OfficerLine:
    """One officer with the number of tasks of the plan that are theirs."""

    id: int
    name: str
    title: str
    phone: str
    is_leader: bool
    tasks: int


@dataclass(frozen=True)
class VillageLine:
    """One village."""

    id: int
    ordinal: int
    name: str
    head: str
    phone: str
    households: int | None


def officer_lines(work: Work, query: Query) -> list[OfficerLine]:
    """Return the officers, by given name."""
    counts = Counter(task.officer_id for task in tasks_for(work, query.period) if task.concerns_us)
    return [
        OfficerLine(each.id, each.name, each.title, each.phone, each.is_leader, counts[each.id])
        for each in work.officers.all()
        if has_words(query.words, each.name, each.title, each.phone)
    ]


def village_lines(work: Work, query: Query) -> list[VillageLine]:
    """Return the villages, in the commune's own order."""
    return [
        VillageLine(each.id, each.ordinal, each.name, each.head, each.phone, each.households)
        for each in work.villages.all()
        if has_words(query.words, each.name, each.head, each.phone)
    ]


OFFICERS = Register(
    name="officers",
    title="Cán bộ, công chức",
    columns=(
        RegisterColumn("name", "Họ và tên", width=22),
        RegisterColumn("title", "Chức vụ", width=24),
        RegisterColumn("phone", "Điện thoại", width=12),
        RegisterColumn("tasks", "Số nhiệm vụ", ColumnKind.NUMBER, 8),
    ),
    lines=officer_lines,
)

VILLAGES = Register(
    name="villages",
    title="Thôn, tổ dân phố",
    columns=(
        RegisterColumn("ordinal", "TT", ColumnKind.NUMBER, 5),
        RegisterColumn("name", "Tên", width=22),
        RegisterColumn("head", "Trưởng thôn, tổ trưởng", width=22),
        RegisterColumn("phone", "Điện thoại", width=12),
        RegisterColumn("households", "Số hộ", ColumnKind.NUMBER, 8),
    ),
    lines=village_lines,
)
