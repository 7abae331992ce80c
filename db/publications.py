"""What must be made public, the places where, and the postings."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.schema import Base, Choice, Row, link, owner, sort_text
from db.stores import Links, RowStore
from papi_desktop.domain.publications import DayKind, Place, PlaceKind, Posting, PostingOpinion, Publication
from papi_desktop.domain.text import sort_key


class PlaceRow(Row):
    """One place or channel."""

    __tablename__ = "place"

    kind: Mapped[PlaceKind] = mapped_column(Choice(PlaceKind))
    name: Mapped[str]
    name_order: Mapped[bytes]
    village_id: Mapped[int] = link("village.id")
    ordinal: Mapped[int]

    def settle(self) -> None:
        """Set the key by which it is listed."""
        self.name_order = sort_text(sort_key(self.name))


class RequiredPlaceRow(Base):
    """One place where one publication must be."""

    __tablename__ = "required_place"

    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    ordinal: Mapped[int]


class PublicationRow(Row):
    """One thing to make public."""

    __tablename__ = "publication"
    source = "publications"

    title: Mapped[str]
    kind: Mapped[str]
    dimension: Mapped[int]
    basis: Mapped[str]
    trigger_on: Mapped[date | None]
    latest_on: Mapped[date | None]
    min_days: Mapped[int]
    day_kind: Mapped[DayKind] = mapped_column(Choice(DayKind))
    loudspeaker_days: Mapped[int]
    task_id: Mapped[int] = link("task.id")
    note: Mapped[str]
    document: Mapped[str]
    sheets: Mapped[int]
    occurrence: Mapped[str]
    required_places: Mapped[list[RequiredPlaceRow]] = relationship(
        lazy="selectin", order_by=RequiredPlaceRow.ordinal, cascade="all, delete-orphan"
    )

    @property
    def place_ids(self) -> tuple[int, ...]:
        """Return the places where it must be, in order."""
        return tuple(row.place_id for row in self.required_places)

    @place_ids.setter
    def place_ids(self, ids: tuple[int, ...]) -> None:
        self.required_places = [
            RequiredPlaceRow(place_id=id, ordinal=number) for number, id in enumerate(dict.fromkeys(ids))
        ]

    def searched(self) -> tuple[str, ...]:
        """Return the texts that a search looks through."""
        return self.title, self.basis, self.note, self.document


class PostingRow(Row):
    """One publication at one place."""

    __tablename__ = "posting"

    publication_id: Mapped[int] = owner("publication.id")
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    since: Mapped[date]
    until: Mapped[date | None]
    posted_by: Mapped[str]
    witnesses: Mapped[str]
    note: Mapped[str]
    condition: Mapped[str]
    taken_by: Mapped[str]


class PostingOpinionRow(Row):
    """What someone said of one posting; who it was is not kept."""

    __tablename__ = "posting_opinion"

    posting_id: Mapped[int] = owner("posting.id")
    received_on: Mapped[date]
    content: Mapped[str]
    handled_by: Mapped[str]
    answer: Mapped[str]


class Places(RowStore[PlaceRow, Place]):
    """The places and channels, in the commune's own order."""

    row = PlaceRow
    value = Place
    noun = "nơi niêm yết"
    order: ClassVar = (PlaceRow.ordinal, PlaceRow.name_order, PlaceRow.id)


class Publications(RowStore[PublicationRow, Publication]):
    """The publications, newest first: by the day they became due to be shown, then as they were entered."""

    row = PublicationRow
    value = Publication
    noun = "nội dung công khai"
    order: ClassVar = (PublicationRow.trigger_on.desc().nulls_last(), PublicationRow.id.desc())
    links: ClassVar = {
        "place_ids": Links(RequiredPlaceRow.publication_id, RequiredPlaceRow.place_id, RequiredPlaceRow.ordinal)
    }


class Postings(RowStore[PostingRow, Posting]):
    """The postings, oldest first."""

    row = PostingRow
    value = Posting
    noun = "lần niêm yết"
    order: ClassVar = (PostingRow.since, PostingRow.id)

    def of_publication(self, *publication_ids: int) -> list[Posting]:
        """Return the postings of one publication or several, oldest first."""
        return self._where(PostingRow.publication_id.in_(publication_ids))


class PostingOpinions(RowStore[PostingOpinionRow, PostingOpinion]):
    """What was said of the postings, oldest first."""

    row = PostingOpinionRow
    value = PostingOpinion
    noun = "ý kiến khi niêm yết"
    order: ClassVar = (PostingOpinionRow.received_on, PostingOpinionRow.id)

    def of_posting(self, posting_id: int) -> list[PostingOpinion]:
        """Return what was said of one posting, oldest first."""
        return self._where(PostingOpinionRow.posting_id == posting_id)
