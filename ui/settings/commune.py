"""The commune's profile; each field saves itself when it is left."""

from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from papi_desktop.domain.commune import Commune, Unit, recipient_presets
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.stores import Saved
from papi_desktop.services.setup import checked
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.theme import theme
from ui.widgets.cards import Card, drop_all
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.page import Page
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row

FIELDS: Final = (
    Field("unit", "Loại đơn vị", FieldKind.CHOICE, tuple((each, each.value.capitalize()) for each in Unit), half=True),
    Field("name", "Tên đơn vị", required=True, half=True),
    Field("province", "Tỉnh, thành phố", required=True, half=True),
    Field("district", "Huyện (để trống từ 01/7/2025)", half=True),
    Field("seat", "Địa danh ghi trên văn bản", hint="Để trống thì lấy tên đơn vị", half=True),
    Field("chairman", "Chủ tịch UBND", half=True),
    Field("recipient", "Cơ quan nhận báo cáo", required=True),
)


class CommunePane(Page):
    """The form stands on one card of a readable width."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings.commune")
        self.form = Form("settings", FIELDS)
        self.form.edited.connect(self._save)
        self._presets = row(label("Chọn nhanh:", "note", False), gap=1)
        card = Card("Thông tin đơn vị", "In trên báo cáo và các văn bản. Mỗi mục tự ghi khi rời khỏi ô.")
        card.inside.addWidget(self.form)
        card.inside.addLayout(self._presets)
        card.setMaximumWidth(theme.pixels(760))
        inside = QWidget()
        inside.setLayout(column(card, 1))
        self.setLayout(column(scrolled(inside)))

    def refresh(self) -> None:
        """Read the profile."""
        self.desk.operations.read(lambda work: work.commune.get(), self._show)

    def _show(self, commune: Commune | None) -> None:
        if commune is None:
            return
        self.form.show_value(commune)
        drop_all(self._presets, keep=1)
        for number, words in enumerate(recipient_presets(commune.district, commune.province), start=1):
            choose = partial(self._save, "recipient", words)
            self._presets.addWidget(button(Action(words, choose, name=f"settings.preset.{number}"), "quiet"))
        self._presets.addStretch(1)

    def _save(self, key: str, value: Any) -> None:
        def action(work: Work) -> Saved[Commune]:
            there = work.commune.get()
            if there is None:
                raise KnownError("Chưa có thông tin đơn vị. Hãy mở lại chương trình để khai báo.")
            return work.commune.put(checked(replace(there, **{key: value})))

        self.desk.operations.write(action, lambda _saved: self.form.note_saved(key), partial(self.form.note_wrong, key))
