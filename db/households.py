"""The yearly lists of poor and near-poor households."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from db.schema import Choice, Pairs, Row, TextPairs, link, one_live, owner, sort_text
from db.stores import RowStore
from papi_desktop.domain.households import Arrival, Household, HouseholdClass, HouseholdList, Sex, public_name
from papi_desktop.domain.text import name_sort_key


class HouseholdListRow(Row):
    """The list of one year."""

    __tablename__ = "household_list"
    __table_args__ = (one_live("ux_household_list_year", "year"),)
    taken = "Năm này đã có danh sách hộ nghèo, hộ cận nghèo. Hãy mở danh sách đã có để sửa."

    year: Mapped[int]
    decision_number: Mapped[str]
    decided_on: Mapped[date | None]
    done_steps: Mapped[TextPairs] = mapped_column(Pairs)
    note: Mapped[str]


class HouseholdRow(Row):
    """One household on the list of one year."""

    __tablename__ = "household"

    list_id: Mapped[int] = owner("household_list.id")
    head: Mapped[str]
    head_order: Mapped[bytes]
    village_id: Mapped[int] = link("village.id")
    standing: Mapped[HouseholdClass] = mapped_column(Choice(HouseholdClass))
    arrival: Mapped[Arrival] = mapped_column(Choice(Arrival))
    persons: Mapped[int | None]
    birth_year: Mapped[int | None]
    sex: Mapped[Sex] = mapped_column(Choice(Sex))
    ethnicity: Mapped[str]
    identity: Mapped[str]
    income_points: Mapped[int | None]
    lack_points: Mapped[int | None]
    deprivations: Mapped[str]
    note: Mapped[str]

    def settle(self) -> None:
        """Set the key by which it is listed."""
        self.head_order = sort_text(name_sort_key(public_name(self.head, self.ethnicity)))


class HouseholdLists(RowStore[HouseholdListRow, HouseholdList]):
    """The yearly lists, newest first."""

    row = HouseholdListRow
    value = HouseholdList
    noun = "danh sách hộ nghèo"
    order: ClassVar = (HouseholdListRow.year.desc(), HouseholdListRow.id)

    def of_year(self, year: int) -> HouseholdList | None:
        """Return the list of one year, or None."""
        return next(iter(self._where(HouseholdListRow.year == year)), None)


class Households(RowStore[HouseholdRow, Household]):
    """The households, by given name."""

    row = HouseholdRow
    value = Household
    noun = "hộ"
    order: ClassVar = (HouseholdRow.head_order, HouseholdRow.id)

    def of_list(self, list_id: int) -> list[Household]:
        """Return the households of one yearly list, by given name."""
        return self._where(HouseholdRow.list_id == list_id)
