"""The budget forms that were filled in."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from db.schema import Pairs, Row, TextPairs, one_live, period_order
from db.stores import RowStore
from papi_desktop.domain.budget import BudgetForm


class BudgetFormRow(Row):
    """One form of one period."""

    __tablename__ = "budget_form"
    __table_args__ = (one_live("ux_budget_form_key", "form", "period"),)
    taken = "Biểu này của kỳ đã chọn đã có. Hãy mở biểu đã có để sửa."

    form: Mapped[str]
    period: Mapped[str]
    period_order: Mapped[int]
    cells: Mapped[TextPairs] = mapped_column(Pairs)
    decision_number: Mapped[str]
    decided_on: Mapped[date | None]
    explanation: Mapped[str]
    source_name: Mapped[str]

    def settle(self) -> None:
        """Set the key by which it is listed."""
        self.period_order = period_order(self.period)


class BudgetForms(RowStore[BudgetFormRow, BudgetForm]):
    """The forms, newest period first, then by number."""

    row = BudgetFormRow
    value = BudgetForm
    noun = "biểu công khai ngân sách"
    order: ClassVar = (BudgetFormRow.period_order.desc(), BudgetFormRow.form, BudgetFormRow.id)

    def of(self, form: str, period: str) -> BudgetForm | None:
        """Return one form of one period, or None."""
        return next(iter(self._where(BudgetFormRow.form == form, BudgetFormRow.period == period)), None)
