"""Takes pictures of what the program shows, once it has stopped working, and of the dialogs it opens."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from papi_desktop.exporters.pages import page_images
from ui.widgets.table_view import RegisterTable
from ui.window import Window

PATIENCE = 30.0
"""Seconds after which something that should have been read is missing."""


class Camera:
    """Takes pictures of widgets into one folder and remembers which."""

    def __init__(self, out: Path, prefix: str = "") -> None:
        self.out, self.prefix = out, prefix
        self.taken: list[Path] = []

    def take(self, name: str, widget: QWidget) -> None:
        """Save what a widget shows now."""
        target = self.out / f"{self.prefix}{name}.png"
        if widget.width() > widget.screen().availableGeometry().width():
            raise SystemExit(f"{name} is {widget.width()} wide, and the screen is not.")
        if not widget.grab().save(str(target)):
            raise SystemExit(f"{target} could not be written.")
        self.taken.append(target)


def draw_pages(camera: Camera, name: str, pdf: bytes) -> None:
    """Save every page of a PDF as a picture: "name-01", "name-02"."""
    for number, image in enumerate(page_images(pdf, 80), start=1):
        (camera.out / f"{name}-{number:02d}.png").write_bytes(image.png())


def settle(window: Window) -> None:
    """Wait until everything that was asked for has come back and is painted."""
    until = monotonic() + PATIENCE
    for _ in range(3):
        QTest.qWait(40)
        while window.desk.operations.is_busy:
            if monotonic() > until:
                raise SystemExit("Something was asked for and never came back.")
            QTest.qWait(10)
    if window.message.isVisible():
        raise SystemExit(f"The window says: {window.message.sentence.text()}")


def with_dialog(open_it: Callable[[], object], use: Callable[[QDialog], None], patience: float = 2) -> None:
    """Open a dialog, do something with it as soon as it is painted, and put it away."""
    seen: list[QDialog] = []
    timer = QTimer(interval=50)

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, QDialog) and not seen:
            seen.append(found)
            QTest.qWait(150)
            choose_something(found)
            use(found)
            found.done(QDialog.DialogCode.Rejected)

    timer.timeout.connect(look)
    timer.start()
    open_it()
    until = monotonic() + patience
    while not seen and monotonic() < until:
        QTest.qWait(50)
    timer.stop()


def choose_something(dialog: QDialog) -> None:
    """Select a line where a dialog begins with a list."""
    table = dialog.findChild(RegisterTable, "publications.new.kinds")
    if table:
        table.select_id(table.lines.lines[3].id)
        QTest.qWait(100)


def named(root: QWidget, part: str) -> list[QAbstractButton]:
    """Return the visible buttons with a name that holds `part`."""
    return [each for each in root.findChildren(QAbstractButton) if part in each.objectName() and each.isVisible()]
