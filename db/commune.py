"""The commune's profile: a single row."""

from dataclasses import fields
from datetime import date

from sqlalchemy.orm import Mapped, Session, mapped_column

from db import changes
from db.schema import Base, Choice
from papi_desktop.domain.commune import Commune, Unit
from papi_desktop.domain.stores import Saved

_ONLY = 1


class CommuneRow(Base):
    """The one row of the profile."""

    __tablename__ = "commune"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    unit: Mapped[Unit] = mapped_column(Choice(Unit))
    name: Mapped[str]
    province: Mapped[str]
    chairman: Mapped[str]
    recipient: Mapped[str]
    district: Mapped[str]
    seat: Mapped[str]
    is_sample: Mapped[bool]
    sample_day: Mapped[date | None]


class ProfileStore:
    """Where the profile is kept."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Commune | None:
        """Return the profile, or None before the first run is finished."""
        row = self._session.get(CommuneRow, _ONLY)
        return _profile(row) if row else None

    def put(self, commune: Commune) -> Saved[Commune]:
        """Replace the profile; the first one is written for good, and nothing before it can be taken back."""
        before = self.get()
        changes.note(self._session, "Sửa", "thông tin đơn vị")
        if before is None:
            changes.make_firm(self._session)
        row = self._session.get(CommuneRow, _ONLY) or CommuneRow(id=_ONLY)
        for name in _FIELDS:
            setattr(row, name, getattr(commune, name))
        self._session.add(row)
        self._session.flush()
        self._session.refresh(row)
        return Saved(before, _profile(row))


_FIELDS = tuple(field.name for field in fields(Commune))


def _profile(row: CommuneRow) -> Commune:
    return Commune(**{name: getattr(row, name) for name in _FIELDS})
