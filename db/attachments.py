"""The evidence: which file belongs to what; the bytes lie in the folder of the evidence."""

from datetime import date
from typing import ClassVar, Final

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from db.schema import Choice, Row, possible_owner
from db.stores import RowStore
from papi_desktop.domain.attachments import Attachment, Owner


class AttachmentRow(Row):
    """One file, with one column for each kind of owner, so that the database itself watches over the links."""

    __tablename__ = "attachment"

    owner: Mapped[Owner] = mapped_column(Choice(Owner))
    progress_id: Mapped[int] = possible_owner("progress.id")
    posting_id: Mapped[int] = possible_owner("posting.id")
    dialogue_id: Mapped[int] = possible_owner("dialogue.id")
    name: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    added_on: Mapped[date]
    taken_on: Mapped[date | None]

    @property
    def owner_id(self) -> int:
        """Return the id of what it belongs to."""
        return getattr(self, _COLUMNS[self.owner].key) or 0

    @owner_id.setter
    def owner_id(self, id: int) -> None:
        for owner, column in _COLUMNS.items():
            setattr(self, column.key, id if owner is self.owner else 0)


_COLUMNS: Final[dict[Owner, InstrumentedAttribute[int]]] = {
    Owner.PROGRESS: AttachmentRow.progress_id,
    Owner.POSTING: AttachmentRow.posting_id,
    Owner.DIALOGUE: AttachmentRow.dialogue_id,
}


class Attachments(RowStore[AttachmentRow, Attachment]):
    """The evidence, oldest first."""

    row = AttachmentRow
    value = Attachment
    noun = "minh chứng"
    order: ClassVar = (AttachmentRow.added_on, AttachmentRow.id)

    def of(self, owner: Owner, owner_id: int) -> list[Attachment]:
        """Return the evidence of one thing."""
        return self._where(_COLUMNS[owner] == owner_id)

    def counts(self, owner: Owner) -> dict[int, int]:
        """Return how many pieces of evidence each owner id has, for one kind of owner."""
        column = _COLUMNS[owner]
        live = AttachmentRow.deleted_at.is_(None)
        counted = select(column, func.count()).where(live, AttachmentRow.owner == owner).group_by(column)
        return dict(self._session.execute(counted).all())
