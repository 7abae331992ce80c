"""What Qt itself writes in its windows is Vietnamese: the print dialog and the preview."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QGroupBox, QLabel, QTabWidget, QWidget

from papi_desktop.catalog import resource

NAMES = frozenset(("QPageSize", "QGuiApplication", "QShortcut"))
"""Names of paper that no language changes, and words that are no labels."""
SHORT = frozenset(("mm", "%1%"))


class Listener(QTranslator):
    """Remembers what Qt asks to be translated, and leaves it to the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str, str | None]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, comment: str | None = None, _count: int = -1) -> str:
        self.asked.add((context, source, comment))
        return ours().translate(context, source, comment)


def ours() -> QTranslator:
    """Return the program's translations, read once."""
    if not _read:
        _read.append(QTranslator())
        assert _read[0].load(str(resource("translations", "qtbase_vi.qm")))
    return _read[0]


_read: list[QTranslator] = []


@pytest.fixture
def listener(qapp: QApplication) -> Iterator[Listener]:
    listener = Listener()
    qapp.installTranslator(listener)
    yield listener
    qapp.removeTranslator(listener)


@pytest.mark.parametrize("kind", [QPrintDialog, QPrintPreviewDialog])
def test_no_english_label_is_left_in_the_windows_for_printing(
    kind: type[QDialog], listener: Listener, qapp: QApplication
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = kind(printer)
    dialog.show()
    for more in (each for each in dialog.findChildren(QAbstractButton) if ">>" in each.text()):
        more.click()
    qapp.processEvents()
    asked = {
        each for each in listener.asked if each[1]
    }  # a fresh system knows no kinds of files and has no words for them
    english = {source for context, source, _ in asked if context not in NAMES and source not in SHORT}
    missing = {each for each in asked if each[1] in english and not ours().translate(*each)}
    assert missing == set()
    assert [text for text in texts(dialog) if text in english] == []
    dialog.close()
    dialog.deleteLater()


def texts(root: QWidget) -> Iterator[str]:
    """Yield what the labels, buttons, frames, tabs and lists in a window say."""
    for each in root.findChildren(QWidget):
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QGroupBox):
            yield each.title()
        elif isinstance(each, QTabWidget):
            yield from (each.tabText(index) for index in range(each.count()))
        elif isinstance(each, QComboBox):
            yield from (each.itemText(index) for index in range(each.count()))
