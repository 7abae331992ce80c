"""A layout that puts parts beside each other and goes on in the next line where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Hidden parts take no room; with `push_last` the last part stands at the right end of its line."""

    def __init__(self, gap: int, push_last: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap, self._push_last = gap, push_last
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, where: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(where)
        self._place(where, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest part."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def _place(self, where: QRect, move: bool) -> int:
        x, y, line = where.x(), where.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > where.x() and x + size.width() > where.right() + 1:
                x, y, line = where.x(), y + line + self._gap, 0
            if move:
                pushed = self._push_last and item is self._items[-1]
                item.setGeometry(QRect(QPoint(where.right() + 1 - size.width() if pushed else x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - where.y()
