"""Every list of the program, in the order of the navigation."""

from typing import Any, Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.services.budget_forms import BUDGET_FORMS
from papi_desktop.services.dialogue_list import DIALOGUES
from papi_desktop.services.holiday_list import HOLIDAYS
from papi_desktop.services.household_list import HOUSEHOLDS
from papi_desktop.services.opinion_list import OPINIONS
from papi_desktop.services.people_list import OFFICERS, VILLAGES
from papi_desktop.services.place_list import PLACES
from papi_desktop.services.plan_list import PLANS
from papi_desktop.services.publication_list import PUBLICATIONS
from papi_desktop.services.reception_schedule import RECEPTION
from papi_desktop.services.registers import Register
from papi_desktop.services.results import RESULTS
from papi_desktop.services.rule_book import RULES
from papi_desktop.services.task_list import TASKS

REGISTERS: Final[tuple[Register[Any], ...]] = (
    TASKS,
    PUBLICATIONS,
    HOUSEHOLDS,
    BUDGET_FORMS,
    RECEPTION,
    DIALOGUES,
    OPINIONS,
    OFFICERS,
    VILLAGES,
    PLACES,
    PLANS,
    RESULTS,
    RULES,
    HOLIDAYS,
)


def register(name: str) -> Register[Any]:
    """Return a list by its name. Raises KnownError for a name that is none."""
    for each in REGISTERS:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in REGISTERS)
    raise KnownError(f"Không có danh sách “{name}”. Hãy chọn một trong các danh sách: {known}.")
