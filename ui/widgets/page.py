"""A page of the window: read again when it is shown, when data changed and when the period changed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.desk import Desk, Jump


class Page(QWidget):
    """A page overrides `refresh`, and where it makes sense `jump` and `focus_search`."""

    summarised = Signal(str)
    """A few words for the status line, such as "28 nhiệm vụ · 2 quá hạn"."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(name)
        self._is_stale = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        desk.operations.changed.connect(self.renew)
        desk.period_changed.connect(self.renew)

    def refresh(self) -> None:
        """Read what the page shows."""

    def jump(self, jump: Jump) -> None:
        """Go to one line or set filters, as asked for by another page."""

    def focus_search(self) -> bool:
        """Put the cursor into the page's search box, and tell whether it has one."""
        return False

    def renew(self) -> None:
        """Refresh when the page is seen, once for all that happens at one moment; otherwise when it is shown next."""
        self._is_stale = not self.isVisible()
        if self.isVisible():
            self._soon.start()

    def expire(self) -> None:
        """Be read again when shown next."""
        self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while the page was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._soon.start()
