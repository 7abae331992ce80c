"""The sample commune's made-up list of poor households and its budget forms of one quarter."""

from collections.abc import Mapping
from datetime import date

from papi_desktop.catalog import rows
from papi_desktop.domain.budget import BudgetForm, kept
from papi_desktop.domain.households import Arrival, Household, HouseholdClass, HouseholdList, Sex
from papi_desktop.services.work import Work

_STEPS = (("list", "2022-09-12"), ("score", "2022-10-25"), ("meeting", "2022-11-08"))
_FORMS = ("113", "114", "115")


def fill_disclosure(work: Work) -> None:
    """Add the list of 2022 with its 104 households, and forms 113 to 115 of the third quarter."""
    villages = [village.id for village in work.villages.all()]
    target = work.household_lists.put(HouseholdList(2022, "04/QĐ-UBND", date(2022, 1, 7), _STEPS)).after
    work.households.put_many(_household(row, target.id, villages) for row in rows("sample/households"))
    cells = rows("sample/budget")
    for number in _FORMS:
        amounts = {(row["row"], row["column"]): int(row["amount"]) for row in cells if row["form"] == number}
        work.budget_forms.put(BudgetForm(number, "2022-Q3", kept(amounts), "86/QĐ-UBND", date(2022, 10, 10)))


def _household(row: Mapping[str, str], list_id: int, villages: list[int]) -> Household:
    return Household(
        list_id=list_id,
        head=row["head"],
        village_id=villages[int(row["village"]) - 1],
        standing=HouseholdClass[row["standing"]],
        arrival=Arrival[row["arrival"]],
        persons=int(row["persons"]),
        birth_year=int(row["birth_year"]),
        sex=Sex[row["sex"]],
        ethnicity=row["ethnicity"],
        identity=row["identity"],
        income_points=int(row["income_points"]),
        lack_points=int(row["lack_points"]),
        deprivations=row["deprivations"],
        note=row["note"],
    )
