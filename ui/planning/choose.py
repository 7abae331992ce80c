"""Where a plan comes from: the province's file, a copied table, the plan that is bundled, or last year's tasks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, box, button, column, label, restyle, row

_FILES = "Tệp Word, Excel (*.docx *.xlsx *.doc *.xls);;Mọi tệp (*)"


@dataclass(frozen=True)
class Ways:
    """What each of the other ways does."""

    use_bundled: Callable[[], object]
    paste: Callable[[], object]
    save_blank: Callable[[], object]
    start_year: Callable[[], object]
    show_kept: Callable[[], object]
    leave: Callable[[], object]


class Choose(QWidget):
    """`chosen(path)` for a file."""

    chosen = Signal(Path)

    def __init__(self, ways: Ways) -> None:
        super().__init__()
        self.drop = _Drop(self.browse, ways)
        self.drop.dropped.connect(self.chosen)
        sample = _way(
            "Chưa có tệp của tỉnh?",
            "Dùng Kế hoạch số 239/KH-UBND năm 2022 của UBND tỉnh Lào Cai, có sẵn trong chương trình.",
            Action("Dùng kế hoạch mẫu Lào Cai", ways.use_bundled, "plan", "plans.bundled"),
        )
        new_year = _way(
            "Sang năm mới?",
            "Chuyển việc thường xuyên, định kỳ của kế hoạch trước sang năm mới, không chờ kế hoạch của tỉnh.",
            Action("Bắt đầu năm kế hoạch mới…", ways.start_year, "calendar", "plans.new_year"),
        )
        inside = QWidget()
        inside.setMaximumWidth(theme.pixels(760))
        leave = button(Action("Về danh sách nhiệm vụ", ways.leave, "back", "plans.leave"), "quiet")
        kept = Action("Xem, sửa, bỏ kế hoạch đã nạp", ways.show_kept, "list", "plans.kept")
        back = row(leave, 1, button(kept, "quiet"))
        others = row(sample, new_year, gap=4)
        for place in (0, 1):
            others.setStretch(place, 1)
        inside.setLayout(column(self.drop, others, back, gap=4))
        page = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page, within=True))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.addStretch(1)
        middle = row(1, inside, 1)
        middle.setStretch(1, 1000)
        layout.addLayout(middle)
        layout.addStretch(2)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, ways.paste)
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

    def __init__(self, browse: Callable[[], object], ways: Ways) -> None:
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
        paste = Action("Dán bảng từ Word, Excel", ways.paste, "plan", "plans.paste", "Dán bảng đã sao chép (Ctrl+V)")
        blank = Action("Lấy mẫu trống…", ways.save_blank, "export", "plans.blank")
        layout.addLayout(row(1, button(paste), button(blank), 1))
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


def _way(question: str, words: str, action: Action) -> QFrame:
    return box(column(label(question, "strong"), label(words, "note"), 1, row(button(action), 1), margin=4), "card")


def _middle(words: str, role: str) -> QLabel:
    result = label(words, role)
    result.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return result
