"""Where a plan comes from: the province's file, or the plan that is bundled."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, box, button, column, label, restyle, row

_FILES = "Tệp Word, Excel (*.docx *.xlsx *.doc *.xls);;Mọi tệp (*)"


class Choose(QWidget):
    """`chosen(path)` for a file."""

    chosen = Signal(Path)

    def __init__(self, use_bundled: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self.drop = _Drop(self.browse)
        self.drop.dropped.connect(self.chosen)
        sample = column(
            label("Chưa có tệp của tỉnh?", "strong"),
            label("Dùng Kế hoạch số 239/KH-UBND năm 2022 của UBND tỉnh Lào Cai, có sẵn trong chương trình.", "note"),
            row(button(Action("Dùng kế hoạch mẫu tỉnh Lào Cai 2022", use_bundled, "plan", "plans.bundled")), 1),
            gap=2,
            margin=4,
        )
        inside = QWidget()
        inside.setFixedWidth(theme.pixels(600))
        back = row(button(Action("Về danh sách nhiệm vụ", leave, "back", "plans.leave"), "quiet"), 1)
        inside.setLayout(column(self.drop, box(sample, "card"), back, gap=4))
        page = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.addStretch(1)
        layout.addLayout(row(1, inside, 1))
        layout.addStretch(2)
        self.message = MessagePanel()
        layout.insertWidget(0, self.message)

    def browse(self) -> None:
        """Ask for a file."""
        name, _kind = QFileDialog.getOpenFileName(self, "Chọn tệp kế hoạch của tỉnh", "", _FILES)
        if name:
            self.chosen.emit(Path(name))


class _Drop(QFrame):
    """A place to drop a file on, with the button that asks for one."""

    dropped = Signal(Path)

    def __init__(self, browse: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        picture = QLabel()
        picture.setPixmap(pixmap("import", theme.tokens.accent, size=40, ratio=2.0))
        choose = button(Action("Chọn tệp kế hoạch…", browse, "folder", "plans.add"), "main")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8 * SPACE, 6 * SPACE, 8 * SPACE, 6 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(_middle("Nạp kế hoạch của tỉnh từ tệp Word hoặc Excel", "section"))
        layout.addWidget(choose, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(
            _middle(
                "Chương trình tự tìm bảng nhiệm vụ trong tệp (.docx, .xlsx) và cho xem trước từng dòng. "
                "Chưa có gì được ghi cho đến khi anh, chị kiểm tra xong. Cũng có thể kéo tệp thả vào đây.",
                "note",
            )
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a file may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._mark(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file."""
        self._mark(over=False)
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if names:
            self.dropped.emit(Path(names[0]))

    def _mark(self, over: bool) -> None:
        self.setProperty("over", over)
        restyle(self)


def _middle(words: str, role: str) -> QLabel:
    result = label(words, role)
    result.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return result
