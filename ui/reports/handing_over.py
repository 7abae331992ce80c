"""Handing the report over: where to, which files, and what was written once everything was read back."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from papi_desktop.domain.reports import Report, ReportStatus
from papi_desktop.drives import Drive
from papi_desktop.services.report_export import FileKind
from ui.theme import SPACE, theme
from ui.widgets.cards import Card
from ui.widgets.editors import TickEdit
from ui.widgets.scroll import ScrollPane
from ui.widgets.target import TargetChooser, WrittenFiles
from ui.widgets.texts import Action, button, label, row

_KINDS: Final = (
    (FileKind.XLSX, "Excel (.xlsx): bảng tổng hợp và các phụ lục", True),
    (FileKind.PDF, "PDF (.pdf): văn bản để in, ký và gửi", True),
    (FileKind.DOCX, "Word (.docx): văn bản để sửa tiếp", False),
)
_ROOM_FOR_TWO: Final = 760
_EXPORT, _AGAIN = "Xuất báo cáo", "Ghi lại tệp đã gửi"
_AGAIN_NOTE: Final = "Báo cáo đã gửi: ghi lại đúng các tệp lúc gửi, không lập tệp mới."
_NOT_KEPT: Final = "Báo cáo đã gửi nhưng không lưu tệp lúc gửi. Muốn có tệp, hãy bấm “Mở lại để sửa” rồi xuất."


@dataclass(frozen=True)
class Order:
    """What is to be written, and where."""

    folder: Path
    kinds: tuple[FileKind, ...]
    is_drive: bool


class HandingOver(ScrollPane):
    """`ordered(order)` when the files are to be written, `searched` for USB sticks, `sent` when the report went out."""

    ordered = Signal(Order)
    searched = Signal()
    sent = Signal()

    def __init__(self) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._where = TargetChooser("reports", "Chọn thư mục để ghi báo cáo")
        self._where.searched.connect(self.searched)
        self._ticks = {kind: _tick(kind, words, is_on) for kind, words, is_on in _KINDS}
        self.export = button(Action(_EXPORT, self._order, "export", "reports.export"), "main")
        self.mark = button(Action("Đánh dấu đã gửi", self.sent.emit, "check", "reports.mark_sent"))
        self.buttons = QWidget()
        """Stands below the pane, where it is seen however low the window is."""
        self.buttons.setLayout(row(self.mark, self.export))
        self._shown: tuple[str, frozenset[FileKind] | None] = ("", None)
        self._sent_note = label("", "note")
        self._sent_note.hide()
        self._done = WrittenFiles("reports")
        self.message, self.written = self._done.message, self._done.files
        self._lay_out(inside)
        for tick in self._ticks.values():
            tick.committed.connect(self._allow)

    def show_drives(self, drives: list[Drive]) -> None:
        """Offer the USB sticks that are plugged in; the first one is chosen when there is one."""
        self._where.show_drives(drives)

    def choose(self, folder: Path) -> None:
        """Write into this folder."""
        self._where.choose(folder)

    def show_report(self, report: Report, kept: Collection[FileKind]) -> None:
        """Offer what fits: marking as sent after the export; of a sent report, writing the `kept` files again."""
        self.mark.setVisible(report.status is ReportStatus.EXPORTED)
        is_sent = report.status is ReportStatus.SENT
        shown = (report.period, frozenset(kept) if is_sent else None)
        if shown != self._shown:
            self._shown = shown
            self.export.setText(_AGAIN if is_sent else _EXPORT)
            self.export.setAccessibleName(self.export.text())
            self._sent_note.setText(_AGAIN_NOTE if kept else _NOT_KEPT)
            self._sent_note.setVisible(is_sent)
            for kind, _words, is_on in _KINDS:
                self._ticks[kind].setEnabled(not is_sent or kind in kept)
                self._ticks[kind].show_value(kind in kept if is_sent else is_on)
        self._allow()

    def begin(self) -> None:
        """Wait while the files are written."""
        self.export.setEnabled(False)
        self._done.forget()

    def end(self) -> None:
        """Let another order be given."""
        self._allow()

    def show_written(self, files: list[Path], is_drive: bool) -> None:
        """Say that everything is on the disk and was read back."""
        self.end()
        self._done.show_written(files, is_drive)

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong."""
        self.end()
        self._done.show_failure(sentence)

    def forget(self) -> None:
        """Take away what was said about files of another period."""
        self._done.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two cards under each other where the window is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.pixels(_ROOM_FOR_TWO)
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _order(self) -> None:
        target = self._where.target()
        kinds = tuple(kind for kind, tick in self._ticks.items() if tick.value())
        self.ordered.emit(Order(target.folder, kinds, target.is_drive))

    def _allow(self) -> None:
        self.export.setEnabled(any(tick.value() for tick in self._ticks.values()))

    def _lay_out(self, inside: QWidget) -> None:
        which = Card("Những tệp nào")
        which.inside.addWidget(self._sent_note)
        for tick in self._ticks.values():
            which.inside.addWidget(tick)
        which.inside.addStretch(1)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(4 * SPACE)
        for card in (self._where, which):
            self._cards.addWidget(card, 1)
        self.export.setMinimumWidth(theme.pixels(180))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4 * SPACE)
        layout.addLayout(self._cards)
        layout.addWidget(self._done)
        layout.addStretch(1)


def _tick(kind: FileKind, words: str, is_on: bool) -> TickEdit:
    tick = TickEdit(words)
    tick.setObjectName(f"reports.kind.{kind}")
    tick.show_value(is_on)
    return tick
