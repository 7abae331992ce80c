"""Where files are written to, and what is said once they are: `TargetChooser` and `WrittenFiles`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QVBoxLayout, QWidget

from papi_desktop.drives import Drive
from ui.theme import SPACE
from ui.widgets.cards import Card, MessagePanel, drop_all
from ui.widgets.texts import Action, button, column, label, row

DONE: Final = "Đã ghi xong và kiểm tra."
CAN_BE_PULLED: Final = "Đã ghi xong và kiểm tra. Có thể rút USB."


@dataclass(frozen=True)
class Target:
    """A folder to write into, and whether it lies on a stick that is pulled out afterwards."""

    folder: Path
    is_drive: bool


class TargetChooser(Card):
    """The USB sticks and one folder of this PC; `searched` when sticks are to be looked for again."""

    searched = Signal()

    def __init__(self, page: str, question: str = "Chọn thư mục để ghi") -> None:
        super().__init__("Ghi vào đâu")
        self._page, self._question = page, question
        self._drives: dict[QRadioButton, Path] = {}
        self._group = QButtonGroup(self)
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._own = QRadioButton("Thư mục trên máy")
        self._own.setObjectName(f"{page}.target.folder")
        self._group.addButton(self._own)
        self._path = label("", "note", selectable=True)
        self._sticks = QVBoxLayout()
        self._sticks.setSpacing(2 * SPACE)
        self._lay_out()
        self.choose(self._folder)

    def target(self) -> Target:
        """Return what is chosen."""
        chosen = self._group.checkedButton()
        drive = self._drives.get(chosen) if isinstance(chosen, QRadioButton) else None
        return Target(drive or self._folder, drive is not None)

    def choose(self, folder: Path) -> None:
        """Write into this folder."""
        self._folder = folder
        self._path.setText(str(folder))
        self._own.setChecked(True)

    def show_drives(self, drives: list[Drive]) -> None:
        """Offer the USB sticks that are plugged in; the first one is chosen when there is one."""
        for old in self._drives:
            self._group.removeButton(old)
        drop_all(self._sticks)
        self._drives = {}
        for number, drive in enumerate(drives, start=1):
            choice = QRadioButton(f"USB “{drive.name}”, còn trống {_room(drive.free)}")
            choice.setObjectName(f"{self._page}.target.{number}")
            self._drives[choice] = drive.path
            self._group.addButton(choice)
            self._sticks.addWidget(choice)
        if not drives:
            self._sticks.addWidget(label("Chưa thấy USB. Hãy cắm USB rồi bấm “Tìm lại USB”.", "note"))
        (next(iter(self._drives), None) or self._own).setChecked(True)

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._question, str(self._folder))
        if name:
            self.choose(Path(name))

    def _lay_out(self) -> None:
        browse = button(Action("Chọn thư mục…", self._browse, "folder", f"{self._page}.browse"))
        again = button(Action("Tìm lại USB", self.searched.emit, "search", f"{self._page}.search_drives"), "quiet")
        self.inside.addLayout(self._sticks)
        self.inside.addWidget(self._own)
        indented = row(self._path)
        indented.setContentsMargins(7 * SPACE, 0, 0, 0)
        self.inside.addLayout(indented)
        self.inside.addLayout(row(browse, again, 1))
        self.inside.addStretch(1)


class WrittenFiles(QWidget):
    """Says that the files are on the disk and were read back, or what went wrong."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page
        self.message = MessagePanel()
        self.files = Card()
        self.setLayout(column(self.message, self.files, gap=4))
        self.forget()

    def show_written(self, files: list[Path], is_drive: bool) -> None:
        """Name the files, and say whether the stick may be pulled out."""
        self.message.say(CAN_BE_PULLED if is_drive else DONE, "good")
        self.files.clear()
        self.files.inside.addWidget(label("Các tệp đã ghi", "section"))
        for each in files:
            self.files.inside.addWidget(label(each.name, selectable=True))
        opening = Action("Mở thư mục", lambda: _open(files[0].parent), "folder", f"{self._page}.open_folder")
        self.files.inside.addLayout(row(button(opening), 1))
        self.files.show()

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong."""
        self.files.hide()
        self.message.say(sentence)

    def forget(self) -> None:
        """Take away what was said."""
        self.message.hide()
        self.files.hide()


def _room(size: int) -> str:
    gigabytes = size / 1024**3
    return f"{gigabytes:.1f} GB".replace(".", ",") if gigabytes >= 1 else f"{size // 1024**2} MB"


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
