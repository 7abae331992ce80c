"""Handing the report over: where to, which files, and what was written once everything was read back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFileDialog, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from papi_desktop.drives import Drive
from papi_desktop.services.report_export import FileKind
from ui.theme import SPACE, theme
from ui.widgets.cards import Card, MessagePanel, drop_all
from ui.widgets.editors import TickEdit
from ui.widgets.texts import Action, button, label, row

_KINDS: Final = (
    (FileKind.XLSX, "Excel (.xlsx): bảng tổng hợp và các phụ lục", True),
    (FileKind.PDF, "PDF (.pdf): văn bản để in, ký và gửi", True),
    (FileKind.DOCX, "Word (.docx): văn bản để sửa tiếp", False),
)
_ROOM_FOR_TWO: Final = 760
DONE: Final = "Đã ghi xong và kiểm tra."
CAN_BE_PULLED: Final = "Đã ghi xong và kiểm tra. Có thể rút USB."


@dataclass(frozen=True)
class Order:
    """What is to be written, and where."""

    folder: Path
    kinds: tuple[FileKind, ...]
    is_drive: bool


class HandingOver(QScrollArea):
    """`ordered(order)` when the files are to be written, `searched` when USB sticks are to be looked for again."""

    ordered = Signal(Order)
    searched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self._drives: dict[QRadioButton, Path] = {}
        self._group = QButtonGroup(self)
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._own = QRadioButton("Thư mục trên máy")
        self._own.setObjectName("reports.target.folder")
        self._group.addButton(self._own)
        self._path = label("", "note", selectable=True)
        self._sticks = QVBoxLayout()
        self._sticks.setSpacing(2 * SPACE)
        self._ticks = {kind: _tick(kind, words, is_on) for kind, words, is_on in _KINDS}
        self.export = button(Action("Xuất báo cáo", self._order, "export", "reports.export"), "main")
        self.message = MessagePanel()
        self.written = Card()
        self.written.hide()
        self._lay_out()
        self.choose(self._folder)
        for tick in self._ticks.values():
            tick.committed.connect(self._allow)

    def show_drives(self, drives: list[Drive]) -> None:
        """Offer the USB sticks that are plugged in; the first one is chosen when there is one."""
        for old in self._drives:
            self._group.removeButton(old)
        drop_all(self._sticks)
        self._drives = {}
        for number, drive in enumerate(drives, start=1):
            choice = QRadioButton(f"USB “{drive.name}”, còn trống {_room(drive.free)}")
            choice.setObjectName(f"reports.target.{number}")
            self._drives[choice] = drive.path
            self._group.addButton(choice)
            self._sticks.addWidget(choice)
        if not drives:
            self._sticks.addWidget(label("Chưa thấy USB. Hãy cắm USB rồi bấm “Tìm lại USB”.", "note"))
        (next(iter(self._drives), None) or self._own).setChecked(True)

    def choose(self, folder: Path) -> None:
        """Write into this folder."""
        self._folder = folder
        self._path.setText(str(folder))
        self._own.setChecked(True)

    def begin(self) -> None:
        """Wait while the files are written."""
        self.export.setEnabled(False)
        self.message.hide()
        self.written.hide()

    def end(self) -> None:
        """Let another order be given."""
        self._allow()

    def show_written(self, files: list[Path], is_drive: bool) -> None:
        """Say that everything is on the disk and was read back."""
        self.end()
        self.message.say(CAN_BE_PULLED if is_drive else DONE, "good")
        self.written.clear()
        self.written.inside.addWidget(label("Các tệp đã ghi", "section"))
        for each in files:
            self.written.inside.addWidget(label(each.name, selectable=True))
        opening = Action("Mở thư mục", lambda: _open(files[0].parent), "folder", "reports.open_folder")
        self.written.inside.addLayout(row(button(opening), 1))
        self.written.show()

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong."""
        self.end()
        self.message.say(sentence)

    def forget(self) -> None:
        """Take away what was said about files of another period."""
        self.message.hide()
        self.written.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two cards under each other where the window is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.pixels(_ROOM_FOR_TWO)
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _order(self) -> None:
        chosen = self._group.checkedButton()
        kinds = tuple(kind for kind, tick in self._ticks.items() if tick.value())
        drive = self._drives.get(chosen) if isinstance(chosen, QRadioButton) else None
        self.ordered.emit(Order(drive or self._folder, kinds, drive is not None))

    def _allow(self) -> None:
        self.export.setEnabled(any(tick.value() for tick in self._ticks.values()))

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Chọn thư mục để ghi báo cáo", str(self._folder))
        if name:
            self.choose(Path(name))

    def _lay_out(self) -> None:
        where = Card("Ghi vào đâu")
        where.inside.addLayout(self._sticks)
        browse = button(Action("Chọn thư mục…", self._browse, "folder", "reports.browse"))
        again = button(Action("Tìm lại USB", self.searched.emit, "search", "reports.search_drives"), "quiet")
        where.inside.addWidget(self._own)
        indented = row(self._path)
        indented.setContentsMargins(7 * SPACE, 0, 0, 0)
        where.inside.addLayout(indented)
        where.inside.addLayout(row(browse, again, 1))
        which = Card("Những tệp nào")
        for tick in self._ticks.values():
            which.inside.addWidget(tick)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(4 * SPACE)
        for card in (where, which):
            card.inside.addStretch(1)
            self._cards.addWidget(card, 1)
        self.export.setMinimumWidth(theme.pixels(180))
        inside = QWidget()
        inside.setProperty("role", "page")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 3 * SPACE, 0)
        layout.setSpacing(4 * SPACE)
        layout.addLayout(self._cards)
        layout.addLayout(row(self.export, 1))
        layout.addWidget(self.message)
        layout.addWidget(self.written)
        layout.addStretch(1)
        self.setWidget(inside)


def _tick(kind: FileKind, words: str, is_on: bool) -> TickEdit:
    tick = TickEdit(words)
    tick.setObjectName(f"reports.kind.{kind}")
    tick.show_value(is_on)
    return tick


def _room(size: int) -> str:
    gigabytes = size / 1024**3
    return f"{gigabytes:.1f} GB".replace(".", ",") if gigabytes >= 1 else f"{size // 1024**2} MB"


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
