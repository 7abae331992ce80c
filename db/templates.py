"""The commune's own wordings of printable papers."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from db.schema import Row, one_live
from db.stores import RowStore
from papi_desktop.domain.templates import ChangedTemplate


class ChangedTemplateRow(Row):
    """One changed wording."""

    __tablename__ = "changed_template"
    __table_args__ = (one_live("ux_changed_template_kind", "kind"),)

    kind: Mapped[str]
    text: Mapped[str]


class ChangedTemplates(RowStore[ChangedTemplateRow, ChangedTemplate]):
    """The changed wordings, by kind of paper."""

    row = ChangedTemplateRow
    value = ChangedTemplate
    noun = "mẫu in"
    order: ClassVar = (ChangedTemplateRow.kind, ChangedTemplateRow.id)

    def of_kind(self, kind: str) -> ChangedTemplate | None:
        """Return the commune's own wording of one kind of paper, or None."""
        return next(iter(self._where(ChangedTemplateRow.kind == kind)), None)
