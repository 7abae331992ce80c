"""The text of the report, section by section: drafted by the program, changed by the officer, saved as one types."""

from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from papi_desktop.domain.reports import Section
from papi_desktop.services.report_findings import Findings
from papi_desktop.services.report_text import sections
from papi_desktop.services.reporting import SIGNER_TITLES
from ui.reports.growing import GrowingEdit
from ui.theme import SPACE, theme
from ui.widgets.cards import Card, drop_all
from ui.widgets.fields import Field, FieldKind
from ui.widgets.form import Form
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, label, row

_TITLES: Final = tuple((title, title.capitalize()) for title in SIGNER_TITLES)
_SAVED_SHOWN: Final = 4000
_NAMES: Final = {"intro": "Mở đầu", "closing": "Kết thúc"}
_DETAILS: Final = (
    Field("number", "Số báo cáo", hint="Văn thư cấp số"),
    Field("dated", "Ngày ban hành", FieldKind.DATE),
    Field("signer", "Người ký"),
    Field("signer_title", "Chức vụ người ký", FieldKind.CHOICE, _TITLES),
)


class Texts(QWidget):
    """`edited(key, text)` for a section (None for its draft), `detailed(values)` for number, date and signer."""

    edited = Signal(str, object)
    detailed = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.details = Form("reports", _DETAILS)
        self.details.edited.connect(self._tell_details)
        self._blocks: dict[str, _Block] = {}
        sheet = QWidget()
        self._sheet = QVBoxLayout(sheet)
        self._sheet.setContentsMargins(0, 0, 0, 0)
        self._sheet.setSpacing(5 * SPACE)
        scroll = scrolled(sheet)
        scroll.setObjectName("reports.sections")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(self._side())
        layout.addWidget(scroll, 1)

    def show_findings(self, findings: Findings) -> None:
        """Show the sections; the one in which the cursor stands is left alone while it is typed in."""
        self.details.show_value(findings.report)
        known = sections(findings)
        if [section.key for section in known] != list(self._blocks):
            self._build(known)
        for section in known:
            self._blocks[section.key].show_section(section)

    def note_saved(self, key: str) -> None:
        """Say that a section or a detail was saved."""
        if key in self._blocks:
            self._blocks[key].note_saved()
        else:
            self.details.note_saved(key)

    def block(self, key: str) -> "_Block":
        """Return the block of one section."""
        return self._blocks[key]

    def _tell_details(self, key: str, _value: object) -> None:
        values: dict[str, Any] = self.details.values()
        self.detailed.emit(values | {"key": key})

    def _build(self, known: tuple[Section, ...]) -> None:
        drop_all(self._sheet)
        self._blocks = {}
        for section in known:
            block = _Block(section.key)
            block.edited.connect(self.edited)
            self._blocks[section.key] = block
            self._sheet.addWidget(block)
        self._sheet.addStretch(1)

    def _side(self) -> QWidget:
        card = Card("Số, ngày và người ký", "Để trống số và ngày nếu văn thư ghi tay khi phát hành.")
        card.inside.addWidget(self.details)
        card.inside.addStretch(1)
        side = scrolled(card)
        card.setProperty("role", "card")
        side.setFixedWidth(theme.pixels(264))
        return side


class _Block(QWidget):
    """One section: its heading, its words, and the way back to the draft."""

    edited = Signal(str, object)

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._heading = label("", "strong")
        self._heading.setMinimumWidth(1)
        self._state = label("", "note", wrap=False)
        self._saved = label("", "saved", wrap=False)
        self._back = button(Action("Lấy lại bản dự thảo", self._go_back, "undo", f"reports.draft.{key}"), "quiet")
        self.editor = GrowingEdit()
        self.editor.setObjectName(f"reports.form.{key}")
        self.editor.committed.connect(self._tell)
        head = row(self._heading, self._saved, self._state, self._back, gap=3)
        head.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self.editor)

    def show_section(self, section: Section) -> None:
        """Show a section as it prints."""
        heading = section.heading or _NAMES.get(section.key, "")
        self._heading.setText(heading)
        self._heading.setProperty("role", "section" if section.level == 1 else "strong")
        self.editor.setAccessibleName(heading)
        self._state.setText("" if section.edited is None else "Đã sửa")
        self._back.setVisible(section.edited is not None)
        if not self.editor.is_being_typed():
            self.editor.show_value(section.text)

    def note_saved(self) -> None:
        """Say that the words were saved."""
        self._saved.setText("Đã ghi")
        QTimer.singleShot(_SAVED_SHOWN, self._saved, self._saved.clear)

    def _tell(self) -> None:
        self.edited.emit(self._key, self.editor.value())

    def _go_back(self) -> None:
        self.editor.clearFocus()
        self.edited.emit(self._key, None)
