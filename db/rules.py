"""The rules that the commune changed or that an update brought."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from db.schema import Row
from db.stores import RowStore
from papi_desktop.domain.rules import RuleChange


class RuleChangeRow(Row):
    """One changed rule; two may begin on the same day, one's own and an update's."""

    __tablename__ = "rule_change"

    key: Mapped[str] = mapped_column(index=True)
    value: Mapped[str]
    unit: Mapped[str]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    basis: Mapped[str]
    name: Mapped[str]
    note: Mapped[str]
    is_own: Mapped[bool]
    confidence: Mapped[str]


class RuleChanges(RowStore[RuleChangeRow, RuleChange]):
    """The changed rules, by key and first day."""

    row = RuleChangeRow
    value = RuleChange
    noun = "quy định"
    order: ClassVar = (RuleChangeRow.key, RuleChangeRow.starts.nulls_first(), RuleChangeRow.id)
