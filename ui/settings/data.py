"""Where the data lies, whether it is sound, a copy of it, and the log of errors."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from papi_desktop.files import safe_name
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.theme import theme
from ui.widgets.cards import Card, MessagePanel
from ui.widgets.questions import ask
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row

_SOUND = "Dữ liệu nguyên vẹn: cơ sở dữ liệu, tệp khóa và các tệp minh chứng đều đúng."


class DataPane(QWidget):
    """Three cards: place and check, copy, log."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.answer = MessagePanel()
        self.log = label("", "note")
        self.setLayout(column(scrolled(self._cards())))
        self._show_log()

    def _cards(self) -> QWidget:
        place = Card(
            "Nơi lưu dữ liệu",
            "Mọi dữ liệu nằm trong một thư mục trên máy này. Sổ sách được mã hóa; ảnh và tệp minh chứng không mã hóa.",
        )
        place.inside.addWidget(label(str(self._desk.folder.root), "strong", selectable=True))
        place.inside.addLayout(
            row(
                button(Action("Mở thư mục", self._open_folder, "folder", "settings.open_folder")),
                button(Action("Kiểm tra dữ liệu", self._check, "check", "settings.check")),
                1,
            )
        )
        place.inside.addWidget(self.answer)
        copy = Card("Bản sao", "Bản sao chỉ mở được cùng tệp khóa khoa.json; hãy cất tệp khóa ở nơi riêng, kín đáo.")
        copy.inside.addLayout(row(button(Action("Sao lưu ra tệp…", self._back_up, "safe", "settings.backup")), 1))
        log = Card("Nhật ký lỗi", "Chỉ ghi lỗi của chương trình, không ghi nội dung công việc.")
        log.inside.addWidget(self.log)
        log.inside.addLayout(
            row(
                button(Action("Mở nhật ký", self._open_log, "file", "settings.open_log")),
                button(Action("Xóa nhật ký", self._drop_log, "remove", "settings.drop_log")),
                1,
            )
        )
        inside = QWidget()
        inside.setLayout(column(place, copy, log, 1, gap=4))
        inside.setMaximumWidth(theme.pixels(800))
        return inside

    def _check(self) -> None:
        operations = self._desk.operations

        def action(_progress: Progress, _is_cancelled: IsCancelled) -> list[str]:
            return operations.storage.check()

        operations.run("Đang kiểm tra dữ liệu", action, self._tell)

    def _tell(self, faults: Sequence[str]) -> None:
        self.answer.say("\n".join(faults) if faults else _SOUND, "message" if faults else "good")

    def _back_up(self) -> None:
        day, name = self._desk.today, self._desk.commune.full_name if self._desk.commune else "dữ liệu"
        proposed = safe_name(f"Sao lưu {name} {day:%Y-%m-%d}.db")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, "Sao lưu ra tệp", proposed, "Bản sao dữ liệu (*.db)", options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self.back_up_to(Path(chosen))

    def back_up_to(self, target: Path) -> None:
        """Write a verified copy to `target`."""
        operations = self._desk.operations

        def action(_progress: Progress, _is_cancelled: IsCancelled) -> None:
            operations.storage.backup(target)

        operations.run(
            "Đang sao lưu",
            action,
            lambda _nothing: self.answer.say(f"Đã sao lưu và kiểm tra lại: {target}", "good"),
            self.answer.say,
        )

    def _open_folder(self) -> None:
        _show(self._desk.folder.root)

    def _open_log(self) -> None:
        _show(self._desk.folder.errors)

    def _drop_log(self) -> None:
        if self._logs() and ask(self, "Xóa nhật ký lỗi?", "Xóa", "Giữ lại"):
            for path in self._logs():
                _quietly(path.write_bytes, b"")
            self._show_log()

    def _show_log(self) -> None:
        size = sum(path.stat().st_size for path in self._logs())
        self.log.setText("Chưa có lỗi nào được ghi." if not size else f"Có {max(size // 1024, 1)} KB nhật ký.")

    def _logs(self) -> list[Path]:
        folder = self._desk.folder.errors
        return sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _quietly(action: Callable[[bytes], object], data: bytes) -> None:
    try:
        action(data)
    except OSError:
        return
