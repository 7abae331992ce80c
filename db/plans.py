"""The province's plans."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from db.schema import Row
from db.stores import RowStore
from papi_desktop.domain.plans import Plan


class PlanRow(Row):
    """One plan document."""

    __tablename__ = "plan"

    year: Mapped[int]
    title: Mapped[str]
    number: Mapped[str]
    issued_on: Mapped[date | None]
    issuer: Mapped[str]
    source_name: Mapped[str]
    source_sha256: Mapped[str]


class Plans(RowStore[PlanRow, Plan]):
    """The plans, newest year first."""

    row = PlanRow
    value = Plan
    noun = "kế hoạch"
    order: ClassVar = (PlanRow.year.desc(), PlanRow.id.desc())
