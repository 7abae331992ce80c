"""The province's published results by year, with the score and the group of each content."""

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.schema import Base, Choice, Row, one_live, sort_text
from db.stores import RowStore
from papi_desktop.domain.scores import Group, YearScore
from papi_desktop.domain.text import sort_key


class ContentScoreRow(Base):
    """The result of one content in one year."""

    __tablename__ = "content_score"

    id: Mapped[int] = mapped_column(primary_key=True)
    year_score_id: Mapped[int] = mapped_column(ForeignKey("year_score.id"), index=True)
    dimension: Mapped[int]
    points: Mapped[Decimal | None]
    group: Mapped[Group | None] = mapped_column(Choice(Group))


class YearScoreRow(Row):
    """The result of one province in one year."""

    __tablename__ = "year_score"
    __table_args__ = (one_live("ux_year_score_key", "province", "year"),)
    taken = "Năm này đã có kết quả của tỉnh đó. Hãy mở kết quả đã có để sửa."

    province: Mapped[str]
    province_order: Mapped[bytes]
    year: Mapped[int]
    total: Mapped[Decimal | None]
    group: Mapped[Group | None] = mapped_column(Choice(Group))
    rank: Mapped[int | None]
    of: Mapped[int | None]
    basis: Mapped[str]
    is_inferred: Mapped[bool]
    is_sample: Mapped[bool]
    contents: Mapped[list[ContentScoreRow]] = relationship(
        lazy="selectin", order_by=ContentScoreRow.dimension, cascade="all, delete-orphan"
    )

    @property
    def by_dimension(self) -> tuple[Decimal | None, ...]:
        """Return the score of each content, in order."""
        return tuple(row.points for row in self.contents)

    @by_dimension.setter
    def by_dimension(self, points: Iterable[Decimal | None]) -> None:
        for number, each in enumerate(points, start=1):
            self._content(number).points = each

    @property
    def groups(self) -> tuple[Group | None, ...]:
        """Return the group of each content, in order."""
        return tuple(row.group for row in self.contents)

    @groups.setter
    def groups(self, groups: Iterable[Group | None]) -> None:
        for number, each in enumerate(groups, start=1):
            self._content(number).group = each

    def settle(self) -> None:
        """Set the key by which the province is listed."""
        self.province_order = sort_text(sort_key(self.province))

    def _content(self, number: int) -> ContentScoreRow:
        while len(self.contents) < number:
            self.contents.append(ContentScoreRow(dimension=len(self.contents) + 1))
        return self.contents[number - 1]


class Scores(RowStore[YearScoreRow, YearScore]):
    """The results, by province, then the newest year first."""

    row = YearScoreRow
    value = YearScore
    noun = "kết quả PAPI"
    order: ClassVar = (YearScoreRow.province_order, YearScoreRow.year.desc(), YearScoreRow.id)

    def of_province(self, province: str) -> list[YearScore]:
        """Return the results of one province, oldest year first."""
        return self._where(YearScoreRow.province == province)[::-1]

    def find(self, province: str, year: int) -> YearScore | None:
        """Return the result of one province in one year, if it was entered."""
        return next(iter(self._where(YearScoreRow.province == province, YearScoreRow.year == year)), None)
