"""The named views of the lists."""

from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from db.schema import Pairs, Row, one_live, sort_text
from db.stores import RowStore
from papi_desktop.domain.text import sort_key
from papi_desktop.domain.views import View


class ViewRow(Row):
    """One named view."""

    __tablename__ = "list_view"
    __table_args__ = (one_live("ux_list_view_key", "register", "name"),)
    taken = "Danh sách này đã có một cách xem mang tên đó. Hãy đặt tên khác hoặc sửa cách xem đã có."

    register: Mapped[str]
    name: Mapped[str]
    name_order: Mapped[bytes]
    filters: Mapped[tuple[tuple[str, str], ...]] = mapped_column(Pairs)
    words: Mapped[str]

    def settle(self) -> None:
        """Set the key by which it is listed."""
        self.name_order = sort_text(sort_key(self.name))


class Views(RowStore[ViewRow, View]):
    """The named views, by list and name."""

    row = ViewRow
    value = View
    noun = "cách xem"
    order: ClassVar = (ViewRow.register, ViewRow.name_order, ViewRow.id)

    def of_register(self, register: str) -> list[View]:
        """Return the views of one list, by name in Vietnamese order."""
        return self._where(ViewRow.register == register)

    def find(self, register: str, name: str) -> View | None:
        """Return the view of one list with this name, if there is one."""
        return next(iter(self._where(ViewRow.register == register, ViewRow.name == name)), None)
