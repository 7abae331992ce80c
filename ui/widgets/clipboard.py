"""Lines to and from the clipboard: as a table for Excel and Word, as text, and pictures as PNG."""

from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication

_CELL = "border:.5pt solid #999;vertical-align:top;white-space:pre-wrap;mso-number-format:'\\@'"
"""As text: otherwise Excel would read the code 2.10 as a number."""


def copy_grid(tabbed: str) -> None:
    """Put lines with tabs, the headings first, on the clipboard: as text, and as a table with borders."""
    from papi_desktop.importers.clipboard import read_tabbed

    data = QMimeData()
    data.setText(tabbed)
    data.setHtml(_table([list(row) for row in read_tabbed(tabbed).rows]))
    QGuiApplication.clipboard().setMimeData(data)


def pasted_table() -> tuple[str, str]:
    """Return the text and the page on the clipboard; empty where there is none."""
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html()


def pasted_image() -> bytes:
    """Return the picture on the clipboard as a PNG file; nothing where there is none."""
    image = QGuiApplication.clipboard().image()
    if image.isNull():
        return b""
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(out.data())


def _table(rows: list[list[str]]) -> str:
    lines = [_line(row, "th" if number == 0 else "td") for number, row in enumerate(rows)]
    return f'<html><meta charset="utf-8"><table style="border-collapse:collapse">{"".join(lines)}</table></html>'


def _line(row: list[str], kind: str) -> str:
    cells = (f'<{kind} style="{_CELL}">{escape(text).replace(chr(10), "<br>")}</{kind}>' for text in row)
    return f"<tr>{''.join(cells)}</tr>"
