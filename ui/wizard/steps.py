"""The three steps of the first run; each shows the answers so far, says what is wrong, and gives back its own."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from papi_desktop.domain.commune import Commune, Unit, recipient_presets
from papi_desktop.domain.errors import KnownError
from papi_desktop.services.setup import checked, village_list
from ui.theme import SPACE, theme
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.texts import Action, button, column, label
from ui.wizard.letterhead import Letterhead

_ROOM_FOR_TWO: Final = 400
"""Pixels from which the list and the picture stand beside each other."""
_OVER_PICTURE: Final = 116
"""Pixels that the headings over the picture take."""
_UNITS: Final = tuple((unit, str(unit).capitalize()) for unit in Unit)


@dataclass(frozen=True)
class Answers:
    """What was typed so far."""

    unit: Unit = Unit.COMMUNE
    name: str = ""
    district: str = ""
    province: str = ""
    chairman: str = ""
    recipient: str = ""
    villages: tuple[str, ...] = ()

    def commune(self) -> Commune:
        """Return the commune as it will be written."""
        return checked(
            Commune(self.unit, self.name, self.province, self.chairman, self.recipient, district=self.district)
        )


class Step(QWidget):
    """One step; `done` comes when Enter is pressed in its last field."""

    done = Signal()
    title = ""

    def __init__(self, heading: str, hint: str) -> None:
        super().__init__()
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(4 * SPACE)
        self.inside.addLayout(column(label(heading, "title"), label(hint, "note"), gap=1))

    def open(self, answers: Answers) -> None:
        """Show the answers so far."""

    def fit(self, height: int) -> None:
        """Be told how high the pane is."""

    def check(self) -> bool:
        """Mark what is wrong and tell whether everything is good."""
        return True

    def take(self, answers: Answers) -> Answers:
        """Return the answers with this step's own."""
        return answers

    def focus_first(self) -> None:
        """Put the cursor into the first field."""


class CommuneStep(Step):
    """The commune's name and seats."""

    title = "Đơn vị của tôi"

    def __init__(self) -> None:
        super().__init__(
            "Đơn vị của anh, chị", "Tên đơn vị được in ở đầu mọi báo cáo. Sau này có thể sửa trong Cài đặt."
        )
        fields = (
            Field("unit", "Loại đơn vị", FieldKind.CHOICE, _UNITS, half=True),
            Field("name", "Tên đơn vị", hint="Ví dụ: An Bình", required=True, half=True),
            Field("district", "Huyện (để trống nếu không còn)", hint="Ví dụ: Bát Xát", half=True),
            Field("province", "Tỉnh, thành phố", hint="Ví dụ: Lào Cai", required=True, half=True),
            Field("chairman", "Họ và tên Chủ tịch", hint="Người ký báo cáo"),
        )
        self.form = Form("wizard", fields)
        self.form.setMaximumWidth(theme.pixels(640))
        self.inside.addWidget(self.form)
        self.inside.addStretch(1)
        _on_enter(self.form.control("chairman"), self.done)

    def open(self, answers: Answers) -> None:
        """Show the answers so far."""
        self.form.show_value(answers)

    def check(self) -> bool:
        """See that name and province are there."""
        values = self.form.values()
        missing = [
            ("name", "Hãy nhập tên đơn vị, ví dụ: An Bình.") if not values["name"] else None,
            ("province", "Hãy nhập tên tỉnh hoặc thành phố, ví dụ: Lào Cai.") if not values["province"] else None,
        ]
        for key in ("name", "province"):
            self.form.note_wrong(key, "")
        for key, sentence in reversed(list(filter(None, missing))):
            self.form.note_wrong(key, sentence)
            self.form.control(key).setFocus()
        return not any(missing)

    def take(self, answers: Answers) -> Answers:
        """Return the answers with this step's own."""
        return replace(answers, **self.form.values())

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        self.form.control("name").setFocus()


