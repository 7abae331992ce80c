"""The evidence of one thing: a list, a button and a place to drop or paste files, ways to open and remove them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from papi_desktop.domain.attachments import Attachment
from papi_desktop.domain.calendar import written
from ui.icons import pixmap
from ui.theme import SPACE
from ui.widgets.cards import drop_all
from ui.widgets.clipboard import pasted_image
from ui.widgets.editors import TickEdit
from ui.widgets.texts import Action, button, column, label, restyle, row

FILE_KINDS: Final = (
    "Ảnh, bản quét và văn bản (*.jpg *.jpeg *.png *.webp *.bmp *.gif *.tif *.tiff "
    "*.pdf *.docx *.xlsx *.doc *.xls);;Mọi tệp (*)"
)
_PICTURES: Final = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff"}


@dataclass(frozen=True)
class EvidenceActions:
    """What happens with files: adding paths, opening or removing one piece, and keeping a picture that was pasted."""

    add: Callable[[Sequence[Path]], object]
    open: Callable[[Attachment], object]
    remove: Callable[[Attachment], object]
    paste: Callable[[bytes], object] | None = None


class EvidenceBox(QWidget):
    """Shows the evidence it is given and passes every wish on to its actions."""

    counted = Signal(int)

    def __init__(self, page: str, actions: EvidenceActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{page}.evidence")
        self.setAccessibleName("Minh chứng")
        self._actions = actions
        self._heading = label("Minh chứng", "section")
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE)
        self._drop = _DropZone(page, self._choose_files, self._add)
        self._original = TickEdit("Giữ nguyên ảnh gốc (không thu nhỏ)")
        self._original.setObjectName(f"{page}.evidence.original")
        self._count = 0
        self._nothing = label("Trong bộ nhớ tạm không có ảnh hay tệp. Hãy sao chép ảnh rồi dán lại.", "wrong")
        self._nothing.hide()
        self.setLayout(column(self._heading, self._list, self._drop, self._nothing, self._original))
        self._original.setVisible(actions.paste is not None)
        if actions.paste:
            self._drop.offer_paste(self.paste)
            keys = QKeySequence(QKeySequence.StandardKey.Paste)
            QShortcut(keys, self, self.paste, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_evidence(self, evidence: Sequence[Attachment]) -> None:
        """Show other evidence."""
        drop_all(self._list)
        for piece in evidence:
            self._list.addWidget(self._line(piece))
        self._count = len(evidence)
        self._heading.setText(f"Minh chứng ({len(evidence)})" if evidence else "Minh chứng")
        self.counted.emit(len(evidence))

    def count(self) -> int:
        """Return how many pieces are shown."""
        return self._count

    def keeps_originals(self) -> bool:
        """Tell whether photos are to be kept as large as they are."""
        return self._original.value()

    def paste(self) -> None:
        """Take the files or the picture on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        files, picture = _local_files(data), pasted_image()
        self._nothing.setVisible(not files and not picture)
        if files:
            self._add(files)
        elif picture and self._actions.paste:
            self._actions.paste(picture)

    def _line(self, piece: Attachment) -> QFrame:
        picture = QLabel()
        kind = "photo" if Path(piece.name).suffix.lower() in _PICTURES else "file"
        picture.setPixmap(pixmap(kind, ratio=self.devicePixelRatioF()))
        opened = _NameButton(piece.name, lambda: self._actions.open(piece))
        removed = button(
            Action("Bỏ minh chứng này", lambda: self._actions.remove(piece), "remove", "evidence.remove"), "icon"
        )
        line = QFrame()
        inside = row(picture, opened, label(_day(piece), "note", False), removed, gap=1)
        inside.setStretch(1, 1)
        line.setLayout(inside)
        return line

    def _choose_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            self, "Chọn ảnh, bản quét hoặc văn bản làm minh chứng", "", FILE_KINDS
        )
        self._add([Path(name) for name in names])

    def _add(self, paths: Sequence[Path]) -> None:
        if paths:
            self._actions.add(paths)


class _NameButton(QPushButton):
    """Opens a piece of evidence; a name that is too long ends in an ellipsis."""

    def __init__(self, name: str, do: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("evidence.open")
        self.setProperty("role", "quiet")
        self.setProperty("name", True)
        self.setAccessibleName(name)
        self.setToolTip(f"Mở {name}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda *_: do())
        self._name = name

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as there is room for."""
        super().resizeEvent(event)
        room = self.width() - 6 * SPACE
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, room))


class _DropZone(QFrame):
    """Takes files that are dragged here, and has the button for those who do not drag."""

    def __init__(self, page: str, choose: Callable[[], None], add: Callable[[Sequence[Path]], None]) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self._add = add
        chosen = button(Action("Thêm minh chứng…", choose, "attach", f"{page}.evidence.add"), "quiet")
        self._row = row(chosen, label("hoặc kéo tệp vào đây", "note", False), 1, gap=1, margin=1)
        self._page = page
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setLayout(self._row)

    def offer_paste(self, paste: Callable[[], None]) -> None:
        """Have a button that pastes, too."""
        action = Action("Dán ảnh", paste, "photo", f"{self._page}.evidence.paste", "Dán ảnh đã sao chép (Ctrl+V)")
        self._row.insertWidget(1, button(action, "quiet"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if _files(event):
            event.acceptProposedAction()
            self._light(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Put the light out."""
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files."""
        self._light(over=False)
        event.acceptProposedAction()
        self._add(_files(event))

    def _light(self, over: bool) -> None:
        self.setProperty("over", over)
        restyle(self)


def _day(piece: Attachment) -> str:
    return f"chụp ngày {written(piece.taken_on)}" if piece.taken_on else written(piece.added_on)


def _files(event: QDropEvent) -> list[Path]:
    return _local_files(event.mimeData())


def _local_files(data: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
