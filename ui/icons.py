"""The program's own line icons, tinted with the theme's colours."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from papi_desktop.catalog import resource
from ui.theme import theme

SIZE = 20
_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


def icon(name: str, colour: str = "", gap: int = 0) -> QIcon:
    """Return an icon by the name of its file, in a colour (the secondary text's where none is given).

    `gap` leaves room at its right, for buttons whose word stands too near.
    """
    return _drawn(name, colour or theme.tokens.secondary, gap)


def pixmap(name: str, colour: str = "", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` pixels."""
    return icon(name, colour).pixmap(QSize(size, size), ratio)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, gap: int) -> QIcon:
    picture = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(picture.encode()))
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(_picture(renderer, round(SIZE * scale), round(gap * scale)))
    return result


def _picture(renderer: QSvgRenderer, size: int, gap: int) -> QPixmap:
    picture = QPixmap(size + gap, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