class RecipientStep(Step):
    """Who receives the reports."""

    title = "Nơi nhận báo cáo"

    def __init__(self) -> None:
        super().__init__(
            "Báo cáo gửi đến đâu?", "Chọn một trong hai nơi thường gặp, hoặc sửa lại cho đúng tên ở địa phương."
        )
        self._offer = ""
        self._presets = QVBoxLayout()
        self._presets.setSpacing(2 * SPACE)
        self._group = QButtonGroup(self)
        self.form = Form("wizard", (Field("recipient", "Kính gửi", hint="Tên cơ quan nhận báo cáo", required=True),))
        holder = QWidget()
        holder.setMaximumWidth(theme.pixels(640))
        holder.setLayout(column(self._presets, self.form, gap=4))
        self.inside.addWidget(holder)
        self.inside.addStretch(1)
        self._buttons: list[QPushButton] = []
        _on_enter(self.form.control("recipient"), self.done)

    def open(self, answers: Answers) -> None:
        """Offer what is usual for this district and province."""
        presets = recipient_presets(answers.district, answers.province)
        recipient = presets[0] if answers.recipient in ("", self._offer) else answers.recipient
        self._offer = presets[0]
        self._show_presets(presets)
        self._pick(recipient)

    def check(self) -> bool:
        """See that there is a recipient."""
        recipient = self.form.values()["recipient"]
        self.form.note_wrong("recipient", "" if recipient else "Hãy nhập tên cơ quan nhận báo cáo.")
        return bool(recipient)

    def take(self, answers: Answers) -> Answers:
        """Return the answers with this step's own."""
        return replace(answers, **self.form.values())

    def focus_first(self) -> None:
        """Put the cursor onto the first offer."""
        self._buttons[0].setFocus()

    def _show_presets(self, presets: tuple[str, ...]) -> None:
        for old in self._buttons:
            self._group.removeButton(old)
            old.deleteLater()
        self._buttons = [self._preset(number, words) for number, words in enumerate(presets, 1)]

    def _preset(self, number: int, words: str) -> QPushButton:
        choice = button(Action(words, lambda: self._pick(words), name=f"wizard.preset.{number}"), "choice")
        choice.setCheckable(True)
        choice.setStyleSheet("text-align: left")
        self._group.addButton(choice)
        self._presets.addWidget(choice)
        return choice

    def _pick(self, recipient: str) -> None:
        self.form.show_value({"recipient": recipient})
        self.form.note_wrong("recipient", "")
        for choice in self._buttons:
            choice.setChecked(choice.text() == recipient)


class VillagesStep(Step):
    """The villages, and a picture of what will print."""

    title = "Thôn, tổ dân phố"

    def __init__(self, picture: Letterhead) -> None:
        super().__init__(
            "Các thôn, tổ dân phố",
            "Mỗi dòng một tên; có thể dán từ Word, Excel. Chương trình lập sẵn nơi niêm yết cho từng thôn.",
        )
        self._picture = picture
        self._height = theme.pixels(680)
        self._count = label("", "note")
        fields = (Field("villages", "Tên thôn, tổ dân phố", FieldKind.LONG, hint="Thôn Đông\nThôn Đoài", lines=12),)
        self.form = Form("wizard", fields)
        typed = self.form.control("villages")
        if isinstance(typed, QPlainTextEdit):
            typed.textChanged.connect(self._tell_count)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(6 * SPACE)
        self._sides.addLayout(column(self.form, self._count, 1, gap=1), 1)
        self._sides.addLayout(column(label("Trang đầu báo cáo sẽ in như sau", "note"), picture, 1, gap=1))
        self.inside.addLayout(self._sides)
        self.inside.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the list and the picture, which goes under the list in a narrow window."""
        super().resizeEvent(event)
        self._share_room()

    def fit(self, height: int) -> None:
        """Keep the whole picture in sight where that is possible."""
        self._height = height
        self._share_room()

    def _share_room(self) -> None:
        is_wide = self.width() >= theme.pixels(_ROOM_FOR_TWO)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        width = self.width() // 2 if is_wide else self.width()
        self._picture.take_room(width, self._height - theme.pixels(_OVER_PICTURE))

    def open(self, answers: Answers) -> None:
        """Show the villages so far, and the picture."""
        self.form.show_value({"villages": "\n".join(answers.villages)})
        self._picture.show_commune(answers.commune())
        self._tell_count()

    def check(self) -> bool:
        """See that no village stands twice."""
        try:
            village_list(self._lines())
        except KnownError as error:
            self.form.note_wrong("villages", str(error))
            return False
        return True

    def take(self, answers: Answers) -> Answers:
        """Return the answers with this step's own."""
        return replace(answers, villages=tuple(self._lines()))

    def focus_first(self) -> None:
        """Put the cursor into the list."""
        self.form.control("villages").setFocus()

    def _lines(self) -> list[str]:
        return [line for line in str(self.form.values()["villages"]).splitlines() if line.strip()]

    def _tell_count(self) -> None:
        number = len(self._lines())
        words = f"{number} thôn, tổ dân phố" if number else "Chưa có thôn nào; có thể để trống và nhập sau."
        self._count.setText(words)


def _on_enter(control: QWidget, done: SignalInstance) -> None:
    if isinstance(control, QLineEdit):
        control.returnPressed.connect(done)
